import { Button, Checkbox, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { addressLines, timeOf } from '../../../core/people/address.rules.ts'
import { addresseeOf, type HouseholdRole } from '../../../core/people/households/addressee.rules.ts'
import type { Household } from '../../../core/people/households/households.requests.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import { thisDay } from '../people/record-values.ts'
import { useHome } from '../register/use-home.ts'
import { useOrder } from '../ui/use-order.tsx'
import { EnvelopeWords } from './EnvelopeWords.tsx'
import classes from './Household.module.css'
import { NewCompanion } from './NewCompanion.tsx'
import { useRoles } from './roles.ts'

/** Who comes is sought at once. */
const focused = (box: HTMLInputElement | null): void => box?.focus()

/**
 * Brings somebody and this person under one envelope: a household is made of the two, or the one joins the household of the
 * other. What will be written on the envelope is shown while one chooses.
 */
export function MakeHousehold({
  contact,
  household,
  onLeave,
}: {
  readonly contact: Contact
  /** The household of the contact, which somebody joins; none: one is made. */
  readonly household: Household | undefined
  readonly onLeave: () => void
}) {
  const { t, language } = useWords()
  const home = useHome()
  const roles = useRoles()
  const [picked, setPicked] = useState(0)
  const [role, setRole] = useState<HouseholdRole>('partner')
  const [address, setAddress] = useState<string>()
  const [close, setClose] = useState(false)
  // Whose record was just made has all that is asked: the household is one key away.
  const made = useRef(0)
  const ready = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (picked > 0 && picked === made.current) ready.current?.focus()
  }, [picked])
  const other = useQuery({ ...ask.people.read.queryOptions({ input: { id: picked } }), enabled: picked > 0 }).data
  const theirs = useQuery({
    ...ask.households.ofContact.queryOptions({ input: { id: picked } }),
    enabled: picked > 0,
  }).data
  const joins = household ?? theirs ?? undefined

  const places = [contact, ...(other === undefined ? [] : [other])].flatMap((owner) =>
    owner.addresses.flatMap((one, position) =>
      // Where nobody lives any more is nobody's address in common.
      timeOf(one, thisDay()) === 'former'
        ? []
        : [
            {
              value: `${owner.id} ${position}`,
              label: t('household.addressOf', {
                address: addressLines(one, { home, language }).join(', '),
                name: owner.displayName,
              }),
            },
          ],
    ),
  )
  const chosen = address ?? places[0]?.value ?? ''
  const former = close ? ('close' as const) : ('keep' as const)

  const save = useOrder(
    async () => {
      if (joins !== undefined) {
        return client.households.join({
          id: joins.id,
          contact: household === undefined ? contact.id : picked,
          role,
          former,
        })
      }
      const [owner, position] = chosen.split(' ').map(Number)
      return client.households.make({
        members: [{ contact: contact.id }, { contact: picked, role }],
        address: owner === undefined || position === undefined || chosen === '' ? null : { contact: owner, position },
        former,
      })
    },
    {
      done: () => {
        onLeave()
        return t(joins === undefined ? 'household.made' : 'household.joined')
      },
    },
  )

  const people = [contact, ...(other === undefined ? [] : [{ ...other, role }])]
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        if (picked > 0) save.mutate(undefined)
      }}
    >
      <PersonPicker label={t('household.with')} person={picked} onPick={setPicked} inputRef={focused} />
      {picked === 0 && (
        <NewCompanion
          onMade={(id) => {
            made.current = id
            setPicked(id)
          }}
        />
      )}
      <Select
        label={t('household.role')}
        data={roles}
        value={role}
        allowDeselect={false}
        onChange={(value) => setRole(value ?? 'partner')}
      />
      {joins === undefined ? (
        <Select
          label={t('household.address')}
          data={[...places, { value: '', label: t('household.addressNone') }]}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setAddress(value ?? '')}
        />
      ) : (
        household === undefined &&
        other !== undefined && (
          <Text>{t('household.joinThis', { name: other.displayName, contact: contact.displayName })}</Text>
        )
      )}
      <Checkbox
        label={t('household.close')}
        checked={close}
        onChange={(event) => setClose(event.currentTarget.checked)}
      />
      {joins === undefined && other !== undefined && (
        <EnvelopeWords words={{ fr: addresseeOf(people, 'fr'), en: addresseeOf(people, 'en') }} />
      )}
      <div className={classes.buttons}>
        <Button ref={ready} type="submit" disabled={picked === 0} loading={save.isPending}>
          {t(joins === undefined ? 'household.make' : 'household.save')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('household.cancel')}
        </Button>
      </div>
    </form>
  )
}
