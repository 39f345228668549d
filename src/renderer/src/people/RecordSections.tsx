/** The parts of a record as they are read: only what is known, in the order one looks for it. */
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { addressLines, timeOf } from '../../../core/people/address.rules.ts'
import { dayInWords, dayOfYearInWords, periodInWords, yearsBetween } from '../../../core/people/day.rules.ts'
import { withParticle } from '../../../core/people/particle.rules.ts'
import type { Contact, Tie } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { FieldValue } from '../fields/FieldValue.tsx'
import { useTypedFields } from '../fields/TypedFields.tsx'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import { fragmentOf } from '../ui/route.ts'
import classes from './Record.module.css'
import { Aside, Fact, Facts, Section } from './RecordSection.tsx'
import type { SectionName } from './record-sections.ts'
import { thisDay } from './record-values.ts'
import { useLanguageNames } from './SupportFields.tsx'
import { shownPhone } from './shown-phone.ts'
import {
  addressKindKey,
  aliasKindKeys,
  groupKindKeys,
  rankKeys,
  statusKey,
  supportSubjectKeys,
} from './status-words.ts'

type Props = { readonly contact: Contact }

const usePeriod = (): ((since: string, until: string) => string) => {
  const { language } = useWords()
  return (since, until) => periodInWords(since, until, language)
}

const parts: Readonly<Record<SectionName, (props: Props) => ReactNode>> = {
  reach: Reach,
  association: Association,
  stays: Stays,
  mandates: Mandates,
  representatives: Representatives,
  identity: Identity,
  life: Life,
  aliases: Aliases,
  honours: Honours,
  supports: Supports,
  others: Others,
}

export function SectionFacts({
  section,
  title,
  contact,
  onEdit,
}: Props & { readonly section: SectionName; readonly title: string; readonly onEdit: (() => void) | undefined }) {
  const Part = parts[section]
  return (
    <Section title={title} onEdit={onEdit} part={section}>
      <Part contact={contact} />
    </Section>
  )
}

function Reach({ contact }: Props) {
  const { t, language } = useWords()
  const home = useHome()
  const period = usePeriod()
  const languageName = useLanguageNames()
  const { emails, phones, addresses, languages } = contact
  if (emails.length + phones.length + addresses.length + languages.length === 0) return <p>{t('record.nothingYet')}</p>
  const today = thisDay()
  const whenLived = (address: (typeof addresses)[number]) => timeOf(address, today)
  const dayOfYear = (day: string) => dayOfYearInWords(day, language)
  return (
    <Facts>
      {addresses.map((address, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the addresses of a record have no other name than their place
        <Fact key={index} name={address.label || t(addressKindKey(address.kind, contact.kind))}>
          <span
            className={address.returned !== '' ? classes.gone : whenLived(address) === 'now' ? undefined : classes.then}
          >
            {addressLines(address, { home, language }).join('\n')}
          </span>
          <Notes>
            {whenLived(address) === 'former' ? t('record.formerAddress') : ''}
            {whenLived(address) === 'coming' ? t('record.comingAddress') : ''}
            {address.household === null ? '' : t('record.ofHousehold')}
            {period(address.since, address.until)}
            {address.seasonFrom !== '' && address.seasonUntil !== ''
              ? t('record.season', { from: dayOfYear(address.seasonFrom), until: dayOfYear(address.seasonUntil) })
              : ''}
            {address.returned === '' ? '' : t('record.returned', { day: dayInWords(address.returned, language) })}
          </Notes>
        </Fact>
      ))}
      {phones.map(({ label, number }) => (
        <Fact key={number} name={t('field.phone')}>
          <a className={classes.number} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
            {shownPhone(number, home, language)}
          </a>
          <Aside text={label} />
        </Fact>
      ))}
      {emails.map(({ label, address }) => (
        <Fact key={address} name={t('field.email')}>
          <a href={`mailto:${encodeURIComponent(address)}`}>{address}</a>
          <Aside text={label} />
        </Fact>
      ))}
      {languages.length > 0 && (
        <Fact name={t('field.languages')}>{languages.map((code) => languageName(code)).join(', ')}</Fact>
      )}
    </Facts>
  )
}

