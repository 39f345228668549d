/** Two records made one on a real register: the way back. */
import { describe, expect, test } from 'vitest'
import { client, edited, lastAct, marie, person, photograph, refused, twin } from '../../merge.fixture.ts'

describe('the way back of a merge', () => {
  test('is one act, and undoing it puts every row back', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    const before = photograph()
    const acts = await lastAct()
    await client.duplicates.merge({ keep, absorb })
    expect(await lastAct()).toBe(acts + 1)
    expect(photograph()).not.toBe(before)
    const merge = await lastAct()
    await client.history.undo({ act: merge })
    expect(photograph()).toBe(before)
    expect((await client.people.list({ search: 'dupond' })).rows.map(({ id }) => id)).toEqual([absorb])
    // Undoing the undoing merges again.
    await client.history.undo({ act: await lastAct() })
    expect((await client.people.read({ id: keep })).emails).toHaveLength(2)
  })

  test('is undone even after the kept record was edited elsewhere', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    await client.duplicates.merge({ keep, absorb })
    const merge = await lastAct()
    await edited(keep, { phones: [{ number: '07 81 23 45 67' }, { number: '+33143291234' }], title: 'Dr' })
    await client.history.undo({ act: merge })
    const [kept, back] = [await client.people.read({ id: keep }), await client.people.read({ id: absorb })]
    expect(kept).toMatchObject({ title: 'Dr', birthName: '', memberNumber: '' })
    expect(kept.phones.map(({ number }) => number)).toEqual(['+33781234567'])
    expect(back.trashed).toBe(false)
    expect(back.phones.map(({ number }) => number)).toEqual(['+33612345678', '+33143291234'])
  })

  test('is undone after a line before the moved ones was taken away', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    await client.duplicates.merge({ keep, absorb })
    const merge = await lastAct()
    await edited(keep, { emails: [{ address: 'm.dupont@exemple.net' }] })
    await client.history.undo({ act: merge })
    expect((await client.people.read({ id: keep })).emails).toEqual([])
    expect((await client.people.read({ id: absorb })).emails.map(({ address }) => address)).toEqual([
      'MARIE@exemple.org',
      'm.dupont@exemple.net',
    ])
  })

  test('names the later act when the same facts were changed since', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    await client.duplicates.merge({ keep, absorb })
    const merge = await lastAct()
    await edited(keep, { memberNumber: '43' })
    const edit = await lastAct()
    const before = photograph()
    expect(await refused(client.history.undo({ act: merge }))).toMatchObject({
      code: 'undoConflict',
      values: { act: edit, name: 'people.update' },
    })
    // A moved line that was taken away later is named too.
    await client.history.undo({ act: edit })
    await edited(keep, { emails: [{ address: 'marie@exemple.org' }] })
    const removal = await lastAct()
    expect(await refused(client.history.undo({ act: merge }))).toMatchObject({
      code: 'undoConflict',
      values: { act: removal },
    })
    await client.history.undo({ act: removal })
    await client.history.undo({ act: merge })
    expect(photograph()).not.toBe(before)
    expect((await client.people.read({ id: absorb })).trashed).toBe(false)
  })

  test('are listed, the newest first, with what became of them', async () => {
    const [keep, absorb, third] = [await person(marie), await person(twin), await person({ firstName: 'M.' })]
    expect(await client.duplicates.merges({})).toEqual({ total: 0, merges: [] })
    await client.duplicates.merge({ keep: absorb, absorb: third })
    const first = await lastAct()
    await client.duplicates.merge({ keep, absorb })
    const second = await lastAct()
    const names = async (id: number) => ({ id, displayName: (await client.people.read({ id })).displayName })
    const { total, merges } = await client.duplicates.merges({})
    expect(total).toBe(2)
    expect(merges).toMatchObject([
      { act: second, by: 'tester', kept: await names(keep), absorbed: await names(absorb), undoneBy: null },
      { act: first, kept: await names(absorb), absorbed: await names(third), undoneBy: null },
    ])
    await client.history.undo({ act: second })
    const undoing = await lastAct()
    expect((await client.duplicates.merges({ limit: 1 })).merges).toMatchObject([{ act: second, undoneBy: undoing }])
    expect((await client.duplicates.merges({ offset: 1 })).merges).toMatchObject([{ act: first }])
    await client.history.undo({ act: undoing })
    expect((await client.duplicates.merges({ limit: 1 })).merges).toMatchObject([{ act: second, undoneBy: null }])
  })

  test('follows another: each is undone in its turn', async () => {
    const [first, second, third] = [await person(marie), await person(twin), await person({ firstName: 'M.' })]
    const before = photograph()
    await client.duplicates.merge({ keep: second, absorb: third })
    const one = await lastAct()
    await client.duplicates.merge({ keep: first, absorb: second })
    const two = await lastAct()
    await client.history.undo({ act: two })
    await client.history.undo({ act: one })
    expect(photograph()).toBe(before)
  })
})
