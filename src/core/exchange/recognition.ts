/** Proposes what each column of a list is: by what it was last time, by its name, then by the look of its cells. */
import { createHash } from 'node:crypto'
import { fold } from '../kit/text.ts'
import { fieldWords } from '../people/field.rules.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import { headerWords, otherHeaderWords } from './header-words.ts'
import { mandateTargets, stayTargets } from './life-cells.ts'
import type { ColumnLook } from './reading/column-look.ts'
import { isStatusWord, kindOfWord } from './value-words.ts'

export type RecognisedColumn = {
  readonly target: ColumnTarget
  readonly because: 'header' | 'data' | 'remembered' | 'none'
}

type Word = { readonly target: ColumnTarget; readonly rank: number }

const words: ReadonlyMap<string, Word> = new Map(
  Object.entries(headerWords)
    .flatMap(([target, list]) =>
      list.split('|').map((word, rank) => [word, { target: target as ColumnTarget, rank }] as const),
    )
    // A word given to two targets keeps the first.
    .reverse()
    // The headers of our own lists come before all others.
    .concat(
      (['en', 'fr'] as const).flatMap((language) =>
        Object.entries(fieldWords[language]).map(
          ([target, header]) => [fold(header), ownWord(target as ColumnTarget, header)] as const,
        ),
      ),
    ),
)

function ownWord(target: ColumnTarget, header: string): Word {
  const rank = (headerWords[target] ?? '').split('|').indexOf(fold(header))
  return { target, rank: Math.max(0, rank) }
}

const addressParts = [
  'addressLabel',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'addressLines',
] as const
const partsOfAddress: ReadonlySet<string> = new Set(addressParts)
const rankedParts = [...addressParts, ...stayTargets, ...mandateTargets] as const
/** Where an address, a stay or a mandate is told in parts, each in a column of its own. */
export const addressTargets: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(rankedParts)
type RankedPart = (typeof rankedParts)[number]
const ownRankedWords: ReadonlyMap<string, RankedPart> = new Map(
  (['fr', 'en'] as const).flatMap((language) =>
    rankedParts.map((part) => [fold(fieldWords[language][part]), part] as const),
  ),
)
/** What says where an address is: without one of these of its own, it is a further line of the first. */
export const placesOfAddress: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'postcode',
  'city',
  'country',
  'addressLines',
])

/** The part of an address, a stay or a mandate, and the rank that a header in our own words gives: `Ville 2`. */
function numberedPart(header: string): { readonly part: RankedPart; readonly rank: number } | undefined {
  const found = /^(.+) (\d{1,2})$/.exec(fold(header))
  const part = ownRankedWords.get(found?.[1] ?? '')
  const rank = Number(found?.[2])
  return part === undefined || rank < 2 ? undefined : { part, rank }
}

/**
 * Which address, stay or mandate each column is of: the 2 of our own `Ville 2`, and of `Voie 2` beside it. Other lists say `Adresse 2`,
 * `Street 2` of a second line of the first, and name no second town.
 */
export function addressRanks(headers: readonly string[]): readonly number[] {
  const parts = headers.map(numberedPart)
  const placed = new Set(parts.flatMap((one) => (one !== undefined && placesOfAddress.has(one.part) ? [one.rank] : [])))
  return parts.map((one) =>
    one !== undefined && (!partsOfAddress.has(one.part) || placed.has(one.rank)) ? one.rank : 1,
  )
}

/** A column that goes on with the first address: `Street 2` in a list that names no second town. */
const isFurtherLine = (header: string, addressRank: number): boolean => {
  const part = addressRank > 1 ? undefined : numberedPart(header)?.part
  return part !== undefined && part !== 'addressLabel' && partsOfAddress.has(part)
}
const otherWords: ReadonlySet<string> = new Set(otherHeaderWords.split('|'))

/** Targets of which a contact has several: each column of them is read. */
const manifold: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'email',
  'phone',
  'mobile',
  'emailLabel',
  'phoneLabel',
  'group',
  'notes',
  'extra',
  'skip',
])

/** Someone else than the member: their name, e-mail or telephone are kept apart. */
const someoneElse =
  /\b(payeur|payer|conjoint|conjointe|epoux|epouse|spouse|partner|pere|mere|parent|parents|tuteur|mother|father|mum|mums|mom|dad|dads|guardian|urgence|emergency|enfant|enfants|child|children|assistant|assistants|manager|managers|parrain|referent|responsable|temoin|contact d|spouses|yomi|phonetic)\b/
/** Questions and consents, whatever words they contain. */
const question =
  /\b(accepte|autorise|autorisez|consent|consentement|rgpd|newsletter|lettre|recevoir|souhaite|souhaitez|inscription a|opt in|receive|delivery|verified|valide|do not|ne pas)\b/

