/** What the samples of 2-csv give when they are read well. */
import type { Expectation, Expectations } from './expectation.ts'

/** The French ordinals, in whatever encoding. */
const premiere = (encoding: string): Expectation => ({
  reading: { headerRow: 0 },
  encoding,
  delimiter: ',',
  cells: { A1: 'première', C2: 'sixième' },
})
const ring = (encoding: string): Expectation => ({
  reading: { headerRow: 0 },
  encoding,
  rows: 2,
  cells: { A1: 'Å', B1: '1', A2: '2', B2: '3' },
})
/** Figures alone name nobody; who says that there is no heading is believed. */
const figures = (cells: Readonly<Record<string, string>>): readonly Expectation[] => [
  { refused: ['fileNoHeader'] },
  { reading: { headerRow: 0 }, cells },
]
const threeCells: Expectation = {
  delimiter: ';',
  headerRow: 1,
  headers: ['This', 'Are', 'Headers'],
  rows: 2,
  cells: { A2: 'Cell A2', C2: '25,5', B3: 'B|3', C3: ':,:' },
}
const email = (...addresses: readonly string[]) => ({ emails: addresses.map((address) => ({ address })) })
/** Open data in lines of JSON: organisations with addresses in them. */
const sjson = (rows: number): Expectation => ({ format: 'json', rows })

