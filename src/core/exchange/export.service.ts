/** Answers for lists going out. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import { contactsInBatches } from '../people/people.batches.ts'
import { peopleStore } from '../people/people.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import type { exchangeRequests } from './exchange.requests.ts'
import { exportJob } from './export.job.ts'
import { exportColumns, exportFormats } from './export.requests.ts'

/** The two answers of the exchange room that take lists out. */
export function exportAnswers(
  register: Register,
  papers: Papers,
): Pick<Answers<typeof exchangeRequests>, 'export' | 'columns'> {
  const people = peopleStore(register)
  return {
    columns: () => ({
      columns: exportColumns,
      extras: register.prepare('SELECT DISTINCT name FROM extra ORDER BY name').pluck().all() as string[],
    }),

    export: async ({ filter, sort, ...asked }, desk) => {
      await register.whenFree()
      const { name: association, language } = readAssociation(register)
      const day = register.today()
      const ids = await people.idsFound(filter, sort)
      const { bytes, report } = await papers.make(
        exportJob,
        { ...asked, language, association, day, rows: ids.length },
        contactsInBatches(register, people, ids),
        desk,
      )
      const { extension, type } = report.file ?? exportFormats[asked.format]
      const name = fileName([association, language === 'fr' ? 'fiches' : 'records', day], extension)
      return { ...papers.keep(name, type, bytes), rows: report.rows }
    },
  }
}
