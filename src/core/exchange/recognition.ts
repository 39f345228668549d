/** Proposes what each column of a list is: by what it was last time, by its name, then by the look of its cells. */
import { createHash } from 'node:crypto'
import { duesHeading } from '../dues/dues-list.rules.ts'
import { dueRead } from '../dues/dues-reading.rules.ts'
import { fold } from '../kit/text.ts'
import { type AddressColumn, addressColumns, addressTargets, isFurtherLine } from './address-columns.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import { ranked, type Word, words } from './header-dictionary.ts'
import { otherHeaderWords } from './header-words.ts'
import { isLeftOutHeading, withoutLeftOut } from './left-out.rules.ts'
import { type Program, programs } from './program-table.ts'
import { joinedColumns, programTargets } from './programs.ts'
import type { ColumnLook } from './reading/column-look.ts'
import { isStatusWord, kindOfWord } from './value-words.ts'

export type RecognisedColumn = {
  readonly target: ColumnTarget
  readonly because: 'header' | 'data' | 'remembered' | 'none'
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
  'groupSince',
  'groupUntil',
  'notes',
  'extra',
  'due',
  'skip',
])

/** Someone else than the member: their name, e-mail or telephone are kept apart. */
const someoneElse =
  /\b(payeur|payer|conjoint|conjointe|epoux|epouse|spouse|partner|pere|mere|parent|parents|tuteur|mother|father|mum|mums|mom|dad|dads|guardian|urgence|emergency|enfant|enfants|child|children|assistant|assistants|manager|managers|parrain|referent|responsable|temoin|contact d|spouses|yomi|phonetic)\b/
/** Questions and consents, whatever words they contain. */
const question =
  /\b(accepte|autorise|autorisez|consent|consentement|rgpd|newsletter|lettre|recevoir|souhaite|souhaitez|inscription a|opt in|receive|delivery|verified|valide|do not|ne pas)\b/

/** The rank a header gives itself: 1, or the 2 of `E-mail 2`. */
export const headerRank = (header: string): number => ranked(fold(header)).rank

/** What a header says by its words alone, and by the address it is of. */
function wordOf(header: string, { rank: addressRank, target }: AddressColumn): Word | undefined {
  const folded = fold(header)
  // A list of several places names the same part for each.
  if (target !== undefined) return { target, rank: words.get(folded)?.rank ?? 0 }
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
  if (/\b(portable|mobile|gsm)\b/.test(folded)) return late('mobile')
  if (/\b(telephone|tel|phone)\b/.test(folded)) return late('phone')
  if (/\bcode postal\b|\bpostcode\b|\bzip\b/.test(folded)) return late('postcode')
  if (/\bprenoms?\b/.test(folded) && /\bnoms?\b/.test(folded)) return late('fullName')
  if (/^\S+ (first name|given name|forename)$|^prenom (du|de la|de l|d un) \S+$/.test(folded)) return late('firstName')
  if (/^\S+ (last name|family name|surname)$|^nom (du|de la|de l) \S+$/.test(folded)) return late('lastName')
  return undefined
}

/** Headings by which a program is known: a row that bears them is a heading, whatever else they say. */
const programHeadings: ReadonlySet<string> = new Set(
  programs.flatMap(({ marks }) => marks.flatMap((mark) => mark.split(', '))).filter((heading) => heading.length > 5),
)

/** Whether a phrase is a usual name of a column: how the header of a list is found. */
export function knownHeader(header: string): boolean {
  if (header.length > 80) return false
  const folded = fold(header)
  if (folded === '') return false
  return (
    programHeadings.has(folded) ||
    otherWords.has(folded) ||
    otherWords.has(ranked(folded).bare) ||
    wordOf(header, { rank: 1 }) !== undefined
  )
}

/** The mark of files with the same headers, in the same order. */
export const headerSignature = (headers: readonly string[]): string =>
  createHash('sha256').update(withoutLeftOut(headers, headers).map(fold).join('\u001f')).digest('hex')

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
  program?: Program,
): readonly RecognisedColumn[] {
  const places = addressColumns(headers)
  const own = programTargets(program, headers)
  const columns = headers.map((header, column) => {
    const look = looks[column]
    const told = own[column]
    return told === undefined || look === undefined || look.filled === 0
      ? recogniseColumn(header, places[column] ?? { rank: 1 }, look)
      : proposalOf(told, look)
  })
  for (const { into, of } of joinedColumns(program, headers))
    for (const at of of) if (at !== into && columns[at] !== undefined) columns[at].target = 'skip'
  refineNames(headers, looks, columns)
  if (headless) guessNames(looks, columns)
  keepOneOfEach(
    headers,
    places.map(({ rank }) => rank),
    columns,
  )
  const known = remembered?.length === withoutLeftOut(headers, headers).length ? remembered : []
  return columns.map(({ target, because }, at) => {
    const chosen = known[at] ?? undefined
    return chosen === undefined ? { target, because } : { target: chosen, because: 'remembered' }
  })
}

type Proposal = { target: ColumnTarget; because: RecognisedColumn['because']; rank: number }

