/** A field added to a contact is known by everything that lists fields: lists coming in and going out, merging. */
import { describe, expect, test } from 'vitest'
import {
  addressInput,
  type ContactInput,
  contactInput,
  organisationInput,
  personFields,
  personInput,
} from '../people/people.requests.ts'
import { columnTargets } from './exchange.requests.ts'
import { exportColumns } from './export.requests.ts'
import { keptOfAddress, merged } from './merge.ts'

test('every part of a name can be read from a column and written to one', () => {
  expect(personFields).toContain('lastName')
  for (const field of personFields) {
    expect(columnTargets, field).toContain(field)
    expect(exportColumns, field).toContain(field)
  }
})

const lists = [
  ...['kind', 'status', 'groups', 'emails', 'phones', 'addresses', 'extras', 'languages', 'honours', 'aliases', 'tags'],
  ...['stays', 'mandates', 'supports', 'representatives'],
]
const days = ['born', 'died', 'left', 'confirmed']

test.each([personInput, organisationInput])(
  'every text of a contact that comes in is laid over what was there',
  ({ shape }) => {
    const kind = shape.kind.value
    const given = kind === 'person' ? { kind, lastName: 'Durand' } : { kind, name: 'Durand' }
    const kept = contactInput.parse(given)
    for (const field of Object.keys(shape).filter((name) => !lists.includes(name))) {
      const next = field === 'joined' ? '1999' : days.includes(field) ? '2001-02-03' : 'Autre'
      const { contact, changes } = merged(kept, contactInput.parse({ ...given, [field]: next }), false)
      expect(contact, `${kind}.${field}`).toMatchObject({ [field]: next })
      expect(changes.length, `${kind}.${field}`).toBe(1)
    }
  },
)

test('what a contact says several times over is added to, completed, never lost', () => {
  const stays = [{ house: 'Norvège', since: '1984', room: '214' }]
  const mandates = [{ body: 'Bureau', function: 'trésorière', since: '2001' }]
  const kept = contactInput.parse({
    ...{ kind: 'person', lastName: 'Durand', stays, mandates, tags: ['chorale'], aliases: [{ name: 'Martin' }] },
    ...{ languages: ['fr'], honours: [{ name: 'Palmes académiques', year: '1998' }] },
  })
  const laid = (coming: object) =>
    merged(kept, contactInput.parse({ kind: 'person', lastName: 'Durand', ...coming }), false)
  expect(laid({ stays: [{ house: 'norvege' }], tags: ['Chorale'], aliases: [{ name: 'MARTIN' }] }).changes).toEqual([])
  expect(laid({ mandates: [{ body: 'bureau' }], honours: [{ name: 'Palmes académiques' }] }).changes).toEqual([])
  const { contact, changes } = laid({
    ...{ stays: [{ house: 'Norvège', until: '1986' }, { house: 'Espagne' }], tags: ['presse'], languages: ['no'] },
    ...{ mandates: [{ body: 'Bureau', function: 'secrétaire' }], aliases: [{ name: 'Petit' }] },
  })
  expect(contact).toMatchObject({
    stays: [{ house: 'Norvège', since: '1984', until: '1986', room: '214' }, { house: 'Espagne' }],
    mandates: [{ function: 'trésorière' }, { function: 'secrétaire' }],
    tags: ['chorale', 'presse'],
    aliases: [{ name: 'Martin' }, { name: 'Petit' }],
    languages: ['no'],
    honours: [{ year: '1998' }],
  })
  expect(changes.map(({ field }) => field).sort()).toEqual([
    ...['aliases', 'languages', 'mandates', 'stays', 'stays', 'tags'],
  ])
})

/** What no list says of an address: its kind, its days, whose it is. */
const neverSaid = ['kind', 'since', 'until', 'seasonFrom', 'seasonUntil', 'returned', 'household']

