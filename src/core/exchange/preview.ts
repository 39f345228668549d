/** Plans an import line by line: created, changed, unchanged or refused, and against which record. Changes nothing. */
import { fold } from '../kit/text.ts'
import type { ConsentAnswer } from '../people/consents/consents.rules.ts'
import type { ConsentsStore } from '../people/consents/consents.store.ts'
import { displayName, type Named } from '../people/name.rules.ts'
import type { Contact, ContactInput } from '../people/people.requests.ts'
import type { Matchable } from '../people/people.service.ts'
import type { DraftPart, DraftRow, OwnTies } from './draft.ts'
import { earlierLines } from './earlier-lines.ts'
import type { Because, LineWarning, Matched, PreviewLine } from './exchange.requests.ts'
import { fileTies } from './file-ties.ts'
import { partedMap } from './growing.ts'
import { type CorrectionsOf, keptCorrections } from './kept-corrections.ts'
import { about, bornApart, matcher, otherPerson, sameness } from './matching.ts'
import { type Change, keptOfAddress, type Merged, merged } from './merge.ts'
import { type PlanBook, type PlannedLine, planBook, usualWays, type Ways } from './plan-book.ts'
import { type PlanChoices, planChoices } from './plan-choices.ts'
import { type DuesAdded, type DuesRoom, duesChange, planDues } from './plan-dues.ts'
import type { WarningCode } from './warning.rules.ts'

/** The household of a record, and who is in one. */
export type Households = {
  readonly householdOf: (contact: number) => number | undefined
  readonly membersOf: (household: number) => readonly number[]
}

/** The records that lines may be about, and the photos they have. */
export type PlanReader = {
  readonly readMany: (ids: readonly number[]) => readonly Contact[]
  /** SHA-256 of each photo, by record. */
  readonly photos: (ids: readonly number[]) => ReadonlyMap<number, string>
  /** What they answered about being published. */
  readonly answers: ConsentsStore['answersOf']
}

export type Plan = PlanChoices & {
  /** Plans a batch of lines; the reader is asked once for all the records they may be about. */
  readonly add: (drafts: readonly DraftRow[], reader: PlanReader) => void
  /** Takes in records that lines may be about: all of them, before the first line. */
  readonly know: (records: readonly Matchable[]) => void
  /** Contacts of the register that were not in the trash when the plan was begun. */
  readonly live: () => number
}

/** An earlier line of the file, by its place. */
type Twin = { readonly of: number; readonly sure: boolean }
type Match = Merged & { readonly id: number; readonly record: Contact; readonly because: Because }
type Found = {
  readonly get: (id: number) => Contact | undefined
  readonly photoOf: (id: number) => string | undefined
  readonly answersOf: (id: number) => readonly ConsentAnswer[]
}
type Candidates = NonNullable<PreviewLine['candidates']>

/** What is decided of a line before it is kept. */
type Planned = {
  readonly line: PlannedLine
  /** The text of a new contact. */
  readonly write?: string
  readonly follows?: number
  readonly dues?: DuesAdded
}

/** Records of the name that are told beside the one chosen. */
const candidatesTold = 5
/** As many as a sheet may have (people.requests.ts). */
const mostRepresentatives = 60

const nobodyTogether: Households = { householdOf: () => undefined, membersOf: () => [] }

