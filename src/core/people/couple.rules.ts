/** Takes apart the two people that one line of a list names: `M. et Mme Jean DUPONT`, `Jean et Marie DUPONT`. */
import { cleanLine, fold } from '../kit/text.ts'
import { type SplitName, splitName } from './name-split.rules.ts'

export type CoupleNames = readonly [SplitName, SplitName]

const blank: SplitName = {
  civility: '',
  title: '',
  firstName: '',
  particle: '',
  lastName: '',
  birthName: '',
  suffix: '',
}

const head =
  'messieurs|monsieur|mesdames|madame|mademoiselle|docteur|professeur|maître|herr|frau|mister|señora|señor|mlle|mmes|mme|mrs|miss|prof|mm|mr|ms|dr|pr|me|m'
const between = '\\s*(?:\\bet\\b|\\band\\b|\\bund\\b|\\bou\\b|&|\\+|/|,)\\s*'
/** Two forms of address side by side: `M. et Mme`, `M./Mme`, `Dr and Mrs`; `M. Mme` too. */
const pair = new RegExp(`(?:^|[\\s(,])(${head})\\.?(?:${between}|\\s+)(${head})(?:\\.|(?![\\p{L}\\d.]))`, 'iu')
const both = /^(mm|messieurs|mmes|mesdames)\.?\s+/iu
const conjunction = /\s+(?:et|and|und)\s+|\s*[&+]\s*|\s+\/\s+/iu
const allConjunctions = new RegExp(conjunction.source, 'giu')
const companion =
  /^(?:(?:son|sa|his|her)\s+)?(épouse|epouse|femme|wife|mari|époux|epoux|husband|conjointe?|compagne|compagnon|partner)$/iu
/** Words of firms and bodies, folded: what stands before and after « et » is not two people. */
const firm =
  /\b(fils|filles|cie|compagnie|associes?|associees|associates|partners|sons|brothers|freres|soeurs|co|sarl|sas|sci|snc|gmbh|ltd|inc|ets|etablissements|societe|cabinet|association|amicale|amis|amies|club|comite|union|federation|ville|mairie|commune|ecole|lycee|college|universite|maison|fondation|centre|groupe|office|service|services|conseil|region|departement|musee|theatre|editions|librairie|boulangerie|pharmacie|garage|famille|family)\b/

/** A form of address or a title alone, as the register writes it. */
function addressed(word: string): Pick<SplitName, 'civility' | 'title'> {
  const { civility, title } = splitName(`${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} X Y`)
  return { civility, title }
}

const capitals = (word: string): boolean => {
  const letters = word.match(/\p{L}/gu) ?? []
  return letters.length > 1 && letters.every((letter) => letter !== letter.toLowerCase())
}
const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')
const shouts = (text: string): boolean => wordsOf(text).some(capitals)
const family = ({ particle, lastName }: SplitName): Pick<SplitName, 'particle' | 'lastName'> => ({ particle, lastName })
const plain = (split: SplitName): SplitName => {
  const { doubt, ...names } = split
  return names
}

/**
 * The two people of a full name in one cell, in the order they are written; nothing when it is one person, a firm, a
 * family without names, or more than two. The forename of `M. et Mme Jean DUPONT` is his, as that form has it.
 */
export function splitCouple(written: string): CoupleNames | undefined {
  const text = cleanLine(written)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const found = pair.exec(text)
  if (found !== null) {
    const before = text.slice(0, found.index)
    const after = text.slice(found.index + found[0].length)
    const rest = `${before}${found[0].startsWith(',') ? ',' : ''} ${after}`
      .replace(/[()]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,]+|[\s,]+$/g, '')
    return withHeads(addressed(found[1] as string), addressed(found[2] as string), rest)
  }
  const plural = both.exec(text)
  if (plural !== null) {
    const civility = /^(?:mmes|mesdames)/i.test(plural[1] as string) ? 'Mme' : 'M.'
    const names = namedPair(text.slice(plural[0].length))
    return names?.map((one) => ({ ...one, civility })) as CoupleNames | undefined
  }
  return namedPair(text)
}

type Heads = Pick<SplitName, 'civility' | 'title'>

/** Two forms of address, and the names they share or have each. */
function withHeads(one: Heads, other: Heads, rest: string): CoupleNames | undefined {
  if (rest === '' || firm.test(fold(rest))) return undefined
  const named = (names: SplitName, heads: Heads): SplitName => ({ ...names, ...heads })
  if (conjunction.test(rest)) {
    const names = namedPair(rest)
    return names === undefined ? undefined : [named(names[0], one), named(names[1], other)]
  }
  const split = plain(splitName(rest))
  if (split.lastName === '') return undefined
  const bare = { ...blank, ...family(split) }
  // Whom the forename is of, and the birth name: his, and hers, where one of the two forms says so.
  const his = one.civility !== 'M.' && other.civility === 'M.'
  const hers = one.civility === 'Mme' && other.civility !== 'Mme'
  const birthName = split.birthName
  const holder = { ...split, birthName: '' }
  const [first, second] = his ? [bare, holder] : [holder, bare]
  return [
    named({ ...first, birthName: hers ? birthName : '' }, one),
    named({ ...second, birthName: hers ? '' : birthName }, other),
  ]
}

