/** What a sheet may not say, what it forgets by itself, and what a death changes; on a real register. */
import { describe, expect, it } from 'vitest'
import { byName } from './lists/columns.requests.ts'
import {
  answers,
  create,
  createAll,
  type Draft,
  drafted,
  found,
  lastAct,
  list,
  read,
  refusal,
  register,
  undo,
  update,
} from './people.fixture.ts'
import { contactFilter, contactInput } from './people.requests.ts'
import { peopleStore } from './people.service.ts'

describe('a sheet is refused, with the field named', () => {
  it.each<[string, string, Draft]>([
    ['contact.born', 'tooLongAgo', { born: '1066' }],
    ['contact.born', 'inTheFuture', { born: '2026-03-02' }],
    ['contact.born', 'inTheFuture', { born: '2027' }],
    ['contact.born', 'noSuchDay', { born: '1962-02-30' }],
    ['contact.died', 'deathBeforeBirth', { born: '1962-05', died: '1962-04-30' }],
    ['contact.died', 'inTheFuture', { died: '2026-04' }],
    ['contact.died', 'noSuchDay', { died: '2025-02-29' }],
    ['contact.left', 'endBeforeBeginning', { joined: '1998', left: '1997-12' }],
    ['contact.confirmed', 'inTheFuture', { confirmed: '2026-03-02' }],
    ['contact.groups.0.until', 'endBeforeBeginning', { groups: [{ name: 'A', since: '1990', until: '1989' }] }],
    [
      'contact.stays.1.until',
      'endBeforeBeginning',
      { stays: [{ house: 'A' }, { house: 'B', since: '1990-05', until: '1990-04' }] },
    ],
    ['contact.stays.0.since', 'noSuchDay', { stays: [{ house: 'A', since: '1990-04-31' }] }],
    ['contact.mandates.0.until', 'endBeforeBeginning', { mandates: [{ body: 'CA', since: '2020', until: '2019' }] }],
    [
      'contact.addresses.0.until',
      'endBeforeBeginning',
      { addresses: [{ city: 'Nice', since: '2020', until: '2019' }] },
    ],
    ['contact.addresses.0.seasonFrom', 'noSuchDay', { addresses: [{ city: 'Nice', seasonFrom: '02-30' }] }],
    ['contact.confirmed', 'tooLongAgo', { confirmed: '1066-10-14' }],
    ['contact.addresses.0.returned', 'inTheFuture', { addresses: [{ city: 'Nice', returned: '2026-03-02' }] }],
    ['contact.addresses.0.returned', 'tooLongAgo', { addresses: [{ city: 'Nice', returned: '1066-10-14' }] }],
    ['contact.mandates.0.declared', 'inTheFuture', { mandates: [{ body: 'CA', declared: '2026-03-02' }] }],
    ['contact.mandates.0.endDeclared', 'inTheFuture', { mandates: [{ body: 'CA', endDeclared: '2027-01-01' }] }],
    ['contact.supports.0.until', 'noSuchDay', { supports: [{ until: '2025-06-31' }] }],
  ])('%s: %s', (field, reason, draft) => {
    expect(refusal(() => create(draft))).toMatchObject({ code: 'invalidInput', values: { reason }, field })
    const id = create({})
    expect(refusal(() => update(id, draft))).toMatchObject({ field })
  })

  it.each<[string, Draft]>([
    ['a year that may hold both days', { born: '1962', died: '1962-01-02' }],
    ['a leap day', { born: '1964-02-29' }],
    ['today', { born: '2026-03-01', died: '2026-03' }],
    [
      'a season over the new year, leap day included',
      { addresses: [{ city: 'Nice', seasonFrom: '11-01', seasonUntil: '02-29' }] },
    ],
    ['one day alone', { stays: [{ house: 'A', since: '1990-05-01', until: '1990-05-01' }] }],
  ])('%s is taken', (_, draft) => {
    expect(create(draft)).toBeGreaterThan(0)
  })

  it.each<[string, string, Draft]>([
    ['lastName', 'too_big', { lastName: 'x'.repeat(5000) }],
    ['notes', 'too_big', { notes: 'x'.repeat(10_000_000) }],
    ['born', 'invalid_format', { born: '31/05/1962' }],
    ['tags', 'too_big', { tags: Array.from({ length: 41 }, (_, at) => `t${at}`) }],
  ])('%s by the schema: %s', (field, code, draft) => {
    const { error } = contactInput.safeParse({ kind: 'person', lastName: 'Dupont', ...draft })
    expect(error?.issues[0]).toMatchObject({ path: [field], code })
  })
})

