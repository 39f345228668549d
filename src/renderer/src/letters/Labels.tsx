import { Button, Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { finish, type Progress } from '../../../core/kit/request.ts'
import type { LabelsMade } from '../../../core/letters/labels.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { cellsOf, mostOffset, type SheetFormat, usualFormat } from '../../../core/sheets/sheets.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { useKeptWork } from '../ui/kept-work.ts'
import { useDone, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Letters.module.css'
import { Proof } from './Proof.tsx'
import { ReachedWhom } from './Reached.tsx'

const making = { words: 'labels.making', from: { screen: 'letters' } } as const
const uses = ['labels', 'envelopes'] as const

type Asked = Parameters<typeof client.labels.print>[0]

async function makeLabels(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps() {
    const made: LabelsMade = yield* await client.labels.print(asked, { signal })
    const file = yield* fetchPaper(made.file, signal)
    return { made, file }
  }
  return steps() as AsyncGenerator<Progress, { made: LabelsMade; file: Blob }, void>
}

async function makeTestPage(
  asked: Parameters<typeof client.sheets.testPage>[0],
  { signal }: { readonly signal: AbortSignal },
) {
  async function* steps() {
    const paper = yield* await client.sheets.testPage(asked, { signal })
    return { name: paper.name, file: yield* fetchPaper(paper, signal) }
  }
  return steps() as AsyncGenerator<Progress, { name: string; file: Blob }, void>
}

/** Addresses of whom a filter lets through, on sheets of labels or on envelopes: who gets one, which sheet, then the file. */
export function Labels({ filter }: { readonly filter: ContactFilter }) {
  const { t } = useWords()
  const note = useTroubleNote()
  const done = useDone()
  const [code, setCode] = useState<string>(usualFormat.labels)
  const [first, setFirst] = useState(1)
  const [offset, setOffset] = useState({ x: 0, y: 0 })
  const [byHousehold, setByHousehold] = useState(true)
  const [preferEmail, setPreferEmail] = useState(false)
  const [sender, setSender] = useState(false)
  const [about, setAbout] = useState('')
  const [proof, setProof] = useState<Blob>()
  const [tooLong, setTooLong] = useState<LabelsMade['report']['tooLong']>([])
  const work = useKeptWork('labels', making, makeLabels)
  const proofWork = useWork(makeLabels)
  const testWork = useWork(makeTestPage)
  const { formats = [] } = useQuery(ask.sheets.formats.queryOptions({ input: {} })).data ?? {}
  const format = formats.find((one) => one.code === code)
  const cells = format === undefined ? 1 : cellsOf(format)
  const whom = { filter, byHousehold, preferEmail }
  const look = useQuery({
    queryKey: ['labels', 'look', whom],
    queryFn: async ({ signal }) => await finish(await client.labels.look(whom, { signal })),
    placeholderData: keepPreviousData,
  })

  const run = async (isProof: boolean) => {
    const asked = { ...whom, format: code, first: Math.min(first, cells), offset, sender, about }
    try {
      const { made, file } = await (isProof ? proofWork : work).run({ ...asked, proof: isProof })
      setTooLong(made.report.tooLong)
      if (isProof) {
        setProof(file)
        return
      }
      saveFile(made.file.name, file)
      const act = made.mailing === 0 ? undefined : (await client.history.list({ limit: 1 })).acts[0]?.id
      done(t('labels.made', { count: made.report.labels }), act)
    } catch (thrown) {
      note(thrown)
    }
  }
  const test = async () => {
    try {
      const { name, file } = await testWork.run({ format: code, offset })
      saveFile(name, file)
    } catch (thrown) {
      note(thrown)
    }
  }
  const nameOf = ({ columns, rows, cell, page, use, ...one }: SheetFormat): string =>
    use === 'envelopes'
      ? t('labels.envelopeName', { code: one.code, width: page.width, height: page.height })
      : t('labels.formatName', { code: one.code, columns, rows, width: cell.width, height: cell.height })
  const running = work.running ?? proofWork.running ?? testWork.running
  const cancel = work.running ? work.cancel : proofWork.running ? proofWork.cancel : testWork.cancel
  const tenths = (axis: 'x' | 'y') => (
    <NumberInput
      label={t(axis === 'x' ? 'labels.right' : 'labels.down')}
      value={offset[axis]}
      min={-mostOffset}
      max={mostOffset}
      allowDecimal={false}
      onChange={(value) => typeof value === 'number' && setOffset({ ...offset, [axis]: value })}
    />
  )
  return (
    <div className={classes.panes}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (running === undefined) void run(false)
        }}
      >
        <p className={classes.quiet}>{t('labels.lead')}</p>
        <Select
          label={t('labels.format')}
          data={uses.map((use) => ({
            group: t(`labels.group.${use}`),
            items: formats.filter((one) => one.use === use).map((one) => ({ value: one.code, label: nameOf(one) })),
          }))}
          value={code}
          allowDeselect={false}
          onChange={(value) => {
            setCode(value ?? usualFormat.labels)
            setFirst(1)
          }}
        />
        {cells > 1 && (
          <NumberInput
            label={t('labels.first')}
            description={t('labels.firstHelp')}
            value={first}
            min={1}
            max={cells}
            allowDecimal={false}
            clampBehavior="strict"
            onChange={(value) => typeof value === 'number' && setFirst(value)}
          />
        )}
        <div className={classes.two}>
          {tenths('x')}
          {tenths('y')}
        </div>
        <Checkbox
          label={t('labels.byHousehold')}
          checked={byHousehold}
          onChange={(event) => setByHousehold(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('labels.preferEmail')}
          checked={preferEmail}
          onChange={(event) => setPreferEmail(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('labels.sender')}
          checked={sender}
          onChange={(event) => setSender(event.currentTarget.checked)}
        />
        <TextInput
          label={t('labels.about')}
          description={t('labels.aboutHelp')}
          value={about}
          maxLength={120}
          onChange={(event) => setAbout(event.currentTarget.value)}
        />
        <ReachedWhom
          said={t('labels.count', { count: look.data?.labels ?? 0 })}
          doubtful={t('labels.doubtful', { count: look.data?.doubtful.length ?? 0 })}
          report={look.data}
        />
        {tooLong.length > 0 && (
          <p role="alert">
            {t('labels.tooLong', {
              count: tooLong.length,
              names: tooLong
                .slice(0, 5)
                .map(({ name }) => name)
                .join(', '),
            })}
          </p>
        )}
        {running ? (
          <WorkProgress running={running} cancel={cancel} />
        ) : (
          <Group>
            <Button variant="default" onClick={() => void test()}>
              {t('labels.testPage')}
            </Button>
            <Button variant="default" onClick={() => void run(true)} disabled={look.data?.labels === 0}>
              {t('labels.proof')}
            </Button>
            <Button type="submit" disabled={look.data?.labels === 0}>
              {t('labels.make')}
            </Button>
          </Group>
        )}
      </form>
      {proof !== undefined && <Proof file={proof} />}
    </div>
  )
}
