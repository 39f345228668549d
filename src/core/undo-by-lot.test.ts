/** Orders drawn by lot on a small office: each is undone or refused, and every table comes back as it was. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish } from './kit/request.ts'
import { searchText } from './people/people.rules.ts'
import { peopleStore } from './people/people.service.ts'
import { begin, client, facts, latest, office, paris, sheetOf } from './undo.fixture.ts'

/** Some of what a secretary may ask, about records and with words drawn by lot; most of it suits, some is refused. */
const orders: Readonly<Record<string, (dice: Dice) => Promise<unknown>>> = {
  create: ({ word, place }) => client.people.create({ contact: sheet({ lastName: word(), addresses: place() }) }),
  update: async ({ one, word, place, of }) => {
    const id = one()
    const { revision, contact } = await sheetOf(id)
    const parts = [
      { lastName: word(), category: word() },
      { addresses: place() },
      { emails: [{ address: `${word()}@exemple.org` }], phones: [{ number: '04 00 12 34 56' }] },
      { groups: [{ name: word(), since: '2001' }], tags: [word(), word()] },
      { kind: 'person', died: '2020-02-01', stays: [{ house: word() }] },
      { extras: [{ name: word(), value: word() }], confirmed: '2026-01-01' },
    ]
    const shared = of(['all', 'onlyMe', 'leaveHousehold'] as const)
    return client.people.update({ id, revision, contact: sheet({ ...(contact as object), ...of(parts) }), shared })
  },
  trash: ({ one, of }) => client.people.trash({ ids: [one()], trashed: of([true, false]) }),
  returned: ({ one }) => client.people.markReturned({ id: one(), position: 0 }),
  household: ({ one }) =>
    client.households.make({
      members: [one(), one()].map((contact) => ({ contact })),
      address: { contact: one(), position: 0 },
    }),
  join: async ({ one, of }) =>
    client.households.join({ id: of(await households()), contact: one(), former: of(['keep', 'close'] as const) }),
  leave: ({ one, of, word }) =>
    client.households.leave({
      contact: one(),
      address: of([{ kind: 'keep' }, { kind: 'none' }, { kind: 'new', address: { city: word() } }] as const),
      others: of(['keep', 'close'] as const),
    }),
  dissolve: async ({ of }) => client.households.dissolve({ id: of(await households()) }),
  share: async ({ one, of }) =>
    client.households.share({
      id: of(await households()),
      address: { contact: one(), position: of([0, 1]) },
      shared: of([true, false]),
    }),
  merge: ({ one, of }) =>
    client.duplicates.merge({
      ...{ keep: one(), absorb: one() },
      choices: of([{}, { household: 'absorb' }, { 'addresses.0': 'keep' }] as const),
    }),
  groups: async ({ word, of }) => {
    const parent = of([null, ...(await client.groups.tree({})).groups.map(({ id }) => id)])
    return client.groups.create({ kind: 'section', name: word(), parent })
  },
  groupsMerged: async ({ of }) => {
    const all = (await client.groups.tree({})).groups.map(({ id }) => id)
    return client.groups.merge({ keep: of(all), absorb: of(all) })
  },
  joinGroup: async ({ one, of }) =>
    client.groups.join({ group: of((await client.groups.tree({})).groups).id, contacts: [one(), one()] }),
  consents: ({ one, of }) =>
    client.consents.mode({
      contacts: [one()],
      media: ['paper'],
      mode: of(['complete', 'nameOnly', 'absent'] as const),
    }),
  field: ({ word, of }) => client.fields.define({ name: word(), type: of(['text', 'number', 'yesNo'] as const) }),
  bulk: async ({ word, of }) => {
    const change = of([
      { do: 'addTag', name: word() },
      { do: 'setText', field: 'category', value: word() },
      { do: 'setPlace', field: 'city', value: word() },
      { do: 'join', kind: 'section', name: word() },
      { do: 'trash', trashed: true },
    ] as const)
    const { preview } = await finish(await client.lists.bulkPreview({ filter: {}, change: change as never }))
    return finish(await client.lists.bulk({ preview, evenIfSweeping: true }))
  },
  country: async ({ of }) =>
    client.association.update({ ...(await client.association.read()), country: of(['FR', 'BE', 'DE']) }),
  answer: async ({ one, word }) => {
    const contact = one()
    const { revision, contact: was } = await sheetOf(contact)
    return client.forms.answer({
      contact,
      revision,
      sheet: sheet({ ...(was as object), profession: word() }),
      answers: [],
    })
  },
  undo: async ({ of }) => client.history.undo({ act: of((await client.history.list({ limit: 12 })).acts).id }),
  revert: async ({ one, of }) => {
    const contact = one()
    const { changes } = await client.history.ofContact({ id: contact, limit: 40 })
    const change = of(changes)
    const row = Number(
      office.register
        .prepare('SELECT row FROM journal_row WHERE act = ? AND contact = ? AND table_name = ? LIMIT 1')
        .pluck()
        .get(change.act, contact, change.table),
    )
    const column = Object.keys(change.old ?? {})[0]
    const about = { contact, act: change.act, table: change.table, row }
    return client.history.revertField(change.table === 'contact' && column !== undefined ? { ...about, column } : about)
  },
}
const sheet = (more: object) => ({ kind: 'person', lastName: 'Durand', ...more }) as never
const households = async (): Promise<readonly number[]> => (await client.households.list({})).rows.map(({ id }) => id)

