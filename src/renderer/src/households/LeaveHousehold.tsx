import { Button, Radio, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addressLines } from '../../../core/people/address.rules.ts'
import type { Household } from '../../../core/people/households/households.requests.ts'
import { blankAddress, type Contact } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CountryInput } from '../people/CountryInput.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { useHome } from '../register/use-home.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Household.module.css'

const ways = [
  ['keep', 'household.leaveKeep'],
  ['new', 'household.leaveNew'],
  ['none', 'household.leaveNone'],
] as const
type Way = (typeof ways)[number][0]
const stays = [
  ['keep', 'household.otherKeeps'],
  ['close', 'household.otherLeft'],
] as const

/** Who leaves a household says with which address; of two, what becomes of the other is asked too, for both are parted. */
export function LeaveHousehold({
  contact,
  household,
  onLeave,
}: {
  readonly contact: Contact
  readonly household: Household
  readonly onLeave: () => void
}) {
  const { t, language } = useWords()
  const home = useHome()
  const [way, setWay] = useState<Way>('keep')
  const [others, setOthers] = useState<'keep' | 'close'>('keep')
  const [place, setPlace] = useState({ street: '', postcode: '', city: '' })
  const [country, setCountry] = useState(home)
  const [day, setDay] = useState('')
  const leave = useOrder(
    () =>
      client.households.leave({
        contact: contact.id,
        others,
        address: way === 'new' ? { kind: way, address: { ...blankAddress, country, ...place } } : { kind: way },
        ...(/^\d{4}-\d\d-\d\d$/.test(day) ? { day } : {}),
      }),
    {
      done: ({ dissolved }) => {
        onLeave()
        return t(dissolved ? 'household.leftDissolved' : 'household.left')
      },
    },
  )
  const shared = contact.addresses.filter((address) => address.household === household.id)
  const common = shared.map((address) => addressLines(address, { home, language }).join(', ')).join(' ; ')
  const remaining = household.members.filter((member) => member.contact !== contact.id)
  const other = remaining.length === 1 ? remaining[0] : undefined
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        leave.mutate(undefined)
      }}
    >
      {common !== '' && <Text>{t('household.shares', { address: common })}</Text>}
      <Radio.Group
        label={t('household.leaveQuestion', { name: contact.displayName })}
        value={way}
        onChange={(value) => setWay(ways.find(([one]) => one === value)?.[0] ?? 'keep')}
      >
        {ways.map(([value, words]) => (
          <Radio key={value} value={value} label={t(words)} mt="xs" />
        ))}
      </Radio.Group>
      {way === 'new' && (
        <>
          {(['street', 'postcode', 'city'] as const).map((name) => (
            <TextInput
              key={name}
              label={t(`field.${name}`)}
              value={place[name]}
              onChange={(event) => setPlace({ ...place, [name]: event.currentTarget.value })}
            />
          ))}
          <CountryInput label={t('field.country')} value={country} onChange={setCountry} />
        </>
      )}
      {common !== '' && other !== undefined && (
        <Radio.Group
          label={t('household.otherQuestion', { name: other.name })}
          value={others}
          onChange={(value) => setOthers(value === 'close' ? 'close' : 'keep')}
        >
          {stays.map(([value, words]) => (
            <Radio key={value} value={value} label={t(words)} mt="xs" />
          ))}
        </Radio.Group>
      )}
      {(way === 'new' || others === 'close') && (
        <DayInput
          w="12rem"
          label={t('household.leaveDay')}
          placeholder={t('groups.today')}
          value={day}
          onChange={setDay}
        />
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          disabled={way === 'new' && Object.values(place).every((text) => text.trim() === '')}
          loading={leave.isPending}
        >
          {t('household.leave')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('household.cancel')}
        </Button>
      </div>
    </form>
  )
}
