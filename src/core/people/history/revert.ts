/**
 * Puts one field of a record back to what it was before an act: what the journal kept is written again, and the sheet that
 * comes of it must be one that the form would take.
 */
import { Refusal } from '../../kit/refusal.ts'
import { isErased } from '../../register/forgetting.ts'
import { actValues } from '../../register/later-acts.ts'
import type { Register } from '../../register/register.ts'
import { refusingAbsorbed } from '../absorbed.ts'
import { sheetChecks } from '../people.checks.ts'
import { contactInput } from '../people.requests.ts'
import { peopleStore } from '../people.store.ts'
import { isLink, linkColumns, mayRevert } from './history.rules.ts'
import { namesThen } from './names-then.ts'

type Asked = {
  readonly contact: number
  readonly act: number
  readonly table: string
  readonly row: number
  readonly column?: string | undefined
}
type Value = string | number | null
type Facts = Readonly<Record<string, Value>>
type Found = { readonly id: number; readonly old: string | null; readonly new: string | null }

const factsOf = (json: string | null): Facts | undefined => (json === null ? undefined : (JSON.parse(json) as Facts))

/** Refuses `notFound`, `cannotRevert` (`what`: why there is no place for the value any more), and what `people.update` does. */
export function revertField(register: Register, asked: Asked): { readonly changed: boolean } {
  const { contact, act, table, row, column } = asked
  const people = peopleStore(register)
  const checks = sheetChecks(register)
  const before = people.read(contact)
  if (before === undefined) throw new Refusal('notFound', { id: contact }, 'contact')
  refusingAbsorbed(register)(contact, 'contact')
  if (!mayRevert(table, column)) throw new Refusal('cannotRevert', { what: 'notAlone' }, 'table')
  const change = register
    .prepare(
      `SELECT r.id, r.old, r.new FROM journal_row r JOIN journal_act a ON a.id = r.act
       WHERE a.id = ? AND r.id BETWEEN a.first_row AND a.last_row AND r.contact = ? AND r.table_name = ? AND r.row = ?
       ORDER BY r.id LIMIT 1`,
    )
    .get(act, contact, table, row) as Found | undefined
  if (change === undefined) throw new Refusal('notFound', { what: 'change' }, 'row')
  if (isErased(change)) throw new Refusal('cannotRevert', { what: 'erased' }, 'act')
  const [old, made] = [factsOf(change.old), factsOf(change.new)]
  if (made?.contact_id !== undefined && old !== undefined)
    throw new Refusal('cannotRevert', { what: 'notAlone' }, 'act')
  const lines = openLines(register, asked, change.id)

  if (old === undefined) lines.remove()
  else if (made === undefined) lines.putBack(old)
  else lines.change(column === undefined ? old : onlyColumn(old, column))

  const sheet = people.read(contact)
  if (sheet === undefined) throw new Refusal('notFound', { id: contact }, 'contact')
  const { id: _id, revision: _revision, sortKey: _key, displayName: _name, trashed: _trashed, ...input } = sheet
  const parsed = contactInput.safeParse(input)
  const wrong: string | undefined = parsed.success ? undefined : parsed.error.issues[0]?.path.join('.')
  if (wrong !== undefined) throw new Refusal('cannotRevert', { what: 'sheet', field: wrong }, 'column')
  checks.refuseNew(sheet, before)
  // What is composed from the sheet follows it.
  if (!people.update(contact, sheet))
    register.prepare('UPDATE contact SET revision = revision + 1 WHERE id = ?').run(contact)
  register.subject(people.read(contact)?.displayName ?? before.displayName)
  return { changed: true }
}

function onlyColumn(old: Facts, column: string): Facts {
  const value = old[column]
  if (value === undefined) throw new Refusal('notFound', { what: 'column' }, 'column')
  return { [column]: value }
}

/** The line of a table that a revert is about. */
function openLines(register: Register, { contact, table, row }: Asked, at: number) {
  const own = table === 'contact' ? 'id' : 'contact_id'
  const current = register.prepare(`SELECT * FROM "${table}" WHERE id = ? AND ${own} = ?`).get(row, contact) as
    | Facts
    | undefined
  const nameThen = namesThen(register)

  /** The later act that took the line, so that the refusal names it. */
  const since = (): Readonly<Record<string, string | number>> => {
    const by = register
      .prepare(
        'SELECT act FROM journal_row WHERE contact = ? AND table_name = ? AND row = ? AND id > ? ORDER BY id DESC',
      )
      .pluck()
      .get(contact, table, row, at) as number | undefined
    return by === undefined ? {} : actValues(register.prepare, by)
  }
  const refuseGoneLinks = (facts: Facts): void => {
    for (const [name, value] of Object.entries(facts)) {
      if (!isLink(name) || typeof value !== 'number' || name === 'household_id') continue
      const there = register.prepare(`SELECT 1 FROM ${linkColumns[name]} WHERE id = ?`).get(value)
      if (there === undefined)
        throw new Refusal('cannotRevert', { what: 'linkGone', name: nameThen(name, value, at) }, name)
    }
  }
  const refuseShared = (): void => {
    if (table === 'address' && typeof current?.household_id === 'number')
      throw new Refusal('cannotRevert', { what: 'household' }, 'row')
  }
  const refuseTwice = (facts: Facts): void => {
    const said = Object.entries(facts).filter(([name]) => !['contact_id', 'position', 'household_id'].includes(name))
    const twin = register
      .prepare(
        `SELECT 1 FROM "${table}" WHERE contact_id = ? AND id <> ? AND ${said.map(([name]) => `"${name}" IS ?`).join(' AND ')}`,
      )
      .get(contact, row, ...said.map(([, value]) => value))
    if (twin !== undefined) throw new Refusal('cannotRevert', { what: 'twice' }, 'row')
  }

  return {
    remove: (): void => {
      if (current === undefined) throw new Refusal('cannotRevert', { what: 'gone', ...since() }, 'row')
      refuseShared()
      register.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(row)
    },
    putBack: (old: Facts): void => {
      if (current !== undefined) throw new Refusal('cannotRevert', { what: 'same' }, 'row')
      refuseGoneLinks(old)
      refuseTwice(old)
      const place = Number(
        register
          .prepare(`SELECT coalesce(max(position), -1) + 1 FROM "${table}" WHERE contact_id = ?`)
          .pluck()
          .get(contact),
      )
      // A household is come back to by its own requests: the address alone returns.
      const kept = { ...old, position: place, ...('household_id' in old ? { household_id: null } : {}) }
      const names = Object.keys(kept)
      register
        .prepare(
          `INSERT INTO "${table}" (id, ${names.map((name) => `"${name}"`).join(', ')}) VALUES (?${', ?'.repeat(names.length)})`,
        )
        .run(row, ...Object.values(kept))
    },
    change: (old: Facts): void => {
      if (current === undefined) throw new Refusal('cannotRevert', { what: 'gone', ...since() }, 'row')
      refuseShared()
      const wanted = Object.entries(old).filter(([name]) => name !== 'position' && name !== 'household_id')
      if (wanted.every(([name, value]) => current[name] === value))
        throw new Refusal('cannotRevert', { what: 'same' }, 'row')
      refuseGoneLinks(Object.fromEntries(wanted))
      if (table !== 'contact') refuseTwice({ ...current, ...Object.fromEntries(wanted) })
      register
        .prepare(`UPDATE "${table}" SET ${wanted.map(([name]) => `"${name}" = ?`).join(', ')} WHERE id = ?`)
        .run(...wanted.map(([, value]) => value), row)
    },
  }
}
