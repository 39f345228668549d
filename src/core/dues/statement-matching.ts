/** What a line of a statement may be: a deposit, a payment recorded already, or somebody who pays. */
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import { depositsStore } from './deposits.store.ts'
import type { duesRequests } from './dues.requests.ts'
import { proposedSum } from './payment-lines.rules.ts'
import type { StatementProposal } from './statements.requests.ts'
import { isPayout, keysIn, memoryOf, nameWords, type Why, weightOf } from './statements.rules.ts'
import type { StatementRow, StatementsStore } from './statements.store.ts'

/** Proposals shown for a line, and people looked at for it. */
const most = 5
const mostPeople = 12
/** Of a name many bear, so many are looked at. */
const mostAlike = 24
/** A payment may be recorded so many days before the bank shows it. */
const beforeDays = 45

const daysBefore = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}

export function statementMatching(
  register: Register,
  store: StatementsStore,
  propose: Answers<typeof duesRequests>['propose'],
): (line: StatementRow) => readonly StatementProposal[] {
  const deposits = depositsStore(register)
  const byKey = register.prepare(
    `SELECT id FROM contact WHERE trashed = 0 AND sort_key >= ? AND sort_key < ? || '!' AND status <> 'deceased'
     ORDER BY sort_key LIMIT ?`,
  )
  const alike = byKey.pluck()
  const byEmail = register
    .prepare(
      `SELECT e.contact_id FROM email e JOIN contact c ON c.id = e.contact_id
       WHERE e.address = ? COLLATE NOCASE AND c.trashed = 0 LIMIT 6`,
    )
    .pluck()
  const named = register.prepare('SELECT display_name AS name, trashed FROM contact WHERE id = ?')
  // What is recorded and the bank does not have; a statement's line that is it already takes it out.
  const recorded = register.prepare(
    `SELECT p.id, p.received_on AS receivedOn FROM payment p
     WHERE p.payer_id = ? AND p.received_on BETWEEN ? AND ? AND p.credited_on = '' AND p.reversal_of IS NULL
       AND p.deposit_id IS NULL AND p.mode <> 'cash'
       AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.reversal_of = p.id)
       AND NOT EXISTS (SELECT 1 FROM statement_line s WHERE s.payment_id = p.id)
       AND (SELECT sum(cents) FROM payment_line WHERE payment_id = p.id) = ? LIMIT 3`,
  )

  /** People a line may be of, with why: remembered, by e-mail, by name. */
  const people = (line: StatementRow): ReadonlyMap<number, readonly Why[]> => {
    const found = new Map<number, Why[]>()
    const add = (id: number, why: Why): void => {
      const known = found.get(id)
      if (known === undefined) {
        if (found.size < mostPeople) found.set(id, [why])
      } else if (!known.includes(why) && !(why === 'lastName' && known.includes('name'))) known.push(why)
    }
    const memory = memoryOf(line)
    const remembered = memory === '' ? undefined : store.remembered(memory)
    if (remembered !== undefined) add(remembered, 'remembered')
    if (line.email !== '') for (const id of byEmail.all(line.email) as number[]) add(id, 'email')
    // Who it is for comes before who paid: a parent pays for a child.
    const texts = [line.beneficiary, line.payer, line.label].filter((text) => text !== '')
    const keys = texts.map((text) => keysIn(nameWords(text)))
    for (const { whole } of keys)
      for (const key of whole) for (const id of alike.all(key, key, mostAlike) as number[]) add(id, 'name')
    // A name alone is looked for when nobody was found by both.
    if (found.size === 0)
      for (const { alone } of keys)
        for (const key of alone) for (const id of alike.all(key, key, mostAlike) as number[]) add(id, 'lastName')
    return found
  }

  return (line) => {
    if (isPayout(line.label) && line.mode === 'transfer') return []
    const proposals: { readonly weight: number; readonly proposal: StatementProposal }[] = []
    if (line.mode === 'transfer')
      for (const { id, number, count, total, madeOn } of deposits.page(true, 0, 100))
        if (total === line.cents && madeOn <= line.day)
          proposals.push({ weight: 90, proposal: { what: 'deposit', id, number, count, why: ['amount'] } })
    const early = daysBefore(line.day, beforeDays)
    for (const [id, found] of people(line)) {
      const { name, trashed } = named.get(id) as { name: string; trashed: number }
      if (trashed === 1) continue
      for (const one of recorded.all(id, early, line.day, line.cents) as { id: number; receivedOn: string }[])
        proposals.push({
          weight: weightOf(found) + 45,
          proposal: { what: 'payment', ...one, name, why: [...found, 'amount'] },
        })
      const { lines, earlier } = propose({ contact: id, day: line.day }) as Awaited<ReturnType<typeof propose>>
      // What is owed of earlier years is proposed with the rest when the sum says so.
      const both = [...earlier, ...lines]
      const all = proposedSum(both) === line.cents ? both : lines
      const why = proposedSum(all) === line.cents ? ([...found, 'amount'] as const) : found
      proposals.push({ weight: weightOf(why), proposal: { what: 'contact', id, name, lines: all, why } })
    }
    return proposals
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, most)
      .map(({ proposal }) => proposal)
  }
}