test('every line of an address that comes in is laid over what was there', () => {
  const given = { kind: 'person', lastName: 'Durand' } as const
  for (const field of Object.keys(addressInput.shape).filter((name) => !neverSaid.includes(name))) {
    const next = field === 'country' ? 'BE' : 'Autre'
    const kept = contactInput.parse({ ...given, addresses: [{ street: '1 rue' }] })
    const { contact } = merged(kept, contactInput.parse({ ...given, addresses: [{ [field]: next }] }), false)
    expect(contact.addresses[0], field).toMatchObject({ [field]: next })
  }
})

test('a number that could not be read never takes the place of the one it is written from', () => {
  const phones = (...numbers: string[]) =>
    contactInput.parse({ kind: 'person', lastName: 'Durand', phones: numbers.map((number) => ({ number })) })
  const kept = phones('+33612345678', '+442079460018;ext=12')
  const known = merged(kept, phones('020 7946 0018 ext. 12', '06 12 34 56 78'), false)
  expect(known.changes).toEqual([])
  expect(known.contact.phones).toEqual(kept.phones)
  expect(merged(kept, phones('06 12 34 56 79'), false).changes).toEqual([
    { field: 'phone', old: '+33612345678', new: '06 12 34 56 79' },
  ])
})

describe('several addresses', () => {
  const home = { street: '1 rue A', postcode: '69001', city: 'Lyon', country: 'FR' }
  const summer = { label: 'été', street: '2 rue B', city: 'Nice', country: 'FR' }
  const winter = { label: 'hiver', street: '3 rue C', city: 'Pau', country: 'FR' }
  const at = (...addresses: object[]) => contactInput.parse({ kind: 'person', lastName: 'Durand', addresses })
  const laid = (kept: ContactInput, ...addresses: object[]) => {
    const { contact, changes } = merged(kept, at(...addresses), false)
    return { addresses: contact.addresses, changes: changes.map(({ field, old, new: next }) => [field, old, next]) }
  }
  const three = at(home, summer, winter)

  test.each([
    ['the second alone', [{ street: '2 rue B', city: 'Nice', country: 'FR' }]],
    ['the third by its label', [{ label: 'hiver', city: 'Pau' }]],
    ['all, in another order', [winter, home, summer]],
    ['two of them', [summer, winter]],
  ])('known wherever they stand: %s', (_, coming) => {
    expect(laid(three, ...coming)).toEqual({ addresses: three.addresses, changes: [] })
  })
  test('one more word goes to the one it is most like', () => {
    expect(laid(three, { street: '2 rue B', postcode: '06000', city: 'Nice' })).toEqual({
      addresses: at(home, { ...summer, postcode: '06000' }, winter).addresses,
      changes: [['postcode', '', '06000']],
    })
    expect(laid(three, { label: 'hiver', street: '9 rue Z', city: 'Pau' }).changes).toEqual([
      ['street', '3 rue C', '9 rue Z'],
    ])
  })
  test('one like none of them changes that of its rank, or is added when the list names that one', () => {
    expect(laid(three, { street: '9 rue Z', postcode: '29200', city: 'Brest' }).addresses).toMatchObject([
      { street: '9 rue Z', city: 'Brest' },
      summer,
      winter,
    ])
    expect(laid(at(home, summer), home, { street: '9 rue Z', city: 'Brest' }).addresses).toMatchObject([
      home,
      { street: '9 rue Z', city: 'Brest', label: 'été' },
    ])
    expect(laid(at(home, summer), summer, { street: '9 rue Z', city: 'Brest' }).addresses).toMatchObject([
      home,
      summer,
      { street: '9 rue Z' },
    ])
    expect(laid(at(home), home, { label: 'bureau', street: '9 rue Z', city: 'Lyon' }).addresses).toMatchObject([
      home,
      { label: 'bureau', street: '9 rue Z' },
    ])
  })
  test('what stays of an address whose town changes is that of the one it changes', () => {
    const coming = at({ label: 'hiver', city: 'Bayonne' })
    expect(keptOfAddress(three, coming, merged(three, coming, false))).toBe('3 rue C')
  })
})
