/** The rows of dues: years, rates, what is owed. Payments: payments.store.ts; where each one stands: standing.store.ts. */
import { Refusal } from '../kit/refusal.ts'
import { cleanLine } from '../kit/text.ts'
import { refusingAbsorbed } from '../people/absorbed.ts'
import { isInCalendar } from '../people/day.rules.ts'
import type { ContactStatus } from '../people/people.requests.ts'
import { foldedName } from '../people/people.rules.ts'
import type { Register } from '../register/register.ts'
import type { DueYear, Rate } from './dues.requests.ts'
import type { DueSaid, RateFacts } from './dues.rules.ts'

type YearFacts = Omit<DueYear, 'id' | 'revision' | 'rates'>
export type YearRow = Omit<DueYear, 'rates'>

export type DueRow = {
  readonly id: number
  readonly contact: number
  readonly rate: number | null
  readonly cents: number
  readonly said: DueSaid
  readonly since: string
  readonly reason: string
  readonly coveredBy: number | null
}

export type Named = { readonly id: number; readonly displayName: string; readonly status: ContactStatus }

/** Refuses what is no day of the calendar, naming the field; nothing passes. */
export function refuseNoDay(day: string, field: string): void {
  if (day !== '' && !isInCalendar(day)) throw new Refusal('invalidInput', { reason: 'noSuchDay' }, field)
}

const yearColumns = 'id, revision, name, kind, starts, ends, due_by AS dueBy, late_from AS lateFrom, closed'
const rateColumns = `r.id, k.name AS category, r.cents, r.free, r.persons, r.votes, r.eligible,
  r.directory_copy AS directoryCopy, r.legal_person AS legalPerson, r.life, r.exempt, r.decision, r.decided_on AS decidedOn`
const truths = ['free', 'eligible', 'directoryCopy', 'legalPerson', 'life', 'exempt'] as const

const yearOf = (row: unknown): YearRow => {
  const found = row as YearRow
  return { ...found, closed: Boolean(found.closed) }
}
const rateOf = (row: unknown): Rate => {
  const found = row as Rate
  return { ...found, ...Object.fromEntries(truths.map((truth) => [truth, Boolean(found[truth])])) }
}

export type DuesStore = ReturnType<typeof duesStore>

