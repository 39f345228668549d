/** Takes a whole name in one cell apart: which words are the name, which the forename, what stands around them. */
import { leadingParticle } from '../people/name.rules.ts'
import { isParticle } from '../people/particle.rules.ts'

export type SplitName = {
  readonly civility: string
  readonly title: string
  readonly firstName: string
  readonly particle: string
  readonly lastName: string
}

const civility =
  /^(m|mr|mme|mlle|mrs|ms|miss|monsieur|madame|mademoiselle|m\.? et mme|mr et mme|m\.? ou mme)(\.|\b)\s+/i
const title = /^(dr|docteur|pr|professeur|prof|me|maître|doctor|professor)(\.|\b)\s+/i

/** Whole capitals, two letters at least, that are not initials: how French lists mark the name. */
const inCapitals = (word: string) =>
  /\p{Lu}{2}/u.test(word) && word === word.toUpperCase() && !/^\p{Lu}\.?$/u.test(word)

/**
 * Splits `DUPONT Jean`, `Jean DUPONT`, `Dupont, Jean`, `M. Jean de La Fontaine`.
 *
 * @param nameFirst whether the column's header puts the name before the forename, for cells that do not show it
 */
export function splitName(written: string, nameFirst: boolean): SplitName {
  let rest = written.trim()
  const around = { civility: '', title: '' }
  for (let turn = 0; turn < 2; turn += 1) {
    const form = civility.exec(rest)
    if (form && around.civility === '') {
      around.civility = form[0].trim()
      rest = rest.slice(form[0].length)
    }
    const degree = title.exec(rest)
    if (degree && around.title === '' && rest.slice(degree[0].length).includes(' ')) {
      around.title = degree[0].trim()
      rest = rest.slice(degree[0].length)
    }
  }
  return { ...around, ...halves(rest.trim(), nameFirst) }
}

function halves(text: string, nameFirst: boolean): Pick<SplitName, 'firstName' | 'particle' | 'lastName'> {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  if (comma) return { firstName: (comma[2] as string).trim(), ...leadingParticle(comma[1] as string) }
  const words = text.split(/\s+/)
  if (words.length < 2) return { firstName: '', particle: '', lastName: text }
  const capitals = words.map(inCapitals)
  if (capitals.includes(true) && capitals.includes(false)) return byCapitals(words, capitals)
  return nameFirst ? nameThenForename(words) : forenameThenName(words)
}

/** The run of capitals is the name; particles before it go with it. */
function byCapitals(words: readonly string[], capitals: readonly boolean[]) {
  let start = capitals.indexOf(true)
  const end = capitals.lastIndexOf(true) + 1
  while (
    start > 0 &&
    isParticle(words[start - 1] as string) &&
    !(start === 1 && end === words.length && words.length < 3)
  )
    start -= 1
  const firstName = [...words.slice(0, start), ...words.slice(end)].join(' ')
  return { firstName, ...leadingParticle(words.slice(start, end).join(' ')) }
}

function forenameThenName(words: readonly string[]) {
  // The name starts at the first particle after the forename, else it is the last word.
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isParticle(word))
  const cut = particle > 0 ? particle : words.length - 1
  return { firstName: words.slice(0, cut).join(' '), ...leadingParticle(words.slice(cut).join(' ')) }
}

function nameThenForename(words: readonly string[]) {
  let cut = 1
  while (cut < words.length - 1 && isParticle(words[cut - 1] as string)) cut += 1
  return { firstName: words.slice(cut).join(' '), ...leadingParticle(words.slice(0, cut).join(' ')) }
}
