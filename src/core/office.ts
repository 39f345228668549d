/** The office: one association folder, open, answering requests. Every door's visitor ends here. */
import type { ContractRouterClient } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { boundRouter, type FaultLog, faultsToStandardError, type Hall, insideClient } from './binding.ts'
import { directoryAnswers } from './directory/directory.service.ts'
import { editionsAnswers } from './directory/editions/editions.service.ts'
import { soundEditions } from './directory/editions/sound-editions.ts'
import { duesAnswers } from './dues/dues.service.ts'
import { soundReversals } from './dues/sound-reversals.ts'
import { exchangeAnswers } from './exchange/exchange.service.ts'
import { openStaging, type Staging } from './exchange/staging.ts'
import { statementReader } from './exchange/statement-reader.ts'
import type { Papers } from './kit/papers.ts'
import { Refusal } from './kit/refusal.ts'
import type { Answers } from './kit/request.ts'
import { labelsAnswers } from './letters/labels.service.ts'
import { lettersAnswers } from './letters/letters.service.ts'
import { membershipAnswers } from './membership/membership.service.ts'
import { consentsOnPaperAnswers } from './membership/oppositions.service.ts'
import { remindersAnswers } from './membership/reminders.service.ts'
import { papersAnswers } from './papers/papers.service.ts'
import { openPapers } from './papers/papers.ts'
import { draftsAnswers } from './people/drafts/drafts.service.ts'
import { duplicatesAnswers } from './people/duplicates/duplicates.service.ts'
import { fieldsAnswers } from './people/fields/fields.service.ts'
import { formsAnswers } from './people/forms/forms.service.ts'
import { groupsAnswers } from './people/groups/groups.service.ts'
import { recordHistoryAnswers } from './people/history/history.service.ts'
import { householdsAnswers } from './people/households/households.service.ts'
import { listsAnswers } from './people/lists/lists.service.ts'
import { refreshAfterUndo, soughtFromHome } from './people/people.refresh.ts'
import { listWindow } from './people/people.requests.ts'
import { peopleAnswers } from './people/people.service.ts'
import { qualityAnswers } from './people/quality/quality.service.ts'
import { receiptsAnswers } from './receipts/receipts.service.ts'
import { soundReceipts } from './receipts/sound-receipts.ts'
import { associationAnswers, historyAnswers } from './register/register.service.ts'
import { newRegister, type OpenOptions, openRegister, type Register } from './register/register.ts'
import { officeRequests } from './requests.ts'
import { sheetsAnswers } from './sheets/sheets.service.ts'

export type OfficeOptions = OpenOptions & {
  /** The folder of fonts, samples and icons. */
  readonly resources: string
  readonly faults?: FaultLog
}

export type OfficeClient = ContractRouterClient<typeof officeRequests>

export type Office = {
  readonly register: Register
  readonly hall: Hall
  readonly router: Router<typeof officeRequests, object>
  readonly client: OfficeClient
  /** Cancels the works under way, waits for them, and gives the folder back. */
  readonly close: () => Promise<void>
}

type OfficeAnswers = { readonly [Room in keyof typeof officeRequests]: Answers<(typeof officeRequests)[Room]> }

/** Who answers what: a room or a request without its answer does not compile. */
const answersOf = (register: Register, papers: Papers, staging: Staging): OfficeAnswers => ({
  association: associationAnswers(register, () => soughtFromHome(register)),
  people: peopleAnswers(register),
  drafts: draftsAnswers(register),
  lists: listsAnswers(register),
  households: householdsAnswers(register),
  duplicates: duplicatesAnswers(register),
  quality: qualityAnswers(register),
  groups: groupsAnswers(register),
  consents: consentsOnPaperAnswers(register, papers),
  fields: fieldsAnswers(register),
  forms: formsAnswers(register, papers),
  dues: duesAnswers(register, papers, statementReader(staging)),
  sheets: sheetsAnswers(register, papers),
  labels: labelsAnswers(register, papers),
  letters: lettersAnswers(register, papers),
  reminders: remindersAnswers(register, papers),
  membership: membershipAnswers(register, papers),
  receipts: receiptsAnswers(register, papers),
  exchange: exchangeAnswers(register, papers, staging),
  directory: directoryAnswers(register, papers),
  editions: editionsAnswers(register, papers),
  papers: papersAnswers(papers),
  history: { ...historyAnswers(register), ...recordHistoryAnswers(register) },
})

/**
 * Reads the first page of the list while the folder opens, since everybody begins there: among 100,000 people its count and
 * its lines are 1,300 pages from all over the file. What is damaged there is for `lookLater` to find.
 */
function readFirstPage(people: OfficeAnswers['people']): void {
  try {
    people.list(listWindow.parse({}))
  } catch {
    // Opening looked at what must be sound at first; the rest is told once it is open.
  }
}

function officeOf(register: Register, options: OfficeOptions): Office {
  const works = new Map<Promise<unknown>, () => void>()
  refreshAfterUndo(register)
  register.afterUndo(soundReversals(register))
  register.afterUndo(soundReceipts(register))
  register.afterUndo(soundEditions(register))
  const papers = openPapers({ resources: options.resources })
  const faults = options.faults ?? faultsToStandardError
  const answers = answersOf(register, papers, openStaging(register.folder))
  readFirstPage(answers.people)
  register.lookLater().catch((error: unknown) => faults('look', 'opening', error))
  let closing: Promise<void> | undefined
  const hall: Hall = {
    answers,
    whenFree: async () => {
      await register.whenFree()
      if (closing !== undefined) throw new Refusal('folderNotOpen')
    },
    order: (name, act) => register.order(name, '', act),
    follow: (work, stop) => {
      works.set(work, stop)
      const forget = (): void => {
        works.delete(work)
      }
      work.then(forget, forget)
      return work
    },
  }
  const router = boundRouter(officeRequests, () => hall, faults)
  return {
    register,
    hall,
    router,
    client: insideClient<typeof officeRequests>(router),
    close: () => {
      closing ??= (async () => {
        for (const stop of works.values()) stop()
        await Promise.allSettled(works.keys())
        await papers.close()
        await register.whenFree()
        register.close()
      })()
      return closing
    },
  }
}

/** Opens an association's folder; refuses as `openRegister` does. */
export const openOffice = (folder: string, options: OfficeOptions): Office =>
  officeOf(openRegister(folder, options), options)

/** Makes an association's folder and opens it; refuses `folderExists`. */
export const newOffice = (
  folder: string,
  association: { readonly name: string; readonly language?: 'fr' | 'en' },
  options: OfficeOptions,
): Office => officeOf(newRegister(folder, association, options), options)