export const expectations: Expectations = {
  'PhpSpreadsheet/NumberFormatTest.csv': figures({ A1: '-123', B1: '1,234', C1: '12,345.67', B2: '123.456789012' }),
  'PhpSpreadsheet/NumberFormatTest.de.csv': {
    reading: { headerRow: 0 },
    cells: { B1: '1.234', C1: '12.345,67', A2: '123,4567', A4: 'WAHR' },
  },
  'PhpSpreadsheet/csv_without_extension': threeCells,
  'PhpSpreadsheet/semicolon_separated.csv': threeCells,
  'PhpSpreadsheet/enclosure.csv': { headerRow: 1, rows: 3, cells: { A2: '12/17/2017 14:35', C4: 'username2' } },
  'PhpSpreadsheet/encoding.utf16be.csv': ring('utf-16be'),
  'PhpSpreadsheet/encoding.utf16le.csv': ring('utf-16le'),
  'PhpSpreadsheet/encoding.utf32be.csv': ring('utf-32be'),
  'PhpSpreadsheet/encoding.utf32le.csv': ring('utf-32le'),
  'PhpSpreadsheet/encoding.utf8.csv': ring('utf-8'),
  'PhpSpreadsheet/encoding.utf8bom.csv': ring('utf-8'),
  'PhpSpreadsheet/example1.csv': {
    rows: 3,
    people: 3,
    targets: { 'First Name': 'firstName', 'Last Name': 'lastName', 'Date of Birth': 'born' },
    contacts: [{ firstName: 'Mark', lastName: 'Baker', born: '1960-12-19' }],
  },
  'PhpSpreadsheet/line_break_in_enclosure.csv': { reading: { headerRow: 1 }, cells: { B2: /\n/ } },
  'PhpSpreadsheet/line_break_in_enclosure_with_escaped_quotes.csv': {
    reading: { headerRow: 1 },
    rows: 4,
    cells: { B2: /"test csv file"\nwith both/ },
  },
  'PhpSpreadsheet/linend.win.csv': figures({ A1: 'A', B1: '1', A2: '2', B2: '3' }),
  'PhpSpreadsheet/longIntegers.csv': {
    headerRow: 1,
    rows: 5,
    cells: { A2: '123456789012345678901234', B6: '012345678901234567890123' },
  },
  'PhpSpreadsheet/no_delimiter.csv': { headerRow: 0, rows: 1, people: 1, cells: { A1: 'SingleLine', B1: '' } },
  'PhpSpreadsheet/premiere.utf16be.csv': premiere('utf-16be'),
  'PhpSpreadsheet/premiere.utf16le.csv': premiere('utf-16le'),
  'PhpSpreadsheet/premiere.utf16lebom.csv': premiere('utf-16le'),
  'PhpSpreadsheet/premiere.utf32be.csv': premiere('utf-32be'),
  'PhpSpreadsheet/premiere.utf32bebom.csv': premiere('utf-32be'),
  'PhpSpreadsheet/premiere.utf32le.csv': premiere('utf-32le'),
  'PhpSpreadsheet/premiere.utf32lebom.csv': premiere('utf-32le'),
  'PhpSpreadsheet/premiere.utf8.csv': premiere('utf-8'),
  'annuaire-services-publics/annuaire-90.sjson': sjson(181),
  'annuaire-services-publics/annuaire-975.sjson': sjson(15),
  'annuaire-services-publics/annuaire-978.sjson': sjson(8),
  'civicrm/column_names_casing.csv': {
    people: 1,
    targets: { 'IND/ORG': 'kind', ID: 'memberNumber' },
    contacts: [{ kind: 'person', firstName: 'Mary', lastName: 'Jones' }],
  },
  // The mother has no record of her own: her columns stay under their headings on the daughter's. Lines that contradict
  // the first are refused, one by one, for the secretary to settle.
  'civicrm/individual_country_state_county_with_related.csv': {
    rows: 8,
    people: 1,
    warnings: ['duplicateOfLine', 'unknownCountry'],
    contacts: [{ firstName: 'Susie', lastName: 'Jones', ...email('susie@example.com') }],
  },
  // Nothing in the file shows that the month is first: it is said, and can be chosen.
  'civicrm/individual_dates_type4.csv': [
    { people: 4, warnings: ['daysEitherWay'], contacts: [{ born: '2008-01-09' }] },
    {
      reading: { days: 'monthFirst' },
      people: 4,
      without: ['daysEitherWay'],
      contacts: [{ born: '2008-09-01', died: '2008-09-01' }],
    },
  ],
  'civicrm/individual_invalid_email.csv': {
    people: 1,
    warnings: ['emailInvalid'],
    contacts: [{ firstName: 'Joseph', lastName: 'Savage' }],
  },
  'civicrm/individual_invalid_missing_name.csv': { outcomes: { created: 0, refused: 1 }, warnings: ['nameMissing'] },
  'civicrm/individual_unicode.csv': {
    people: 1,
    contacts: [
      { firstName: 'Iron', lastName: 'Man', extras: [{ value: "Côte d'Ivoire" }, { value: 'https://কানাডা.com' }] },
    ],
  },
  'civicrm/individual_valid_with_related_email.csv': {
    people: 1,
    contacts: [{ firstName: 'Susie', lastName: 'Jones', emails: [] }],
  },
  'civicrm/individual_with_note.csv': {
    people: 1,
    contacts: [{ civility: 'M.', firstName: '', lastName: 'Jones', notes: 'Kinda dull' }],
  },
  'civicrm/organization_multiple_duplicates_invalid.csv': {
    people: 3,
    warnings: ['matchesTwo'],
    contacts: [{ name: 'BobCo' }, { name: 'Cindy' }, { name: 'BobCo', ...email('bobco@null.com') }],
  },
  'csv-spectrum/comma_in_quotes.csv': {
    rows: 1,
    cells: { A2: 'John', C2: '120 any st.', D2: 'Anytown, WW', E2: '08123' },
  },
  'csv-spectrum/empty_crlf.csv': {
    reading: { headerRow: 1 },
    rows: 2,
    cells: { A2: '1', B2: '', C2: '', A3: '2', B3: '3', C3: '4' },
  },
  'csv-spectrum/json.csv': {
    reading: { headerRow: 1 },
    rows: 1,
    cells: { A2: '1', B2: '{"type": "Point", "coordinates": [102.0, 0.5]}' },
  },
  // What another reader should find, beside the texts above: tables of their own kind.
  'csv-spectrum/json/comma_in_quotes.json': { format: 'json', rows: 1 },
  'csv-spectrum/json/empty_crlf.json': { format: 'json', rows: 2 },
  'csv-spectrum/json/json.json': { format: 'json', rows: 1 },
  'csv-spectrum/json/location_coordinates.json': { format: 'json', rows: 1 },
  'csv-spectrum/location_coordinates.csv': { reading: { headerRow: 1 }, rows: 1 },
  'exceljs/test-issue-991.csv': {
    headerRow: 0,
    rows: 5,
    cells: {
      A1: '2019-11-04',
      A2: '11-04-2019',
      A3: '2019-11-04T10:17:55',
      A4: '00210PRG1',
      A5: '1234-5thisisnotadate',
    },
  },
  'galette/galette_members1_all_fields.csv': {
    people: 10,
    delimiter: ';',
    contacts: [
      {
        firstName: 'Roland',
        lastName: 'Boucher',
        born: '1914-03-22',
        birthPlace: 'Laurent-sur-Guyot',
        phones: [{ number: '+33893539952' }],
        addresses: [{ street: '5, chemin de Meunier', postcode: '61276', city: 'Dumas' }],
      },
    ],
  },
  'galette/tests_members.json': { format: 'json', rows: 10, people: 10 },
  'nus-import/2101TAs - Duplicate entries.csv': {
    outcomes: { created: 1, unchanged: 2, refused: 0 },
    warnings: ['duplicateOfLine'],
  },
  'nus-import/2101TAs - Missing fields.csv': { outcomes: { created: 5, refused: 1 }, warnings: ['nameMissing'] },
  'paheko/fr_pca_2025.csv': { rows: 543 },
  // An association that was dissolved has a last day; the day of none, 0001-01-01, is empty.
  'rna/rna_waldec_3lignes.csv': {
    people: 3,
    targets: { titre: 'organisation', date_disso: 'left' },
    contacts: [
      {
        kind: 'organisation',
        name: "LA VIE D'UN AGRICULTEUR & LA VIE D'UN ANIMAL",
        left: '',
        addresses: [
          { complement: 'Hamjago', street: /^16 Dallage/, locality: '', postcode: '97630', city: 'M tsamboro' },
        ],
      },
      {
        left: '',
        addresses: [{ street: 'RUE du stade', locality: 'B.P. 1328', postcode: '97600', city: 'Mamoudzou' }],
      },
      { left: '2024-05-15', addresses: [{ locality: 'Ouangani', city: 'Coconi' }] },
    ],
  },
  // The spouse it names becomes a record too, and they share a household; "couples as one" keeps them together.
  'roundcubemail/all.csv': {
    people: 2,
    contacts: [
      {
        firstName: 'First Name',
        lastName: 'Last Name',
        otherNames: 'Middle Name',
        birthName: 'Maiden Name',
        born: '1991-01-20',
        ...email('home@example.com', 'work@example.com', 'other@example.com'),
        addresses: [
          { street: 'Home Street' },
          { kind: 'work', street: 'Work Street' },
          { kind: 'other', street: 'Other Street' },
        ],
      },
    ],
  },
  'roundcubemail/all.vcf': { format: 'vcard', people: 1 },
  'roundcubemail/email.csv': {
    people: 4,
    warnings: ['namedByOther'],
    contacts: [{ lastName: 'test1@domain.tld', ...email('test1@domain.tld') }],
  },
  'roundcubemail/email.vcf': { format: 'vcard', people: 4 },
  'roundcubemail/gmail.csv': {
    people: 1,
    contacts: [
      {
        firstName: 'Firstname',
        otherNames: 'Middle',
        lastName: 'Lastname',
        born: '1975-12-12',
        notes: 'note"note',
        groups: [{ name: 'My Contacts' }, { name: 'Test' }],
        ...email('home@aaa.pl', 'work@email.pl', 'unknown@email.com', 'other@email.com'),
        addresses: [
          { street: 'home_street', postcode: 'home_zip' },
          { kind: 'work', street: 'work_street' },
        ],
      },
    ],
  },
  'roundcubemail/gmail.vcf': { format: 'vcard', people: 1 },
  'roundcubemail/outlook.csv': {
    people: 1,
    contacts: [email('test1@domain.tld', 'test2@domain.tld', 'test3@domain.tld')],
  },
  'roundcubemail/outlook.vcf': { format: 'vcard', people: 1 },
  'roundcubemail/tb_plain.csv': {
    people: 1,
    contacts: [
      {
        firstName: 'Firstname',
        lastName: 'Lastname',
        born: '1970-11-15',
        ...email('test@domain.tld', 'next@domain.tld'),
        addresses: [
          { street: 'Priv address', country: 'US' },
          { kind: 'work', street: 'Addr work', country: 'PL' },
        ],
      },
    ],
  },
  'roundcubemail/tb_plain.vcf': { format: 'vcard', people: 1 },
  'thunderbird/csv_no_header.csv': {
    headerRow: 0,
    people: 2,
    contacts: [
      { firstName: 'John', lastName: 'Doe', extras: [] },
      { firstName: 'Jane', lastName: 'Doe', extras: [] },
    ],
  },
  'thunderbird/csv_semicolon.csv': { people: 2, delimiter: ';', contacts: [{ firstName: 'John', lastName: 'Doe' }] },
}