function recogniseColumn(header: string, place: AddressColumn, look: ColumnLook | undefined): Proposal {
  const word = wordOf(header, place)
  // An empty column of labels says that its telephones have none: those of our own lists are not to be guessed.
  if (look?.filled === 0 && word?.target === 'phoneLabel')
    return { target: word.target, because: 'header', rank: word.rank }
  if (look === undefined || look.filled === 0) return { target: 'skip', because: 'none', rank: 0 }
  if (isLeftOutHeading(header)) return { target: 'skip', because: 'header', rank: 0 }
  if (saysDues(header, look)) return { target: 'due', because: 'header', rank: 0 }
  if (word !== undefined) return { ...checked(word.target, look), because: 'header', rank: word.rank }
  const seen = targetOfLook(header, look)
  return seen === undefined
    ? { target: 'extra', because: 'none', rank: 0 }
    : { target: seen, because: 'data', rank: 1000 }
}

/** A column of the dues of a year, unless nothing under it is anything that dues say. */
function saysDues(header: string, look: ColumnLook): boolean {
  const heading = duesHeading(header)
  if (heading === undefined) return false
  return heading.part !== 'said' || look.values.some((value) => dueRead(value) !== undefined)
}

/** What a program says of its own column goes before all other words; its form of address may be a title. */
function proposalOf({ target, rank }: { target: ColumnTarget; rank: number }, look: ColumnLook): Proposal {
  const judged = target === 'title' ? checked(target, look).target : target
  return { target: judged, because: 'header', rank: rank - ofProgram }
}
/** Ranks below zero are a program's own. */
const ofProgram = 1000

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
  // Places on a map have as many figures as a telephone.
  if (/\b(latitude|longitude|lat|lng|lon|gps)\b/.test(folded)) return undefined
  const most = look.seen * 0.7
  if (look.emails >= most) return 'email'
  if (look.phones >= most && !/\b(siret|siren|iban|numero|n|code|id)\b/.test(folded))
    return look.mobiles >= most ? 'mobile' : 'phone'
  if (look.civilities >= most) return 'civility'
  // A column without a name of its own, and only five-figure codes in it.
  if (!/^[A-Z]{1,2}$/.test(header)) return undefined
  if (look.postcodes >= look.seen * 0.9) return 'postcode'
  // Four figures that are not all years; days that are all of long ago.
  if (look.seen >= 3 && look.fourFigures === look.seen && look.years < look.seen * 0.5) return 'postcode'
  if (look.seen >= 3 && look.days + look.oldDays > 0 && look.oldDays === look.seen) return 'born'
  return undefined
}

/** Words by which bodies and firms name themselves, folded; none that a family bears. */
const bodyWords =
  /\b(sarl|sas|sci|snc|gmbh|ltd|inc|ets|etablissements|societe|association|associations|amicale|club|comite|union|federation|mairie|ecole|lycee|college|universite|fondation|centre|conseil|musee|theatre|librairie|syndicat|ligue|cercle|office|service|institut|company|council|school|university|foundation|society)\b/

/** Whether a heading is that of a second name in a line, written so or met twice. */
export const isSecondName = (header = ''): boolean => fold(header) === 'nom 2'

/** `Nom`, `Name`, `Titre` mean one thing or another after the columns beside them. */
function refineNames(headers: readonly string[], looks: readonly ColumnLook[], columns: Proposal[]): void {
  const has = (target: ColumnTarget) => columns.some((column) => column.target === target)
  for (const [at, column] of columns.entries()) {
    if (column.rank < 0) continue
    const folded = fold(headers[at] ?? '')
    const look = looks[at]
    if (folded === 'name' && has('firstName')) column.target = 'lastName'
    const alone = !has('firstName')
    if (column.target === 'lastName' && alone && look !== undefined && look.several >= look.seen * 0.6)
      column.target = 'fullName'
    // A list of bodies, whose names are theirs whole.
    const values = look?.values ?? []
    const bodies = values.filter((value) => bodyWords.test(fold(value))).length
    if ((column.target === 'lastName' || column.target === 'fullName') && alone && !has('organisation'))
      if (bodies > 0 && bodies >= values.length * 0.6) column.target = 'organisation'
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
  const otherName = columns.find((_, at) => isSecondName(headers[at]))
  const otherForename = columns.find((_, at) => fold(headers[at] ?? '') === 'prenom 2')
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
    const parts = partsOfWhole(
      looks,
      whole[0],
      [...columns.entries()].filter(([, { target }]) => target === 'extra'),
    )
    named(whole[1], 'fullName')
    named(parts?.first, 'firstName')
    named(parts?.last, 'lastName')
    return
  }
  const loud = wordy.findIndex(([at]) => (looks[at]?.capitals ?? 0) >= (looks[at]?.seen ?? 0) * 0.6)
  const name = wordy[Math.max(loud, 0)]
  named(name?.[1], 'lastName')
  named(wordy.find((other) => other !== name)?.[1], 'firstName')
}

/** Two columns that say the forename and the name a third one says whole, in the first rows. */
function partsOfWhole(
  looks: readonly ColumnLook[],
  whole: number,
  wordy: readonly (readonly [number, Proposal])[],
): { readonly first: Proposal; readonly last: Proposal } | undefined {
  const samples = (at: number) => looks[at]?.samples ?? []
  for (const [at, first] of wordy)
    for (const [other, last] of wordy) {
      if (at === other || at === whole || other === whole) continue
      const said = samples(whole).map((name, row) => name === `${samples(at)[row]} ${samples(other)[row]}`)
      if (said.length > 0 && said.every(Boolean)) return { first, last }
    }
  return undefined
}
