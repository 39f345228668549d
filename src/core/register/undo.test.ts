/** Undo of any act in any order: the state is always that of the acts that still stand, replayed in their order. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { newRegister, type OpenOptions, type Register } from './register.ts'

const options: OpenOptions = { door: 'test', by: 'tester', today: () => '2026-03-01' }
const desk: WorkDesk = { signal: new AbortController().signal, progress: () => {} }
let place = ''
let count = 0

beforeAll(() => {
  // In memory where the system has such a place: thousands of small acts would only wait for the disk.
  place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'amicale-undo-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const fresh = (): Register => {
  count += 1
  return newRegister(join(place, `${count}.amicale`), { name: 'Amis' }, options)
}

type Table = 'contact' | 'email' | 'member_category'
type Facts = Readonly<Record<string, string | number | null>>

/** One writing on one row, done on the register and kept for the replay. */
type Writing = {
  readonly table: Table
  readonly row: number
  readonly facts: Facts | 'removed'
  readonly made: boolean
}

const compared: Readonly<Record<Table, string>> = {
  contact: 'id, last_name, notes, status, category_id',
  email: 'id, contact_id, position, address',
  member_category: 'id, name, folded',
}
const tables = Object.keys(compared) as readonly Table[]

function insert(register: Register, table: Table, facts: Facts): Writing {
  const names = Object.keys(facts)
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  const { lastInsertRowid } = register.prepare(sql).run(...Object.values(facts))
  return { table, row: Number(lastInsertRowid), facts, made: true }
}
function update(register: Register, table: Table, row: number, facts: Facts): Writing {
  const revision = table === 'contact' ? ', revision = revision + 1' : ''
  const sql = `UPDATE ${table} SET ${Object.keys(facts).map((name) => `${name} = ?`)} ${revision} WHERE id = ?`
  register.prepare(sql).run(...Object.values(facts), row)
  return { table, row, facts, made: false }
}
function remove(register: Register, table: Table, row: number): Writing {
  register.prepare(`DELETE FROM ${table} WHERE id = ?`).run(row)
  return { table, row, facts: 'removed', made: false }
}

type State = Readonly<Record<Table, readonly Facts[]>>

const stateOf = (register: Register): State =>
  Object.fromEntries(
    tables.map((table) => [table, register.prepare(`SELECT ${compared[table]} FROM ${table} ORDER BY id`).all()]),
  ) as unknown as State

const defaults: Readonly<Record<Table, Facts>> = {
  contact: { last_name: '', notes: '', status: 'member', category_id: null },
  email: { position: 0, address: '' },
  member_category: {},
}

function replayed(writings: readonly Writing[]): State {
  const rows = new Map<string, { readonly table: Table; readonly id: number; facts: Facts }>()
  for (const { table, row, facts, made } of writings) {
    const key = `${table} ${row}`
    if (facts === 'removed') rows.delete(key)
    else if (made) rows.set(key, { table, id: row, facts: { id: row, ...defaults[table], ...facts } })
    else {
      const found = rows.get(key)
      if (found !== undefined) found.facts = { ...found.facts, ...facts }
    }
  }
  const of = (table: Table): readonly Facts[] =>
    [...rows.values()]
      .filter((found) => found.table === table)
      .sort((a, b) => a.id - b.id)
      .map(({ facts }) => Object.fromEntries(compared[table].split(', ').map((name) => [name, facts[name] ?? null])))
  return Object.fromEntries(tables.map((table) => [table, of(table)])) as State
}

type Step = { readonly what: string; readonly pick: number; readonly other: number; readonly word: string }

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...['create', 'create', 'rename', 'note', 'status', 'classify', 'addEmail', 'changeEmail', 'removeEmail'],
    ...['remove', 'category', 'renameCategory', 'undo', 'undo', 'undo', 'undo', 'undoLast', 'redo'],
  ),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  // Few words, so that values come back by chance, as they do in life.
  word: fc.constantFrom('', 'a', 'b', 'c', 'É'),
})