/** A folded header without its rank: `e mail 2` is `e mail`, and 2. */
function ranked(folded: string): { readonly bare: string; readonly rank: number } {
  const rank = /(?:^| )(\d{1,2})(?: |$)/.exec(folded)?.[1]
  return rank === undefined
    ? { bare: folded, rank: 1 }
    : { bare: folded.replace(/(^| )\d{1,2}( |$)/, ' ').trim(), rank: Number(rank) }
}

/** The rank a header gives itself: 1, or the 2 of `E-mail 2`. */
export const headerRank = (header: string): number => ranked(fold(header)).rank

/** What a header says by its words alone, and by the address it is of. */
function wordOf(header: string, addressRank: number): Word | undefined {
  const folded = fold(header)
  const exact = words.get(folded)
  if (exact !== undefined) return exact
  const { bare, rank } = ranked(folded)
  if (addressRank > 1) return words.get(bare)
  if (isFurtherLine(header, addressRank)) return { target: 'complement', rank: 998 }
  const numbered = bare === folded ? undefined : words.get(bare)
  if (numbered !== undefined && (rank === 1 || manifold.has(numbered.target) || numbered.target === 'title'))
    return numbered
  if (folded.length > 45 || otherWords.has(folded) || otherWords.has(bare)) return undefined
  if (someoneElse.test(folded) || question.test(folded) || header.includes('?')) return undefined
  const late = (target: ColumnTarget): Word => ({ target, rank: 999 })
  if (/\bfax\b|\btelecopie\b|\bdate\b/.test(folded)) return undefined
  if (/\b(courriel|e mail|email|mail|mel)s?\b/.test(folded)) return late('email')
  if (/\b(portable|mobile|gsm|cell)\b/.test(folded)) return late('mobile')
  if (/\b(telephone|tel|phone)\b/.test(folded)) return late('phone')
  if (/\bcode postal\b|\bpostcode\b|\bzip\b/.test(folded)) return late('postcode')
  if (/\bprenoms?\b/.test(folded) && /\bnoms?\b/.test(folded)) return late('fullName')
  return undefined
}

/** Whether a phrase is a usual name of a column: how the header of a list is found. */
export function knownHeader(header: string): boolean {
  if (header.length > 80) return false
  const folded = fold(header)
  if (folded === '') return false
  return otherWords.has(folded) || otherWords.has(ranked(folded).bare) || wordOf(header, 1) !== undefined
}

/** The mark of files with the same headers, in the same order. */
export const headerSignature = (headers: readonly string[]): string =>
  createHash('sha256').update(headers.map(fold).join('\u001f')).digest('hex')

/** What was chosen for columns of the same headers; nothing for a column that was empty then. */
export type RememberedMapping = readonly (ColumnTarget | null)[]

/**
 * Proposes a target for each column. `remembered` is what was chosen last time for the same headers;
 * `headless` says that the file has no header: names are then sought by their look.
 */
export function recogniseColumns(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  remembered: RememberedMapping | undefined,
  headless = false,
): readonly RecognisedColumn[] {
  const ranks = addressRanks(headers)
  const columns = headers.map((header, column) => recogniseColumn(header, ranks[column] ?? 1, looks[column]))
  refineNames(headers, looks, columns)
  if (headless) guessNames(looks, columns)
  keepOneOfEach(headers, ranks, columns)
  const known = remembered?.length === headers.length ? remembered : []
  return columns.map(({ target, because }, at) => {
    const chosen = known[at] ?? undefined
    return chosen === undefined ? { target, because } : { target: chosen, because: 'remembered' }
  })
}

type Proposal = { target: ColumnTarget; because: RecognisedColumn['because']; rank: number }

function recogniseColumn(header: string, addressRank: number, look: ColumnLook | undefined): Proposal {
  if (look === undefined || look.filled === 0) return { target: 'skip', because: 'none', rank: 0 }
  const word = wordOf(header, addressRank)
  if (word !== undefined) return { ...checked(word.target, look), because: 'header', rank: word.rank }
  const seen = targetOfLook(header, look)
  return seen === undefined
    ? { target: 'extra', because: 'none', rank: 0 }
    : { target: seen, because: 'data', rank: 1000 }
}

/** A word that may mean two things is judged by the cells under it. */
function checked(target: ColumnTarget, look: ColumnLook): { readonly target: ColumnTarget } {
  const most = look.seen * 0.5
  if (target === 'kind' && !look.values.some((value) => kindOfWord(value) !== undefined)) return { target: 'extra' }
  if (target === 'title' && look.civilities >= most) return { target: 'civility' }
  if (target === 'status' && !look.values.some(isStatusWord)) return { target: 'category' }
  if (target === 'civility' && look.civilities === 0 && look.values.every((value) => value.length > 12))
    return { target: 'extra' }
  return { target }
}

