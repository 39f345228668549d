/**
 * What may be published of a contact: its own answers first, then what the association publishes of those who said
 * nothing. Pure: the directory, the window and the verification forms decide by the same words.
 *
 * Rules: rules-fr.md 4.1 (paper and members' PDF rest on legitimate interest after information and a time to object; a
 * birth date, a photo, a minor and whoever is no member need a yes of their own; the dead keep their name and groups).
 */
import type { ContactStatus } from '../people.requests.ts'

export const publicationMedia = ['paper', 'pdf', 'web'] as const
export type PublicationMedium = (typeof publicationMedia)[number]

/** `groups`: Houses, class, year of entry. `city`: with its country. `household`: who shares the household. */
export const publishedFields = [
  'name',
  'groups',
  'city',
  'address',
  'phone',
  'mobile',
  'email',
  'profession',
  'household',
  'birth',
  'photo',
] as const
export type PublishedField = (typeof publishedFields)[number]

/** Published on a yes of the person alone, whatever the association chose for the others. */
export const ownAnswerOnly: readonly PublishedField[] = ['birth', 'photo']
export const ordinaryFields: readonly PublishedField[] = publishedFields.filter(
  (field) => !ownAnswerOnly.includes(field),
)
/** What a new association publishes on paper and in the members' PDF of those who said nothing. */
export const safeFields: readonly PublishedField[] = ['name', 'groups', 'city']

/** Beside the media of publication: whether the record may be kept after the person left (`keep`). */
export const consentMedia = [...publicationMedia, 'register'] as const
export type ConsentMedium = (typeof consentMedia)[number]
export const consentFields = [...publishedFields, 'keep'] as const
export type ConsentField = (typeof consentFields)[number]

export const consentBases = ['consent', 'legitimateInterest', 'objection'] as const
/** On what a publication may rest. */
export const publicationBases = ['consent', 'legitimateInterest'] as const satisfies readonly ConsentBasis[]
export type ConsentBasis = (typeof consentBases)[number]
export const consentSources = ['form', 'letter', 'email', 'phone', 'spoken', 'other'] as const
export type ConsentSource = (typeof consentSources)[number]

/** One answer of a person, as the log keeps it. */
export type ConsentAnswer = {
  readonly medium: ConsentMedium
  readonly field: ConsentField
  readonly value: 'yes' | 'no'
  readonly basis: ConsentBasis
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly source: ConsentSource
  /** Where the proof lies: `classeur 2026, feuillet 12`. */
  readonly proof: string
}

/** The first of several answers given together that cannot be: `keep` goes with the register alone, and one word is one's last. */
export function answerTrouble(
  answers: readonly Pick<ConsentAnswer, 'medium' | 'field'>[],
): { readonly at: number; readonly reason: 'fieldOfAnotherMedium' | 'saidTwice' } | undefined {
  const said = new Set<string>()
  for (const [at, { medium, field }] of answers.entries()) {
    if ((medium === 'register') !== (field === 'keep')) return { at, reason: 'fieldOfAnotherMedium' }
    if (said.has(`${medium} ${field}`)) return { at, reason: 'saidTwice' }
    said.add(`${medium} ${field}`)
  }
  return undefined
}

export type PublicationDefaults = Readonly<Record<PublicationMedium, readonly PublishedField[]>>

export const byMedium = <T>(of: (medium: PublicationMedium) => T): Readonly<Record<PublicationMedium, T>> => ({
  paper: of('paper'),
  pdf: of('pdf'),
  web: of('web'),
})

/** What of a contact decides beside its answers. */
export type Publishable = {
  readonly status: ContactStatus
  readonly trashed: boolean
  readonly born?: string
}

/** Why a field is published or not: an own answer, the association's choice, or what the contact is. */
export type PublicationGround = 'answer' | 'default' | 'deceased' | 'minor' | 'notMember' | 'ownAnswerOnly'

export type FieldStanding = {
  readonly field: PublishedField
  readonly value: boolean
  readonly ground: PublicationGround
  readonly answer?: ConsentAnswer
}

export const publicationModes = ['complete', 'nameOnly', 'absent'] as const
export type PublicationMode = (typeof publicationModes)[number]

/** The day a person known to be born then is surely of age, at eighteen; a birth known in part counts as its last day. */
function ofAge(born: string): string {
  const [year = '', month = '12', date = '31'] = born.split('-')
  return `${String(Number(year) + 18).padStart(4, '0')}-${month}-${date}`
}

