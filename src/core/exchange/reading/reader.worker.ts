/** The reader's thread: reads one file at a time and says what it holds. No database, no network, nothing written. */
import { parentPort } from 'node:worker_threads'
import { Refusal, refusalData } from '../../kit/refusal.ts'
import type { DraftRow } from '../draft.ts'
import { knownHeader } from '../recognition.ts'
import { columnLooks } from './column-look.ts'
import type { FoundHeader } from './header.ts'
import type { LookFacts, OfficeMessage, ReaderJob, ReaderMessage } from './reader.messages.ts'
import type { RawRow, ReadingNote } from './reading.types.ts'
import type { OpenedTable } from './rows.ts'
import { readTable } from './table.ts'

const port = parentPort
if (port === null) throw new Error('The reader runs as a worker thread')

const batchRows = 250
/** Batches that may wait for the office. */
const ahead = 4

const say = (message: ReaderMessage) => port.postMessage(message)

let waiting = 0
let wake: () => void = () => {}
port.on('message', (message: OfficeMessage) => {
  if (message.kind === 'more') {
    waiting -= 1
    wake()
  } else {
    waiting = 0
    void work(message.job).catch(complain)
  }
})

async function work(job: ReaderJob): Promise<void> {
  // Looking at a file needs none of the rules that read telephones and countries.
  const drafter = job.task === 'draft' ? (await import('../draft.ts')).drafter : undefined
  const notes: ReadingNote[] = []
  const looks = columnLooks()
  let found: { header: FoundHeader; table: OpenedTable } | undefined
  let draft: ((row: RawRow) => DraftRow) | undefined
  let batch: DraftRow[] = []
  let rows = 0
  let said = 0
  const send = () => {
    if (batch.length === 0) return
    say({ kind: 'rows', rows: batch })
    waiting += 1
    batch = []
  }
  await readTable(job.file, job.reading, knownHeader, {
    header: (header, table) => {
      found = { header, table }
      if (job.task === 'draft') draft = drafter?.(header.headers, job.mapping, job.context)
    },
    row: (row) => {
      rows += 1
      looks.count(row.cells)
      if (draft !== undefined) {
        batch.push(draft(row))
        if (batch.length >= batchRows) send()
      }
    },
    note: (note) => void notes.push(note),
    pause: async (done, total) => {
      const now = performance.now()
      if (now - said > 100) {
        said = now
        say({ kind: 'progress', done, total })
      }
      while (waiting > ahead) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  })
  send()
  if (found === undefined || rows === 0)
    throw new Refusal('fileNoRows', { name: job.file.name, headings: found?.header.line ? 'yes' : 'no' })
  const seen = looks.looks(found.header.headers.length).slice(0, found.header.headers.length)
  // Figures alone: no column could hold the names. Who says that there is no heading is believed.
  if (found.header.line === 0 && job.reading.headerRow === undefined && !seen.some(hasWord))
    throw new Refusal('fileNoHeader', { name: job.file.name })
  say({ kind: 'done', facts: facts(found.header, found.table, seen, rows, notes) })
}

const hasWord = ({ samples, values }: LookFacts['looks'][number]): boolean =>
  [...samples, ...values].some((cell) => /\p{L}{2}|\p{Lo}/u.test(cell))

function facts(
  header: FoundHeader,
  table: OpenedTable,
  looks: LookFacts['looks'],
  rows: number,
  notes: readonly ReadingNote[],
): LookFacts {
  const { format, sheets, sheet, encoding, delimiter } = table
  return {
    format,
    sheets,
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    headerRow: header.line,
    headers: header.headers,
    looks,
    rows,
    notes,
  }
}

function complain(error: unknown): void {
  if (error instanceof Refusal) say({ kind: 'refused', refusal: refusalData(error) })
  else {
    const fault = error instanceof Error ? error : new Error(String(error))
    say({ kind: 'failed', message: fault.message, stack: fault.stack ?? '' })
  }
}