/** Quieter lines under a fact. */
function Notes({ children }: { readonly children: readonly string[] }) {
  const said = children.filter((text) => text !== '')
  return said.length === 0 ? null : <div className={classes.notes}>{said.join(' · ')}</div>
}

function Association({ contact }: Props) {
  const { t, language } = useWords()
  const period = usePeriod()
  return (
    <Facts>
      {contact.memberNumber !== '' && <Fact name={t('field.memberNumber')}>{contact.memberNumber}</Fact>}
      <Fact name={t('field.status')}>{t(statusKey(contact))}</Fact>
      {contact.category !== '' && <Fact name={t('field.category')}>{contact.category}</Fact>}
      {contact.groups.map(({ kind, name, since, until }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group may be belonged to twice
        <Fact key={index} name={t(groupKindKeys[kind])}>
          {name}
          <Aside text={period(since, until)} />
        </Fact>
      ))}
      {contact.joined !== '' && <Fact name={t('field.joined')}>{contact.joined}</Fact>}
      {contact.left !== '' && <Fact name={t('field.left')}>{dayInWords(contact.left, language)}</Fact>}
      {contact.profession !== '' && <Fact name={t('field.profession')}>{contact.profession}</Fact>}
      {contact.tags.length > 0 && <Fact name={t('field.tags')}>{contact.tags.join(', ')}</Fact>}
      {contact.confirmed !== '' && <Fact name={t('field.confirmed')}>{dayInWords(contact.confirmed, language)}</Fact>}
    </Facts>
  )
}

const identityFields = [
  ['civility', 'field.civility'],
  ['title', 'field.title'],
  ['otherNames', 'field.otherNames'],
  ['birthName', 'field.birthName'],
  ['studiedName', 'field.studiedName'],
  ['nobility', 'field.nobility'],
  ['suffix', 'field.suffix'],
  ['pronoun', 'field.pronoun'],
  ['acronym', 'field.acronym'],
  ['originalName', 'field.originalName'],
  ['sortOverride', 'field.sortOverride'],
] as const satisfies readonly (readonly [string, PlainKey])[]

function Identity({ contact }: Props) {
  const { t } = useWords()
  const said = contact as Partial<Record<(typeof identityFields)[number][0], string>>
  return (
    <Facts>
      {contact.kind === 'person' ? (
        <Fact name={t('field.name')}>
          {[contact.firstName, withParticle(contact.particle, contact.lastName)]
            .filter((text) => text !== '')
            .join(' ')}
        </Fact>
      ) : (
        <Fact name={t('field.organisationName')}>{contact.name}</Fact>
      )}
      {identityFields
        .filter(([field]) => (said[field] ?? '') !== '')
        .map(([field, words]) => (
          <Fact key={field} name={t(words)}>
            {said[field]}
          </Fact>
        ))}
    </Facts>
  )
}

function Life({ contact }: Props) {
  const { t, language } = useWords()
  if (contact.kind !== 'person') return null
  const { born, died, birthPlace } = contact
  const age = yearsBetween(born, died === '' ? thisDay() : died)
  return (
    <Facts>
      {(born !== '' || birthPlace !== '') && (
        <Fact name={t('field.born')}>
          {[dayInWords(born, language), birthPlace].filter((text) => text !== '').join(', ')}
          {died === '' && age !== undefined && age > 0 && <Aside text={t('record.age', { count: age })} />}
        </Fact>
      )}
      {died !== '' && (
        <Fact name={t('field.died')}>
          {dayInWords(died, language)}
          {age !== undefined && age > 0 && <Aside text={t('record.atAge', { count: age })} />}
        </Fact>
      )}
    </Facts>
  )
}

function Aliases({ contact }: Props) {
  const { t } = useWords()
  return (
    <Facts>
      {contact.aliases.map(({ kind, name, printed }) => (
        <Fact key={name} name={t(aliasKindKeys[kind])}>
          {t('record.see', { alias: name, name: contact.displayName })}
          {!printed && <Aside text={t('record.notPrinted')} />}
        </Fact>
      ))}
    </Facts>
  )
}

