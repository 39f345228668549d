/** A register goes out as our own JSON and comes back whole: households, ties, photos; what cannot be tied is said. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import type { Contact } from '../../people/people.requests.ts'
import { anyContact, today } from './contact.fixture.ts'

vi.setConfig({ testTimeout: 300_000 })
const resources = resolve(import.meta.dirname, '../../../../resources')
const place = mkdtempSync(join(tmpdir(), 'amicale-whole-register-'))
const open = new Set<Office>()
let made = 0
afterAll(async () => {
  for (const office of open) await office.close()
  rmSync(place, { recursive: true, force: true })
})

function newAssociation(): Office {
  made += 1
  const doors = { door: 'test', by: 'test', today: () => today, resources } as const
  const office = newOffice(join(place, `${made}.amicale`), { name: 'Cartes' }, doors)
  open.add(office)
  return office
}
const closed = async (office: Office) => {
  open.delete(office)
  await office.close()
}

/** One red dot. */
const redDot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

async function exported({ client }: Office, asked: object = {}): Promise<string> {
  const paper = await finish(await client.exchange.export({ format: 'json', filter: { deceased: true }, ...asked }))
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece: { chunk: string; next?: number } = await client.papers.read({ paper: paper.paper, offset })
    pieces.push(Buffer.from(piece.chunk, 'base64'))
    offset = piece.next
  }
  return Buffer.concat(pieces).toString('utf8')
}
async function previewed({ client }: Office, text: string) {
  const { staging } = await client.exchange.stage({ name: 'own.json', chunk: Buffer.from(text).toString('base64') })
  await finish(await client.exchange.look({ staging }))
  const preview = await finish(await client.exchange.preview({ staging, mapping: [] }))
  const { lines } = await client.exchange.previewLines({ preview: preview.preview, limit: 200 })
  const problems = lines.flatMap((line) => line.problems.map(({ code, text: said }) => `${line.line} ${code} ${said}`))
  return { preview, lines, problems }
}
const imported = async (office: Office, text: string, leaveRefused = false) => {
  const { preview } = await previewed(office, text)
  return finish(await office.client.exchange.import({ preview: preview.preview, leaveRefused, evenIfSweeping: true }))
}
const everybody = async ({ client }: Office) => {
  const { rows } = await client.people.list({ limit: 500, deceased: true })
  return Promise.all(rows.map(({ id }) => client.people.read({ id })))
}
const homes = async ({ client }: Office) =>
  (await client.households.list({})).rows.map(({ names }) => names.join(' + ')).sort()

type Json = {
  readonly households: { ref: number; members: { contact: number }[] }[]
  readonly contacts: {
    ref: number
    addresses: { household: number | null }[]
    representatives?: { person: number }[]
  }[]
}

/** The file with its numbers counted anew in their order, and nothing else changed. */
function counted(text: string): string {
  const file = JSON.parse(text) as Json
  const [people, households] = [file.contacts, file.households].map(
    (some) => new Map(some.map(({ ref }, at) => [ref, at + 1])),
  ) as [Map<number, number>, Map<number, number>]
  const known = (map: Map<number, number>, ref: number) => map.get(ref) ?? Number.NaN
  for (const household of file.households) {
    household.ref = known(households, household.ref)
    for (const member of household.members) member.contact = known(people, member.contact)
  }
  for (const contact of file.contacts) {
    contact.ref = known(people, contact.ref)
    for (const address of contact.addresses)
      if (address.household !== null) address.household = known(households, address.household)
    for (const one of contact.representatives ?? []) one.person = known(people, one.person)
  }
  return JSON.stringify(file)
}

const ordinals = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf']

/** The sheet of a contact with a name that nobody else of the register bears, and no number that somebody else has. */
function sheetOf({ id, revision, sortKey, displayName, trashed, ...sheet }: Contact, at: number) {
  const own = { memberNumber: at % 2 === 0 ? `N${at}` : '', sortOverride: '' }
  const called = (name: string) => `${ordinals[at]} ${name.slice(0, 80)}`.trim()
  return sheet.kind === 'person'
    ? { ...sheet, ...own, lastName: called(sheet.lastName) }
    : { ...sheet, ...own, name: called(sheet.name), representatives: [] }
}

