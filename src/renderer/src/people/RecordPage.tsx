import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { addressLines } from '../../../core/people/address.rules.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { formatPhone } from '../../../core/people/phone.rules.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import classes from './Record.module.css'
import { RecordHistory } from './RecordHistory.tsx'
import { groupKindKeys, statusKeys } from './status-words.ts'

/** A record as one reads it: only what is known, in the order one looks for it. */
export function RecordPage({ contact }: { readonly contact: Contact }) {
  return (
    <div className={classes.page}>
      <div>
        <Reach contact={contact} />
        <Belonging contact={contact} />
        {contact.kind === 'person' && <Identity contact={contact} />}
        <Others contact={contact} />
      </div>
      <RecordHistory id={contact.id} />
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={2}>{title}</Title>
      {children}
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

const Label = ({ text }: { readonly text: string }) =>
  text === '' ? null : <span className={classes.label}>{text}</span>

function Reach({ contact }: { readonly contact: Contact }) {
  const { t, language } = useWords()
  const home = useHome()
  const nothing = contact.emails.length + contact.phones.length + contact.addresses.length === 0
  return (
    <Section title={t('record.reach')}>
      {nothing && <p>{t('record.nothingYet')}</p>}
      <dl className={classes.facts}>
        {contact.addresses.map((address, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the addresses of a record have no other name than their place
          <Fact key={index} name={address.label || t('field.address')}>
            {addressLines(address, { home, language }).join('\n')}
          </Fact>
        ))}
        {contact.phones.map(({ label, number }) => (
          <Fact key={number} name={t('field.phone')}>
            <a className={classes.number} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
              {formatPhone(number, home, language)}
            </a>
            <Label text={label} />
          </Fact>
        ))}
        {contact.emails.map(({ label, address }) => (
          <Fact key={address} name={t('field.email')}>
            <a href={`mailto:${encodeURIComponent(address)}`}>{address}</a>
            <Label text={label} />
          </Fact>
        ))}
      </dl>
    </Section>
  )
}

function Belonging({ contact }: { readonly contact: Contact }) {
  const { t } = useWords()
  return (
    <Section title={t('record.association')}>
      <dl className={classes.facts}>
        {contact.memberNumber !== '' && <Fact name={t('field.memberNumber')}>{contact.memberNumber}</Fact>}
        <Fact name={t('field.status')}>{t(statusKeys[contact.status])}</Fact>
        {contact.category !== '' && <Fact name={t('field.category')}>{contact.category}</Fact>}
        {contact.groups.map(({ kind, name }) => (
          <Fact key={`${kind} ${name}`} name={t(groupKindKeys[kind])}>
            {name}
          </Fact>
        ))}
        {contact.joined !== '' && <Fact name={t('field.joined')}>{contact.joined}</Fact>}
        {contact.profession !== '' && <Fact name={t('field.profession')}>{contact.profession}</Fact>}
      </dl>
    </Section>
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
] as const satisfies readonly (readonly [string, PlainKey])[]

function Identity({ contact }: { readonly contact: Contact & { readonly kind: 'person' } }) {
  const { t } = useWords()
  const known = identityFields.filter(([field]) => contact[field] !== '')
  if (known.length === 0) return null
  return (
    <Section title={t('record.identity')}>
      <dl className={classes.facts}>
        {known.map(([field, words]) => (
          <Fact key={field} name={t(words)}>
            {contact[field]}
          </Fact>
        ))}
      </dl>
    </Section>
  )
}

function Others({ contact }: { readonly contact: Contact }) {
  const { t } = useWords()
  const acronym = contact.kind === 'organisation' ? contact.acronym : ''
  if (contact.notes === '' && acronym === '' && contact.extras.length === 0) return null
  return (
    <Section title={t('record.others')}>
      <dl className={classes.facts}>
        {acronym !== '' && <Fact name={t('field.acronym')}>{acronym}</Fact>}
        {contact.extras.map(({ name, value }) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        {contact.notes !== '' && <Fact name={t('field.notes')}>{contact.notes}</Fact>}
      </dl>
    </Section>
  )
}
