/** Who a run of letters reaches, by which way, in the order of the posts: worked out before anything is made. */

import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { addressOn, holdsOn } from '../people/address.rules.ts'
import { isEmail } from '../people/email.rules.ts'
import { type Envelope, envelopes, isWrittenTo } from '../people/households/envelopes.rules.ts'
import { householdsStore } from '../people/households/households.store.ts'
import { envelopeName } from '../people/name.rules.ts'
import type { Contact } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.store.ts'
import { type PostalWarning, postalLines } from '../people/postal.rules.ts'
import { sortedInSteps } from '../people/sorting.ts'
import type { Register } from '../register/register.ts'
import type { Channel, LetterLanguage, Unreached, Wish } from './letters.rules.ts'
import { postalKey } from './letters.rules.ts'

/** Contacts read at a time: a few milliseconds. */
const atOnce = 60
/** Households looked up at a time. */
const lookedUpAtOnce = 1000

export type Way = {
  readonly by: Channel
  readonly otherwise: boolean
  readonly byHousehold: boolean
  /** Who prefers e-mail goes as the others do. */
  readonly preferEmail?: boolean
}

/** A letter to be: whom it is for and how it goes. */
export type Planned = {
  readonly contacts: readonly number[]
  readonly name: string
  readonly channel: Channel
  readonly emails: readonly string[]
  readonly key: string
  readonly warnings: readonly PostalWarning[]
  /** The lines of its envelope; none when it goes by e-mail. */
  readonly envelope: readonly string[]
}
export type Plan = {
  /** In the order of the posts; those that go by e-mail in the order of names after them. */
  readonly letters: readonly Planned[]
  readonly unreached: readonly { readonly id: number; readonly name: string; readonly why: Unreached }[]
}

/** A letter with all that its page says, worked out again from the records as it is printed. */
export type Addressed = {
  readonly planned: Planned
  readonly contacts: readonly Contact[]
  readonly envelope: readonly string[]
  readonly addressee: readonly string[]
  readonly salutation: string
}

type Paper = { readonly language: LetterLanguage; readonly home: string; readonly day: string }

/** Letters by their key, those of one key as they came; a few thousand at a time. */
async function inPostalOrder(letters: readonly Planned[]): Promise<readonly Planned[]> {
  const keys = letters.map(({ key }) => key)
  const steps = sortedInSteps(letters.length, (one, other) => {
    const [first = '', second = ''] = [keys[one], keys[other]]
    return first < second ? -1 : first > second ? 1 : one - other
  })
  let step = steps.next()
  for (; !step.done; step = steps.next()) await giveBack()
  return Array.from(step.value, (at) => letters[at] as Planned)
}

export type Planner = ReturnType<typeof letterPlanner>

