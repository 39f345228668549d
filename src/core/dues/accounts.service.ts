/** The answers about receipts and about who comes and goes: sums read a part at a time, kept until something changes. */
import { asCents, sumOf } from '../kit/money.ts'
import type { Answers } from '../kit/request.ts'
import { type ContactStatus, contactFilter } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.store.ts'
import type { Register } from '../register/register.ts'
import type { accountRequests, BySource, Move } from './accounts.requests.ts'
import { type LineKind, yearsAfter } from './dues.rules.ts'
import { duesStore, type YearRow } from './dues.store.ts'
import { inParts, standingStore } from './standing.store.ts'

/** Sums by month (`2026-01`) and source. */
type Monthly = ReadonlyMap<string, Map<LineKind, number>>

export function accountAnswers(register: Register): Answers<typeof accountRequests> {
  const store = duesStore(register)
  const standing = standingStore(register)
  const people = peopleStore(register)
  const lastPayment = register.prepare('SELECT coalesce(max(id), 0) FROM payment').pluck()
  const lastContact = register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck()
  const sums = register.prepare(
    `SELECT substr(p.received_on, 1, 7) AS month, l.kind, sum(l.cents) AS cents
     FROM payment p JOIN payment_line l ON l.payment_id = p.id WHERE p.id > ? AND p.id <= ? GROUP BY 1, 2`,
  )
  const ofGroups = register.prepare(
    `SELECT m.group_id AS "group", count(DISTINCT l.contact_id) AS people, sum(l.cents) AS total,
       sum(iif(l.kind = 'due', l.cents, 0)) AS dues
     FROM (SELECT DISTINCT contact_id, group_id FROM membership WHERE contact_id > ? AND contact_id <= ?) m
       CROSS JOIN payment_line l ON l.contact_id = m.contact_id CROSS JOIN payment p ON p.id = l.payment_id
     WHERE p.received_on >= ? AND p.received_on < ? GROUP BY 1`,
  )
  const groupNames = register.prepare('SELECT id, kind, name FROM contact_group ORDER BY name, id')
  // By the index of dues paid; who is covered takes part with the one who pays.
  const taking = register
    .prepare(
      `SELECT contact_id FROM payment_line WHERE year_id = @year AND contact_id > @after AND contact_id <= @to
       GROUP BY contact_id HAVING sum(cents) > 0
       UNION
       SELECT d.contact_id FROM due d WHERE d.year_id = @year AND d.contact_id > @after AND d.contact_id <= @to
         AND (d.said = 'settled' OR d.covered_by_id IS NOT NULL AND (SELECT coalesce(sum(cents), 0) FROM payment_line
           WHERE year_id = @year AND contact_id = d.covered_by_id) > 0)`,
    )
    .pluck()
  const named = register.prepare(
    `SELECT c.id, c.display_name AS displayName, c.status FROM json_each(?) j JOIN contact c ON c.id = j.value
     ORDER BY j.key`,
  )
  const monthPaid = register
    .prepare(
      `SELECT min(p.received_on) FROM payment_line l JOIN payment p ON p.id = l.payment_id
       WHERE l.year_id = ? AND l.contact_id = ? AND l.cents > 0`,
    )
    .pluck()
  const alive = register.prepare("SELECT 1 FROM contact WHERE id = ? AND trashed = 0 AND status = 'member'").pluck()

  let kept = new Map<string, unknown>()
  let keptAt = -1
  /** What was computed for the same question, unless something changed since. */
  const remembered = async <T>(question: string, compute: () => Promise<T>): Promise<T> => {
    const at = register.changeCount()
    if (keptAt !== at) {
      kept = new Map()
      keptAt = at
    }
    if (kept.has(question)) return kept.get(question) as T
    const answer = await compute()
    if (register.changeCount() === at && keptAt === at) kept.set(question, answer)
    return answer
  }

  const monthly = (): Promise<Monthly> =>
    remembered('months', async () => {
      const found = new Map<string, Map<LineKind, number>>()
      await inParts(register, Number(lastPayment.get()), (after, to) => {
        for (const { month, kind, cents } of sums.all(after, to) as {
          month: string
          kind: LineKind
          cents: number
        }[]) {
          const sources = found.get(month) ?? new Map<LineKind, number>()
          sources.set(kind, (sources.get(kind) ?? 0) + cents)
          found.set(month, sources)
        }
      })
      return found
    })

  const takingPart = (year: number): Promise<ReadonlySet<number>> =>
    remembered(`part ${year}`, async () => {
      const found = new Set<number>()
      await inParts(register, Number(lastContact.get()), (after, to) => {
        for (const id of taking.all({ year, after, to }) as number[]) found.add(id)
      })
      return found
    })

  const yearsInOrder = (): readonly YearRow[] => store.years().toReversed()
  const bySource = (sources: ReadonlyMap<LineKind, number>): BySource =>
    Object.fromEntries([...sources].filter(([, cents]) => cents !== 0)) as BySource
  const totalOf = (sources: ReadonlyMap<LineKind, number> | undefined) => sumOf([...(sources?.values() ?? [])])

  return {
    accounts: async ({ year: asked }) => {
      const months = await monthly()
      const years = new Map<number, Map<LineKind, number>>()
      for (const [month, sources] of months) {
        const year = Number(month.slice(0, 4))
        const known = years.get(year) ?? new Map<LineKind, number>()
        for (const [kind, cents] of sources) known.set(kind, (known.get(kind) ?? 0) + cents)
        years.set(year, known)
      }
      const year = asked ?? Number(register.today().slice(0, 4))
      const monthOf = (of: number, at: number) => months.get(`${of}-${String(at + 1).padStart(2, '0')}`)
      return {
        year,
        years: [...years]
          .toSorted(([one], [other]) => other - one)
          .map(([of, sources]) => ({ year: of, total: totalOf(sources), sources: bySource(sources) })),
        months: Array.from({ length: 12 }, (_, at) => ({
          total: totalOf(monthOf(year, at)),
          before: totalOf(monthOf(year - 1, at)),
          sources: bySource(monthOf(year, at) ?? new Map()),
        })),
      }
    },

    accountsByGroup: async ({ year }) => ({
      groups: await remembered(`groups ${year}`, async () => {
        const found = new Map<number, { people: number; total: number; dues: number }>()
        await inParts(register, Number(lastContact.get()), (after, to) => {
          const rows = ofGroups.all(after, to, `${year}-01-01`, `${year + 1}-01-01`) as {
            group: number
            people: number
            total: number
            dues: number
          }[]
          for (const row of rows) {
            const known = found.get(row.group) ?? { people: 0, total: 0, dues: 0 }
            found.set(row.group, {
              people: known.people + row.people,
              total: known.total + row.total,
              dues: known.dues + row.dues,
            })
          }
        })
        return (groupNames.all() as { id: number; kind: string; name: string }[]).flatMap((group) => {
          const sums = found.get(group.id)
          if (sums === undefined) return []
          return [{ ...group, people: sums.people, total: asCents(sums.total), dues: asCents(sums.dues) }]
        })
      }),
    }),

    moves: async ({ from, to, who, offset, limit }) => {
      store.year(from, 'from')
      store.year(to, 'to')
      const [before, after] = [await takingPart(from), await takingPart(to)]
      const ids: Record<Move, number[]> = { kept: [], lost: [], won: [] }
      for (const id of before) ids[after.has(id) ? 'kept' : 'lost'].push(id)
      for (const id of after) if (!before.has(id)) ids.won.push(id)
      const chosen = new Set(ids[who])
      const inOrder = await people.idsFound(contactFilter.parse({ deceased: true }))
      const page = inOrder.filter((id) => chosen.has(id)).slice(offset, offset + limit)
      return {
        counts: { kept: ids.kept.length, lost: ids.lost.length, won: ids.won.length },
        people: named.all(JSON.stringify(page)) as { id: number; displayName: string; status: ContactStatus }[],
      }
    },

    cohorts: async () => {
      const years = yearsInOrder().slice(-12)
      const parts = []
      for (const { id } of years) parts.push(await takingPart(id))
      const first = new Map<number, number>()
      const counts = years.map(() => years.map(() => 0))
      for (const [at, part] of parts.entries())
        for (const id of part) {
          const of = first.get(id) ?? at
          first.set(id, of)
          const row = counts[of]
          if (row !== undefined) row[at - of] = (row[at - of] ?? 0) + 1
        }
      return {
        years: years.map(({ id, name }) => ({ id, name })),
        cohorts: years.flatMap(({ id, name }, at) => {
          const row = (counts[at] ?? []).slice(0, years.length - at)
          return (row[0] ?? 0) === 0 ? [] : [{ year: id, name, kept: row }]
        }),
      }
    },

    renewals: async ({ year }) => {
      const all = yearsInOrder()
      const at = all.findIndex(({ id }) => id === store.year(year).id)
      const [earlier, previous] = [all[at - 2], all[at - 1]]
      if (previous === undefined) return { before: '', months: [], usual: null }
      const [came, now] = [await takingPart(previous.id), await takingPart(year)]
      const months = await remembered(`renewals ${year}`, async () => {
        const found = new Map<string, { people: number; owed: number }>()
        const waiting = [...came].filter((id) => !now.has(id))
        await inParts(register, waiting.length, (after, to) => {
          for (const id of waiting.slice(after, to)) {
            if (alive.get(id) === undefined) continue
            const paid = monthPaid.get(previous.id, id) as string | null
            // Who was covered renews with the one who pays.
            if (paid === null) continue
            const month = yearsAfter(paid, 1).slice(0, 7)
            const rate = standing.of(id, year, '').owed || (store.rateFor(id, year)?.cents ?? 0)
            const known = found.get(month) ?? { people: 0, owed: 0 }
            found.set(month, { people: known.people + 1, owed: known.owed + rate })
          }
        })
        return [...found]
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([month, { people, owed }]) => ({ month, people, owed: asCents(owed) }))
      })
      const before = earlier === undefined ? undefined : await takingPart(earlier.id)
      const back = before === undefined ? 0 : [...before].filter((id) => came.has(id)).length
      return {
        before: previous.name,
        months,
        usual: before === undefined || before.size === 0 ? null : Math.round((back * 1000) / before.size),
      }
    },
  }
}
