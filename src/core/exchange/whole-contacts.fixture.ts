/** Random contacts that say everything a sheet can say and a list can bring back, for tests by property. */
import fc from 'fast-check'
import {
  addressKinds,
  aliasKinds,
  type ContactInput,
  contactInput,
  contactStatuses,
  groupKinds,
  supportSubjects,
} from '../people/people.requests.ts'

const words = fc.constantFrom(
  ...[
    'Été',
    'œuvre',
    'N°7',
    '=A1',
    "'=B2",
    '+Plus',
    '@SUM(1)',
    '-x-',
    '"cité"',
    'a;b',
    'l’Île',
    '東京',
    'n_x0041_n',
    '007',
  ],
  ...['<b>&amp;', 'Straße', 'O’Neil', '1,5', 'Mère-Grand', 'Łódź'],
)
/** One to three words, neither a blank at an end nor a word that means nothing at all. */
const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '))
const maybe = (some: fc.Arbitrary<string>) => fc.oneof({ weight: 2, arbitrary: fc.constant('') }, some)
/** Words in a cell that several things share: what parts them or explains them is not in them. */
const plain = fc.constantFrom('Chorale', 'Relais presse', 'Élan d’été', 'Fidèle', 'Ami de 30 ans', 'Mécène')
const name = fc.constantFrom(
  'Dupont',
  'Öst',
  'Müller-Lüdenscheidt',
  'Nguyễn',
  'Smith',
  'O’Hara',
  '=cmd|x',
  'Semi;colon',
)
const partialDay = fc.constantFrom('1962', '1962-05', '1962-05-31', '1984-09', '1990', '1999-12-31')
const wholeDay = fc.constantFrom('1998-01-02', '2004-02-29', '2024-12-31')
const period = fc
  .tuple(maybe(partialDay), maybe(partialDay))
  .map(([one, other]) => (one !== '' && other !== '' && one > other ? [other, one] : [one, other]))
  .map(([since = '', until = '']) =>
    until.startsWith(since) || since.startsWith(until) ? { since, until: '' } : { since, until },
  )
const season = fc.constantFrom({ seasonFrom: '', seasonUntil: '' }, { seasonFrom: '06-15', seasonUntil: '09-30' })
const unique = <Item, Key>(item: fc.Arbitrary<Item>, key: (item: Item) => Key, maxLength = 3) =>
  fc.uniqueArray(item, { maxLength, selector: key })
const languages = fc.uniqueArray(fc.constantFrom('fr', 'en', 'no', 'de'), { maxLength: 3 })
const label = maybe(fc.constantFrom('été', 'bureau', 'chez Paul', 'hiver'))

const address = fc
  .record({
    label,
    complement: maybe(text),
    street: maybe(text),
    locality: maybe(text),
    postcode: fc.constantFrom('', '75005', '01000', 'SW1A 1AA'),
    city: fc.constantFrom('Paris', 'Bourg-en-Bresse', 'København', 'São Paulo'),
    region: maybe(text),
    country: fc.constantFrom('', 'FR', 'DE', 'CI', 'US'),
    override: maybe(fc.constantFrom('Une ligne', 'Une ligne\n=deux lignes')),
    kind: fc.constantFrom(...addressKinds),
    returned: maybe(wholeDay),
  })
  .chain((some) => fc.tuple(period, season).map(([days, each]) => ({ ...some, ...days, ...each })))

