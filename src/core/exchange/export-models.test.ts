/** Models of lists going out, on a real office: kept, changed, renamed, refused, taken away, undone. */
import { expect, test } from 'vitest'
import { client, person, refused, reopen, undoLatest } from '../office.fixture.ts'

const models = async () => (await client.exchange.models({})).models

test('columns and their order are kept under a name, changed, renamed, taken away, and all of it undone', async () => {
  await person('Durand')
  const { id } = await client.exchange.saveModel({ name: 'Étiquettes', columns: ['city', 'lastName'] })
  await reopen()
  expect(await models()).toEqual([{ id, name: 'Étiquettes', columns: ['city', 'lastName'] }])
  await client.exchange.saveModel({ id, name: 'Envois', columns: ['lastName', 'city', 'emails'] })
  expect(await models()).toEqual([{ id, name: 'Envois', columns: ['lastName', 'city', 'emails'] }])
  await client.exchange.removeModel({ id })
  expect(await models()).toEqual([])
  expect(await undoLatest()).toBe('exchange.removeModel')
  expect(await undoLatest()).toBe('exchange.saveModel')
  expect(await models()).toEqual([{ id, name: 'Étiquettes', columns: ['city', 'lastName'] }])
})

test('a name that is taken, a column twice, none at all and a model that is not there are refused', async () => {
  const { id } = await client.exchange.saveModel({ name: 'Étiquettes', columns: ['city'] })
  expect(await refused(client.exchange.saveModel({ name: 'etiquettes', columns: ['city'] }))).toMatchObject({
    code: 'invalidInput',
    values: { reason: 'nameTaken' },
    field: 'name',
  })
  expect(await refused(client.exchange.saveModel({ name: 'A', columns: ['city', 'city'] }))).toMatchObject({
    code: 'invalidInput',
  })
  expect(await refused(client.exchange.saveModel({ name: 'A', columns: [] }))).toMatchObject({ code: 'invalidInput' })
  expect(await refused(client.exchange.removeModel({ id: id + 1 }))).toMatchObject({ code: 'notFound' })
  expect((await models()).map(({ name }) => name)).toEqual(['Étiquettes'])
})
