/** The lives of invented people: birth, death, stays, mandates of a board, labels, languages, a few other names. */
import { type ContactInput, mandateInput, type PersonInput, stayInput } from '../people/people.requests.ts'
import { type Dice, diceOf } from './invent-random.ts'

const emptyStay = stayInput.parse({ house: '' })
const emptyMandate = mandateInput.parse({ body: '' })

/** The year in which everything invented takes place. */
const present = 2026

const tags = ['chorale', 'relais presse', 'bulletin par courriel', 'parrainage', 'fondateur'] as const
const programmes = [
  'thèse de droit',
  'licence de lettres',
  'médecine',
  'architecture',
  'échange',
  'agrégation',
] as const
const cities = ['Paris', 'Lyon', 'Nantes', 'Genève', 'Dakar', 'Beyrouth', 'Montréal', 'Oslo'] as const
const functions = ['présidente', 'trésorier', 'secrétaire', '', '', '', '', ''] as const

/** Languages of those who are written to in another than the association's, by the country they live in. */
const languages: Readonly<Record<string, readonly string[]>> = {
  ...{ GB: ['en'], US: ['en'], CA: ['fr', 'en'], DE: ['de', 'fr'], ES: ['es'], IT: ['it', 'fr'], BR: ['pt'] },
  ...{ JP: ['en', 'ja'], NO: ['en', 'no'], GR: ['fr', 'el'], VN: ['fr', 'vi'] },
}

const two = (number: number): string => String(number).padStart(2, '0')
const day = (dice: Dice, year: number): string => `${year}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`
/** As registers have them: mostly a whole day, sometimes the year alone. */
const knownDay = (dice: Dice, year: number): string => (dice.chance(0.85) ? day(dice, year) : String(year))

/** Gives an invented person a life. The dice are its own: what was invented before stays as it was. */
export function withLife(person: PersonInput, place: number, seed: number): PersonInput {
  const dice = diceOf(seed ^ 0x11fe, place)
  const joined = person.joined === '' ? undefined : Number(person.joined)
  const arrived = joined ?? 1960 + dice.below(60)
  const birthYear = arrived - 19 - dice.below(9)
  const died =
    person.status === 'deceased' ? Math.min(present - 1, Math.max(arrived + 5, birthYear + 60 + dice.below(35))) : 0
  const stays = person.groups
    .filter(({ kind }) => kind === 'house')
    .map(({ name }, at) => stayOf(dice, name, arrived + at * 4))
  const born = dice.chance(0.8) ? knownDay(dice, birthYear) : ''
  return {
    ...person,
    born,
    birthPlace: born !== '' && dice.chance(0.5) ? dice.pick(cities) : '',
    died: died === 0 ? '' : knownDay(dice, died),
    left:
      person.status === 'resigned' || person.status === 'struckOff' ? String(Math.min(present - 1, arrived + 12)) : '',
    languages: [...(languages[person.addresses[0]?.country ?? ''] ?? [])],
    stays: dice.chance(0.9) ? stays : [],
    mandates: person.status === 'member' && place % 37 === 5 ? mandatesOf(dice, arrived) : [],
    tags: dice.chance(0.12) ? [dice.pick(tags)] : [],
    aliases: aliasesOf(dice, person),
  }
}

function stayOf(dice: Dice, house: string, from: number): PersonInput['stays'][number] {
  const until = Math.min(present, from + 1 + dice.below(3))
  return {
    ...emptyStay,
    house,
    since: `${from}-${dice.chance(0.8) ? '09' : '10'}`,
    until: until === present ? '' : `${until}-06`,
    room: dice.chance(0.6) ? String(101 + dice.below(420)) : '',
    programme: dice.chance(0.5) ? dice.pick(programmes) : '',
  }
}

/** Three years on the board, with a function or without; no two terms overlap. */
function mandatesOf(dice: Dice, joined: number): ContactInput['mandates'] {
  const first = Math.max(joined + 2, 2008 + 3 * dice.below(6))
  const terms = dice.chance(0.3) ? [first, first + 3] : [first]
  return terms
    .filter((year) => year < present)
    .map((year) => ({
      ...emptyMandate,
      body: 'Conseil d’administration',
      function: dice.pick(functions),
      since: String(year),
      until: year + 3 < present ? String(year + 3) : '',
      election: `Assemblée générale de ${year}`,
      declared: year < present - 1 ? `${year}-07-01` : '',
    }))
}

/** Another spelling of a name with marks, or a pen name, of a few. */
function aliasesOf(dice: Dice, { lastName }: PersonInput): ContactInput['aliases'] {
  if (!dice.chance(0.04)) return []
  const plain = lastName.normalize('NFD').replace(/\p{M}/gu, '')
  return plain === lastName
    ? [{ kind: 'pen', name: `${lastName.slice(0, 1)}. des Sources`, printed: dice.chance(0.7) }]
    : [{ kind: 'spelling', name: plain, printed: false }]
}
