/** Who a card is of: a person or an organisation, and under which names. */
import { cleanLine, fold } from '../../kit/text.ts'
import { leadingParticle } from '../../people/name.rules.ts'
import { knownCivility, knownTitle, splitName } from '../../people/name-split.rules.ts'
import type { CardDesk } from './card-desk.ts'
import { ownParticle } from './own-properties.ts'
import { listOf, type Property, paramOf, partsOf, textOf } from './vcard-values.ts'

export type CardNames =
  | {
      readonly kind: 'person'
      readonly civility: string
      readonly title: string
      readonly firstName: string
      readonly otherNames: string
      readonly particle: string
      readonly lastName: string
      readonly birthName: string
      readonly suffix: string
    }
  | { readonly kind: 'organisation'; readonly name: string }

type PersonNames = Extract<CardNames, { readonly kind: 'person' }>

const nobody: PersonNames = {
  kind: 'person',
  civility: '',
  title: '',
  firstName: '',
  otherNames: '',
  particle: '',
  lastName: '',
  birthName: '',
  suffix: '',
}

const joined = (values: readonly string[] | undefined): string =>
  (values ?? [])
    .map(cleanLine)
    .filter((value) => value !== '')
    .join(', ')

/** The names of a card, or undefined when it names nobody. */
export function cardNames(desk: CardDesk): CardNames | undefined {
  const [n] = desk.of('N')
  const [fn, ...otherNames] = desk.of('FN')
  const parts = n === undefined ? [] : partsOf(n)
  const shown = fn === undefined ? '' : cleanLine(textOf(fn))
  const orgs = desk.of('ORG')
  const organisation = cleanLine(orgs[0] === undefined ? '' : (partsOf(orgs[0])[0] ?? []).join(', '))
  const named = joined(parts[0]) !== '' || joined(parts[1]) !== ''
  if (desk.own) return ownNames(desk, n, orgs[0], shown)
  for (const other of otherNames) desk.keep('shownName', textOf(other))

  const kind = [...desk.of('KIND', 'X-ADDRESSBOOKSERVER-KIND')].map((one) => textOf(one).trim().toLowerCase())[0]
  const asCompany = desk.of('X-ABSHOWAS').some((one) => /^company$/i.test(textOf(one).trim()))
  const isOrganisation =
    (kind !== undefined && /^(org|organization|group|location|device|application)$/.test(kind)) ||
    asCompany ||
    (!named && organisation !== '' && (shown === '' || fold(shown) === fold(organisation)))
  if (isOrganisation) return organisationOf(desk, { organisation, shown, parts, orgs })

  for (const org of orgs) desk.keep('organisation', partsOf(org).map(joined).filter(Boolean).join(' – '))
  const names = named ? writtenNames(desk, n as Property, shown) : splitNames(desk, shown, fn)
  if (names.lastName !== '' || names.firstName !== '') return names
  return lastResort(desk)
}

function organisationOf(
  desk: CardDesk,
  {
    organisation,
    shown,
    parts,
    orgs,
  }: {
    readonly organisation: string
    readonly shown: string
    readonly parts: readonly (readonly string[])[]
    readonly orgs: readonly Property[]
  },
): CardNames | undefined {
  const person = [parts[3], parts[1], parts[2], parts[0], parts[4]].map(joined).filter(Boolean).join(' ')
  const name = organisation || shown || person
  if (name === '') return undefined
  if (person !== '' && fold(person) !== fold(name)) desk.keep('contact', person)
  if (shown !== '' && fold(shown) !== fold(name) && fold(shown) !== fold(person)) desk.keep('shownName', shown)
  const [first, ...others] = orgs
  const units = first === undefined ? '' : partsOf(first).slice(1).map(joined).filter(Boolean).join(' – ')
  if (units !== '') desk.keep('department', units)
  for (const org of others) desk.keep('organisation', partsOf(org).map(joined).filter(Boolean).join(' – '))
  return { kind: 'organisation', name: desk.within(name, 200, first) }
}

/** Names told apart by N; what FN shows beside them is kept when it says another word. */
function writtenNames(desk: CardDesk, n: Property, shown: string): PersonNames {
  const parts = partsOf(n).map(joined)
  const [family = '', given = '', additional = '', , suffix = ''] = parts
  const prefixes = (partsOf(n)[3] ?? []).map(cleanLine).filter((prefix) => prefix !== '')
  const { particle, lastName } = family === '' ? { particle: '', lastName: '' } : leadingParticle(family)
  const whole = parts.slice(0, 5).join(' ')
  const words = new Set(fold(whole).split(' '))
  const others = fold(shown)
    .split(' ')
    .filter((word) => word !== '' && !words.has(word))
  // Signs that a sheet's names do not have say more than their words.
  if (others.length > 0 || /[\\;|]/.test(shown)) desk.keep('shownName', shown)
  // The same word in another case: FN is what people see.
  const alone = given === '' && fold(shown) === fold(lastName) && particle === '' ? shown : lastName
  return {
    ...nobody,
    ...prefixesOf(desk, prefixes, n),
    firstName: desk.within(given, 100, n),
    otherNames: desk.within(additional, 200, n),
    particle: particle.length <= 30 ? particle : '',
    lastName: desk.within(particle.length <= 30 ? alone : family, 120, n),
    suffix: shortOr(desk, 'suffix', suffix, 30),
  }
}

