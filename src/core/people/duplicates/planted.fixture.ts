/** Invented people, and second records of some of them as they come about: typed again, married, moved, half remembered. */
import { blankAddress, blankPerson, type ContactInput, type PersonInput } from '../people.requests.ts'
import { fullForenames } from './nickname.rules.ts'

/** What the inventing needs of chance (exchange/invent-random.ts has it). */
type Dice = {
  readonly roll: () => number
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(choices: readonly T[]) => T
  readonly digits: (pattern: string) => string
}

export const plantedKinds = [
  'same',
  'typo',
  'forenameTypo',
  'swapped',
  'married',
  'moved',
  'initial',
  'plain',
  'nickname',
  'particle',
] as const
export type PlantedKind = (typeof plantedKinds)[number]

const beginnings =
  'Ba Be Bo Bri Ca Cha Che Cor Da De Du Fa Fer Fou Ga Gi Gra Ha Jo La Le Li Lo Ma Me Mi Mo Na Ou Pa Pe Pi Po Ra Re Ri Ro Sa Se Ta Te Va Ve Vi'
const middles =
  'ba bre che da di do fe gue la lan le li lo ma men mi mon na ne ni pa pe ra re ri ro sa se ta te ti to va ve vi'
const ends =
  'bert court dier din gnon lin lot mand nard net nier nin quet rand reau rel rin rond sin tel teau tier ton vel vin'
const women =
  'Marie Anne Françoise Monique Catherine Nathalie Isabelle Sylvie Hélène Claire Sophie Alexandra Suzanne Madeleine Élisabeth Brigitte Camille Nicole Denise Odile Agnès Lucie Emma Julie Pauline Laure'
const men =
  'Jean Pierre Michel Philippe Alain Nicolas Bernard Frédéric Sébastien Emmanuel Alexandre Laurent Christophe Olivier Éric Yves Guillaume Thomas Antoine Hugo Julien Marc Luc Gilles Denis Rémi'
const towns = [
  '53000 Laval',
  '75005 Paris',
  '75013 Paris',
  '69003 Lyon',
  '35000 Rennes',
  '44000 Nantes',
  '31000 Toulouse',
] as const
const streets = [
  'rue de la Gare',
  'rue des Lilas',
  'avenue de Verdun',
  'place de la Mairie',
  'boulevard Saint-Michel',
  'chemin du Moulin',
  'impasse des Acacias',
  'rue du Docteur-Roux',
]

/**
 * A register as they are: a few names borne by many, many by few; a third of the records are of couples who share name,
 * address, phone and e-mail, and some of parents whose child bears their forename.
 */
export function plausibleRegister(count: number, dice: Dice): PersonInput[] {
  const of = (words: string): string => dice.pick(words.split(' '))
  const families = Array.from(
    { length: Math.ceil(count / 3) },
    () => of(beginnings) + (dice.chance(0.6) ? of(middles) : '') + of(ends),
  )
  const people: PersonInput[] = []
  const born = (from: number): string =>
    dice.chance(0.6)
      ? `${from + dice.below(25)}-${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`
      : ''
  const person = (woman: boolean, lastName: string): PersonInput => ({
    ...blankPerson,
    civility: woman ? 'Mme' : 'M.',
    firstName: of(woman ? women : men),
    particle: dice.chance(0.04) ? 'de' : '',
    lastName,
    born: born(1930),
    joined: String(1960 + dice.below(60)),
    memberNumber: String(people.length + 1),
  })
  while (people.length < count) {
    // The square makes the first families numerous.
    const lastName = families[Math.floor(dice.roll() * dice.roll() * families.length)] ?? 'Durand'
    const [postcode = '', city = ''] = dice.pick(towns).split(' ')
    const street = `${1 + dice.below(120)} ${dice.pick(streets)}`
    const home = {
      phones: dice.chance(0.8) ? [{ label: '', number: `+33${dice.digits('6xxxxxxxx')}` }] : [],
      emails: dice.chance(0.8) ? [{ label: '', address: `${lastName}${people.length}@exemple.org`.toLowerCase() }] : [],
      addresses: dice.chance(0.9) ? [{ ...blankAddress, street, postcode, city, country: 'FR' }] : [],
    }
    const woman = dice.chance(0.5)
    const first = person(woman, lastName)
    people.push({ ...first, ...home })
    if (dice.chance(0.2)) people.push({ ...person(!woman, lastName), ...home })
    if (dice.chance(0.01))
      people.push({ ...person(woman, lastName), ...home, firstName: first.firstName, born: born(1975) })
  }
  return people
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** One letter typed otherwise, left out, doubled or exchanged with its neighbour, not the first. */
function mistype(word: string, dice: Dice): string {
  if (word.length < 4) return `${word}${dice.pick([...letters])}`
  const at = 1 + dice.below(word.length - 2)
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  const ways = [
    () => before + dice.pick([...letters]) + after,
    () => before + after,
    () => before + word.charAt(at) + word.charAt(at) + after,
    () => before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ] as const
  return dice.pick(ways)()
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

/** A second record of a person; facts beside the name are half remembered, as they are. */
export function secondRecord(first: PersonInput, kind: PlantedKind, dice: Dice): ContactInput {
  const names: Readonly<Record<PlantedKind, () => Partial<PersonInput>>> = {
    same: () => ({}),
    typo: () => ({ lastName: mistype(first.lastName, dice) }),
    forenameTypo: () => ({ firstName: mistype(first.firstName, dice) }),
    swapped: () => ({ firstName: first.lastName, lastName: first.firstName }),
    married: () => ({
      lastName: dice.pick(['Vasseur', 'Kowalczyk', 'Beaudoin', 'Ferrand']),
      birthName: first.lastName,
    }),
    moved: () => ({}),
    initial: () => ({ firstName: `${first.firstName.charAt(0)}.` }),
    plain: () => ({ firstName: plain(first.firstName), lastName: plain(first.lastName) }),
    nickname: () => ({ firstName: shortFor(first.firstName) }),
    particle: () => ({ particle: first.particle === '' ? 'de' : '' }),
  }
  const moved = kind === 'moved'
  // Somebody typed twice has at least one thing in common with himself beside the name, in four cases of five.
  const common = dice.below(5)
  return {
    ...first,
    ...names[kind](),
    memberNumber: '',
    otherNames: '',
    profession: dice.chance(0.5) ? first.profession : '',
    originalName: dice.chance(0.3) ? first.originalName : '',
    born: common === 0 || dice.chance(0.3) ? first.born : '',
    phones: common === 1 || dice.chance(0.3) ? first.phones : [],
    emails: common === 2 || dice.chance(0.3) ? first.emails : [],
    addresses: !moved && (common === 3 || dice.chance(0.4)) ? first.addresses : [],
  }
}

function shortFor(forename: string): string {
  const known = [
    'alex',
    'manu',
    'fred',
    'seb',
    'isa',
    'nico',
    'phil',
    'pierrot',
    'jeannot',
    'mado',
    'babeth',
    'michael',
  ]
  const folded = forename.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return known.find((form) => fullForenames(form).includes(folded)) ?? `${forename.charAt(0)}.`
}
