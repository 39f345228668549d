/** The answers about sheets: the formats there are, one's own, the page one holds against a sheet. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { testPageJob, testPageWords } from './sheets.job.ts'
import type { sheetsRequests } from './sheets.requests.ts'
import { sheetTrouble } from './sheets.rules.ts'
import { sheetsStore } from './sheets.store.ts'

export function sheetsAnswers(register: Register, papers: Papers): Answers<typeof sheetsRequests> {
  const store = sheetsStore(register)
  const named = (id: number): string => {
    const name = store.nameOf(id)
    if (name === undefined) throw new Refusal('notFound', { id }, 'id')
    return name
  }
  return {
    formats: () => ({ formats: store.all() }),
    saveFormat: ({ id, name, use, ...measures }) => {
      if (id !== undefined) named(id)
      const trouble = sheetTrouble(measures)
      if (trouble !== undefined) throw new Refusal('invalidInput', { reason: trouble.reason }, trouble.field)
      if (store.taken(name, id)) throw new Refusal('invalidInput', { reason: 'nameTaken' }, 'name')
      register.subject(name)
      return { id: store.write(id, name, use, measures) }
    },
    removeFormat: ({ id }) => {
      register.subject(named(id))
      store.remove(id)
      return { removed: true }
    },
    testPage: async ({ format: code, offset }, desk) => {
      await register.whenFree()
      const format = store.format(code)
      const { name: association, language, accent } = readAssociation(register)
      const head = { association, language, accent, day: register.today(), format, offset }
      const { bytes } = await papers.make(testPageJob, head, [], desk)
      return papers.keep(fileName([testPageWords[language].title, format.code], 'pdf'), 'application/pdf', bytes)
    },
  }
}
