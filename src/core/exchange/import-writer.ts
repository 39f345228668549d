/** Writes what an import planned, one line after the other: the people, their photos, homes and dues. */
import { duesComingIn } from '../dues/coming-in.ts'
import { Refusal } from '../kit/refusal.ts'
import { consentsStore } from '../people/consents/consents.store.ts'
import { householdsAnswers } from '../people/households/households.service.ts'
import { sharing } from '../people/households/sharing.ts'
import type { Contact, ContactInput } from '../people/people.requests.ts'
import type { PeopleStore } from '../people/people.service.ts'
import { pictureOf } from '../people/photo.rules.ts'
import type { PhotoStore } from '../people/photo.service.ts'
import type { Register } from '../register/register.ts'
import type { WaitingPhoto } from './draft.ts'
import { partedMap } from './growing.ts'
import { joinedCouple } from './joined-couple.ts'
import { joinedHousehold } from './joined-household.ts'
import { merged } from './merge.ts'
import type { Partner, Writing } from './plan-choices.ts'
import type { PhotoShelf } from './staging.ts'

/** Records read together before they are changed. */
const writtenAtOnce = 25

export type Stores = { readonly people: PeopleStore; readonly photos: PhotoStore }

/** What is written, as many at a time as are read together: a few milliseconds. */
export function* handfuls(writings: Iterable<Writing>): Generator<readonly Writing[]> {
  let some: Writing[] = []
  for (const writing of writings) {
    some.push(writing)
    if (some.length < writtenAtOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

export type ImportWriter = {
  /** Reads the records that the next writings change. */
  readonly about: (writings: readonly Writing[]) => void
  readonly one: (writing: Writing) => void
  /** The records of the lines that are to be looked at afterwards. */
  readonly toCheck: () => readonly number[]
}

type NewWriting = Extract<Writing, { kind: 'new' }>

/** The writer of one import; `shelf` has the photos that came with its lines. */
export function importWriter(register: Register, { people, photos }: Stores, shelf: PhotoShelf): ImportWriter {
  const giveNew = (id: number, photo: WaitingPhoto | undefined) => {
    if (photo === undefined || photos.ofContacts([id]).size > 0) return
    const bytes = shelf.read(photo)
    const picture = pictureOf(bytes)
    if (typeof picture !== 'string') photos.set(id, bytes, picture)
  }
  const rooms = [sharing(register), householdsAnswers(register)] as const
  const join = joinedCouple(people, ...rooms)
  const gather = joinedHousehold(people, ...rooms)
  const dues = duesComingIn(register)
  const consents = consentsStore(register)
  const toCheck: number[] = []
  /** Records by the place of the line they were made for. */
  const made = partedMap<number, number>()
  const idOf = (partner: Partner): number | undefined => ('id' in partner ? partner.id : made.get(partner.at))
  /** An organisation with the people of its file it is reached through, besides those it has. */
  const withPeople = (contact: ContactInput, { people: tied = [] }: Pick<NewWriting, 'people'>): ContactInput => {
    if (contact.kind !== 'organisation') return contact
    const known = new Set(contact.representatives.map(({ person }) => person))
    const more = tied.flatMap(({ person, ...tie }) => {
      const id = idOf(person)
      return id === undefined || known.has(id) ? [] : [{ ...tie, person: id }]
    })
    return more.length === 0 ? contact : { ...contact, representatives: [...contact.representatives, ...more] }
  }
  /** Records that nothing but their own line can change: one that shares an address is read when its turn comes. */
  let alone = new Map<number, Contact>()
  const about: ImportWriter['about'] = (writings) => {
    const ids = writings.flatMap((writing) => (writing.kind === 'changed' ? [writing.id] : []))
    const records = ids.length === 0 ? [] : people.readMany(ids)
    const shares = ({ addresses }: Contact) => addresses.some(({ household }) => household !== null)
    alone = new Map(records.filter((record) => !shares(record)).map((record) => [record.id, record]))
  }
  const one: ImportWriter['one'] = (writing) => {
    if (writing.kind === 'new') {
      // What the reader drafts is clean (draft.test.ts); a changed record has the register's own texts beside it.
      const id = people.insertClean(withPeople(writing.contact, writing))
      made.set(writing.at, id)
      if (writing.toCheck) toCheck.push(id)
      giveNew(id, writing.photo)
      for (const told of writing.dues ?? []) dues.write(told, id)
      for (const answer of writing.consents ?? []) consents.insert(id, answer)
    } else if (writing.kind === 'changed') {
      if (writing.toCheck) toCheck.push(writing.id)
      const record = alone.get(writing.id) ?? people.read(writing.id)
      if (record === undefined) throw new Refusal('importStale')
      const { contact } = merged(record, writing.coming, writing.statusGiven, writing.takes)
      people.update(writing.id, withPeople(contact, writing), 'all', record)
      giveNew(writing.id, writing.photo)
      for (const told of writing.dues ?? []) dues.write(told, writing.id)
      for (const answer of writing.consents ?? []) consents.insert(writing.id, answer)
    } else if (writing.kind === 'household') {
      const parts = writing.parts.flatMap(({ of, ...part }) => {
        const id = idOf(of)
        return id === undefined ? [] : [{ ...part, id }]
      })
      gather(writing.home, parts)
      alone.clear()
    } else {
      const [one, other] = writing.of.map(idOf)
      if (one !== undefined && other !== undefined) join(one, other)
      alone.clear()
    }
  }
  return { about, one, toCheck: () => toCheck }
}
