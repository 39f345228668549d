import english from 'hyphenation.en-gb'
import french from 'hyphenation.fr'
import Hypher from 'hypher'

export type HyphenationLanguage = 'fr' | 'en'

const PATTERNS = { fr: french, en: english } as const
const SHORTEST = 5
const FEWEST_BEFORE = 2
const FEWEST_AFTER = 3
/** After an elided article, of the word itself: `s’op-poser` would leave too little of it to read on. */
const FEWEST_AFTER_ELISION = 3

const engines = new Map<HyphenationLanguage, Hypher>()
const remembered = new Map<string, readonly string[]>()

/**
 * A word in the parts between which it may be hyphenated; the parts joined are the word. TeX's patterns, with our
 * rules on top: whole letters only, five at least; never a word with a capital (names), a figure or a sign; an elided
 * article stays with its word, of which three letters must follow it (`l’asso-cia-tion`); two letters before the hyphen
 * otherwise, and three after.
 */
export function hyphenate(word: string, language: HyphenationLanguage): readonly string[] {
  const key = `${language}${word}`
  let parts = remembered.get(key)
  if (parts === undefined) {
    parts = /\p{Lu}/u.test(word) ? [word] : divided(word, language)
    remembered.set(key, parts)
  }
  return parts
}

function divided(word: string, language: HyphenationLanguage): readonly string[] {
  const elided = /^(\p{L}+[’'])(\p{L}+)$/u.exec(word)
  const [prefix, stem] = elided === null ? ['', word] : [elided[1]!, elided[2]!]
  if (!/^\p{L}+$/u.test(stem) || stem.length < SHORTEST) return [word]
  const parts = [...engine(language).hyphenate(stem)]
  const fewest = prefix === '' ? FEWEST_BEFORE : FEWEST_AFTER_ELISION
  while (parts.length > 1 && parts[0]!.length < fewest) parts.splice(0, 2, parts[0]! + parts[1]!)
  while (parts.length > 1 && parts.at(-1)!.length < FEWEST_AFTER) parts.splice(-2, 2, parts.at(-2)! + parts.at(-1)!)
  parts[0] = prefix + parts[0]
  return parts
}

function engine(language: HyphenationLanguage): Hypher {
  let hypher = engines.get(language)
  if (hypher === undefined) {
    hypher = new Hypher(PATTERNS[language])
    engines.set(language, hypher)
  }
  return hypher
}
