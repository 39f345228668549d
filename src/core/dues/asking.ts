/** What is asked of a contact for a year: the rate of the category, once for the people of a household it covers. */

import { owedAt, type RateFacts } from './dues.rules.ts'
import type { DuesStore } from './dues.store.ts'

export type Asked = 'asked' | 'covered' | 'known' | 'without'

/** The state of what a rate asks: nothing of who is exempt. */
const saidAt = (rate: RateFacts): 'owed' | 'exempt' => (rate.exempt ? 'exempt' : 'owed')

/**
 * Writes what a contact owes for a year, after the rate of its category; with those of the household the rate covers. Leaves
 * what was already asked as it is.
 *
 * @param paying what is being paid at the same time: the amount where it is free or no rate says it.
 */
export function askOne(store: DuesStore, contact: number, year: number, paying?: number): Asked {
  if (store.due(contact, year) !== undefined) return 'known'
  const rate = store.rateFor(contact, year)
  if (rate === undefined) {
    if (paying === undefined) return 'without'
    store.insertDue(contact, year, { ...blank, rate: null, cents: paying })
    return 'asked'
  }
  const cents = rate.free ? Math.max(rate.cents, paying ?? 0) : owedAt(rate)
  const facts = { ...blank, rate: rate.id, cents, said: saidAt(rate) }
  const together = rate.persons > 1 && !rate.exempt ? store.alike(contact).slice(0, rate.persons) : []
  // Whoever of them is asked already stands for the others; else the one who pays, or the first of the household.
  const asked = together.find((id) => (store.due(id, year)?.coveredBy ?? 0) === null)
  const payer = !together.includes(contact) ? contact : (asked ?? (paying === undefined ? together[0] : contact))
  for (const id of together.includes(contact) ? together : [contact]) {
    if (store.due(id, year) === undefined)
      store.insertDue(id, year, { ...facts, coveredBy: id === payer ? null : (payer ?? null) })
  }
  return payer === contact ? 'asked' : 'covered'
}

const blank = { said: 'owed', since: '', reason: '', coveredBy: null } as const
