/**
 * Dues that a list tells, made into dues and payments. A list adds what nobody recorded; it never changes what was: what
 * contradicts that is said, and left.
 */
import { asCents } from '../kit/money.ts'
import { foldedName } from '../people/people.rules.ts'
import type { Register } from '../register/register.ts'
import { duesStore, type YearRow } from './dues.store.ts'
import type { DueTold } from './dues-list.rules.ts'
import { periodOfName } from './dues-reading.rules.ts'
import { paymentsStore } from './payments.store.ts'

/** What comes of a due that is told. `closed`: its year is; `differs`: the register says otherwise. */
export type DueComing =
  | { readonly adds: 'due' | 'payment' | 'both'; readonly year: string }
  | { readonly adds: 'nothing'; readonly why?: 'closed' | 'differs'; readonly year: string }

export type DuesComingIn = ReturnType<typeof duesComingIn>

const noCategory = () => ''

export function duesComingIn(register: Register) {
  const store = duesStore(register)
  const payments = paymentsStore(register)
  const rateOfCategory = register.prepare(
    `SELECT r.id, r.cents, r.exempt FROM due_rate r JOIN member_category k ON k.id = r.category_id
     WHERE r.year_id = ? AND k.folded = ?`,
  )
  /** Years as they are known, the new ones among them. */
  let years: readonly YearRow[] | undefined
  const known = (): readonly YearRow[] => {
    years ??= store.years()
    return years
  }
  const nameOf = ({ year, on = '' }: DueTold): string => {
    if (year !== undefined) return year
    // Of several that hold the day, the one that began last: a season before the calendar's year.
    const holding = known().filter(({ starts, ends }) => starts <= on && on <= ends)
    return holding.toSorted((one, other) => other.starts.localeCompare(one.starts))[0]?.name ?? on.slice(0, 4)
  }
  const yearOf = (told: DueTold): YearRow | undefined => {
    const folded = foldedName(nameOf(told))
    return known().find(({ name }) => foldedName(name) === folded)
  }
  const rate = (year: number | undefined, contact: number | undefined, category: () => string) => {
    if (year === undefined) return undefined
    if (contact !== undefined) return store.rateFor(contact, year)
    const found = rateOfCategory.get(year, foldedName(category())) as
      | { id: number; cents: number; exempt: number }
      | undefined
    return found && { ...found, exempt: Boolean(found.exempt) }
  }

  /** What would come of it; `contact` undefined: somebody new, of that category. */
  const foreseen = (told: DueTold, contact: number | undefined, category: () => string): DueComing => {
    const year = yearOf(told)
    const name = nameOf(told)
    const { said, owed, paid } = told
    const due = contact === undefined || year === undefined ? undefined : store.due(contact, year.id)
    const came = contact === undefined || year === undefined ? 0 : payments.paidFor(contact, year.id)
    const unless = (adds: 'due' | 'payment' | 'both'): DueComing =>
      year?.closed ? { adds: 'nothing', why: 'closed', year: name } : { adds, year: name }
    if (due === undefined && came === 0) {
      if (said === 'owed' && paid === undefined && owed === undefined) {
        // Nothing was paid, and no rate says what is owed, or it asks nothing: there is nothing to write.
        const asked = rate(year?.id, contact, category)
        return asked === undefined || asked.exempt ? { adds: 'nothing', year: name } : unless('due')
      }
      return unless(paid === undefined ? 'due' : 'both')
    }
    // Who is covered by another's due has nothing of their own.
    const covered = due !== undefined && due.coveredBy !== null
    if (paid !== undefined && paid !== came)
      return came === 0 && due?.said === 'owed' && !covered
        ? unless('payment')
        : { adds: 'nothing', why: 'differs', year: name }
    if (due === undefined || covered) return { adds: 'nothing', year: name }
    const otherwise =
      (owed !== undefined && owed !== due.cents) ||
      (said !== due.said && (said === 'exempt' || said === 'waived' || said === 'stopped'))
    return otherwise ? { adds: 'nothing', why: 'differs', year: name } : { adds: 'nothing', year: name }
  }

  /** Writes what it adds, a year it names among it; the order it is part of is the caller's. */
  const write = (told: DueTold, contact: number): DueComing => {
    const coming = foreseen(told, contact, noCategory)
    if (coming.adds === 'nothing') return coming
    let year = yearOf(told)
    if (year === undefined) {
      // A name that says no year is of the year in which it comes.
      const dated = /^\d{4}(-\d{4})?$/.test(coming.year) ? coming.year : register.today().slice(0, 4)
      const id = store.insertYear({
        ...{ name: coming.year, ...periodOfName(dated), dueBy: '', lateFrom: '', closed: false },
      })
      years = undefined
      year = store.year(id)
    }
    const today = register.today()
    const { said, owed, paid, day, mode = 'other', reference = '', payer = '', written } = told
    const asked = rate(year.id, contact, noCategory)
    if (coming.adds !== 'payment') {
      // Who is said to have paid on a day had not before it.
      const since = said === 'settled' && day !== undefined && day <= today ? day : ''
      const facts = { rate: asked?.id ?? null, since, reason: day ?? '', coveredBy: null }
      store.insertDue(contact, year.id, { ...facts, cents: asCents(owed ?? paid ?? asked?.cents ?? 0), said })
    }
    if (coming.adds === 'due' || paid === undefined) return coming
    // A list without days says the year: its first day is when it counts from.
    const receivedOn = [day ?? year.starts, today].toSorted()[0] ?? today
    payments.insert(
      {
        ...{ payer: payer === '' ? contact : null, payerName: payer, mode, receivedOn, creditedOn: '', reference },
        ...{ drawer: '', bank: '', currency: '', foreignAmount: asCents(0), charges: asCents(0), note: written },
      },
      [{ kind: 'due', contact, year: year.id, cents: asCents(paid), label: '' }],
    )
    return coming
  }

  /** Whether the register has no year of that name yet. */
  const isNew = (name: string): boolean => !known().some((year) => foldedName(year.name) === foldedName(name))

  return { foreseen, write, isNew }
}