/** Begins a plan against the records it comes to know. */
export function newPlan(
  households: Households = nobodyTogether,
  ways: Ways = usualWays,
  duesRoom?: DuesRoom,
  correctionsOf?: CorrectionsOf,
): Plan {
  const known = matcher()
  const book: PlanBook = planBook(ways)
  /** Lines that say an earlier one again, by their place. */
  const follows = new Map<number, number>()
  /** Places by line, for further lines of one person. */
  const places = partedMap<number, number>()
  const earlier = earlierLines()
  const ties = fileTies()
  const dues = planDues(duesRoom)
  const marked = keptCorrections(correctionsOf)
  /** What each line adds to dues, by its place. */
  const duesAt = new Map<number, DuesAdded>()
  let warnings = 0

  const keep = (draft: DraftPart, { line, write, follows: first, dues: added }: Planned): number => {
    const at = book.keep(line, draft.key === '' ? fold(draft.name) : draft.key, write)
    if (added !== undefined && added.words.length > 0) duesAt.set(at, added)
    warnings += line.problems.length
    if (!places.has(line.line)) places.set(line.line, at)
    if (draft.own !== undefined) ties.keep(at, draft.own, first)
    if (first !== undefined) follows.set(at, first)
    else if (line.outcome !== 'refused') earlier.remember(at, draft)
    return at
  }

  /** What an earlier line read: text until somebody asks. */
  const contactOf = (at: number): ContactInput => {
    const { draft, write } = book.at(at)
    return (draft ?? write) as ContactInput
  }

  /** The earlier line of the same file about the same person, or one of the same name. */
  const twin = (draft: DraftPart, contact: () => ContactInput): Twin | undefined => {
    const numbered = earlier.numbered(draft.memberNumber)
    if (numbered !== undefined) return { of: numbered, sure: true }
    const named = earlier.named(draft.key)
    const [first] = named
    if (first === undefined) return undefined
    for (const of of named) {
      if (draft.memberNumber !== '' && earlier.hasNumber(of)) continue
      if (earlier.sharesEmail(of, draft.emails) || merged(contactOf(of), contact(), true).changes.length === 0)
        return { of, sure: true }
    }
    return { of: first, sure: false }
  }

  /** Dues that a repeated line tells besides those of the first are left, and said. */
  const leaveDues = (draft: DraftPart, of: number, warn: (code: WarningCode, text: string) => void) => {
    const first = new Set((book.at(of).dues ?? []).map((one) => JSON.stringify(one)))
    for (const one of draft.dues ?? []) if (!first.has(JSON.stringify(one))) warn('duesOfDouble', one.written)
  }

  /** What a draft comes to; `beside` is the first of a couple, for the second. */
  const planned = (
    line: number,
    draft: DraftPart,
    told: readonly LineWarning[],
    found: Found,
    beside?: Planned,
  ): Planned => {
    const problems = [...told]
    const warn = (code: WarningCode, text: string) => problems.push({ line, code, text })
    const { photo } = draft
    const base = {
      line,
      name: draft.name,
      problems,
      toCheck: false,
      ...(photo === undefined ? {} : { photo }),
      ...toldOf(draft),
    }
    const text = draft.contact
    if (text === undefined) return { line: { ...base, outcome: 'refused', changes: [] } }
    let parsed: ContactInput | undefined
    /** Most new people are told from all others without it. */
    const contact = (): ContactInput => {
      parsed ??= JSON.parse(text) as ContactInput
      return parsed
    }
    // Only the household tells one « Mme Dupont » from another.
    const nameless = beside !== undefined && withoutForename(contact())
    const double = nameless ? undefined : twin(draft, contact)
    if (double?.sure) {
      warn('duplicateOfLine', String(book.lineOf(double.of)))
      leaveDues(draft, double.of, warn)
      const first = contactOf(double.of)
      const same = first.kind === contact().kind && merged(first, contact(), draft.statusGiven).changes.length === 0
      if (same) return { line: { ...base, outcome: 'unchanged', changes: [] }, follows: double.of }
      return { line: { ...base, outcome: 'refused', changes: [] } }
    }
    /** The name of one earlier line and the e-mail of another: nobody can tell which, so it stays apart until somebody says. */
    let ofTwo = false
    if (double !== undefined) {
      const other = draft.emails
        .map((email) => earlier.written(email))
        .find((one) => one !== undefined && one !== double.of)
      ofTwo = other !== undefined
      const line = book.lineOf(double.of)
      if (other === undefined) warn('sameNameOfLine', String(line))
      else warn('matchesTwo', `${line}, ${book.lineOf(other)}`)
    }
    const { match, candidates } = matched(draft, contact, found, warn, beside, nameless)
    if (match === 'refused') return { line: { ...base, outcome: 'refused', changes: [] } }
    const others = candidates.length === 0 ? {} : { candidates }
    const tied = tieChanges(draft.own?.people, match?.record, warn)
    const category = () => contact().category
    if (match === undefined) {
      const added = dues.added(draft.dues ?? [], undefined, category, warn)
      return { line: { ...base, ...others, toCheck: ofTwo, outcome: 'created', changes: [] }, write: text, dues: added }
    }
    const added = dues.added(draft.dues ?? [], match.id, category, warn)
    const answers = laterAnswers(draft.consents, found.answersOf(match.id))
    const changes = [
      ...marked(match.id, match.changes),
      ...photoChange(draft, found.photoOf(match.id), warn),
      ...homeChange(draft, match.id),
      ...tied,
      ...duesChange(added),
      ...consentsChange(answers),
    ]
    const left = keptOfAddress(match.record, contact(), match)
    if (left !== '') warn('addressPartly', left)
    const nameAlone = match.because === 'name' && match.changes.length + added.words.length > 0
    if (nameAlone) warn('nameAlone', displayName(match.record as Named))
    known.take(match.id, line)
    return {
      line: {
        ...base,
        ...others,
        toCheck: nameAlone || ofTwo,
        outcome: changes.length > 0 ? 'changed' : 'unchanged',
        matched: matchedOf(match),
        changes,
        draft: contact(),
        statusGiven: draft.statusGiven,
        consents: answers,
      },
      dues: added,
    }
  }

  const matched = (
    draft: DraftPart,
    read: () => ContactInput,
    found: Found,
    warn: (code: WarningCode, text: string) => void,
    beside: Planned | undefined,
    nameless: boolean,
  ): { readonly match: Match | 'refused' | undefined; readonly candidates: Candidates } => {
    const none = { match: undefined, candidates: [] }
    const candidates = known.candidates(draft)
    if (candidates === undefined) return none
    const contact = read()
    const matches: Match[] = []
    for (const id of candidates.ids) {
      const record = found.get(id)
      if (record === undefined || record.kind !== contact.kind) continue
      const because = candidates.because === 'name' ? sameness(record, contact) : candidates.because
      matches.push({ id, record, because, ...merged(record, contact, draft.statusGiven) })
    }
    if (candidates.because === 'memberNumber') {
      const match = matches[0]
      const taken = known.takenBy(candidates.ids[0] as number)
      if (match === undefined || taken !== undefined || otherPerson(match.record, contact)) {
        warn('numberOfAnother', match === undefined ? draft.memberNumber : displayName(match.record as Named))
        return { match: 'refused', candidates: [] }
      }
      return { match, candidates: [] }
    }
    const free = matches.filter((match) => known.takenBy(match.id) === undefined)
    const partner = beside === undefined ? undefined : housemate(beside, free)
    if (partner !== undefined) return { match: { ...partner, because: 'household' }, candidates: [] }
    if (nameless) return none
    const told = (match?: Match): Candidates =>
      free
        .filter(({ id }) => id !== match?.id)
        .slice(0, candidatesTold)
        .map((one) => ({ ...matchedOf(one), about: about(one.record) }))
    if (candidates.because === 'nameAndEmail') {
      const match = fewestChanges(free)
      return { match, candidates: told(match) }
    }
    const possible = free.filter(({ record }) => !bornApart(record, contact))
    const sure = possible.filter(({ because }) => because !== 'name')
    const pool = sure.length > 0 ? sure : possible
    const match = fewestChanges(pool)
    if (match !== undefined && (pool.length === 1 || match.changes.length === 0))
      return { match, candidates: told(match) }
    const [other] = free
    if (match === undefined && other !== undefined)
      warn('otherBirth', other.record.kind === 'person' ? other.record.born : '')
    else if (match !== undefined) warn('severalSameName', String(pool.length))
    return { match: undefined, candidates: told() }
  }

  /** The one who lives with the first of the couple. */
  const housemate = (beside: Planned, free: readonly Match[]): Match | undefined => {
    const first = beside.line.matched
    const home = first === undefined ? undefined : households.householdOf(first.id)
    if (home === undefined) return undefined
    const there = households.membersOf(home)
    return fewestChanges(free.filter(({ id }) => there.includes(id)))
  }

  /** Somebody of a household of the file who has none yet. */
  const homeChange = ({ own, name }: DraftPart, id: number): readonly Change[] => {
    if (own?.home === undefined || households.householdOf(id) !== undefined) return []
    const { members, names } = own.home
    const others = names.filter((_, at) => members[at]?.contact !== own.ref)
    return [{ field: 'household', old: '', new: (others.join(', ') || name).slice(0, 200) }]
  }

  /** The people of the file an organisation is to be reached through besides those it has; who cannot be is said. */
  const tieChanges = (
    people: OwnTies['people'] = [],
    record: Contact | undefined,
    warn: (code: WarningCode, text: string) => void,
  ): readonly Change[] => {
    const kept = record?.kind === 'organisation' ? record.representatives : []
    let room = mostRepresentatives - kept.length
    return people.flatMap(({ person, role }): readonly Change[] => {
      const at = ties.placeOf(person)
      const line = at === undefined ? undefined : book.at(at)
      if (kept.some((one) => one.person === line?.matched?.id)) return []
      room -= 1
      if (line === undefined || line.outcome === 'refused' || room < 0) {
        warn('tiesLeft', line?.name ?? String(person))
        return []
      }
      return [{ field: 'representatives', old: '', new: [line.name, role].filter(Boolean).join(', ') }]
    })
  }

  const plan = (row: DraftRow, found: Found): void => {
    const { couple, repeats } = row
    if (repeats !== undefined) {
      const at = places.get(repeats)
      const name = at === undefined ? '' : book.at(at).name
      const problems = [{ line: row.line, code: 'sameMemberAsLine', text: String(repeats) }] as const
      const line = { line: row.line, name, problems, toCheck: false, outcome: 'unchanged', changes: [] } as const
      keep({ ...row, name }, { line, ...(at === undefined ? {} : { follows: at }) })
      return
    }
    if (couple === undefined || (couple.named && knownAsOne(row))) {
      keep(row, planned(row.line, row, row.problems, found))
      return
    }
    const [one, other] = couple.people
    const first = planned(row.line, one, row.problems, found)
    const second = planned(row.line, other, [], found, first)
    const home = together(first.line, second.line, other.name)
    const whole = couple.named && row.contact !== undefined ? { whole: JSON.parse(row.contact) as ContactInput } : {}
    keep(one, { ...first, line: { ...ofCouple(first.line, 1, other.name), ...home, ...whole } })
    keep(other, { ...second, line: ofCouple(second.line, 2, one.name) })
  }

  /** Somebody once chose to keep these two as one record. */
  const knownAsOne = (row: DraftRow): boolean =>
    row.key !== row.couple?.people[0].key &&
    known.candidates({ key: row.key, memberNumber: '', emails: row.emails }) !== undefined

  /** What a known first person changes by sharing a household with the second. */
  const together = (first: PlannedLine, second: PlannedLine, name: string): Partial<PlannedLine> => {
    if (first.outcome === 'refused' || second.outcome === 'refused' || first.matched === undefined) return {}
    const [mine, theirs] = [first.matched, second.matched].map((one) =>
      one === undefined ? undefined : households.householdOf(one.id),
    )
    if (mine !== undefined && theirs !== undefined) return {}
    return { outcome: 'changed', changes: [...first.changes, { field: 'household', old: '', new: name }] }
  }

  return {
    ...planChoices(book, { follows, takenBy: known.takenBy, warnings: () => warnings, ties, dues, duesAt, marked }),
    know: known.know,
    live: known.live,
    add: (drafts, { readMany, photos, answers }) => {
      const ids = new Set<number>()
      const want = (part: DraftPart) => {
        if (part.contact !== undefined) for (const id of known.candidates(part)?.ids ?? []) ids.add(id)
      }
      for (const draft of drafts) {
        want(draft)
        for (const person of draft.couple?.people ?? []) want(person)
      }
      const records = new Map(ids.size === 0 ? [] : readMany([...ids]).map((contact) => [contact.id, contact] as const))
      const withPhotos = drafts.some(({ photo }) => photo !== undefined)
      const kept = withPhotos ? photos([...records.keys()]) : new Map<number, string>()
      const answered = drafts.some(({ consents }) => consents !== undefined)
      const said = answered ? answers([...records.keys()]) : new Map<number, readonly ConsentAnswer[]>()
      const found: Found = {
        get: (id) => records.get(id),
        photoOf: (id) => kept.get(id),
        answersOf: (id) => said.get(id) ?? [],
      }
      for (const draft of drafts) plan(draft, found)
    },
  }
}