function Honours({ contact }: Props) {
  return (
    <ul className={classes.list}>
      {contact.honours.map(({ name, grade, year }) => (
        <li key={`${name} ${grade} ${year}`}>
          {name}
          <Aside text={[grade, year].filter((text) => text !== '').join(', ')} />
        </li>
      ))}
    </ul>
  )
}

function Stays({ contact }: Props) {
  const { t } = useWords()
  const period = usePeriod()
  if (contact.kind !== 'person') return null
  return (
    <Facts>
      {contact.stays.map(({ house, since, until, room, programme }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one may stay twice in a house
        <Fact key={index} name={period(since, until)}>
          {house}
          <Aside
            text={[room === '' ? '' : t('record.room', { room }), programme].filter((text) => text !== '').join(', ')}
          />
        </Fact>
      ))}
    </Facts>
  )
}

function Mandates({ contact }: Props) {
  const { t, language } = useWords()
  const period = usePeriod()
  return (
    <Facts>
      {contact.mandates.map((mandate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mandate may be held twice
        <Fact key={index} name={period(mandate.since, mandate.until)}>
          {[mandate.function, mandate.body].filter((text) => text !== '').join(', ')}
          <Notes>
            {mandate.election}
            {mandate.declared === '' ? '' : t('record.declared', { day: dayInWords(mandate.declared, language) })}
            {mandate.endDeclared === ''
              ? ''
              : t('record.endDeclared', { day: dayInWords(mandate.endDeclared, language) })}
          </Notes>
        </Fact>
      ))}
    </Facts>
  )
}

function Supports({ contact }: Props) {
  const { t } = useWords()
  const period = usePeriod()
  const languageName = useLanguageNames()
  return (
    <Facts>
      {contact.supports.map((support, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two offers may say the same
        <Fact key={index} name={t(support.way === 'offers' ? 'support.offers' : 'support.asks')}>
          {[t(supportSubjectKeys[support.subject]), support.field].filter((text) => text !== '').join(' – ')}
          <Notes>
            {support.languages.map((code) => languageName(code)).join(', ')}
            {period('', support.until)}
            {support.notes}
          </Notes>
        </Fact>
      ))}
    </Facts>
  )
}

function Representatives({ contact }: Props) {
  const ties = useQuery(ask.people.ties.queryOptions({ input: { id: contact.id } })).data?.people ?? []
  return <TieFacts ties={ties} />
}

/** The organisations a person is reached for; nothing when there are none. */
export function TiesToOrganisations({ contact }: Props) {
  const { t } = useWords()
  const ties = useQuery(ask.people.ties.queryOptions({ input: { id: contact.id } })).data?.organisations ?? []
  if (ties.length === 0) return null
  return (
    <Section title={t('record.organisations')}>
      <TieFacts ties={ties} />
    </Section>
  )
}

function TieFacts({ ties }: { readonly ties: readonly Tie[] }) {
  const { t } = useWords()
  const period = usePeriod()
  return (
    <Facts>
      {ties.map(({ id, displayName, rank, role, since, until }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one may be named twice, with two roles
        <Fact key={index} name={t(rankKeys[rank])}>
          <Anchor href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</Anchor>
          <Aside text={[role, period(since, until)].filter((text) => text !== '').join(', ')} />
        </Fact>
      ))}
    </Facts>
  )
}

function Others({ contact }: Props) {
  const { t } = useWords()
  const { groupOf } = useTypedFields(contact.kind)
  // What is filled together is read together, each time it was.
  const times = Map.groupBy(contact.extras, ({ name, occurrence }) => `${groupOf(name) || name} ${occurrence}`)
  return (
    <Facts>
      {[...times.values()].map((together) => {
        const [{ name, occurrence } = { name: '', occurrence: 0 }] = together
        const group = groupOf(name)
        return (
          <Fact key={`${name} ${occurrence}`} name={group || name}>
            {together.map((one, at) => (
              <span key={one.name} title={group === '' ? undefined : one.name}>
                {at > 0 && ', '}
                <FieldValue name={one.name} value={one.value} />
              </span>
            ))}
          </Fact>
        )
      })}
      {contact.notes !== '' && <Fact name={t('field.notes')}>{contact.notes}</Fact>}
    </Facts>
  )
}