export function letterPlanner(register: Register) {
  const people = peopleStore(register)
  const households = householdsStore(register, people.readMany)
  const belonging = register.prepare(
    'SELECT contact_id AS contact, household_id AS household FROM household_member WHERE contact_id IN (SELECT value FROM json_each(?))',
  )
  const wished = register.prepare(
    'SELECT contact_id AS contact, channel FROM letter_channel WHERE contact_id IN (SELECT value FROM json_each(?))',
  )

  /** Numbers a batch at a time; people of one household stay in one batch. */
  const inBatches = async (ids: readonly number[], byHousehold: boolean): Promise<readonly (readonly number[])[]> => {
    const groups = new Map<number, number[]>()
    for (let from = 0; from < ids.length; from += lookedUpAtOnce) {
      await register.whenFree()
      const some = ids.slice(from, from + lookedUpAtOnce)
      const rows = byHousehold ? (belonging.all(JSON.stringify(some)) as { contact: number; household: number }[]) : []
      const household = new Map(rows.map((row) => [row.contact, row.household]))
      for (const id of some) {
        const key = household.get(id) ?? -id
        const group = groups.get(key)
        if (group === undefined) groups.set(key, [id])
        else group.push(id)
      }
      await giveBack()
    }
    const batches: number[][] = [[]]
    for (const group of groups.values()) {
      if ((batches.at(-1)?.length ?? 0) + group.length > atOnce) batches.push([])
      batches.at(-1)?.push(...group)
    }
    return batches
  }

  const returned = (contact: Contact, day: string): boolean =>
    contact.addresses.some((address) => address.returned !== '' && holdsOn(address, day))
  const emailsOf = (contacts: readonly Contact[]): readonly string[] => {
    const found = contacts.flatMap(({ emails }) => {
      const usable = emails.find(({ address }) => isEmail(address))?.address
      return usable === undefined ? [] : [usable]
    })
    return [...new Map(found.map((address) => [address.toLowerCase(), address])).values()]
  }
  const nameOf = (envelope: Envelope): string =>
    envelope.contacts[0]?.kind === 'organisation'
      ? envelopeName(envelope.contacts[0])
      : envelope.lines.join(' ') || envelopeName(envelope.contacts[0] ?? { kind: 'person' })

  /** Plans the letters of contacts. Waits its turn before each batch; refuses `cancelled`. */
  const plan = async (
    ids: readonly number[],
    { by, otherwise, byHousehold, preferEmail }: Way,
    paper: Paper,
    desk: WorkDesk,
  ) => {
    const letters: Planned[] = []
    const unreached: Plan['unreached'][number][] = []
    let done = 0
    const { day, home, language } = paper
    for (const batch of await inBatches(ids, byHousehold)) {
      await register.whenFree()
      if (desk.signal.aborted) throw new Refusal('cancelled')
      const read = people.readMany(batch)
      const contacts = read.filter((contact) => isWrittenTo(contact, day))
      for (const { id, displayName, trashed } of read.filter((contact) => !contacts.includes(contact)))
        unreached.push({ id, name: displayName, why: trashed ? 'trashed' : 'dead' })
      const wishes = new Map(
        (wished.all(JSON.stringify(batch)) as { contact: number; channel: Wish }[]).map((row) => [
          row.contact,
          row.channel,
        ]),
      )
      const words = byHousehold ? households.wordsOf(batch, day) : []
      const attention = households.attentionsOf(batch, day)
      for (const contact of contacts)
        if (wishes.get(contact.id) === 'nothing')
          unreached.push({ id: contact.id, name: contact.displayName, why: 'wish' })
      // Two people of one household who want different ways get a letter each.
      for (const channel of ['post', 'email'] as const) {
        const those = contacts.filter(({ id }) => {
          const wish = wishes.get(id)
          return (preferEmail === true && wish === 'email' ? by : (wish ?? by)) === channel
        })
        for (const envelope of envelopes(those, words, { language, day, byHousehold, attention })) {
          const emails = emailsOf(envelope.contacts)
          const [first] = envelope.contacts
          if (first === undefined) continue
          const reached = { post: envelope.address !== undefined, email: emails.length > 0 }
          const other = channel === 'post' ? 'email' : 'post'
          const goes = reached[channel] ? channel : otherwise && reached[other] ? other : undefined
          if (goes === undefined) {
            const why = channel === 'email' ? 'noEmail' : returned(first, day) ? 'returned' : 'noAddress'
            for (const { id, displayName } of envelope.contacts) unreached.push({ id, name: displayName, why })
            continue
          }
          const block =
            goes === 'post' && envelope.address !== undefined
              ? postalLines(envelope.lines, envelope.address, { language, home })
              : undefined
          letters.push({
            contacts: envelope.contacts.map(({ id }) => id),
            name: nameOf(envelope),
            channel: goes,
            emails,
            key:
              block !== undefined && envelope.address !== undefined
                ? postalKey(envelope.address, home, first.sortKey)
                : `\uffff${first.sortKey}`,
            warnings: block?.warnings ?? [],
            envelope: block?.lines ?? [],
          })
        }
      }
      done += batch.length
      desk.progress('gathering', done, ids.length)
      await giveBack()
    }
    return { letters: await inPostalOrder(letters), unreached } satisfies Plan
  }

  /** Planned letters with their words, a batch at a time, in their order. */
  async function* addressed(letters: readonly Planned[], paper: Paper): AsyncGenerator<readonly Addressed[]> {
    const { day, home, language } = paper
    for (let from = 0; from < letters.length; from += atOnce) {
      await register.whenFree()
      const some = letters.slice(from, from + atOnce)
      const ids = some.flatMap(({ contacts }) => contacts)
      const known = new Map(people.readMany(ids).map((contact) => [contact.id, contact]))
      const words = households.wordsOf(ids, day)
      const attention = households.attentionsOf(ids, day)
      yield some.flatMap((planned): readonly Addressed[] => {
        const contacts = planned.contacts.flatMap((id) => known.get(id) ?? [])
        const [envelope] = envelopes(contacts, words, {
          ...{ language, day, attention },
          byHousehold: contacts.length > 1,
        })
        if (envelope === undefined) return []
        const address = addressOn(contacts[0]?.addresses ?? [], day, 'mail') ?? envelope.address
        return [
          {
            planned,
            contacts,
            addressee: envelope.lines,
            salutation: envelope.salutation,
            envelope:
              address === undefined ? envelope.lines : postalLines(envelope.lines, address, { language, home }).lines,
          },
        ]
      })
    }
  }

  return { plan, addressed }
}
