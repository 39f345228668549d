/**
 * Forgetting: the one act that rewrites the journal. What the journal kept of a contact is taken out of it, and a mark is left
 * in its place, so that no undoing brings back what was erased, nor half of an act.
 */
import type { Statement } from 'better-sqlite3'
import { documentsNamed } from './documents.ts'

type Prepare = (sql: string) => Statement<unknown[]>

/** What stands in the journal where facts were erased. */
const mark = '{"erased":1}'

/** Whether the facts of this row of the journal were erased: it can be neither undone nor put back. */
export const isErased = (row: { readonly old: string | null; readonly new: string | null }): boolean =>
  row.old === mark || row.new === mark

/** Contacts whose journal is rewritten at a step. */
const handful = 20

/** The acts that touched these contacts. */
export const actsTouching = (prepare: Prepare, contacts: readonly number[]): readonly number[] =>
  prepare('SELECT DISTINCT act FROM journal_row WHERE contact IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(contacts)) as number[]

/**
 * Takes what these contacts' rows said out of the journal, the running act's own rows included; of these tables, or of all.
 * Answers the names of the documents that the journal named, for who looks whether they are still in use.
 */
export function* forgetFacts(
  prepare: Prepare,
  contacts: readonly number[],
  tables: readonly string[] | 'all',
): Generator<undefined, readonly string[]> {
  const theirs = 'contact IN (SELECT value FROM json_each(?))'
  const said = prepare(
    `SELECT coalesce(old, '') || coalesce(new, '') FROM journal_row WHERE ${theirs} AND table_name IN ('photo', 'extra')`,
  ).pluck()
  const which = tables === 'all' ? theirs : `${theirs} AND table_name IN (SELECT value FROM json_each(?))`
  const rewrite = prepare(
    `UPDATE journal_row SET old = iif(old IS NULL, NULL, ?), new = iif(new IS NULL, NULL, ?) WHERE ${which}`,
  )
  const named = tables === 'all' ? [] : [JSON.stringify(tables)]
  const documents = new Set<string>()
  for (let from = 0; from < contacts.length; from += handful) {
    const part = JSON.stringify(contacts.slice(from, from + handful))
    for (const text of said.all(part) as string[]) for (const name of documentsNamed(text)) documents.add(name)
    rewrite.run(mark, mark, part, ...named)
    yield
  }
  return [...documents]
}

/** Takes out of the journal what it says of a thing that belongs to no contact alone. */
export function forgetThing(prepare: Prepare, table: string, row: number): void {
  prepare(
    `UPDATE journal_row SET old = iif(old IS NULL, NULL, ?), new = iif(new IS NULL, NULL, ?)
     WHERE contact IS NULL AND table_name = ? AND row = ?`,
  ).run(mark, mark, table, row)
}

/** Takes the names out of what the journal says acts were about; files that came in keep theirs. */
export function forgetSubjects(prepare: Prepare, acts: readonly number[]): void {
  prepare(
    `UPDATE journal_act SET subject = '' WHERE id IN (SELECT value FROM json_each(?)) AND name NOT LIKE 'exchange.%'`,
  ).run(JSON.stringify(acts))
}
