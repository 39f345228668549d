/** Plans an import line by line: created, changed, unchanged or refused, and against which record. Changes nothing. */
import { fold } from '../kit/text.ts'
import { displayName, type Named } from '../people/name.rules.ts'
import type { Contact, ContactInput } from '../people/people.requests.ts'
import type { Matchable } from '../people/people.service.ts'
import type { DraftRow } from './draft.ts'
import type { LineChoice, LineWarning, PreviewCounts, PreviewLine, PreviewOutcome } from './exchange.requests.ts'
import { type Because, matcher, otherPerson, shareEmail } from './matching.ts'
import { keptOfAddress, type Merged, merged } from './merge.ts'
import type { WarningCode } from './warning.rules.ts'

/** A line as it was planned, with the contact it would write, and the one it read when that is another. */
type PlannedLine = Omit<PreviewLine, 'about'> & { readonly write?: ContactInput; readonly draft?: ContactInput }

export type Plan = {
  /** Plans a batch of lines; `readMany` is asked once for all the records they may be about. */
  readonly add: (drafts: readonly DraftRow[], readMany: (ids: readonly number[]) => readonly Contact[]) => void
  readonly counts: () => PreviewCounts
  readonly warnings: () => number
  /** Contacts of the register that were not in the trash when the plan was begun. */
  readonly live: number
  /** Lines to check that nobody has chosen for yet. */
  readonly toCheck: () => number
  /** Chooses for the line of that number; false when there is none, or when it cannot be so. */
  readonly decide: (line: number, choice: LineChoice) => boolean
  readonly lines: (
    outcome: PreviewOutcome | 'toCheck' | undefined,
    offset: number,
    limit: number,
  ) => { readonly total: number; readonly lines: readonly PreviewLine[] }
  /** The records to write, in the order of the file. */
  readonly writings: () => Generator<{ readonly id?: number; readonly contact: ContactInput }>
}

type Twin = { readonly at: number; readonly line: number; readonly contact: ContactInput; readonly sure: boolean }

/** What an earlier line read. */
const earlier = (at: number, { line, draft, write }: PlannedLine) => ({
  at,
  line,
  contact: (draft ?? write) as ContactInput,
})

type Match = Merged & { readonly id: number; readonly record: Contact; readonly because: Because }

function lineOfMatch(
  base: Pick<PreviewLine, 'line' | 'name' | 'problems' | 'toCheck'>,
  match: Match,
  draft: ContactInput,
): PlannedLine {
  const { id, record, because, changes } = match
  const matched = { id, name: displayName(record as Named), because }
  return changes.length > 0
    ? { ...base, outcome: 'changed', matched, changes, write: match.contact, draft }
    : { ...base, outcome: 'unchanged', matched, changes, draft }
}

const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const satisfies readonly PreviewOutcome[]

/**
 * Begins a plan against the records of the register. Planned lines are kept as JSON text: a tenth of the memory
 * of their objects, and an import of 200,000 lines must fit beside the rest of the office.
 */
