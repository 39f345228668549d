/**
 * Invents the members of an association of former residents of a university city: plausible, various, and nobody.
 * The sample, the benchmarks and the tests share it; the same seed gives the same people on every machine.
 */
import { fold } from '../kit/text.ts'
import { honoursOf } from '../people/honour.rules.ts'
import {
  blankAddress,
  blankOrganisation,
  blankPerson,
  type ContactInput,
  type ContactStatus,
  type OrganisationInput,
  type PersonInput,
} from '../people/people.requests.ts'
import { france } from './invent-france.ts'
import type { City, Land, Spelling } from './invent-land.ts'
import { europe } from './invent-lands-europe.ts'
import { overseas } from './invent-lands-overseas.ts'
import { scriptLands } from './invent-lands-scripts.ts'
import { withLife } from './invent-life.ts'
import * as names from './invent-names.ts'
import { type Dice, diceOf, weighted } from './invent-random.ts'
import { type Traveller, travellers } from './invent-travellers.ts'

/** The years whose dues the invented people paid or did not. */
export const inventedDuesYears = [2024, 2025, 2026] as const

const lands: readonly Land[] = [france, ...europe, ...overseas, ...scriptLands]
const foreignLands = lands.slice(1)

/** Names of countries as a secretary types them, by ISO 3166-1 alpha-2 code. */
export const inventedCountries: ReadonlyMap<string, string> = new Map(lands.map((land) => [land.code, land.country]))

const categories = [
  { weight: 62, name: 'Actif', due: 35 },
  { weight: 9, name: 'Bienfaiteur', due: 100 },
  { weight: 8, name: 'Étudiant', due: 10 },
  { weight: 10, name: 'Couple', due: 50 },
  { weight: 5, name: 'Honoraire', due: 0 },
  { weight: 6, name: 'À vie', due: 0 },
] as const
const organisationDue = 80

const statuses: readonly { readonly weight: number; readonly status: ContactStatus }[] = [
  { weight: 86, status: 'member' },
  { weight: 4, status: 'deceased' },
  { weight: 3.5, status: 'resigned' },
  { weight: 3, status: 'friend' },
  { weight: 2, status: 'lost' },
  { weight: 1, status: 'contact' },
  { weight: 0.5, status: 'struckOff' },
]

const mailHosts = [
  'courriel.example',
  'poste.example',
  'anciens.example',
  'universite.example',
  'example.org',
  'example.net',
  'example.com',
] as const

/** A fixed traveller stands at every seventh place from the third, until all have passed. */
function travellerAt(place: number): Traveller | undefined {
  return place % 7 === 2 ? travellers[(place - 2) / 7] : undefined
}

/**
 * Invents people one after another.
 *
 * @param count how many; a longer list begins with the people of a shorter one.
 * @param seed which association: any 32-bit number.
 * @param firstNumber number of the first member; the others follow.
 */
export function* inventPeople(count: number, seed: number, firstNumber = 1001): Generator<ContactInput, void, void> {
  for (let place = 0; place < count; place++) yield inventedAt(place, seed, String(firstNumber + place))
}

function inventedAt(place: number, seed: number, memberNumber: string): ContactInput {
  const dice = diceOf(seed, place)
  const fixed = travellerAt(place)
  if (fixed !== undefined) return withLife(travellerOf(fixed, dice, memberNumber), place, seed)
  return dice.chance(0.04) ? organisation(dice, memberNumber) : withLife(person(dice, place, memberNumber), place, seed)
}

