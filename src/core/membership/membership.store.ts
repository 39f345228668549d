/** Who is a member on a day, where each one stands, and the votes of each: a part of the names at a time. */
import { inParts } from '../dues/standing.store.ts'
import { type DuesState, inGoodStanding } from '../people/lists/dues-state.rules.ts'
import { duesJoins, duesState } from '../people/lists/dues-state.sql.ts'
import type { Register } from '../register/register.ts'
import type { RollKind, RollLine } from './membership.requests.ts'
import { sharedVotes } from './votes.rules.ts'

type Asked = {
  readonly kind: RollKind
  readonly year: number
  readonly day: string
  readonly reserved: boolean
}
type Row = Omit<RollLine, 'votes'> & {
  readonly sort: string
  readonly payer: number
  readonly votes: number | null
  readonly persons: number | null
}

export type MembershipStore = ReturnType<typeof membershipStore>

export function membershipStore(register: Register) {
  const greatest = register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck()
  // Who left or died after the day was a member on it; who joined later was none. `+`: by number, as the sums of a year.
  const rows = register.prepare(
    `SELECT c.id, c.member_number AS memberNumber, c.display_name AS displayName, c.sort_key AS sort,
       coalesce(k.name, '') AS category, ${duesState} AS state, coalesce(d.covered_by_id, c.id) AS payer, r.votes, r.persons
     FROM (SELECT ? AS day, ? AS now) asked JOIN due_year y ON y.id = ?
       JOIN contact c ON c.id > ? AND c.id <= ? AND +c.trashed = 0
         AND (c.status = 'member' OR c.died > asked.now OR c.left_on > asked.now) AND c.joined <= asked.now
       ${duesJoins}
       LEFT JOIN due_rate r ON r.id = coalesce(e.rate_id, (SELECT id FROM due_rate
         WHERE year_id = y.id AND category_id = c.category_id))
       LEFT JOIN member_category k ON k.id = c.category_id`,
  )
  return {
    /** The roll in the order of names. */
    roll: async ({ kind, year, day, reserved }: Asked): Promise<readonly RollLine[]> => {
      const now = day === '' ? register.today() : day
      const found: Row[] = []
      await inParts(register, Number(greatest.get()), (after, to) => {
        for (const row of rows.all(day, now, year, after, to) as Row[]) found.push(row)
      })
      const votesOf = new Map<number, number>()
      for (const [payer, those] of Map.groupBy(found, (row) => row.payer)) {
        // Who pays comes first, then the order of names.
        const inOrder = those.toSorted((one, other) =>
          one.id === payer ? -1 : other.id === payer ? 1 : one.sort < other.sort ? -1 : 1,
        )
        for (const [place, { id, votes, persons }] of inOrder.entries())
          votesOf.set(id, sharedVotes(votes ?? 1, persons ?? 1, place))
      }
      const good = (state: DuesState): boolean => inGoodStanding.includes(state)
      return found
        .filter(({ id, state }) =>
          kind === 'goodStanding' ? good(state) : (votesOf.get(id) ?? 0) > 0 && (!reserved || good(state)),
        )
        .toSorted((one, other) => (one.sort < other.sort ? -1 : one.sort > other.sort ? 1 : one.id - other.id))
        .map(({ id, memberNumber, displayName, category, state }) => ({
          ...{ id, memberNumber, displayName, category, state, votes: votesOf.get(id) ?? 0 },
        }))
    },
  }
}
