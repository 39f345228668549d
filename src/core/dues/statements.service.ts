/** The answers about statements: brought in once, each line said to be what it is, what was said remembered. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../kit/refusal.ts'
import type { Answers, WorkDesk } from '../kit/request.ts'
import { fold } from '../kit/text.ts'
import type { Register } from '../register/register.ts'
import type { depositRequests } from './deposits.requests.ts'
import type { duesRequests } from './dues.requests.ts'
import { linesFor } from './payment-lines.rules.ts'
import { paymentsStore } from './payments.store.ts'
import { statementMatching } from './statement-matching.ts'
import { mostLines, type StatementFile } from './statement-reading.rules.ts'
import type { StatementLine, statementRequests } from './statements.requests.ts'
import { isPayout, memoryOf } from './statements.rules.ts'
import { identities, type StatementRow, statementsStore } from './statements.store.ts'

/** Reads a staged statement on a thread that can be killed: the exchange room's, behind its gate. */
export type StatementReader = (staging: string, desk: WorkDesk) => Promise<StatementFile>

type Others = Pick<Answers<typeof duesRequests>, 'propose' | 'recordPayment'> &
  Pick<Answers<typeof depositRequests>, 'bankDeposit'>

export function statementAnswers(
  register: Register,
  read: StatementReader,
  others: Others,
): Answers<typeof statementRequests> {
  const store = statementsStore(register)
  const payments = paymentsStore(register)
  const match = statementMatching(register, store, others.propose)

  /** What HelloAsso says is a rate; what tells one line from another is who it is for. */
  const aboutWhom = ({ label, payer, beneficiary }: StatementRow): string =>
    (beneficiary || payer || label).slice(0, 120)
  const waiting = (id: number): StatementRow => {
    const line = store.found(id)
    if (line.state === 'matched') throw new Refusal('invalidInput', { reason: 'lineDone' }, 'line')
    return line
  }
  const shown = (line: StatementRow): StatementLine => ({
    ...line,
    payout: line.mode === 'transfer' && isPayout(line.label),
    proposals: line.state === 'waiting' ? match(line) : [],
  })

  /** A payment already recorded, credited on the day of the line; refuses what it cannot be. */
  const creditRecorded = (id: number, line: StatementRow): void => {
    const payment = payments.found(id)
    const refuse = (reason: string): never => {
      throw new Refusal('invalidInput', { reason }, 'payment')
    }
    if (payment.reversalOf !== null || payment.reversedBy !== null) refuse('alreadyReversed')
    if (payment.deposit !== null) refuse('inDeposit')
    if (payment.creditedOn !== '') refuse('alreadyCredited')
    if (payment.total !== line.cents) refuse('otherAmount')
    payments.credit(id, line.day)
  }

  return {
    bringStatement: async ({ staging, account, leaveUnread }, desk) => {
      const file = await read(staging, desk)
      if (file.missing.length > 0)
        throw new Refusal('statementUnread', { missing: file.missing[0] ?? 'day' }, 'staging')
      if (file.lines.length > mostLines) throw new Refusal('fileTooManyRows', { limit: mostLines }, 'staging')
      const [unread] = file.unread
      if (unread !== undefined && !leaveUnread)
        throw new Refusal('statementRow', { ...unread, count: file.unread.length }, 'staging')
      const [first] = file.lines
      const said = file.kind === 'table' || first === undefined ? account : first.account
      const marks = identities(file.lines, account, file.mode)
      const steps = function* () {
        let added = 0
        for (const [at, line] of file.lines.entries()) {
          if (store.insert(line, line.account || account, file.mode, marks[at] ?? '')) added++
          yield { done: at + 1, total: file.lines.length }
        }
        return added
      }
      const { answer: added } = await register.orderInSlices(
        'dues.bringStatement',
        said,
        steps,
        desk,
        'working',
        'dropped',
      )
      const { kind, debits, others: left } = file
      return { kind, added, known: file.lines.length - added, debits, others: left, unread: file.unread.length }
    },

    statementLines: async ({ state, offset, limit }) => {
      const lines: StatementLine[] = []
      for (const row of store.page(state, offset, limit)) {
        await register.whenFree()
        lines.push(shown(row))
        await giveBack()
      }
      return { counts: store.counts(), lines }
    },

    confirmLine: ({ line: id, deposit, payment, contact, lines, confirmed }) => {
      const line = waiting(id)
      const chosen = [deposit, payment, contact].filter((one) => one !== undefined)
      if (chosen.length !== 1) throw new Refusal('invalidInput', { reason: 'oneOfThree' }, 'line')
      if (deposit !== undefined) {
        others.bankDeposit({ id: deposit, day: line.day })
        store.settle(id, 'matched', null, deposit)
      } else if (payment !== undefined) {
        creditRecorded(payment, line)
        store.settle(id, 'matched', payment, null)
      } else if (contact !== undefined) {
        const owed = others.propose({ contact, day: line.day }) as Awaited<ReturnType<Others['propose']>>
        const paid = lines ?? linesFor(line.cents, owed.lines, contact, 'unassigned')
        if (paid.reduce((sum, { cents }) => sum + cents, 0) !== line.cents)
          throw new Refusal('invalidInput', { reason: 'otherAmount' }, 'lines')
        // HelloAsso says who paid when it was not the member: a parent, a spouse.
        const other = line.payer !== '' && line.beneficiary !== '' && fold(line.payer) !== fold(line.beneficiary)
        const made = others.recordPayment({
          ...{ payer: other ? null : contact, payerName: other ? line.payer : '', mode: line.mode },
          ...{ receivedOn: line.day, creditedOn: line.mode === 'transfer' ? line.day : '' },
          ...{ reference: (line.reference || line.label).slice(0, 80), drawer: '', bank: '', note: '' },
          ...{ currency: '', foreignAmount: 0 as never, charges: 0 as never, lines: paid, confirmed },
        })
        store.settle(id, 'matched', made.id, null)
        const memory = memoryOf(line)
        if (memory !== '') store.learn(memory, contact)
      }
      register.subject(aboutWhom(line))
      const { payment: now, deposit: then } = store.found(id)
      return { payment: now, deposit: then }
    },

    skipLine: ({ line: id, again }) => {
      const line = waiting(id)
      const state = again ? 'waiting' : 'skipped'
      register.subject(aboutWhom(line))
      if (line.state !== state) store.settle(id, state, null, null)
      return { state }
    },
  }
}
