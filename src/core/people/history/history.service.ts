/** The answers about what one record went through. */
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { recordsTouched } from '../../register/records-touched.ts'
import type { Register } from '../../register/register.ts'
import {
  type FactChange,
  type RecordAct,
  type RecordChange,
  type Removed,
  type recordHistoryRequests,
  removals,
  type TrashedRecord,
} from './history.requests.ts'
import { columnsOfTable, type HistoryField, hangingTables, isHanging, isLink, mayRevert } from './history.rules.ts'
import { namesThen } from './names-then.ts'
import { revertField } from './revert.ts'

type Facts = Readonly<Record<string, unknown>>
type JournalRow = {
  readonly id: number
  readonly act: number
  readonly table: string
  readonly row: number
  readonly contact: number
  readonly old: string | null
  readonly new: string | null
}
type ActRow = Pick<RecordAct, 'act' | 'at' | 'name' | 'by' | 'subject'> & {
  readonly undoes: number | null
  readonly rows: number
}

type Named = ActRow & { readonly first: number; readonly last: number }

const factsOf = (json: string | null): Facts | null => (json === null ? null : (JSON.parse(json) as Facts))
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Where a change gave the row to, when it went from record to record. */
const givenTo = ({ old, new: made }: JournalRow): number | undefined => {
  const to = old === null ? undefined : factsOf(made)?.contact_id
  return typeof to === 'number' ? to : undefined
}

export function recordHistoryAnswers(register: Register): Answers<typeof recordHistoryRequests> {
  const nameThen = namesThen(register)
  const touched = recordsTouched(register.prepare)
  const known = register.prepare('SELECT 1 FROM contact WHERE id = ?')
  const journalled = register.prepare('SELECT 1 FROM journal_row WHERE contact = ? LIMIT 1')
  const absorbed = register.prepare('SELECT id FROM contact WHERE merged_into = ?').pluck()
  const given = register
    .prepare(
      `SELECT DISTINCT json_extract(new, '$.contact_id') FROM journal_row
       WHERE contact = ? AND old IS NOT NULL AND new LIKE '%"contact_id":%'`,
    )
    .pluck()
  const rowsOf = (contacts: readonly number[], first: number, last: number): readonly JournalRow[] =>
    register
      .prepare(
        `SELECT r.id, r.act, r.table_name AS "table", r.row, r.contact, r.old, r.new FROM json_each(?) j
         JOIN journal_row r ON r.contact = j.value AND r.id BETWEEN ? AND ? ORDER BY r.id`,
      )
      .all(JSON.stringify(contacts), first, last) as JournalRow[]
  const actOf = register.prepare(
    `SELECT id AS act, at, name, by, subject, undoes, last_row - first_row + 1 AS rows, first_row AS first,
       last_row AS last FROM journal_act WHERE id = ?`,
  )
  const currentOf = (table: string, row: number): Facts | undefined =>
    register.prepare(`SELECT * FROM ${quoted(table)} WHERE id = ?`).get(row) as Facts | undefined

  /** Records whose rows came to this one or went from it: those it absorbed. */
  const sourcesOf = (contact: number): readonly number[] => [
    ...new Set([...(absorbed.all(contact) as number[]), ...(given.all(contact) as number[])]),
  ]

  /** The numbers of the acts that touched a record, latest first, before one of them. */
  const actsOf = (contact: number, sources: readonly number[], before: number, limit: number): readonly number[] => {
    const own = register
      .prepare('SELECT DISTINCT act FROM journal_row WHERE contact = ? AND act < ? ORDER BY act DESC LIMIT ?')
      .pluck()
      .all(contact, before, limit) as number[]
    const through = register
      .prepare(
        `SELECT DISTINCT r.act FROM json_each(?) j JOIN journal_row r ON r.contact = j.value
         WHERE r.act < ? AND r.old IS NOT NULL AND json_extract(r.new, '$.contact_id') = ? ORDER BY r.act DESC LIMIT ?`,
      )
      .pluck()
      .all(JSON.stringify(sources), before, contact, limit) as number[]
    return [...new Set([...own, ...through])].sort((one, other) => other - one).slice(0, limit)
  }

  const textOf = (column: string, value: unknown, at: number): string => {
    if (value === null || value === undefined) return ''
    return isLink(column) && typeof value === 'number' ? nameThen(column, value, at) : String(value)
  }

  /** A row of the journal as a reader sees it; undefined when it says nothing to one. */
  const changeOf = (row: JournalRow, contact: number): RecordChange | undefined => {
    const columns = columnsOfTable(row.table)
    if (columns === undefined) return undefined
    const [old, made] = [factsOf(row.old), factsOf(row.new)]
    const moved = givenTo(row)
    const how =
      old === null
        ? 'made'
        : made === null
          ? 'removed'
          : moved === undefined
            ? 'changed'
            : moved === contact
              ? 'came'
              : 'went'
    if (row.contact !== contact && how !== 'came') return undefined
    const current = currentOf(row.table, row.row)
    const mine = current !== undefined && (row.table === 'contact' || current.contact_id === contact)
    const facts = Object.entries(columns).flatMap(([column, field]: [string, HistoryField]): FactChange[] => {
      const whole = how === 'came' || how === 'went'
      // A row that only moved is told by what it says now: the journal keeps no more of it.
      const [was, is] = whole
        ? [how === 'went' ? current?.[column] : '', how === 'came' ? current?.[column] : '']
        : [old?.[column], made?.[column]]
      const [oldText, newText] = [textOf(column, was, row.id), textOf(column, is, row.id)]
      if (how === 'changed' ? !Object.hasOwn(made ?? {}, column) : oldText === '' && newText === '') return []
      const differs = String(current?.[column] ?? '') !== String(old?.[column] ?? '')
      const revertible = how === 'changed' && mine && differs && mayRevert(row.table, column)
      return [{ column, field, old: oldText, new: newText, revertible }]
    })
    if (facts.length === 0) return undefined
    const first = Object.keys(columns)[0] ?? ''
    const says = (said: Facts | null | undefined): string => textOf(first, said?.[first], row.id)
    const line = row.table === 'contact' ? '' : says(current) || says(made) || says(old)
    const back = how === 'made' ? mine : how === 'removed' && current === undefined
    return {
      table: row.table,
      row: row.row,
      ...(isHanging(row.table) ? { list: hangingTables[row.table].list } : {}),
      how,
      line,
      facts,
      revertible: back && mayRevert(row.table),
    }
  }

  const describe = (
    act: number,
    contact: number,
    sources: readonly number[],
    countOf: ReturnType<typeof touched>,
  ): RecordAct => {
    const found = actOf.get(act) as Named
    const { undoes, rows: count, first, last, ...named } = found
    const rows = rowsOf([contact, ...sources], first, last)
    const own = rows.filter((row) => row.contact === contact || givenTo(row) === contact)
    const made = own.some((row) => row.table === 'contact' && row.row === contact && row.old === null)
    const undone = undoes === null ? undefined : (actOf.get(undoes) as ActRow | undefined)
    const undoneBy = register.undoneBy(act)
    const records = countOf({ id: act, first, last })
    return {
      ...named,
      ...(records === undefined ? {} : { records }),
      ...(undoneBy === undefined ? {} : { undoneBy }),
      ...(undone === undefined ? {} : { undoes: { act: undone.act, name: undone.name, at: undone.at } }),
      made,
      wider: own.some((row) => row.contact !== contact) || count > own.length,
      changes: made
        ? []
        : own.map((row) => changeOf(row, contact)).filter((change): change is RecordChange => change !== undefined),
    }
  }

  return {
    record: ({ contact, before = Number.MAX_SAFE_INTEGER, limit }) => {
      if (known.get(contact) === undefined && journalled.get(contact) === undefined)
        throw new Refusal('notFound', { id: contact }, 'contact')
      const sources = sourcesOf(contact)
      const acts = actsOf(contact, sources, before, limit + 1)
      const count = touched()
      return {
        acts: acts.slice(0, limit).map((act) => describe(act, contact, sources, count)),
        earlier: acts.length > limit,
      }
    },
    revertField: (asked) => revertField(register, asked),

    trash: ({ offset, limit }) => ({
      total: Number(register.prepare('SELECT count(*) FROM contact WHERE trashed = 1').pluck().get()),
      records: trashedRecords(register, offset, limit),
      removed: removedThings(register),
    }),

    where: ({ act }) => {
      let found = actOf.get(act) as Named | undefined
      while (found !== undefined && found.undoes !== null) found = actOf.get(found.undoes) as Named | undefined
      if (found === undefined) throw new Refusal('notFound', { what: 'act', id: act }, 'act')
      const touched = register
        .prepare(
          'SELECT DISTINCT contact FROM journal_row WHERE id BETWEEN ? AND ? AND contact IS NOT NULL ORDER BY id LIMIT 2',
        )
        .pluck()
        // Who touched thousands touched two among the first few hundred.
        .all(found.first, Math.min(found.last, found.first + 500)) as number[]
      const [contact = null] = touched.length === 1 ? touched : []
      const there = contact !== null && known.get(contact) !== undefined
      return { name: found.name, subject: found.subject, contact: there ? contact : null }
    },
  }
}

