/** Reads our own JSON back: sheets whole, judged by the form's own shape. Run on the reader's thread. */
import { Refusal } from '../../kit/refusal.ts'
import type { ContactInput } from '../../people/people.requests.ts'
import { cleanContact } from '../../people/people.rules.ts'
import type { LineWarning } from '../exchange.requests.ts'
import { nameKey } from '../matching.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import type { CardContext } from './card-desk.ts'
import type { JsonShape } from './json-pieces.ts'
import { bareObject, isJsonObject, type JsonObject, type JsonValue, jsonValue, memberOf } from './json-value.ts'
import { jsonContact, jsonFormat, jsonVersion } from './own-json.ts'

/** Whether a file is of our own. Refuses one that a newer version wrote (`fileFromTheFuture`). */
export function isOwnJson(shape: JsonShape, name: string): boolean {
  if (shape.kind !== 'held' || shape.name !== 'contacts') return false
  const head = jsonValue(shape.head)
  if (head === undefined || !isJsonObject(head) || memberOf(head, 'format') !== jsonFormat) return false
  const version = memberOf(head, 'version')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new Refusal('fileMalformed', { name, reason: 'version' })
  if (version > jsonVersion) throw new Refusal('fileFromTheFuture', { name, version, known: jsonVersion })
  return true
}

/** A contact of the file; one that cannot be a record is refused with its line. */
export function draftOfJson(text: string, line: number, context: CardContext): ReadRow {
  const problems: LineWarning[] = []
  const warn = (code: LineWarning['code'], said: string) => {
    if (problems.length < 20) problems.push({ line, code, text: said.slice(0, 120) })
  }
  const value = jsonValue(text)
  const refused = (why: string): ReadRow => {
    warn('sheetInvalid', why)
    return { line, key: '', memberNumber: '', emails: [], name: nameIn(value), statusGiven: true, problems }
  }
  if (value === undefined || !isJsonObject(value)) return refused('{…}')
  let read = jsonContact.safeParse(bareObject(value))
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
  const { ref: _ref, ...sheet } = read.data
  const notes = [sheet.notes]
  for (const [name, one] of aside) {
    warn('ownUnread', name)
    notes.push(`${name} : ${typeof one === 'string' ? one : JSON.stringify(bareObject(one))}`)
  }
  const alone = withoutOthers(sheet, warn)
  const contact = cleanContact({ ...alone, notes: notes.filter(Boolean).join('\n').slice(0, 10_000) }, context.country)
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
  }
}

/** What names other records by the numbers of another register is left, and said. */
function withoutOthers(sheet: ContactInput, warn: (code: LineWarning['code'], text: string) => void): ContactInput {
  const addresses = sheet.addresses.map((address) => ({ ...address, household: null }))
  if (sheet.addresses.some(({ household }) => household !== null)) warn('householdLeft', '')
  if (sheet.kind === 'person') return { ...sheet, addresses }
  if (sheet.representatives.length > 0) warn('tiesLeft', String(sheet.representatives.length))
  return { ...sheet, addresses, representatives: [] }
}

function nameIn(value: JsonValue | undefined): string {
  if (value === undefined || !isJsonObject(value)) return ''
  const text = (object: JsonObject, name: string): string => {
    const one = memberOf(object, name)
    return typeof one === 'string' ? one.slice(0, 200) : ''
  }
  return [text(value, 'name'), text(value, 'lastName'), text(value, 'firstName')].filter(Boolean).join(' ')
}
