/** Formats of one's own as they are kept, and any format by its name. */
import { Refusal } from '../kit/refusal.ts'
import { fold } from '../kit/text.ts'
import type { Register } from '../register/register.ts'
import {
  cellsOf,
  formatNamed,
  ownFormat,
  type SheetFormat,
  type SheetMeasures,
  type SheetUse,
  sheetFormats,
} from './sheets.rules.ts'

type Row = { readonly id: number; readonly name: string; readonly use: SheetUse; readonly measures: string }

const formatOf = ({ name, use, measures }: Row): SheetFormat =>
  ownFormat(name, use, JSON.parse(measures) as SheetMeasures)

export type SheetsStore = ReturnType<typeof sheetsStore>

export function sheetsStore(register: Register) {
  const all = register.prepare('SELECT id, name, use, measures FROM sheet_format ORDER BY folded')
  const one = register.prepare('SELECT id, name, use, measures FROM sheet_format WHERE id = ?')
  const named = register.prepare('SELECT id, name, use, measures FROM sheet_format WHERE folded = ?')
  const made = register.prepare('INSERT INTO sheet_format (name, folded, use, measures) VALUES (?, ?, ?, ?)')
  const changed = register.prepare('UPDATE sheet_format SET name = ?, folded = ?, use = ?, measures = ? WHERE id = ?')
  const gone = register.prepare('DELETE FROM sheet_format WHERE id = ?')

  /** The format of that code or name; refuses `notFound`. */
  const format = (code: string, field = 'format'): SheetFormat => {
    const known = formatNamed(code)
    if (known !== undefined) return known
    const own = named.get(fold(code)) as Row | undefined
    if (own === undefined) throw new Refusal('notFound', { name: code }, field)
    return formatOf(own)
  }

  return {
    all: (): readonly (SheetFormat & { readonly id?: number })[] => [
      ...sheetFormats,
      ...(all.all() as Row[]).map((row) => ({ ...formatOf(row), id: row.id })),
    ],
    format,
    /** The same, with a first cell it has; refuses one it has not (`noSuchCell`). */
    formatFrom: (code: string, first: number): SheetFormat => {
      const found = format(code)
      if (first > cellsOf(found))
        throw new Refusal('invalidInput', { reason: 'noSuchCell', count: cellsOf(found) }, 'first')
      return found
    },
    nameOf: (id: number): string | undefined => (one.get(id) as Row | undefined)?.name,
    taken: (name: string, id: number | undefined): boolean => {
      const other = named.get(fold(name)) as Row | undefined
      return formatNamed(name) !== undefined || (other !== undefined && other.id !== id)
    },
    write: (id: number | undefined, name: string, use: SheetUse, measures: SheetMeasures): number => {
      const values = [name, fold(name), use, JSON.stringify(measures)]
      if (id === undefined) return Number(made.run(...values).lastInsertRowid)
      changed.run(...values, id)
      return id
    },
    remove: (id: number): void => void gone.run(id),
  }
}