const toldOf = ({ dues, consents }: DraftPart) => ({
  ...(dues === undefined ? {} : { dues }),
  ...(consents === undefined ? {} : { consents }),
})

/** Answers that are later than what the record says of the same: an old file never takes back what somebody said since. */
const laterAnswers = (told: readonly ConsentAnswer[] = [], kept: readonly ConsentAnswer[]): readonly ConsentAnswer[] =>
  told.filter(({ medium, field, day }) =>
    kept.every((one) => one.medium !== medium || one.field !== field || one.day < day),
  )

const consentsChange = (answers: readonly ConsentAnswer[]): readonly Change[] =>
  answers.length === 0 ? [] : [{ field: 'consents', old: '', new: String(answers.length) }]

const withoutForename = (contact: ContactInput): boolean => contact.kind === 'person' && contact.firstName === ''

const ofCouple = (line: PlannedLine, part: 1 | 2, coupleWith: string): PlannedLine => ({ ...line, part, coupleWith })

/** A photo is given to a record that has none; another one than the record's is left, and said. */
function photoChange(
  { photo }: DraftPart,
  kept: string | undefined,
  warn: (code: WarningCode, text: string) => void,
): readonly Change[] {
  if (photo === undefined || kept === photo.sha256) return []
  if (kept === undefined) return [{ field: 'photo', old: '', new: `${photo.width} × ${photo.height}` }]
  warn('photoKept', '')
  return []
}

const matchedOf = ({ id, record, because }: Match): Matched => ({ id, name: displayName(record as Named), because })

const fewestChanges = (matches: readonly Match[]): Match | undefined =>
  matches.reduce<Match | undefined>(
    (best, match) => (best === undefined || match.changes.length < best.changes.length ? match : best),
    undefined,
  )
