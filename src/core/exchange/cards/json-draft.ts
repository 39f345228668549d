/** Reads our own JSON back: sheets whole, judged by the form's own shape. Run on the reader's thread. */
import { Refusal } from '../../kit/refusal.ts'
import type { ContactInput } from '../../people/people.requests.ts'
import { cleanContact } from '../../people/people.rules.ts'
import { pictureOf } from '../../people/photo.rules.ts'
import type { OwnTies } from '../draft.ts'
import type { LineWarning } from '../exchange.requests.ts'
import { nameKey } from '../matching.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import type { CardContext } from './card-desk.ts'
import { type JsonBook, nameIn } from './json-book.ts'
import type { JsonShape } from './json-pieces.ts'
import { bareObject, isJsonObject, type JsonValue, jsonValue, memberOf, mostNames } from './json-value.ts'
import { jsonContact, jsonFormat, jsonVersion } from './own-json.ts'
import { cardLimits } from './vcard-limits.ts'

type Warn = (code: LineWarning['code'], text: string) => void

/** The lists of our own, whichever comes first. */
const ownLists: ReadonlySet<string> = new Set(['contacts', 'households'])

/** Whether a file is of our own. Refuses one that a newer version wrote (`fileFromTheFuture`). */
export function isOwnJson(shape: JsonShape, name: string): boolean {
  if (shape.kind !== 'held' || !ownLists.has(shape.name)) return false
  const head = jsonValue(shape.head)
  if (head === undefined || !isJsonObject(head) || memberOf(head, 'format') !== jsonFormat) return false
  const version = memberOf(head, 'version')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new Refusal('fileMalformed', { name, reason: 'version' })
  if (version > jsonVersion) throw new Refusal('fileFromTheFuture', { name, version, known: jsonVersion })
  return true
}

/** A contact of the file; one that cannot be a record is refused with its line. */
export function draftOfJson(text: string, line: number, context: CardContext, book: JsonBook): ReadRow {
  const problems: LineWarning[] = []
  const warn: Warn = (code, said) => {
    if (problems.length < 20) problems.push({ line, code, text: said.slice(0, 120) })
  }
  const given = jsonValue(text, mostNames)
  // The photo stands beside the sheet, which its form would not know.
  const [written, value] = withoutPhoto(given)
  const refused = (why: string): ReadRow => {
    warn('sheetInvalid', why)
    return { line, key: '', memberNumber: '', emails: [], name: nameIn(value), statusGiven: true, problems }
  }
  // Many names are those of no sheet, and each of ours is known.
  if (value === undefined || !isJsonObject(value) || value.members.length > mostNames) return refused('{…}')
  let read = jsonContact.safeParse(bareObject(value, (name) => warn('nameTwice', name)))
  const aside: (readonly [string, JsonValue])[] = []
  if (!read.success) {
    const unknown = new Set(
      read.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
      ),
    )
    aside.push(...value.members.filter(([name]) => unknown.has(name)))
    read = jsonContact.safeParse(bareObject({ members: value.members.filter(([name]) => !unknown.has(name)) }))
  }
  if (!read.success) return refused(String(read.error.issues[0]?.path.join('.') ?? ''))
  const { ref, consents = [], ...sheet } = read.data
  const notes = [sheet.notes]
  for (const [name, one] of aside) {
    warn('ownUnread', name)
    notes.push(`${name} : ${typeof one === 'string' ? one : JSON.stringify(bareObject(one))}`)
  }
  const whole = cleanContact({ ...sheet, notes: notes.filter(Boolean).join('\n').slice(0, 10_000) }, context.country)
  const { contact, own } = parted(whole, ref, book, warn)
  const photoBytes = photoIn(written, warn)
  return {
    line,
    contact: JSON.stringify(contact),
    key: nameKey(contact),
    memberNumber: contact.memberNumber,
    emails: contact.emails.map(({ address }) => address.toLowerCase()),
    name:
      contact.kind === 'organisation' ? contact.name : [contact.lastName, contact.firstName].filter(Boolean).join(' '),
    statusGiven: true,
    problems,
    ...(own === undefined ? {} : { own }),
    ...(consents.length === 0 ? {} : { consents }),
    ...(photoBytes === undefined ? {} : { photoBytes }),
  }
}

function withoutPhoto(value: JsonValue | undefined): readonly [JsonValue | undefined, JsonValue | undefined] {
  if (value === undefined || !isJsonObject(value)) return [undefined, value]
  return [memberOf(value, 'photo'), { members: value.members.filter(([name]) => name !== 'photo') }]
}

/**
 * The sheet without what names others by the numbers of its file, and that beside it, where those others can be what
 * they are named as; what cannot is said.
 */
function parted(
  sheet: ContactInput,
  ref: number | undefined,
  book: JsonBook,
  warn: Warn,
): { readonly contact: ContactInput; readonly own?: OwnTies } {
  const home = book.homeOf(ref)
  const marked = sheet.addresses.flatMap(({ household }, at) => (household === null ? [] : [{ household, at }]))
  const shared = marked.filter(({ household }) => household === home?.ref).map(({ at }) => at)
  if (shared.length < marked.length) warn('addressNotShared', '')
  const addresses = sheet.addresses.map((address) => ({ ...address, household: null }))
  const beside = ref === undefined ? {} : { own: { ref, ...(home === undefined ? {} : { home, shared }) } }
  if (sheet.kind === 'person') return { contact: { ...sheet, addresses }, ...beside }
  const people = sheet.representatives.filter(({ person }) => book.isPerson(person))
  const left = sheet.representatives.filter(({ person }) => !book.isPerson(person))
  if (left.length > 0) warn('tiesLeft', left.map(({ person }) => person).join(', '))
  return {
    contact: { ...sheet, addresses, representatives: [] },
    ...(people.length === 0 ? beside : { own: { ...beside.own, people } }),
  }
}

/** The photo of a contact, in base64, when it can be kept; one that cannot is said. */
function photoIn(written: JsonValue | undefined, warn: Warn): string | undefined {
  if (written === undefined || written === null || written === '') return undefined
  const bytes = typeof written === 'string' ? Buffer.from(written, 'base64') : Buffer.alloc(0)
  const found = bytes.length > cardLimits.photoBytes ? 'pictureTooBig' : pictureOf(bytes)
  if (typeof found !== 'string') return bytes.toString('base64')
  warn(found === 'pictureTooBig' ? 'photoTooBig' : 'photoUnread', '')
  return undefined
}
