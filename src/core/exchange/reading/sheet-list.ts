/** The sheets of a workbook, and the one that is read. */
import { Refusal } from '../../kit/refusal.ts'

export type SheetState = {
  readonly name: string
  readonly hidden: boolean
  /** Rows that hold something, where the format says it at little cost. */
  readonly rows?: number
}

/** Visible ones first, those with something in them before those without. */
export function inOrder<S extends SheetState>(sheets: readonly S[]): readonly S[] {
  const rank = ({ hidden, rows }: S) => (hidden ? 2 : 0) + (rows === 0 ? 1 : 0)
  return [...sheets].sort((one, other) => rank(one) - rank(other))
}

/** Refuses `sheetMissing`, and `fileEmpty` for a workbook without a sheet. */
export function chosenSheet<S extends SheetState>(sheets: readonly S[], name: string | undefined): S {
  const wanted = name?.normalize('NFC').trim()
  const sheet = wanted === undefined ? sheets[0] : sheets.find((one) => one.name.normalize('NFC').trim() === wanted)
  if (sheet !== undefined) return sheet
  if (name === undefined) throw new Refusal('fileEmpty', { name: '' })
  throw new Refusal('sheetMissing', { sheet: name }, 'reading.sheet')
}
