/** Criteria: what SQL finds is what a plain reading of every sheet finds. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isBefore, yearsBetween } from '../day.rules.ts'
import { createAll, drafted, list, read, register } from '../people.fixture.ts'
import { type Contact, type ContactInput, contactFilter } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import { peopleStore } from '../people.service.ts'
import { type Condition, type Criteria, criteriaInput } from './criteria.requests.ts'

const today = '2026-03-01'

const found = (criteria: unknown): readonly number[] =>
  peopleStore(register)
    .idsInOrder(contactFilter.parse({ criteria, deceased: true }))
    .toSorted((one, other) => one - other)

const seeded = (seed: number) => (): number => {
  const next = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  seed = next
  return (next >>> 8) / 0x800000
}

const cities = ['Paris', 'Łódź', 'Saint-Étienne', 'Genève', '']
const houses = ['Maison de Norvège', 'Japon', 'Deutsch de la Meurthe']
const days = ['', '1962', '1962-05', '1962-05-31', '1990', '2001-12-31', '1950-02-28', '2026-01']
const tags = ['chorale', 'Mécène', 'presse']
const names = ['Müller', 'Le Goff', 'Đặng', 'Œuvrard', 'Martin', 'Lemartin', '山田']

/** People who say much, little or nothing, the same at each run. */
function invented(seed: number): ContactInput {
  const random = seeded(seed + 1)
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const period = () => {
    const [a, b] = [one(days), one(days)]
    return isBefore(b, a) ? { since: b, until: a } : { since: a, until: b }
  }
  return drafted({
    lastName: one(names),
    firstName: one(['Hélène', 'Jean-Pierre', '']),
    status: one(['member', 'lost', 'friend'] as const),
    category: one(['Actif', 'Bienfaiteur', '']),
    profession: one(['Ingénieure', 'notaire', '']),
    born: one(days.slice(0, 7)),
    joined: one(['', '1987', '2010']),
    confirmed: one(['', '2020-01-01', '2025-12-31']),
    languages: one([[], ['fr'], ['en', 'fr'], ['deu']]),
    tags: tags.filter(() => random() < 0.3),
    emails: random() < 0.5 ? [{ address: 'a.b@exemple.org' }] : [],
    phones: random() < 0.5 ? [{ number: one(['06 12 34 56 78', '+41 22 731 02 28']) }] : [],
    addresses:
      random() < 0.7
        ? [
            {
              city: one(cities),
              street: 'rue de l’Église',
              postcode: one(['75005', '69001']),
              country: one(['FR', 'CH']),
              returned: one(['', '2025-05-05']),
            },
          ]
        : [],
    groups: houses.filter(() => random() < 0.4).map((name) => ({ name, ...period() })),
    stays: random() < 0.5 ? [{ house: one(houses), ...period(), room: one(['12', '']) }] : [],
    mandates: random() < 0.3 ? [{ body: 'Conseil', function: one(['Présidente', 'trésorier']), ...period() }] : [],
    extras: random() < 0.5 ? [{ name: 'Chambre', value: one(['12', '12,5', '1 200', 'bleue', 'É']) }] : [],
  })
}

const within = (day: string, asked: string): boolean => asked !== '' && day.startsWith(asked)
function dayMeets(day: string, { op, value, until }: { op: string; value: string; until: string }): boolean {
  if (op === 'known') return day !== ''
  if (op === 'between') {
    return (
      day !== '' &&
      (value === '' || within(day, value) || isBefore(value, day)) &&
      (until === '' || within(day, until) || isBefore(day, until))
    )
  }
  if (value === '') return false
  return op === 'before' ? isBefore(day, value) : op === 'after' ? isBefore(value, day) : within(day, value)
}
function textMeets(text: string, op: string, value: string): boolean {
  const [kept, sought] = [foldedName(text), foldedName(value)]
  if (op === 'known') return text !== ''
  if (sought === '') return false
  return op === 'is' ? kept === sought : op === 'begins' ? kept.startsWith(sought) : kept.includes(sought)
}
const holds = ({ since, until }: { since: string; until: string }, day: string): boolean =>
  day === '' || (!isBefore(day, since) && !isBefore(until, day))

