/** The answers about deposits: chosen, printed, credited; locked once the bank has them. */
import { fileName } from '../kit/file-name.ts'
import { sumOf } from '../kit/money.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { type SlipLine, slipJob } from './deposits.job.ts'
import type { Deposit, depositRequests } from './deposits.requests.ts'
import { type Counted, countedSum, type DepositMode } from './deposits.rules.ts'
import { depositsStore } from './deposits.store.ts'
import type { Payment } from './dues.requests.ts'
import { refuseNoDay } from './dues.store.ts'
import { paymentsStore } from './payments.store.ts'

export function depositAnswers(register: Register, papers: Papers): Answers<typeof depositRequests> {
  const deposits = depositsStore(register)
  const payments = paymentsStore(register)

  const dayOf = (given: string, field: string): string => {
    refuseNoDay(given, field)
    if (given > register.today()) throw new Refusal('invalidInput', { reason: 'inTheFuture' }, field)
    return given === '' ? register.today() : given
  }

  /** A deposit that may still change; refuses one the bank has. */
  const openDeposit = (id: number): Deposit => {
    const found = deposits.found(id)
    if (found.creditedOn !== '')
      throw new Refusal('invalidInput', { reason: 'depositBanked', name: found.number, day: found.creditedOn }, 'id')
    return found
  }

  /** Payments of a slip; refuses, naming it, what may not be brought. `own`: the deposit they may be in already. */
  const brought = (ids: readonly number[], mode: DepositMode, own: number | null): readonly Payment[] => {
    const refuse = (at: number, reason: string, name: string): never => {
      throw new Refusal('invalidInput', { reason, name }, `payments.${at}`)
    }
    const seen = new Set<number>()
    return ids.map((id, at) => {
      const payment = payments.found(id, `payments.${at}`)
      if (seen.has(id)) refuse(at, 'twiceInDeposit', payment.payerName)
      seen.add(id)
      if (payment.mode !== mode) refuse(at, 'otherMode', payment.payerName)
      if (payment.reversalOf !== null || payment.reversedBy !== null) refuse(at, 'alreadyReversed', payment.payerName)
      if (payment.deposit !== null && payment.deposit !== own) refuse(at, 'inDeposit', payment.depositNumber)
      if (payment.deposit === null && payment.creditedOn !== '') refuse(at, 'alreadyCredited', payment.payerName)
      return payment
    })
  }

  const refuseDifference = (counted: Counted, chosen: readonly Payment[]): void => {
    const [cash, total] = [countedSum(counted), sumOf(chosen.map(({ total }) => total))]
    if (counted.length > 0 && cash !== total)
      throw new Refusal('invalidInput', { reason: 'cashDiffers', counted: cash, total }, 'counted')
  }
  const refuseCountedCheques = (mode: DepositMode, counted: Counted): void => {
    if (mode === 'cheque' && counted.length > 0)
      throw new Refusal('invalidInput', { reason: 'chequesUncounted' }, 'counted')
  }

  return {
    depositable: ({ mode, offset, limit }) => {
      const { count, sum } = deposits.waitingSums(mode)
      return {
        ...{ total: count, sum, account: deposits.latestAccount() },
        payments: payments.read(deposits.waiting(mode, offset, limit)),
      }
    },

    makeDeposit: ({ mode, payments: ids, madeOn: given, account, counted, note }) => {
      const madeOn = dayOf(given, 'madeOn')
      refuseCountedCheques(mode, counted)
      const chosen = brought(ids, mode, null)
      refuseDifference(counted, chosen)
      const number = deposits.nextNumber(madeOn)
      register.subject(number)
      const id = deposits.insert({ mode, number, madeOn, account, counted, note })
      for (const payment of chosen) deposits.put(payment.id, id)
      return { id, number, total: sumOf(chosen.map(({ total }) => total)) }
    },

    changeDeposit: ({ id, revision, payments: ids, madeOn, ...given }) => {
      const before = openDeposit(id)
      if (before.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      const facts = {
        account: given.account ?? before.account,
        counted: given.counted ?? before.counted,
        note: given.note ?? before.note,
        madeOn: madeOn === undefined ? before.madeOn : dayOf(madeOn, 'madeOn'),
      }
      refuseCountedCheques(before.mode, facts.counted)
      const inside = deposits.inside(id)
      const chosen = brought(ids ?? inside, before.mode, id)
      refuseDifference(facts.counted, chosen)
      register.subject(before.number)
      const wanted = new Set(chosen.map((payment) => payment.id))
      for (const payment of inside) if (!wanted.has(payment)) deposits.put(payment, null)
      for (const payment of chosen) if (payment.deposit === null) deposits.put(payment.id, id)
      deposits.update(id, facts)
      return { revision: deposits.found(id).revision, total: sumOf(chosen.map(({ total }) => total)) }
    },

    bankDeposit: ({ id, day }) => {
      const found = openDeposit(id)
      dayOf(day, 'day')
      if (day < found.madeOn) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'day')
      register.subject(found.number)
      deposits.bank(id, day)
      return { revision: deposits.found(id).revision }
    },

    removeDeposit: ({ id }) => {
      const found = openDeposit(id)
      register.subject(found.number)
      const inside = deposits.inside(id)
      for (const payment of inside) deposits.put(payment, null)
      deposits.remove(id)
      return { freed: inside.length }
    },

    deposits: ({ waiting, offset, limit }) => ({
      total: deposits.counted(waiting),
      deposits: deposits.page(waiting, offset, limit),
    }),

    deposit: ({ id }) => ({ deposit: deposits.found(id), payments: payments.read(deposits.inside(id)) }),

    depositSlip: async ({ id }, desk) => {
      await register.whenFree()
      const found = deposits.found(id)
      const association = readAssociation(register)
      const { name, accent, language } = association
      const inside = payments.read(deposits.inside(id))
      const { mode, number, madeOn, account, counted, note, count, total } = found
      const { bytes, report } = await papers.make(
        slipJob,
        {
          ...{ association: name, accent, language, day: register.today() },
          ...{ mode, number, madeOn, account, counted, note, count, total },
        },
        [inside.map((payment) => slipLine(payment, language))],
        desk,
      )
      const words = language === 'fr' ? 'Remise' : 'Deposit'
      return { ...papers.keep(fileName([words, number], 'pdf'), 'application/pdf', bytes), pages: report.pages }
    },
  }
}

/** A payment as the slip says it; who signed is who paid, unless somebody else is named. */
function slipLine(payment: Payment, language: 'fr' | 'en'): SlipLine {
  const about = payment.lines.flatMap(({ kind, yearName, contactName, label }) => {
    const what = kind === 'due' ? `${language === 'fr' ? 'Cotisation' : 'Due'} ${yearName}` : label
    const whose = contactName === payment.payerName ? '' : contactName
    return [what, whose].filter((part) => part !== '').join(', ')
  })
  return {
    drawer: payment.drawer === '' ? payment.payerName : payment.drawer,
    ...{ bank: payment.bank, reference: payment.reference, cents: payment.total },
    about: [...new Set(about)].filter((part) => part !== '').join(' ; '),
  }
}
