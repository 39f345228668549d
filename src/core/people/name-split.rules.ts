/** Takes apart a name written in one cell: `Jean de La Fontaine`, `DUPONT Marie-Claire`, `La Fontaine, Jean de`. */
import { cleanLine, fold } from '../kit/text.ts'
import { isParticle, joined, particleParts, particleWords } from './particle.rules.ts'

export type SplitName = {
  readonly civility: string
  readonly title: string
  readonly firstName: string
  readonly particle: string
  readonly lastName: string
  readonly birthName: string
  readonly suffix: string
  /**
   * Why a person should look: two people in one cell (kept whole as the name), one word alone, or an order that
   * nothing tells (no comma, no capitals: the last word is taken as the name).
   */
  readonly doubt?: 'couple' | 'oneWord' | 'order'
}

/** Forms of address, folded, and how the register writes them (rules-fr 5.3, 10: no stop when the last letter is kept). */
const civilities: Readonly<Record<string, string>> = {
  ...{ m: 'M.', mr: 'M.', monsieur: 'M.', mister: 'M.', mme: 'Mme', mrs: 'Mme', madame: 'Mme', ms: 'Mme' },
  ...{
    mlle: 'Mlle',
    miss: 'Mlle',
    mademoiselle: 'Mlle',
    herr: 'M.',
    frau: 'Mme',
    sr: 'M.',
    sra: 'Mme',
    signor: 'M.',
    signora: 'Mme',
  },
}
const titles: Readonly<Record<string, string>> = {
  ...{
    dr: 'Dr',
    docteur: 'Dr',
    doctor: 'Dr',
    pr: 'Pr',
    prof: 'Pr',
    professeur: 'Pr',
    professor: 'Pr',
    me: 'Me',
    maitre: 'Me',
  },
  ...{
    mgr: 'Mgr',
    monseigneur: 'Mgr',
    pere: 'Père',
    abbe: 'Abbé',
    soeur: 'Sœur',
    rev: 'Rév.',
    sir: 'Sir',
    dame: 'Dame',
    lady: 'Lady',
  },
  ...{ general: 'Général', colonel: 'Colonel', king: 'King', queen: 'Queen', lord: 'Lord' },
  ...{ commandant: 'Commandant', capitaine: 'Capitaine', amiral: 'Amiral', frere: 'Frère', ambassadeur: 'Ambassadeur' },
}
/** Titles that go before a forename alone: `Sir Gerald`, `Sœur Claire`. */
const beforeForename: ReadonlySet<string> = new Set(['Sir', 'Dame', 'King', 'Queen', 'Sœur', 'Frère'])
/** English offices and ranks of several words, or cut short; kept as written. */
const office =
  /^((?:the\s+)?(?:rt\.?\s+|right\s+)?hon(?:\.|ourable\b|orable\b|(?=\s))|lt\.?\s*(?:gen|col|gov)\b\.?|(?:maj|brig)\.?\s*gen\b\.?|(?:us\s+)?(?:mag(?:istrate)?[\s.-]+)?judge|(?:cardinal\s+)?secretary\s+of\s+state)\s+(?=\S)/iu
const suffixes =
  /^(?:jr|sr|junior|senior|fils|ii|iii|iv|ph ?d|m ?d|d ?d ?s|esq|esquire|[qk] ?c|m ?p|[ocm]be|clu|cfp|lutc|[bmd] ?sc(?: ed)?|m ?b ?a|ll ?[bm])$/
/** One or several suffixes: `Jr.`, `MD`, `Jr. MD`. */
const onlySuffixes = (text: string): boolean =>
  suffixes.test(fold(text)) || text.split(' ').every((word) => suffixes.test(fold(word)))
const bornAs = /[\s,(]+(?:née?|nee|born|geb\.?|geborene|épouse|épse|ép\.)\s+([^()]+?)\s*\)?$/iu

/** The form of address as the register writes it, or undefined: `Madame` gives `Mme`. */
export const knownCivility = (word: string): string | undefined => civilities[fold(word)]
/** The title as the register writes it, or undefined: `Docteur` gives `Dr`. */
export const knownTitle = (word: string): string | undefined => titles[fold(word)]

const cased = /\p{Lu}|\p{Ll}/u
/** All in capitals, initials aside: `DUPONT`, `O’BRIEN`, `McDONALD`; not `J.` nor `Jean`. */
const shouted = (word: string): boolean => {
  const letters = word.replace(/^(?:Mc|Mac)(?=\p{Lu})/u, '').match(/\p{L}/gu) ?? []
  return letters.length > 1 && letters.every((letter) => cased.test(letter) && letter === letter.toUpperCase())
}

