/** The reader's thread: reads one file at a time and says what it holds. No database, no network, nothing written. */
import { open } from 'node:fs/promises'
import { serialize } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { Refusal, refusalData } from '../../kit/refusal.ts'
import { type ContactsFile, contactsIn } from '../cards/contacts-file.ts'
import type { DraftRow } from '../draft.ts'
import type { CardSample, LineWarning } from '../exchange.requests.ts'
import { type GatheredRow, gatherer } from '../gathering.ts'
import { programOf, programOfCard, repeatedColumns } from '../programs.ts'
import { knownHeader } from '../recognition.ts'
import { columnLooks } from './column-look.ts'
import type { FoundHeader } from './header.ts'
import { limits } from './limits.ts'
import type { LookFacts, OfficeMessage, ReaderJob, ReaderMessage, ReadRow } from './reader.messages.ts'
import type { ReadingNote, StagedFile } from './reading.types.ts'
import type { OpenedTable } from './rows.ts'
import { readTable } from './table.ts'

const port = parentPort
if (port === null) throw new Error('The reader runs as a worker thread')

/** Rows the office deals with at once: a few milliseconds, when each has a record to be read. */
const batchRows = 25
/** Characters of photos in a batch: they travel in base64. */
const batchPhotos = 1_000_000
/** Batches that may wait for the office. */
const ahead = 40
/** What reads cards when nobody says where they are read. */
const nobodys = { country: '', language: 'fr' } as const
/** Contacts shown of a file that has no columns. */
const samplesKept = 30

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

/** Where rows wait for their batch, and how far the thread may run ahead of the office. */
function outbox() {
  let batch: ReadRow[] = []
  let photos = 0
  let said = 0
  const send = () => {
    if (batch.length === 0) return
    say({ kind: 'rows', packed: serialize(batch) })
    waiting += 1
    batch = []
    photos = 0
  }
  return {
    send,
    row: (row: ReadRow) => {
      batch.push(row)
      photos += row.photoBytes?.length ?? 0
      if (batch.length >= batchRows || photos >= batchPhotos) send()
    },
    pause: async (done: number, total: number) => {
      const now = performance.now()
      if (now - said > 100) {
        said = now
        say({ kind: 'progress', done, total })
      }
      await officeReady()
    },
  }
}

async function work(job: ReaderJob): Promise<void> {
  if (job.task === 'statement') return workStatement(job.file)
  const contacts = await contactsIn(job.file, job.reading)
  await (contacts === undefined ? workTable(job) : workContacts(job, contacts))
}

/** Reads a statement of the bank, which is no list of people. */
async function workStatement(file: StagedFile): Promise<void> {
  const { readStatement } = await import('./statement.ts')
  const statement = await readStatement(file, outbox().pause)
  const nothing = { sheets: [], headerRow: 0, headers: [], looks: [], notes: [] }
  say({ kind: 'done', facts: { format: 'csv', ...nothing, rows: statement.lines.length, statement } })
}

/** Reads a file that gives whole contacts. */
async function workContacts(job: ReaderJob, file: ContactsFile): Promise<void> {
  const out = outbox()
  const samples: CardSample[] = []
  const problems: LineWarning[] = []
  let rows = 0
  await file.read(
    job.cards ?? nobodys,
    (row, sample) => {
      rows += 1
      if (samples.length < samplesKept) samples.push(sample())
      for (const problem of row.problems) if (problems.length < limits.warnings) problems.push(problem)
      if (job.task === 'draft') out.row(row)
    },
    out.pause,
  )
  out.send()
  if (rows === 0) throw new Refusal('fileNoRows', { name: job.file.name, headings: 'no' })
  const { format } = file
  const table = { sheets: [], headerRow: 0, headers: [], looks: [], notes: [] }
  const program = format === 'vcard' ? programOfCard(await beginning(job.file.path)) : undefined
  const made = program === undefined ? {} : { program }
  say({ kind: 'done', facts: { format, ...table, ...made, rows, cards: samples, problems } })
}

/** The first lines of a card, where it says what made it. */
async function beginning(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(2000)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return /^PRODID[^:]*:(.*)$/im.exec(bytes.toString('latin1', 0, bytesRead))?.[1] ?? ''
  } finally {
    await file.close()
  }
}

async function workTable(job: ReaderJob): Promise<void> {
  // Looking at a file needs none of the rules that read telephones and countries.
  const drafter = job.task === 'draft' ? (await import('../draft.ts')).drafter : undefined
  const notes: ReadingNote[] = []
  const looks = columnLooks()
  let found: { header: FoundHeader; table: OpenedTable } | undefined
  let draft: ((row: GatheredRow) => DraftRow) | undefined
  let gather: ReturnType<typeof gatherer> | undefined
  let rows = 0
  const out = outbox()
  const left =
    job.task === 'leftOut'
      ? (await import('./left-out-rows.ts')).leftOutRows(job.reasons, job.heading, job.csv)
      : undefined
  await readTable(job.file, job.reading, knownHeader, {
    header: (header, table) => {
      found = { header, table }
      left?.header(header.headers)
      if (job.task !== 'draft') return
      draft = drafter?.(header.headers, job.mapping, job.context)
      const { program } = job.context
      const several =
        program === undefined ? undefined : repeatedColumns(programOf(header.headers, program), header.headers)
      if (several !== undefined) gather = gatherer(several)
    },
    row: (row) => {
      rows += 1
      looks.count(row.cells)
      left?.row(row)
      if (gather !== undefined) gather.add(row)
      else if (draft !== undefined) out.row(draft(row))
    },
    note: (note) => void notes.push(note),
    pause: out.pause,
  })
  for (const row of gather?.rows() ?? []) {
    if (draft === undefined) break
    out.row(draft(row))
    await officeReady()
  }
  out.send()
  if (found === undefined || rows === 0)
    throw new Refusal('fileNoRows', { name: job.file.name, headings: found?.header.line ? 'yes' : 'no' })
  const seen = looks.looks(found.header.headers.length).slice(0, found.header.headers.length)
  // Figures alone: no column could hold the names. Who says that there is no heading is believed.
  if (found.header.line === 0 && job.reading.headerRow === undefined && !seen.some(hasWord))
    throw new Refusal('fileNoHeader', { name: job.file.name })
  const made = left === undefined ? {} : { leftOut: left.made() }
  say({ kind: 'done', facts: { ...facts(found.header, found.table, seen, rows, notes), ...made } })
}

async function officeReady(): Promise<void> {
  while (waiting > ahead) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
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
  const { format, sheets, hiddenSheets, sheet, encoding, delimiter, program } = table
  return {
    format,
    sheets,
    ...(hiddenSheets === undefined ? {} : { hiddenSheets }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(program === undefined ? {} : { program }),
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