const textsOf = (contact: Contact, field: string): readonly string[] => {
  switch (field) {
    case 'email':
      return contact.emails.map(({ address }) => address)
    case 'city':
    case 'street':
    case 'postcode':
      return contact.addresses.map((address) => address[field])
    case 'function':
      return contact.mandates.map((mandate) => mandate.function)
    case 'room':
      return contact.kind === 'person' ? contact.stays.map(({ room }) => room) : []
    default:
      return [String((contact as unknown as Record<string, unknown>)[field] ?? '')]
  }
}
const daysOf = (contact: Contact, field: string): readonly string[] =>
  field === 'returned'
    ? contact.addresses.map(({ returned }) => returned)
    : [String((contact as unknown as Record<string, unknown>)[field] ?? '')]

function meetsOne(contact: Contact, asked: Condition): boolean {
  switch (asked.field) {
    case 'status':
      return asked.values.includes(contact.status)
    case 'category':
      return contact.category !== '' && asked.values.map(foldedName).includes(foldedName(contact.category))
    case 'tag':
      return contact.tags.some((tag) => asked.values.map(foldedName).includes(foldedName(tag)))
    case 'country':
      return contact.addresses.some(({ country }) => asked.values.includes(country))
    case 'language':
      return contact.languages.some((language) => asked.values.includes(language))
    case 'has': {
      const lists: Record<string, readonly unknown[]> = { ...contact } as never
      const list = { email: 'emails', phone: 'phones', address: 'addresses', group: 'groups', tag: 'tags' } as const
      return (lists[list[asked.what as 'email']] ?? []).length > 0
    }
    case 'group':
      return contact.groups.some(
        (group) =>
          (asked.kind === '' || group.kind === asked.kind) &&
          (asked.name === '' || foldedName(group.name) === foldedName(asked.name)) &&
          holds(group, asked.day),
      )
    case 'stay':
      return (
        contact.kind === 'person' &&
        contact.stays.some(
          (stay) =>
            (asked.house === '' || foldedName(stay.house) === foldedName(asked.house)) &&
            (asked.day === '' || stay.since + stay.until !== '') &&
            holds(stay, asked.day),
        )
      )
    case 'mandate':
      return contact.mandates.some(
        (mandate) =>
          (asked.body === '' || foldedName(mandate.body) === foldedName(asked.body)) &&
          (asked.function === '' || foldedName(mandate.function) === foldedName(asked.function)) &&
          holds(mandate, asked.day),
      )
    case 'age': {
      const born = contact.kind === 'person' ? contact.born : ''
      const age = born === '' || contact.status === 'deceased' ? undefined : yearsBetween(born, today)
      if (age === undefined) return false
      const [least, most] = {
        is: [asked.value, asked.value],
        atLeast: [asked.value, 999],
        atMost: [0, asked.value],
        between: [asked.value, asked.until],
      }[asked.op] as [number, number]
      return age >= least && age <= most
    }
    case 'custom': {
      const values = contact.extras.filter(({ name }) => foldedName(name) === foldedName(asked.name))
      const op = asked.op === 'unknown' ? 'known' : asked.op
      const any = values.some(({ value }) =>
        textMeets(value, ['is', 'begins', 'known'].includes(op) ? op : 'contains', asked.value),
      )
      return asked.op === 'unknown' ? !any : any
    }
    case 'born':
    case 'joined':
    case 'confirmed':
    case 'returned': {
      const all = daysOf(contact, asked.field)
      if (asked.op === 'unknown') return !all.some((day) => day !== '')
      return all.some((day) => dayMeets(day, asked))
    }
    default: {
      if (!('op' in asked)) throw new Error(asked.field)
      const all = textsOf(contact, asked.field)
      if (asked.op === 'unknown') return !all.some((text) => text !== '')
      return all.some((text) => textMeets(text, asked.op, String(asked.value)))
    }
  }
}