/** The writings of a step, or nothing when it has nothing to act on. */
function write(register: Register, { what, pick, other, word }: Step): readonly Writing[] {
  const ids = (table: Table): number[] =>
    register.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
  const one = (table: Table, at: number): number | undefined => {
    const all = ids(table)
    return all[at % Math.max(all.length, 1)]
  }
  const contact = one('contact', pick)
  const email = one('email', pick)
  const category = one('member_category', other)
  const changed = (table: Table, row: number | undefined, facts: Facts): readonly Writing[] => {
    if (row === undefined) return []
    const names = Object.keys(facts)
    const old = register.prepare(`SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`).get(row) as Facts
    // A column that keeps its value was not touched by the act.
    const real = Object.fromEntries(Object.entries(facts).filter(([name, value]) => old[name] !== value))
    return Object.keys(real).length === 0 ? [] : [update(register, table, row, real)]
  }
  switch (what) {
    case 'create': {
      const made = insert(register, 'contact', { kind: 'person', last_name: word, category_id: category ?? null })
      const emails = Array.from({ length: pick % 3 }, (_, position) =>
        insert(register, 'email', { contact_id: made.row, position, address: `${word}${position}@a.example` }),
      )
      return [made, ...emails]
    }
    case 'rename':
      return changed('contact', contact, { last_name: word })
    case 'note':
      return changed('contact', contact, { notes: word, last_name: `${word}x` })
    case 'status':
      return changed('contact', contact, { status: ['member', 'friend', 'lost'][other % 3] ?? 'member' })
    case 'classify':
      return changed('contact', contact, { category_id: other % 4 === 0 ? null : (category ?? null) })
    case 'addEmail':
      return contact === undefined
        ? []
        : [insert(register, 'email', { contact_id: contact, position: 5, address: word })]
    case 'changeEmail':
      return changed('email', email, { address: word })
    case 'removeEmail':
      return email === undefined ? [] : [remove(register, 'email', email)]
    case 'remove': {
      if (contact === undefined) return []
      const emails = register.prepare('SELECT id FROM email WHERE contact_id = ?').pluck().all(contact) as number[]
      return [...emails.map((row) => remove(register, 'email', row)), remove(register, 'contact', contact)]
    }
    case 'category':
      return [insert(register, 'member_category', { name: word, folded: `${word} ${pick} ${other}` })]
    case 'renameCategory':
      return changed('member_category', category, { name: word })
    default:
      return []
  }
}

const tally = { done: 0, refused: 0 }

test('random acts, undone in any order and redone: the register is what the acts that stand make', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), async (steps) => {
      const register = fresh()
      try {
        /** Every act that wrote, by its number; the acts they undo, by theirs. */
        const acts = new Map<number, readonly Writing[]>()
        const undoing = new Map<number, number>()
        /** Categories whose making was undone while others used them. */
        const keptCategories = new Set<number>()
        const stands = (act: number): boolean =>
          ![...undoing].some(([undoer, undone]) => undone === act && stands(undoer))
        const expected = (): State =>
          replayed(
            [...acts].flatMap(([act, writings]) =>
              stands(act)
                ? writings
                : writings.filter(
                    ({ table, row, made }) => table === 'member_category' && made && keptCategories.has(row),
                  ),
            ),
          )

        for (const planned of steps) {
          const { what, pick } = planned
          if (!['undo', 'undoLast', 'redo'].includes(what)) {
            let writings: readonly Writing[] = []
            register.order('test', what, () => {
              writings = write(register, planned)
            })
            if (writings.length > 0) acts.set(register.changeCount(), writings)
          } else {
            const all = what === 'redo' ? [...undoing.keys()] : [...acts.keys(), ...undoing.keys()]
            const target = what === 'undoLast' ? Math.max(...all, 0) : all[pick % Math.max(all.length, 1)]
            if (target === undefined || target === 0) continue
            const newest = target === register.changeCount()
            const before = stateOf(register)
            try {
              const undoer = await register.undo(target, desk)
              undoing.set(undoer, target)
              const { member_category: categories, contact: contacts } = stateOf(register)
              for (const [act, writings] of acts) {
                for (const { table, row, made } of writings) {
                  if (table !== 'member_category' || !made || stands(act)) continue
                  if (!categories.some(({ id }) => id === row)) keptCategories.delete(row)
                  else if (!keptCategories.has(row)) {
                    // A category stays only because someone is in it.
                    expect(contacts.some(({ category_id }) => category_id === row)).toBe(true)
                    keptCategories.add(row)
                  }
                }
              }
              tally.done += 1
            } catch (error) {
              if (!(error instanceof Refusal)) throw error
              expect(['undoConflict', 'alreadyUndone']).toContain(error.code)
              expect(stateOf(register)).toEqual(before)
              // The newest act can always be undone.
              expect(newest, JSON.stringify(error.values)).toBe(false)
              if (error.code === 'alreadyUndone') expect(stands(target)).toBe(false)
              tally.refused += 1
            }
          }
          expect(stateOf(register)).toEqual(expected())
        }
        expect(register.lookOver('contact')).toEqual({ integrity: [], foreignKeys: 0 })
        expect(register.lookOver('email')).toEqual({ integrity: [], foreignKeys: 0 })
      } finally {
        register.close()
      }
    }),
    { numRuns: 40, seed: 20_260_301 },
  )
  console.info(`undo: ${tally.done} done, ${tally.refused} refused`)
  expect(tally.done).toBeGreaterThan(100)
  expect(tally.refused).toBeGreaterThan(20)
})

