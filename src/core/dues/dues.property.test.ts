/** Whatever is done with money, in any order, none is made and none is lost; and states are what a plain reading says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { client, latestAct, office, person } from '../office.fixture.ts'
import { type DuesState, duesStates } from '../people/lists/dues-state.rules.ts'

const refusedOr = async <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined)
const day = fc.constantFrom('2025-01-15', '2025-06-30', '2026-01-10', '2026-02-20')
const place = fc.nat({ max: 3 })
const cents = fc.integer({ min: 1, max: 9000 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('pay' as const),
    who: place,
    other: place,
    of: fc.nat({ max: 1 }),
    cents,
    more: cents,
    day,
  }),
  fc.record({ do: fc.constant('reverse' as const), at: fc.nat({ max: 9 }), day }),
  fc.record({ do: fc.constant('assign' as const), at: fc.nat({ max: 9 }), who: place, of: fc.nat({ max: 1 }), cents }),
  fc.record({
    do: fc.constant('say' as const),
    who: place,
    of: fc.nat({ max: 1 }),
    said: fc.constantFrom('owed', 'exempt', 'stopped', 'waived'),
    day,
  }),
  fc.record({ do: fc.constant('ask' as const), of: fc.nat({ max: 1 }) }),
  fc.record({ do: fc.constant('merge' as const), who: place, other: place }),
  fc.record({ do: fc.constant('undo' as const), back: fc.nat({ max: 3 }) }),
)

type Year = { readonly id: number; readonly starts: string; readonly ends: string; readonly due_by: string }
const rows = (sql: string): readonly unknown[] => office.register.prepare(sql).all()
const one = (sql: string): number => Number(office.register.prepare(sql).pluck().get())

/** What the ledger says of a contact for a year on a day, read row by row. */
function plainly(contact: number, year: Year, on: string): DuesState | '' {
  const dues = rows('SELECT * FROM due') as {
    contact_id: number
    year_id: number
    rate_id: number | null
    cents: number
    said: string
    said_on: string
    covered_by_id: number | null
  }[]
  const lines = rows('SELECT l.*, p.received_on FROM payment_line l JOIN payment p ON p.id = l.payment_id') as {
    contact_id: number
    year_id: number
    cents: number
    received_on: string
  }[]
  const paidBy = (who: number): number =>
    lines
      .filter((line) => line.contact_id === who && line.year_id === year.id && line.received_on <= on)
      .reduce((sum, line) => sum + line.cents, 0)
  const own = dues.find((due) => due.contact_id === contact && due.year_id === year.id)
  if (own === undefined) {
    if (paidBy(contact) > 0) return 'upToDate'
    if (office.register.prepare('SELECT status FROM contact WHERE id = ?').pluck().get(contact) !== 'member') return ''
    const years = rows('SELECT * FROM due_year') as readonly Year[]
    const before = dues.some(
      (due) => due.contact_id === contact && (years.find(({ id }) => id === due.year_id)?.starts ?? '') < year.starts,
    )
    return year.ends < on && before ? 'gap' : 'notAsked'
  }
  const asked = dues.find((due) => due.contact_id === (own.covered_by_id ?? contact) && due.year_id === year.id) ?? own
  const paid = paidBy(asked.contact_id)
  if (asked.said !== 'owed' && asked.said_on <= on) return asked.said === 'stopped' ? 'stopped' : 'exempt'
  if (paid >= asked.cents) return 'upToDate'
  if (paid > 0) return 'partly'
  return on > (year.due_by || year.ends) ? 'late' : 'owes'
}

