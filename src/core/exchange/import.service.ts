/** Answers for lists coming in: staged, looked at, previewed, imported all or nothing. */
import { randomBytes } from 'node:crypto'
import { Refusal } from '../kit/refusal.ts'
import type { Answers, WorkDesk } from '../kit/request.ts'
import { matchableInBatches } from '../people/people.batches.ts'
import type { ContactInput } from '../people/people.requests.ts'
import { type PeopleStore, peopleStore } from '../people/people.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import type { DraftContext } from './draft-desk.ts'
import {
  type ColumnTarget,
  columnTargets,
  type exchangeRequests,
  type Look,
  type PreviewCounts,
} from './exchange.requests.ts'
import { lookWarnings } from './look-warnings.ts'
import { newPlan, type Plan } from './preview.ts'
import type { LookFacts } from './reading/reader.messages.ts'
import { readFile } from './reading/reader.ts'
import { headerSignature, type RememberedMapping, recogniseColumns } from './recognition.ts'
import { openStaging } from './staging.ts'

/** Registers smaller than this are being filled: nothing in them is much to lose. */
const brakeFrom = 20
/** Previews kept at once: beyond it the oldest is forgotten. */
const previewsKept = 3

type KeptPreview = {
  readonly plan: Plan
  readonly staging: string
  readonly file: string
  readonly changeCount: number
  readonly signature: string
  readonly mapping: RememberedMapping
}

type ImportAnswers = Pick<
  Answers<typeof exchangeRequests>,
  'stage' | 'discard' | 'look' | 'preview' | 'previewLines' | 'decide' | 'import'
>

export function importAnswers(register: Register): ImportAnswers {
  const staging = openStaging(register.folder)
  const people = peopleStore(register)
  const previews = new Map<string, KeptPreview>()
  const found = (preview: string): KeptPreview => {
    const kept = previews.get(preview)
    if (kept === undefined) throw new Refusal('importStale')
    return kept
  }

  return {
    stage: staging.stage,
    discard: ({ staging: id }) => {
      for (const [preview, kept] of previews) if (kept.staging === id) previews.delete(preview)
      return { discarded: staging.discard(id) }
    },

    look: async ({ staging: id, reading }, desk) => {
      const file = staging.file(id)
      const facts = await readFile({ task: 'look', file, reading }, desk)
      await register.whenFree()
      return lookOf(facts, remembered(register, headerSignature(facts.headers)))
    },

    preview: async ({ staging: id, reading, mapping }, desk) => {
      const file = staging.file(id)
      await register.whenFree()
      const changeCount = register.changeCount()
      const { country } = readAssociation(register)
      const plan = newPlan(await matchableInBatches(register, people))
      if (register.changeCount() !== changeCount) throw new Refusal('importStale')
      const facts = await readFile(
        { task: 'draft', file, reading, mapping, context: draftContext(country, mapping, file.name) },
        desk,
        async (drafts) => {
          await register.whenFree()
          if (register.changeCount() !== changeCount) throw new Refusal('importStale')
          plan.add(drafts, people.readMany)
        },
      )
      const preview = randomBytes(16).toString('hex')
      for (const oldest of [...previews.keys()].slice(0, Math.max(0, previews.size - previewsKept + 1)))
        previews.delete(oldest)
      const signature = headerSignature(facts.headers)
      // An empty column was left aside because it was empty: that says nothing of the next file.
      const chosen = mapping.map((target, at) => (facts.looks[at]?.filled === 0 && target === 'skip' ? null : target))
      previews.set(preview, { plan, staging: id, file: file.name, changeCount, signature, mapping: chosen })
      return { preview, counts: plan.counts(), warnings: plan.warnings(), toCheck: plan.toCheck() }
    },

    previewLines: ({ preview, outcome, offset, limit }) => found(preview).plan.lines(outcome, offset, limit),

    decide: ({ preview, line, choice }) => {
      const { plan } = found(preview)
      if (!plan.decide(line, choice)) throw new Refusal('invalidInput', { line, choice }, 'line')
      return { counts: plan.counts(), warnings: plan.warnings(), toCheck: plan.toCheck() }
    },

    import: async ({ preview, leaveRefused, evenIfSweeping }, desk) => {
      const kept = found(preview)
      await register.whenFree()
      if (register.changeCount() !== kept.changeCount) throw new Refusal('importStale')
      const counts = kept.plan.counts()
      if (counts.refused > 0 && !leaveRefused)
        throw new Refusal('invalidInput', { reason: 'refusedLines', count: counts.refused }, 'leaveRefused')
      if (!evenIfSweeping && kept.plan.live >= brakeFrom && counts.changed > kept.plan.live / 2)
        throw new Refusal('importTooSweeping', { changed: counts.changed, total: kept.plan.live })
      // Nothing to write is no act: the history does not speak of it.
      const act = counts.created + counts.changed === 0 ? 0 : await written(register, people, kept, counts, desk)
      previews.delete(preview)
      staging.discard(kept.staging)
      return { act, counts }
    },
  }
}

