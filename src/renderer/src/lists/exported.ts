/** The columns of a list as an export has them: the name in its parts, several e-mails where the list shows one. */
import { type ExportColumn, exportColumns } from '../../../core/exchange/export.requests.ts'
import { customColumn, type ListColumn } from '../../../core/people/lists/columns.requests.ts'

const others: Partial<Record<ListColumn, ExportColumn>> = { email: 'emails', phone: 'phones', house: 'groups' }
const known: ReadonlySet<string> = new Set(exportColumns)

export function exportedAs(columns: readonly ListColumn[]): ReadonlySet<ExportColumn> {
  const found = columns.flatMap((column): ExportColumn[] => {
    if (column.startsWith(customColumn)) return ['extras']
    const other = others[column]
    return other !== undefined ? [other] : known.has(column) ? [column as ExportColumn] : []
  })
  return new Set<ExportColumn>(['kind', 'firstName', 'particle', 'lastName', 'organisation', ...found])
}
