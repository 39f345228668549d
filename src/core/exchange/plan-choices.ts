/** What somebody chooses for the lines of a plan, what it then comes to, and what is written of it. */
import type { DueTold } from '../dues/dues-list.rules.ts'
import type { ConsentAnswer } from '../people/consents/consents.rules.ts'
import { displayName, type Named } from '../people/name.rules.ts'
import type { Contact, ContactInput } from '../people/people.requests.ts'
import type { OwnHousehold } from './cards/json-book.ts'
import type { OwnTies, WaitingPhoto } from './draft.ts'
import type { Foreseen, ImportWay, LineChoice, LineWarning, PreviewLine } from './exchange.requests.ts'
import type { FileTies } from './file-ties.ts'
import type { HouseholdPart } from './joined-household.ts'
import { type MarkCorrections, withoutCorrections } from './kept-corrections.ts'
import type { LeftOutLine } from './left-out.rules.ts'
import { about } from './matching.ts'
import { type Change, merged } from './merge.ts'
import { outcomes, type PlanBook, type PlannedLine } from './plan-book.ts'
import { type DuesAdded, duesChange, type PlanDues, sumOfDues } from './plan-dues.ts'

/** A person others are tied to: one who is known, or the one that was written for a place of the plan. */
export type Partner = { readonly id: number } | { readonly at: number }

/** Somebody through whom an organisation is reached. */
type TiedPerson = Omit<NonNullable<OwnTies['people']>[number], 'person'> & { readonly person: Partner }
/** One of a household of the file (`HouseholdPart`). */
type PlannedPart = Omit<HouseholdPart, 'id'> & { readonly of: Partner }

export type Writing =
  | {
      readonly kind: 'new'
      readonly at: number
      /** To be looked at afterwards: nobody chose for the line. */
      readonly toCheck: boolean
      readonly contact: ContactInput
      readonly photo?: WaitingPhoto
      readonly people?: readonly TiedPerson[]
      readonly dues?: readonly DueTold[]
      readonly consents?: readonly ConsentAnswer[]
    }
  | {
      readonly kind: 'changed'
      readonly id: number
      readonly toCheck: boolean
      readonly coming: ContactInput
      readonly statusGiven: boolean
      readonly takes: (change: Change) => boolean
      /** For a record that has none. */
      readonly photo?: WaitingPhoto
      readonly people?: readonly TiedPerson[]
      readonly dues?: readonly DueTold[]
      readonly consents?: readonly ConsentAnswer[]
    }
  | { readonly kind: 'household'; readonly home: OwnHousehold; readonly parts: readonly PlannedPart[] }
  | { readonly kind: 'couple'; readonly of: readonly [Partner, Partner] }

export type Decision = {
  readonly line: number
  readonly part: 1 | 2
  readonly choice: LineChoice
  /** For the choice `record`: the record that the line is about. */
  readonly record?: Contact | undefined
}

type View = {
  readonly outcome?: PreviewLine['outcome'] | 'toCheck' | 'doubtful' | 'corrected' | 'couples' | undefined
  readonly search: string
  readonly field?: string | undefined
  readonly offset: number
  readonly limit: number
}

export type PlanChoices = {
  readonly foreseen: () => Foreseen
  readonly lines: (view: View) => { readonly total: number; readonly lines: readonly PreviewLine[] }
  readonly weigh: PlanBook['weigh']
  readonly ways: PlanBook['ways']
  /** Chooses for a line; the reason why it cannot be so, if it cannot. */
  readonly decide: (decision: Decision) => string | undefined
  /** The lines that are refused or were chosen to be left, in the order of the file. */
  readonly leftOut: () => Generator<LeftOutLine>
  /** What is to be written, in the order of the file. */
  readonly writings: () => Generator<Writing>
}

/** What is said of a line until somebody says whom it is about. */
const doubts: ReadonlySet<string> = new Set(['matchesTwo', 'nameAlone', 'severalSameName'])

type Chosen = { readonly choice: Exclude<LineChoice, 'proposed'>; readonly line?: PlannedLine }

type Surroundings = {
  /** Lines that say an earlier one again, by their place: they are left when that is. */
  readonly follows: ReadonlyMap<number, number>
  /** The line that was first found to be about a record. */
  readonly takenBy: (id: number) => number | undefined
  readonly warnings: () => number
  readonly ties: FileTies
  readonly dues: PlanDues
  /** What each line adds to dues as it was proposed, by its place. */
  readonly duesAt: ReadonlyMap<number, DuesAdded>
  readonly marked: MarkCorrections
}

