/** Households by the counter's own door: asked as `amicale ask` asks, undone, refused in words. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'

let place = ''
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-households-'))
  office = newOffice(
    join(place, 'Amis.amicale'),
    { name: 'Amis' },
    {
      ...{ door: 'test', by: 'tester', today: () => '2026-03-01' },
      resources: fileURLToPath(new URL('../../../../resources', import.meta.url)),
    },
  )
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const person = async (civility: string, firstName: string, lastName: string): Promise<number> => {
  const addresses = [{ street: '1 rue X', postcode: '75005', city: 'Paris', country: 'FR' }]
  const made = await office.client.people.create({
    contact: { kind: 'person', civility, firstName, lastName, addresses },
  })
  return made.id
}

it('is made, worded, left and undone act by act', async () => {
  const { client } = office
  const jean = await person('M.', 'Jean', 'Martin')
  const marie = await person('Mme', 'Marie', 'Martin')
  const { id } = await client.households.make({
    members: [{ contact: jean }, { contact: marie }],
    address: { contact: jean, position: 0 },
  })
  expect((await client.households.compose({ id, language: 'en' })).envelopes).toMatchObject([
    { household: id, contacts: [jean, marie], postal: { lines: ['Mr and Mrs Jean Martin', '1 RUE X', '75005 PARIS'] } },
  ])
  await client.people.markReturned({ id: marie, position: 0, day: '2026-02-01' })
  expect((await client.people.returned({})).rows.map((row) => row.id)).toEqual([jean, marie])
  await client.households.leave({ contact: marie, address: { kind: 'new', address: { city: 'Nice' } } })
  expect(await client.households.ofContact({ id: jean })).toBeNull()
  // The household is gone; the life of the record still names those who were in it.
  const life = await client.history.record({ contact: jean })
  expect(JSON.stringify(life.acts)).toContain('Martin Marie')

  const { acts } = await client.history.list({})
  expect(acts.slice(0, 3).map(({ name, subject }) => [name, subject])).toEqual([
    ['households.leave', 'Martin Marie'],
    ['people.markReturned', 'Martin Marie'],
    ['households.make', 'Martin Jean, Martin Marie'],
  ])
  for (const { id: act } of acts.slice(0, 3)) {
    const undone = await client.history.undo({ act })
    if (Symbol.asyncIterator in undone) await finish(undone as never)
  }
  expect(await client.households.list({})).toEqual({ total: 0, rows: [] })
  expect((await client.people.read({ id: marie })).addresses).toMatchObject([{ city: 'Paris', returned: '' }])
})

it('refuses with the field named', async () => {
  const jean = await person('M.', 'Jean', 'Martin')
  await expect(office.client.households.make({ members: [{ contact: jean }] })).rejects.toMatchObject({
    data: { code: 'householdRefused', field: 'members', values: { what: 'one' } },
  })
  await expect(office.client.households.make({ members: [] })).rejects.toMatchObject({
    data: { code: 'invalidInput', field: 'members' },
  })
})