function meets(contact: Contact, criteria: Criteria): boolean {
  if ('all' in criteria) return criteria.all.every((one) => meets(contact, one))
  if ('any' in criteria) return criteria.any.some((one) => meets(contact, one))
  return 'not' in criteria ? !meets(contact, criteria.not) : meetsOne(contact, criteria)
}

const among = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const word = among(
  ...names,
  ...cities,
  'mart',
  'GOFF',
  'l',
  '%',
  '_',
  "'; DROP TABLE contact; --",
  '"',
  'ingénieur',
  '12',
  '',
)
const someDay = among(...days)
const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    field: among('lastName', 'firstName', 'profession', 'city', 'street', 'postcode', 'email', 'function', 'room'),
    op: among('is', 'contains', 'begins', 'known', 'unknown'),
    value: word,
  }),
  fc.record({ field: among('status'), values: fc.subarray(['member', 'lost', 'friend', 'x'], { minLength: 1 }) }),
  fc.record({ field: among('category'), values: fc.subarray(['ACTIF', 'bienfaiteur', 'x'], { minLength: 1 }) }),
  fc.record({ field: among('tag'), values: fc.subarray(['CHORALE', 'mecene', 'x'], { minLength: 1 }) }),
  fc.record({ field: among('country'), values: fc.subarray(['FR', 'CH', 'DE'], { minLength: 1 }) }),
  fc.record({ field: among('language'), values: fc.subarray(['fr', 'en', 'de'], { minLength: 1 }) }),
  fc.record({
    field: among('born', 'joined', 'confirmed', 'returned'),
    op: among('before', 'after', 'on', 'between', 'known', 'unknown'),
    value: someDay,
    until: someDay,
  }),
  fc.record({
    field: among('age'),
    op: among('is', 'atLeast', 'atMost', 'between'),
    value: fc.integer({ min: 0, max: 120 }),
    until: fc.integer({ min: 0, max: 120 }),
  }),
  fc.record({ field: among('has'), what: among('email', 'phone', 'address', 'group', 'tag') }),
  fc.record({
    field: among('group'),
    kind: among('', 'house', 'section'),
    name: among('', 'JAPON', 'norvege', houses[0] ?? ''),
    day: someDay,
    below: fc.boolean(),
  }),
  fc.record({ field: among('stay'), house: among('', 'japon'), day: someDay }),
  fc.record({ field: among('mandate'), body: among('', 'conseil'), function: among('', 'presidente'), day: someDay }),
  fc.record({
    field: among('custom'),
    name: among('chambre', 'Autre'),
    op: among('is', 'contains', 'begins', 'known', 'unknown'),
    value: word,
  }),
)
const tree: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node

test('SQL finds whom a plain reading of every sheet finds', () => {
  const ids = createAll(...Array.from({ length: 60 }, (_, seed) => invented(seed) as never))
  const contacts = ids.map(read)
  let some = 0
  fc.assert(
    fc.property(tree, (given) => {
      const criteria = criteriaInput.parse(given)
      const expected = contacts.filter((contact) => meets(contact, criteria)).map(({ id }) => id)
      if (expected.length > 0 && expected.length < ids.length) some += 1
      expect(found(given)).toEqual(expected)
    }),
    { numRuns: 400, seed: 20_260_301 },
  )
  // Enough of them told people apart.
  expect(some).toBeGreaterThan(100)
})

