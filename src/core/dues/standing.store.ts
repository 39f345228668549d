/** Where each contact stands, and the sums of a year: read from what is owed and what came in, a part at a time. */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Cents } from '../kit/money.ts'
import type { DuesState } from '../people/lists/dues-state.rules.ts'
import { duesJoins, duesOwed, duesPaid, duesPayer, duesState } from '../people/lists/dues-state.sql.ts'
import type { Register } from '../register/register.ts'
import type { DuesLine, LedgerYear, YearTotals } from './dues.requests.ts'

/** The longest a part may take, in milliseconds: the next one is shorter. */
const stride = 8

/** Walks the numbers up to `last` a part at a time, letting others pass in between; the parts fit themselves to the machine. */
export async function inParts(
  register: Register,
  last: number,
  part: (after: number, to: number) => void,
): Promise<void> {
  let size = 1000
  for (let after = 0; after < last; ) {
    await register.whenFree()
    const began = performance.now()
    part(after, Math.min(last, after + size))
    after += size
    const took = performance.now() - began
    if (took < stride / 2) size *= 2
    else if (took > stride) size = Math.max(200, size >> 1)
    await giveBack()
  }
}

type Standing = { readonly state: DuesState | ''; readonly owed: Cents; readonly paid: Cents }

const asked = '(SELECT ? AS day, ? AS now) asked'
const owed = `coalesce(iif(e.said <> 'owed' AND e.said_on <= asked.now, 0, ${duesOwed}), 0)`
const paid = duesPaid(duesPayer, 'y.id')
const coverer = `coalesce((SELECT display_name FROM contact WHERE id = d.covered_by_id AND id <> c.id), '')`

export type StandingStore = ReturnType<typeof standingStore>

export function standingStore(register: Register) {
  const one = register.prepare(
    `SELECT ${duesState} AS state, ${owed} AS owed, ${paid} AS paid
     FROM ${asked} JOIN contact c ON c.id = ? JOIN due_year y ON y.id = ? ${duesJoins}`,
  )
  const ledger = register.prepare(
    `SELECT y.id AS year, y.name, y.starts, y.ends, y.closed, ${duesState} AS state, coalesce(e.said, '') AS said,
       ${owed} AS owed, ${paid} AS paid, coalesce(d.reason, '') AS reason, ${coverer} AS coveredBy,
       coalesce((SELECT k.name FROM due_rate r JOIN member_category k ON k.id = r.category_id WHERE r.id = d.rate_id), '')
         AS category,
       d.id IS NOT NULL OR EXISTS (SELECT 1 FROM payment_line l WHERE l.year_id = y.id AND l.contact_id = c.id) AS touched
     FROM ${asked} JOIN contact c ON c.id = ? JOIN due_year y ${duesJoins} ORDER BY y.starts, y.id`,
  )
  const lines = register.prepare(
    `SELECT c.id, c.display_name AS displayName, c.status, coalesce(k.name, '') AS category, ${duesState} AS state,
       ${owed} AS owed, ${paid} AS paid, coalesce(d.reason, '') AS reason, ${coverer} AS coveredBy,
       coalesce((SELECT max(p.received_on) FROM payment_line l JOIN payment p ON p.id = l.payment_id
         WHERE l.year_id = y.id AND l.contact_id = ${duesPayer} AND l.cents > 0), '') AS lastPaid
     FROM ${asked} JOIN due_year y ON y.id = ? JOIN json_each(?) j JOIN contact c ON c.id = j.value
       LEFT JOIN member_category k ON k.id = c.category_id ${duesJoins} ORDER BY j.key`,
  )
  // `+`: by number, for the index of what is in the trash would be gone through whole for each part.
  const sums = register.prepare(
    `SELECT state, count(*) AS count, sum(owed) AS asked, sum(max(0, owed - paid)) AS stillOwed FROM (
       SELECT ${duesState} AS state,
         iif(d.id IS NULL OR (e.id IS NOT NULL AND e.contact_id <> c.id), 0, ${owed}) AS owed, ${paid} AS paid
       FROM ${asked} JOIN due_year y ON y.id = ? JOIN contact c ON c.id > ? AND c.id <= ? AND +c.trashed = 0 ${duesJoins}
     ) WHERE state <> '' GROUP BY state`,
  )
  const received = register
    .prepare(
      `SELECT coalesce(sum(l.cents), 0) FROM payment_line l WHERE l.year_id = ? AND l.contact_id > ? AND l.contact_id <= ?
         AND (? = '' OR (SELECT received_on FROM payment WHERE id = l.payment_id) <= ?)`,
    )
    .pluck()
  const greatest = register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck()

  // A screen asks for the sums of the same years again and again; they hold until something changes.
  let kept = new Map<string, YearTotals>()
  let keptAt = -1

  return {
    /** Where a contact stands for a year; `day`: what had come in by then, everything when empty. */
    of: (contact: number, year: number, day: string): Standing =>
      one.get(day, day === '' ? register.today() : day, contact, year) as Standing,
    /** Every year as the contact stands in it today, the earliest first; `touched` says whether anything was asked or paid. */
    ledger: (contact: number): readonly (LedgerYear & { readonly touched: number })[] =>
      ledger.all('', register.today(), contact) as (LedgerYear & { readonly touched: number })[],
    /** Where these contacts stand for a year, in their order. */
    lines: (year: number, contacts: readonly number[], day: string): readonly DuesLine[] =>
      lines.all(day, day === '' ? register.today() : day, year, JSON.stringify(contacts)) as DuesLine[],
    totals: async (year: number, day: string): Promise<YearTotals> => {
      const at = register.changeCount()
      const now = day === '' ? register.today() : day
      const question = `${year} ${day} ${now}`
      if (keptAt !== at) {
        kept = new Map()
        keptAt = at
      }
      const known = kept.get(question)
      if (known !== undefined) return known
      const states: Partial<Record<DuesState, number>> = {}
      let [asked, came, stillOwed] = [0, 0, 0]
      await inParts(register, Number(greatest.get()), (after, to) => {
        for (const row of sums.all(day, now, year, after, to) as {
          state: DuesState
          count: number
          asked: number
          stillOwed: number
        }[]) {
          states[row.state] = (states[row.state] ?? 0) + row.count
          asked += row.asked
          stillOwed += row.stillOwed
        }
        came += Number(received.get(year, after, to, day, day))
      })
      const totals = { asked: asked as Cents, received: came as Cents, stillOwed: stillOwed as Cents, states }
      if (register.changeCount() === at && keptAt === at) kept.set(question, totals)
      return totals
    },
  }
}
