/** The answers about households. Each order is one act: every copy of a shared address is written in it. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { readAssociation } from '../../register/register.service.ts'
import type { Register } from '../../register/register.ts'
import { addressLines } from '../address.rules.ts'
import { bestSpelt, samePlace } from '../duplicates/street.rules.ts'
import type { Contact } from '../people.requests.ts'
import { saysSomething } from '../people.rules.ts'
import { peopleStore } from '../people.store.ts'
import { postalLines } from '../postal.rules.ts'
import { envelopes, wordsFor } from './envelopes.rules.ts'
import type { ComposedEnvelope, HouseholdRow, householdsRequests } from './households.requests.ts'
import { householdsStore } from './households.store.ts'
import { type Address, asOwn, changesOf, closedOn, dayBefore, followed, joinedTo } from './sharing.rules.ts'
import { mostAddresses, sharing } from './sharing.ts'

/** Contacts read, or envelopes composed, before the office is given back: a few milliseconds. */
const atOnce = 100

/** Households whose words are composed before the office is given back. */
const householdsAtOnce = 40

/** Most people a household may have. */
const most = 20

export function householdsAnswers(register: Register): Answers<typeof householdsRequests> {
  const people = peopleStore(register)
  const shared = sharing(register)
  const store = householdsStore(register, people.readMany)
  const insertion = register.prepare('INSERT INTO household (addressee, salutation, notes) VALUES (?, ?, ?)')
  const member = register.prepare(
    'INSERT INTO household_member (contact_id, household_id, position, role) VALUES (?, ?, ?, ?)',
  )
  const placing = register.prepare('UPDATE household_member SET position = ?, role = ? WHERE contact_id = ?')
  const wording = register.prepare('UPDATE household SET addressee = ?, salutation = ?, notes = ? WHERE id = ?')
  const touch = register.prepare('UPDATE household SET revision = revision + 1 WHERE id = ?')
  const mergedInto = register.prepare('SELECT merged_into FROM contact WHERE id = ?').pluck()

  const found = (id: number, field: string): Contact => {
    const contact = people.read(id)
    if (contact === undefined) throw new Refusal('notFound', { id }, field)
    return contact
  }
  /** Who may be taken into a household: a person, not put away, in none yet. */
  const newcomer = (id: number, field: string): Contact => {
    const contact = found(id, field)
    const { displayName: name } = contact
    if (contact.kind !== 'person') throw new Refusal('householdRefused', { what: 'organisation', name }, field)
    if (mergedInto.get(id) !== null) throw new Refusal('householdRefused', { what: 'merged', name }, field)
    if (contact.trashed) throw new Refusal('householdRefused', { what: 'trashed', name }, field)
    if (shared.householdOf(id) !== undefined) throw new Refusal('householdRefused', { what: 'elsewhere', name }, field)
    return contact
  }
  const subject = (contacts: readonly Contact[]): void =>
    register.subject(
      contacts
        .map(({ displayName }) => displayName)
        .join(', ')
        .slice(0, 200),
    )
  /** What those of a household share; one who was parted from it on purpose says nothing of it. */
  const copiesOf = (household: number): readonly Address[] =>
    people
      .readMany(shared.membersOf(household))
      .map(({ addresses }) => addresses.filter((address) => address.household === household))
      .find((copies) => copies.length > 0) ?? []
  const closingDay = (former: 'keep' | 'close'): string | undefined =>
    former === 'close' ? dayBefore(register.today()) : undefined
  /** Written as they are: each copy is set by hand here, nobody else's sheet has to follow. */
  const rewrite = (contact: Contact, addresses: readonly Address[]): void => {
    if (addresses.length > mostAddresses) {
      throw new Refusal('invalidInput', { reason: 'too_big', maximum: mostAddresses }, 'address')
    }
    people.updateAlone(contact.id, { ...contact, addresses: [...addresses] })
  }
  const addressAt = (contact: Contact, position: number, field: string): Address => {
    const address = contact.addresses[position]
    if (address === undefined) throw new Refusal('notFound', { id: contact.id, position }, field)
    return address
  }
  /** An address in the best spelling that one of these people has for it. */
  const spelt = (address: Address, contacts: readonly Contact[]): Address =>
    bestSpelt(
      address,
      contacts.flatMap(({ addresses }) => addresses.filter((own) => samePlace(own, address))),
    )
  /** Gives everybody the copy of an address that one of them has, and takes away what they had of the same place. */
  const shareWithAll = (
    household: number,
    contacts: readonly Contact[],
    owner: Contact,
    position: number,
    former: 'keep' | 'close',
  ): void => {
    const address = { ...spelt(addressAt(owner, position, 'address.position'), contacts), household }
    for (const contact of contacts) {
      if (contact.id === owner.id) {
        rewrite(
          contact,
          contact.addresses.map((own, at) => (at === position ? address : own)),
        )
        continue
      }
      const old = contact.addresses.filter((own) => own.household === household)
      rewrite(
        contact,
        joinedTo(
          contact.addresses.filter((own) => own.household !== household),
          [...old, address],
          household,
          closingDay(former),
        ),
      )
    }
  }

  return {
    ofContact: ({ id }) => {
      const household = shared.householdOf(id)
      return household === undefined ? null : store.read(household)
    },
    read: ({ id }) => store.read(id),
    list: async ({ search, language, offset, limit }) => {
      const { total, rows } = store.list(search, offset, limit)
      const composed: HouseholdRow[] = []
      for (let from = 0; from < rows.length; from += householdsAtOnce) {
        if (from > 0) await giveBack()
        const here = rows.slice(from, from + householdsAtOnce)
        const inside = here.flatMap(({ contacts }) => contacts)
        const known = new Map(people.readMany(inside).map((contact) => [contact.id, contact]))
        const words = new Map(store.wordsOf(inside, register.today()).map((one) => [one.id, one]))
        for (const row of here) {
          const own = words.get(row.id)
          const there = (own?.members ?? []).flatMap(({ contact, present }) =>
            present ? (known.get(contact) ?? []) : [],
          )
          const written = own !== undefined && there.length > 0
          composed.push({ ...row, addressee: written ? wordsFor(there, own, language).lines : [] })
        }
      }
      return { total, rows: composed }
    },

    compose: async ({ id, contacts, language, day = register.today(), byHousehold }) => {
      const ids = id === undefined ? contacts : store.read(id).members.map(({ contact }) => contact)
      const there: Contact[] = []
      for (let from = 0; from < ids.length; from += atOnce) {
        if (from > 0) await giveBack()
        there.push(...people.readMany(ids.slice(from, from + atOnce)))
      }
      const paper = { language, home: readAssociation(register).country }
      const composed: ComposedEnvelope[] = []
      const run = { language, day, byHousehold, attention: store.attentionsOf(ids, day) }
      for (const envelope of envelopes(there, store.wordsOf(ids, day), run)) {
        const { household, contacts: inside, lines, salutation, address } = envelope
        if (composed.length % atOnce === atOnce - 1) await giveBack()
        composed.push({
          household: household ?? null,
          contacts: inside.map((contact) => contact.id),
          addressee: lines,
          salutation,
          address: address === undefined ? [] : addressLines(address, paper),
          postal: address === undefined ? { lines, warnings: [] } : postalLines(lines, address, paper),
        })
      }
      return { envelopes: composed }
    },

    make: ({ members, address, former, addressee, salutation, notes }) => {
      const twice = members.findIndex(({ contact }, at) => members.findIndex((one) => one.contact === contact) !== at)
      if (twice >= 0) throw new Refusal('householdRefused', { what: 'twice' }, `members.${twice}.contact`)
      if (members.length < 2) throw new Refusal('householdRefused', { what: 'one' }, 'members')
      const contacts = members.map(({ contact }, at) => newcomer(contact, `members.${at}.contact`))
      subject(contacts)
      const id = Number(insertion.run(addressee, salutation, notes).lastInsertRowid)
      for (const [at, { contact, role }] of members.entries()) member.run(contact, id, at, role)
      if (address !== null) {
        const owner = contacts.find((contact) => contact.id === address.contact)
        if (owner === undefined) throw new Refusal('householdRefused', { what: 'notInside' }, 'address.contact')
        shareWithAll(id, contacts, owner, address.position, former)
      }
      return { id }
    },

    join: ({ id, contact: number, role, former }) => {
      const household = store.read(id)
      const contact = newcomer(number, 'contact')
      if (household.members.length >= most) throw new Refusal('householdRefused', { what: 'full', most }, 'contact')
      subject([contact])
      const copies = copiesOf(id)
      const last = register.prepare('SELECT max(position) FROM household_member WHERE household_id = ?').pluck()
      member.run(number, id, Number(last.get(id)) + 1, role)
      touch.run(id)
      if (copies.length === 0) return { id }
      const better = copies.map((copy) => spelt(copy, [contact]))
      const changes = changesOf(copies, better)
      if (changes !== undefined) {
        const inside = people.readMany(household.members.map((one) => one.contact))
        for (const one of inside) rewrite(one, followed(one.addresses, id, changes))
      }
      rewrite(contact, joinedTo(contact.addresses, better, id, closingDay(former)))
      return { id }
    },

    leave: ({ contact: number, address, others, day = register.today() }) => {
      const contact = found(number, 'contact')
      const household = shared.householdOf(number)
      if (household === undefined) {
        throw new Refusal('householdRefused', { what: 'inNone', name: contact.displayName }, 'contact')
      }
      subject([contact])
      const staying =
        others === 'close' ? people.readMany(shared.membersOf(household).filter((id) => id !== number)) : []
      const { dissolved } = shared.takeOut(number)
      for (const one of dissolved ? staying : []) {
        const ended = one.addresses.flatMap((own) =>
          own.household === household ? closedOn(asOwn([own]), dayBefore(day)) : [own],
        )
        rewrite(one, ended)
      }
      const mine = contact.addresses.filter((own) => own.household !== household)
      const copies = asOwn(contact.addresses.filter((own) => own.household === household))
      if (address.kind === 'keep') rewrite(contact, asOwn(contact.addresses))
      else if (address.kind === 'none') rewrite(contact, mine)
      else {
        const { address: elsewhere } = address
        if (!saysSomething(elsewhere)) {
          throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, 'address.address.city')
        }
        const until = dayBefore(day)
        const begins = { ...elsewhere, household: null, since: elsewhere.since || day }
        rewrite(contact, [begins, ...mine, ...closedOn(copies, until)])
      }
      return { dissolved }
    },

    dissolve: ({ id }) => {
      const household = store.read(id)
      subject(people.readMany(household.members.map(({ contact }) => contact)))
      shared.dissolve(id)
      return { dissolved: true }
    },

    change: ({ id, revision, members, addressee, salutation, notes }) => {
      const household = store.read(id)
      if (household.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      const before = household.members
      const asked = members ?? before
      const same =
        asked.length === before.length && before.every((one) => asked.some((other) => other.contact === one.contact))
      if (!same) throw new Refusal('householdRefused', { what: 'otherPeople' }, 'members')
      subject(people.readMany(before.map(({ contact }) => contact)))
      const moved = asked.flatMap((one, at) =>
        before[at]?.contact === one.contact && before[at]?.role === one.role ? [] : [{ ...one, at }],
      )
      for (const { contact, role, at } of moved) placing.run(at, role, contact)
      const worded =
        household.addressee !== addressee || household.salutation !== salutation || household.notes !== notes
      if (worded) wording.run(addressee, salutation, notes, id)
      if (worded || moved.length > 0) touch.run(id)
      return { id, revision: revision + (worded || moved.length > 0 ? 1 : 0) }
    },

    share: ({ id, address: { contact: number, position }, shared: inCommon, former }) => {
      const household = store.read(id)
      const contacts = people.readMany(household.members.map(({ contact }) => contact))
      const owner = contacts.find((contact) => contact.id === number)
      if (owner === undefined) throw new Refusal('householdRefused', { what: 'notInside' }, 'address.contact')
      const address = addressAt(owner, position, 'address.position')
      subject(contacts)
      if (inCommon) {
        if (address.household === null) shareWithAll(id, contacts, owner, position, former)
      } else if (address.household === id) {
        for (const contact of contacts) {
          rewrite(
            contact,
            contact.addresses.map((own) =>
              own.household === id && samePlace(own, address) ? { ...own, household: null } : own,
            ),
          )
        }
      }
      return { id }
    },
  }
}
