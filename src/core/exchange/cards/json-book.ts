/**
 * What the contacts of our own JSON say of each other by the numbers of their file. Gathered in a first reading, so that
 * each is drafted knowing whether those it names are there. Run on the reader's thread.
 */
import { cleanLine } from '../../kit/text.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import type { WarningCode } from '../warning.rules.ts'
import {
  bareObject,
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  jsonValue,
  memberOf,
  mostNames,
} from './json-value.ts'
import { type JsonHousehold, jsonHousehold } from './own-json.ts'

/** A household of the file, with the names of its people in their order. */
export type OwnHousehold = JsonHousehold & { readonly names: readonly string[] }

export type JsonBook = {
  /** Households that cannot be formed, as rows that say why. */
  readonly refused: readonly ReadRow[]
  readonly homeOf: (ref: number | undefined) => OwnHousehold | undefined
  readonly isPerson: (ref: number) => boolean
}

type Named = { readonly kind: string; readonly name: string }

/** Takes the objects of the file as they come; `book` judges the households once all are known. */
export function jsonBook(): {
  readonly add: (text: string, line: number, list: string) => void
  readonly book: () => JsonBook
} {
  /** Contacts by their number; one that two bear names nobody. */
  const contacts = new Map<number, Named | undefined>()
  const households: { readonly line: number; readonly value: JsonValue | undefined }[] = []
  return {
    add: (text, line, list) => {
      const value = jsonValue(text, mostNames)
      if (list === 'households') {
        households.push({ line, value })
        return
      }
      if (value === undefined || !isJsonObject(value)) return
      const ref = memberOf(value, 'ref')
      if (typeof ref !== 'number') return
      const kind = memberOf(value, 'kind')
      contacts.set(ref, contacts.has(ref) ? undefined : { kind: kind === 'person' ? kind : '', name: nameIn(value) })
    },
    book: () => {
      const homes = new Map<number, OwnHousehold>()
      const known = new Set<number>()
      const refused: ReadRow[] = []
      for (const { line, value } of households) {
        const read = value === undefined ? undefined : jsonHousehold.safeParse(bareObject(value))
        const names =
          read?.success === true ? read.data.members.map(({ contact }) => contacts.get(contact)?.name ?? '') : []
        const refuse = (code: WarningCode, text: string) => {
          const name = names.filter(Boolean).join(', ').slice(0, 200)
          const problems = [{ line, code, text: cleanLine(text).slice(0, 120) }]
          refused.push({ line, key: '', memberNumber: '', emails: [], name, statusGiven: true, problems })
        }
        if (read?.success !== true) {
          refuse('householdInvalid', read?.error.issues[0]?.path.join('.') ?? '{…}')
          continue
        }
        const { ref, members } = read.data
        const refs = members.map(({ contact }) => contact)
        const missing = refs.filter((contact) => contacts.get(contact) === undefined)
        const notPeople = refs.filter((contact) => contacts.get(contact)?.kind !== 'person')
        const twice = refs.filter((contact, at) => homes.has(contact) || refs.indexOf(contact) !== at)
        const called = (some: readonly number[]) => some.map((one) => contacts.get(one)?.name || String(one)).join(', ')
        if (known.has(ref)) refuse('householdInvalid', `ref ${ref}`)
        else if (missing.length > 0) refuse('householdMissing', called(missing))
        else if (notPeople.length > 0) refuse('householdNotPeople', called(notPeople))
        else if (twice.length > 0) refuse('householdTwice', called(twice))
        else if (members.length < 2) refuse('householdAlone', called(refs))
        else {
          known.add(ref)
          for (const contact of refs) homes.set(contact, { ...read.data, names })
        }
      }
      return {
        refused,
        homeOf: (ref) => (ref === undefined ? undefined : homes.get(ref)),
        isPerson: (ref) => contacts.get(ref)?.kind === 'person',
      }
    },
  }
}

/** The name to show of a contact, whatever else is wrong with it. */
export function nameIn(value: JsonValue | undefined): string {
  if (value === undefined || !isJsonObject(value)) return ''
  const text = (object: JsonObject, name: string): string => {
    const one = memberOf(object, name)
    return typeof one === 'string' ? one.slice(0, 200) : ''
  }
  return [text(value, 'name'), text(value, 'lastName'), text(value, 'firstName')].filter(Boolean).join(' ')
}

/** Whether a contact names people it is reached through: it is read after them. */
export function namesPeople(text: string): boolean {
  if (!text.includes('"representatives"')) return false
  const value = jsonValue(text)
  const people = value !== undefined && isJsonObject(value) ? memberOf(value, 'representatives') : undefined
  return people !== undefined && isJsonList(people) && people.length > 0
}
