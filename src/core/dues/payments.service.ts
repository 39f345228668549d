/** The answers about money that came in: recorded, taken back by an opposite payment, assigned, credited, listed. */
import { asCents, type Cents, mostCents, sumOf } from '../kit/money.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import { askOne } from './asking.ts'
import type { duesRequests, LineInput, PaymentInput } from './dues.requests.ts'
import { type Doubt, restUnassigned, stillOwed } from './dues.rules.ts'
import { duesStore, type Named, refuseNoDay } from './dues.store.ts'
import { paymentsStore } from './payments.store.ts'
import { inParts, standingStore } from './standing.store.ts'

type PaymentAnswers = Pick<Answers<typeof duesRequests>, 'recordPayment' | 'reverse' | 'assign' | 'credit' | 'payments'>

export function paymentsAnswers(register: Register): PaymentAnswers {
  const store = duesStore(register)
  const payments = paymentsStore(register)
  const standing = standingStore(register)
  const receipted = register
    .prepare(
      `SELECT r.facts ->> '$.number' FROM payment_line l JOIN receipt_part q ON q.payment_line_id = l.id
         JOIN receipt r ON r.id = q.receipt_id WHERE l.payment_id = ? AND r.cancelled_on = '' GROUP BY r.id ORDER BY r.id`,
    )
    .pluck()
  const greatest = register.prepare('SELECT coalesce(max(id), 0) FROM payment').pluck()

  /** A day money came in: today when left out; refuses one that is not there, or not yet. */
  const dayOf = (given: string, field: string): string => {
    refuseNoDay(given, field)
    if (given > register.today()) throw new Refusal('invalidInput', { reason: 'inTheFuture' }, field)
    return given === '' ? register.today() : given
  }

  /** Refuses what a line lacks, naming the field. */
  const cleanedLines = (lines: readonly LineInput[]): readonly LineInput[] => {
    const cleaned = lines.map((line, at): LineInput => {
      const refuse = (field: string, reason: string): never => {
        throw new Refusal('invalidInput', { reason }, `lines.${at}.${field}`)
      }
      if (line.contact !== null) store.contact(line.contact, `lines.${at}.contact`)
      if (line.kind !== 'due') {
        if (line.year !== null) refuse('year', 'yearOfNoDue')
        return line.kind === 'unassigned' ? { ...line, contact: null } : line
      }
      if (line.contact === null) return refuse('contact', 'whoseDue')
      if (line.year === null) return refuse('year', 'whichYear')
      store.openYear(line.year, `lines.${at}.year`)
      return line
    })
    if (sumOf(cleaned.map(({ cents }) => cents)) > mostCents)
      throw new Refusal('invalidInput', { reason: 'too_big' }, 'lines')
    return cleaned
  }

  /** Whose due a line pays, and for which year; undefined when it pays none. */
  const dueOf = ({ kind, contact, year }: LineInput): { contact: number; year: number } | undefined =>
    kind !== 'due' || contact === null || year === null
      ? undefined
      : { contact: store.due(contact, year)?.coveredBy ?? contact, year }

  /**
   * Writes what is owed where nothing was asked yet, so that what was paid is seen beside it; answers the lines as they are
   * kept. Only then is it known whose due each one pays: a couple that was never asked may hand in two halves at once.
   */
  const askFor = (lines: readonly LineInput[]): readonly LineInput[] => {
    const paying = new Map<string, { contact: number; year: number; cents: number }>()
    for (const line of lines) {
      const due = dueOf(line)
      if (due === undefined) continue
      const key = `${due.contact} ${due.year}`
      paying.set(key, { ...due, cents: (paying.get(key)?.cents ?? 0) + line.cents })
    }
    for (const { contact, year, cents } of paying.values()) askOne(store, contact, year, cents)
    return lines.map((line) => ({ ...line, ...dueOf(line) }))
  }

  const confirming =
    (confirmed: readonly Doubt[]) => (doubt: Doubt, values: Record<string, string | number>, field: string) => {
      if (!confirmed.includes(doubt)) throw new Refusal('paymentDoubtful', { what: doubt, ...values }, field)
    }

  /** Asks for a confirmation of what may be a mistake, in lines whose dues were asked. */
  const refuseDoubts = (
    facts: Omit<PaymentInput, 'lines'>,
    lines: readonly LineInput[],
    payer: Named | undefined,
    confirmed: readonly Doubt[],
  ): void => {
    const confirm = confirming(confirmed)
    refuseLines(lines, confirm)
    if (payer?.status === 'deceased') confirm('deceased', { name: payer.displayName }, 'payer')
    const twin = payments.twin(facts, sumOf(lines.map(({ cents }) => cents)))
    if (twin !== undefined) confirm('twice', { payment: twin, day: facts.receivedOn }, 'reference')
  }

  /** Asks for a confirmation of a line for somebody who died, or of more than is owed. */
  function refuseLines(lines: readonly LineInput[], confirm: ReturnType<typeof confirming>): void {
    const before = new Map<string, number>()
    for (const [at, { contact, kind, year, cents }] of lines.entries()) {
      if (contact === null) continue
      const { displayName: name, status } = store.contact(contact, `lines.${at}.contact`)
      if (status === 'deceased') confirm('deceased', { name }, `lines.${at}.contact`)
      if (kind !== 'due' || year === null) continue
      if (store.rateFor(contact, year)?.free === true) continue
      const key = `${contact} ${year}`
      const { owed, paid } = standing.of(contact, year, '')
      const left = stillOwed(owed, paid + (before.get(key) ?? 0))
      before.set(key, (before.get(key) ?? 0) + cents)
      if (cents > left) confirm('overpaid', { name, owed: left, paid: cents }, `lines.${at}.cents`)
    }
  }

  const owedAfter = (lines: readonly LineInput[]): Cents => {
    const dues = new Map(
      lines.filter(({ kind }) => kind === 'due').map((line) => [`${line.contact} ${line.year}`, line]),
    )
    return sumOf(
      [...dues.values()].map(({ contact, year }) => {
        const { owed, paid } = standing.of(contact ?? 0, year ?? 0, '')
        return stillOwed(owed, paid)
      }),
    )
  }

  return {
    recordPayment: ({ lines: given, confirmed, ...rest }) => {
      const receivedOn = dayOf(rest.receivedOn, 'receivedOn')
      if (rest.creditedOn !== '') dayOf(rest.creditedOn, 'creditedOn')
      const lines = askFor(cleanedLines(given))
      // Who pays is who the first line is for, unless somebody else is named.
      const payer =
        rest.payer ?? (rest.payerName === '' ? (given.find(({ contact }) => contact !== null)?.contact ?? null) : null)
      const named = payer === null ? undefined : store.contact(payer, 'payer')
      const facts = { ...rest, receivedOn, payer }
      refuseDoubts(facts, lines, named, confirmed)
      register.subject(named?.displayName ?? rest.payerName)
      const id = payments.insert(facts, lines)
      return { id, total: sumOf(lines.map(({ cents }) => cents)), stillOwed: owedAfter(lines) }
    },

    reverse: ({ payment, day, note }) => {
      const found = payments.found(payment)
      if (found.reversalOf !== null) throw new Refusal('invalidInput', { reason: 'isReversal' }, 'payment')
      if (found.reversedBy !== null) throw new Refusal('invalidInput', { reason: 'alreadyReversed' }, 'payment')
      if (found.deposit !== null && found.creditedOn === '')
        throw new Refusal('invalidInput', { reason: 'inDeposit', name: found.depositNumber }, 'payment')
      for (const { year } of found.lines) if (year !== null) store.openYear(year, 'payment')
      const receivedOn = dayOf(day, 'day')
      if (receivedOn < found.receivedOn) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'day')
      register.subject(found.payerName)
      const { lines, ...facts } = found
      const opposite = lines.map((line) => ({ ...line, cents: -line.cents }))
      const receipts = receipted.all(payment) as string[]
      return { id: payments.insert({ ...facts, receivedOn, creditedOn: '', note }, opposite, payment), receipts }
    },

    assign: ({ payment, lines: given, confirmed }) => {
      const found = payments.found(payment)
      if (found.reversalOf !== null || found.reversedBy !== null)
        throw new Refusal('invalidInput', { reason: 'alreadyReversed' }, 'payment')
      const unassigned = sumOf(found.lines.filter(({ kind }) => kind === 'unassigned').map(({ cents }) => cents))
      const lines = askFor(cleanedLines(given))
      const rest = restUnassigned(unassigned, lines)
      if (rest === undefined) throw new Refusal('invalidInput', { reason: 'moreThanUnassigned' }, 'lines')
      refuseLines(lines, confirming(confirmed))
      register.subject(found.payerName)
      payments.assign(found, lines, rest)
      return { rest }
    },

    credit: ({ payments: ids, day }) => {
      if (day !== '') dayOf(day, 'day')
      let changed = 0
      for (const [at, id] of ids.entries()) {
        const { deposit, depositNumber: name } = payments.found(id, `payments.${at}`)
        if (deposit !== null) throw new Refusal('invalidInput', { reason: 'inDeposit', name }, `payments.${at}`)
        if (payments.credit(id, day)) changed++
      }
      return { changed }
    },

    payments: async ({ offset, limit, ...filter }) => {
      refuseNoDay(filter.from, 'from')
      refuseNoDay(filter.until, 'until')
      let [total, sum] = [0, 0]
      await inParts(register, Number(greatest.get()), (after, to) => {
        const part = payments.counted(filter, after, to)
        total += part.count
        sum += part.sum
      })
      return { total, sum: asCents(sum), payments: payments.read(payments.page(filter, offset, limit)) }
    },
  }
}
