/** A sheet through the office's counter: what is refused names its field, in words; everything comes back by undo. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RefusalData } from './kit/refusal.ts'
import { refusalWords } from './kit/refusal-words.ts'
import { finish } from './kit/request.ts'
import { newOffice, type Office } from './office.ts'

const place = mkdtempSync(join(tmpdir(), 'amicale-sheet-'))
let office: Office

beforeAll(() => {
  office = newOffice(
    join(place, 'a.amicale'),
    { name: 'Amis' },
    {
      ...{ door: 'test', by: 'test', today: () => '2026-03-01' },
      resources: resolve(import.meta.dirname, '../../resources'),
    },
  )
})
afterAll(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const person = (fields: object) => ({ kind: 'person' as const, lastName: 'Dupont', ...fields })
const refused = async (contact: ReturnType<typeof person>): Promise<RefusalData> => {
  try {
    await office.client.people.create({ contact })
  } catch (error) {
    return (error as { data: RefusalData }).data
  }
  throw new Error('it was taken')
}
const undoLatest = async () => {
  const act = (await office.client.history.list({ limit: 1 })).acts[0]?.id ?? 0
  return office.client.history.undo({ act })
}

test.each([
  ['contact.lastName', { lastName: 'x'.repeat(5000) }, 'trop long'],
  ['contact.notes', { notes: 'x'.repeat(10_000_000) }, 'trop long'],
  ['contact.born', { born: '1066' }, 'avant 1850'],
  ['contact.born', { born: '2026-03-02' }, 'pas encore venue'],
  ['contact.born', { born: '1962-02-30' }, 'n’existe pas dans le calendrier'],
  ['contact.died', { born: '1962', died: '1961' }, 'le décès précède la naissance'],
  ['contact.stays.0.until', { stays: [{ house: 'A', since: '1990', until: '1989' }] }, 'la fin précède le début'],
  ['contact.addresses.0.kind', { addresses: [{ kind: 'castle' }] }, 'ne convient pas'],
])('%s is named, and nothing is kept', async (field, fields, words) => {
  const refusal = await refused(person(fields))
  expect(refusal).toMatchObject({ code: 'invalidInput', field })
  expect(refusalWords(refusal, 'fr')).toContain(words)
  expect((await office.client.people.list({})).total).toBe(0)
})

test('a whole sheet emptied comes back whole by undo, and so does the one before it', async () => {
  const contact = person({
    ...{ pronoun: 'elle', born: '1962-05', birthPlace: 'Oslo', languages: ['no'], tags: ['chorale'], left: '2020' },
    honours: [{ name: 'Palmes académiques' }],
    aliases: [{ name: 'Durand' }],
    stays: [{ house: 'Norvège', since: '1984' }],
    mandates: [{ body: 'Conseil', function: 'trésorière' }],
    supports: [{ subject: 'rereading', languages: ['fr'] }],
    groups: [{ name: 'Norvège', since: '1984', until: '1986' }],
    addresses: [{ city: 'Nice', country: 'FR', kind: 'second', seasonFrom: '06-01', seasonUntil: '09-15' }],
  })
  const { id } = await office.client.people.create({ contact })
  const { revision: _first, ...whole } = await office.client.people.read({ id })
  await office.client.people.update({ id, revision: 1, contact: person({ died: '2026-01-05' }) })
  expect(await office.client.people.read({ id })).toMatchObject({
    status: 'deceased',
    stays: [],
    honours: [],
    tags: [],
  })
  expect(await office.client.people.list({})).toMatchObject({ total: 0, deceased: 1 })
  await undoLatest()
  const { revision: _last, ...again } = await office.client.people.read({ id })
  expect(again).toEqual(whole)
  expect((await office.client.people.list({ search: 'durand' })).total).toBe(1)
})

test('the deceased are out of the directory, told as such, and out of a list that goes out', async () => {
  const { id } = await office.client.people.create({ contact: person({ lastName: 'Mort', died: '2020' }) })
  const paper = await finish(await office.client.exchange.export({ format: 'csv', columns: ['lastName'] }))
  const { chunk } = await office.client.papers.read({ paper: paper.paper })
  expect(Buffer.from(chunk, 'base64').toString()).not.toContain('Mort')
  const { proof } = await finish(await office.client.directory.typeset({}))
  expect(proof.left).toContainEqual({ id, name: 'Mort', why: 'deceased' })
})

const png = (width: number, height: number): string => {
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(17)])
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return Buffer.concat([bytes, Buffer.from('0000000049454e4400000000', 'hex')]).toString('base64')
}
const refusalOf = async (asked: Promise<unknown>): Promise<RefusalData> =>
  asked.then(
    () => Promise.reject(new Error('it was taken')),
    (error: { data: RefusalData }) => error.data,
  )

test('what nobody sees is taken out and said; what looks like a page is text like any other', async () => {
  const { client } = office
  const page = '<img src=x onerror=alert(1)>'
  const { id, unseen } = await client.people.create({
    contact: person({
      lastName: `Du\u202epont\ud800`,
      firstName: page,
      notes: `${page}\u2066\nfin`,
      tags: ['a\u200fb'],
    }),
  })
  expect([...unseen].sort()).toEqual(['lastName', 'notes', 'tags.0'])
  expect(await client.people.read({ id })).toMatchObject({
    lastName: 'Dupont',
    firstName: page,
    notes: `${page}\nfin`,
    tags: ['ab'],
  })
  expect((await client.people.list({ search: 'onerror' })).rows.map((row) => row.id)).toEqual([id])
})

test('a household of one, a group under itself, a photo too large or that is a drawing: refused, naming the field', async () => {
  const { client } = office
  const { id } = await client.people.create({ contact: person({ lastName: 'Seul' }) })
  const { id: upper } = await client.groups.create({ kind: 'section', name: 'Nord' })
  const { id: lower } = await client.groups.create({ kind: 'section', name: 'Nord-Est', parent: upper })
  const revision = (await client.groups.tree({})).groups.find((group) => group.id === upper)?.revision ?? 0
  const before = (await client.history.list({ limit: 1 })).acts[0]?.id
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>').toString('base64')
  const cases: readonly (readonly [Promise<unknown>, RefusalData['code'], string, string?])[] = [
    [client.households.make({ members: [{ contact: id }] }), 'householdRefused', 'members'],
    [client.households.make({ members: [{ contact: id }, { contact: id }] }), 'householdRefused', 'members.1.contact'],
    [client.groups.update({ id: upper, revision, name: 'Nord', parent: lower }), 'invalidInput', 'parent'],
    [client.groups.update({ id: upper, revision, name: 'Nord', parent: upper }), 'invalidInput', 'parent'],
    [client.people.setPhoto({ id, bytes: png(20_000, 20_000) }), 'invalidInput', 'bytes', 'trop de points'],
    [client.people.setPhoto({ id, bytes: svg }), 'invalidInput', 'bytes', 'JPEG ou PNG'],
  ]
  for (const [asked, code, field, words = ''] of cases) {
    const refusal = await refusalOf(asked)
    expect(refusal).toMatchObject({ code, field })
    expect(refusalWords(refusal, 'fr')).toContain(words)
  }
  expect((await client.history.list({ limit: 1 })).acts[0]?.id).toBe(before)
  await client.people.setPhoto({ id, bytes: png(20, 20) })
})