function person(dice: Dice, place: number, memberNumber: string): PersonInput {
  const first = frenchNameAt(place)
  const home = weighted(lands, dice.roll())
  // Some live far from where their name comes from, as after studies abroad.
  const origin = first !== undefined ? france : dice.chance(0.08) ? dice.pick(foreignLands) : home
  const woman = first?.woman ?? dice.chance(0.52)
  const given = first ?? dice.pick(woman ? origin.women : origin.men)
  const family = familyName(dice, origin, woman)
  const married = woman && origin === france && dice.chance(0.28) ? dice.pick(names.frenchFamilies) : ''
  const calling = dice.pick(names.callings)
  const city = dice.pick(home.cities)
  const original = ownName(origin, given, family.spelling)
  const latin = `${given.latin} ${family.spelling.latin}`
  return {
    ...nobody(memberNumber),
    civility: woman ? 'Mme' : 'M.',
    title: calling.title !== undefined && dice.chance(0.7) ? calling.title : '',
    firstName: given.latin,
    otherNames: origin === france && dice.chance(0.06) ? dice.pick(woman ? names.frenchWomen : names.frenchMen) : '',
    particle: married === '' ? family.particle : '',
    lastName: married === '' ? family.spelling.latin : married,
    birthName:
      married === ''
        ? ''
        : `${family.particle}${family.particle.endsWith('’') || family.particle === '' ? '' : ' '}${family.spelling.latin}`,
    studiedName: married !== '' && dice.chance(0.5) ? family.spelling.latin : '',
    honours: dice.chance(0.03) ? honoursOf(dice.pick(names.honours)) : [],
    originalName: original,
    profession: dice.chance(0.85) ? (woman ? calling.woman : calling.man) : '',
    notes: dice.chance(0.05) ? dice.pick(names.remarks) : '',
    ...membership(dice),
    emails: emails(dice, latin),
    phones: phones(dice, home, city),
    addresses: addresses(dice, home, city),
  }
}

/** A person of whom nothing is said but the number. */
const nobody = (memberNumber: string): PersonInput => ({ ...blankPerson, memberNumber })

/** The first places go through the French names in order, so that a short list has the accented ones that begin it. */
function frenchNameAt(place: number): (Spelling & { readonly woman: boolean }) | undefined {
  const turn = Math.floor(place / 7)
  const woman = place % 7 === 0
  const latin = woman ? names.frenchWomen[turn] : place % 7 === 4 ? names.frenchMen[turn] : undefined
  return latin === undefined || turn >= 25 ? undefined : { latin, woman }
}

function familyName(
  dice: Dice,
  origin: Land,
  woman: boolean,
): { readonly particle: string; readonly spelling: Spelling } {
  if (origin !== france)
    return { particle: '', spelling: dice.pick(woman ? origin.familiesOfWomen : origin.familiesOfMen) }
  if (dice.chance(0.09)) {
    const { particle, families } = dice.pick(names.particledFamilies)
    return { particle, spelling: { latin: dice.pick(families) } }
  }
  const first = dice.pick(names.frenchFamilies)
  if (!dice.chance(0.1)) return { particle: '', spelling: { latin: first } }
  const second = dice.pick(names.frenchFamilies)
  return { particle: '', spelling: { latin: second === first ? first : `${first}-${second}` } }
}

function ownName(origin: Land, given: Spelling, family: Spelling): string {
  if (origin.ownOrder === 'family') {
    return `${family.own ?? family.latin} ${given.own ?? given.latin}`
  }
  if (given.own === undefined || family.own === undefined) return ''
  return origin.ownOrder === 'joined' ? family.own + given.own : `${given.own} ${family.own}`
}

/** Status, category, houses, year of entry and the dues that go with them. */
function membership(dice: Dice): Pick<PersonInput, 'status' | 'category' | 'groups' | 'joined' | 'extras'> {
  const { status } = weighted(statuses, dice.roll())
  const outside = status === 'friend' || status === 'contact'
  const { name: category, due } = weighted(categories, dice.roll())
  const joined = joinedYear(dice, category === 'Étudiant')
  const house = dice.pick(names.houses)
  const other = dice.pick(names.houses)
  const stays = dice.chance(0.06) && other !== house ? [house, other] : [house]
  return {
    status,
    category: outside ? '' : category,
    groups: outside ? [] : stays.map((name) => ({ kind: 'house', name, since: '', until: '' })),
    joined: outside ? '' : String(joined),
    extras: outside ? [] : duesPaid(dice, due, joined, status),
  }
}

function joinedYear(dice: Dice, student: boolean): number {
  if (student) return 2020 + dice.below(7)
  // Two rolls make the middle years the most frequent.
  return 1956 + Math.floor(((dice.roll() + dice.roll()) / 2) * 70)
}