test('money is neither made nor lost, and every state is what the ledger says', { timeout: 300_000 }, async () => {
  const years = await Promise.all(
    ['2025', '2026'].map(async (name) => {
      const facts = { name, kind: 'calendar', starts: `${name}-01-01`, ends: `${name}-12-31`, dueBy: `${name}-03-31` }
      const { id } = await client.dues.createYear(facts as never)
      await client.dues.setRates({
        year: id,
        rates: [
          { category: 'Actif', cents: 4000 },
          { category: 'Couple', cents: 6000, persons: 2 },
        ],
      })
      return id
    }),
  )
  let [told, refusals] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const people = [
        await person('A', { category: 'Actif' }),
        await person('B', { category: 'Couple' }),
        await person('C', { category: 'Couple' }),
        await person('D', { status: 'friend' }),
      ]
      await client.households.make({
        members: [{ contact: people[1] ?? 0 }, { contact: people[2] ?? 0 }],
        address: null,
      })
      const who = (at: number): number => people[at] ?? 0
      const of = (at: number): number => years[at] ?? 0
      const before = one('SELECT coalesce(sum(cents), 0) FROM payment_line')
      /** What came in, by the act that brought it: undone with it. */
      const made = new Map<number, { id: number; cents: number }>()
      const standing = new Set<number>()
      const payments: number[] = []
      const sums = new Map<number, number>()
      for (const asked of steps) {
        if (asked.do === 'pay') {
          const answer = await refusedOr(
            client.dues.recordPayment({
              mode: 'transfer',
              receivedOn: asked.day,
              confirmed: ['twice', 'overpaid', 'deceased'],
              lines: [
                { kind: 'due', contact: who(asked.who), year: of(asked.of), cents: asked.cents },
                { kind: 'gift', contact: who(asked.other), cents: asked.more },
                { kind: 'unassigned', cents: asked.more },
              ],
            }),
          )
          if (answer === undefined) {
            refusals++
            continue
          }
          payments.push(answer.id)
          const act = (await latestAct())?.id ?? 0
          made.set(act, { id: answer.id, cents: asked.cents + 2 * asked.more })
          standing.add(act)
          sums.set(answer.id, asked.cents + 2 * asked.more)
        } else if (asked.do === 'reverse') {
          const id = payments[asked.at % Math.max(1, payments.length)] ?? 0
          const answer = await refusedOr(client.dues.reverse({ payment: id, day: asked.day }))
          if (answer !== undefined) {
            const act = (await latestAct())?.id ?? 0
            made.set(act, { id: answer.id, cents: -(sums.get(id) ?? 0) })
            standing.add(act)
          }
        } else if (asked.do === 'assign') {
          const id = payments[asked.at % Math.max(1, payments.length)] ?? 0
          const line = { kind: 'due' as const, contact: who(asked.who), year: of(asked.of), cents: asked.cents }
          await refusedOr(client.dues.assign({ payment: id, lines: [line] }))
        } else if (asked.do === 'say') {
          await refusedOr(
            client.dues.setDue({
              contact: who(asked.who),
              year: of(asked.of),
              said: asked.said as 'owed',
              since: asked.day,
              cents: 4000,
            }),
          )
        } else if (asked.do === 'ask') await client.dues.ask({ year: of(asked.of) })
        else if (asked.do === 'merge') {
          await refusedOr(client.duplicates.merge({ keep: who(asked.who), absorb: who(asked.other) }))
        } else {
          const act = ((await latestAct())?.id ?? 0) - asked.back
          const name = office.register.prepare('SELECT name FROM journal_act WHERE id = ?').pluck().get(act)
          if (!String(name).startsWith('dues.') && name !== 'duplicates.merge') continue
          if ((await refusedOr(client.history.undo({ act }))) !== undefined) standing.delete(act)
        }
      }
      const came = [...standing].reduce((sum, act) => sum + (made.get(act)?.cents ?? 0), 0)
      const all = one('SELECT coalesce(sum(cents), 0) FROM payment_line')
      expect(all - before).toBe(came)
      expect((await client.dues.payments({})).sum).toBe(all)
      // Each payment is what it was, whatever its lines have become, and none has an empty line or none at all.
      for (const [id, sum] of sums) {
        const found = one(`SELECT coalesce(sum(cents), -1) FROM payment_line WHERE payment_id = ${id}`)
        const there = one(`SELECT count(*) FROM payment WHERE id = ${id}`)
        expect(found).toBe(there === 1 ? sum : -1)
      }
      for (const [at, id] of years.entries()) {
        const [row] = rows(`SELECT * FROM due_year WHERE id = ${id}`) as readonly Year[]
        if (row === undefined) throw new Error(`no year ${at}`)
        const { totals } = await client.dues.year({ year: id })
        expect(totals.received).toBe(one(`SELECT coalesce(sum(cents), 0) FROM payment_line WHERE year_id = ${id}`))
        for (const contact of people) {
          const absorbed =
            office.register.prepare('SELECT trashed FROM contact WHERE id = ?').pluck().get(contact) === 1
          for (const on of absorbed ? [] : ['2025-02-01', '2025-07-01', '2026-03-01']) {
            const expected = plainly(contact, row, on)
            if (expected !== 'notAsked') told++
            expect((await client.dues.state({ contact, year: id, day: on })).state).toBe(expected)
          }
          // What the list of the year shows is the same.
          const state = absorbed ? '' : (await client.dues.state({ contact, year: id })).state
          const lists = await client.people.list({
            ids: [contact],
            criteria: { field: 'dues', year: id, states: state === '' ? [...duesStates] : [state], day: '' },
          } as never)
          expect(lists.total).toBe(state === '' ? 0 : 1)
        }
      }
    }),
    { numRuns: 25, seed: 20_260_301 },
  )
  expect(told).toBeGreaterThan(200)
  expect(refusals).toBeGreaterThan(0)
})
