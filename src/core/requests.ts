/** The whole router: everything that may be asked of Amicale, through any door. */
import { deskRequests } from './desk/desk.requests.ts'
import { directoryRequests } from './directory/directory.requests.ts'
import { editionsRequests } from './directory/editions/editions.requests.ts'
import { accountRequests } from './dues/accounts.requests.ts'
import { depositRequests } from './dues/deposits.requests.ts'
import { duesRequests } from './dues/dues.requests.ts'
import { statementRequests } from './dues/statements.requests.ts'
import { exchangeRequests } from './exchange/exchange.requests.ts'
import { labelsRequests } from './letters/labels.requests.ts'
import { lettersRequests } from './letters/letters.requests.ts'
import { membershipRequests } from './membership/membership.requests.ts'
import { remindersRequests } from './membership/reminders.requests.ts'
import { papersRequests } from './papers/papers.requests.ts'
import { consentsRequests } from './people/consents/consents.requests.ts'
import { draftsRequests } from './people/drafts/drafts.requests.ts'
import { duplicatesRequests } from './people/duplicates/duplicates.requests.ts'
import { fieldsRequests } from './people/fields/fields.requests.ts'
import { formsRequests } from './people/forms/forms.requests.ts'
import { groupsRequests } from './people/groups/groups.requests.ts'
import { recordHistoryRequests } from './people/history/history.requests.ts'
import { householdsRequests } from './people/households/households.requests.ts'
import { listsRequests } from './people/lists/lists.requests.ts'
import { peopleRequests } from './people/people.requests.ts'
import { qualityRequests } from './people/quality/quality.requests.ts'
import { receiptsRequests } from './receipts/receipts.requests.ts'
import { associationRequests, historyRequests } from './register/register.requests.ts'
import { sheetsRequests } from './sheets/sheets.requests.ts'

/** Answered by the open association. */
export const officeRequests = {
  association: associationRequests,
  people: peopleRequests,
  drafts: draftsRequests,
  lists: listsRequests,
  households: householdsRequests,
  duplicates: duplicatesRequests,
  quality: qualityRequests,
  groups: groupsRequests,
  consents: consentsRequests,
  fields: fieldsRequests,
  forms: formsRequests,
  dues: { ...duesRequests, ...depositRequests, ...statementRequests, ...accountRequests },
  sheets: sheetsRequests,
  labels: labelsRequests,
  letters: lettersRequests,
  reminders: remindersRequests,
  membership: membershipRequests,
  receipts: receiptsRequests,
  exchange: exchangeRequests,
  directory: directoryRequests,
  editions: editionsRequests,
  papers: papersRequests,
  history: { ...historyRequests, ...recordHistoryRequests },
}

/** Answered at the counter, whether or not an association is open. */
export const requests = { desk: deskRequests, ...officeRequests }
export type Requests = typeof requests