type TrashedRow = Pick<TrashedRecord, 'id' | 'kind' | 'displayName' | 'act' | 'at' | 'by'> & {
  readonly into: number | null
  readonly intoName: string | null
}

function trashedRecords(register: Register, offset: number, limit: number): readonly TrashedRecord[] {
  const rows = register
    .prepare(
      `SELECT c.id, c.kind, c.display_name AS displayName, c.merged_into AS "into", m.display_name AS intoName,
         a.id AS act, a.at, a.by
       FROM contact c LEFT JOIN contact m ON m.id = c.merged_into
       JOIN journal_act a ON a.id = (SELECT r.act FROM journal_row r WHERE r.contact = c.id AND r.table_name = 'contact'
         AND (r.old IS NULL OR r.new LIKE '%"trashed":1%') ORDER BY r.id DESC LIMIT 1)
       WHERE c.trashed = 1 ORDER BY a.id DESC, c.sort_key, c.id LIMIT ? OFFSET ?`,
    )
    .all(limit, offset) as TrashedRow[]
  return rows.map(({ into, intoName, ...row }) => ({
    ...row,
    ...(into === null ? {} : { mergedInto: { id: into, displayName: intoName ?? '' } }),
  }))
}

/** As many removals as are looked at, the latest first. */
const remembered = 500

const removedThings = (register: Register): readonly Removed[] =>
  (
    register
      .prepare(
        `SELECT id AS act, at, by, name, subject FROM journal_act
         WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ${remembered}`,
      )
      .all(JSON.stringify(removals)) as Removed[]
  ).filter(({ act }) => register.undoneBy(act) === undefined)
