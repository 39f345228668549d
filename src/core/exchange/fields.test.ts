/** A field added to a contact is known by everything that lists fields: lists coming in and going out, merging. */
import { expect, test } from 'vitest'
import { addressInput, contactInput, organisationInput, personFields, personInput } from '../people/people.requests.ts'
import { columnTargets, exportColumns } from './exchange.requests.ts'
import { merged } from './merge.ts'

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
const keptOfAddress = ['label', 'kind', 'since', 'until', 'seasonFrom', 'seasonUntil', 'returned', 'household']

test('every line of an address that comes in is laid over what was there', () => {
  const given = { kind: 'person', lastName: 'Durand' } as const
  for (const field of Object.keys(addressInput.shape).filter((name) => !keptOfAddress.includes(name))) {
    const next = field === 'country' ? 'BE' : 'Autre'
    const kept = contactInput.parse({ ...given, addresses: [{ street: '1 rue' }] })
    const { contact } = merged(kept, contactInput.parse({ ...given, addresses: [{ [field]: next }] }), false)
    expect(contact.addresses[0], field).toMatchObject({ [field]: next })
  }
})
