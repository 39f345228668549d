/** The desk on a real register: what it remarks, what it corrects, what it lets be. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import { contactInput } from '../people.requests.ts'
import type { Found } from './quality.requests.ts'
import { remarkKinds } from './remark.rules.ts'
import { remarkWords } from './remark-words.rules.ts'
import { wellCased, wellSpaced } from './writing.rules.ts'

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url))
let place = ''
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-quality-'))
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

type Given = Record<string, unknown>
const person = async (given: Given): Promise<number> => {
  const contact = contactInput.parse({
    ...{ kind: 'person', lastName: 'Dupont', firstName: 'Jean', phones: [{ number: '+33612345678' }] },
    ...given,
  })
  return (await office.client.people.create({ contact })).id
}
const find = async (asked: Parameters<Office['client']['quality']['find']>[0] = {}) =>
  await finish(await office.client.quality.find(asked))
const said = ({ kind, field, changes }: Found) => [kind, field, changes.map(({ value }) => value).join(' ')]
const remarked = async (given: Given) => {
  const id = await person(given)
  return (await find()).remarks.filter(({ contact }) => contact === id).map(said)
}
const lastAct = async (): Promise<number> => (await office.client.history.list({ limit: 1 })).acts[0]?.id ?? 0
const refused = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => ({}),
    (error: { data?: unknown }) => error.data,
  )
const at = (address: Given): Given => ({ addresses: [{ street: '1 rue Haute', ...address }] })

describe('one record', () => {
  test.each<[string, Given, (string | undefined)[][]]>([
    ['a sound record', at({ postcode: '53000', city: 'Laval', country: 'FR' }), []],
    [
      'Laval is in Mayenne',
      at({ postcode: '53000', city: 'Laval', country: 'CA' }),
      [['countryDoubtful', 'addresses.0.country', 'FR']],
    ],
    [
      'Laval is in Quebec',
      at({ postcode: 'H7A 0A1', city: 'Laval', country: 'FR' }),
      [['countryDoubtful', 'addresses.0.country', 'CA']],
    ],
    [
      'Laval without a country: the association’s own is meant',
      at({ postcode: '53000', city: 'LAVAL CEDEX 9' }),
      [['capitals', 'addresses.0.city', 'Laval CEDEX 9']],
    ],
    [
      'Toronto without a country',
      at({ postcode: 'M5V 2T6', city: 'Toronto' }),
      [['countryMissing', 'addresses.0.country', 'CA']],
    ],
    ['no country, and nothing tells', at({ city: 'Valcreuse' }), [['countryMissing', 'addresses.0.country', '']]],
    [
      'a nought eaten by a spreadsheet',
      at({ postcode: '1000', city: 'Bourg-en-Bresse', country: 'FR' }),
      [['postcodeShape', 'addresses.0.postcode', '01000']],
    ],
    [
      'a figure missing',
      at({ postcode: '7500', city: 'Paris', country: 'FR' }),
      [['postcodeShape', 'addresses.0.postcode', '']],
    ],
    [
      'a space inside',
      at({ postcode: '75 005', city: 'Paris 5e', country: 'FR' }),
      [['postcodeShape', 'addresses.0.postcode', '75005']],
    ],
    [
      'a town of another department',
      at({ postcode: '75005', city: 'Lyon', country: 'FR' }),
      [['postcodeCity', 'addresses.0.postcode', '']],
    ],
    ['a village: nothing is known of it', at({ postcode: '53200', city: 'Azé', country: 'FR' }), []],
    [
      'another region',
      at({ postcode: '53000', city: 'Laval', region: 'Bretagne', country: 'FR' }),
      [['regionOther', 'addresses.0.region', 'Pays de la Loire']],
    ],
    ['an address left long ago', at({ postcode: '53000', city: 'Laval', country: 'CA', until: '2001' }), []],
    ['a phone of nowhere', { phones: [{ number: '12 34' }] }, [['phoneUnread', 'phones.0.number', '']]],
    [
      'a landline far from every address',
      { ...at({ postcode: '53000', city: 'Laval', country: 'FR' }), phones: [{ number: '+493012345678' }] },
      [['phoneCountry', 'phones.0.number', '']],
    ],
    [
      'a mistyped domain',
      { emails: [{ address: 'jean@gmial.com' }] },
      [['emailDomain', 'emails.0.address', 'jean@gmail.com']],
    ],
    ['no e-mail', { emails: [{ address: 'jean chez exemple' }] }, [['emailForm', 'emails.0.address', '']]],
    [
      'capitals',
      { lastName: 'DE LA TOUR', firstName: 'jean-pierre' },
      [
        ['capitals', 'lastName', 'De La Tour'],
        ['capitals', 'firstName', 'Jean-Pierre'],
      ],
    ],
    ['signs', { profession: 'médecin,, retraité ,' }, [['spacing', 'profession', 'médecin, retraité']]],
    [
      'joined before being born',
      { born: '1962', joined: '1950' },
      [
        ['bornAfterJoined', 'joined', ''],
        ['unconfirmed', 'confirmed', ''],
      ],
    ],
    ['joined at ten', { born: '2012-05-01', joined: '2022' }, [['joinedYoung', 'joined', '']]],
    ['a hundred and twenty years old', { born: '1906' }, [['tooOld', 'born', '']]],
    [
      'deceased with an open mandate',
      { died: '2020-02-03', mandates: [{ body: 'Bureau', since: '2015' }] },
      [['deceasedMandate', 'mandates.0.until', '2020-02-03']],
    ],
    [
      'deceased, and confirmed later',
      { died: '2020-02-03', confirmed: '2024-01-01' },
      [['deceasedLater', 'confirmed', '']],
    ],
    [
      'a member out of reach',
      { phones: [], ...at({ city: 'Paris', postcode: '75005', country: 'FR', returned: '2026-01-01' }) },
      [['unreachable', 'addresses', '']],
    ],
    ['not confirmed for six years', { confirmed: '2020-01-01' }, [['unconfirmed', 'confirmed', '']]],
    ['confirmed last year', { joined: '1990', confirmed: '2025-06-01' }, []],
  ])('%s', async (_, given, expected) => {
    expect(await remarked(given)).toEqual(expected)
  })

  test('names are cased and signs set as names and signs are', () => {
    expect(wellCased('SAINT-GERMAIN-EN-LAYE', true)).toBe('Saint-Germain-en-Laye')
    expect(wellCased('LE MANS', true)).toBe('Le Mans')
    expect(wellCased('O’BRIEN', false)).toBe('O’Brien')
    expect(wellCased('MCDONALD', false)).toBe('McDonald')
    expect(wellCased('ÉLISABETH', false)).toBe('Élisabeth')
    expect(wellSpaced(', 12 rue Haute , bât. B..')).toBe('12 rue Haute, bât. B.')
    expect(wellSpaced('et cetera...')).toBe('et cetera...')
  })

  test('every kind has its sentence in both languages, without a hole', () => {
    for (const kind of remarkKinds) {
      const values = new Proxy({}, { get: () => 'x' })
      for (const language of ['fr', 'en'] as const)
        expect(remarkWords({ kind, values }, language)).not.toMatch(/undefined|\n/)
      expect(remarkWords({ kind, values }, 'fr')).not.toMatch(/'|[^\u00a0][:;?!»]|«[^\u00a0]/)
    }
  })
})

describe('several records', () => {
  test('a day that came as none is said at its field, until the field says another', async () => {
    const extras = [
      { name: 'Date de naissance', value: '31/02/1947' },
      { name: 'Lieu de naissance', value: 'vers Lyon' },
      { name: 'Décès', value: 'vers 1950' },
    ]
    await person({ extras })
    await person({ extras, born: '1947', died: '1950', status: 'deceased' })
    const { remarks } = await find({ kinds: ['dayUnread'] })
    expect(remarks.map(({ contact, field, said }) => [contact, field, said])).toEqual([
      [1, 'born', 'Date de naissance 31/02/1947'],
      [1, 'died', 'Décès vers 1950'],
    ])
  })

  test('the spelling with its accents is the better one, however few have it', async () => {
    for (const street of ['3 rue de l’Eglise', '3 rue de l’Eglise', '3 rue de l’Église'])
      await person(at({ street, postcode: '42000', city: 'Saint-Étienne', country: 'FR' }))
    const { remarks } = await find({ kinds: ['addressSpelt'] })
    expect(remarks.map((remark) => [remark.contact, ...said(remark)])).toEqual([
      [1, 'addressSpelt', 'addresses.0.street', '3 rue de l’Église'],
      [2, 'addressSpelt', 'addresses.0.street', '3 rue de l’Église'],
    ])
  })

  test('one address and one town written in two ways', async () => {
    for (const street of ['12 rue de la Gare', '12 rue de la Gare', '12, r. de la gare']) {
      await person(at({ street, postcode: '42000', city: 'Saint-Étienne', country: 'FR' }))
    }
    await person(at({ street: '12 rue de la Garre', postcode: '42000', city: 'St Etienne', country: 'FR' }))
    const { remarks } = await find()
    expect(remarks.map((remark) => [remark.contact, ...said(remark)])).toEqual([
      [3, 'addressSpelt', 'addresses.0.street', '12 rue de la Gare'],
      [4, 'addressSpelt', 'addresses.0.street', ''],
      [4, 'citySpelt', 'addresses.0.city', 'Saint-Étienne'],
      [1, 'livesTogether', 'addresses.0.street', ''],
    ])
  })

  test('a town is never corrected into another script', async () => {
    const athens = { street: 'Οδός Ερμού 12', postcode: '105 63', country: 'GR' }
    await person(at({ ...athens, city: 'Αθήνα' }))
    await person(at({ ...athens, city: 'Athina' }))
    await person(at({ ...athens, street: 'Odos Ermou 12', city: 'Athina' }))
    expect((await find()).remarks.filter(({ kind }) => kind === 'citySpelt' || kind === 'addressSpelt')).toEqual([])
  })

  test('a household whose people live apart: the one confirmed longest ago may have moved', async () => {
    const [one, other] = [
      await person({ ...at({ postcode: '53000', city: 'Laval', country: 'FR' }), confirmed: '2026-01-01' }),
      await person({
        ...at({ street: '2 quai Bas', postcode: '53000', city: 'Laval', country: 'FR' }),
        confirmed: '2024-01-01',
      }),
    ]
    office.register.order('test', '', () => {
      office.register.prepare('INSERT INTO household (id) VALUES (1)').run()
      const join = office.register.prepare(
        'INSERT INTO household_member (contact_id, household_id, position) VALUES (?, 1, ?)',
      )
      join.run(one, 0)
      join.run(other, 1)
    })
    expect((await find()).remarks.map((remark) => [remark.contact, remark.kind])).toEqual([[other, 'moveProbable']])
  })
})

describe('the desk', () => {
  const laval = at({ postcode: '53000', city: 'Laval', country: 'CA' })

  test('corrects in one act, which is undone like any other', async () => {
    const id = await person(laval)
    const [remark] = (await find()).remarks
    if (remark === undefined) throw new Error('Nothing remarked')
    const { revision } = await office.client.quality.fix({
      contact: id,
      revision: remark.revision,
      changes: [...remark.changes],
    })
    const contact = await office.client.people.read({ id })
    expect([contact.addresses[0]?.country, contact.revision]).toEqual(['FR', revision])
    expect((await find()).total).toBe(0)
    await office.client.history.undo({ act: await lastAct() })
    expect((await find()).remarks).toMatchObject([{ kind: 'countryDoubtful' }])
  })

  test('refuses what is stale, unknown or does not suit, naming the field', async () => {
    const id = await person(laval)
    const { revision } = await office.client.people.read({ id })
    const fix = (changes: { field: string; value: string }[], on = revision, contact = id) =>
      refused(office.client.quality.fix({ contact, revision: on, changes }))
    expect(await fix([{ field: 'addresses.0.country', value: 'FR' }], revision - 1)).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await fix([{ field: 'addresses.0.country', value: 'FR' }], revision, 99)).toMatchObject({ code: 'notFound' })
    for (const field of ['pigeon', 'addresses.7.city', 'kind', 'addresses', '__proto__.x', 'id'])
      expect(await fix([{ field, value: 'FR' }])).toMatchObject({ code: 'invalidInput', field: 'changes.0.field' })
    expect(await fix([{ field: 'addresses.0.country', value: 'Canada' }])).toMatchObject({
      code: 'invalidInput',
      field: 'changes.0.value',
    })
  })

  test('refuses what the form would refuse, and who is in the trash', async () => {
    const id = await person({ profession: 'Notaire', born: '1962' })
    const { revision } = await office.client.people.read({ id })
    const fix = (...changes: { field: string; value: string }[]) =>
      refused(office.client.quality.fix({ contact: id, revision, changes }))
    const beside = { field: 'profession', value: 'Avocat' }
    expect(await fix(beside, { field: 'born', value: '1066' })).toMatchObject({
      ...{ code: 'invalidInput', values: { reason: 'tooLongAgo' }, field: 'changes.1.value' },
    })
    expect(await fix({ field: 'died', value: '1900' })).toMatchObject({ values: { reason: 'deathBeforeBirth' } })
    expect(await fix({ field: 'firstName', value: '' }, { field: 'lastName', value: '' })).toMatchObject({
      ...{ code: 'invalidInput', values: { reason: 'too_small' }, field: 'changes.1.value' },
    })
    await office.client.people.trash({ ids: [id] })
    expect(
      await refused(office.client.quality.fix({ contact: id, revision: revision + 1, changes: [beside] })),
    ).toMatchObject({ code: 'notFound', field: 'contact' })
    expect((await office.client.people.read({ id })).profession).toBe('Notaire')
  })

  test('lets be what was accepted, until what it speaks of changes', async () => {
    const id = await person(laval)
    const [remark] = (await find()).remarks
    if (remark === undefined) throw new Error('Nothing remarked')
    await office.client.quality.accept({ contact: id, remark: remark.kind, said: remark.said })
    expect((await find()).total).toBe(0)
    const accepted = await lastAct()
    const { revision } = await office.client.people.read({ id })
    await office.client.quality.fix({
      contact: id,
      revision,
      changes: [{ field: 'addresses.0.postcode', value: '53001' }],
    })
    expect((await find()).remarks).toMatchObject([{ kind: 'countryDoubtful' }])
    await office.client.history.undo({ act: await lastAct() })
    await office.client.history.undo({ act: accepted })
    expect((await find()).total).toBe(1)
  })

  test('the most pressing first, by kind when asked, nobody in the trash', async () => {
    await person({ confirmed: '2010-01-01', emails: [{ address: 'jean@gmial.com' }] })
    const trashed = await person(laval)
    await office.client.people.trash({ ids: [trashed] })
    expect((await find()).remarks.map(({ kind }) => kind)).toEqual(['emailDomain', 'unconfirmed'])
    expect(await find({ kinds: ['unconfirmed'] })).toMatchObject({
      total: 1,
      looked: 1,
      counts: [{ kind: 'unconfirmed', count: 1 }],
    })
    expect((await find({ unconfirmedYears: 30 })).total).toBe(1)
  })

  test('goes through thousands without holding the thread, and can be left', async () => {
    await finish(await office.client.exchange.invent({ people: 3000, seed: 5 }))
    // What the thread computes between two turns of the clock: what others take of the machine is not ours.
    const spent = (): number => process.threadCpuUsage().user / 1000
    let longest = 0
    let last = spent()
    const ticking = setInterval(() => {
      const now = spent()
      longest = Math.max(longest, now - last)
      last = now
    }, 1)
    const began = performance.now()
    const { total, looked, counts } = await finish(await office.client.quality.find({}))
    clearInterval(ticking)
    const seconds = (performance.now() - began) / 1000
    console.info(
      `3,000 people looked at in ${seconds.toFixed(1)} s, ${total} remarks (${counts.map(({ kind, count }) => `${kind} ${count}`).join(', ')}), ` +
        `thread held ${longest.toFixed(0)} ms at most`,
    )
    expect(looked).toBe(3000)
    expect(longest).toBeLessThan(120)
    const running = await office.client.quality.find({})
    await running.next()
    await running.return?.(undefined as never)
  })
})
