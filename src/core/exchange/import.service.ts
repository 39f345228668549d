/** Answers for lists coming in: staged, looked at, previewed, imported all or nothing. */
import { randomBytes } from 'node:crypto'
import { duesComingIn } from '../dues/coming-in.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers, WorkDesk } from '../kit/request.ts'
import { consentsStore } from '../people/consents/consents.store.ts'
import { correctionsIn } from '../people/history/corrections.ts'
import { sharing } from '../people/households/sharing.ts'
import { putInList } from '../people/lists/put-in-list.ts'
import { matchableInBatches } from '../people/people.batches.ts'
import { type PeopleStore, peopleStore } from '../people/people.service.ts'
import { photoStore } from '../people/photo.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import type { CardContext } from './cards/card-desk.ts'
import { dayOrderOf } from './day-order.ts'
import type { DraftRow } from './draft.ts'
import type { DraftContext } from './draft-desk.ts'
import type {
  ColumnTarget,
  exchangeRequests,
  FileChoices,
  Foreseen,
  Imported,
  Look,
  PreviewCounts,
  Reading,
} from './exchange.requests.ts'
import { type Remembered, rememberChoices, rememberedFor, rememberMapping } from './import-memory.ts'
import { handfuls, importWriter, type Stores } from './import-writer.ts'
import { withoutLeftOut } from './left-out.rules.ts'
import { leftOutPaper } from './left-out.ts'
import { lookWarnings } from './look-warnings.ts'
import type { Ways } from './plan-book.ts'
import { newPlan, type Plan } from './preview.ts'
import { programOf } from './programs.ts'
import type { LookFacts, ReadRow } from './reading/reader.messages.ts'
import { readFile } from './reading/reader.ts'
import type { StagedFile } from './reading/reading.types.ts'
import { headerSignature, type RememberedMapping, recogniseColumns } from './recognition.ts'
import type { PhotoShelf, Staging } from './staging.ts'

/** Registers smaller than this are being filled: nothing in them is much to lose. */
const brakeFrom = 20
/** Previews kept at once: beyond it the oldest is forgotten. */
const previewsKept = 3

type KeptPreview = {
  readonly plan: Plan
  readonly staging: string
  readonly file: string
  readonly reading: Reading
  readonly ofCards: boolean
  readonly changeCount: number
  readonly signature: string
  readonly mapping: RememberedMapping
  readonly couples: boolean
  readonly withPhotos: boolean
  readonly photos: PhotoShelf
}

type ImportAnswers = Pick<
  Answers<typeof exchangeRequests>,
  'stage' | 'discard' | 'look' | 'preview' | 'previewLines' | 'weigh' | 'decide' | 'leftOut' | 'import'
>