/** Amounts in euros as a French secretary types them; a year not paid has none. */
function duesPaid(dice: Dice, due: number, joined: number, status: ContactStatus): PersonInput['extras'] {
  const share = {
    2024: status === 'member' ? 0.85 : 0.4,
    2025: status === 'member' ? 0.8 : 0,
    2026: status === 'member' ? 0.55 : 0,
  }
  return inventedDuesYears
    .filter((year) => year >= joined && due > 0 && dice.chance(share[year]))
    .map((year) => ({ name: `Cotisation ${year}`, value: `${due + (dice.chance(0.06) ? 15 : 0)},00`, occurrence: 0 }))
}

function emails(dice: Dice, latin: string): PersonInput['emails'] {
  if (!dice.chance(0.84)) return []
  const name = fold(latin).replaceAll(' ', '.')
  const first = `${name}${dice.chance(0.4) ? dice.below(1000) : ''}@${dice.pick(mailHosts)}`
  const second = { label: 'travail', address: `${name.slice(0, 1)}.${name.split('.').at(-1)}@bureau.example` }
  return [{ label: '', address: first }, ...(dice.chance(0.05) ? [second] : [])]
}

function phones(dice: Dice, home: Land, city: City): PersonInput['phones'] {
  const landline = dice.chance(0.6) ? [{ label: '', number: dice.digits(city.phone ?? dice.pick(home.phones)) }] : []
  const mobile = dice.chance(0.66) ? [{ label: 'mobile', number: dice.digits(dice.pick(home.mobiles)) }] : []
  return [...landline, ...mobile]
}

const complements = ['Bâtiment B', 'Résidence Les Cèdres', 'Escalier 3, 2ᵉ étage', 'Appartement 12', 'Chez Mme Blondel']

function addresses(dice: Dice, home: Land, city: City): PersonInput['addresses'] {
  if (!dice.chance(0.95)) return []
  const number = `${1 + dice.below(dice.chance(0.8) ? 60 : 240)}`
  const french = home === france
  const street = dice.pick(home.streets).replace('{n}', french && dice.chance(0.06) ? `${number} bis` : number)
  return [
    {
      ...blankAddress,
      complement: french && dice.chance(0.12) ? dice.pick(complements) : '',
      street,
      locality: french && dice.chance(0.03) ? `BP ${10 + dice.below(90)}` : '',
      postcode: city.postcode,
      city: city.city,
      region: city.region,
      country: home.code,
    },
  ]
}

function organisation(dice: Dice, memberNumber: string): OrganisationInput {
  const home = dice.chance(0.85) ? france : dice.pick(foreignLands)
  const city = dice.pick(home.cities)
  const name = `${dice.pick(names.organisationForms)} ${dice.pick(names.organisationSubjects)}`
  const joined = joinedYear(dice, false)
  const initials = name.match(/\p{Lu}/gu) ?? []
  return {
    ...blankOrganisation,
    name,
    acronym: initials.length >= 3 ? initials.join('') : '',
    memberNumber,
    category: 'Personne morale',
    joined: String(joined),
    emails: [{ label: '', address: `contact@${fold(name).replaceAll(' ', '-').slice(0, 40)}.example` }],
    phones: phones(dice, home, city),
    addresses: addresses(dice, home, city),
    extras: duesPaid(dice, organisationDue, joined, 'member'),
  }
}

function travellerOf(fixed: Traveller, dice: Dice, memberNumber: string): PersonInput {
  return {
    ...nobody(memberNumber),
    civility: fixed.civility,
    firstName: fixed.firstName,
    particle: fixed.particle ?? '',
    lastName: fixed.lastName,
    nobility: fixed.nobility ?? '',
    profession: fixed.profession,
    originalName: fixed.originalName ?? '',
    ...membership(dice),
    status: 'member',
    emails: [
      { label: '', address: `${fold(`${fixed.firstName} ${fixed.lastName}`).replaceAll(' ', '.')}@example.org` },
    ],
    phones: [{ label: '', number: fixed.phone }],
    addresses: [
      {
        ...blankAddress,
        street: fixed.street,
        postcode: fixed.postcode,
        city: fixed.city,
        region: fixed.region ?? '',
        country: fixed.country,
      },
    ],
  }
}
