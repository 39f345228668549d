/** The answers about sheets typed and not saved. */
import type { Answers } from '../../kit/request.ts'
import { draftShelf } from '../../register/drafts.ts'
import type { Register } from '../../register/register.ts'
import type { draftsRequests } from './drafts.requests.ts'

export function draftsAnswers(register: Register): Answers<typeof draftsRequests> {
  const shelf = draftShelf(register.folder)
  return {
    list: () => ({ drafts: shelf.all().map(({ name, text }) => ({ record: name, draft: text })) }),
    keep: ({ record, draft }) => {
      shelf.keep(record, draft)
      return { kept: true }
    },
    forget: ({ record }) => ({ forgotten: shelf.forget(record) }),
  }
}