describe('what the plain reading does not say', () => {
  it('follows groups below, typed fields, phones, consents and fixed lists', () => {
    const [a = 0, b = 0, c = 0] = createAll(
      {
        lastName: 'A',
        phones: [{ number: '06 12 34 56 78' }],
        groups: [{ kind: 'section', name: 'Rhône' }],
        extras: [{ name: 'Parts', value: '1 200,5' }],
      },
      { lastName: 'B', extras: [{ name: 'Parts', value: '30' }], groups: [{ kind: 'section', name: 'France' }] },
      { lastName: 'C', died: '2025-11', extras: [{ name: 'Visite', value: '2024-05-02' }] },
    )
    register.order('test', '', () => {
      const run = (sql: string): void => {
        register.prepare(sql).run()
      }
      run(
        "UPDATE contact_group SET parent_id = (SELECT id FROM contact_group WHERE name = 'France') WHERE name = 'Rhône'",
      )
      run("INSERT INTO custom_field (name, folded, type) VALUES ('Parts', 'parts', 'number')")
      run("INSERT INTO custom_field (name, folded, type) VALUES ('Visite', 'visite', 'day')")
      run(`INSERT INTO consent (contact_id, medium, field, value, day) VALUES
        (${a}, 'paper', 'phone', 'yes', '2024-01-01'), (${a}, 'paper', 'phone', 'no', '2025-01-01'), (${b}, 'paper', 'phone', 'yes', '2025-01-01')`)
      run("INSERT INTO saved_list (name, folded, kind, filter, columns) VALUES ('L', 'l', 'fixed', '{}', '[]')")
      run(`INSERT INTO saved_list_member (list_id, contact_id) VALUES (1, ${b})`)
    })
    expect(found({ field: 'group', name: 'france' })).toEqual([b])
    expect(found({ field: 'group', name: 'france', below: true })).toEqual([a, b])
    expect(found({ field: 'custom', name: 'parts', op: 'atLeast', value: '100' })).toEqual([a])
    expect(found({ field: 'custom', name: 'PARTS', op: 'between', value: '20', until: '1200,5' })).toEqual([a, b])
    expect(found({ field: 'custom', name: 'parts', op: 'atMost', value: 'beaucoup' })).toEqual([])
    expect(found({ field: 'custom', name: 'visite', op: 'between', value: '2024', until: '2024-05' })).toEqual([c])
    for (const value of ['0612', '06 12 34', '+33 6 12', '00336', '612']) {
      expect(found({ field: 'phone', op: 'begins', value }), value).toEqual([a])
    }
    expect(found({ field: 'phone', op: 'contains', value: '3456' })).toEqual([a])
    expect(found({ field: 'phone', op: 'contains', value: ' ' })).toEqual([])
    expect(found({ field: 'consent', medium: 'paper', about: 'phone', value: 'no' })).toEqual([a])
    expect(found({ field: 'consent', medium: 'paper', about: 'phone', value: 'unsaid' })).toEqual([c])
    expect(found({ field: 'list', id: 1 })).toEqual([b])
    expect(found({ field: 'anything', value: 'rhon' })).toEqual([a])
    expect(found({ field: 'died', op: 'on', value: '2025' })).toEqual([c])
    expect(found({ all: [] })).toEqual([a, b, c])
    expect(found({ any: [] })).toEqual([])
    // The deceased are out of a list unless asked for.
    expect(list({ criteria: { not: { field: 'email', op: 'known' } } }).total).toBe(2)
  })

  it('is bounded in depth and number', () => {
    const deep = (levels: number): unknown =>
      levels === 0 ? { field: 'city', op: 'known' } : { not: deep(levels - 1) }
    expect(criteriaInput.safeParse(deep(5)).success).toBe(true)
    expect(criteriaInput.safeParse(deep(6)).success).toBe(false)
    expect(criteriaInput.safeParse(deep(5000)).success).toBe(false)
    const wide = (count: number) => ({ any: Array.from({ length: count }, () => deep(0)) })
    expect(criteriaInput.safeParse(wide(40)).success).toBe(true)
    expect(criteriaInput.safeParse(wide(41)).success).toBe(false)
    expect(criteriaInput.safeParse({ all: [wide(40), wide(40), wide(40)] }).success).toBe(false)
    for (const bad of [
      { field: 'password', op: 'is', value: '' },
      { field: 'born', op: 'before', value: '31/05/62' },
    ]) {
      expect(criteriaInput.safeParse(bad).success).toBe(false)
    }
    const long = (length: number) => criteriaInput.safeParse({ field: 'name', op: 'is', value: 'x'.repeat(length) })
    expect([long(200).success, long(5000).error?.issues[0]?.code]).toEqual([true, 'too_big'])
  })
})