const nobody = { civility: '', title: '', firstName: '', particle: '', lastName: '', birthName: '', suffix: '' }

/**
 * Takes a full name apart. What it cannot know it says in `doubt`; nothing of the text is lost: a couple, or one
 * word, is kept whole as the name. The name's capitals are left as written.
 */
export function splitName(written: string): SplitName {
  // A picture after the name is no name.
  const shown = cleanLine(written).replace(/[\u00a0\u202f]/g, ' ')
  let text = shown.replace(/(?:\s+(?:\p{Extended_Pictographic}|\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}])+)+$/u, '')
  if (isCouple(text)) return { ...nobody, lastName: text, doubt: 'couple' }

  const { heads, rest: named } = headsOff(text)
  text = named

  const born = bornAs.exec(text)
  const birthName = born === null ? '' : (born[1] ?? '')
  if (born !== null) text = text.slice(0, born.index).trim()

  const married =
    born !== null && /é?p/iu.test((born[0] ?? '').slice(0, 6)) && !/n[ée]/iu.test((born[0] ?? '').slice(0, 5))
  const rest = splitWords(text, heads.title)
  // « DUPONT Marie épouse MARTIN » gives the name at birth first, the name in use after.
  if (married)
    return {
      ...nobody,
      ...heads,
      ...rest,
      birthName: joined([...particleWords(rest.particle), rest.lastName]),
      ...namedAs(birthName),
    }
  return { ...nobody, ...heads, ...rest, birthName }
}

/** Takes civility and title off the front of a name, each once. */
function headsOff(
  written: string,
  forenamesAlone = false,
): {
  readonly heads: { readonly civility: string; readonly title: string }
  readonly rest: string
} {
  let text = written
  const heads = { civility: '', title: '' }
  for (;;) {
    const long = heads.title === '' && /^\p{Lu}/u.test(text) ? office.exec(text) : null
    if (long !== null && (forenamesAlone || /\S\s+\S/.test(text.slice(long[0].length)))) {
      heads.title = long[1] ?? ''
      text = text.slice(long[0].length)
      continue
    }
    const head = /^(\p{L}+)(?:\.\s*|\s+)(?=\S)/u.exec(text)
    const word = head?.[1] ?? ''
    const [civility, title] = [knownCivility(word), knownTitle(word)]
    if (head === null || !/^\p{Lu}/u.test(word) || text.slice(head[0].length).startsWith(',')) break
    if (civility !== undefined && heads.civility === '' && (word.length > 1 || head[0].includes('.') || word === 'M'))
      heads.civility = civility
    else if (title !== undefined && heads.title === '') heads.title = title
    else break
    text = text.slice(head[0].length)
  }
  return { heads, rest: text }
}

function namedAs(name: string): { readonly particle: string; readonly lastName: string } {
  const { particle, lastName } = particleOff(name.split(' '))
  return { particle, lastName }
}

function isCouple(text: string): boolean {
  if (
    /^(?:m|mr|mrs|mme|monsieur|madame|dr)\.?\s+(?:et|and|&|ou|\/)\s+(?:m|mr|mrs|mme|madame|monsieur|dr)\b/iu.test(text)
  )
    return true
  if (
    /^(?:m\.?\s*(?:&|\/)\s*mme|mme\s*(?:&|\/)\s*m\.?)(?:\s|$)/iu.test(text) ||
    /^(?:couple|famille|family)\s/iu.test(text)
  )
    return true
  return /\S\s+(?:et|and|&)\s+\S/iu.test(text)
}

type Parts = Partial<SplitName> & { readonly lastName: string; readonly particle: string }

