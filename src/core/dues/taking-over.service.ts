/**
 * The columns in which lists kept dues, `Cotisation 2024`, made into dues and payments. The columns stay on the records as
 * they came: the same list coming in again changes nothing, nor does taking over again.
 */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { foldedName } from '../people/people.rules.ts'
import type { Register } from '../register/register.ts'
import { type DuesComingIn, duesComingIn } from './coming-in.ts'
import type { duesRequests } from './dues.requests.ts'
import { duesStore, type YearRow } from './dues.store.ts'
import { dueRead, periodOfName, yearOfHeading } from './dues-reading.rules.ts'
import { paymentsStore } from './payments.store.ts'

type TakingOver = Pick<Answers<typeof duesRequests>, 'columns' | 'takeOver'>
type Filled = { readonly contact: number; readonly value: string }

export function takingOverAnswers(register: Register): TakingOver {
  const store = duesStore(register)
  const payments = paymentsStore(register)
  const names = register.prepare('SELECT name, count(*) AS filled FROM extra GROUP BY name ORDER BY name')
  const filled = register.prepare(
    `SELECT x.contact_id AS contact, x.value FROM extra x JOIN contact c ON c.id = x.contact_id
     WHERE x.name = ? AND x.value <> '' AND c.trashed = 0 ORDER BY x.contact_id, x.position`,
  )
  const untold = register.prepare(
    `SELECT 1 FROM extra x JOIN contact c ON c.id = x.contact_id WHERE x.name = ? AND x.value <> '' AND c.trashed = 0
       AND NOT EXISTS (SELECT 1 FROM due WHERE contact_id = x.contact_id AND year_id = ?) LIMIT 1`,
  )
  const yearNamed = (name: string) => store.years().find((year) => foldedName(year.name) === foldedName(name))
  const known = (contact: number, year: number): boolean =>
    store.due(contact, year) !== undefined || payments.paidFor(contact, year) !== 0

  /** Writes what a cell says of a contact for a year; answers what came of it. */
  const take = (coming: DuesComingIn, contact: number, value: string, year: YearRow) => {
    if (known(contact, year.id)) return 'known'
    const read = dueRead(value)
    if (read === undefined) return 'unread'
    const { adds } = coming.write({ ...read, year: year.name, written: value.slice(0, 500) }, contact)
    return adds === 'nothing' ? 'unread' : adds === 'due' ? 'dues' : 'payments'
  }

  return {
    columns: () => ({
      columns: (names.all() as { name: string; filled: number }[]).flatMap(({ name, filled: count }) => {
        const year = yearOfHeading(name)
        if (year === undefined) return []
        const there = yearNamed(year)
        return [{ name, year, filled: count, taken: there !== undefined && untold.get(name, there.id) === undefined }]
      }),
    }),

    takeOver: async ({ columns }, desk) => {
      const work = columns.map((name, at) => {
        const year = yearOfHeading(name)
        if (year === undefined) throw new Refusal('invalidInput', { reason: 'noYearInName' }, `columns.${at}`)
        const there = yearNamed(year)
        if (there !== undefined) store.openYear(there.id, `columns.${at}`)
        return { name, year, cells: filled.all(name) as Filled[] }
      })
      const total = work.reduce((sum, { cells }) => sum + cells.length, 0)
      const steps = function* () {
        const count = { years: 0, dues: 0, payments: 0, unread: 0, known: 0 }
        // Every year first: what writes the cells reads them once.
        const ready = work.map(({ year: name, cells }) => {
          const there = yearNamed(name)
          if (there !== undefined) return { year: there, cells }
          count.years++
          const id = store.insertYear({ name, ...periodOfName(name), dueBy: '', lateFrom: '', closed: false })
          return { year: store.year(id), cells }
        })
        const coming = duesComingIn(register)
        let done = 0
        for (const { year, cells } of ready) {
          for (const { contact, value } of cells) {
            const came = take(coming, contact, value, year)
            count[came]++
            if (came === 'payments') count.dues++
            done++
            yield { done, total }
          }
        }
        return count
      }
      const { answer } = await register.orderInSlices(
        'dues.takeOver',
        columns.join(', '),
        steps,
        desk,
        'working',
        'dropped',
      )
      return answer
    },
  }
}