export function importAnswers(register: Register, papers: Papers, staging: Staging): ImportAnswers {
  const people = peopleStore(register)
  const photos = photoStore(register)
  const reader = { readMany: people.readMany, photos: photos.ofContacts, answers: consentsStore(register).answersOf }
  const cards = (): CardContext => {
    const { country, language } = readAssociation(register)
    return { country, language }
  }
  const named = register.prepare('SELECT 1 FROM extra WHERE name = ? LIMIT 1')
  const isField = (heading: string) => named.get(heading.slice(0, 80)) !== undefined
  const previews = new Map<string, KeptPreview>()
  /** The imports under way, by the file they are of: until one has ended, its photos are needed. */
  const writing = new Map<string, Promise<unknown>>()
  /** What looking at a staged file showed of how its rows are to be read. */
  const looked = new Map<string, { readonly reading: string; readonly look: Look }>()
  const lookedAt = async (id: string, file: StagedFile, reading: Reading, desk: WorkDesk): Promise<Look> => {
    const known = looked.get(id)
    if (known?.reading === JSON.stringify(reading)) return known.look
    return lookOf(await readFile({ task: 'look', file, reading }, desk), reading, { isField })
  }
  const isWritten = (preview: string) => writing.has(previews.get(preview)?.staging ?? '')
  const forget = (preview: string) => {
    previews.get(preview)?.photos.discard()
    previews.delete(preview)
  }
  const found = (preview: string): KeptPreview => {
    const kept = previews.get(preview)
    if (kept === undefined) throw new Refusal('importStale')
    return kept
  }

  return {
    stage: staging.stage,
    discard: async ({ staging: id }) => {
      await writing.get(id)?.catch(() => {})
      for (const [preview, kept] of previews) if (kept.staging === id) forget(preview)
      looked.delete(id)
      return { discarded: staging.discard(id) }
    },

    look: async ({ staging: id, reading }, desk) => {
      const file = staging.file(id)
      await register.whenFree()
      const facts = await readFile({ task: 'look', file, reading, cards: cards() }, desk)
      await register.whenFree()
      const kept = rememberedFor(register, headerSignature(facts.headers))
      const seen = lookOf(facts, reading, { ...kept, isField })
      looked.set(id, { reading: JSON.stringify(reading), look: seen })
      return seen
    },

    preview: async ({ staging: id, reading, mapping, choices }, desk) => {
      const file = staging.file(id)
      const look = await lookedAt(id, file, reading, desk)
      await register.whenFree()
      const changeCount = register.changeCount()
      const context = cards()
      const waiting = staging.photos(id)
      const dues = { ...duesComingIn(register), language: context.language }
      const plan = newPlan(sharing(register), waysOf(choices), dues, correctionsIn(register))
      const refuseStale = () => {
        if (register.changeCount() !== changeCount) throw new Refusal('importStale')
      }
      await gather(register, people, plan, desk)
      refuseStale()
      const facts = await readFile(
        {
          task: 'draft',
          file,
          reading,
          mapping,
          cards: context,
          context: draftContext(context.country, mapping, choices, look),
        },
        desk,
        async (drafts) => {
          await register.whenFree()
          if (desk.signal.aborted) return
          refuseStale()
          plan.add(withPhotosAside(drafts, choices.photos ? waiting : undefined), reader)
        },
      )
      const preview = randomBytes(16).toString('hex')
      const idle = [...previews.keys()].filter((one) => !isWritten(one))
      for (const oldest of idle.slice(0, Math.max(0, previews.size - previewsKept + 1))) forget(oldest)
      const signature = headerSignature(facts.headers)
      // An empty column was left aside because it was empty: that says nothing of the next file.
      const chosen = mapping.map((target, at) => (facts.looks[at]?.filled === 0 && target === 'skip' ? null : target))
      previews.set(preview, {
        plan,
        staging: id,
        file: file.name,
        reading,
        ofCards: facts.cards !== undefined,
        changeCount,
        signature,
        mapping: withoutLeftOut(facts.headers, chosen),
        couples: choices.couples,
        withPhotos: choices.photos,
        photos: waiting,
      })
      return { preview, ...plan.foreseen() }
    },

    previewLines: ({ preview, ...view }) => found(preview).plan.lines(view),

    weigh: ({ preview, ...choices }) => {
      const { plan } = found(preview)
      plan.weigh(waysOf(choices))
      return plan.foreseen()
    },

    decide: ({ preview, line, part, choice, record: id }) => {
      const { plan, changeCount } = found(preview)
      if (register.changeCount() !== changeCount) throw new Refusal('importStale')
      const record = id === undefined ? undefined : people.read(id)
      const reason = plan.decide({ line, part, choice, record })
      if (reason !== undefined) throw new Refusal('invalidInput', { line, choice, reason }, 'line')
      return plan.foreseen()
    },

    leftOut: async ({ preview, csv }, desk) => {
      const { plan, staging: id, reading, ofCards } = found(preview)
      if (ofCards) throw new Refusal('invalidInput', { reason: 'cards' }, 'preview')
      await register.whenFree()
      const { language } = readAssociation(register)
      return leftOutPaper(papers, { lines: plan.leftOut(), language, csv, file: staging.file(id), reading }, desk)
    },

    import: async ({ preview, leaveRefused, evenIfSweeping }, desk) => {
      const kept = found(preview)
      await register.whenFree()
      if (register.changeCount() !== kept.changeCount) throw new Refusal('importStale')
      const foreseen = kept.plan.foreseen()
      const { counts } = foreseen
      if (counts.refused > 0 && !leaveRefused)
        throw new Refusal('invalidInput', { reason: 'refusedLines', count: counts.refused }, 'leaveRefused')
      if (!evenIfSweeping) refuseSweeping(foreseen, kept.plan.live())
      // Nothing to write is no act: the history does not speak of it.
      const nothing = counts.created + counts.changed === 0
      const work = nothing ? Promise.resolve({ act: 0 }) : written(register, { people, photos }, kept, counts, desk)
      const release = staging.hold(kept.staging)
      writing.set(kept.staging, work)
      const done = await work.finally(() => {
        writing.delete(kept.staging)
        release()
      })
      forget(preview)
      looked.delete(kept.staging)
      staging.discard(kept.staging)
      return { ...done, counts }
    },
  }
}