export function planChoices(
  book: PlanBook,
  { follows, takenBy, warnings, ties, dues, duesAt, marked }: Surroundings,
): PlanChoices {
  const choices = new Map<number, Chosen>()
  const isLeft = (at: number | undefined) => at !== undefined && choices.get(at)?.choice === 'leave'
  const chosenAt = (at: number): Chosen | undefined =>
    choices.get(at) ?? (isLeft(follows.get(at)) ? { choice: 'leave' } : undefined)
  /** The line as it stands: another record was chosen for it, or it is what was planned. */
  const lineAt = (at: number): PlannedLine => choices.get(at)?.line ?? book.at(at)
  const wayAt = (choice: LineChoice | undefined): ImportWay | undefined =>
    choice === 'update' || choice === 'fill' ? choice : undefined
  const outcomeAt = (at: number, line = lineAt(at)): PreviewLine['outcome'] | 'left' => {
    const choice = chosenAt(at)?.choice
    if (choice === 'leave' || (choice === 'asOne' && line.part === 2)) return 'left'
    if (choice === 'other' || choice === 'asOne') return 'created'
    return book.outcome(line, wayAt(choice))
  }
  /** Whose line a record is, as things are chosen. */
  const ownerOf = (id: number): number | undefined => {
    for (const [at, { line }] of choices) if (line?.matched?.id === id) return at
    const line = takenBy(id)
    if (line === undefined) return undefined
    const at = [1, 2]
      .map((part) => book.placeOf(line, part as 1 | 2))
      .find((one) => one !== undefined && matches(one, id))
    const choice = at === undefined ? undefined : choices.get(at)?.choice
    return choice === undefined || choice === 'update' || choice === 'fill' ? at : undefined
  }
  const matches = (at: number, id: number): boolean => book.at(at).matched?.id === id

  const decide = ({ line, part, choice, record }: Decision): string | undefined => {
    const at = book.placeOf(line, part)
    if (at === undefined) return 'noSuchLine'
    const planned = book.at(at)
    const first = follows.get(at)
    // What repeats a line that is left has nothing to repeat.
    if (choice !== 'leave' && isLeft(first)) return 'repeatsLeft'
    if (choice === 'leave') return put(at, { choice })
    if (choice === 'asOne') {
      const one = part === 1 ? at : at - 1
      const { whole, matched, outcome } = book.at(one)
      if (whole === undefined) return 'noCouple'
      // The number of a record, or of an earlier line, is not given to a new one.
      if (whole.memberNumber !== '' && (matched?.because === 'memberNumber' || outcome === 'refused'))
        return 'numberKnown'
      choices.set(one, { choice })
      return put(one + 1, { choice })
    }
    // Two records never bear one number: who has it is the one.
    const numbered = planned.matched?.because === 'memberNumber'
    if (choice === 'other') {
      if (planned.draft === undefined || planned.matched === undefined || numbered) return 'numberKnown'
      return put(at, { choice })
    }
    if (choice === 'record') {
      const made = record === undefined ? 'noSuchRecord' : aboutRecord(at, planned, record)
      return typeof made === 'string' ? made : put(at, { choice, line: made })
    }
    const owner = planned.matched === undefined ? undefined : ownerOf(planned.matched.id)
    if (owner !== undefined && owner !== at) return 'recordOfLine'
    if (choice !== 'proposed') return planned.matched === undefined ? 'noRecord' : put(at, { choice })
    if (choices.get(at)?.choice === 'asOne') choices.delete(part === 1 ? at + 1 : at - 1)
    choices.delete(at)
    return undefined
  }
  const put = (at: number, chosen: Chosen): undefined => {
    // A couple kept as one record is one whole: who parts it again begins with both.
    if (choices.get(at)?.choice === 'asOne' && chosen.choice !== 'asOne')
      choices.delete(book.at(at).part === 1 ? at + 1 : at - 1)
    choices.set(at, chosen)
  }
  /** The line as it would be about that record, or why it cannot. */
  const aboutRecord = (at: number, planned: PlannedLine, record: Contact): PlannedLine | string => {
    const contact = planned.draft ?? planned.write
    if (contact === undefined || planned.outcome === 'refused') return 'noContact'
    if (record.trashed || record.mergedInto !== undefined) return 'noSuchRecord'
    if (record.kind !== contact.kind) return 'otherKindOfRecord'
    const numbers = new Set([record.memberNumber, contact.memberNumber])
    numbers.delete('')
    if (numbers.size > 1 || planned.matched?.because === 'memberNumber') return 'otherNumber'
    const owner = ownerOf(record.id)
    if (owner !== undefined && owner !== at) return 'recordOfLine'
    const { changes } = merged(record, contact, planned.statusGiven ?? false)
    const { write, ...rest } = planned
    const home = planned.changes.filter(({ field }) => field === 'household')
    const added = dues.added(planned.dues ?? [], record.id, () => contact.category)
    const all = [...marked(record.id, changes), ...home, ...duesChange(added)]
    return {
      ...rest,
      problems: planned.problems.filter(({ code }) => !doubts.has(code)),
      toCheck: false,
      outcome: all.length > 0 ? 'changed' : 'unchanged',
      matched: { id: record.id, name: displayName(record as Named), because: 'chosen' },
      changes: all,
      draft: contact,
    }
  }

  /** What a line adds to dues, as things are chosen. */
  const duesOf = (at: number): DuesAdded | undefined => {
    const chosen = chosenAt(at)
    const proposal = duesAt.get(at)
    if (chosen === undefined) {
      const outcome = book.proposed(at)
      return outcome === 'created' || (outcome === 'changed' && wayOfDues() !== 'skip') ? proposal : undefined
    }
    const { choice } = chosen
    if (choice === 'leave' || (choice === 'asOne' && book.at(at).part === 2)) return undefined
    if (choice === 'update' || choice === 'fill') return proposal
    const line = lineAt(at)
    const contact = choice === 'record' ? line.matched?.id : undefined
    if (choice === 'record' && wayOfDues() === 'skip') return undefined
    return dues.added(line.dues ?? [], contact, () => ((line.draft ?? line.write) as ContactInput).category)
  }
  const wayOfDues = () => book.ways().fields.get('dues') ?? book.ways().way
  const duesForeseen = () => {
    const places = new Set([...duesAt.keys(), ...choices.keys()])
    return sumOfDues([...places].flatMap((at) => duesOf(at) ?? []))
  }

  const shown = (at: number): PreviewLine => {
    const chosen = chosenAt(at)
    const choice = chosen?.choice
    const planned = lineAt(at)
    const { changes, write, draft, whole, statusGiven, photo, dues: told, consents, ...line } = planned
    const takes = book.takes(wayAt(choice))
    const outcome = choice === 'other' || choice === 'asOne' ? 'created' : book.outcome(planned, wayAt(choice))
    const contact = choice === 'asOne' ? whole : (draft ?? write)
    return {
      ...line,
      outcome,
      ...(choice === 'asOne' && whole !== undefined ? { name: displayName(whole as Named) } : {}),
      changes: changes.map((change) => (takes(change) ? change : { ...change, left: true })),
      problems: line.problems as readonly LineWarning[],
      about: outcome === 'created' && contact !== undefined ? [...about(contact), ...(duesOf(at)?.words ?? [])] : [],
      ...(choice === undefined ? {} : { choice }),
    }
  }

  return {
    decide,
    ways: book.ways,
    weigh: book.weigh,
    foreseen: () => {
      const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 }
      for (const outcome of outcomes) counts[outcome] = book.shelf(outcome).length
      const recount = (at: number) => {
        counts[book.outcome(book.at(at))] -= 1
        const outcome = outcomeAt(at)
        if (outcome !== 'left') counts[outcome] += 1
      }
      for (const at of choices.keys()) recount(at)
      for (const [at, first] of follows) if (!choices.has(at) && isLeft(first)) recount(at)
      const money = duesForeseen()
      return {
        counts,
        warnings: warnings(),
        left: [...new Set([...choices.keys(), ...follows.keys()])].filter((at) => chosenAt(at)?.choice === 'leave')
          .length,
        toCheck: book.shelf('toCheck').filter((at) => !choices.has(at)).length,
        doubtful: book.shelf('doubtful').filter((at) => !choices.has(at)).length,
        corrected: book.shelf('corrected').filter((at) => !choices.has(at)).length,
        couples: book.shelf('couples').length / 2,
        way: book.ways().way,
        fields: book.fields(),
        ...(money === undefined ? {} : { dues: money }),
      }
    },
    lines: ({ outcome, ...sight }) => {
      const { total, places } = book.seen({ shelf: outcome, ...sight })
      return { total, lines: places.map(shown) }
    },
    leftOut: function* () {
      const places = new Set([...book.shelf('refused'), ...choices.keys(), ...follows.keys()])
      for (const at of [...places].sort((one, other) => one - other)) {
        const line = lineAt(at)
        const first = follows.get(at)
        if (chosenAt(at)?.choice === 'leave') yield { line: line.line, problems: [] }
        // What adds to a line goes with it.
        else if (outcomeAt(at, line) === 'refused' || (first !== undefined && outcomeAt(first) === 'refused'))
          yield { line: line.line, problems: line.problems as readonly LineWarning[] }
      }
    },
    writings: function* () {
      for (let at = 0; at < book.size(); at += 1) {
        const line = lineAt(at)
        const outcome = outcomeAt(at, line)
        const choice = chosenAt(at)?.choice
        const toCheck = choice === undefined && book.isDoubtful(at)
        if (outcome === 'created') {
          const contact = choice === 'asOne' ? line.whole : (line.draft ?? line.write)
          yield {
            kind: 'new',
            at,
            toCheck,
            contact: contact as ContactInput,
            ...photoOf(line),
            ...peopleOf(at),
            ...toldOf(line),
            ...answersOf(line),
          }
        } else if (outcome === 'changed' && line.matched !== undefined) {
          const { matched, draft, statusGiven = false } = line
          const takes = withoutCorrections(line.changes, book.takes(wayAt(choice)), wayAt(choice))
          // Of a record that somebody chose, only the writing knows whether it has a photo.
          const photo = choice === 'record' || line.changes.some((change) => change.field === 'photo' && takes(change))
          yield {
            kind: 'changed',
            id: matched.id,
            toCheck,
            coming: draft as ContactInput,
            statusGiven,
            takes,
            ...(photo ? photoOf(line) : {}),
            ...(isTakenAt(at, 'representatives') ? peopleOf(at) : {}),
            ...(isTakenAt(at, 'dues') ? toldOf(line) : {}),
            ...(isTakenAt(at, 'consents') ? answersOf(line) : {}),
          }
        }
        const couple = line.part === 2 ? coupleAt(at - 1, at) : undefined
        if (couple !== undefined) yield { kind: 'couple', of: couple }
      }
      for (const home of ties.homes()) {
        const parts = home.members.flatMap(({ contact, role }) => partOf(contact, role))
        if (parts.some(({ joins }) => joins)) yield { kind: 'household', home, parts }
      }
    },
  }

  /** Two people of a line who are to share a household: new ones do, known ones when their line may change that. */
  function coupleAt(first: number, second: number): readonly [Partner, Partner] | undefined {
    const [one, other] = [outcomeAt(first), outcomeAt(second)]
    if (one === 'left' || one === 'refused' || other === 'left' || other === 'refused') return undefined
    const line = lineAt(first)
    const home = line.changes.find(({ field }) => field === 'household')
    const wanted = one === 'created' || (home !== undefined && book.takes(wayAt(chosenAt(first)?.choice))(home))
    return wanted ? [partnerAt(first), partnerAt(second)] : undefined
  }

  /** Whether a line that changes a record changes that of it. */
  function isTakenAt(at: number, field: string): boolean {
    const takes = book.takes(wayAt(chosenAt(at)?.choice))
    return lineAt(at).changes.some((change) => change.field === field && takes(change))
  }

  function peopleOf(at: number): { readonly people?: readonly TiedPerson[] } {
    const people = (ties.of(at)?.people ?? []).flatMap(({ person, ...tie }) => {
      const place = ties.placeOf(person)
      return place === undefined || isOut(place) ? [] : [{ ...tie, person: partnerAt(place) }]
    })
    return people.length === 0 ? {} : { people }
  }

  /** Somebody of a household of the file, unless the line was left out. */
  function partOf(contact: number, role: HouseholdPart['role']): readonly PlannedPart[] {
    const at = ties.placeOf(contact)
    if (at === undefined || isOut(at)) return []
    const { draft, write } = lineAt(at)
    const shared = (ties.of(at)?.shared ?? []).flatMap((place) => (draft ?? write)?.addresses[place] ?? [])
    const joins = outcomeAt(at) === 'created' || isTakenAt(at, 'household')
    return [{ of: partnerAt(at), role, joins, shared }]
  }

  function isOut(at: number): boolean {
    const outcome = outcomeAt(at)
    return outcome === 'left' || outcome === 'refused'
  }

  function partnerAt(at: number): Partner {
    const { matched } = lineAt(at)
    return matched === undefined || outcomeAt(at) === 'created' ? { at } : { id: matched.id }
  }
}

const toldOf = ({ dues }: PlannedLine) => (dues === undefined ? {} : { dues })
const answersOf = ({ consents }: PlannedLine) => (consents === undefined ? {} : { consents })
const photoOf = ({ photo }: PlannedLine) => (photo === undefined ? {} : { photo })
