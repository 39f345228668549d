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

/** Where a row stands among its sisters: it shifts when one of them comes or goes, which is no change of what it says. */
export const placeColumn = 'position'

/** Columns a row's change was about; undefined for the row itself, made or removed. Its place counts only when it is all that changed. */
function columnsOfChange({ old, new: made }: JournalRow): ReadonlySet<string> | undefined {
  if (old === null || made === null) return undefined
  const columns = new Set(Object.keys(JSON.parse(made) as object))
  if (columns.size > 1) columns.delete(placeColumn)
  return columns
}

const onlyPlace = (columns: ReadonlySet<string> | undefined): boolean => columns?.size === 1 && columns.has(placeColumn)

/** The contact a change gave the row to, when it went from one to another, as in a merge. */
function givenTo({ old, new: made }: JournalRow): number | undefined {
  if (old === null || made === null || !made.includes('"contact_id"')) return undefined
  const to = (JSON.parse(made) as Readonly<Record<string, unknown>>).contact_id
  return typeof to === 'number' ? to : undefined
}

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

  /** A row that was given from contact to contact is followed to each of them. */
  const laterEverywhere = (row: JournalRow): readonly JournalRow[] => {
    const rows = [row, ...laterRows(row)]
    const seen = new Set([row.contact])
    for (let at = 0; at < rows.length; at++) {
      const contact = givenTo(rows[at] ?? row)
      if (contact === undefined || seen.has(contact)) continue
      seen.add(contact)
      const theirs = ofContact.all(contact, after, newest) as JournalRow[]
      rows.push(...theirs.filter((later) => later.table_name === row.table_name && later.row === row.row))
    }
    return rows.slice(1)
  }

  return (row) => {
    const columns = columnsOfChange(row)
    return laterEverywhere(row).find((later) => {
      const changed = columnsOfChange(later)
      const same =
        columns === undefined
          ? !onlyPlace(changed)
          : changed === undefined || [...changed].some((column) => columns.has(column))
      return same && stands(later.act)
    })?.act
  }
}
