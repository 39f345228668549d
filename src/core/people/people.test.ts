/** People kept, changed, undone, on a real register. */
import { describe, expect, it } from 'vitest'
import { matchableInBatches } from './people.batches.ts'
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
  rowsOf,
  trash,
  undo,
  update,
  whole,
} from './people.fixture.ts'
import { contactInput } from './people.requests.ts'
import { type Matchable, peopleStore } from './people.service.ts'

describe('keeping a contact', () => {
  it('gives back a whole person, phones as E.164', () => {
    const id = create(whole)
    expect(read(id)).toEqual({
      ...drafted(whole),
      phones: [
        { label: 'mobile', number: '+33612345678' },
        { label: '', number: '+4930901820' },
      ],
      id,
      revision: 1,
      sortKey: 'latour helene marie ii 1987',
      displayName: 'La Tour Hélène II (de)',
      trashed: false,
    })
  })

  it('gives back an organisation', () => {
    const contact = {
      kind: 'organisation',
      name: 'Fondation X',
      acronym: 'FX',
      emails: [{ address: 'a@b.fr' }],
    } as const
    const id = register.order('people.create', '', () => answers.create({ contact: contactInput.parse(contact) })).id
    expect(read(id)).toMatchObject({
      ...contactInput.parse(contact),
      displayName: 'Fondation X',
      sortKey: 'fondationx',
    })
  })

  it('reads phones with the country of the address, and the association’s when there is none', () => {
    const swiss = { addresses: [{ city: 'Genève', country: 'CH' }], phones: [{ number: '022 731 02 28' }] }
    expect(read(create(swiss)).phones[0]?.number).toBe('+41227310228')
    register.order('association.update', '', () => register.prepare("UPDATE association SET country = 'DE'").run())
    expect(read(create({ phones: [{ number: '030 901820' }] })).phones[0]?.number).toBe('+4930901820')
  })

  it('leaves out what says nothing', () => {
    const id = create({
      emails: [{ address: '' }, { address: 'a@b.fr' }],
      phones: [{ number: ' ' }],
      addresses: [{ country: 'FR' }],
      extras: [{ name: '', value: 'x' }],
      groups: [{ name: 'Norvège' }, { name: 'NORVEGE' }, { name: '' }],
    })
    const { emails, phones, addresses, extras, groups } = read(id)
    expect({ emails, phones, addresses, extras }).toEqual({
      emails: [{ label: '', address: 'a@b.fr' }],
      phones: [],
      addresses: [],
      extras: [],
    })
    expect(groups).toHaveLength(1)
  })

  it('finds categories and groups by their folded names, or makes them', () => {
    const [one, other] = createAll(
      { category: 'Étudiant', groups: [{ name: 'Norvège' }] },
      { category: 'ETUDIANT', groups: [{ name: 'NORVEGE' }, { kind: 'section', name: 'Norvège' }] },
    )
    expect([read(one ?? 0).category, read(other ?? 0).category]).toEqual(['Étudiant', 'Étudiant'])
    expect(answers.choices({})).toMatchObject({
      categories: [{ name: 'Étudiant', count: 2 }],
      groups: [
        { kind: 'house', name: 'Norvège', count: 2 },
        { kind: 'section', name: 'Norvège', count: 1 },
      ],
      total: 2,
    })
  })

  it('refuses somebody nothing names, and who is not there', () => {
    expect(refusal(() => create({ lastName: ' ' }))).toMatchObject({ code: 'invalidInput', field: 'contact.lastName' })
    expect(refusal(() => read(99))).toMatchObject({ code: 'notFound', field: 'id' })
    expect(refusal(() => update(99, {}, 1))).toMatchObject({ code: 'notFound', field: 'id' })
    expect(refusal(() => trash([99]))).toMatchObject({ code: 'notFound', field: 'ids.0' })
    expect(list().total).toBe(0)
  })
})

