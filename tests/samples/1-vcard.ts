/** What the samples of 1-vcard give when they are read well. */
import type { Expectation, Expectations, Part } from './expectation.ts'

/** A file of one card that makes one person. */
const one = (contact: { readonly [key: string]: Part }, more: Expectation = {}): Expectation => ({
  format: 'vcard',
  rows: 1,
  people: 1,
  contacts: [contact],
  ...more,
})
const person = (firstName: string, lastName: string, more: { readonly [key: string]: Part } = {}) => ({
  kind: 'person',
  firstName,
  lastName,
  ...more,
})
/** A card that names nobody is said with its line, and makes nobody. */
const nobody: Expectation = { format: 'vcard', rows: 1, people: 0, outcomes: { refused: 1 }, warnings: ['nameMissing'] }
const email = (address: string, label = ''): Part => ({ address, label })
const extra = (name: string, value: string | RegExp): Part => ({ name, value })

const johnDoe = { firstName: 'John', lastName: 'Doe', civility: 'M.' }
const testUser = person('Test', 'User')
const timHowes = person('Tim', 'Howes', {
  emails: [email('howes@netscape.com')],
  phones: [
    { label: 'work', number: '+14159373419' },
    { label: 'fax work', number: '+14155284164' },
  ],
  addresses: [
    { street: '501 E. Middlefield Rd.', city: 'Mountain View', region: 'CA', postcode: '94043', country: 'US' },
  ],
})
const frankDawson = {
  emails: [email('Frank_Dawson@Lotus.com'), email('fdawson@earthlink.net')],
  addresses: [
    { street: '6544 Battleford Drive', city: 'Raleigh', region: 'NC', postcode: '27613-3502', country: 'US' },
  ],
}
const simonPerreault = person('Simon', 'Perreault', {
  suffix: /^ing\. jr\.?, M\.Sc\.$/,
  emails: [{ address: 'simon.perreault@viagenie.ca' }],
})
const ando = person('Roid', 'Ando')
const lines = 'line one\nline two\nline three'
const japanese = person('圭一', '伊能', { otherNames: '伊予' })
const longName = { lastName: /^123ㄓㄕㄖbcdeαβγδ/, notes: /^Длинный комментарий на русском языке, .* 70 символов\.$/ }
const goodLooking = person('Good', 'Looking', { photo: { type: 'image/png', width: 3, height: 3 } })
const slots = [email('thejoe@abc.com', 'home'), email('johndoe@abc.com', 'work')]
const preferred = one({ ...testUser, emails: [email('email1@abc.de'), email('email2@abc.de')] })
const messaging = person('My', 'Name')