/** Gathers everybody whom a line may be about; stops when nobody waits for it any more. */
async function gather(
  register: Register,
  people: PeopleStore,
  plan: Plan,
  { signal, progress }: WorkDesk,
): Promise<void> {
  let known = 0
  const total = Number(register.prepare('SELECT count(*) FROM contact').pluck().get())
  for await (const records of matchableInBatches(register, people)) {
    if (signal.aborted) return
    plan.know(records)
    known += records.length
    progress('gathering', Math.min(known, total), total)
  }
}

const waysOf = ({ way, fields }: Pick<FileChoices, 'way' | 'fields'>): Ways => ({
  way,
  fields: new Map(fields.map((one) => [one.field, one.way])),
})

const draftContext = (
  country: string,
  mapping: readonly ColumnTarget[],
  { couples }: FileChoices,
  { format, program, reading: { days } }: Look,
): DraftContext => ({
  country,
  monthFirst: days === 'monthFirst',
  ...(program === undefined ? {} : { program }),
  named: mapping.some((target) => /^(lastName|fullName|birthName|organisation)$/.test(target)),
  // Only a text needs the guard: a workbook's cells say themselves that they are text.
  guarded: format === 'csv',
  couples,
})

/** By what somebody is known: a file that replaces it in most of the records it speaks of has its columns shifted. */
const knownBy: ReadonlySet<string> = new Set(['lastName', 'firstName', 'email'])

/** Refuses `importTooSweeping`, naming the field that changes in most records. */
function refuseSweeping({ counts, fields }: Foreseen, live: number): void {
  if (live < brakeFrom) return
  const taken = fields.map(({ field, way, replaced, filled }) => ({
    field,
    replaced: way === 'update' ? replaced : 0,
    count: way === 'skip' ? 0 : way === 'fill' ? filled : replaced + filled,
  }))
  const spoken = counts.changed + counts.unchanged
  const [most] = taken.toSorted((one, other) => other.count - one.count)
  const shifted = taken.find(
    ({ field, replaced }) => knownBy.has(field) && replaced >= brakeFrom / 2 && replaced > spoken / 2,
  )
  const { field, count } = shifted ?? most ?? { field: '', count: 0 }
  if (counts.changed > live / 2 || shifted !== undefined)
    throw new Refusal('importTooSweeping', { changed: counts.changed, total: live, field, count })
}