function targetOfLook(header: string, look: ColumnLook): ColumnTarget | undefined {
  const folded = fold(header)
  if (someoneElse.test(folded) || question.test(folded) || otherWords.has(folded)) return undefined
  if (/\bfax\b|\btelecopie\b/.test(folded)) return undefined
  const most = look.seen * 0.7
  if (look.emails >= most) return 'email'
  if (look.phones >= most && !/\b(siret|siren|iban|numero|n|code|id)\b/.test(folded))
    return look.mobiles >= most ? 'mobile' : 'phone'
  if (look.civilities >= most) return 'civility'
  // A column without a name of its own, and only five-figure codes in it.
  if (look.postcodes >= look.seen * 0.9 && /^[A-Z]{1,2}$/.test(header)) return 'postcode'
  return undefined
}

/** `Nom`, `Name`, `Titre` mean one thing or another after the columns beside them. */
function refineNames(headers: readonly string[], looks: readonly ColumnLook[], columns: Proposal[]): void {
  const has = (target: ColumnTarget) => columns.some((column) => column.target === target)
  for (const [at, column] of columns.entries()) {
    const folded = fold(headers[at] ?? '')
    const look = looks[at]
    if (folded === 'name' && has('firstName')) column.target = 'lastName'
    const alone = !has('firstName')
    if (column.target === 'lastName' && alone && look !== undefined && look.several >= look.seen * 0.6)
      column.target = 'fullName'
    // Galette's English lists of dues: Name is the family's, Surname the given name.
    if (folded === 'surname' && alone && headers.some((one) => fold(one) === 'begin date')) column.target = 'firstName'
  }
  if (has('firstName') && !has('lastName')) {
    const name = columns.find((column, at) => column.target === 'fullName' && fold(headers[at] ?? '') === 'name')
    if (name !== undefined) name.target = 'lastName'
  }
  // Outlook names two columns alike: the form of address, then the post.
  const second = columns.find((column, at) => column.target === 'title' && headerRank(headers[at] ?? '') === 2)
  if (second !== undefined && !has('profession')) second.target = 'profession'
  // Two people on a row, numbered: « Nom 1, Prénom 1, Nom 2, Prénom 2 ».
  const headed = (words: string) => columns.find((_, at) => fold(headers[at] ?? '') === words)
  const [otherName, otherForename] = [headed('nom 2'), headed('prenom 2')]
  if (otherName !== undefined && otherForename !== undefined) {
    otherName.target = 'spouseLastName'
    otherForename.target = 'spouseFirstName'
  }
  // A given name beside the name in use is the name at birth.
  const names = columns.filter((column) => column.target === 'lastName')
  const plain = columns.find((column, at) => column.target === 'lastName' && fold(headers[at] ?? '') === 'nom')
  if (names.length > 1 && plain !== undefined && !has('birthName')) plain.target = 'birthName'
}

function keepOneOfEach(headers: readonly string[], ranks: readonly number[], columns: Proposal[]): void {
  const best = new Map<string, Proposal>()
  for (const [at, column] of columns.entries()) {
    if (manifold.has(column.target)) continue
    const rank = ranks[at] ?? 1
    if (column.target === 'complement' && isFurtherLine(headers[at] ?? '', rank)) continue
    const key = addressTargets.has(column.target) ? `${column.target} ${rank}` : column.target
    const known = best.get(key)
    if (known === undefined) best.set(key, column)
    else {
      const loser = column.rank < known.rank ? known : column
      if (loser === known) best.set(key, column)
      loser.target = 'extra'
      loser.because = 'none'
    }
  }
}

/** Columns of words alone, without facts: one of whole names, or the name and then the forename. */
function guessNames(looks: readonly ColumnLook[], columns: Proposal[]): void {
  const wordy = [...columns.entries()].filter(([at, column]) => {
    const look = looks[at]
    if (look === undefined || column.target !== 'extra' || look.seen === 0) return false
    return (
      look.values.every((value) => /\p{L}{2}/u.test(value) && !/[\d@]/.test(value)) &&
      look.values.length * 2 > look.seen
    )
  })
  const named = (proposal: Proposal | undefined, target: ColumnTarget) => {
    if (proposal !== undefined) Object.assign(proposal, { target, because: 'data', rank: 1000 })
  }
  const whole = wordy.find(([at]) => (looks[at]?.several ?? 0) >= (looks[at]?.seen ?? 0) * 0.6)
  if (whole !== undefined) {
    named(whole[1], 'fullName')
    return
  }
  const loud = wordy.findIndex(([at]) => (looks[at]?.capitals ?? 0) >= (looks[at]?.seen ?? 0) * 0.6)
  const name = wordy[Math.max(loud, 0)]
  named(name?.[1], 'lastName')
  named(wordy.find((other) => other !== name)?.[1], 'firstName')
}
