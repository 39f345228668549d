/** Finds which records a line may speak of: by member number, then name and e-mail, then the name; and what else tells. */
import { fold } from '../kit/text.ts'
import { matchName, type Named } from '../people/name.rules.ts'
import type { ContactInput } from '../people/people.requests.ts'
import type { Matchable } from '../people/people.service.ts'
import type { Because } from './exchange.requests.ts'
import { type PartedMap, partedMap } from './growing.ts'

type Candidates = {
  readonly because: Extract<Because, 'memberNumber' | 'nameAndEmail' | 'name'>
  readonly ids: readonly number[]
}

/** A name that could be compared with others: without letters or figures it names nobody. */
export const nameKey = (contact: ContactInput): string => {
  const key = matchName(contact as Named)
  return key.replaceAll('|', '') === '' ? '' : `${contact.kind}|${key}`
}

const emailsOf = (contact: ContactInput): readonly string[] =>
  contact.emails.map(({ address }) => address.toLowerCase())

export const shareEmail = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((address) => other.includes(address))

/** What a line is sought by. */
type Sought = {
  /** In the form of `nameKey`. */
  readonly key: string
  readonly memberNumber: string
  /** In small letters. */
  readonly emails: readonly string[]
}

/** Keeps at hand every record a line may be about, as they become known. Records in the trash are left alone. */
export function matcher() {
  const byNumber = partedMap<string, Matchable[]>()
  const byName = partedMap<string, Matchable[]>()
  const taken = partedMap<number, number>()
  /** Records that stand for themselves, and those that another one stands for since a merge. */
  const standing = partedMap<number, Matchable>()
  let merged: Matchable[] = []
  const add = (map: PartedMap<string, Matchable[]>, key: string, record: Matchable) => {
    const known = map.get(key)
    if (known === undefined) map.set(key, [record])
    else if (!known.some(({ id }) => id === record.id)) known.push(record)
  }
  const keep = (record: Matchable) => {
    if (record.memberNumber !== '') add(byNumber, record.memberNumber, record)
    if (record.name.replaceAll('|', '') !== '') add(byName, `${record.kind}|${record.name}`, record)
  }
  /** The number and the name of a merged record still lead somewhere: to the one that was kept, unless it is in the trash. */
  const settle = () => {
    for (const record of merged) {
      const kept = standing.get(record.mergedInto as number)
      if (kept !== undefined) keep({ ...record, id: kept.id, trashed: false })
    }
    merged = []
  }

  return {
    /** Contacts that are not in the trash. */
    live: standing.size,
    /** Takes records in; all are to be known before the first line is sought. */
    know: (records: readonly Matchable[]): void => {
      for (const record of records) {
        if (record.mergedInto !== undefined) merged.push(record)
        else if (!record.trashed) {
          standing.set(record.id, record)
          keep(record)
        }
      }
    },
    /** Line that took a record, so that two lines never change one. */
    takenBy: (id: number): number | undefined => taken.get(id),
    take: (id: number, line: number): void => taken.set(id, line),
    /**
     * Records the contact may be, best reason first. Several are given only when nothing but their content can tell;
     * `severalSameName` says that homonyms exist and none is meant for certain.
     */
    candidates: ({ key, memberNumber: number, emails }: Sought): Candidates | undefined => {
      if (merged.length > 0) settle()
      const numbered = number === '' ? [] : (byNumber.get(number) ?? [])
      if (numbered.length === 1) return { because: 'memberNumber', ids: numbered.map(({ id }) => id) }
      if (key === '') return undefined
      const named = (byName.get(key) ?? []).filter(
        (record) =>
          !taken.has(record.id) && (number === '' || record.memberNumber === '' || record.memberNumber === number),
      )
      if (named.length === 0) return undefined
      const written = named.filter((record) => shareEmail(emails, record.emails))
      if (written.length > 0) return { because: 'nameAndEmail', ids: written.slice(0, 20).map(({ id }) => id) }
      return { because: 'name', ids: named.slice(0, 20).map(({ id }) => id) }
    },
  }
}

/** Whether a number was given to someone else altogether: neither the name nor the forename is the record's. */
export function otherPerson(record: ContactInput, coming: ContactInput): boolean {
  if (record.kind !== coming.kind) return true
  if (nameKey(record) === nameKey(coming)) return false
  if (record.kind === 'organisation' || coming.kind === 'organisation') return false
  const [recordName, recordForename] = nameKey(record).split('|').slice(1)
  const [comingName, comingForename] = nameKey(coming).split('|').slice(1)
  if (recordForename === comingForename || recordName === comingName) return false
  return !shareEmail(emailsOf(record), emailsOf(coming))
}

/**
 * What else than the name says that they are one: the day of birth, the birth name, a telephone, the street with its
 * town; `name` when nothing does.
 */
export function sameness(record: ContactInput, coming: ContactInput): Because {
  if (record.kind === 'person' && coming.kind === 'person') {
    if (coming.born.length > 4 && coming.born === record.born) return 'nameAndBirth'
    if (coming.birthName !== '' && fold(record.birthName) === fold(coming.birthName)) return 'nameAndBirthName'
  }
  if (coming.phones.some(({ number }) => record.phones.some((phone) => phone.number === number))) return 'nameAndPhone'
  const street = ({ street, postcode, city }: ContactInput['addresses'][number]) =>
    fold(`${street} ${postcode} ${city}`)
  const housed = coming.addresses.some(
    (address) => address.street !== '' && record.addresses.some((other) => street(other) === street(address)),
  )
  return housed ? 'nameAndAddress' : 'name'
}

/** Two whole days of birth that differ: of father and son, not of one person. */
export const bornApart = (record: ContactInput, coming: ContactInput): boolean =>
  record.kind === 'person' &&
  coming.kind === 'person' &&
  record.born.length === 10 &&
  coming.born.length === 10 &&
  record.born !== coming.born

/** What tells a contact apart from others of the name. */
export const about = ({ memberNumber, addresses, emails, phones }: ContactInput): readonly string[] =>
  [memberNumber, addresses[0]?.city, emails[0]?.address, phones[0]?.number].filter(
    (word): word is string => word !== undefined && word !== '',
  )
