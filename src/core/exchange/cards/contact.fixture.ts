/** Random contacts, as the register keeps them: every field filled or not, with signs that formats stumble over. */
import fc from 'fast-check'
import { sheetTroubles } from '../../people/life.rules.ts'
import {
  addressKinds,
  aliasKinds,
  type Contact,
  contactInput,
  contactStatuses,
  groupKinds,
  supportSubjects,
} from '../../people/people.requests.ts'
import { cleanContact } from '../../people/people.rules.ts'

export const today = '2026-03-01'

const awkward = fc.constantFrom(
  ...[
    '\\',
    ';',
    ',',
    ':',
    '"',
    "'",
    '^n',
    '\\n',
    '=41',
    '=',
    '\\;',
    '😀',
    'é',
    'ﬀ',
    '東京',
    ' ',
    '-',
    'a',
    'Ze',
    'de ',
    'd’',
  ],
  ...['TEL', 'BEGIN:VCARD', 'tel:', '#', '_$!<x>!$_', '{', '}', '[', 'null', '__proto__', '\u00a0', 'ß'.repeat(30)],
)
const words = fc.oneof(
  fc.array(awkward, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const line = (most: number, filled = false) =>
  fc.oneof({ weight: filled ? 0 : 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: words }).map((text) => {
    const short = [...text].reduce((kept, sign) => (kept.length + sign.length > most ? kept : kept + sign), '')
    return filled && short.trim() === '' ? 'x' : short
  })
const lines = fc.array(line(100), { maxLength: 5 }).map((texts) => texts.join('\n'))
const oneOf = <const T extends string>(values: readonly T[]) => fc.constantFrom(...values)
const year = fc.integer({ min: 1900, max: 2020 }).map(String)
const two = (most: number) => fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'))
const day = fc.tuple(year, two(12), two(28)).map((parts) => parts.join('-'))
const maybe = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), arbitrary)
const partial = maybe(
  fc.oneof(
    year,
    fc.tuple(year, two(12)).map((parts) => parts.join('-')),
    day,
  ),
)
const season = maybe(fc.tuple(two(12), two(28)).map((parts) => parts.join('-')))
const languages = fc.array(oneOf(['fr', 'en', 'de', 'no', 'grc']), { maxLength: 3 })
const since = { since: partial, until: fc.constant('') }
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 })

const common = {
  memberNumber: line(40),
  status: oneOf(contactStatuses),
  category: line(80),
  groups: list(fc.record({ kind: oneOf(groupKinds), name: line(120, true), ...since })),
  joined: maybe(year),
  profession: line(200),
  notes: lines,
  originalName: line(200),
  sortOverride: line(200),
  emails: list(
    fc.record({ label: fc.oneof(oneOf(['', 'home', 'work', 'mobile', 'cell']), line(40)), address: line(254, true) }),
  ),
  phones: list(
    fc.record({
      label: fc.oneof(oneOf(['', 'mobile', 'fax', 'fax work']), line(40)),
      number: fc.oneof(
        oneOf(['+33612345678', '+33145678910;ext=12', '06 12', '01 23 45 67 89', '+12125550123']),
        line(60, true),
      ),
    }),
  ),
  addresses: list(
    fc.record({
      label: fc.oneof(oneOf(['', 'home', 'hiver']), line(40)),
      complement: line(200),
      street: line(200),
      locality: line(200),
      postcode: line(20),
      city: line(100),
      region: line(100),
      country: oneOf(['', 'FR', 'CH', 'JP', 'KY', 'GB']),
      override: fc.oneof(fc.constant(''), lines),
      kind: oneOf(addressKinds),
      ...since,
      seasonFrom: season,
      seasonUntil: season,
      returned: maybe(day),
    }),
  ),
  extras: list(
    fc.record({ name: line(80, true), value: line(2000, true), occurrence: fc.integer({ min: 0, max: 99 }) }),
  ),
  languages,
  honours: list(fc.record({ name: line(120, true), grade: line(60), year: maybe(year) })),
  aliases: list(fc.record({ kind: oneOf(aliasKinds), name: line(200, true), printed: fc.boolean() })),
  tags: list(line(60, true)),
  mandates: list(
    fc.record({
      body: line(120, true),
      function: line(120),
      ...since,
      election: line(120),
      declared: maybe(day),
      endDeclared: maybe(day),
    }),
  ),
  supports: list(
    fc.record({
      way: oneOf(['offers', 'asks']),
      subject: oneOf(supportSubjects),
      field: line(200),
      languages,
      until: partial,
      notes: line(1000),
    }),
  ),
  left: partial,
  confirmed: maybe(day),
}

const person = fc.record({
  kind: fc.constant('person' as const),
  civility: line(30),
  title: line(60),
  firstName: line(100),
  otherNames: line(200),
  particle: fc.oneof(oneOf(['', 'de', 'd’', 'de La']), line(30)),
  lastName: line(120, true),
  birthName: line(120),
  studiedName: line(120),
  nobility: line(60),
  suffix: line(30),
  pronoun: line(30),
  born: partial,
  birthPlace: line(120),
  died: partial,
  stays: list(fc.record({ house: line(120, true), ...since, room: line(40), programme: line(200) })),
  ...common,
})
const organisation = fc.record({
  kind: fc.constant('organisation' as const),
  name: line(200, true),
  acronym: line(40),
  ...common,
})

/** A contact that a sheet could say, clean as it is kept in a register of France. */
export const anyContact: fc.Arbitrary<Contact> = fc
  .oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: organisation })
  .map((given) => contactInput.safeParse(given))
  .filter(({ success }) => success)
  .map(({ data }) => cleanContact(data as never, 'FR'))
  // What cleaning takes away may leave a text that is cleaned further.
  .map((contact) => cleanContact(contact, 'FR'))
  .filter((contact) => sheetTroubles(contact, today).length === 0 && contactInput.safeParse(contact).success)
  .filter((contact) => (contact.kind === 'person' ? contact.lastName !== '' : contact.name !== ''))
  .map((contact) => ({ ...contact, id: 7, revision: 0, sortKey: '', displayName: '', trashed: false }))
