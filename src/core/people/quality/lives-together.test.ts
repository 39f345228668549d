/** Who is thought to live together: proposed once, made into a household with one address, let be for good. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import { contactInput } from '../people.requests.ts'

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url))
let place = ''
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-together-'))
  office = newOffice(
    join(place, 'a.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 't', today: () => '2026-11-22', resources },
  )
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const home = { street: '12 rue Haute', postcode: '53000', city: 'Laval', country: 'FR' }
const person = async (lastName: string, given: Record<string, unknown> = {}): Promise<number> => {
  const phones = [{ number: '+33612345678' }]
  const contact = contactInput.parse({ kind: 'person', lastName, firstName: 'A', phones, addresses: [home], ...given })
  return (await office.client.people.create({ contact })).id
}
const proposed = async () => {
  const { remarks } = await finish(await office.client.quality.find({ kinds: ['livesTogether'] }))
  return remarks.map(({ contact, together }) => [contact, together?.contacts, together?.household])
}

test('two people of one address, whatever their names, become one household with one address', async () => {
  const one = await person('Dupont')
  const other = await person('Durand', { addresses: [{ ...home, street: '12, RUE HAUTE' }] })
  expect(await proposed()).toEqual([[one, [other], null]])

  const members = [{ contact: one }, { contact: other }]
  const { id } = await office.client.households.make({ members, address: { contact: one, position: 0 } })
  expect(await proposed()).toEqual([])
  const shared = await Promise.all([one, other].map((contact) => office.client.people.read({ id: contact })))
  expect(shared.map(({ addresses }) => addresses.map(({ household, street }) => [household, street]))).toEqual([
    [[id, '12 rue Haute']],
    [[id, '12 rue Haute']],
  ])
  const third = await person('Dupont')
  expect(await proposed()).toEqual([[third, [one], id]])
})

test('the best spelling of their address is kept, who joins brings a better one, and undo gives each back', async () => {
  const one = await person('Dupont', { addresses: [{ ...home, street: '12, R. HAUTE' }] })
  const other = await person('Durand', { addresses: [{ ...home, street: '12 r. Haute' }] })
  const third = await person('Petit', { addresses: [{ ...home, region: 'Pays de la Loire' }] })
  const all = () => Promise.all([one, other, third].map((id) => office.client.people.read({ id })))
  const spelt = async () =>
    (await all()).map(({ addresses }) => addresses.map(({ street, city, region }) => [street, city, region].join(', ')))
  const apart = (await all()).map(({ addresses }) => addresses)

  const members = [{ contact: one }, { contact: other }]
  const { id } = await office.client.households.make({ members, address: { contact: one, position: 0 } })
  expect(await spelt()).toEqual([
    ['12 r. Haute, Laval, '],
    ['12 r. Haute, Laval, '],
    ['12 rue Haute, Laval, Pays de la Loire'],
  ])
  await office.client.households.join({ id, contact: third })
  expect(await spelt()).toEqual(Array(3).fill(['12 rue Haute, Laval, Pays de la Loire']))

  const { acts } = await office.client.history.list({ limit: 2 })
  for (const act of acts) await office.client.history.undo({ act: act.id })
  expect((await all()).map(({ addresses }) => addresses)).toEqual(apart)
})

test('one street of two towns is two homes', async () => {
  await person('Dupont')
  await person('Dupont', { addresses: [{ ...home, city: 'Changé' }] })
  expect(await proposed()).toEqual([])
})

test('of more people at one address, only those of one name; the dead and the departed never', async () => {
  const one = await person('Dupont')
  await person('Durand')
  await person('Martin')
  await person('Dupont', { died: '2020-01-01', status: 'deceased' })
  await person('Dupont', { status: 'resigned', left: '2020-01-01' })
  expect(await proposed()).toEqual([])
  const other = await person('DUPONT')
  expect(await proposed()).toEqual([[one, [other], null]])
})

test('another floor is another home', async () => {
  await person('Dupont', { addresses: [{ ...home, complement: 'Bâtiment A' }] })
  await person('Durand', { addresses: [{ ...home, complement: 'Bâtiment B' }] })
  expect(await proposed()).toEqual([])
})

test('two who are said not to be a household are not proposed again', async () => {
  await person('Dupont')
  await person('Durand')
  const { remarks } = await finish(await office.client.quality.find({ kinds: ['livesTogether'] }))
  const [{ contact, kind, said } = { contact: 0, kind: 'livesTogether' as const, said: '' }] = remarks
  await office.client.quality.accept({ contact, remark: kind, said })
  expect(await proposed()).toEqual([])
})
