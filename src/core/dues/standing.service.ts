/** The answers about where each one stands: the state of a day, the ledger of a contact, a whole year. */
import { sumOf } from '../kit/money.ts'
import type { Answers } from '../kit/request.ts'
import { duesStates, inGoodStanding } from '../people/lists/dues-state.rules.ts'
import { contactFilter } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.store.ts'
import type { Register } from '../register/register.ts'
import type { duesRequests, ProposedLine } from './dues.requests.ts'
import { stillOwed } from './dues.rules.ts'
import { duesStore, refuseNoDay, type YearRow } from './dues.store.ts'
import { paymentsStore } from './payments.store.ts'
import { standingStore } from './standing.store.ts'

type StandingAnswers = Pick<Answers<typeof duesRequests>, 'state' | 'ofContact' | 'year' | 'propose'>

/** Payments shown in a ledger: more than a long life pays. */
const mostPayments = 500

export function standingAnswers(register: Register): StandingAnswers {
  const store = duesStore(register)
  const payments = paymentsStore(register)
  const standing = standingStore(register)
  const people = peopleStore(register)

  const yearOf = (day: string): YearRow | undefined =>
    store.years().find(({ starts, ends }) => starts <= day && day <= ends)

  const proposed = (
    contact: { readonly id: number; readonly displayName: string },
    year: YearRow,
    why: ProposedLine['why'],
    cents: number,
  ): ProposedLine => {
    const rate = store.rateFor(contact.id, year.id)
    const known = store.covered(contact.id, year.id).map(({ displayName }) => displayName)
    const household =
      store.due(contact.id, year.id) === undefined && (rate?.persons ?? 1) > 1 ? store.alike(contact.id) : []
    const together = household
      .slice(0, rate?.persons ?? 1)
      .filter((id) => id !== contact.id)
      .map((id) => store.contact(id, 'contact', false).displayName)
    return {
      ...{ contact: contact.id, displayName: contact.displayName, year: year.id, yearName: year.name },
      ...{ cents: cents as ProposedLine['cents'], why, covers: known.length > 0 ? known : together },
    }
  }

  return {
    state: ({ contact, year, day }) => {
      store.contact(contact, 'contact', false)
      refuseNoDay(day, 'day')
      const found = year === undefined ? yearOf(day === '' ? register.today() : day) : store.year(year)
      if (found === undefined)
        return { year: null, yearName: '', state: '', owed: sumOf([]), paid: sumOf([]), inGoodStanding: false }
      const { state, owed, paid } = standing.of(contact, found.id, day)
      return {
        ...{ year: found.id, yearName: found.name, state, owed, paid },
        inGoodStanding: state !== '' && inGoodStanding.includes(state),
      }
    },

    ofContact: ({ contact }) => {
      store.contact(contact, 'contact', false)
      const today = register.today()
      const years = standing.ledger(contact)
      const touched = years.flatMap(({ touched }, at) => (touched === 1 ? [at] : []))
      // From the first year there is anything of, to the current one or the last there is anything of.
      const current = years.findLastIndex(({ starts }) => starts <= today)
      const first = touched[0] ?? current
      const last = Math.max(touched.at(-1) ?? current, current)
      const ids = payments.page({ from: '', until: '', contact, unassigned: false }, 0, mostPayments)
      return {
        years: years
          .slice(Math.max(0, first), last + 1)
          .map(({ touched: _touched, ...year }) => ({ ...year, closed: Boolean(year.closed) })),
        payments: payments.read(ids),
        paid: sumOf(
          payments
            .read(ids)
            .flatMap(({ lines }) => lines.filter((line) => line.contact === contact).map(({ cents }) => cents)),
        ),
      }
    },

    year: async ({ year, day, states, search, offset, limit }) => {
      store.year(year)
      refuseNoDay(day, 'day')
      const { totals, among } = await standing.whole(year, day)
      const inOrder = await people.idsFound(contactFilter.parse({ search, deceased: true }))
      const ids = inOrder.filter(among(states.length === 0 ? duesStates : states))
      return {
        totals,
        total: ids.length,
        lines: standing.lines(year, ids.slice(offset, offset + limit), day),
      }
    },

    propose: ({ contact, day: given, year: wanted }) => {
      const found = store.contact(contact, 'contact')
      refuseNoDay(given, 'day')
      const day = given === '' ? register.today() : given
      const years = store
        .years()
        .toReversed()
        .filter(({ closed }) => !closed)
      const current =
        years.find(({ id }) => id === wanted) ??
        years.find(({ starts, ends }) => starts <= day && day <= ends) ??
        years.at(-1)
      if (current === undefined) return { lines: [], earlier: [] }
      /** Who pays for the contact in a year, what is left to pay, and where they stand. */
      const standingIn = (year: YearRow) => {
        const payer = store.due(contact, year.id)?.coveredBy ?? contact
        const { state, owed, paid } = standing.of(contact, year.id, '')
        const waits = state === 'owes' || state === 'late' || state === 'partly'
        return {
          payer: payer === contact ? found : store.contact(payer, 'contact', false),
          state,
          left: waits ? stillOwed(owed, paid) : 0,
        }
      }
      const earlier = years
        .filter(({ ends }) => ends < current.starts)
        .flatMap((year) => {
          const { payer, left } = standingIn(year)
          return left > 0 ? [proposed(payer, year, 'owed', left)] : []
        })
      const next = years[years.indexOf(current) + 1]
      const rated = (year: YearRow, why: ProposedLine['why']): readonly ProposedLine[] =>
        standing.of(contact, year.id, '').state === 'life'
          ? []
          : [proposed(found, year, why, store.rateFor(contact, year.id)?.cents ?? 0)]
      const { payer, state, left } = standingIn(current)
      if (left > 0) return { lines: [proposed(payer, current, 'owed', left)], earlier }
      if (state === 'life' || state === 'exempt') return { lines: [], earlier }
      if (state === 'upToDate' || state === 'stopped') {
        if (next === undefined) return { lines: [], earlier }
        const later = standingIn(next)
        if (later.left > 0) return { lines: [proposed(later.payer, next, 'owed', later.left)], earlier }
        return { lines: later.state === 'upToDate' ? [] : rated(next, 'next'), earlier }
      }
      const joinsLate =
        current.lateFrom !== '' &&
        day >= current.lateFrom &&
        next !== undefined &&
        standing.ledger(contact).every(({ touched }) => touched === 0)
      return { lines: joinsLate ? rated(next, 'next') : rated(current, 'rate'), earlier }
    },
  }
}
