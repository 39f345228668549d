/** What acts that still stand did after another one: asked before undoing it, so that no later change is lost unseen. */
import type { Statement } from 'better-sqlite3'
import type { RefusalValues } from '../kit/refusal.ts'

type Prepare = (sql: string) => Statement<unknown[]>

/** A row of the journal. Its facts are JSON: the whole row, or the changed columns when both are there. */
export type JournalRow = {
  readonly id: number
  readonly act: number
  readonly table_name: string
  readonly row: number
  /** The contact the row belongs to, when it belongs to one. */
  readonly contact: number | null
  readonly old: string | null
  readonly new: string | null
}

export const journalColumns = 'id, act, table_name, row, contact, old, new'

/** The act that undid this one and was not undone itself, if there is one. */
export function undoneBy(prepare: Prepare, act: number): number | undefined {
  const undoers = prepare('SELECT id FROM journal_act WHERE undoes = ? ORDER BY id DESC').pluck().all(act) as number[]
  return undoers.find((undoer) => undoneBy(prepare, undoer) === undefined)
}

/** An act in the words of a refusal. */
export const actValues = (prepare: Prepare, act: number): RefusalValues =>
  (prepare('SELECT id AS act, at, name, by, subject FROM journal_act WHERE id = ?').get(act) as
    | RefusalValues
    | undefined) ?? {}

/** Columns a row's change was about; undefined for the row itself, made or removed. */
const columnsOfChange = ({ old, new: made }: JournalRow): ReadonlySet<string> | undefined =>
  old === null || made === null ? undefined : new Set(Object.keys(JSON.parse(made) as object))

/**
 * Looks for acts after row `after` of the journal that touched the same facts and still stand. An act and the one that
 * undid it are as if neither had been; an undoing counts for nothing by itself, nor does what it writes from now on.
 */
export function laterActs(prepare: Prepare, after: number): (row: JournalRow) => number | undefined {
  const standing = new Map<number, boolean>()
  const stands = (act: number): boolean => {
    const known = standing.get(act)
    if (known !== undefined) return known
    const undoing = prepare('SELECT undoes FROM journal_act WHERE id = ?').pluck().get(act) !== null
    const found = !undoing && undoneBy(prepare, act) === undefined
    standing.set(act, found)
    return found
  }
  const newest = Number(prepare('SELECT coalesce(max(id), 0) FROM journal_row').pluck().get())
  const ofContact = prepare(
    `SELECT ${journalColumns} FROM journal_row WHERE contact = ? AND id > ? AND id <= ? ORDER BY id DESC`,
  )
  const ofRow = prepare(
    `SELECT ${journalColumns} FROM journal_row
     WHERE id > ? AND id <= ? AND table_name = ? AND row = ? AND contact IS NULL ORDER BY id DESC`,
  )
  // Rows of an act come in the order of their contacts: one contact's later history serves them all.
  let asked: { readonly contact: number; readonly rows: readonly JournalRow[] } | undefined

  const laterRows = ({ contact, table_name, row }: JournalRow): readonly JournalRow[] => {
    if (contact === null) return ofRow.all(after, newest, table_name, row) as JournalRow[]
    if (asked?.contact !== contact) asked = { contact, rows: ofContact.all(contact, after, newest) as JournalRow[] }
    return asked.rows.filter((later) => later.table_name === table_name && later.row === row)
  }

  return (row) => {
    const columns = columnsOfChange(row)
    return laterRows(row).find((later) => {
      const changed = columnsOfChange(later)
      const same = columns === undefined || changed === undefined || [...changed].some((column) => columns.has(column))
      return same && stands(later.act)
    })?.act
  }
}