const common = {
  status: fc.constantFrom(...contactStatuses.filter((status) => status !== 'deceased')),
  category: maybe(text),
  groups: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...groupKinds), plain), {
      maxLength: 4,
      selector: ([kind, group]) => `${kind} ${group}`,
    })
    .chain((some) => fc.tuple(...some.map(([kind, group]) => period.map((days) => ({ kind, name: group, ...days }))))),
  joined: fc.constantFrom('', '1987', '2024'),
  profession: maybe(text),
  notes: maybe(fc.constantFrom('Une note', 'Deux lignes ; "oui"\n\n=trois')),
  originalName: maybe(text),
  sortOverride: maybe(text),
  emails: unique(
    fc.record({ label, address: fc.constantFrom('a@example.org', 'B.b@exemple.fr', 'c+d@example.com') }),
    ({ address: one }) => one.toLowerCase(),
  ),
  phones: unique(
    fc.record({
      label: maybe(fc.constantFrom('mobile', 'bureau')),
      number: fc.constantFrom('+33612345678', '+33145678910', '+4930123456', '+12125550123', '+33612345678;ext=12'),
    }),
    ({ number }) => number.slice(0, 12),
  ),
  addresses: unique(address, (one) => JSON.stringify(one)),
  extras: fc
    .record({ Visite: maybe(wholeDay), again: maybe(wholeDay), Code: maybe(text) })
    .map(({ Visite, again, Code }) =>
      [
        { name: 'Visite', value: Visite, occurrence: 0 },
        { name: 'Visite', value: Visite === '' ? '' : again, occurrence: 1 },
        { name: 'Code', value: Code, occurrence: 0 },
      ].filter(({ value }) => value !== ''),
    ),
  languages,
  honours: unique(
    fc.record({
      name: fc.constantFrom('Légion d’honneur', 'Palmes académiques', 'Médaille d’honneur'),
      grade: fc.constantFrom('', 'officier'),
      year: fc.constantFrom('', '1998'),
    }),
    (one) => one.name,
  ),
  aliases: unique(
    fc.record({ kind: fc.constantFrom(...aliasKinds), name: plain, printed: fc.boolean() }),
    (one) => one.name,
  ),
  tags: unique(plain, (tag) => tag),
  mandates: unique(
    fc
      .record({
        body: plain,
        function: maybe(text),
        election: maybe(text),
        declared: maybe(wholeDay),
        endDeclared: fc.constant(''),
      })
      .chain((some) => period.map((days) => ({ ...some, ...days }))),
    ({ body }) => body,
  ),
  supports: unique(
    fc.record({
      way: fc.constantFrom('offers' as const, 'asks' as const),
      subject: fc.constantFrom(...supportSubjects),
      field: maybe(text),
      languages,
      until: maybe(partialDay),
      notes: maybe(text),
    }),
    ({ way, subject }) => `${way} ${subject}`,
  ),
  left: fc.constantFrom('', '2024-06', '2025-01-31'),
  confirmed: maybe(wholeDay),
}

const person = fc.record({
  kind: fc.constant('person' as const),
  civility: fc.constantFrom('', 'Mme', 'M.'),
  title: fc.constantFrom('', 'Dr'),
  firstName: maybe(fc.constantFrom('Hélène', 'Jean-Paul', 'Ødegård', '=A1')),
  otherNames: maybe(text),
  particle: fc.constantFrom('', 'de', 'd’', 'de La'),
  lastName: name,
  birthName: maybe(name),
  studiedName: maybe(name),
  nobility: fc.constantFrom('', 'comtesse'),
  suffix: fc.constantFrom('', 'Jr'),
  pronoun: fc.constantFrom('', 'elle'),
  born: fc.constantFrom('', '1901', '1895-04-01', '1931-02-28'),
  birthPlace: maybe(text),
  stays: unique(
    fc
      .record({ house: plain, room: maybe(text), programme: maybe(text) })
      .chain((some) => period.map((days) => ({ ...some, ...days }))),
    ({ house }) => house,
  ),
  ...common,
})
const organisation = fc.record({
  kind: fc.constant('organisation' as const),
  name: text,
  acronym: fc.constantFrom('', 'ABC'),
  ...common,
})

/** Some contacts, each with a number of its own, by which a list is told from another. */
export const wholeContacts = (maxLength: number): fc.Arbitrary<ContactInput[]> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: person }, organisation), { minLength: 1, maxLength })
    .map((some) => some.map((contact, at) => contactInput.parse({ ...contact, memberNumber: `A-${at + 1}` })))
