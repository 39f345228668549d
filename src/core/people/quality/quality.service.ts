/** The answers of the quality desk. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { readAssociation } from '../../register/register.service.ts'
import type { Register } from '../../register/register.ts'
import { contactsInBatches } from '../people.batches.ts'
import { sheetChecks } from '../people.checks.ts'
import { type Contact, type ContactInput, contactInput } from '../people.requests.ts'
import { peopleStore } from '../people.store.ts'
import type { Found, qualityRequests } from './quality.requests.ts'
import { remarksOf } from './quality.rules.ts'
import { pressing, type Remark, type RemarkKind } from './remark.rules.ts'
import { together } from './together.rules.ts'

/** How long the thread is held at most, in milliseconds. */
const slice = 15

export function qualityAnswers(register: Register): Answers<typeof qualityRequests> {
  const people = peopleStore(register)
  const checks = sheetChecks(register)
  const everybody = register.prepare('SELECT id FROM contact WHERE trashed = 0 ORDER BY id').pluck()
  const belonging = register.prepare('SELECT contact_id AS contact, household_id AS household FROM household_member')
  const accepted = register.prepare('SELECT contact_id AS contact, remark, said FROM accepted_remark')
  const found = (id: number): Contact => {
    const contact = people.read(id)
    if (contact === undefined) throw new Refusal('notFound', { id }, 'contact')
    return contact
  }
  const acceptedNow = (): ((contact: number, remark: Remark) => boolean) => {
    const rows = accepted.all() as { contact: number; remark: string; said: string }[]
    const known = new Set(rows.map(({ contact, remark, said }) => `${contact} ${remark} ${said}`))
    return (contact, { kind, said }) => known.has(`${contact} ${kind} ${kept(said)}`)
  }

  return {
    find: async ({ kinds, unconfirmedYears, limit }, desk) => {
      const ids = everybody.all() as number[]
      const households = new Map(
        (belonging.all() as { contact: number; household: number }[]).map(({ contact, household }) => [
          contact,
          household,
        ]),
      )
      const isAccepted = acceptedNow()
      const day = { today: register.today(), home: readAssociation(register).country, unconfirmedYears }
      const wanted = new Set<RemarkKind>(kinds)
      const about = together(day.today)
      const records = new Map<number, Pick<Found, 'displayName' | 'revision'>>()
      const remarks: (Remark & { readonly contact: number })[] = []
      const keep = (contact: number, remark: Remark): void => {
        if ((wanted.size > 0 && !wanted.has(remark.kind)) || isAccepted(contact, remark)) return
        remarks.push({ ...remark, contact })
      }
      let since = performance.now()
      const pause = async (done: number): Promise<void> => {
        if (desk.signal.aborted) throw new Refusal('cancelled')
        if (performance.now() - since < slice) return
        desk.progress('reading', done, ids.length)
        await giveBack()
        since = performance.now()
      }
      let looked = 0
      for await (const batch of contactsInBatches(register, people, ids)) {
        for (const contact of batch) {
          for (const remark of remarksOf(contact, day)) keep(contact.id, remark)
          about.note(contact, households.get(contact.id))
          records.set(contact.id, { displayName: contact.displayName, revision: contact.revision })
          await pause(looked)
        }
        looked += batch.length
        // Reading a batch is the longest step: the thread is given back after each.
        await giveBack()
      }
      for (const bundle of about.remarks()) {
        for (const { contact, ...remark } of bundle) keep(contact, remark)
        await pause(looked)
      }
      remarks.sort(pressing)
      const counts = new Map<RemarkKind, number>()
      for (const { kind } of remarks) counts.set(kind, (counts.get(kind) ?? 0) + 1)
      return {
        remarks: remarks.slice(0, limit).map((remark) => ({
          ...remark,
          displayName: '',
          revision: 0,
          ...records.get(remark.contact),
        })),
        counts: [...counts].map(([kind, count]) => ({ kind, count })),
        total: remarks.length,
        looked: ids.length,
      }
    },

    fix: ({ contact: id, revision, changes }) => {
      const contact = found(id)
      if (contact.trashed) throw new Refusal('notFound', { id }, 'contact')
      if (contact.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      register.subject(contact.displayName)
      const sheet = structuredClone(contact) as unknown as Record<string, unknown>
      for (const [at, { field, value }] of changes.entries()) {
        if (!put(sheet, field.split('.'), value)) {
          throw new Refusal('invalidInput', { reason: 'unrecognized_keys' }, `changes.${at}.field`)
        }
      }
      const { sortKey, displayName, trashed, revision: _, id: __, ...rest } = sheet
      void [sortKey, displayName, trashed]
      // A rule broken elsewhere than where something was changed is broken by the first change.
      const changed = (path: string): string => {
        const at = changes.findIndex(({ field }) => field === path)
        return `changes.${Math.max(at, 0)}.value`
      }
      const checked = contactInput.safeParse(rest)
      if (!checked.success) {
        const issue = checked.error.issues[0]
        const path = issue?.path.map(String).join('.') ?? ''
        throw new Refusal('invalidInput', { reason: issue?.code ?? 'custom' }, changed(path))
      }
      const [trouble] = checks.newTroubles(checked.data, contact)
      if (trouble !== undefined) {
        const { field, ...values } = trouble
        throw new Refusal('invalidInput', values, changed(field))
      }
      people.update(id, checked.data satisfies ContactInput)
      return { revision: found(id).revision }
    },

    accept: ({ contact: id, remark, said }) => {
      register.subject(found(id).displayName)
      const { changes } = register
        .prepare('INSERT INTO accepted_remark (contact_id, remark, said) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(id, remark, kept(said))
      return { changed: changes > 0 }
    },
  }
}

/** What a remark speaks of, as it is remembered and compared. */
const kept = (said: string): string => said.trim().slice(0, 1000).normalize('NFC')

/** Puts a text in the place of another, `addresses.0.city`; false when there is no text there to replace. */
function put(record: Record<string, unknown>, path: readonly string[], value: string): boolean {
  const [name = '', ...rest] = path
  if (!Object.hasOwn(record, name)) return false
  const known = record[name]
  if (rest.length === 0) {
    if (typeof known !== 'string' || name === 'kind') return false
    record[name] = value
    return true
  }
  return typeof known === 'object' && known !== null && put(known as Record<string, unknown>, rest, value)
}
