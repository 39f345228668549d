import { Button, Checkbox, Radio, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Progress } from '../../../core/kit/request.ts'
import type { Paper } from '../../../core/papers/papers.requests.ts'
import type { FormsReport, LeftOutOfForms } from '../../../core/people/forms/forms.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { everybody, narrowed, useListMemory } from '../people/list-memory.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { useKeptWork } from '../ui/kept-work.ts'
import { fragmentOf } from '../ui/route.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Forms.module.css'

type Asked = {
  readonly filter: ContactFilter
  readonly list: string
  readonly order: 'name' | 'post'
  readonly returnTo: string
  readonly returnBy: string
  readonly evenIfMissing: boolean
}
type LeftOut = { readonly count: number; readonly first: readonly LeftOutOfForms[] }
type Made = { readonly paper: Paper & { readonly report: FormsReport; readonly leftOut: LeftOut }; readonly file: Blob }

async function make(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, Made, void> {
    const paper: Made['paper'] = yield* await client.forms.print(asked, { signal })
    const file = yield* fetchPaper(paper, signal)
    return { paper, file }
  }
  return steps()
}

const making = { words: 'forms.making', from: { screen: 'forms', printing: true } } as const

/** Where answers go back to is asked once, and proposed again on this computer. */
const remembered = 'amicale-forms-return-to'

/** Who gets a sheet, and where it comes back to. */
export function PrintForms() {
  const { t } = useWords()
  const note = useTroubleNote()
  const { filter, saved } = useListMemory()
  const lists = useQuery(ask.lists.list.queryOptions({ input: {} })).data?.lists ?? []
  const list = lists.find(({ id }) => id === saved)?.name ?? ''
  const [leftOut, setLeftOut] = useState<LeftOut>()
  const [whole, setWhole] = useState(!narrowed(filter))
  const [order, setOrder] = useState<'name' | 'post'>('name')
  const [returnTo, setReturnTo] = useState(() => window.localStorage.getItem(remembered) ?? '')
  const [returnBy, setReturnBy] = useState('')
  const [evenIfMissing, setEvenIfMissing] = useState(false)
  const work = useKeptWork('forms', making, make)

  const run = async () => {
    window.localStorage.setItem(remembered, returnTo)
    setLeftOut(undefined)
    try {
      const { paper, file } = await work.run({
        filter: whole ? everybody : filter,
        list: whole ? '' : list,
        ...{ order, returnTo, returnBy, evenIfMissing },
      })
      saveFile(paper.name, file)
      setLeftOut(paper.leftOut)
      const { printed, withoutAddress } = paper.report
      const ready = t('forms.made', { count: printed, name: paper.name })
      const rest = withoutAddress === 0 ? '' : ` ${t('forms.withoutAddress', { count: withoutAddress })}`
      notifications.show({ message: ready + rest, autoClose: 15_000 })
    } catch (thrown) {
      note(thrown)
    }
  }
  if (work.running) return <WorkProgress running={work.running} cancel={work.cancel} />
  return (
    <form
      className={classes.print}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <Radio.Group
        label={t('forms.who')}
        value={whole ? 'all' : 'list'}
        onChange={(value) => setWhole(value === 'all')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('forms.everybody')} />
          <Radio
            value="list"
            label={list === '' ? t('forms.filtered') : t('forms.filteredNamed', { name: list })}
            disabled={!narrowed(filter)}
          />
        </Stack>
      </Radio.Group>
      <div>
        <label htmlFor="forms-order">{t('forms.order')}</label>
        <SegmentedControl
          id="forms-order"
          ml="sm"
          aria-label={t('forms.order')}
          data={[
            { value: 'name', label: t('forms.byName') },
            { value: 'post', label: t('forms.byPost') },
          ]}
          value={order}
          onChange={(value) => setOrder(value === 'post' ? 'post' : 'name')}
        />
      </div>
      <Textarea
        label={t('forms.returnTo')}
        description={t('forms.returnToHelp')}
        autosize
        minRows={3}
        maxRows={6}
        maxLength={400}
        value={returnTo}
        onChange={(event) => setReturnTo(event.currentTarget.value)}
      />
      <DayInput label={t('forms.returnBy')} value={returnBy} onChange={setReturnBy} maw="12rem" />
      <Checkbox
        label={t('forms.evenIfMissing')}
        checked={evenIfMissing}
        onChange={(event) => setEvenIfMissing(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit">{t('forms.make')}</Button>
      </div>
      {leftOut !== undefined && leftOut.count > 0 && <WithoutForm leftOut={leftOut} />}
    </form>
  )
}

const whyKeys = {
  organisation: 'forms.whyOrganisation',
  deceased: 'forms.whyDeceased',
  trashed: 'forms.whyTrashed',
} as const satisfies Record<LeftOutOfForms['why'], string>

/** Who of the list got no sheet, and why: the sheets are fewer than the list. */
function WithoutForm({ leftOut: { count, first } }: { readonly leftOut: LeftOut }) {
  const { t } = useWords()
  return (
    <section role="status">
      <Text fw={600}>{t('forms.without', { count })}</Text>
      <ul className={classes.without}>
        {first.map(({ id, name, why }) => (
          <li key={id}>
            <a href={fragmentOf({ screen: 'record', id, editing: false })}>{name}</a>{' '}
            <span className={classes.quiet}>{t(whyKeys[why])}</span>
          </li>
        ))}
        {count > first.length && (
          <li className={classes.quiet}>{t('forms.withoutMore', { count: count - first.length })}</li>
        )}
      </ul>
    </section>
  )
}