/** Two names with a conjunction between them. */
function namedPair(text: string): CoupleNames | undefined {
  if ((text.match(allConjunctions) ?? []).length !== 1 || firm.test(fold(text)) || /\d/.test(text)) return undefined
  const [left = '', right = ''] = text.split(conjunction).map((part) => part.trim())
  if (left === '' || right === '') return undefined
  const spoken = companion.exec(right)?.[1]
  const alone = new RegExp(`^(?:${head})\\.?$`, 'iu').test(right)
  const one = plain(splitName(left))
  if (spoken !== undefined || alone) {
    if (one.lastName === '' || wordsOf(left).length < 2) return undefined
    const heads = alone
      ? addressed(right.replace('.', ''))
      : {
          civility: /^(?:mari|époux|epoux|husband|compagnon)$/iu.test(spoken ?? '')
            ? 'M.'
            : /^(?:conjoint|partner)$/iu.test(spoken ?? '')
              ? ''
              : 'Mme',
          title: '',
        }
    return [one, { ...blank, ...family(one), ...heads }]
  }
  if (!begins(left) || !begins(right)) return undefined
  const other = plain(splitName(right))
  const [leftWords, rightWords] = [bareWords(one), bareWords(other)]
  const [leftLoud, rightLoud] = [shouts(left), shouts(right)]
  const telling = leftLoud !== rightLoud
  const addressedBoth = hasHeads(one) && hasHeads(other)
  // « DUPONT, Jean et Marie »; « Dupont Jean et Marie »; « DUPONT Jean et Marie ».
  if (left.includes(',') && !right.includes(','))
    return rightLoud && leftWords > 0 && rightWords > 1 ? [one, other] : [one, forenamed(other, right, one)]
  if (telling && leftLoud && leftWords > 1) return [one, forenamed(other, right, one)]
  if (telling && rightLoud && rightWords > 1) return [forenamed(one, left, other), other]
  if (addressedBoth && leftWords === 1 && rightWords === 1) return [one, other]
  if (leftWords === 1 && rightWords > 1) return [forenamed(one, left, other), other]
  if (leftWords > 1 && rightWords === 1) {
    const named = plain(splitName(nameBefore(left)))
    return [named, forenamed(other, right, named)]
  }
  return leftWords > 1 && rightWords > 1 ? [one, other] : undefined
}

const hasHeads = ({ civility, title }: SplitName): boolean => civility !== '' || title !== ''
const bareWords = ({ firstName, particle, lastName }: SplitName): number =>
  wordsOf(`${firstName} ${particle === '' ? '' : 'x'}${lastName.replace(/\s/g, '_')}`).length
/** Names begin with a capital, a particle or a letter that has none. */
const begins = (text: string): boolean => /^(?:\p{Lu}|\p{Lo}|d[’']|(?:de|du|des|von|van|le|la)\s)/u.test(text)
/** Someone of whom the forenames stand in these words, and who bears the other's name. */
function forenamed(split: SplitName, words: string, { particle, lastName }: SplitName): SplitName {
  const [before = ''] = words.split(/[\s(]+(?:née?|nee|born)\s/iu)
  const heads = new RegExp(`^(?:(?:${head})\\.?\\s+)+`, 'iu')
  return {
    ...blank,
    civility: split.civility,
    title: split.title,
    birthName: split.birthName,
    firstName: before.replace(heads, '').trim(),
    particle,
    lastName,
  }
}
/** « Dupont Jean »: a list that names two people under one name has the name first. */
const nameBefore = (text: string): string => {
  const heads = new RegExp(`^(?:(?:${head})\\.?\\s+)*`, 'iu').exec(text)?.[0] ?? ''
  const name = /^((?:(?:de|du|des|la|le|les|von|van|der)\s+|d[’'])*\S+)\s+(.+)$/iu.exec(text.slice(heads.length))
  return name === null || text.includes(',') ? text : `${heads}${name[1]}, ${name[2]}`
}

/** What a list says of the names of a line in cells of their own. */
export type NameCells = { readonly civility: string; readonly firstName: string; readonly lastName: string }

/**
 * The two people of names in several cells: `M. et Mme`, `Jean`, `DUPONT`; `Jean et Marie`, `DUPONT`; `Jean / Marie`,
 * `DUPONT / DURAND`. Nothing when they are of one person.
 */
export function splitCoupleCells({ civility, firstName, lastName }: NameCells): CoupleNames | undefined {
  if (lastName === '' || firm.test(fold(`${firstName} ${lastName}`))) return undefined
  const heads = pair.exec(` ${civility.trim()} `.trim())
  const [one, other] = heads === null ? [] : [addressed(heads[1] as string), addressed(heads[2] as string)]
  const forenames = parted(firstName)
  const names = parted(lastName)
  const familyOf = (name: string) => family(splitName(`${name}, X`))
  if (forenames !== undefined) {
    const [first, second] = names ?? [lastName, lastName]
    if (pair.test(lastName)) return splitCouple(`${lastName.replace(pair, '').trim()}, ${firstName}`)
    return [
      { ...blank, ...(one ?? {}), firstName: forenames[0], ...familyOf(first) },
      { ...blank, ...(other ?? {}), firstName: forenames[1], ...familyOf(second) },
    ]
  }
  if (one !== undefined && other !== undefined && names === undefined)
    return withHeads(one, other, firstName === '' ? lastName : `${lastName}, ${firstName}`)
  if (pair.test(lastName)) {
    return splitCouple(firstName === '' ? lastName : `${lastName}, ${firstName}`)
  }
  return undefined
}

/** Two words or groups of words with a conjunction between them, each beginning as a name does. */
function parted(text: string): readonly [string, string] | undefined {
  if ((text.match(allConjunctions) ?? []).length !== 1 || /\d/.test(text)) return undefined
  const [left = '', right = ''] = text.split(conjunction).map((part) => part.trim())
  return left !== '' && right !== '' && begins(left) && begins(right) ? [left, right] : undefined
}
