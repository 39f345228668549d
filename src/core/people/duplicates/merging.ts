/** Moves everything attached to a record to another. What is attached is read from the register's own shape. */
import { Refusal } from '../../kit/refusal.ts'
import type { Register } from '../../register/register.ts'
import { childTables } from '../children.store.ts'
import { type Address, joinedTo } from '../households/sharing.rules.ts'
import { mostAddresses, sharing } from '../households/sharing.ts'
import type { ContactInput } from '../people.requests.ts'
import type { PeopleStore } from '../people.store.ts'
import { type Choices, united } from './merge.rules.ts'

/** A column, of any table now or to come, that leads to a contact. */
export type Link = { readonly table: string; readonly column: string }

/** Every column that leads to a contact, save the contact's own (`merged_into` tells of a merge and stays). */
export const linksToContacts = (register: Pick<Register, 'prepare'>): readonly Link[] =>
  register
    .prepare(
      `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = 'contact' AND m.name <> 'contact' ORDER BY m.name, f."from"`,
    )
    .all() as Link[]

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const sheetTables = new Map<string, keyof typeof childTables>(
  Object.entries(childTables).map(([kind, { table }]) => [table, kind as keyof typeof childTables]),
)

/** Lines of the sheet: they move when the kept record has none that says the same; the others stay with the absorbed one. */
function moveLines(register: Register, kind: keyof typeof childTables, pair: Pair, choices: Choices): void {
  const { table } = childTables[kind]
  const rows = register
    .prepare(`SELECT id FROM ${table} WHERE contact_id = ? ORDER BY position, id`)
    .pluck()
    .all(pair.absorbed.id) as number[]
  const lists = [pair.kept.sheet, pair.absorbed.sheet].map(
    (sheet) =>
      ((sheet as Readonly<Record<string, unknown>>)[kind] ?? []) as readonly Readonly<Record<string, unknown>>[],
  )
  const [one = [], other = []] = lists
  const move = register.prepare(`UPDATE ${table} SET contact_id = ?, position = ? WHERE id = ?`)
  united(kind, one, other, choices).moved.forEach((at, order) => {
    const row = rows[at]
    if (row !== undefined) move.run(pair.kept.id, one.length + order, row)
  })
}

