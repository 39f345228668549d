/** A row being read: its cells by target, and what is found to say about them. */
import type { Place } from './address-columns.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import type { ProgramKey } from './program.rules.ts'
import type { WarningCode } from './warning.rules.ts'

export type DraftContext = {
  /** ISO country the association posts from: it reads phones and postcodes that say nothing of theirs. */
  readonly country: string
  /** Whether a column of the list holds names: a forename alone is then a name like another. */
  readonly named: boolean
  /** Cells may carry the guard this program puts before formulas in CSV. */
  readonly guarded: boolean
  /** Two people named on one row become two records and a household. */
  readonly couples: boolean
  /** Days in figures alone have their month first: `12/31/1962`. */
  readonly monthFirst?: boolean
  /** The program that wrote the list, as it was recognised or chosen. */
  readonly program?: ProgramKey
}

export type Cell = { readonly text: string; readonly header: string; readonly column: number }
export type MailLinks = readonly { readonly column: number; readonly address: string }[]

export type Desk = {
  readonly line: number
  readonly of: (target: ColumnTarget) => readonly Cell[]
  /** The targets the file has columns for, filled in this row or not. */
  readonly columns: ReadonlySet<ColumnTarget>
  readonly one: (target: ColumnTarget, most: number) => string
  readonly warn: (code: WarningCode, cell: Cell | undefined, text?: string) => void
  readonly refuse: (code: WarningCode, cell: Cell | undefined, text?: string) => void
  readonly extras: { name: string; value: string }[]
  readonly links: MailLinks
  /** Which address, stay or mandate each column is of; 1 for all when there is but one. */
  readonly addressRanks: readonly number[]
  /** Whose address each rank is, where the headings say so. */
  readonly places: ReadonlyMap<number, Place>
  readonly monthFirst: boolean
  readonly program: ProgramKey | undefined
  /** Whether the row says that who paid is the person. */
  readonly ownPayer?: boolean
}

/** Reads the first cell of a target, and refuses the row when it is too long. */
export const firstOf =
  (of: Desk['of'], refuse: Desk['refuse']): Desk['one'] =>
  (target, most) => {
    const cell = of(target)[0]
    if (cell === undefined) return ''
    if (cell.text.length > most) refuse('tooLong', cell, `${cell.text.length} > ${most}`)
    return cell.text.slice(0, most)
  }

/** Keeps a cell nothing else can take under its own header. */
export function keepAside(desk: Desk, cell: Cell): void {
  if (cell.text.length > 2000) desk.refuse('tooLong', cell, `${cell.text.length} > 2000`)
  else desk.extras.push({ name: cell.header.slice(0, 80), value: cell.text })
}