function prefixesOf(desk: CardDesk, prefixes: readonly string[], n: Property) {
  const found = { civility: '', title: '' }
  for (const prefix of prefixes) {
    const [civility, title] = [knownCivility(prefix), knownTitle(prefix)]
    if (civility !== undefined && found.civility === '') found.civility = civility
    else if (title !== undefined && found.title === '') found.title = title
    else if (found.title === '' && prefix.length <= 60) found.title = prefix
    else desk.keep('prefix', desk.within(prefix, 2000, n))
  }
  return found
}

function shortOr(desk: CardDesk, word: 'suffix', text: string, most: number): string {
  if (text.length <= most) return text
  desk.keep(word, text)
  return ''
}

function splitNames(desk: CardDesk, shown: string, fn: Property | undefined): PersonNames {
  if (shown === '') return nobody
  const { doubt, ...split } = splitName(shown)
  if (doubt === 'couple') desk.warn('couple', fn)
  return {
    ...nobody,
    ...split,
    firstName: desk.within(split.firstName, 100, fn),
    particle: split.particle.length <= 30 ? split.particle : '',
    lastName: desk.within(
      split.particle.length <= 30 ? split.lastName : `${split.particle} ${split.lastName}`,
      120,
      fn,
    ),
    birthName: desk.within(split.birthName, 120, fn),
    suffix: shortOr(desk, 'suffix', split.suffix, 30),
  }
}

/** Somebody known by an e-mail alone is called by it, which is said; who has nothing that names is nobody. */
function lastResort(desk: CardDesk): PersonNames | undefined {
  const nickname = desk.card.properties.find(({ name }) => name === 'NICKNAME')
  const called = nickname === undefined ? '' : (listOf(nickname)[0] ?? '')
  const email = desk.card.properties.find(({ name, value }) => name === 'EMAIL' && value.includes('@'))
  const by = called !== '' ? nickname : email
  if (by === undefined) return undefined
  desk.warn('namedByOther', by, called || textOf(by))
  return { ...nobody, lastName: desk.within(called || textOf(by).replace(/^mailto:/i, ''), 120, by) }
}

/** A card of ours says each part in its place. */
function ownNames(desk: CardDesk, n: Property | undefined, org: Property | undefined, shown: string): CardNames {
  const isOrganisation = desk.of('KIND', 'X-AMICALE-KIND').some((one) => textOf(one) === 'org')
  if (isOrganisation)
    return {
      kind: 'organisation',
      name: desk.within(org === undefined ? shown : (partsOf(org)[0] ?? []).join(', '), 200, org),
    }
  const parts = n === undefined ? [] : partsOf(n)
  const [family = [], given = [], additional = [], prefixes = [], suffixes = []] = parts
  const name = family.join(', ')
  const particle = desk.text(ownParticle, 30)
  const apart = particle !== '' && name.startsWith(particle)
  return {
    ...nobody,
    civility: desk.within(prefixes[0] ?? '', 30, n),
    title: desk.within(prefixes.slice(1).join(', '), 60, n),
    firstName: desk.within(given.join(', '), 100, n),
    otherNames: desk.within(additional.join(', '), 200, n),
    particle: apart ? particle : '',
    lastName: desk.within(apart ? name.slice(particle.length).trimStart() : name, 120, n),
    suffix: desk.within(suffixes.join(', '), 30, n),
  }
}

/** What a card says it is filed under, when that is not what its names say: `SORT-AS`, `SORT-STRING`, a reading in kana. */
export function sortWords(desk: CardDesk, names: CardNames): string {
  const [n] = desk.of('N')
  const [org] = desk.of('ORG')
  const written = names.kind === 'organisation' ? org : n
  const as = written === undefined ? '' : paramOf(written, 'SORT-AS')
  const string = [...desk.of('SORT-STRING')].map(textOf)[0] ?? ''
  const said = (as === '' ? string : as.replace(/[;,]+/g, ' ')).trim()
  const phonetic = phoneticName(desk)
  const own = names.kind === 'organisation' ? names.name : `${names.particle} ${names.lastName} ${names.firstName}`
  const isHan = /\p{Script=Han}/u.test(own)
  if (said === '') {
    if (phonetic !== '' && !isHan) desk.keep('pronounced', phonetic)
    return isHan ? phonetic.slice(0, 200) : ''
  }
  if (phonetic !== '' && fold(phonetic) !== fold(said)) desk.keep('pronounced', phonetic)
  const words = new Set(fold(own).split(' '))
  return fold(said)
    .split(' ')
    .every((word) => words.has(word))
    ? ''
    : desk.within(said, 200, written)
}

function phoneticName(desk: CardDesk): string {
  const parts = ['X-PHONETIC-LAST-NAME', 'X-PHONETIC-FIRST-NAME', 'X-PHONETIC-MIDDLE-NAME', 'X-PHONETIC-ORG']
    .flatMap((name) => desk.of(name).map(textOf))
    .filter((text) => text.trim() !== '')
  if (parts.length > 0) return cleanLine(parts.join(' '))
  const sound = desk.card.properties.find(
    ({ name, base64, params }) => name === 'SOUND' && !base64 && params.some(([, value]) => /X-IRMC-N/i.test(value)),
  )
  return sound === undefined ? '' : partsOf(sound).map(joined).filter(Boolean).join(' ').normalize('NFKC')
}
