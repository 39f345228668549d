/** Answers about the printed directory: who would be in it, and the directory itself. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import { contactsInBatches } from '../people/people.batches.ts'
import { contactFilter } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { directoryJob } from './directory.job.ts'
import type { directoryRequests } from './directory.requests.ts'

export function directoryAnswers(register: Register, papers: Papers): Answers<typeof directoryRequests> {
  const people = peopleStore(register)
  const everybody = contactFilter.parse({ deceased: true })
  const printedStatuses = contactFilter.parse({ status: ['member', 'friend'] })
  const trash = contactFilter.parse({ trashed: true })

  return {
    summary: () => {
      // Whoever looks at the directory will soon have it set.
      papers.warmUp()
      const printed = people.idsInOrder(printedStatuses).length
      const left = people.idsInOrder(everybody).length - printed + people.idsInOrder(trash).length
      return { printed, left, edition: register.today().slice(0, 4) }
    },

    typeset: async ({ edition: named, language: chosen, imposition, evenIfMissing }, desk) => {
      await register.whenFree()
      const association = readAssociation(register)
      const language = chosen ?? association.language
      const day = register.today()
      const edition = named === '' ? day.slice(0, 4) : named
      const ids = [...people.idsInOrder(everybody), ...people.idsInOrder(trash)]
      const { bytes, report } = await papers.make(
        directoryJob,
        {
          association: association.name,
          country: association.country,
          language,
          edition,
          day,
          imposition,
          evenIfMissing,
          contacts: ids.length,
        },
        contactsInBatches(register, people, ids),
        desk,
      )
      const words =
        language === 'fr' ? { title: 'Annuaire', booklet: 'cahier' } : { title: 'Directory', booklet: 'booklet' }
      const name = fileName([words.title, edition, ...(imposition === 'booklet' ? [words.booklet] : [])], 'pdf')
      return { ...papers.keep(name, 'application/pdf', bytes), ...report }
    },
  }
}