export function duesStore(register: Register) {
  const refuseAbsorbed = refusingAbsorbed(register)
  const contact = register.prepare('SELECT id, display_name AS displayName, status, trashed FROM contact WHERE id = ?')
  const years = register.prepare(`SELECT ${yearColumns} FROM due_year ORDER BY starts DESC, id DESC`)
  const year = register.prepare(`SELECT ${yearColumns} FROM due_year WHERE id = ?`)
  const overlapping = register.prepare(
    "SELECT name FROM due_year WHERE id <> ? AND kind <> 'rolling' AND starts <= ? AND ends >= ? LIMIT 1",
  )
  const twin = register.prepare('SELECT id FROM due_year WHERE folded = ? AND id <> ?').pluck()
  const yearMade = register.prepare(
    'INSERT INTO due_year (name, folded, kind, starts, ends, due_by, late_from, closed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const yearChanged = register.prepare(
    `UPDATE due_year SET revision = revision + 1, name = ?, folded = ?, kind = ?, starts = ?, ends = ?, due_by = ?,
       late_from = ?, closed = ? WHERE id = ?`,
  )
  const rates = register.prepare(
    `SELECT ${rateColumns} FROM due_rate r JOIN member_category k ON k.id = r.category_id WHERE r.year_id = ?
     ORDER BY r.position, r.id`,
  )
  const rateFor = register.prepare(
    `SELECT ${rateColumns} FROM contact c JOIN due_rate r ON r.category_id = c.category_id AND r.year_id = ?
     JOIN member_category k ON k.id = r.category_id WHERE c.id = ?`,
  )
  const rateUsed = register.prepare('SELECT 1 FROM due WHERE rate_id = ? LIMIT 1')
  const rateGone = register.prepare('DELETE FROM due_rate WHERE id = ?')
  const rateColumnsWritten = [
    ...(['year_id', 'category_id', 'position', 'cents', 'free', 'persons', 'votes', 'eligible'] as const),
    ...(['directory_copy', 'legal_person', 'life', 'exempt', 'decision', 'decided_on'] as const),
  ]
  const rateMade = register.prepare(
    `INSERT INTO due_rate (${rateColumnsWritten.join(', ')}) VALUES (${rateColumnsWritten.map(() => '?').join(', ')})`,
  )
  const rateChanged = register.prepare(
    `UPDATE due_rate SET ${rateColumnsWritten.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  )
  const categoryFound = register.prepare('SELECT id FROM member_category WHERE folded = ?').pluck()
  const categoryMade = register.prepare('INSERT INTO member_category (name, folded) VALUES (?, ?)')
  const dueColumns =
    'id, contact_id AS contact, rate_id AS rate, cents, said, said_on AS since, reason, covered_by_id AS coveredBy'
  const due = register.prepare(`SELECT ${dueColumns} FROM due WHERE contact_id = ? AND year_id = ?`)
  const dueMade = register.prepare(
    'INSERT INTO due (contact_id, year_id, rate_id, cents, said, said_on, reason, covered_by_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const dueChanged = register.prepare(
    'UPDATE due SET rate_id = ?, cents = ?, said = ?, said_on = ?, reason = ?, covered_by_id = ? WHERE id = ?',
  )
  /** People of the household in its order, the category of each the same as that of the contact; living members alone. */
  const alike = register
    .prepare(
      `SELECT o.id FROM household_member x JOIN household_member y ON y.household_id = x.household_id
       JOIN contact c ON c.id = x.contact_id JOIN contact o ON o.id = y.contact_id
       WHERE x.contact_id = ? AND o.category_id = c.category_id AND o.status = 'member' AND o.trashed = 0
       ORDER BY y.position, y.id`,
    )
    .pluck()
  const covered = register.prepare(
    `SELECT c.id, c.display_name AS displayName FROM due d INDEXED BY due_covered JOIN contact c ON c.id = d.contact_id
     WHERE d.covered_by_id = ? AND d.year_id = ? AND d.contact_id <> ? ORDER BY c.sort_key`,
  )

  /** Two years may not share a day, unless one of them goes from date to date: whose year a day is would be told by chance. */
  const refuseOverlap = ({ starts, ends, kind }: YearFacts, id: number): void => {
    const other = kind === 'rolling' ? undefined : (overlapping.get(id, ends, starts) as { name: string } | undefined)
    if (other !== undefined) throw new Refusal('invalidInput', { reason: 'yearOverlaps', name: other.name }, 'starts')
  }
  const refuseTaken = (name: string, id: number): void => {
    const other = twin.get(foldedName(name), id) as number | undefined
    if (other !== undefined) throw new Refusal('invalidInput', { reason: 'nameTaken', id: other }, 'name')
  }
  const cleanedYear = (facts: YearFacts): YearFacts => {
    const name = cleanLine(facts.name)
    if (name === '') throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, 'name')
    for (const field of ['starts', 'ends', 'dueBy', 'lateFrom'] as const) refuseNoDay(facts[field], field)
    if (facts.ends < facts.starts) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'ends')
    return { ...facts, name }
  }
  const yearValues = ({ name, kind, starts, ends, dueBy, lateFrom, closed }: YearFacts) =>
    [name, foldedName(name), kind, starts, ends, dueBy, lateFrom, closed ? 1 : 0] as const
  const rateValues = (yearId: number, position: number, rate: RateFacts) => {
    const folded = foldedName(rate.category)
    const category =
      (categoryFound.get(folded) as number | undefined) ??
      Number(categoryMade.run(cleanLine(rate.category), folded).lastInsertRowid)
    const flag = (truth: boolean): number => (truth ? 1 : 0)
    return [
      ...[yearId, category, position, rate.cents, flag(rate.free), rate.persons, rate.votes, flag(rate.eligible)],
      ...[flag(rate.directoryCopy), flag(rate.legalPerson), flag(rate.life), flag(rate.exempt)],
      ...[rate.decision, rate.decidedOn],
    ]
  }

  return {
    /** Refuses `notFound`, and a merged record; one in the trash when it is written to (`inTrash`). */
    contact: (id: number, field: string, writing = true): Named => {
      const found = contact.get(id) as (Named & { readonly trashed: number }) | undefined
      if (found === undefined) throw new Refusal('notFound', { id }, field)
      if (writing) {
        refuseAbsorbed(id, field)
        if (found.trashed === 1)
          throw new Refusal('invalidInput', { reason: 'inTrash', name: found.displayName }, field)
      }
      return { id: found.id, displayName: found.displayName, status: found.status }
    },
    /** The latest first. */
    years: (): readonly YearRow[] => years.all().map(yearOf),
    /** Refuses `notFound`, naming the field. */
    year: (id: number, field = 'year'): YearRow => {
      const row = year.get(id)
      if (row === undefined) throw new Refusal('notFound', { id }, field)
      return yearOf(row)
    },
    /** A year that takes writings; refuses a closed one. */
    openYear: (id: number, field = 'year'): YearRow => {
      const row = year.get(id)
      if (row === undefined) throw new Refusal('notFound', { id }, field)
      const found = yearOf(row)
      if (found.closed) throw new Refusal('invalidInput', { reason: 'yearClosed', name: found.name }, field)
      return found
    },
    insertYear: (given: YearFacts): number => {
      const facts = cleanedYear(given)
      refuseTaken(facts.name, 0)
      refuseOverlap(facts, 0)
      return Number(yearMade.run(...yearValues(facts)).lastInsertRowid)
    },
    updateYear: (id: number, given: YearFacts): void => {
      const facts = cleanedYear(given)
      refuseTaken(facts.name, id)
      // A year that overlaps already may be closed or renamed all the same.
      const before = yearOf(year.get(id))
      if (before.starts !== facts.starts || before.ends !== facts.ends) refuseOverlap(facts, id)
      yearChanged.run(...yearValues(facts), id)
    },
    rates: (yearId: number): readonly Rate[] => rates.all(yearId).map(rateOf),
    /** The rate of a contact's category for a year. */
    rateFor: (contactId: number, yearId: number): Rate | undefined => {
      const row = rateFor.get(yearId, contactId)
      return row === undefined ? undefined : rateOf(row)
    },
    /** Makes, changes and takes away until the year has these rates; answers how many differ. */
    setRates: (yearId: number, wanted: readonly RateFacts[]): number => {
      const before = new Map(rates.all(yearId).map((row) => [foldedName(rateOf(row).category), rateOf(row)]))
      const places = new Map([...before.keys()].map((folded, at) => [folded, at]))
      let changed = 0
      for (const [at, rate] of wanted.entries()) {
        const folded = foldedName(rate.category)
        const known = before.get(folded)
        before.delete(folded)
        if (known === undefined) rateMade.run(...rateValues(yearId, at, rate))
        else {
          const { id, ...facts } = known
          const same = Object.entries(facts).every(
            ([key, value]) => key === 'category' || rate[key as keyof RateFacts] === value,
          )
          if (same && places.get(folded) === at) continue
          rateChanged.run(...rateValues(yearId, at, rate), id)
        }
        changed++
      }
      for (const { id, category } of before.values()) {
        if (rateUsed.get(id) !== undefined)
          throw new Refusal('invalidInput', { reason: 'rateUsed', name: category }, 'rates')
        rateGone.run(id)
        changed++
      }
      return changed
    },
    due: (contactId: number, yearId: number): DueRow | undefined => due.get(contactId, yearId) as DueRow | undefined,
    insertDue: (contactId: number, yearId: number, facts: Omit<DueRow, 'id' | 'contact'>): number =>
      Number(
        dueMade.run(
          ...[contactId, yearId, facts.rate, facts.cents, facts.said, facts.since, facts.reason, facts.coveredBy],
        ).lastInsertRowid,
      ),
    updateDue: (id: number, facts: Omit<DueRow, 'id' | 'contact'>): void => {
      dueChanged.run(facts.rate, facts.cents, facts.said, facts.since, facts.reason, facts.coveredBy, id)
    },
    /** People of the household of the same category, in its order, the contact among them; none without a household. */
    alike: (contactId: number): readonly number[] => alike.all(contactId) as number[],
    /** Those whom the due of a contact covers. */
    covered: (contactId: number, yearId: number): readonly Pick<Named, 'id' | 'displayName'>[] =>
      covered.all(contactId, yearId, contactId) as Pick<Named, 'id' | 'displayName'>[],
  }
}