describe('people of an organisation', () => {
  const organisation = (representatives: readonly object[]) =>
    contactInput.parse({ kind: 'organisation', name: 'Fondation X', representatives })
  const keep = (representatives: readonly object[]) =>
    register.order('people.create', '', () => answers.create({ contact: organisation(representatives) })).id

  it('are people of the register, never itself', () => {
    const [person = 0] = createAll({ lastName: 'Aubert' })
    const id = keep([{ person, rank: 'delegate', role: 'présidente' }])
    expect(refusal(() => keep([{ person: 99 }]))).toMatchObject({
      ...{ code: 'invalidInput', values: { reason: 'unknownPerson' }, field: 'contact.representatives.0.person' },
    })
    expect(refusal(() => keep([{ person }, { person: id }]))).toMatchObject({
      ...{ values: { reason: 'notAPerson' }, field: 'contact.representatives.1.person' },
    })
    const itself = () =>
      register.order('people.update', '', () =>
        answers.update({ id, revision: 1, contact: organisation([{ person: id }]), shared: 'all' }),
      )
    expect(refusal(itself)).toMatchObject({ values: { reason: 'itself' } })
  })

  it('stay persons as long as they are such, and become organisations after', () => {
    const [person = 0] = createAll({ lastName: 'Aubert' })
    const id = keep([{ person }])
    const turn = () =>
      register.order('people.update', '', () =>
        answers.update({ id: person, revision: 1, contact: organisation([]), shared: 'all' }),
      )
    expect(refusal(turn)).toMatchObject({
      ...{ code: 'invalidInput', values: { reason: 'stillUsed' }, field: 'contact.kind' },
    })
    register.order('people.update', '', () =>
      answers.update({ id, revision: 1, contact: organisation([]), shared: 'all' }),
    )
    turn()
    expect(read(person).kind).toBe('organisation')
  })

  it('are seen from both sides', () => {
    const [person = 0] = createAll({ lastName: 'Aubert' })
    const id = keep([{ person, rank: 'substitute', role: 'trésorier', since: '2020' }])
    const tie = { rank: 'substitute', role: 'trésorier', since: '2020', until: '' }
    expect(answers.ties({ id: person })).toEqual({
      organisations: [{ id, displayName: 'Fondation X', ...tie }],
      people: [],
    })
    expect(answers.ties({ id })).toEqual({ organisations: [], people: [{ id: person, displayName: 'Aubert', ...tie }] })
  })
})

describe('a sheet forgets by itself', () => {
  it('an alias that is the name, or is there already', () => {
    const aliases = ['dupont', 'Jean Dupont', 'DUPONT Jean', 'Durand', 'DURAND', 'Dupond'].map((name) => ({ name }))
    expect(read(create({ firstName: 'Jean', aliases })).kind).toBe('person')
    expect(read(create({ firstName: 'Jean', aliases })).aliases.map(({ name }) => name)).toEqual(['Durand', 'Dupond'])
  })

  it('what nobody sees, and says so', () => {
    const given = drafted({
      lastName: 'Du\u202epont',
      notes: 'a\ud800b',
      tags: ['ok', 'x\u0000y'],
      firstName: '<img onerror=1>',
    })
    const { id, unseen } = register.order('people.create', '', () => answers.create({ contact: given }))
    expect([...unseen].sort()).toEqual(['lastName', 'notes', 'tags.1'])
    expect(read(id)).toMatchObject({
      lastName: 'Dupont',
      notes: 'ab',
      tags: ['ok', 'xy'],
      firstName: '<img onerror=1>',
    })
    expect(register.prepare('SELECT subject FROM journal_act ORDER BY id DESC LIMIT 1').pluck().get()).toBe(
      'Dupont <img onerror=1>',
    )
    expect(update(id, { notes: 'clean' }).unseen).toEqual([])
  })

  it('a household it was not of', () => {
    const household = register.order('x', '', () =>
      Number(register.prepare("INSERT INTO household (addressee) VALUES ('')").run().lastInsertRowid),
    )
    const [id = 0, other = 0] = createAll({ addresses: [{ city: 'Lyon', household }] }, { lastName: 'Aubert' })
    expect(read(id).addresses[0]?.household).toBeNull()
    expect(create({ addresses: [{ city: 'Lyon', household: 4242 }] })).toBeGreaterThan(0)
    register.order('x', '', () => {
      const join = register.prepare(
        'INSERT INTO household_member (contact_id, household_id, position) VALUES (?, ?, 0)',
      )
      for (const member of [id, other]) join.run(member, household)
      register.prepare('UPDATE address SET household_id = ? WHERE contact_id = ?').run(household, id)
    })
    update(id, { addresses: [{ city: 'Lyon', household }] })
    expect(read(id).addresses[0]?.household).toBe(household)
    update(id, { addresses: [{ city: 'Lyon', household: 4242 }] })
    expect(read(id).addresses[0]?.household).toBeNull()
  })
})

describe('a death', () => {
  it('makes the status, takes out of counts and lists, and keeps the record', async () => {
    const [a = 0, b = 0] = createAll(
      { lastName: 'Aubert', category: 'Actif', groups: [{ name: 'Norvège' }], tags: ['chorale'] },
      { lastName: 'Aubert', firstName: 'Zoé', category: 'Actif', groups: [{ name: 'Norvège' }], tags: ['chorale'] },
    )
    update(a, {
      lastName: 'Aubert',
      category: 'Actif',
      groups: [{ name: 'Norvège' }],
      tags: ['chorale'],
      died: '2026-02',
    })
    expect(read(a)).toMatchObject({ status: 'deceased', died: '2026-02' })
    expect(answers.list({ ...contactFilter.parse({}), offset: 0, limit: 10, sort: byName, columns: [] })).toMatchObject(
      { total: 1, deceased: 1 },
    )
    expect(
      answers.list({ ...contactFilter.parse({ search: 'aub' }), offset: 0, limit: 10, sort: byName, columns: [] }),
    ).toMatchObject({
      ...{ total: 1, deceased: 1, rows: [{ id: b }] },
    })
    expect(list({ deceased: true }).rows.map(({ id }) => id)).toEqual([a, b])
    expect(list({ status: ['deceased'] }).rows.map(({ id }) => id)).toEqual([a])
    expect(peopleStore(register).idsInOrder(contactFilter.parse({}))).toEqual([b])
    expect(answers.choices({})).toMatchObject({
      categories: [{ name: 'Actif', count: 1 }],
      groups: [{ name: 'Norvège', count: 1 }],
      tags: [{ name: 'chorale', count: 1 }],
      statuses: [
        { status: 'deceased', count: 1 },
        { status: 'member', count: 1 },
      ],
      total: 1,
    })
    await undo(lastAct())
    expect(found('aub')).toEqual([a, b])
  })
})
