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

const lists = ['kind', 'status', 'groups', 'emails', 'phones', 'addresses', 'extras']

test.each([personInput, organisationInput])(
  'every text of a contact that comes in is laid over what was there',
  ({ shape }) => {
    const kind = shape.kind.value
    const given = kind === 'person' ? { kind, lastName: 'Durand' } : { kind, name: 'Durand' }
    const kept = contactInput.parse(given)
    for (const field of Object.keys(shape).filter((name) => !lists.includes(name))) {
      const next = field === 'joined' ? '1999' : 'Autre'
      const { contact, changes } = merged(kept, contactInput.parse({ ...given, [field]: next }), false)
      expect(contact, `${kind}.${field}`).toMatchObject({ [field]: next })
      expect(changes.length, `${kind}.${field}`).toBe(1)
    }
  },
)

test('every line of an address that comes in is laid over what was there', () => {
  const given = { kind: 'person', lastName: 'Durand' } as const
  for (const field of Object.keys(addressInput.shape).filter((name) => name !== 'label')) {
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
