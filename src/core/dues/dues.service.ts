/** The answers about dues, from those who give them: years, payments, where each one stands, what lists kept. */
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import type { duesRequests } from './dues.requests.ts'
import { paymentsAnswers } from './payments.service.ts'
import { standingAnswers } from './standing.service.ts'
import { takingOverAnswers } from './taking-over.service.ts'
import { yearsAnswers } from './years.service.ts'

export const duesAnswers = (register: Register): Answers<typeof duesRequests> => ({
  ...yearsAnswers(register),
  ...paymentsAnswers(register),
  ...standingAnswers(register),
  ...takingOverAnswers(register),
})