describe('one register', () => {
  let register: Register
  beforeEach(() => {
    register = fresh()
  })
  afterEach(() => register.close())

  const contact = (name: string): number =>
    register.order('people.create', name, () => insert(register, 'contact', { kind: 'person', last_name: name }).row)
  const refusalOf = async (act: number): Promise<Refusal> => {
    try {
      await register.undo(act, desk)
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
    throw new Error('It was undone')
  }

  test('a conflict names the later act, and undoing that one first opens the way', async () => {
    const id = contact('Durand')
    const first = register.changeCount()
    register.order('people.update', 'Durand', () => update(register, 'contact', id, { last_name: 'Dupont' }))
    const later = register.changeCount()
    const refused = await refusalOf(first)
    expect(refused.code).toBe('undoConflict')
    expect(refused.values).toMatchObject({ act: later, name: 'people.update', subject: 'Durand', contact: id })
    await register.undo(later, desk)
    await register.undo(first, desk)
    expect(stateOf(register).contact).toEqual([])
    expect((await refusalOf(first)).code).toBe('alreadyUndone')
  })

  test('acts on other columns of the same row do not stand in the way; the revision goes on', async () => {
    const id = contact('Durand')
    register.order('people.update', '', () => update(register, 'contact', id, { notes: 'n' }))
    const notes = register.changeCount()
    register.order('people.update', '', () => update(register, 'contact', id, { status: 'friend' }))
    await register.undo(notes, desk)
    const row = register.prepare('SELECT notes, status, revision FROM contact WHERE id = ?').get(id)
    expect(row).toEqual({ notes: '', status: 'friend', revision: 4 })
  })

  test('what a later act refers to is not taken away, and the act is named', async () => {
    const id = contact('Durand')
    const made = register.changeCount()
    register.order('people.update', 'an e-mail', () =>
      insert(register, 'email', { contact_id: id, position: 0, address: 'a' }),
    )
    const refused = await refusalOf(made)
    expect(refused.values).toMatchObject({ what: 'linked', table: 'email', subject: 'an e-mail' })
    expect(stateOf(register).contact.length).toBe(1)
  })

  test('the making of the association cannot be undone, nor an act that is not there', async () => {
    expect((await refusalOf(1)).values).toMatchObject({ what: 'beginning' })
    expect((await refusalOf(99)).code).toBe('notFound')
  })

  test('undoing a big act can be cancelled and then has changed nothing', async () => {
    const { act } = await register.orderInSlices(
      'exchange.import',
      'list',
      function* () {
        for (let done = 1; done <= 3000; done += 1) {
          insert(register, 'contact', { kind: 'person', last_name: `${done}` })
          yield { done, total: 3000 }
        }
      },
      desk,
      'importing',
    )
    const stopping = new AbortController()
    const undoing = register.undo(act, { signal: stopping.signal, progress: () => stopping.abort() })
    await expect(undoing).rejects.toMatchObject({ code: 'cancelled' })
    expect(stateOf(register).contact.length).toBe(3000)
    await register.undo(act, desk)
    expect(stateOf(register).contact.length).toBe(0)
  })
})
