/**
 * Every order of the router, and every work that places an act: done on a small office, undone, done again. An order that is
 * added without a case (undo-cases.fixture.ts) fails the first test.
 */
import { isContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { refusalWords } from './kit/refusal-words.ts'
import type { RequestMeta } from './kit/request.ts'
import { officeRequests } from './requests.ts'
import { changed, client, facts, latest, paul, sheetOf } from './undo.fixture.ts'
import { cases, neverUnmade, readings, receipt, withoutAct } from './undo-cases.fixture.ts'

type Contract = { readonly '~orpc': { readonly meta: RequestMeta } }
const asked = (kinds: readonly (string | undefined)[]): readonly string[] =>
  Object.entries(officeRequests).flatMap(([room, requests]) =>
    Object.entries(requests)
      .filter(([, contract]) => {
        expect(isContractProcedure(contract)).toBe(true)
        return kinds.includes((contract as unknown as Contract)['~orpc'].meta.kind)
      })
      .map(([name]) => `${room}.${name}`),
  )

test('every order and every work of the router is here', () => {
  const known = [...Object.keys(cases), ...withoutAct, ...neverUnmade, ...readings].sort()
  expect(known).toEqual([...asked(['order', 'work'])].sort())
})

test('a refusal names every act in words, in both languages', () => {
  for (const name of Object.keys(cases)) {
    const data = { code: 'undoConflict', values: { what: 'changed', name, subject: 'Durand' } } as const
    expect(refusalWords(data, 'fr'), name).not.toContain('une opération')
    expect(refusalWords(data, 'en'), name).not.toContain('a later act')
  }
})

test.each(Object.entries(cases))('%s is undone, and done again', async (name, prepare) => {
  const act = await prepare()
  const before = facts()
  const last = await latest()
  await act()
  const after = facts()
  expect(after, 'it changed something').not.toEqual(before)
  const { acts } = await client.history.list({ limit: 200 })
  const made = acts.filter(({ id }) => id > last)
  expect(made.map((one) => one.name)).toEqual([name])
  await client.history.undo({ act: made[0]?.id ?? 0 })
  expect(facts()).toEqual(before)
  await client.history.undo({ act: await latest() })
  expect(facts()).toEqual(after)
})

test('receipts that were issued are not unmade: the undo is refused, and changes nothing', async () => {
  await receipt()
  const before = facts()
  await expect(client.history.undo({ act: await latest() })).rejects.toMatchObject({
    data: { code: 'undoConflict', values: { what: 'receipt' } },
  })
  expect(facts()).toEqual(before)
})

test('what a later act has built upon is refused, and the refusal names that act', async () => {
  await changed(paul, { profession: 'Luthier' })
  const act = await latest()
  await client.forms.answer({
    contact: paul,
    ...(await sheetOf(paul).then(({ revision, contact }) => ({
      revision,
      sheet: { ...(contact as object), profession: 'Organiste' } as never,
    }))),
  })
  const before = facts()
  const refused = await client.history.undo({ act }).then(
    () => undefined,
    (error: { data?: unknown }) => error.data,
  )
  expect(refused).toMatchObject({
    code: 'undoConflict',
    values: { name: 'forms.answer', subject: 'Durand Paul', act: await latest() },
  })
  expect(facts()).toEqual(before)
})

test('an order that keeps a file leaves no act', async () => {
  const before = await latest()
  await client.fields.keepFile({ name: 'lettre.txt', bytes: Buffer.from('Bonjour').toString('base64') })
  expect(await latest()).toBe(before)
})