/** Writes the plan as one act; a cancelled or broken one leaves nothing. */
async function written(
  register: Register,
  stores: Stores,
  kept: KeptPreview,
  counts: PreviewCounts,
  desk: WorkDesk,
): Promise<Omit<Imported, 'counts'>> {
  const total = counts.created + counts.changed
  const write = importWriter(register, stores, kept.photos)
  function* steps() {
    // Whoever waited for the same turn may have changed something.
    if (register.changeCount() !== kept.changeCount) throw new Refusal('importStale')
    // Cards have no columns to remember.
    if (kept.mapping.length > 0) rememberMapping(register, kept.signature, kept.mapping)
    const { way, fields } = kept.plan.ways()
    rememberChoices(register, kept.signature, {
      couples: kept.couples,
      photos: kept.withPhotos,
      way,
      fields: [...fields].map(([field, own]) => ({ field, way: own })),
    })
    let done = 0
    for (const some of handfuls(kept.plan.writings())) {
      write.about(some)
      for (const writing of some) {
        write.one(writing)
        if (writing.kind === 'new' || writing.kind === 'changed') done += 1
        yield { done, total }
      }
    }
    const doubtful = write.toCheck()
    const list = doubtful.length === 0 ? undefined : yield* keptInList(doubtful)
    register.subject(kept.file)
    return list === undefined ? undefined : { list, records: doubtful.length }
  }
  function* keptInList(doubtful: readonly number[]) {
    const putting = putInList(register, toCheckNames[readAssociation(register).language], doubtful)
    for (;;) {
      const step = putting.next()
      if (step.done) return step.value
      yield { done: total, total }
    }
  }
  const { act, answer } = await register.orderInSlices(
    'exchange.import',
    kept.file,
    () => stores.people.inBulk(steps()),
    desk,
    'importing',
  )
  return answer === undefined ? { act } : { act, toCheck: answer }
}

/** The list in which records that are to be looked at are kept, in the association's language. */
const toCheckNames = { fr: 'À vérifier après import', en: 'To check after import' } as const

/** What the register knows of a file: `isField` tells a heading that its records have as a field of their own. */
type Known = Remembered & { readonly isField: (heading: string) => boolean }

/** Photos leave the rows for the shelf, where they wait for the import; without a shelf they are left. */
const withPhotosAside = (rows: readonly ReadRow[], shelf: PhotoShelf | undefined): readonly DraftRow[] =>
  rows.map(({ photoBytes, ...row }) => {
    const photo = photoBytes === undefined ? undefined : shelf?.keep(photoBytes)
    return photo === undefined ? row : { ...row, photo }
  })

function lookOf(facts: LookFacts, reading: Reading, { mapping, choices, isField }: Known): Look {
  if (facts.cards !== undefined) {
    const { format, rows, cards, problems = [], program } = facts
    const made = program === undefined ? {} : { program }
    return { format, ...made, sheets: [], reading: { headerRow: 0 }, columns: [], rows, cards, warnings: problems }
  }
  const program = programOf(facts.headers, reading.program ?? facts.program)
  // Who names a program wants its columns, whatever was chosen last time.
  const kept = reading.program === undefined ? mapping : undefined
  const columns = recogniseColumns(facts.headers, facts.looks, kept, facts.headerRow === 0, program).map(
    (column, at) =>
      column.target === 'due' && column.because === 'header' && isField(facts.headers[at] ?? '')
        ? ({ target: 'extra', because: 'remembered' } as const)
        : column,
  )
  const order = dayOrderOf(
    facts.looks,
    columns.map(({ target }) => target),
    program,
    reading.days,
  )
  return {
    format: facts.format,
    sheets: facts.sheets,
    ...(facts.hiddenSheets === undefined ? {} : { hiddenSheets: facts.hiddenSheets }),
    reading: {
      ...(facts.sheet === undefined ? {} : { sheet: facts.sheet }),
      ...(facts.encoding === undefined ? {} : { encoding: facts.encoding }),
      ...(facts.delimiter === undefined ? {} : { delimiter: facts.delimiter }),
      headerRow: facts.headerRow,
      ...(order.days === undefined ? {} : { days: order.days }),
    },
    ...(program === undefined ? {} : { program: program.key }),
    columns: facts.headers.map((header, column) => ({
      header,
      samples: facts.looks[column]?.samples ?? [],
      ...(columns[column] ?? { target: 'extra' as const, because: 'none' as const }),
    })),
    rows: facts.rows,
    warnings: lookWarnings(facts, columns, order),
    ...(choices === undefined ? {} : { remembered: choices }),
  }
}
