/** Plans an import line by line: created, changed, unchanged or refused, and against which record. Changes nothing. */

import { displayName, type Named } from '../people/name.rules.ts'
import type { Contact, ContactInput } from '../people/people.requests.ts'
import type { Matchable } from '../people/people.service.ts'
import type { DraftRow } from './draft.ts'
import type { LineWarning, PreviewCounts, PreviewLine, PreviewOutcome } from './exchange.requests.ts'
import { type Because, matcher, nameKey, otherPerson, shareEmail } from './matching.ts'
import { type Merged, merged } from './merge.ts'

/** A line as it was planned, with the contact it would write, and the one it read when that is another. */
type PlannedLine = PreviewLine & { readonly write?: ContactInput; readonly draft?: ContactInput }

export type Plan = {
  /** Plans a batch of lines; `readMany` is asked once for all the records they may be about. */
  readonly add: (drafts: readonly DraftRow[], readMany: (ids: readonly number[]) => readonly Contact[]) => void
  readonly counts: () => PreviewCounts
  readonly warnings: () => number
  /** Contacts of the register that were not in the trash when the plan was begun. */
  readonly live: number
  readonly lines: (
    outcome: PreviewOutcome | undefined,
    offset: number,
    limit: number,
  ) => { readonly total: number; readonly lines: readonly PreviewLine[] }
  /** The records to write, in the order of the file. */
  readonly writings: () => Generator<{ readonly id?: number; readonly contact: ContactInput }>
}

type Match = Merged & { readonly id: number; readonly record: Contact; readonly because: Because }

function lineOfMatch(
  base: Pick<PreviewLine, 'line' | 'name' | 'problems'>,
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
  const ofOutcome: Record<PreviewOutcome, number[]> = { created: [], changed: [], unchanged: [], refused: [] }
  const byNumber = new Map<string, number>()
  const byName = new Map<string, number[]>()
  let warnings = 0

  const keep = (line: PlannedLine) => {
    const at = planned.push(JSON.stringify(line)) - 1
    ofOutcome[line.outcome].push(at)
    warnings += line.problems.length
    return at
  }
  const lineOf = (at: number): PlannedLine => JSON.parse(planned[at] as string) as PlannedLine
  /** What an earlier line read. */
  const earlier = (at: number): ContactInput => {
    const { draft, write } = lineOf(at)
    return (draft ?? write) as ContactInput
  }

  const remember = (at: number, contact: ContactInput) => {
    if (contact.memberNumber !== '') byNumber.set(contact.memberNumber, at)
    const key = nameKey(contact)
    if (key === '') return
    const known = byName.get(key)
    if (known === undefined) byName.set(key, [at])
    else known.push(at)
  }

  /** The earlier line of the same file about the same person, or one of the same name. */
  const twin = (contact: ContactInput): { at: number; sure: boolean } | undefined => {
    const numbered = contact.memberNumber === '' ? undefined : byNumber.get(contact.memberNumber)
    if (numbered !== undefined) return { at: numbered, sure: true }
    const named = byName.get(nameKey(contact))
    if (named === undefined) return undefined
    const emails = contact.emails.map(({ address }) => address.toLowerCase())
    for (const at of named) {
      const other = earlier(at)
      if (other.memberNumber !== '' && contact.memberNumber !== '') continue
      const shared = shareEmail(
        emails,
        other.emails.map(({ address }) => address.toLowerCase()),
      )
      if (shared || merged(other, contact, true).changes.length === 0) return { at, sure: true }
    }
    return { at: named[0] as number, sure: false }
  }

  const plan = (draft: DraftRow, found: ReadonlyMap<number, Contact>): void => {
    const problems = [...draft.problems]
    const warn = (code: string, text: string) => problems.push({ line: draft.line, code, text })
    const base = { line: draft.line, name: draft.name, problems }
    const { contact } = draft
    if (contact === undefined) return void keep({ ...base, outcome: 'refused', changes: [] })
    const double = twin(contact)
    if (double?.sure) {
      const other = earlier(double.at)
      const same = other.kind === contact.kind && merged(other, contact, draft.statusGiven).changes.length === 0
      warn('duplicateOfLine', String(lineOf(double.at).line))
      return void keep({ ...base, outcome: same ? 'unchanged' : 'refused', changes: [] })
    }
    if (double !== undefined) warn('sameNameOfLine', String(lineOf(double.at).line))
    const match = chosen(draft, contact, found, warn)
    if (match === 'refused') return void keep({ ...base, outcome: 'refused', changes: [] })
    const at = keep(
      match === undefined
        ? { ...base, outcome: 'created', changes: [], write: contact }
        : lineOfMatch(base, match, contact),
    )
    if (match !== undefined) records_.take(match.id, draft.line)
    remember(at, contact)
  }

  const chosen = (
    draft: DraftRow,
    contact: ContactInput,
    found: ReadonlyMap<number, Contact>,
    warn: (code: string, text: string) => void,
  ): Match | 'refused' | undefined => {
    const candidates = records_.candidates(contact)
    if (candidates === undefined) return undefined
    const matches: Match[] = []
    for (const id of candidates.ids) {
      const record = found.get(id)
      if (record === undefined || record.kind !== contact.kind) continue
      matches.push({ id, record, because: candidates.because, ...merged(record, contact, draft.statusGiven) })
    }
    if (candidates.because === 'memberNumber') {
      const match = matches[0]
      const taken = records_.takenBy(candidates.ids[0] as number)
      if (match === undefined || taken !== undefined || otherPerson(match.record, contact)) {
        warn('numberOfAnother', match === undefined ? contact.memberNumber : displayName(match.record as Named))
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
      for (const { contact } of drafts)
        if (contact !== undefined) for (const id of records_.candidates(contact)?.ids ?? []) ids.add(id)
      const found = new Map(ids.size === 0 ? [] : readMany([...ids]).map((contact) => [contact.id, contact] as const))
      for (const draft of drafts) plan(draft, found)
    },
    counts: () => Object.fromEntries(outcomes.map((outcome) => [outcome, ofOutcome[outcome].length])) as PreviewCounts,
    warnings: () => warnings,
    lines: (outcome, offset, limit) => {
      const at =
        outcome === undefined
          ? planned.slice(offset, offset + limit)
          : ofOutcome[outcome].slice(offset, offset + limit).map((one) => planned[one] as string)
      return {
        total: outcome === undefined ? planned.length : ofOutcome[outcome].length,
        lines: at.map((text) => shownLine(JSON.parse(text) as PlannedLine)),
      }
    },
    writings: function* () {
      for (const text of planned) {
        if (!text.includes('"write":')) continue
        const { matched, write, outcome } = JSON.parse(text) as PlannedLine
        if (write === undefined || (outcome !== 'created' && outcome !== 'changed')) continue
        yield matched === undefined ? { contact: write } : { id: matched.id, contact: write }
      }
    },
  }
}

/** What the page may see of a planned line: not the contact it would write. */
function shownLine(line: PlannedLine): PreviewLine {
  const shown: { -readonly [K in keyof PreviewLine]: PreviewLine[K] } = {
    line: line.line,
    outcome: line.outcome,
    name: line.name,
    changes: line.changes,
    problems: line.problems as readonly LineWarning[],
  }
  if (line.matched !== undefined) shown.matched = line.matched
  return shown
}
