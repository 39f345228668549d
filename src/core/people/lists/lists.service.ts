/** The answers about saved lists. */
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import type { Register } from '../../register/register.ts'
import { type ContactFilter, contactFilter } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import { peopleStore } from '../people.store.ts'
import { bulkAnswers } from './bulk.service.ts'
import { type ListColumn, type ListSort, listSort } from './columns.requests.ts'
import type { Criteria } from './criteria.requests.ts'
import type { listsRequests, SavedList } from './lists.requests.ts'

type Row = Readonly<Record<'name' | 'filter' | 'columns' | 'sort', string>> & {
  readonly id: number
  readonly kind: 'live' | 'fixed'
  readonly members: number
}

/** Contacts put in or taken out at a time: about a millisecond. */
const handful = 100

/** Whether criteria ask about a saved list. */
const asksForList = (criteria: Criteria): boolean => {
  if ('all' in criteria) return criteria.all.some(asksForList)
  if ('any' in criteria) return criteria.any.some(asksForList)
  return 'not' in criteria ? asksForList(criteria.not) : criteria.field === 'list'
}

/** A live list that led to another could lead back to itself, and one of numbers would not live. */
function refuseCircles({ list, ids, criteria }: ContactFilter): void {
  if (list !== undefined) throw new Refusal('invalidInput', { reason: 'listInList' }, 'filter.list')
  if (ids !== undefined) throw new Refusal('invalidInput', { reason: 'numbersInList' }, 'filter.ids')
  if (criteria !== undefined && asksForList(criteria)) {
    throw new Refusal('invalidInput', { reason: 'listInList' }, 'filter.criteria')
  }
}

export function listsAnswers(register: Register): Answers<typeof listsRequests> {
  const people = peopleStore(register)
  const all = register.prepare(
    `SELECT l.id, l.name, l.kind, l.filter, l.columns, l.sort,
       (SELECT count(*) FROM saved_list_member m JOIN contact c ON c.id = m.contact_id AND c.trashed = 0
        WHERE m.list_id = l.id) AS members
     FROM saved_list l ORDER BY l.folded`,
  )
  const one = register.prepare('SELECT id, name, kind FROM saved_list WHERE id = ?')
  const named = register.prepare('SELECT id FROM saved_list WHERE folded = ?').pluck()
  const insertion = register.prepare(
    'INSERT INTO saved_list (name, folded, kind, filter, columns, sort) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const change = register.prepare(
    `UPDATE saved_list SET revision = revision + 1, name = ?, folded = ?, kind = ?, filter = ?, columns = ?, sort = ?
     WHERE id = ?`,
  )
  const renaming = register.prepare('UPDATE saved_list SET revision = revision + 1, name = ?, folded = ? WHERE id = ?')
  const removal = register.prepare('DELETE FROM saved_list WHERE id = ?')
  const members = register.prepare('SELECT contact_id FROM saved_list_member WHERE list_id = ?').pluck()
  const putting = register.prepare('INSERT OR IGNORE INTO saved_list_member (list_id, contact_id) VALUES (?, ?)')
  const taking = register.prepare('DELETE FROM saved_list_member WHERE list_id = ? AND contact_id = ?')

  const found = (id: number): Pick<Row, 'id' | 'name' | 'kind'> => {
    const list = one.get(id) as Row | undefined
    if (list === undefined) throw new Refusal('notFound', { id }, 'id')
    return list
  }
  const fixed = (id: number): Pick<Row, 'id' | 'name'> => {
    const list = found(id)
    if (list.kind !== 'fixed') throw new Refusal('invalidInput', { reason: 'listIsLive' }, 'id')
    return list
  }
  const refuseTaken = (name: string, id: number | undefined): void => {
    const other = named.get(foldedName(name)) as number | undefined
    if (other !== undefined && other !== id) throw new Refusal('invalidInput', { reason: 'nameTaken' }, 'name')
  }

  /** Goes through contacts a handful at a time; answers how many rows changed. */
  function* eachOf(ids: readonly number[], write: (contact: number) => number) {
    let changed = 0
    for (let from = 0; from < ids.length; from += handful) {
      for (const id of ids.slice(from, from + handful)) changed += write(id)
      yield { done: Math.min(from + handful, ids.length), total: ids.length }
    }
    return changed
  }
  const put = (list: number) => (contact: number) => putting.run(list, contact).changes
  const take = (list: number) => (contact: number) => taking.run(list, contact).changes

  return {
    list: () => ({
      lists: (all.all() as Row[]).map(
        ({ filter, columns, sort, ...list }): SavedList => ({
          ...list,
          filter: contactFilter.parse(JSON.parse(filter)),
          columns: JSON.parse(columns) as ListColumn[],
          sort: listSort.parse(JSON.parse(sort === '' ? '{"by":"name"}' : sort)) as ListSort,
        }),
      ),
    }),

    save: async ({ id, name, kind, filter, columns, sort }, desk) => {
      if (kind === 'live') refuseCircles(filter)
      const ids = kind === 'fixed' ? await people.idsFound(filter) : []
      const { ids: _, except, list: __, ...kept } = filter
      const written = JSON.stringify(kind === 'fixed' ? { ...kept, except: [] } : filter)
      const { answer } = await register.orderInSlices(
        'lists.save',
        name,
        function* () {
          if (id !== undefined) found(id)
          refuseTaken(name, id)
          const values = [name, foldedName(name), kind, written, JSON.stringify(columns), JSON.stringify(sort)]
          if (id === undefined) {
            const made = Number(insertion.run(...values).lastInsertRowid)
            yield* eachOf(ids, put(made))
            return made
          }
          const wanted = new Set(ids)
          const before = members.all(id) as number[]
          change.run(...values, id)
          yield* eachOf(
            before.filter((contact) => !wanted.has(contact)),
            take(id),
          )
          yield* eachOf(ids, put(id))
          return id
        },
        desk,
        'saving',
      )
      return { id: answer }
    },

    rename: ({ id, name }) => {
      found(id)
      refuseTaken(name, id)
      register.subject(name)
      renaming.run(name, foldedName(name), id)
      return { id }
    },

    remove: async ({ id }, desk) => {
      const { name } = found(id)
      await register.orderInSlices(
        'lists.remove',
        name,
        function* () {
          yield* eachOf(members.all(id) as number[], take(id))
          removal.run(id)
        },
        desk,
        'removing',
      )
      return { id }
    },

    add: async ({ id, filter }, desk) => {
      const { name } = fixed(id)
      const ids = await people.idsFound(filter)
      const work = () => eachOf(ids, put(id))
      return { changed: (await register.orderInSlices('lists.add', name, work, desk, 'saving')).answer }
    },

    take: async ({ id, filter }, desk) => {
      const { name } = fixed(id)
      const ids = await people.idsFound(filter)
      const work = () => eachOf(ids, take(id))
      return { changed: (await register.orderInSlices('lists.take', name, work, desk, 'saving')).answer }
    },

    ...bulkAnswers(register, people),
  }
}