export function newPlan(records: readonly Matchable[]): Plan {
  const records_ = matcher(records)
  const planned: string[] = []
  const ofOutcome: Record<PreviewOutcome | 'toCheck', number[]> = {
    created: [],
    changed: [],
    unchanged: [],
    refused: [],
    toCheck: [],
  }
  /** What was chosen against the proposal, by the place of the line. */
  const choices = new Map<number, Exclude<LineChoice, 'proposed'>>()
  /** Lines that say an earlier one again, by their place: they are left when that is. */
  const follows = new Map<number, number>()
  const choiceOf = (at: number) => choices.get(at) ?? (isLeft(follows.get(at)) ? 'leave' : undefined)
  const isLeft = (at: number | undefined) => at !== undefined && choices.get(at) === 'leave'
  const byNumber = new Map<string, number>()
  const byName = new Map<string, number[]>()
  let warnings = 0

  const keep = (line: PlannedLine, write?: string) => {
    const text = JSON.stringify(line)
    // The contact of a new record is text already: it is let in as it is.
    const at = planned.push(write === undefined ? text : `${text.slice(0, -1)},"write":${write}}`) - 1
    ofOutcome[line.outcome].push(at)
    if (line.toCheck) ofOutcome.toCheck.push(at)
    warnings += line.problems.length
    return at
  }
  const lineOf = (at: number): PlannedLine => JSON.parse(planned[at] as string) as PlannedLine

  const remember = (at: number, draft: DraftRow) => {
    if (draft.memberNumber !== '') byNumber.set(draft.memberNumber, at)
    if (draft.key === '') return
    const known = byName.get(draft.key)
    if (known === undefined) byName.set(draft.key, [at])
    else known.push(at)
  }

  /** The earlier line of the same file about the same person, or one of the same name. */
  const twin = (draft: DraftRow, contact: () => ContactInput): Twin | undefined => {
    const numbered = draft.memberNumber === '' ? undefined : byNumber.get(draft.memberNumber)
    if (numbered !== undefined) return { ...earlier(numbered, lineOf(numbered)), sure: true }
    const named = draft.key === '' ? undefined : byName.get(draft.key)
    if (named === undefined) return undefined
    for (const at of named.slice(0, 50)) {
      const other = earlier(at, lineOf(at))
      if (other.contact.memberNumber !== '' && draft.memberNumber !== '') continue
      const emails = other.contact.emails.map(({ address }) => address.toLowerCase())
      if (shareEmail(draft.emails, emails) || merged(other.contact, contact(), true).changes.length === 0)
        return { ...other, sure: true }
    }
    const first = named[0] as number
    return { ...earlier(first, lineOf(first)), sure: false }
  }

  const plan = (draft: DraftRow, found: ReadonlyMap<number, Contact>): void => {
    const problems = [...draft.problems]
    const warn = (code: WarningCode, text: string) => problems.push({ line: draft.line, code, text })
    const base = { line: draft.line, name: draft.name, problems, toCheck: false }
    const text = draft.contact
    const refuse = () => void keep({ ...base, outcome: 'refused', changes: [] })
    if (text === undefined) {
      refuse()
      return
    }
    let parsed: ContactInput | undefined
    const contact = () => {
      parsed ??= JSON.parse(text) as ContactInput
      return parsed
    }
    const double = twin(draft, contact)
    if (double?.sure) {
      warn('duplicateOfLine', String(double.line))
      const same =
        double.contact.kind === contact().kind &&
        merged(double.contact, contact(), draft.statusGiven).changes.length === 0
      const at = keep({ ...base, outcome: same ? 'unchanged' : 'refused', changes: [] })
      if (same) follows.set(at, double.at)
      return
    }
    if (double !== undefined) warn('sameNameOfLine', String(double.line))
    const match = chosen(draft, contact, found, warn)
    if (match === 'refused') {
      refuse()
      return
    }
    if (match === undefined) remember(keep({ ...base, outcome: 'created', changes: [] }, text), draft)
    else {
      const left = keptOfAddress(match.record, contact(), match)
      if (left !== '') warn('addressPartly', left)
      const toCheck = match.because === 'name' && match.changes.length > 0 && !agree(match.record, contact())
      if (toCheck) warn('nameAlone', displayName(match.record as Named))
      remember(keep(lineOfMatch({ ...base, toCheck }, match, contact())), draft)
      records_.take(match.id, draft.line)
    }
  }

  const chosen = (
    draft: DraftRow,
    contact: () => ContactInput,
    found: ReadonlyMap<number, Contact>,
    warn: (code: WarningCode, text: string) => void,
  ): Match | 'refused' | undefined => {
    const candidates = records_.candidates(draft)
    if (candidates === undefined) return undefined
    const matches: Match[] = []
    for (const id of candidates.ids) {
      const record = found.get(id)
      if (record === undefined || record.kind !== contact().kind) continue
      matches.push({ id, record, because: candidates.because, ...merged(record, contact(), draft.statusGiven) })
    }
    if (candidates.because === 'memberNumber') {
      const match = matches[0]
      const taken = records_.takenBy(candidates.ids[0] as number)
      if (match === undefined || taken !== undefined || otherPerson(match.record, contact())) {
        warn('numberOfAnother', match === undefined ? draft.memberNumber : displayName(match.record as Named))
        return 'refused'
      }
      return match
    }
    const free = matches.filter((match) => records_.takenBy(match.id) === undefined)
    const fewest = free.reduce<Match | undefined>(
      (best, match) => (best === undefined || match.changes.length < best.changes.length ? match : best),
      undefined,
    )
    if (fewest === undefined) return undefined
    if (free.length === 1 || fewest.changes.length === 0 || candidates.because === 'nameAndEmail') return fewest
    warn('severalSameName', String(free.length))
    return undefined
  }

  return {
    live: records_.live,
    add: (drafts, readMany) => {
      const ids = new Set<number>()
      for (const draft of drafts)
        if (draft.contact !== undefined) for (const id of records_.candidates(draft)?.ids ?? []) ids.add(id)
      const found = new Map(ids.size === 0 ? [] : readMany([...ids]).map((contact) => [contact.id, contact] as const))
      for (const draft of drafts) plan(draft, found)
    },
    counts: () => {
      const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, ofOutcome[outcome].length])) as {
        -readonly [K in PreviewOutcome]: number
      }
      for (const [at, choice] of choices) {
        counts[lineOf(at).outcome] -= 1
        if (choice === 'other') counts.created += 1
      }
      for (const [at, first] of follows) if (!choices.has(at) && isLeft(first)) counts.unchanged -= 1
      return counts
    },
    toCheck: () => ofOutcome.toCheck.filter((at) => !choices.has(at)).length,
    decide: (line, choice) => {
      const at = planned.findIndex((text) => text.startsWith(`{"line":${line},`))
      if (at < 0) return false
      const { matched, draft } = lineOf(at)
      // Two records never bear one number: who has it is the one.
      if (choice === 'other' && (draft === undefined || matched === undefined || matched.because === 'memberNumber'))
        return false
      // What repeats a line that is left has nothing to repeat.
      if (choice !== 'leave' && isLeft(follows.get(at))) return false
      if (choice === 'proposed') choices.delete(at)
      else choices.set(at, choice)
      return true
    },
    warnings: () => warnings,
    lines: (outcome, offset, limit) => {
      const at =
        outcome === undefined
          ? Array.from({ length: Math.max(0, Math.min(limit, planned.length - offset)) }, (_, one) => offset + one)
          : ofOutcome[outcome].slice(offset, offset + limit)
      return {
        total: outcome === undefined ? planned.length : ofOutcome[outcome].length,
        lines: at.map((one) => shownLine(lineOf(one), choiceOf(one))),
      }
    },
    writings: function* () {
      for (const [at, text] of planned.entries()) {
        const choice = choices.get(at)
        if (choice === 'leave') continue
        if (choice === 'other') {
          yield { contact: lineOf(at).draft as ContactInput }
          continue
        }
        if (!text.includes('"write":')) continue
        const { matched, write, outcome } = JSON.parse(text) as PlannedLine
        if (write === undefined || (outcome !== 'created' && outcome !== 'changed')) continue
        yield matched === undefined ? { contact: write } : { id: matched.id, contact: write }
      }
    },
  }
}

