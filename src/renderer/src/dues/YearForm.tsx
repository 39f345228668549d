import { Alert, Button, Group, Select, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import { type RateFacts, type YearKind, yearKinds } from '../../../core/dues/dues.rules.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'
import { yearKindKeys } from './dues-words.ts'
import { useRates } from './use-rates.tsx'

type YearDays = Facts & { readonly dueBy: string; readonly lateFrom: string }
type Facts = { readonly name: string; readonly kind: YearKind; readonly starts: string; readonly ends: string }

/** The name and the days of a year. */
function YearFields({ facts, set }: { readonly facts: YearDays; readonly set: (changes: Partial<YearDays>) => void }) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        label={t('dues.name')}
        data-autofocus
        maxLength={60}
        value={facts.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t('dues.kind')}
        allowDeselect={false}
        data={yearKinds.map((kind) => ({ value: kind, label: t(yearKindKeys[kind]) }))}
        value={facts.kind}
        onChange={(kind) => set({ kind: kind ?? 'calendar' })}
      />
      <DayInput label={t('dues.starts')} value={facts.starts} onChange={(starts) => set({ starts })} />
      <DayInput label={t('dues.ends')} value={facts.ends} onChange={(ends) => set({ ends })} />
      <DayInput label={t('dues.dueBy')} value={facts.dueBy} onChange={(dueBy) => set({ dueBy })} />
      <DayInput label={t('dues.lateFrom')} value={facts.lateFrom} onChange={(lateFrom) => set({ lateFrom })} />
    </>
  )
}

/** The name and the days of a year that is there, to be changed. */
export function YearEdit({ year, onDone }: { readonly year: DueYear; readonly onDone: () => void }) {
  const words = useWords()
  const { t } = words
  const { name, kind, starts, ends, dueBy, lateFrom } = year
  const [facts, setFacts] = useState<YearDays>({ name, kind, starts, ends, dueBy, lateFrom })
  const [trouble, setTrouble] = useState('')
  const save = useOrder(() => client.dues.updateYear({ id: year.id, revision: year.revision, ...facts }), {
    done: () => {
      onDone()
      return t('dues.yearChanged')
    },
    refused: (thrown) => {
      setTrouble(troubleWords(troubleOf(thrown), words))
      return true
    },
  })
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('dues.editYear')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <YearFields
        facts={facts}
        set={(changes) => {
          setFacts((before) => ({ ...before, ...changes }))
          setTrouble('')
        }}
      />
      {trouble !== '' && (
        <Alert role="alert" color="orange" className={classes.whole ?? ''}>
          {trouble}
        </Alert>
      )}
      <Group className={classes.whole ?? ''}>
        <Button type="submit" loading={save.isPending}>
          {t('dues.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('dues.cancel')}
        </Button>
      </Group>
    </form>
  )
}

/** A year to open, with its rates: those of the year before, or the usual categories. */
export function YearForm({
  next,
  rates: proposed,
  onDone,
  onLeave,
}: {
  readonly next: Facts
  readonly rates: readonly RateFacts[]
  readonly onDone: (id: number) => void
  readonly onLeave: () => void
}) {
  const words = useWords()
  const { t } = words
  const [facts, setFacts] = useState({ ...next, dueBy: '', lateFrom: '' })
  const [trouble, setTrouble] = useState('')
  const rates = useRates(proposed)
  const set = (changes: Partial<typeof facts>) => {
    setFacts((before) => ({ ...before, ...changes }))
    setTrouble('')
  }
  const save = useOrder((read: RateFacts[]) => client.dues.createYear({ ...facts, rates: read }), {
    done: ({ id }) => {
      onDone(id)
      return t('dues.yearMade')
    },
    refused: (thrown) => {
      setTrouble(troubleWords(troubleOf(thrown), words))
      return true
    },
  })
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const read = rates.read()
        if (read !== undefined) save.mutate(read)
      }}
    >
      <Title order={2} className={classes.whole ?? ''}>
        {t('dues.newYear')}
      </Title>
      <YearFields facts={facts} set={set} />
      <Title order={3} className={classes.whole ?? ''}>
        {t('dues.rates')}
      </Title>
      {rates.fields}
      {trouble !== '' && (
        <Alert role="alert" color="orange" className={classes.whole ?? ''}>
          {trouble}
        </Alert>
      )}
      <Group className={classes.whole ?? ''}>
        <Button type="submit" loading={save.isPending}>
          {t('dues.save')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('dues.cancel')}
        </Button>
      </Group>
    </form>
  )
}