describe('changing a contact', () => {
  it('writes only what changed', () => {
    const id = create(whole)
    update(id, { ...whole, profession: 'Architecte', emails: [{ label: 'domicile', address: 'helene@exemple.org' }] })
    const rows = rowsOf(lastAct()).map(({ table_name, old, new: now }) => [
      table_name,
      old && JSON.parse(old),
      now && JSON.parse(now),
    ])
    expect(rows).toEqual([
      ['email', expect.objectContaining({ address: 'h.delatour@exemple.com' }), null],
      ['contact', { profession: 'Ingénieure' }, { profession: 'Architecte' }],
    ])
    expect(read(id)).toMatchObject({
      profession: 'Architecte',
      revision: 2,
      emails: [{ address: 'helene@exemple.org' }],
    })
  })

  it('writes nothing, and keeps no act, when nothing changed', () => {
    const id = create(whole)
    const before = lastAct()
    expect(update(id, whole)).toEqual({ id, revision: 1, unseen: [], made: { categories: [], groups: [] } })
    expect(lastAct()).toBe(before)
  })

  it('keeps the order of e-mails when they change places, and the rows of those that stay', () => {
    const id = create({ emails: [{ address: 'a@x.fr' }, { address: 'b@x.fr' }, { address: 'c@x.fr' }] })
    const ids = () =>
      register.prepare('SELECT address, id FROM email WHERE contact_id = ?').raw().all(id) as [string, number][]
    const before = new Map(ids())
    update(id, { emails: [{ address: 'c@x.fr' }, { address: 'a@x.fr' }, { address: 'd@x.fr' }] })
    expect(read(id).emails.map(({ address }) => address)).toEqual(['c@x.fr', 'a@x.fr', 'd@x.fr'])
    expect(new Map(ids())).toEqual(
      new Map([
        ['a@x.fr', before.get('a@x.fr')],
        ['c@x.fr', before.get('c@x.fr')],
        ['d@x.fr', before.get('b@x.fr')],
      ]),
    )
  })

  it('makes a person an organisation', () => {
    const id = create(whole)
    register.order('people.update', '', () =>
      answers.update({
        id,
        revision: 1,
        contact: contactInput.parse({ kind: 'organisation', name: 'Tour SA' }),
        shared: 'all',
      }),
    )
    expect(read(id)).toMatchObject({ kind: 'organisation', name: 'Tour SA', displayName: 'Tour SA', emails: [] })
    expect([found('helene'), found('tour sa')]).toEqual([[], [id]])
  })

  it('refuses a change made on an older revision', () => {
    const id = create({})
    update(id, { notes: 'a' })
    expect(refusal(() => update(id, { notes: 'b' }, 1))).toMatchObject({ code: 'changedMeanwhile', field: 'revision' })
    expect(read(id).notes).toBe('a')
  })

  it('is undone with its search and its children, and the revision moves on', async () => {
    const id = create(whole)
    update(id, { lastName: 'Martin', emails: [{ address: 'x@y.fr' }] })
    expect([found('tour'), found('helene'), found('martin')]).toEqual([[], [], [id]])
    await undo(lastAct())
    expect(read(id)).toMatchObject({
      ...drafted(whole),
      phones: expect.anything(),
      sortKey: 'latour helene marie ii 1987',
    })
    expect([found('latour'), found('martin'), found('x@y')]).toEqual([[id], [], []])
    expect(read(id).revision).toBeGreaterThan(2)
    expect(refusal(() => update(id, {}, 2))).toMatchObject({ code: 'changedMeanwhile' })
  })

  it('a creation undone is gone from lists and search, and comes back when that is undone', async () => {
    const id = create(whole)
    await undo(lastAct())
    expect([list().total, found('tour')]).toEqual([0, []])
    await undo(lastAct())
    expect([list().rows[0]?.displayName, found('tour'), found('berlin')]).toEqual([
      'La Tour Hélène II (de)',
      [id],
      [id],
    ])
  })

  it('goes to the trash and back, and the history names it', async () => {
    const [a = 0, b = 0] = createAll({ lastName: 'Aubert' }, { lastName: 'Bernard' })
    expect(trash([a, b])).toEqual({ changed: 2 })
    expect(register.prepare('SELECT subject FROM journal_act WHERE id = ?').pluck().get(lastAct())).toBe(
      'Aubert, Bernard',
    )
    expect([list().total, list({ trashed: true }).total, found('aubert')]).toEqual([0, 2, []])
    expect(trash([a], false)).toEqual({ changed: 1 })
    expect(list().rows.map(({ id }) => id)).toEqual([a])
    expect(list({ search: 'bern', trashed: true }).rows.map(({ id }) => id)).toEqual([b])
  })
})

describe('what a coming list is compared with', () => {
  const gathered = async (store: ReturnType<typeof peopleStore>) => {
    const batches: (readonly Matchable[])[] = []
    for await (const batch of matchableInBatches(register, store)) batches.push(batch)
    return batches
  }

  it('is read whole or in batches, the same', async () => {
    createAll(whole, { lastName: 'Aubert', memberNumber: '7' }, { lastName: 'Bernard', firstName: 'Zoé' })
    trash([3])
    const store = peopleStore(register)
    expect((await gathered(store)).flat()).toEqual(store.matchable())
    expect(store.matchable(1, 1).map(({ id }) => id)).toEqual([2])
    expect(store.matchable()).toEqual([
      {
        ...{ id: 1, kind: 'person', trashed: false, memberNumber: 'A-0042', name: 'delatour|helene' },
        emails: ['helene@exemple.org', 'h.delatour@exemple.com'],
      },
      { id: 2, kind: 'person', trashed: false, memberNumber: '7', name: 'aubert|', emails: [] },
      { id: 3, kind: 'person', trashed: true, memberNumber: '', name: 'bernard|zoe', emails: [] },
    ])
  })

  it('reads thousands in as many batches as needed', async () => {
    const store = peopleStore(register)
    register.order('many', '', () => {
      for (let at = 0; at < 2001; at++) store.insert(drafted({ lastName: `N${at}` }))
    })
    const batches = await gathered(store)
    expect(batches).toHaveLength(2)
    expect(batches.flat().map(({ id }) => id)).toEqual(store.matchable().map(({ id }) => id))
    expect(store.matchable()).toHaveLength(2001)
  })
})

describe('what is made beside a sheet', () => {
  it('is told; names that differ by case, accents or spaces alone are one', () => {
    const made = (draft: Draft) =>
      register.order('people.create', '', () => answers.create({ contact: drafted(draft) })).made
    expect(
      made({ category: 'Bienfaitrice', groups: [{ name: 'Maison du Lac' }], stays: [{ house: 'Maison du Nord' }] }),
    ).toEqual({ categories: ['Bienfaitrice'], groups: ['Maison du Lac', 'Maison du Nord'] })
    expect(made({ category: 'BIENFAITRICE ', groups: [{ name: 'maison  du lac' }] })).toEqual({
      categories: [],
      groups: [],
    })
    // A group of another kind is another group.
    expect(made({ mandates: [{ body: 'Maison du Lac' }, { body: 'MAISON DU LAC' }] }).groups).toHaveLength(1)
    const id = create({})
    expect(update(id, { category: 'Bienfaîtrice' }).made).toEqual({ categories: [], groups: [] })
    expect(read(id).category).toBe('Bienfaitrice')
    expect(update(id, { category: 'Bienfait' }).made).toEqual({ categories: ['Bienfait'], groups: [] })
  })
})