/** Whether something else than the name says that they are one: the birth name, a telephone, the street. */
function agree(record: ContactInput, coming: ContactInput): boolean {
  if (record.kind === 'person' && coming.kind === 'person' && coming.birthName !== '')
    if (fold(record.birthName) === fold(coming.birthName)) return true
  if (coming.phones.some(({ number }) => record.phones.some((phone) => phone.number === number))) return true
  const street = ({ street, postcode, city }: ContactInput['addresses'][number]) =>
    fold(`${street} ${postcode} ${city}`)
  return coming.addresses.some(
    (address) => address.street !== '' && record.addresses.some((other) => street(other) === street(address)),
  )
}

/** What the page may see of a planned line: not the contact it would write. */
function shownLine(line: PlannedLine, choice: PreviewLine['choice']): PreviewLine {
  const outcome = choice === 'other' ? 'created' : line.outcome
  const contact = line.draft ?? line.write
  return {
    line: line.line,
    outcome,
    name: line.name,
    changes: line.changes,
    problems: line.problems as readonly LineWarning[],
    about: outcome === 'created' && contact !== undefined ? about(contact) : [],
    toCheck: line.toCheck,
    ...(line.matched === undefined ? {} : { matched: line.matched }),
    ...(choice === undefined ? {} : { choice }),
  }
}

const about = ({ memberNumber, addresses, emails, phones }: ContactInput): readonly string[] =>
  [memberNumber, addresses[0]?.city, emails[0]?.address, phones[0]?.number].filter(
    (word): word is string => word !== undefined && word !== '',
  )
