/**
 * Names, addresses, telephones and e-mails that others gathered, held to the rules that read them. What we take otherwise is
 * named with its reason: a difference that is not named differs, and so does a named one that is no difference any more.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '../../src/core/kit/text.ts'
import { componentLines, placeLines } from '../../src/core/people/address-layout.rules.ts'
import { isEmail } from '../../src/core/people/email.rules.ts'
import { splitName } from '../../src/core/people/name-split.rules.ts'
import { formatPhone, keptPhone } from '../../src/core/people/phone.rules.ts'
import { postcodeCountries, postcodeFits } from '../../src/core/people/postcode.rules.ts'

/** What a file says, compared: how many cases, and which differ. */
export type Claim = { readonly cases: number; readonly differ: readonly string[] }

/** Differences that nobody named, and names that are no difference any more. */
function unnamed(found: readonly string[], named: Readonly<Record<string, string>>): readonly string[] {
  const gone = Object.keys(named).filter((name) => !found.includes(name))
  return [...found.filter((name) => !(name in named)), ...gone.map((name) => `no difference any more: ${name}`)]
}

const rowsOf = (path: string): readonly string[] => readFileSync(path, 'utf8').trim().split(/\r?\n/)

const unescaped = (text: string): string =>
  text.replace(/\\u(\w{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

type Components = { readonly description: string; readonly components: Record<string, string>; expected: string[] }

/** The little of YAML the cases are written in: documents, keys with scalars, one level of nesting, one block of text. */
function* componentsIn(path: string): Generator<Components> {
  for (const text of readFileSync(path, 'utf8').split(/^---.*$/m)) {
    const components: Record<string, string> = {}
    const expected: string[] = []
    let description = ''
    let inside = ''
    for (const row of text.split('\n')) {
      if (/^\s*(#|$)/.test(row)) continue
      const [, space = '', key = '', value = ''] = /^(\s*)([\w-]+)\s*:\s*(.*?)\s*$/.exec(row) ?? []
      if (space === '' && key !== '') {
        inside = key
        if (key === 'description') description = value
      } else if (inside === 'expected') expected.push(unescaped(row.trim()))
      else if (inside === 'components' && key !== '') components[key] = unescaped(value.replace(/^(["'])(.*)\1$/, '$2'))
    }
    if (expected.length > 0) yield { description, components, expected }
  }
}

/** Each is the package's at its version: its data, or its port of the tidying, differ from the samples'. */
const laidOutOtherwise = {
  'at.yaml: clean up Politischer Bezirk': 'keeps the words that say “district”',
  'br.yaml: BR housenumber -22.92540,-43.17540': 'no comma between street and number',
  'br.yaml: Maranhão [+quarter] / -2.493246,-44.267475': 'no comma between street and number',
  'hk.yaml: 22.31929, 114.22026, no country': 'leaves Kowloon out',
  'hk.yaml: 22.31929, 114.22026, with country': 'leaves Kowloon and China out',
  'hu.yaml: just postcode': 'a lone full stop for the absent street',
  'kw.yaml: neighbourhood before suburb, 29.324436, 48.063332': 'two lines for suburb and block',
  'mc.yaml: Hotel in Monaco, 43.73917,7.42224': 'names the country after a town of the same name',
  'mc.yaml: Monaco neighbourhood': 'leaves Larvotto out',
  'mt.yaml: pharmacy in Malta - 35.95777,14.36190': 'a postcode in place of the country',
}

function addresses(path: string): Claim {
  const folder = join(path, 'countries')
  const cases = readdirSync(folder).flatMap((file) =>
    [...componentsIn(join(folder, file))].map((one) => ({ file, ...one })),
  )
  const wrong = cases.filter(
    ({ components, expected }) => componentLines(components).join('\n') !== expected.join('\n'),
  )
  return {
    cases: cases.length,
    differ: unnamed(
      wrong.map(({ file, description }) => `${file}: ${description}`),
      laidOutOtherwise,
    ),
  }
}

type Post = { readonly fmt?: string; readonly lfmt?: string; readonly zip?: string; readonly zipex?: string }

/** Where OpenCage's layouts and Google's data differ; HU and RU are also the orders of the posts' own leaflets. */
const orderedOtherwise = 'BG CK CR DO HN HU IL JO MN MU PH PN PW RU SO UA UZ XK'

function posts(path: string): Claim {
  const countries = rowsOf(path)
    .map((row) => /^data\/([A-Z]{2})=(.*)$/.exec(row))
    .filter((found) => found !== null)
    .map(([, country = '', json = '{}']) => ({ country, ...(JSON.parse(json) as Post) }))
  const examples = countries.flatMap(({ country, zip = '', zipex = '' }) =>
    zipex.split(',').map((example) => ({ country, zip, example: example.trim() })),
  )
  // An example that its own file's pattern refuses says nothing of ours.
  const given = examples.filter(({ example, zip }) => example !== '' && new RegExp(`^(?:${zip})$`).test(example))
  const none = { before: '', street: 'street', after: '', region: '' }
  const ordered = countries
    .map(({ country, fmt = '', lfmt = fmt }) => ({ country, order: lfmt.replace(/%[^ZC]/g, '') }))
    .filter(({ order }) => order.includes('%Z') && order.includes('%C'))
  const otherwise = ordered.filter(({ country, order }) => {
    const text = placeLines({ ...none, postcode: '1', city: 'x', country }).join('|')
    return order.indexOf('%Z') < order.indexOf('%C') !== text.indexOf('1') < text.indexOf('x')
  })
  return {
    cases: given.length + ordered.length,
    differ: [
      ...given
        .filter(({ country, example }) => !postcodeFits(country, example))
        .map(({ country, example }) => `${country}: ${example} does not fit`),
      ...countries
        .filter(({ country, zip }) => zip !== undefined && !postcodeCountries.includes(country))
        .map(({ country }) => `${country}: no pattern of ours`),
      // The control: what is no postcode anywhere is refused.
      ...countries
        .filter(({ country }) => postcodeCountries.includes(country) && postcodeFits(country, 'Z1'))
        .map(({ country }) => `${country}: Z1 fits`),
      ...unnamed(
        otherwise.map(({ country }) => country),
        Object.fromEntries(orderedOtherwise.split(' ').map((country) => [country, ''])),
      ).map((country) => `${country}: postcode and town in another order`),
    ],
  }
}

function emails(path: string): Claim {
  const text = readFileSync(path, 'utf8').replace(/<!--.*?-->/gs, '')
  const cases = [...text.matchAll(/<test id="(\d+)">(.*?)<\/test>/gs)].map(([, id = '', test = '']) => ({
    id,
    address: plain(/<address>(.*?)<\/address>/s.exec(test)?.[1] ?? ''),
    category: /<category>ISEMAIL_(\w+)<\/category>/.exec(test)?.[1] ?? '',
  }))
  const decided = (category: string, verdict: boolean) =>
    cases.filter((one) => one.category === category && isEmail(one.address) === verdict)
  // In between: a domain that answers nothing (to us as good as any), and forms that are legal and belong to no member.
  const between = ['DNSWARN', 'RFC5321', 'CFWS', 'DEPREC', 'RFC5322'].map(
    (category) => `${category} ${decided(category, true).length}`,
  )
  const expected = 'DNSWARN 8, RFC5321 7, CFWS 0, DEPREC 0, RFC5322 0'
  return {
    cases: cases.length,
    differ: [
      ...decided('ERR', true).map(({ id, address }) => `${id}: ${address} is taken`),
      ...decided('VALID_CATEGORY', false).map(({ id, address }) => `${id}: ${address} is refused`),
      ...(between.join(', ') === expected ? [] : [`in between: ${between.join(', ')}, not ${expected}`]),
    ],
  }
}

/** The characters of an XML text; U+2400 and after stand for control characters, as the file says. */
const plain = (text: string): string =>
  text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return String.fromCodePoint(code >= 0x2400 && code <= 0x241f ? code - 0x2400 : code)
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** The metadata shows this one without the prefix that its country's numbers are read with. */
const shownOtherwise = { 'ZW fixedLine': 'shown without its prefix' }
/** Given out under shapes that are read as numbers of their country alone, not as dialled from abroad. */
const dialledOtherwise = { 'BJ voip': '', 'BJ uan': '', 'ZW fixedLine': '' }

function phones(path: string): Claim {
  const rows = rowsOf(path)
    .slice(1)
    .map((row) => row.split(','))
    .map(([region = '', , type = '', , e164 = '']) => ({ region, type, e164, name: `${region} ${type}` }))
  const own = rows.filter(({ region, type }) => region !== '001' && (type === 'mobile' || type === 'fixedLine'))
  const shown = own.filter(({ region, e164 }) => {
    const text = formatPhone(e164, region).replaceAll('\u202f', ' ')
    return keptPhone(text, region) !== e164 || keptPhone(e164, '') !== e164
  })
  // Every example, of every kind, as it is dialled from France.
  const dialled = rows.filter(({ e164 }) => keptPhone(e164.replace('+', '00 '), 'FR') !== e164)
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)
  return {
    cases: rows.length,
    differ: [
      ...unnamed(names(shown), shownOtherwise).map((name) => `${name}, shown and read back`),
      ...unnamed(names(dialled), dialledOtherwise).map((name) => `${name}, dialled from France`),
    ],
  }
}

function mobiles(path: string): Claim {
  const examples = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>)
  const wrong = examples.filter(([country, number]) => !keptPhone(number, country).startsWith('+'))
  return { cases: examples.length, differ: wrong.map(([country, number]) => `${country} ${number}`) }
}

/** Examples of every country and kind, in the national form without its prefix. */
function metadata(path: string): Claim {
  const text = readFileSync(path, 'utf8').replace(/<!--.*?-->/gs, '')
  const examples = [...text.matchAll(/<territory id="([A-Z]{2})" countryCode="(\d+)"(.*?)<\/territory>/gs)].flatMap(
    ([, country = '', code = '', inside = '']) =>
      [...inside.matchAll(/<exampleNumber>(\d+)<\/exampleNumber>/g)].map(([, number = '']) => ({
        country,
        code,
        number,
      })),
  )
  const wrong = examples.filter(
    ({ country, code, number }) => keptPhone(`+${code}${number}`, country) !== `+${code}${number}`,
  )
  return {
    cases: examples.length,
    differ: wrong.map(({ country, number }) => `${country} ${number}`),
  }
}

const oneWord = 'one word is taken as the name, and doubted: most lists that have one word have the family’s'
const two = 'two people, or a name cut short: kept whole and doubted, for the import to make two records of'
const particle = 'all from the first particle on is the name: nobody’s surname is cut'
/** Names which we take apart otherwise, and why. */
const splitOtherwise: Readonly<Record<string, string>> = {
  Andrew: oneWord,
  'part1 of The part2 of the part3 and part4': two,
  'part1 of and The part2 of the part3 And part4': two,
  'Jon Dough and': two,
  'Jon Dough and of': two,
  'the and Jon Dough': two,
  'John and Jane Smith': two,
  'John and Jane Aznar y Lopez': two,
  'Mr. and Mrs. John and Jane Smith': two,
  'e and e': two,
  'Lord of the Universe and Associate Supreme Queen of the World Lisa Simpson': two,
  'John Jones (Unknown)': 'what is in brackets stays with the forename: nothing of a cell is lost',
  'John Jones (Google Docs), Jr. (Unknown)': 'two remarks in brackets around a suffix: nothing of the cell is lost',
  'Joao da Silva do Amaral de Souza': particle,
  'Vincent van Gogh van Beethoven': particle,
  'Alex Ben Johnson': 'Ben is the Arabic particle: Ahmed Ben Ali is met more often here',
}

function names(path: string): Claim {
  const rows = rowsOf(path)
    .slice(1)
    .map((row) =>
      [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    )
  const agrees = ([full = '', , first = '', middle = '', last = '', suffix = '', nickname = '']: readonly string[]) => {
    const split = splitName(full)
    // What is blank there is not asserted. A nickname stays with our forenames.
    const asserted = [
      [`${first} ${middle} ${nickname}`, split.firstName],
      [last, `${split.particle} ${split.lastName}`],
      [suffix, split.suffix],
    ]
    return asserted.every(([theirs = '', ours = '']) => fold(theirs) === '' || fold(theirs) === fold(ours))
  }
  const differing = rows.filter((row) => !agrees(row)).map(([full = '']) => full)
  return { cases: rows.length, differ: unnamed(differing, splitOtherwise) }
}

/** Forenames of the whole world stay whole, in their own script or ours. */
function forenames(path: string): Claim {
  const all = new Set(
    rowsOf(path)
      .slice(1)
      .flatMap((row) => row.split(',').slice(-2))
      .map((name) => name.trim()),
  )
  all.delete('')
  const wrong = [...all].filter((name) => {
    const { firstName, lastName, doubt } = splitName(`MARTIN, ${name}`)
    return firstName !== name || lastName !== 'MARTIN' || doubt !== undefined || fold(name) === ''
  })
  return { cases: all.size, differ: unnamed(wrong, { Junior: 'after a comma it is the younger of two' }) }
}

/** By the file's name in the list; a folder ends with a slash. `least`: fewer cases would mean that the file was not read. */
export const claims: Readonly<Record<string, { readonly least: number; readonly claim: (path: string) => Claim }>> = {
  'address-formatting/testcases/': { least: 462, claim: addresses },
  'isemail/tests.xml': { least: 164, claim: emails },
  'libaddressinput/countryinfo.txt': { least: 400, claim: posts },
  'libphonenumber-js/PhoneNumberMetadata.xml': { least: 1000, claim: metadata },
  'libphonenumber-js/example_numbers.csv': { least: 1144, claim: phones },
  'libphonenumber-js/examples.mobile.json': { least: 240, claim: mobiles },
  'popular-names-by-country-dataset/common-forenames-by-country.csv': { least: 1500, claim: forenames },
  'python-nameparser/nameparser_cases.csv': { least: 248, claim: names },
}