export const expectations: Expectations = {
  'aosp-vcard/v21_adr_multiple_line.vcf': one(
    {
      lastName: 'bogus',
      born: '2008-12-03',
      addresses: [
        { street: 'Grindelberg 999', city: 'Hamburg', postcode: '99999', country: 'DE' },
        { street: 'Packstation 999', complement: 'Hermann v. Brevern, 9999999', city: 'Hamburg' },
      ],
    },
    { warnings: ['lineJoined'] },
  ),
  'aosp-vcard/v21_backslash.vcf': one({ firstName: 'A;B\\', extras: [extra('Nom affiché', 'A;B\\C\\;D:E\\')] }),
  'aosp-vcard/v21_base64_no_2_crlf.vcf': one({ lastName: 'name', photo: { type: 'image/jpeg' } }),
  'aosp-vcard/v21_complicated.vcf': one(
    person('Forrest', 'Gump', {
      profession: 'Shrimp Man',
      photo: { type: 'image/jpeg' },
      emails: [email('forrestgump@walladalla.com'), email('cell@example.com', 'mobile')],
      addresses: [
        { street: '100 Waters Edge', kind: 'work' },
        { street: '42 Plantation St.', kind: 'home' },
      ],
      notes: /for all folk to come to the aid of their country/,
    }),
  ),
  'aosp-vcard/v21_im.vcf': nobody,
  'aosp-vcard/v21_invalid_comment_line.vcf': one({
    firstName: 'Conference Call',
    notes: 'This is an (sharp ->#<- sharp) example. This message must NOT be ignored.',
  }),
  'aosp-vcard/v21_japanese_2.vcf': one(
    person('ロイド1', '安藤', { notes: 'メモ', addresses: [{ postcode: '150-8512', complement: /^東京都渋谷区/ }] }),
  ),
  'aosp-vcard/v21_japanese_3.vcf': one(japanese),
  'aosp-vcard/v21_malformed_photo.vcf': one(
    { lastName: 'name', extras: [extra('Nom affiché', 'fullname')], photo: { type: '' } },
    { warnings: ['photoUnread'] },
  ),
  'aosp-vcard/v21_multiple_entry.vcf': {
    format: 'vcard',
    rows: 3,
    people: 3,
    contacts: [{ lastName: '安藤ロイド3' }, { lastName: '安藤ロイド4' }, { lastName: '安藤ロイド5' }],
  },
  'aosp-vcard/v21_simple_1.vcf': one(ando),
  'aosp-vcard/v21_simple_2.vcf': one(person('Ando', 'Roid')),
  'aosp-vcard/v21_sip.vcf': one({ lastName: 'Android', extras: [extra('SIP', '888'), extra('SIP (2)', /^sip:/)] }),
  'aosp-vcard/v21_title_before_org.vcf': one(
    person('Nice', 'Guy', { profession: 'Cool Title', extras: [extra('Organisation', /^Marverous .*Poor$/)] }),
  ),
  'aosp-vcard/v21_x_android_custom_after_photo.vcf': one({ ...ando, born: '1975-08-20', photo: { type: 'image/png' } }),
  'aosp-vcard/v30_japanese.vcf': one(japanese),
  'aosp-vcard/v30_multibyte_param.vcf': one(
    person('G', 'F', { otherNames: 'M', phones: [{ label: '费', number: '1' }] }),
  ),
  'aosp-vcard/v30_pause_wait.vcf': one(person('Wait', 'Pause', { phones: [{ number: 'p1234p5678w9' }] })),
  'aosp-vcard/v30_simple.vcf': one(person('Roid', 'And', { sortOverride: 'android' })),
  'aosp-vcard/v40_sip.vcf': one(person('ロイド', '安藤', { extras: [extra('SIP', 'sip:example@example.com')] })),
  'aosp-vcard/v40_sort_as.vcf': one(person('ロイド', '安藤', { sortOverride: /^あんどう/ })),
  'ez-vcard/John_Doe_ANDROID.vcf': {
    format: 'vcard',
    rows: 6,
    people: 6,
    warnings: ['namedByOther'],
    contacts: [
      { lastName: 'john.doe@company.com', emails: [email('john.doe@company.com')] },
      { lastName: 'jane.doe@company.com', emails: [email('jane.doe@company.com')] },
      { lastName: 'Ñ Ñ Ñ Ñ' },
      { lastName: 'Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ', notes: /^Ñ Ñ/ },
      { lastName: 'Ñ Ñ', firstName: 'Ñ Ñ Ñ', emails: [email('bob@company.com', 'work'), {}] },
      { lastName: 'ÑÑÑÑ', emails: [email('henry@company.com')] },
    ],
  },
  'ez-vcard/John_Doe_BLACK_BERRY.vcf': one(person('john', 'Doe')),
  'ez-vcard/John_Doe_EVOLUTION.vcf': one({
    ...johnDoe,
    suffix: 'Sr.',
    otherNames: 'Richter, James',
    born: '1980-03-22',
    aliases: [{ name: 'Johny' }],
    tags: ['VIP'],
  }),
  'ez-vcard/John_Doe_GMAIL.vcf': one({
    ...johnDoe,
    emails: [email('john.doe@ibm.com', 'home')],
    addresses: [{ override: /^Crescent moon drive\n555-asd\n/ }],
  }),
  'ez-vcard/John_Doe_IPHONE.vcf': one({
    ...johnDoe,
    photo: { type: 'image/jpeg' },
    addresses: [{ street: 'Silicon Alley 5' }, { street: /Floor 8|Street4/, city: 'New York', postcode: '12345' }],
  }),
  'ez-vcard/John_Doe_LOTUS_NOTES.vcf': one({
    ...johnDoe,
    aliases: [{ name: 'Johny,JayJay' }],
    addresses: [{ complement: '25334', street: /^South cresent drive/ }],
    notes: /"AS IS"\nAND ANY/,
  }),
  'ez-vcard/John_Doe_MS_OUTLOOK.vcf': one({
    ...johnDoe,
    otherNames: 'Richter,James',
    addresses: [
      { street: 'Cresent moon drive', kind: 'work' },
      { street: /^Silicon Alley 5/, kind: 'home' },
    ],
    photo: { type: 'image/jpeg' },
  }),
  'ez-vcard/fullcontact.vcf': one(
    person('FirstName', 'LastName', {
      title: 'Prefix',
      otherNames: 'MiddleName',
      suffix: 'Suffix',
      born: '2016-08-01',
      phones: Array.from({ length: 9 }, () => ({})),
      emails: ['home', 'work', 'school', 'other', 'custom'].map((name) => ({ address: `${name}@example.com` })),
      addresses: Array.from({ length: 4 }, () => ({})),
    }),
    { warnings: ['photoNotFetched'] },
  ),
  'ez-vcard/gmail-list.vcf': {
    format: 'vcard',
    rows: 3,
    people: 3,
    contacts: [person('Arnold', 'Smith'), person('Chris', 'Beatle'), person('Doug', 'White')],
  },
  'ez-vcard/gmail-single.vcf': one(
    person('Greg', 'Dartmouth', {
      born: '1960-09-10',
      aliases: [{ name: 'Gman' }],
      addresses: [{}, { label: 'CustomAdrType' }],
    }),
  ),
  'ez-vcard/gmail-single2.vcf': one(
    person('VCard', 'Test', {
      emails: [
        email('email@example.com'),
        email('homeemail@example.com', 'home'),
        email('workemail@example.com', 'work'),
        email('otheremail@example.com'),
        email('customcategory@example.com', 'CustomEmailCategory'),
      ],
    }),
  ),
  'ez-vcard/issue114.vcf': one(
    person('Dummy', 'Dummy', {
      addresses: [{ postcode: '61352', city: 'Bad Homburg', street: 'Dummy-Dummy-Strasse 1', country: 'DE' }],
      extras: [extra('Organisation', 'Dummy GmbH'), {}],
    }),
  ),
  'ez-vcard/outlook-2003.vcf': one(
    person('John', 'Doe', { suffix: 'III', notes: 'This is the note field!!\nSecond line\n\nThird line is empty' }),
    { warnings: ['partLeft'] },
  ),
  'ez-vcard/outlook-2007.vcf': one(
    person('Michael', 'Angstadt', {
      civility: 'M.',
      suffix: 'Jr.',
      addresses: [{ street: '222 Broadway', postcode: '99999', city: 'New York' }],
      photo: { type: 'image/jpeg' },
    }),
  ),
  'ez-vcard/rfc2426-example.vcf': {
    format: 'vcard',
    rows: 2,
    people: 2,
    contacts: [{ ...person('Frank', 'Dawson'), ...frankDawson }, timHowes],
  },
  'ez-vcard/rfc6350-example.vcf': one(
    {
      ...simonPerreault,
      born: '',
      languages: ['fr', 'en'],
      phones: [{ number: '+14186569254;ext=102' }, { label: 'mobile' }],
    },
    { warnings: ['dayUnread'] },
  ),
  'ical4j-vcard/Frank_Dawson.vcf': one({ ...person('Frank', 'Dawson'), ...frankDawson }),
  'ical4j-vcard/Simon_Perreault.vcf': one({ ...simonPerreault, born: '1983-02-03' }),
  'ical4j-vcard/Simon_Perreault_03.vcf': one({
    ...simonPerreault,
    addresses: [{ street: '2600 boul. Laurier, suite 625', city: 'Quebec', postcode: 'G1V 4W1', country: 'CA' }],
    phones: [{ number: '+14186569254;ext=102' }, { label: 'fax work' }],
  }),
  'ical4j-vcard/vcard-antoni-kontact.vcf': one(
    person('Antoni', 'Mylka', {
      title: 'Pan',
      suffix: 'Junior',
      born: '1985-01-28',
      addresses: [
        { city: 'Police', country: 'PL' },
        { city: 'Kaiserslautern' },
        { city: 'Kaiserslautern', country: 'DE' },
      ],
      photo: { type: 'image/jpeg' },
    }),
  ),
  'ical4j-vcard/vcard-antoni-outlook2003.vcf': one(
    person('Antoni', 'Mylka', {
      addresses: [
        { country: 'DE', postcode: '67663' },
        { country: 'PL', postcode: '30-072' },
      ],
    }),
  ),
  'ical4j-vcard/vcard-dirk-whitespaceafterbegin.vcf': one({ lastName: 'Dirk', emails: [email('dirk@sap.com')] }),
  'ical4j-vcard/vcard-incompletenproperty.vcf': one(person('Antoni', 'Mylka', { civility: 'M.' })),
  'kcontacts/ref/testfullvcard.vcf.ref': one(
    person('Sherlock', 'Holmes', {
      born: '1953-10-15',
      addresses: [{ street: '221B Baker Street', postcode: 'NW1', country: 'GB' }],
    }),
  ),
  'kcontacts/ref/v4_0.vcard2.vcf.ref': one(timHowes),
  'kcontacts/ref/v4_0.vcard6.vcf.ref': preferred,
  'kcontacts/ref/v4_0.vcard7.vcf.ref': nobody,
  'kcontacts/ref/v4_0.vcard8.vcf.ref': one({ lastName: 'test', notes: lines }),
  'kcontacts/ref/vcard1.vcf.ref': one(person('Frank', 'Dawson')),
  'kcontacts/ref/vcard10.vcf.ref': {
    format: 'vcard',
    rows: 5,
    contacts: [{ kind: 'organisation', name: 'Bike Shop', addresses: [{ street: /-Staße 2$/, postcode: '00000' }] }],
  },
  'kcontacts/ref/vcard11.vcf.ref': one({ ...testUser, emails: slots }),
  'kcontacts/ref/vcard12.vcf.ref': one(goodLooking, { warnings: ['photoSecond'] }),
  'kcontacts/ref/vcard13.vcf.ref': one({ ...testUser, emails: slots }),
  'kcontacts/ref/vcard14.vcf.ref': one({ ...testUser, emails: slots }),
  'kcontacts/ref/vcard15.vcf.ref': one(person('Test', 'Tester')),
  'kcontacts/ref/vcard2.vcf.ref': one(timHowes),
  'kcontacts/ref/vcard4.vcf.ref': one({
    kind: 'organisation',
    name: 'Ximian, Inc.',
    addresses: [{ street: '401 Park Drive 3 West', city: 'Boston', region: 'MA', postcode: '02215', country: 'US' }],
  }),
  'kcontacts/ref/vcard5.vcf.ref': one(person('Heiko', 'Mustermann', { born: '1955-07-19', photo: { type: /^image/ } })),
  'kcontacts/ref/vcard6.vcf.ref': preferred,
  'kcontacts/ref/vcard7.vcf.ref': nobody,
  'kcontacts/ref/vcard8.vcf.ref': one({ lastName: 'test', notes: lines }),
  'kcontacts/ref/vcard9.vcf.ref': one(longName),
  'kcontacts/ref/vcard_extension_case_normalization.vcf.ref': one(messaging),
  'kcontacts/ref/vcard_legacy_messaging_fields.vcf.ref': one(messaging),
  'kcontacts/ref/vcardwithitemasapplesupport.vcf.ref': one({ firstName: 'SOMENAME', notes: 'SOME NOTES' }),
  'kcontacts/vcard11.vcf': one({ ...testUser, emails: slots }),
  'kcontacts/vcard12.vcf': one(goodLooking, { warnings: ['photoSecond'] }),
  'kcontacts/vcard2.vcf': one(timHowes),
  'kcontacts/vcard6.vcf': preferred,
  'kcontacts/vcard7.vcf': nobody,
  'kcontacts/vcard8.vcf': one({ lastName: 'test', notes: lines }),
  'kcontacts/vcard9.vcf': one(longName),
  'kcontacts/vcard_extension_case_normalization.vcf': one(messaging),
  'kcontacts/vcard_legacy_messaging_fields.vcf': one(messaging),
  'khard/contact1.vcf': one(person('second', 'contact', { born: '2018-01-20' })),
  'khard/individual.vcf': one(person('Wile', 'Coyote', { otherNames: 'E.' })),
  'khard/issue249.vcf': one(person('Foo', 'Bar')),
  'khard/joe.vcf': one(person('Joe', 'Citizen', { aliases: [{ name: 'horrible_human_being', printed: false }] })),
  'khard/korean-j.vcf': one({ lastName: '전도훈' }),
  'khard/labels.vcf': one(person('labeled', 'guy', { extras: [extra('Organisation', 'Test Inc'), extra('UID', /./)] })),
  'khard/minimal.vcf': one(person('minimal', 'contact')),
  'khard/no-nickname.vcf': one(person('Mike', 'Jones', { aliases: [] })),
  'khard/photov3.vcf': one({ photo: { type: 'image/png', width: 11, height: 11 } }),
  'khard/photov4.vcf': one({ photo: { type: 'image/png', width: 11, height: 11 } }),
  'khard/post.vcf': one(
    {
      addresses: [
        { locality: 'PostBox', complement: 'Ext', street: 'Main Street 1', city: 'The City', postcode: '00000' },
      ],
    },
    { warnings: ['unknownCountry'] },
  ),
  'khard/tel-value-uri.vcf': one({ phones: [{ label: 'mobile', number: '67545678' }] }),
  'khard/text-bday.vcf': one({ born: '', extras: [extra('Naissance', 'circa 1800'), {}] }, { warnings: ['dayUnread'] }),
  'khard/unparsable.vcf': one({ lastName: 'Vcard' }, { warnings: ['cardUnfinished'] }),
  'monica/broken_vcard_stub.vcard': { refused: ['fileUnknownFormat/noCards'] },
  'roundcubemail/apple.vcf': one({
    kind: 'organisation',
    name: 'Apple Computer AG',
    addresses: [{ city: 'Wallisellen-Zürich', postcode: '8304', country: 'CH' }],
    photo: { type: 'image/jpeg' },
  }),
  'roundcubemail/johndoe.vcf': one(person('John', 'Doë')),
  'roundcubemail/photo.vcf': one({ kind: 'organisation', name: 'Apple Computer AG', photo: { type: 'image/jpeg' } }),
  'roundcubemail/utf-16_sample.vcf': one(
    person('Ǽgean', 'ĽdaMonté', {
      addresses: [{ street: '169 Mária Canal', city: 'LaPaz', region: 'Conceptión', country: 'PE' }],
    }),
  ),
  'thunderbird/dos_vcard_addressbook.vcf': one(
    person('Name', 'Surname', { emails: [email('example@gmail.com', 'home')] }),
  ),
  'vobject/issue153.vcf': one(person('Test', 'Benutzer', { photo: { type: 'image/jpeg' } })),
  'vobject/issue64.vcf': nobody,
  'vobject/radicale-1587.vcf': one(
    person('Given', 'Family', { otherNames: 'Additional', title: 'Prefix', suffix: 'Suffix' }),
  ),
}
