/** Reads what a row says of dues: columns of a year, and the subscriptions that programs list. */

import type { PaymentMode } from '../dues/dues.rules.ts'
import {
  type DuesCell,
  type DueTold,
  duesHeading,
  dueTold,
  type Subscription,
  subscriptionTold,
} from '../dues/dues-list.rules.ts'
import { cleanLine, fold } from '../kit/text.ts'
import { isNothing } from './cells.ts'
import { type Cell, type Desk, keepAside } from './draft-desk.ts'
import { dayInCell } from './life-cells.ts'
import type { Program } from './program-table.ts'

/** More dues than this on a row are no list of dues. */
const mostDues = 60

export type DuesReader = {
  /** Whether a column is of a subscription as the program lists it. */
  readonly isOfProgram: (column: number) => boolean
  /** Reads the dues of a row and of the further lines of the same person; what is not understood stays aside. */
  readonly read: (desk: Desk, cells: readonly string[], more: readonly (readonly string[])[]) => readonly DueTold[]
}

/** Makes the reader for the columns of one file that are dues. */
export function duesReader(headers: readonly string[], program: Program | undefined): DuesReader {
  const folded = headers.map(fold)
  const ofProgram = Object.entries(program?.dues ?? {}).map(([part, headings]) => {
    const columns = headings
      .split(', ')
      .map((heading) => folded.indexOf(heading))
      .filter((at) => at >= 0)
    return [part as keyof Subscription, columns] as const
  })
  const listed = new Set(ofProgram.flatMap(([, columns]) => columns))

  const subscription = (cells: readonly string[], ownPayer: boolean): Subscription => {
    const said = Object.fromEntries(
      ofProgram.map(([part, columns]) => [
        part,
        columns
          .map((at) => cleanLine(cells[at] ?? ''))
          .filter((text) => !isNothing(text))
          .join(' '),
      ]),
    )
    return { ...noSubscription, ...said, ...(ownPayer ? { payer: '' } : {}) }
  }
  /** A program that takes cards for others is where the money comes from. */
  const modeOf = (mode: PaymentMode | undefined) =>
    program?.key === 'helloAsso' && (mode === undefined || mode === 'card' || mode === 'other') ? 'helloAsso' : mode

  const read: DuesReader['read'] = (desk, cells, more) => {
    const all = desk.of('due').filter(({ text }) => !isNothing(text))
    const told: DueTold[] = []
    const years = new Map<string, (DuesCell & { readonly cell: Cell })[]>()
    const aside = (some: readonly Cell[], about: Cell | undefined) => {
      for (const cell of some) keepAside(desk, cell)
      if (about !== undefined) desk.warn('duesUnread', about)
    }
    for (const cell of all) {
      if (listed.has(cell.column)) continue
      const heading = duesHeading(cell.header)
      if (heading === undefined) {
        aside([cell], cell)
        continue
      }
      const known = years.get(heading.year) ?? []
      years.set(heading.year, [...known, { part: heading.part, text: cell.text, cell }])
    }
    for (const [year, some] of years) {
      const due = dueTold(year, some)
      if (due !== undefined) told.push(due)
      // A state that follows from others, `pas demandée`, says nothing of its own.
      else if (some.some(({ part }) => part !== 'state')) {
        const cellsOfYear = some.map(({ cell }) => cell)
        aside(cellsOfYear, cellsOfYear[0])
      }
    }
    const ofSubscription = all.filter(({ column }) => listed.has(column))
    if (ofSubscription.length > 0) {
      const dayOf = (text: string) => dayInCell(text, desk.monthFirst)
      const ownPayer = desk.ownPayer === true
      const lines = [cells, ...more].map((line) => {
        const listedHere = subscription(line, ownPayer)
        return { due: subscriptionTold(listedHere, dayOf), amount: listedHere.amount }
      })
      for (const { due } of lines) {
        if (due === undefined) continue
        const mode = modeOf(due.mode)
        told.push({ ...due, ...(mode === undefined ? {} : { mode }) })
      }
      const [first] = lines
      const amount = ofSubscription.find(({ text }) => text === first?.amount)
      if (first?.due === undefined) aside(ofSubscription, amount)
    }
    return told.slice(0, mostDues)
  }
  return { isOfProgram: (column) => listed.has(column), read }
}

const noSubscription: Subscription = {
  ...{ amount: '', less: '', day: '', begins: '', until: '', isPaid: '', mode: '', reference: '', payer: '' },
}