type Dice = {
  readonly of: <T>(list: readonly T[]) => T
  readonly one: () => number
  readonly word: () => string
  readonly place: () => readonly object[]
}
const words = ['Durand', 'Été', 'ete', 'Lac', 'Norvège', 'Chambre', '12', 'oui']
const places = [[], [paris], [paris, { city: 'Lyon', country: 'BE' }], [{ city: 'Gand', country: 'BE', since: '2020' }]]
const diceOf = (seeds: readonly number[]): Dice => {
  let at = 0
  const next = (): number => seeds[at++ % seeds.length] ?? 0
  const of: Dice['of'] = (list) => {
    if (list.length === 0) throw new Error('There is nothing to choose from')
    return list[next() % list.length] as never
  }
  const people = Number(office.register.prepare('SELECT max(id) FROM contact').pluck().get())
  return { of, one: () => (next() % people) + 1, word: () => of(words), place: () => of(places) }
}

/** What must be true whatever was done: everybody is sought by what their sheet says, and nobody is alone in a household. */
function soundness(): readonly unknown[] {
  const { register } = office
  const home = String(register.prepare('SELECT country FROM association').pluck().get())
  const texts = register.prepare('SELECT id, search_text AS text FROM contact ORDER BY id').all() as {
    id: number
    text: string
  }[]
  const store = peopleStore(register)
  return [
    ...texts.filter(({ id, text }) => {
      const contact = store.read(id)
      return contact === undefined || searchText(contact, home) !== text
    }),
    ...register.prepare('SELECT household_id FROM household_member GROUP BY household_id HAVING count(*) < 2').all(),
    ...register.tables().flatMap((table) => register.lookOver(table).integrity),
    ...register
      .prepare(
        `SELECT a.id FROM address a JOIN contact c ON c.id = a.contact_id WHERE a.household_id IS NOT NULL AND c.merged_into IS NULL
           AND a.household_id IS NOT (SELECT household_id FROM household_member m WHERE m.contact_id = a.contact_id)`,
      )
      .all(),
  ]
}

/** `AMICALE_TRIES` for a longer look. */
const tries = Number(process.env.AMICALE_TRIES ?? 4)

test('orders drawn by lot, undone from the last to the first, put every table back', {
  timeout: tries * 60_000,
}, async () => {
  const names = Object.keys(orders)
  const step = fc.tuple(fc.constantFrom(...names), fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }))
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16, size: 'max' }), async (steps) => {
      await office.close()
      await begin()
      const states: { readonly act: number; readonly before: ReturnType<typeof facts> }[] = []
      for (const [name, seeds] of steps) {
        const [before, last] = [facts(), await latest()]
        try {
          await orders[name]?.(diceOf(seeds))
        } catch (error) {
          // Refused: nothing moved. What is neither a refusal nor an empty choice is a fault.
          if (!(error instanceof Error) || error.message !== 'There is nothing to choose from')
            expect((error as { data?: { code?: string } }).data?.code, `${name}: ${String(error)}`).toBeTypeOf('string')
          expect(facts(), name).toEqual(before)
        }
        expect(soundness(), name).toEqual([])
        const act = await latest()
        if (act !== last) states.push({ act, before })
      }
      done += states.length
      for (const { act, before } of states.toReversed()) {
        await client.history.undo({ act })
        expect(facts()).toEqual(before)
      }
      expect(soundness()).toEqual([])
    }),
    { numRuns: tries },
  )
  expect(done).toBeGreaterThan(tries)
})

test('after somebody is erased, each act is undone or refused, and nothing of them comes back', {
  timeout: tries * 60_000,
}, async () => {
  const names = Object.keys(orders).filter((name) => name !== 'undo')
  const step = fc.tuple(fc.constantFrom(...names), fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }))
  let erased = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 12, size: 'max' }),
      fc.nat(1000),
      fc.constantFrom('kept' as const, 'erased' as const),
      async (steps, seed, name) => {
        await office.close()
        await begin()
        const { register } = office
        for (const [order, seeds] of steps) await orders[order]?.(diceOf(seeds)).catch(() => {})
        const contact = diceOf([seed]).one()
        const [before, last] = [facts(), await latest()]
        try {
          const { asOf } = await client.consents.erasure({ contacts: [contact], name })
          await client.consents.erase({ contacts: [contact], name, asOf })
          erased += 1
        } catch (error) {
          expect((error as { data?: { code?: string } }).data?.code, String(error)).toBeTypeOf('string')
          expect(facts()).toEqual(before)
          return
        }
        const about = (table: string, column: string) =>
          register.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(contact)
        const bare = () => [about('email', 'contact_id'), about('address', 'contact_id'), about('extra', 'contact_id')]
        expect(bare()).toEqual([[], [], []])
        expect(soundness()).toEqual([])
        for (let act = last + 1; act > 1; act -= 1) {
          const then = facts()
          await client.history.undo({ act }).catch((error: { data?: { code?: string } }) => {
            expect(['undoConflict', 'alreadyUndone', 'notFound'], String(error)).toContain(error.data?.code)
            expect(facts()).toEqual(then)
          })
          expect(soundness(), `after act ${act}`).toEqual([])
          expect(bare(), `after act ${act}`).toEqual([[], [], []])
        }
        if (name === 'erased') expect(about('contact', 'id')).toEqual([])
      },
    ),
    { numRuns: tries * 3 },
  )
  expect(erased).toBeGreaterThan(0)
})
