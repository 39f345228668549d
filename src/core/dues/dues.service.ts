/** The answers about dues, from those who give them: years, payments, where each one stands, what lists kept, the bank. */
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import type { depositRequests } from './deposits.requests.ts'
import { depositAnswers } from './deposits.service.ts'
import type { duesRequests } from './dues.requests.ts'
import { paymentsAnswers } from './payments.service.ts'
import { standingAnswers } from './standing.service.ts'
import { takingOverAnswers } from './taking-over.service.ts'
import { yearsAnswers } from './years.service.ts'

export const duesAnswers = (
  register: Register,
  papers: Papers,
): Answers<typeof duesRequests & typeof depositRequests> => ({
  ...yearsAnswers(register),
  ...paymentsAnswers(register),
  ...standingAnswers(register),
  ...takingOverAnswers(register),
  ...depositAnswers(register, papers),
})
