/** The answers about groups: the tree, who belongs to them, what is done to them. Bodies and stays: bodies.service.ts. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { cleanLine, cleanLines } from '../../kit/text.ts'
import type { Register } from '../../register/register.ts'
import { refusingAbsorbed } from '../absorbed.ts'
import { isBefore, isInCalendar } from '../day.rules.ts'
import type { Contact, ContactInput, GroupKind } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import { peopleStore } from '../people.store.ts'
import { bodiesAnswers } from './bodies.service.ts'
import type { GroupMember, GroupNode, groupsRequests } from './groups.requests.ts'
import { branchOf, isDuring, wouldLoop } from './groups.rules.ts'
import { type GroupFacts, type GroupRow, groupsStore } from './groups.store.ts'

/** Memberships read at a time while counting: a few milliseconds. */
const handful = 1000
/** Contacts read at once to see whether anything would change. */
const few = 50

type Count = { readonly present: Set<number>; readonly former: Set<number> }

export function groupsAnswers(register: Register): Answers<typeof groupsRequests> {
  const store = groupsStore(register)
  const people = peopleStore(register)
  const refuseAbsorbed = refusingAbsorbed(register)
  // Who holds a mandate of a body belongs to it.
  const belongings = ['membership', 'mandate'].map((table) =>
    register.prepare(
      `SELECT m.id, m.group_id AS "group", m.contact_id AS contact, m.since, m.until, c.status = 'deceased' AS died
       FROM ${table} m JOIN contact c ON c.id = m.contact_id WHERE m.id > ? AND c.trashed = 0 ORDER BY m.id LIMIT ?`,
    ),
  )
  const today = (day: string): string => (day === '' ? register.today() : day)

  /** Who belongs to each group on a day and who no longer does, read a part at a time. */
  const counted = async (day: string): Promise<ReadonlyMap<number, Count>> => {
    const counts = new Map<number, Count>()
    for (const some of belongings) {
      for (let after = 0; ; ) {
        await register.whenFree()
        const rows = some.all(after, handful) as {
          id: number
          group: number
          contact: number
          since: string
          until: string
          died: number
        }[]
        for (const row of rows) {
          const count = counts.get(row.group) ?? { present: new Set(), former: new Set() }
          counts.set(row.group, count)
          if (row.died === 0 && isDuring(row, day)) count.present.add(row.contact)
          else if (row.died === 1 || isBefore(row.until, day)) count.former.add(row.contact)
        }
        const last = rows.at(-1)
        if (last === undefined || rows.length < handful) break
        after = last.id
        await giveBack()
      }
    }
    return counts
  }

  const refuseDays = ({ founded, closed }: Pick<GroupFacts, 'founded' | 'closed'>): void => {
    for (const [field, day] of Object.entries({ founded, closed })) {
      if (day !== '' && !isInCalendar(day)) throw new Refusal('invalidInput', { reason: 'noSuchDay' }, field)
    }
    if (isBefore(closed, founded)) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'closed')
  }
  const cleaned = (facts: GroupFacts): GroupFacts => {
    const name = cleanLine(facts.name)
    if (name === '') throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, 'name')
    refuseDays(facts)
    return { ...facts, name, notes: cleanLines(facts.notes) }
  }
  const factsOf = ({ id: _id, revision: _revision, declared, ...facts }: GroupRow): GroupFacts => ({
    ...facts,
    declared: declared === 1,
  })
  const refuseKind = (id: number, kind: GroupKind, field: string): void => {
    const { stay, mandate } = store.uses(id)
    if ((stay > 0 && kind !== 'house') || (mandate > 0 && kind !== 'body'))
      throw new Refusal('invalidInput', { reason: 'otherKind' }, field)
  }
  const isSame = ({ kind, name }: { readonly kind: GroupKind; readonly name: string }, group: GroupRow): boolean =>
    kind === group.kind && foldedName(name) === foldedName(group.name)
  const refusePeriod = (field: string, day: string): void => {
    if (day !== '' && !isInCalendar(day)) throw new Refusal('invalidInput', { reason: 'noSuchDay' }, field)
  }

  /** Changes the belongings of contacts, in slices. */
  const belonging = async (
    order: string,
    group: GroupRow,
    contacts: readonly number[],
    anew: (contact: Contact) => ContactInput['groups'],
    desk: Parameters<Answers<typeof groupsRequests>['join']>[1],
  ) => {
    const known = register.prepare('SELECT id FROM contact WHERE id = ?').pluck()
    for (const [at, id] of contacts.entries()) {
      if (known.get(id) === undefined) throw new Refusal('notFound', { id }, `contacts.${at}`)
      refuseAbsorbed(id, `contacts.${at}`)
    }
    // Of a few, who would not change is known beforehand, and no act is left of nothing.
    if (contacts.length <= few) {
      const same = ({ groups }: Contact, wanted: ContactInput['groups']): boolean =>
        JSON.stringify(groups) === JSON.stringify(wanted)
      if (people.readMany(contacts).every((contact) => same(contact, anew(contact)))) return { changed: 0 }
    }
    const steps = () => store.rewrite(contacts, (contact) => ({ ...contact, groups: anew(contact) }) as ContactInput)
    const { answer: changed } = await register.orderInSlices(order, group.name, steps, desk, 'working')
    return { changed }
  }

  return {
    tree: async ({ day }) => {
      const counts = await counted(today(day))
      const groups = store.all()
      const named = (table: 'stay' | 'mandate') =>
        new Map(
          (
            register.prepare(`SELECT group_id AS id, count(*) AS count FROM ${table} GROUP BY group_id`).all() as {
              id: number
              count: number
            }[]
          ).map(({ id, count }) => [id, count]),
        )
      const [stays, mandates] = [named('stay'), named('mandate')]
      const below = (id: number): number => {
        const branch = branchOf(groups, id)
        if (branch.size === 1) return counts.get(id)?.present.size ?? 0
        const members = new Set<number>()
        for (const under of branch) for (const member of counts.get(under)?.present ?? []) members.add(member)
        return members.size
      }
      return {
        groups: groups.map((group): GroupNode => {
          const { present, former } = counts.get(group.id) ?? { present: new Set<number>(), former: new Set<number>() }
          return {
            ...group,
            declared: group.declared === 1,
            present: present.size,
            former: [...former].filter((member) => !present.has(member)).length,
            presentBelow: below(group.id),
            stays: stays.get(group.id) ?? 0,
            mandates: mandates.get(group.id) ?? 0,
          }
        }),
      }
    },

    create: (given) => {
      const facts = cleaned(given)
      if (facts.parent !== null) store.found(facts.parent, 'parent')
      register.subject(facts.name)
      const id = store.insert(facts)
      return { id, revision: store.found(id).revision }
    },

    update: async ({ id, revision, ...given }, desk) => {
      await register.whenFree()
      const before = store.found(id)
      if (before.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const facts = cleaned({ ...factsOf(before), ...(said as Partial<GroupFacts>) })
      if (facts.parent !== null && facts.parent !== before.parent) {
        store.found(facts.parent, 'parent')
        if (wouldLoop(store.all(), id, facts.parent)) throw new Refusal('invalidInput', { reason: 'loop' }, 'parent')
      }
      if (facts.kind !== before.kind) refuseKind(id, facts.kind, 'kind')
      // Whoever has the sheet of a member open must see the new name before writing the old one back.
      const renamed = facts.name !== before.name || facts.kind !== before.kind
      function* steps() {
        store.update(id, facts)
        if (!renamed) return
        yield* store.rewrite(store.namedBy(id), (contact) => contact)
      }
      await register.orderInSlices('groups.update', facts.name, steps, desk, 'working')
      return { id, revision: store.found(id).revision }
    },

    merge: async ({ keep: keepId, absorb: absorbId }, desk) => {
      await register.whenFree()
      const [keep, absorb] = [store.found(keepId, 'keep'), store.found(absorbId, 'absorb')]
      if (keepId === absorbId) throw new Refusal('invalidInput', { reason: 'itself' }, 'absorb')
      refuseKind(absorbId, keep.kind, 'keep')
      const taken = <L extends { readonly kind: GroupKind; readonly name: string }>(lines: readonly L[]) =>
        lines.map((line) => (isSame(line, absorb) ? { ...line, kind: keep.kind, name: keep.name } : line))
      const anew = (contact: Contact): ContactInput =>
        ({
          ...contact,
          groups: taken(contact.groups),
          mandates: contact.mandates.map((mandate) =>
            isSame({ kind: 'body', name: mandate.body }, absorb) ? { ...mandate, body: keep.name } : mandate,
          ),
          ...(contact.kind === 'person'
            ? {
                stays: contact.stays.map((stay) =>
                  isSame({ kind: 'house', name: stay.house }, absorb) ? { ...stay, house: keep.name } : stay,
                ),
              }
            : {}),
        }) as ContactInput
      function* steps() {
        const groups = store.all()
        // The kept one rises first, so that nothing ever lies under itself.
        if (branchOf(groups, absorbId).has(keepId)) store.update(keepId, { ...factsOf(keep), parent: absorb.parent })
        for (const child of groups) {
          if (child.parent === absorbId && child.id !== keepId)
            store.update(child.id, { ...factsOf(child), parent: keepId })
        }
        const moved = yield* store.rewrite(store.namedBy(absorbId), anew)
        store.remove(absorbId)
        return moved
      }
      const subject = `${absorb.name} → ${keep.name}`
      const { answer: moved } = await register.orderInSlices('groups.merge', subject, steps, desk, 'working')
      return { id: keepId, moved }
    },

    remove: ({ id }) => {
      const group = store.found(id)
      const under = store.all().some(({ parent }) => parent === id)
      if (under || Object.values(store.uses(id)).some((count) => count > 0))
        throw new Refusal('invalidInput', { reason: 'stillUsed' }, 'id')
      register.subject(group.name)
      store.remove(id)
      return { id }
    },

    members: async ({ group, day: given, below, who, offset, limit }) => {
      store.found(group, 'group')
      const day = today(given)
      const branch = below ? [...branchOf(store.all(), group)] : [group]
      const rows = register
        .prepare(
          `SELECT c.id, c.display_name AS displayName, c.status, m.group_id AS "group", g.name AS groupName, m.since, m.until
           FROM membership m JOIN contact c ON c.id = m.contact_id JOIN contact_group g ON g.id = m.group_id
           WHERE m.group_id IN (SELECT value FROM json_each(?)) AND c.trashed = 0 ORDER BY c.sort_key, c.id, m.since`,
        )
        .all(JSON.stringify(branch)) as Omit<GroupMember, 'present'>[]
      const members: GroupMember[] = []
      const present = new Set<string>()
      const of = (row: { readonly id: number; readonly group: number }) => `${row.id} ${row.group}`
      for (const row of rows) {
        if (row.status !== 'deceased' && isDuring(row, day)) present.add(of(row))
      }
      for (const row of rows) {
        const now = row.status !== 'deceased' && isDuring(row, day)
        const was = !now && (row.status === 'deceased' || isBefore(row.until, day)) && !present.has(of(row))
        if (
          who === 'all' ? now || isBefore(row.until, day) || row.status === 'deceased' : who === 'present' ? now : was
        )
          members.push({ ...row, present: now })
      }
      return { total: members.length, members: members.slice(offset, offset + limit) }
    },

    join: async ({ group: id, contacts, since }, desk) => {
      await register.whenFree()
      const group = store.found(id, 'group')
      refusePeriod('since', since)
      const day = since === '' ? register.today() : since
      const entry = { kind: group.kind, name: group.name, since, until: '' }
      return belonging(
        'groups.join',
        group,
        contacts,
        ({ groups }) => {
          const already = groups.some((own) => isSame(own, group) && (isDuring(own, day) || own.until === ''))
          return already ? groups : [...groups, entry]
        },
        desk,
      )
    },

    leave: async ({ group: id, contacts, until }, desk) => {
      await register.whenFree()
      const group = store.found(id, 'group')
      refusePeriod('until', until)
      const day = until === '' ? register.today() : until
      return belonging(
        'groups.leave',
        group,
        contacts,
        ({ groups }) =>
          groups.map((own) => {
            if (!isSame(own, group) || own.until !== '') return own
            if (isBefore(day, own.since)) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'until')
            return { ...own, until: day }
          }),
        desk,
      )
    },

    ...bodiesAnswers(register, store),
  }
}
