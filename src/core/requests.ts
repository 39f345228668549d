/** The whole router: everything that may be asked of Amicale, through any door. */
import { deskRequests } from './desk/desk.requests.ts'
import { directoryRequests } from './directory/directory.requests.ts'
import { exchangeRequests } from './exchange/exchange.requests.ts'
import { papersRequests } from './papers/papers.requests.ts'
import { consentsRequests } from './people/consents/consents.requests.ts'
import { duplicatesRequests } from './people/duplicates/duplicates.requests.ts'
import { householdsRequests } from './people/households/households.requests.ts'
import { peopleRequests } from './people/people.requests.ts'
import { associationRequests, historyRequests } from './register/register.requests.ts'

/** Answered by the open association. */
export const officeRequests = {
  association: associationRequests,
  people: peopleRequests,
  households: householdsRequests,
  duplicates: duplicatesRequests,
  consents: consentsRequests,
  exchange: exchangeRequests,
  directory: directoryRequests,
  papers: papersRequests,
  history: historyRequests,
}

/** Answered at the counter, whether or not an association is open. */
export const requests = { desk: deskRequests, ...officeRequests }
export type Requests = typeof requests