test('any register comes back with the same file but for its numbers, once, and goes again in one act', async () => {
  const registers = fc.record({
    contacts: fc.array(anyContact, { minLength: 2, maxLength: ordinals.length }),
    /** The household each is in, when it is a person and not alone there. */
    homes: fc.array(fc.nat(2), { minLength: ordinals.length, maxLength: ordinals.length }),
    roles: fc.array(fc.constantFrom('partner', 'child', 'other'), { minLength: 9, maxLength: 9 }),
    /** Whom each is reached through, when it is an organisation. */
    ties: fc.array(fc.array(fc.tuple(fc.nat(8), fc.constantFrom('delegate', 'contact')), { maxLength: 3 }), {
      minLength: ordinals.length,
      maxLength: ordinals.length,
    }),
    words: fc.constantFrom('', 'Famille « X »\n=1+1'),
    photo: fc.nat(8),
    /** What they answered: whom, about which field, on which day of May. */
    answers: fc.array(
      fc.record({
        of: fc.nat(8),
        field: fc.constantFrom('name', 'photo', 'email'),
        value: fc.constantFrom('yes', 'no'),
        day: fc.integer({ min: 1, max: 9 }),
        proof: fc.constantFrom('', 'classeur 2, « f. 3 »'),
      }),
      { maxLength: 6 },
    ),
    parted: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(registers, async ({ contacts, homes: inside, roles, ties, words, photo, parted, answers }) => {
      const [one, other] = [newAssociation(), newAssociation()]
      const { client } = one
      const ids: { readonly id: number; readonly at: number; readonly person: boolean }[] = []
      for (const [at, contact] of contacts.entries()) {
        const { id } = await client.people.create({ contact: sheetOf(contact, at) })
        ids.push({ id, at, person: contact.kind === 'person' })
      }
      for (const home of [0, 1, 2]) {
        const there = ids.filter(({ person, at }) => person && inside[at] === home).reverse()
        if (there.length < 2) continue
        const members = there.map(({ id, at }) => ({ contact: id, role: roles[at] as 'partner' }))
        const owner = there.find(({ at }) => (contacts[at]?.addresses.length ?? 0) > 0)
        const address = owner === undefined ? null : { contact: owner.id, position: 0 }
        await client.households.make({ members, address, addressee: words, salutation: words.slice(0, 7) })
        const [first] = there
        if (!parted || first === undefined || address === null) continue
        // One of them keeps what was shared as something else.
        const { id, revision, sortKey, displayName, trashed, ...sheet } = await client.people.read({ id: first.id })
        const addresses = sheet.addresses.map((own) => (own.household === null ? own : { ...own, city: 'Ailleurs' }))
        await client.people.update({ id, revision, contact: { ...sheet, addresses } as never, shared: 'onlyMe' })
      }
      for (const organisation of ids.filter(({ person }) => !person)) {
        const people = ids.filter((one) => one.person)
        if (people.length === 0) continue
        const representatives = (ties[organisation.at] ?? []).map(([to, rank]) => ({
          person: people[to % people.length]?.id,
          rank,
          role: words.slice(0, 7),
        }))
        const { id, revision, sortKey, displayName, trashed, ...sheet } = await client.people.read({
          id: organisation.id,
        })
        await client.people.update({ id, revision, contact: { ...sheet, representatives } as never })
      }
      for (const { of, field, value, day, proof } of answers) {
        const contact = ids[of]?.id
        if (contact === undefined) continue
        const circumstances = { day: `2025-05-0${day}`, source: 'letter', proof } as const
        await client.consents.record({
          contacts: [contact],
          answers: [{ medium: 'paper', field: field as 'name', value: value as 'yes' }],
          ...circumstances,
        })
      }
      const pictured = ids[photo]
      if (pictured !== undefined) await client.people.setPhoto({ id: pictured.id, bytes: redDot })

      const file = await exported(one)
      const { act, counts } = await imported(other, file)
      expect(counts).toEqual({ created: contacts.length, changed: 0, unchanged: 0, refused: 0 })
      expect(counted(await exported(other))).toBe(counted(file))
      for (const office of [one, other]) {
        const again = await previewed(office, file)
        expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: contacts.length, refused: 0 })
      }
      await other.client.history.undo({ act })
      expect(await everybody(other)).toEqual([])
      expect(await homes(other)).toEqual([])
      await closed(one)
      await closed(other)
    }),
    { numRuns: 6 },
  )
})

const person = (ref: number, lastName: string, more: object = {}) => ({ ref, kind: 'person', lastName, ...more })
const ours = (households: readonly unknown[], contacts: readonly unknown[]) =>
  [
    '{"format":"amicale-contacts","version":1,"association":"","day":"2026-03-01","households":[',
    households.map((one) => JSON.stringify(one)).join(',\n'),
    '],"contacts":[',
    contacts.map((one) => JSON.stringify(one)).join(',\n'),
    ']}',
  ].join('\n')
const home = (ref: number, ...members: readonly number[]) => ({
  ref,
  members: members.map((contact) => ({ contact, role: 'partner' })),
})