const draftContext = (country: string, mapping: readonly ColumnTarget[], name: string): DraftContext => ({
  country,
  named: mapping.some((target) => /^(lastName|fullName|birthName|organisation)$/.test(target)),
  guarded: !/\.xls[xm]?$/i.test(name),
})

/** Writes the plan as one act; a cancelled or broken one leaves nothing. */
async function written(
  register: Register,
  people: PeopleStore,
  kept: KeptPreview,
  counts: PreviewCounts,
  desk: WorkDesk,
): Promise<number> {
  const total = counts.created + counts.changed
  function* steps() {
    // Whoever waited for the same turn may have changed something.
    if (register.changeCount() !== kept.changeCount) throw new Refusal('importStale')
    rememberMapping(register, kept.signature, kept.mapping)
    let done = 0
    for (const { id, contact } of kept.plan.writings()) {
      write(people, id, contact)
      done += 1
      yield { done, total }
    }
    return done
  }
  const { act } = await register.orderInSlices(
    'exchange.import',
    kept.file,
    () => people.inBulk(steps()),
    desk,
    'importing',
  )
  return act
}

function write(people: PeopleStore, id: number | undefined, contact: ContactInput): void {
  // What the reader drafts is clean (draft.test.ts); a changed record has the register's own texts beside it.
  if (id === undefined) people.insertClean(contact)
  else people.update(id, contact)
}

function remembered(register: Register, signature: string): RememberedMapping | undefined {
  const kept = register.prepare('SELECT mapping FROM import_memory WHERE signature = ?').pluck().get(signature)
  if (typeof kept !== 'string') return undefined
  const targets: readonly unknown[] = JSON.parse(kept) as unknown[]
  const known = new Set<unknown>([...columnTargets, null])
  return targets.every((target) => known.has(target)) ? (targets as RememberedMapping) : undefined
}

function rememberMapping(register: Register, signature: string, mapping: RememberedMapping): void {
  const text = JSON.stringify(mapping)
  if (register.prepare('SELECT mapping FROM import_memory WHERE signature = ?').pluck().get(signature) === text) return
  register
    .prepare(
      `INSERT INTO import_memory (signature, mapping) VALUES (?, ?)
       ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping`,
    )
    .run(signature, text)
}

function lookOf(facts: LookFacts, mapping: RememberedMapping | undefined): Look {
  const columns = recogniseColumns(facts.headers, facts.looks, mapping, facts.headerRow === 0)
  return {
    format: facts.format,
    sheets: facts.sheets,
    reading: {
      ...(facts.sheet === undefined ? {} : { sheet: facts.sheet }),
      ...(facts.encoding === undefined ? {} : { encoding: facts.encoding }),
      ...(facts.delimiter === undefined ? {} : { delimiter: facts.delimiter }),
      headerRow: facts.headerRow,
    },
    columns: facts.headers.map((header, column) => ({
      header,
      samples: facts.looks[column]?.samples ?? [],
      ...(columns[column] ?? { target: 'extra' as const, because: 'none' as const }),
    })),
    rows: facts.rows,
    warnings: lookWarnings(facts, columns),
  }
}
