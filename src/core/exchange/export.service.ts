/** Answers for lists going out. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import { contactsInBatches } from '../people/people.batches.ts'
import { peopleStore } from '../people/people.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { type exchangeRequests, exportColumns } from './exchange.requests.ts'
import { sheetJob } from './export.job.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

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

    export: async ({ format, filter, sort, columns }, desk) => {
      await register.whenFree()
      const { name: association, language } = readAssociation(register)
      const day = register.today()
      const ids = await people.idsFound(filter, sort)
      const { bytes, report } = await papers.make(
        sheetJob,
        { format, language, columns, association, day, rows: ids.length },
        contactsInBatches(register, people, ids),
        desk,
      )
      const name = fileName([association, language === 'fr' ? 'fiches' : 'records', day], format)
      return { ...papers.keep(name, TYPES[format], bytes), rows: report.rows }
    },
  }
}