test('what names somebody who is not there, or twice, is refused or left with its line; the rest comes in', async () => {
  const office = newAssociation()
  const file = ours(
    [
      home(1, 10, 11),
      home(2, 11, 12),
      home(3, 13),
      home(4, 12, 99),
      home(5, 12, 20),
      home(6, 13, 13),
      home(1, 12, 13),
      { ref: 8, members: [{ contact: 12, role: 'cousin' }] },
    ],
    [
      person(10, 'Alpha', {
        addresses: [
          { city: 'Pau', household: 1 },
          { city: 'Lyon', household: 7 },
        ],
      }),
      person(11, 'Beta', { addresses: [{ city: 'Pau', household: 1 }] }),
      person(12, 'Gamma'),
      person(13, 'Delta', { photo: 'AAAA' }),
      {
        ref: 20,
        kind: 'organisation',
        name: 'Institut',
        representatives: [{ person: 20 }, { person: 12 }, { person: 99 }],
      },
      person(14, 'Jumeau'),
      person(14, 'Jumelle'),
      { ref: 21, kind: 'organisation', name: 'Fondation', representatives: [{ person: 14 }, { person: 21 }] },
    ],
  )
  const { preview, problems, lines } = await previewed(office, file)
  expect(problems).toEqual([
    '3 householdTwice Beta',
    '4 householdAlone Delta',
    '5 householdMissing 99',
    '6 householdNotPeople Institut',
    '7 householdTwice Delta',
    '8 householdInvalid ref 1',
    '9 householdInvalid members.0.role',
    '11 addressNotShared ',
    '14 photoUnread ',
    '15 tiesLeft 20, 99',
    '18 tiesLeft 14, 21',
  ])
  expect(preview.counts).toEqual({ created: 8, changed: 0, unchanged: 0, refused: 7 })
  expect(lines.find(({ line }) => line === 3)?.name).toBe('Beta, Gamma')
  await expect(imported(office, file)).rejects.toMatchObject({ data: { code: 'invalidInput' } })
  const { act } = await imported(office, file, true)
  expect(await homes(office)).toEqual(['Alpha + Beta'])
  const there = await everybody(office)
  const [institut, gamma] = ['Institut', 'Gamma'].map((name) => there.find(({ displayName }) => displayName === name))
  expect(institut).toMatchObject({ representatives: [{ person: gamma?.id }] })
  await office.client.history.undo({ act })
  expect(await everybody(office)).toEqual([])
  expect(await homes(office)).toEqual([])
})

test('known people come together, and an organisation is given whom it lacks', async () => {
  const office = newAssociation()
  const { client } = office
  const create = async (contact: object) => (await client.people.create({ contact: contact as never })).id
  const alpha = await create({ kind: 'person', lastName: 'Alpha', memberNumber: '1' })
  const beta = await create({ kind: 'person', lastName: 'Beta', memberNumber: '2' })
  const institut = await create({
    kind: 'organisation',
    name: 'Institut',
    memberNumber: '3',
    representatives: [{ person: alpha }],
  })
  await client.households.make({ members: [{ contact: alpha }, { contact: beta }] })
  const file = ours(
    [home(1, 5, 6, 7), home(2, 8, 9)],
    [
      person(5, 'Alpha', { memberNumber: '1' }),
      person(6, 'Beta', { memberNumber: '2' }),
      person(7, 'Gamma'),
      person(8, 'Delta'),
      person(9, 'Epsilon'),
      {
        ref: 4,
        kind: 'organisation',
        name: 'Institut',
        memberNumber: '3',
        representatives: [{ person: 5 }, { person: 7, role: 'Trésor' }],
      },
    ],
  )
  const { preview, lines } = await previewed(office, file)
  expect(preview.counts).toEqual({ created: 3, changed: 1, unchanged: 2, refused: 0 })
  expect(lines.find(({ name }) => name === 'Institut')?.changes).toEqual([
    { field: 'representatives', old: '', new: 'Gamma, Trésor' },
  ])
  await imported(office, file)
  expect(await homes(office)).toEqual(['Alpha + Beta + Gamma', 'Delta + Epsilon'])
  const gamma = (await everybody(office)).find(({ displayName }) => displayName === 'Gamma')
  expect(await client.people.read({ id: institut })).toMatchObject({
    representatives: [{ person: alpha }, { person: gamma?.id, role: 'Trésor' }],
  })
  const again = await previewed(office, file)
  expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 6, refused: 0 })
})

test('a list without its people’s households goes out without them, and comes back', async () => {
  const office = newAssociation()
  const { client } = office
  const create = async (contact: object) => (await client.people.create({ contact: contact as never })).id
  const alpha = await create({ kind: 'person', lastName: 'Alpha', category: 'A', addresses: [{ city: 'Pau' }] })
  const beta = await create({ kind: 'person', lastName: 'Beta' })
  const members = [alpha, beta].map((contact) => ({ contact }))
  await client.households.make({ members, address: { contact: alpha, position: 0 } })
  await client.people.setPhoto({ id: alpha, bytes: redDot })
  const file = await exported(office, { filter: { category: 'A' }, photos: false })
  expect(JSON.parse(file)).toMatchObject({ households: [], contacts: [{ addresses: [{ household: null }] }] })
  expect(file).not.toContain('"photo"')
  const { problems, preview } = await previewed(office, file)
  expect(problems).toEqual([])
  expect(preview.counts.unchanged).toBe(1)
})
