/**
 * Which records are worth comparing: those that share a key. Comparing everybody with everybody grows with the square of
 * the register; keys that many share (a great family's name) are passed over when a narrower one is there.
 */
import type { Traits } from './duplicates.rules.ts'
import { soundOf } from './likeness.rules.ts'
import { fullForenames } from './nickname.rules.ts'

/** What a key is made of, and how many records may share it before it says nothing. */
export const keyKinds = {
  /** Name and forename as they are, nicknames written out. */
  name: 150,
  /** The name's sound and the forename's first letter. */
  sound: 60,
  /** The name less one letter, and the forename's first letter: any one letter mistyped is caught. */
  letters: 50,
  /** The sounds of both, in either order. */
  swapped: 60,
  /** Day of birth with the forename, or with the name's sound. */
  birth: 25,
  address: 25,
  email: 15,
  phone: 15,
  number: 15,
  original: 25,
} as const
export type KeyKind = keyof typeof keyKinds

/** Letters of the name that the mistyped keys look at. */
const looked = 9

/** The keys of a record, each its kind and its text. */
export function blockingKeys(traits: Traits): readonly (readonly [KeyKind, string])[] {
  const keys: (readonly [KeyKind, string])[] = []
  const add = (kind: KeyKind, text: string): void => {
    keys.push([kind, text])
  }
  for (const address of traits.emails) add('email', address)
  for (const phone of traits.phones) add('phone', phone)
  if (traits.number !== '') add('number', traits.number)
  if (traits.originalName !== '') add('original', traits.originalName)
  if (traits.kind === 'organisation') {
    if (traits.organisation !== '') {
      add('name', traits.organisation)
      for (const shorter of lessOneLetter(traits.organisation)) add('letters', shorter)
    }
    if (traits.acronym.length > 2) add('name', traits.acronym)
    return keys
  }
  const [first = ''] = traits.forename
  const names = [...traits.last, ...traits.former]
  const initials = new Set([first.charAt(0), ...fullForenames(first).map((name) => name.charAt(0))])
  for (const name of new Set(names)) {
    for (const forename of fullForenames(first)) add('name', `${name} ${forename}`)
    for (const initial of initials) add('sound', `${soundOf(name)} ${initial}`)
  }
  for (const name of traits.last)
    for (const shorter of lessOneLetter(name)) add('letters', `${shorter} ${first.charAt(0)}`)
  const sound = soundOf(traits.last.at(-1) ?? '')
  if (first !== '') add('swapped', [soundOf(traits.forename.join('')), sound].sort().join(' '))
  if (traits.born.length === 10) {
    add('birth', `${traits.born} ${first}`)
    add('birth', `${traits.born} ${sound}`)
  }
  for (const address of traits.addresses) add('address', `${address} ${first.charAt(0)}`)
  return keys
}

/** A name and all it becomes with one of its first letters left out. */
function lessOneLetter(name: string): readonly string[] {
  if (name.length < 4) return []
  const beginning = name.slice(0, looked)
  return [name, ...[...beginning].map((_, at) => name.slice(0, at) + name.slice(at + 1))]
}