function splitWords(text: string, title = ''): Parts {
  if (beforeForename.has(title) && /^\p{Lu}\S*$/u.test(text)) return { firstName: text, particle: '', lastName: '' }
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  // A number alone is a suffix after a comma of its own.
  if (parts.length > 2 && /^[IVX]{1,4}$/.test(last)) return withSuffix(splitWords(parts.slice(0, -1).join(', ')), last)
  if (parts.length > 1 && onlySuffixes(last)) return withSuffix(splitWords(parts.slice(0, -1).join(', ')), last)
  if (parts.length > 1) return afterComma(parts[0] ?? '', parts.slice(1).join(' '))

  const parenthesis = /^(.+?)\s*\(([^()]*)\)$/u.exec(text)
  if (parenthesis !== null) {
    const inside = parenthesis[2] ?? ''
    const before = parenthesis[1] ?? ''
    const all = inside.split(' ').filter((word) => word !== '')
    // The norm's own forms: La Fontaine Jean (de), La Fontaine (Jean de).
    if (all.length > 0 && all.every((word, at) => isParticle(word, at > 0))) {
      const found = splitInOrder(before, true)
      return { ...found, particle: joined([...all, ...particleWords(found.particle)]) }
    }
    // Beside forename and name, what is in brackets is how somebody is called, or a remark.
    if (
      all.length > 0 &&
      /^\p{Lu}\S*\p{Ll}\S* \p{Lu}\S*\p{Ll}\S*$/u.test(before) &&
      !isParticle(before.split(' ')[0] ?? '')
    ) {
      const found = splitInOrder(before, false)
      return { ...found, firstName: `${found.firstName ?? ''} (${inside})`.trim() }
    }
    if (all.length > 0) return afterComma(before, inside)
  }
  const numbered = /^(King|Queen)$/.test(title) ? /^(\S+ \S.*) ([IVX]{1,5})$/.exec(text) : null
  if (numbered !== null) return withSuffix(splitInOrder(numbered[1] ?? '', false), numbered[2] ?? '')
  return splitInOrder(text, false)
}

const withSuffix = (parts: Parts, suffix: string): Parts => ({
  ...parts,
  suffix: parts.suffix ? `${parts.suffix}, ${suffix}` : suffix,
})

/** `La Fontaine` and `Jean de`: the rejected particle stands after the forenames, as may a suffix; a title before them. */
function afterComma(name: string, given: string): Parts {
  const { heads, rest } = headsOff(given, true)
  const words = rest.split(' ').filter((word) => word !== '')
  const after: string[] = []
  while (words.length > 1 && suffixes.test(fold(words.at(-1) ?? ''))) after.unshift(words.pop() ?? '')
  const aside: string[] = []
  while (words.length > 1 && isParticle(words.at(-1) ?? '') && /^\p{Ll}/u.test(words.at(-1) ?? ''))
    aside.unshift(words.pop() ?? '')
  const nameWords = name.split(' ')
  const ending: string[] = []
  while (nameWords.length > 1 && suffixes.test(fold(nameWords.at(-1) ?? ''))) ending.unshift(nameWords.pop() ?? '')
  const { particle, lastName } = particleOff(nameWords)
  const suffix = [...ending, ...after].join(' ')
  return {
    ...(heads.civility === '' ? {} : { civility: heads.civility }),
    ...(heads.title === '' ? {} : { title: heads.title }),
    firstName: words.join(' '),
    particle: joined([...aside, ...particleWords(particle)]),
    lastName,
    ...(suffix === '' ? {} : { suffix }),
  }
}

/** How somebody is called, between signs amid the name: `Benjamin (Ben) Franklin`. It stays with the forenames. */
const nickname = /^(.+?)\s+("[^"]+"|“[^”]+”|«[^»]+»|'[^']+'|\([^()]+\))\s+(.+)$/u

function splitInOrder(text: string, nameFirst: boolean): Parts {
  const [, before = '', called = '', after = ''] = nickname.exec(text) ?? []
  if (called !== '') {
    const parts = splitInOrder(`${before} ${after}`, nameFirst)
    return { ...parts, firstName: [parts.firstName, called].filter(Boolean).join(' ') }
  }
  const words = text.split(' ').filter((word) => word !== '')
  const ending = fold(words.at(-1) ?? '')
  // `V` and `I` number somebody who has names enough before them.
  if (words.length > 2 && (suffixes.test(ending) || (words.length > 3 && /^[vi]$/i.test(words.at(-1) ?? '')))) {
    return withSuffix(splitInOrder(words.slice(0, -1).join(' '), nameFirst), words.at(-1) ?? '')
  }
  if (words.length < 2) {
    const { particle, lastName } = particleOff(words)
    return { particle, lastName, ...(particle === '' && words.length === 1 ? { doubt: 'oneWord' } : {}) }
  }
  return byCapitals(words) ?? (nameFirst ? nameBeforeForenames(words) : byPosition(words))
}

