/** Answers about the association's own line, and about the register's history and health. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { recordsTouched } from './records-touched.ts'
import type { Act, Association, associationRequests, CheckReport, historyRequests } from './register.requests.ts'
import type { Register } from './register.ts'

/** The association as its papers and screens name it. */
export const readAssociation = (register: Register): Association =>
  register.prepare('SELECT name, language, country, accent FROM association WHERE id = 1').get() as Association

/** `countryChanged`: what other rooms compute from the association's country follows it, in steps of the same act. */
export const associationAnswers = (
  register: Register,
  countryChanged: () => Generator<{ done: number; total: number }, void>,
): Answers<typeof associationRequests> => ({
  read: () => readAssociation(register),
  update: async ({ name, language, country, accent }, desk) => {
    const before = readAssociation(register)
    const same =
      before.name === name && before.language === language && before.country === country && before.accent === accent
    if (same) return before
    function* steps() {
      register
        .prepare('UPDATE association SET name = ?, language = ?, country = ?, accent = ? WHERE id = 1')
        .run(name, language, country, accent)
      if (before.country !== country) yield* countryChanged()
      return readAssociation(register)
    }
    return (await register.orderInSlices('association.update', name, steps, desk, 'working')).answer
  },
})

type Facts = Readonly<Record<string, unknown>> | null

const facts = (json: string | null): Facts => (json === null ? null : (JSON.parse(json) as Facts))

type ActRow = Omit<Act, 'undoes' | 'undoneBy'> & { undoes: number | null; first: number; last: number }

function listActs(
  register: Register,
  touched: ReturnType<typeof recordsTouched>,
  before: number | undefined,
  limit: number,
): readonly Act[] {
  const rows = register
    .prepare(
      `SELECT id, at, name, by, subject, undoes, max(last_row - first_row + 1, 0) AS rows, first_row AS "first",
         last_row AS "last" FROM journal_act WHERE id < ? ORDER BY id DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit) as ActRow[]
  const count = touched()
  return rows.map(({ undoes, first, last, ...act }) => {
    const undoer = register.undoneBy(act.id)
    const records = count({ id: act.id, first, last })
    return {
      ...act,
      ...(records === undefined ? {} : { records }),
      ...(undoes === null ? {} : { undoes }),
      ...(undoer === undefined ? {} : { undoneBy: undoer }),
    }
  })
}

/** Totals by kind, where the people's tables are there. */
function totals(register: Register): CheckReport['totals'] {
  const kinds = register.prepare('SELECT kind, count(*) AS count FROM contact GROUP BY kind').all() as {
    kind: string
    count: number
  }[]
  const of = (kind: string): number => kinds.find((found) => found.kind === kind)?.count ?? 0
  const acts = Number(register.prepare('SELECT count(*) FROM journal_act').pluck().get())
  return { persons: of('person'), organisations: of('organisation'), acts }
}

/** An undoing is one act, placed in slices: undoing an import is as long as the import was. */
export const historyAnswers = (
  register: Register,
  touched = recordsTouched(register.prepare),
): Answers<typeof historyRequests> => ({
  list: ({ before, limit }) => ({ acts: listActs(register, touched, before, limit) }),
  ofContact: ({ id, limit }) => {
    const rows = register
      .prepare(
        `SELECT r.act, a.at, a.name, a.by, r.table_name AS "table", r.old, r.new
         FROM journal_row AS r JOIN journal_act AS a ON a.id = r.act
         WHERE r.contact = ? ORDER BY r.id DESC LIMIT ?`,
      )
      .all(id, limit) as {
      act: number
      at: string
      name: string
      by: string
      table: string
      old: string | null
      new: string | null
    }[]
    return { changes: rows.map((row) => ({ ...row, old: facts(row.old), new: facts(row.new) })) }
  },
  undo: async ({ act }, desk) => ({ act: await register.undo(act, desk) }),
  check: async (_input, desk) => {
    const tables = register.tables()
    const integrity: string[] = []
    let foreignKeys = 0
    for (const [done, table] of tables.entries()) {
      if (desk.signal.aborted) throw new Refusal('cancelled')
      desk.progress('checking', done, tables.length)
      // One table at a time: the whole file at once would hold the office for as long as it is big.
      await giveBack()
      await register.whenFree()
      const looked = register.lookOver(table)
      integrity.push(...looked.integrity)
      foreignKeys += looked.foreignKeys
    }
    desk.progress('checking', tables.length, tables.length)
    return {
      ok: integrity.length === 0 && foreignKeys === 0,
      integrity,
      foreignKeys,
      totals: totals(register),
      schemaVersion: register.version(),
    }
  },
})
