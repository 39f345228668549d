/** What somebody types in the search, made into what the two indexes are asked. Pure. */
import { fold } from '../kit/text.ts'

/**
 * Words sought by what stands inside other words. `match` asks the index of pieces for candidates; each of `verified`
 * must then really stand in the text, and `begun` (words too short to have pieces) asks the index of words.
 */
export type Fragments = {
  readonly match: string
  readonly verified: readonly string[]
  readonly begun: string | undefined
}

/**
 * How a search is answered: by an expression for the index of words and, where a word is long enough, by its pieces too;
 * or, for one letter alone, by those filed under it, since half of the register has a word that begins with any letter.
 */
export type Search =
  | { readonly words: readonly string[]; readonly match: string; readonly fragments: Fragments | undefined }
  | { readonly letter: string }

const mostWords = 12
const longestWord = 60

/** A word is also sought inside others from three characters; figures from four, since three are in most numbers. */
const shortestFragment = 3
const shortestFigures = 4

/** Pieces asked for each word: enough to leave few candidates. */
const mostPieces = 10

/**
 * What somebody typed, as a search: each word begins a word of the contact, or stands inside one, in any order. Runs of
 * figures are also sought in one piece (`06 12 34` finds `0612345678`). Undefined when nothing is sought.
 */
export function searchOf(typed: string): Search | undefined {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''))
  const [first] = words
  if (first === undefined) return undefined
  if (words.length === 1 && /^[a-z]$/.test(first)) return { letter: first }
  const runs = runsOf(words)
  return { words, match: runs.map(begun).join(' AND '), fragments: fragmentsOf(runs) }
}

/** A word, or several that are figures alone and may be one number. */
type Run = readonly string[]

function runsOf(words: readonly string[]): readonly Run[] {
  const runs: string[][] = []
  let figures = false
  for (const word of words) {
    const follows = /^\d+$/.test(word)
    if (follows && figures) runs.at(-1)?.push(word)
    else runs.push([word])
    figures = follows
  }
  return runs
}

/** 00 is how most of the world dials what is kept as +. */
const wholeNumber = (run: Run): string => {
  const whole = run.join('')
  return whole.length > 4 && /^00\d+$/.test(whole) ? whole.slice(2) : whole
}

function begun(run: Run): string {
  const whole = wholeNumber(run)
  const apart = run.map(begins).join(' AND ')
  return run.length > 1 || whole !== run[0] ? `((${apart}) OR ${begins(whole)})` : apart
}

/** A figure alone is a whole word (a number of member, of a street): as a beginning it would find everybody. */
const begins = (word: string): string => (/^\d$/.test(word) ? `"${word}"` : `"${word}" *`)

function fragmentsOf(runs: readonly Run[]): Fragments | undefined {
  const inside = runs.map(wholeNumber).map((word) => (hasPieces(word) ? word : undefined))
  const verified = inside.filter((word) => word !== undefined)
  if (verified.length === 0) return undefined
  const short = runs.filter((_, at) => inside[at] === undefined).map(begun)
  return {
    match: [...new Set(verified.flatMap(pieces))].map((piece) => `"${piece}"`).join(' AND '),
    // A word of three characters is one piece: the index has said it all.
    verified: verified.filter((word) => [...word].length > shortestFragment),
    begun: short.length === 0 ? undefined : short.join(' AND '),
  }
}

const hasPieces = (word: string): boolean =>
  [...word].length >= (/^\d+$/.test(word) ? shortestFigures : shortestFragment)

/** The pieces of three characters of a word, the first ones and the last. */
function pieces(word: string): readonly string[] {
  const characters = [...word]
  const all = Array.from({ length: characters.length - 2 }, (_, at) => characters.slice(at, at + 3).join(''))
  return all.length <= mostPieces ? all : [...all.slice(0, mostPieces - 1), ...all.slice(-1)]
}