/** Capitals tell the name: `DUPONT Marie`, `Marie DUPONT`, `Charles de GAULLE`, `VAN DEN BERG Jan`. */
function byCapitals(words: readonly string[]): Parts | undefined {
  const loud = words.map(shouted)
  if (!loud.includes(true) || loud.every((is) => is)) return undefined
  let from = loud.indexOf(true)
  let to = loud.lastIndexOf(true) + 1
  // Capitals in the midst of small letters, or in two places, tell nothing.
  if (!loud.slice(from, to).every((is, at) => is || isParticle(words[from + at] ?? ''))) return undefined
  while (
    from > 0 &&
    isParticle(words[from - 1] ?? '') &&
    (from > 1 || to === words.length || /^\p{Ll}/u.test(words[0] ?? ''))
  )
    from -= 1
  if (from > 0 && to < words.length) {
    // An initial may follow the name: Marie DUPONT J.
    if (!words.slice(to).every((word) => /^\p{Lu}\.?$/u.test(word))) return undefined
    to = words.length
  }
  const forenames = [...words.slice(0, from), ...words.slice(to)]
  const { particle, lastName } = particleOff(words.slice(from, to))
  return { firstName: forenames.join(' '), particle, lastName }
}

/** Words that begin a name without being a particle: `St. John`, `Mac Beth`. */
const namePart = /^(?:St|Ste|Saint|Sainte|San|Santa|Mac|Mc)\.?$/u

/** Nothing but the order tells: forenames, particle, name; or particle and name, then forenames. */
function byPosition(words: readonly string[]): Parts {
  const first = words[0] ?? ''
  if (isParticle(first) && (words.length > 2 ? /^(?:\p{Ll}|(?:Le|La|Les|Du|Des)$)/u : /^\p{Ll}/u).test(first))
    return nameBeforeForenames(words)
  const from = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isParticle(word))
  const glued = words.findIndex((word, at) => at > 0 && /^[dl][’'ʼ]\S/iu.test(word))
  const united = words.findIndex((word, at) => at > 0 && at < words.length - 1 && namePart.test(word))
  // « Velasquez y García » is one name.
  const linked = words.findIndex((word, at) => at > 1 && at < words.length - 1 && /^[yi]$/.test(word)) - 1
  const start =
    [from, glued, united, linked].filter((at) => at > 0).sort((one, other) => one - other)[0] ?? words.length - 1
  const { particle, lastName } = particleOff(words.slice(start))
  const doubt =
    particle === '' && words.every((word) => shouted(word) || !cased.test(word)) ? { doubt: 'order' as const } : {}
  return { firstName: words.slice(0, start).join(' '), particle, lastName, ...doubt }
}

function nameBeforeForenames(words: readonly string[]): Parts {
  let to = 0
  while (to < words.length - 1 && isParticle(words[to] ?? '', to > 0)) to += 1
  const { particle, lastName } = particleOff(words.slice(0, to + 1))
  return { firstName: words.slice(to + 1).join(' '), particle, lastName }
}

/**
 * Takes the particle off the front of a name's words. In a name of capitals the rejected part is put in small letters
 * (`DE LA FONTAINE` is `de La` and `FONTAINE`), since that is how it is shown after the name.
 */
function particleOff(given: readonly string[]): { readonly particle: string; readonly lastName: string } {
  const words = given.flatMap((word) => {
    const glued = /^([dl][’'ʼ])(\S.*)$/iu.exec(word)
    return glued === null || !(/^d/u.test(word) || shouted(word)) ? [word] : [glued[1] ?? '', glued[2] ?? '']
  })
  let count = 0
  while (count < words.length - 1 && isParticle(words[count] ?? '', count > 0)) count += 1
  // « Saint » and « Mac » belong to the name even in small letters.
  while (count > 0 && /^(?:st|ste|saint|sainte|san|santa|mac|mc|o|m|n)$/.test(fold(words[count - 1] ?? ''))) count -= 1
  const particle = words.slice(0, count).map((word) => (word === word.toUpperCase() ? quiet(word) : word))
  return { particle: joined(particle), lastName: joined(words.slice(count)) }
}

/** A particle typed in capitals: small when it is rejected, with a capital when it stays in front. */
function quiet(word: string): string {
  const small = word.toLowerCase()
  return particleParts(small).kept === '' ? small : small.charAt(0).toUpperCase() + small.slice(1)
}

/**
 * A name typed all in capitals, in ordinary letters: `DUPONT-MARTIN` gives `Dupont-Martin`, `MCDONALD` `McDonald`,
 * `O’BRIEN` `O’Brien`. Any other name is left as written. Accents that capitals left out are not invented.
 */
export function unshouted(name: string): string {
  if (!shouted(name) || name !== name.toUpperCase()) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s’'ʼ-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{Ll})(?=\p{Ll}{2})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}