/** Whether a person may be under eighteen on a day; one whose birth is not known is not. */
export const isMinor = (born: string, day: string): boolean => born !== '' && day < ofAge(born)

/** The latest answer for a field of a medium, on a day; of two on one day, the one recorded last. */
export function latestAnswer(
  answers: readonly ConsentAnswer[],
  medium: ConsentMedium,
  field: ConsentField,
  day: string,
): ConsentAnswer | undefined {
  let latest: ConsentAnswer | undefined
  for (const answer of answers) {
    if (answer.medium !== medium || answer.field !== field || answer.day > day) continue
    if (latest === undefined || answer.day >= latest.day) latest = answer
  }
  return latest
}

/** Every field of a medium: published or not, and why. Answers come in the order they were recorded. */
export function standings(
  contact: Publishable,
  answers: readonly ConsentAnswer[],
  defaults: PublicationDefaults,
  medium: PublicationMedium,
  day: string,
): readonly FieldStanding[] {
  const own = answers.filter((answer) => answer.medium === medium)
  return publishedFields.map((field) => {
    const answer = own.length === 0 ? undefined : latestAnswer(own, medium, field, day)
    const said = answer === undefined ? {} : { answer }
    if (contact.status === 'deceased') {
      if (answer?.value === 'no') return { field, value: false, ground: 'answer', ...said }
      return { field, value: medium !== 'web' && (field === 'name' || field === 'groups'), ground: 'deceased', ...said }
    }
    if (answer !== undefined) return { field, value: answer.value === 'yes', ground: 'answer', answer }
    if (ownAnswerOnly.includes(field)) return { field, value: false, ground: 'ownAnswerOnly' }
    if (contact.status !== 'member' && contact.status !== 'friend') return { field, value: false, ground: 'notMember' }
    if (isMinor(contact.born ?? '', day)) return { field, value: false, ground: 'minor' }
    return { field, value: defaults[medium].includes(field), ground: 'default' }
  })
}

/** The fields that may be printed; none when the name may not, or the contact lies in the trash. */
export function published(
  contact: Publishable,
  answers: readonly ConsentAnswer[],
  defaults: PublicationDefaults,
  medium: PublicationMedium,
  day: string,
): ReadonlySet<PublishedField> {
  if (contact.trashed) return new Set()
  const standing = standings(contact, answers, defaults, medium, day)
  const fields = standing.filter(({ value }) => value).map(({ field }) => field)
  return new Set(fields.includes('name') ? fields : [])
}

/** The answers a quick mode stands for. A birth date and a photo are never in `complete`: they are answered by themselves. */
export function modeAnswers(
  mode: PublicationMode,
): readonly { readonly field: PublishedField; readonly value: 'yes' | 'no' }[] {
  if (mode === 'complete') return ordinaryFields.map((field) => ({ field, value: 'yes' }))
  return publishedFields.map((field) => ({ field, value: mode === 'nameOnly' && field === 'name' ? 'yes' : 'no' }))
}

/**
 * Whether an answer must say where it comes from: what is published, or kept, has to be proved (GDPR 7.1); a refusal is
 * taken as it comes.
 */
export const asksSource = (answers: readonly { readonly value: 'yes' | 'no' }[]): boolean =>
  answers.some(({ value }) => value === 'yes')

/** The quick mode a medium stands at; `byField` when it is none of the three. */
export function modeOf(standing: readonly FieldStanding[]): PublicationMode | 'byField' {
  const on = new Set(standing.filter(({ value }) => value).map(({ field }) => field))
  if (!on.has('name')) return 'absent'
  if (on.size === 1) return 'nameOnly'
  return ordinaryFields.every((field) => on.has(field)) ? 'complete' : 'byField'
}

export const defaultChoices = ['nothing', 'safe', 'allUnlessOpposed', 'own'] as const
/** The association's choice for a medium by its name; `own` when it is none of the usual ones. */
export function defaultChoiceOf(fields: readonly PublishedField[]): (typeof defaultChoices)[number] {
  const same = (others: readonly PublishedField[]) =>
    fields.length === others.length && others.every((field) => fields.includes(field))
  if (fields.length === 0) return 'nothing'
  if (same(safeFields)) return 'safe'
  return same(ordinaryFields) ? 'allUnlessOpposed' : 'own'
}

/** The day that lies some months before another; the last day of the month where it is shorter. */
export function monthsBefore(day: string, months: number): string {
  return monthsAfter(day, -months)
}

/** The day that lies some months after another; the last day of the month where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
