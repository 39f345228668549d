/** How alike two names are: folded, without particles, by sound, by distance, by what the forename is short for. */
import { fold, fuse } from '../../kit/text.ts'
import { isParticle, particleWords } from '../particle.rules.ts'
import { fullForenames } from './nickname.rules.ts'

/** German vowels written with an e: `mueller` is `muller`, as `Müller` folds to. Real `oe`, `ue` lose nothing by it. */
const withoutE = (fused: string): string => fused.replace(/([aou])e(?=[^aeiouy]|$)/g, '$1')

/** A name in one folded piece, particle and all: `Van der Berg`, `VANDERBERG` and `van-der-Berg` are the same. */
export const wholeName = (name: string): string => withoutE(fuse(name))

/** A name in one folded piece without the particles that stand before it: `berg`; the whole name when nothing is left. */
export function bareName(name: string): string {
  const words = particleWords(name)
  let from = 0
  while (from < words.length - 1 && isParticle(words[from] ?? '', from > 0)) from += 1
  return withoutE(fuse(words.slice(from).join(' '))) || wholeName(name)
}

/**
 * What a name sounds like, vowels left out save the first: spellings of one name that came by several romanisations, or by
 * ear, are the same (`Chevtchenko`, `Shevchenko`; `Mohammed`, `Muhamad`; `Dupont`, `Dupond`). Too coarse to decide alone.
 */
export function soundOf(fused: string): string {
  if (!/^[a-z]+$/.test(fused)) return fused
  const consonants = fused
    .replace(/(.)\1+/g, '$1')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/kh/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/tsch|tch|sch|sh|ch/g, 'S')
    .replace(/zh|dj/g, 'j')
    .replace(/t[sz]|cz/g, 's')
    .replace(/qu?|ck/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cx]/g, 'k')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/b(?=v)|h/g, '')
  const first = /^[aeiou]/.test(consonants) ? 'a' : consonants.charAt(0)
  const rest = consonants.slice(1).replace(/[aeiou]/g, '')
  const sound = (first + rest).replace(/(.)\1+/g, '$1')
  return sound.length > 2 ? sound.replace(/[tdsk]$/, '') : sound
}

/**
 * How many letters are typed otherwise, left out, added or exchanged with their neighbour (optimal string alignment);
 * `most + 1` as soon as there are more than `most`.
 */
export function lettersApart(one: string, other: string, most: number): number {
  if (one === other) return 0
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: short.length + 1 }, (_, at) => at)
  for (let at = 1; at <= long.length; at++) {
    const next = [at]
    let least = at
    for (let place = 1; place <= short.length; place++) {
      const same = long[at - 1] === short[place - 1]
      let apart = Math.min((row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1, (row[place - 1] ?? 0) + (same ? 0 : 1))
      if (at > 1 && place > 1 && long[at - 1] === short[place - 2] && long[at - 2] === short[place - 1])
        apart = Math.min(apart, (before[place - 2] ?? 0) + 1)
      next.push(apart)
      if (apart < least) least = apart
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[short.length] ?? 0
}

/** Letters that may differ in a name of this length for it to be one mistyped: none below four, two from eight on. */
const mistakes = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Whether one fused name could be the other mistyped. */
export function mistyped(one: string, other: string): boolean {
  const most = mistakes(Math.min(one.length, other.length))
  return most > 0 && lettersApart(one, other, most) <= most
}

/** Whether two fused names are one by their sound; those too short to tell are not. */
export const soundsSame = (one: string, other: string): boolean => {
  const sound = soundOf(one)
  return sound.length >= 3 && sound === soundOf(other)
}

/** How two forenames go together; `other`: they are two people's. */
export type ForenameLikeness = 'same' | 'unknown' | 'initial' | 'nickname' | 'longer' | 'spelling' | 'other'

/** Forenames as folded words: `Jean-Pierre` is two. */
export const forenameWords = (forename: string): readonly string[] =>
  fold(forename)
    .split(' ')
    .filter((word) => word !== '')

/**
 * Compares two forenames. `one` and `other` are folded words (`forenameWords`); one of them may be initials, a short form,
 * part of the other (`Jean` for `Jean-Pierre`, `Marie Claire` beside `Claire`), or mistyped.
 */
export function forenameLikeness(one: readonly string[], other: readonly string[]): ForenameLikeness {
  if (one.length === 0 || other.length === 0) return 'unknown'
  const [fusedOne, fusedOther] = [one.join(''), other.join('')]
  if (fusedOne === fusedOther) return 'same'
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  if (isInitials(one) !== isInitials(other) && few.length <= many.length) {
    const [letters, names] = isInitials(one) ? [one, other] : [other, one]
    return letters.every((letter, at) => (names[at] ?? '').startsWith(letter)) ? 'initial' : 'other'
  }
  if (few.length < many.length && few.every((word) => many.includes(word))) return 'longer'
  const [firstOne = '', firstOther = ''] = [one[0], other[0]]
  if (one.length === 1 && other.length === 1) {
    const full = fullForenames(firstOther)
    if (fullForenames(firstOne).some((name) => full.includes(name))) return 'nickname'
  }
  if (mistyped(fusedOne, fusedOther) || soundsSame(fusedOne, fusedOther)) return 'spelling'
  return 'other'
}

const isInitials = (words: readonly string[]): boolean => words.every((word) => word.length === 1)
