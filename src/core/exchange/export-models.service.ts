/** The answers about models of lists going out. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { foldedName } from '../people/people.rules.ts'
import type { Register } from '../register/register.ts'
import { type ExportColumn, exportColumns } from './export.requests.ts'
import type { ExportModel, exportModelRequests } from './export-models.requests.ts'

const known: ReadonlySet<string> = new Set(exportColumns)

export function exportModelAnswers(register: Register): Answers<typeof exportModelRequests> {
  const all = register.prepare('SELECT id, name, columns FROM export_model ORDER BY folded')
  const nameOf = register.prepare('SELECT name FROM export_model WHERE id = ?').pluck()
  const named = register.prepare('SELECT id FROM export_model WHERE folded = ?').pluck()
  const insertion = register.prepare('INSERT INTO export_model (name, folded, columns) VALUES (?, ?, ?)')
  const change = register.prepare(
    'UPDATE export_model SET revision = revision + 1, name = ?, folded = ?, columns = ? WHERE id = ?',
  )
  const removal = register.prepare('DELETE FROM export_model WHERE id = ?')

  const found = (id: number): string => {
    const name = nameOf.get(id) as string | undefined
    if (name === undefined) throw new Refusal('notFound', { id }, 'id')
    return name
  }

  return {
    models: () => ({
      models: (all.all() as { id: number; name: string; columns: string }[]).map(
        ({ columns, ...model }): ExportModel => ({
          ...model,
          // A column of a later version is passed over.
          columns: (JSON.parse(columns) as ExportColumn[]).filter((column) => known.has(column)),
        }),
      ),
    }),

    saveModel: ({ id, name, columns }) => {
      if (id !== undefined) found(id)
      const other = named.get(foldedName(name)) as number | undefined
      if (other !== undefined && other !== id) throw new Refusal('invalidInput', { reason: 'nameTaken' }, 'name')
      register.subject(name)
      const values = [name, foldedName(name), JSON.stringify(columns)]
      if (id === undefined) return { id: Number(insertion.run(...values).lastInsertRowid) }
      change.run(...values, id)
      return { id }
    },

    removeModel: ({ id }) => {
      register.subject(found(id))
      removal.run(id)
      return { id }
    },
  }
}
