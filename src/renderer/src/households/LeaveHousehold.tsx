import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { blankAddress, type Contact } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
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

/** Who leaves a household says with which address. */
export function LeaveHousehold({ contact, onLeave }: { readonly contact: Contact; readonly onLeave: () => void }) {
  const { t } = useWords()
  const home = useHome()
  const [way, setWay] = useState<Way>('keep')
  const [place, setPlace] = useState({ street: '', postcode: '', city: '' })
  const [day, setDay] = useState('')
  const leave = useOrder(
    () =>
      client.households.leave({
        contact: contact.id,
        address: way === 'new' ? { kind: way, address: { ...blankAddress, country: home, ...place } } : { kind: way },
        ...(/^\d{4}-\d\d-\d\d$/.test(day) ? { day } : {}),
      }),
    {
      done: ({ dissolved }) => {
        onLeave()
        return t(dissolved ? 'household.leftDissolved' : 'household.left')
      },
    },
  )
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        leave.mutate(undefined)
      }}
    >
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
          <DayInput label={t('household.leaveDay')} value={day} onChange={setDay} />
        </>
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
