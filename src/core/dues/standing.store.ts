/** Where each contact stands, and the sums of a year: read from what is owed and what came in, a part at a time. */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Cents } from '../kit/money.ts'
import { type DuesState, duesStates } from '../people/lists/dues-state.rules.ts'
import { duesJoins, duesOwed, duesPaid, duesPayer, duesState, duesStateGiven } from '../people/lists/dues-state.sql.ts'
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

/** A whole year on a day: its sums, and whether a contact is in one of some states. */
type Whole = {
  readonly totals: YearTotals
  readonly among: (states: readonly DuesState[]) => (contact: number) => boolean
}

/** Where one is in the order of names. */
type Place = { readonly key: string; readonly id: number }
/** After every name: no key holds such a sign. */
const endOfNames: Place = { key: '\u{10ffff}', id: 0 }
const placeOfState = new Map(duesStates.map((state, at) => [state, at + 1]))
type Part = {
  readonly ids: string
  readonly states: string
  readonly asked: number
  readonly stillOwed: number
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
  // Contacts through the index of lists, which covers it: their rows, which are long, are never read. Its last condition is
  // what ends the walk, for pairs end none. What each paid is summed once, then asked for many times; what a payer paid for
  // others is looked up for those few. One row for a part.
  const paidHere = `iif(${duesPayer} = c.id, c.paid, ${paid})`
  const sums = register.prepare(
    `WITH asked AS MATERIALIZED (SELECT ? AS day, ? AS now), y AS MATERIALIZED (SELECT * FROM due_year WHERE id = ?),
       c AS MATERIALIZED (SELECT k.id, k.status, ${duesPaid('k.id', 'y.id')} AS paid FROM asked JOIN y
         JOIN contact k INDEXED BY contact_list
           ON k.trashed = 0 AND (k.sort_key, k.id) > (?, ?) AND (k.sort_key, k.id) <= (?, ?) AND k.sort_key <= ?),
       line AS MATERIALIZED (SELECT c.id, ${duesStateGiven(paidHere)} AS state, ${paidHere} AS paid,
         iif(d.id IS NULL OR (e.id IS NOT NULL AND e.contact_id <> c.id), 0, ${owed}) AS owed
         FROM c JOIN asked JOIN y ${duesJoins})
     SELECT json_group_array(id) AS ids, json_group_array(state) AS states, total(owed) AS asked,
       total(max(0, owed - paid)) AS stillOwed FROM line WHERE state <> ''`,
  )
  const everybody = register
    .prepare('SELECT count(*) FROM contact INDEXED BY contact_counted WHERE trashed = 0')
    .pluck()
  const further = register.prepare(
    `SELECT sort_key AS "key", id FROM contact INDEXED BY contact_list WHERE trashed = 0 AND (sort_key, id) > (?, ?)
     ORDER BY sort_key, id LIMIT 1 OFFSET ?`,
  )
  const received = register
    .prepare(
      `SELECT coalesce(sum(l.cents), 0) FROM payment_line l WHERE l.year_id = ? AND l.contact_id > ? AND l.contact_id <= ?
         AND (? = '' OR (SELECT received_on FROM payment WHERE id = l.payment_id) <= ?)`,
    )
    .pluck()
  const greatest = register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck()

  // A screen asks for the sums of the same years again and again; they hold until something changes.
  let kept = new Map<string, Whole>()
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
    whole: async (year: number, day: string): Promise<Whole> => {
      const at = register.changeCount()
      const now = day === '' ? register.today() : day
      const question = `${year} ${day} ${now}`
      if (keptAt !== at) {
        kept = new Map()
        keptAt = at
      }
      const known = kept.get(question)
      if (known !== undefined) return known
      const last = Number(greatest.get())
      // By number, the place of the state among all of them, from 1 on: a byte for each contact.
      const standings = new Uint8Array(last + 1)
      const counts = new Array<number>(duesStates.length + 1).fill(0)
      let [asked, came, stillOwed] = [0, 0, 0]
      let from: Place = { key: '', id: 0 }
      await inParts(register, Number(everybody.get()), (after, to) => {
        const until = (further.get(from.key, from.id, to - after - 1) as Place | undefined) ?? endOfNames
        const part = sums.get(day, now, year, from.key, from.id, until.key, until.id, until.key) as Part
        from = until
        const states = JSON.parse(part.states) as readonly DuesState[]
        for (const [at, id] of (JSON.parse(part.ids) as readonly number[]).entries()) {
          const place = placeOfState.get(states[at] as DuesState) ?? 0
          standings[id] = place
          counts[place] = (counts[place] ?? 0) + 1
        }
        asked += part.asked
        stillOwed += part.stillOwed
      })
      await inParts(register, last, (after, to) => {
        came += Number(received.get(year, after, to, day, day))
      })
      const states: Partial<Record<DuesState, number>> = Object.fromEntries(
        duesStates.flatMap((state, at) => ((counts[at + 1] ?? 0) > 0 ? [[state, counts[at + 1]]] : [])),
      )
      const found: Whole = {
        totals: { asked: asked as Cents, received: came as Cents, stillOwed: stillOwed as Cents, states },
        among: (wanted) => {
          const places = ['' as const, ...duesStates].map((state) => state !== '' && wanted.includes(state))
          return (contact) => places[standings[contact] ?? 0] === true
        },
      }
      if (register.changeCount() === at && keptAt === at) kept.set(question, found)
      return found
    },
  }
}
