/** The answers about dues, from those who give them: years, payments, where each one stands, what lists kept, the bank. */

import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import type { accountRequests } from './accounts.requests.ts'
import { accountAnswers } from './accounts.service.ts'
import type { depositRequests } from './deposits.requests.ts'
import { depositAnswers } from './deposits.service.ts'
import type { duesRequests } from './dues.requests.ts'
import { paymentsAnswers } from './payments.service.ts'
import { standingAnswers } from './standing.service.ts'
import type { statementRequests } from './statements.requests.ts'
import { type StatementReader, statementAnswers } from './statements.service.ts'
import { takingOverAnswers } from './taking-over.service.ts'
import { yearsAnswers } from './years.service.ts'

type Requests = typeof duesRequests & typeof depositRequests & typeof statementRequests & typeof accountRequests

export function duesAnswers(register: Register, papers: Papers, read: StatementReader): Answers<Requests> {
  const payments = paymentsAnswers(register)
  const standing = standingAnswers(register)
  const deposits = depositAnswers(register, papers)
  return {
    ...yearsAnswers(register),
    ...payments,
    ...standing,
    ...takingOverAnswers(register),
    ...deposits,
    ...accountAnswers(register),
    ...statementAnswers(register, read, { ...payments, ...standing, ...deposits }),
  }
}