export type Pair = {
  readonly kept: { readonly id: number; readonly sheet: ContactInput }
  readonly absorbed: { readonly id: number; readonly sheet: ContactInput }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE'

/**
 * What is done when the kept record already has the one row it may have (a photo, a place in a fixed list):
 * `stays` leaves the absorbed one's where it is, `goes` takes it away, for it would still be seen elsewhere.
 * A table that is not named here is refused rather than guessed at: a payment must not vanish with a merge.
 */
const whenTaken: Readonly<Record<string, 'stays' | 'goes'>> = {
  photo: 'stays',
  accepted_remark: 'stays',
  letter_channel: 'stays',
  saved_list_member: 'goes',
  // One due a year: that of the kept record stands. The money itself, payments and their lines, always moves.
  due: 'stays',
}

function moveRows(register: Register, { table, column }: Link, pair: Pair): void {
  const [kept, absorbed] = [pair.kept.id, pair.absorbed.id]
  const name = quoted(table)
  const rows = register
    .prepare(`SELECT id FROM ${name} WHERE ${quoted(column)} = ? ORDER BY id`)
    .pluck()
    .all(absorbed) as number[]
  const move = register.prepare(`UPDATE ${name} SET ${quoted(column)} = ? WHERE id = ?`)
  for (const row of rows) {
    try {
      move.run(kept, row)
    } catch (error) {
      if (!isTaken(error)) throw error
      const way = whenTaken[table]
      if (way === undefined) throw new Refusal('cannotMerge', { what: 'taken', table })
      if (way === 'goes') register.prepare(`DELETE FROM ${name} WHERE id = ?`).run(row)
    }
  }
}

/** Two people that are said to be two stay so; the pair itself, now one record, stays with the absorbed one. */
function moveTwoPeople(register: Register, pair: Pair): void {
  const [kept, absorbed] = [pair.kept.id, pair.absorbed.id]
  const rows = register
    .prepare('SELECT id, first_id + second_id - ? AS other FROM two_people WHERE first_id = ? OR second_id = ?')
    .all(absorbed, absorbed, absorbed) as { id: number; other: number }[]
  const known = register.prepare('SELECT 1 FROM two_people WHERE first_id = ? AND second_id = ?')
  const move = register.prepare('UPDATE two_people SET first_id = ?, second_id = ? WHERE id = ?')
  for (const { id, other } of rows) {
    const [first, second] = [Math.min(kept, other), Math.max(kept, other)]
    if (other !== kept && known.get(first, second) === undefined) move.run(first, second, id)
  }
}

/** Somebody who represents one organisation twice does it once; an absorbed record is seen in no organisation. */
function dropRepeatedRepresentatives(register: Register, kept: number): void {
  register
    .prepare(
      `DELETE FROM representative WHERE person_id = ? AND EXISTS (SELECT 1 FROM representative r
         WHERE r.person_id = representative.person_id AND r.contact_id = representative.contact_id
           AND r.rank = representative.rank AND r.role = representative.role AND r.id < representative.id)`,
    )
    .run(kept)
}

/** Of two photos the one that was chosen: the other's row makes room for it. */
function makeRoom(register: Register, pair: Pair, choices: Choices): void {
  const theirs = register.prepare('SELECT 1 FROM photo WHERE contact_id = ?').get(pair.absorbed.id)
  if (choices.photo === 'absorb' && theirs !== undefined)
    register.prepare('DELETE FROM photo WHERE contact_id = ?').run(pair.kept.id)
}

/** One household at a time: that of the kept record, unless the other was chosen. One in which a single person is left ends. */
function settleHouseholds(register: Register, pair: Pair, choices: Choices): void {
  const { householdOf, takeOut } = sharing(register)
  const [kept, absorbed] = [householdOf(pair.kept.id), householdOf(pair.absorbed.id)]
  if (kept === undefined || absorbed === undefined) return
  takeOut(choices.household === 'absorb' && kept !== absorbed ? pair.kept.id : pair.absorbed.id)
}

/** An address that came along with a household the kept record does not belong to is its own from now on. */
function leaveOtherHouseholds(register: Register, kept: number): void {
  register
    .prepare(
      `UPDATE address SET household_id = NULL WHERE contact_id = ? AND household_id IS NOT NULL
         AND household_id IS NOT (SELECT household_id FROM household_member WHERE contact_id = ?)`,
    )
    .run(kept, kept)
}

/**
 * Who is in a household carries its addresses: whatever was chosen line by line, the kept record has the copies of the one
 * of the two that was in it, as they were, and no other. Refuses `invalidInput` when it would have too many addresses.
 */
function keepItsCopies(register: Register, people: PeopleStore, pair: Pair, before: number | undefined): void {
  const household = sharing(register).householdOf(pair.kept.id)
  const kept = people.read(pair.kept.id)
  if (household === undefined || kept === undefined) return
  const copies = (addresses: readonly Address[]): readonly Address[] =>
    addresses.filter((address) => address.household === household)
  const now = copies(kept.addresses)
  // Its own come first of those that two records in one household had.
  const wanted =
    household === before
      ? now.slice(0, copies(pair.kept.sheet.addresses).length)
      : copies(pair.absorbed.sheet.addresses)
  if (JSON.stringify(now) === JSON.stringify(wanted)) return
  const addresses = joinedTo(kept.addresses, wanted, household, undefined)
  if (addresses.length > mostAddresses)
    throw new Refusal('invalidInput', { reason: 'too_big', maximum: mostAddresses }, 'addresses')
  people.updateAlone(kept.id, { ...kept, addresses })
}

/**
 * Moves all that is attached to the absorbed record, then writes the sheet the two make; `choices` are those of
 * `mergedSheet`. The households of the addresses are the moves' to say, everything else of them the sheet's.
 */
export function mergeInto(
  register: Register,
  people: PeopleStore,
  pair: Pair,
  sheet: ContactInput,
  choices: Choices,
): void {
  const household = sharing(register).householdOf(pair.kept.id)
  moveEverything(register, pair, choices)
  const moved = people.read(pair.kept.id)?.addresses ?? []
  const addresses = sheet.addresses.map((address, at) => ({ ...address, household: moved[at]?.household ?? null }))
  people.update(pair.kept.id, { ...sheet, addresses })
  keepItsCopies(register, people, pair, household)
}

function moveEverything(register: Register, pair: Pair, choices: Choices): void {
  makeRoom(register, pair, choices)
  settleHouseholds(register, pair, choices)
  for (const link of linksToContacts(register)) {
    if (link.table === 'two_people') continue
    const kind = sheetTables.get(link.table)
    if (kind !== undefined && link.column === 'contact_id') moveLines(register, kind, pair, choices)
    else moveRows(register, link, pair)
  }
  moveTwoPeople(register, pair)
  dropRepeatedRepresentatives(register, pair.kept.id)
  leaveOtherHouseholds(register, pair.kept.id)
}

/** How many rows hang on a record beside the lines of its sheet, by table. */
export const attachedTo = (register: Register, id: number): readonly { table: string; count: number }[] =>
  linksToContacts(register)
    .filter(({ table, column }) => !(sheetTables.has(table) && column === 'contact_id'))
    .map(({ table, column }) => ({
      table,
      count: Number(
        register
          .prepare(`SELECT count(*) FROM ${quoted(table)} WHERE ${quoted(column)} = ?`)
          .pluck()
          .get(id),
      ),
    }))
    .filter(({ count }) => count > 0)
