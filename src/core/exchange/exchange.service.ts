/** The answers of the exchange room: lists in, lists out, and invented people. */
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import { peopleStore } from '../people/people.service.ts'
import type { Register } from '../register/register.ts'
import { accountsFileAnswer } from './accounts/accounts-file.service.ts'
import type { exchangeRequests } from './exchange.requests.ts'
import { exportAnswers } from './export.service.ts'
import { exportModelAnswers } from './export-models.service.ts'
import { importAnswers } from './import.service.ts'
import { inventAnswer } from './invent.service.ts'
import type { Staging } from './staging.ts'

export const exchangeAnswers = (
  register: Register,
  papers: Papers,
  staging: Staging,
): Answers<typeof exchangeRequests> => ({
  ...importAnswers(register, papers, staging),
  ...exportAnswers(register, papers),
  ...exportModelAnswers(register),
  ...accountsFileAnswer(register, papers),
  invent: inventAnswer(register, peopleStore(register)),
})
