/** Who is thought to live together: proposed once, made into a household with one address, let be for good. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import { contactInput } from '../people.requests.ts'

let place = ''
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-together-'))
  office = newOffice(join(place, 'a.amicale'), { name: 'Amis' }, { door: 'test', by: 't', today: () => '2026-11-22' })
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
