/** A change made to everybody a list holds: shown before it is made, then made as one act. */
import { randomUUID } from 'node:crypto'
import { setImmediate as giveBack } from 'node:timers/promises'
import type { z } from 'zod'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import type { Register } from '../../register/register.ts'
import { sheetChecks } from '../people.checks.ts'
import { type Contact, type ContactInput, organisationInput, personInput } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import type { PeopleStore } from '../people.store.ts'
import type { BulkChange } from './bulk.requests.ts'
import { changedSheet, saidWhere } from './bulk.rules.ts'
import type { BulkLine, listsRequests } from './lists.requests.ts'

/** Contacts read at a time, and written at a time: a few milliseconds. */
const readAtOnce = 50
const writtenAtOnce = 10

/** Lines of a preview that are shown. */
const shown = 50

/** A change is sweeping when it touches more than half of the register, and more than a few. */
const fewEnough = 20

/** Previews that may still be asked for. */
const mostKept = 4

type Kept = {
  readonly change: BulkChange
  readonly ids: readonly number[]
  readonly changeCount: number
  readonly sweeping: boolean
  readonly everybody: number
}

/** What the history says a change was: what was typed or named, never a code or a key, and how many records. */
function subjectOf(change: BulkChange, count: number): string {
  return [typedIn(change).slice(0, 60).replaceAll('\n', ' '), `(${count})`].filter((text) => text !== '').join(' ')
}

function typedIn(change: BulkChange): string {
  switch (change.do) {
    case 'setText':
    case 'setCustom':
    case 'addNote':
      return change.value
    case 'setPlace':
      return change.field === 'country' ? '' : change.value
    case 'addTag':
    case 'removeTag':
    case 'join':
    case 'leave':
      return change.name
    default:
      return ''
  }
}

export function bulkAnswers(
  register: Register,
  people: PeopleStore,
): Pick<Answers<typeof listsRequests>, 'bulkPreview' | 'bulk'> {
  const previews = new Map<string, Kept>()
  const checks = sheetChecks(register)
  const living = register.prepare('SELECT count(*) FROM contact WHERE trashed = 0').pluck()

  /** The sheet a contact would have, undefined when the change changes nothing; and whether it can be. */
  const after = (contact: Contact, change: BulkChange): { sheet: ContactInput; cannot: boolean } | undefined => {
    if (change.do === 'trash') {
      if (contact.trashed === change.trashed) return undefined
      // A record merged into another comes back by undoing the merge alone.
      return { sheet: contact, cannot: !change.trashed && contact.mergedInto !== undefined }
    }
    const sheet = changedSheet(contact, change)
    if (sheet === contact || saidWhere(sheet, change) === saidWhere(contact, change)) return undefined
    const cannot = outOfShape(sheet, contact) || checks.newTroubles(sheet, contact).length > 0
    // Two categories that fold alike are one: nothing changes.
    if (change.do === 'setText' && change.field === 'category' && !cannot) {
      if (foldedName(sheet.category) === foldedName(contact.category)) return undefined
    }
    return { sheet, cannot }
  }

  const line = (contact: Contact, sheet: ContactInput, change: BulkChange): BulkLine => ({
    id: contact.id,
    displayName: contact.displayName,
    // A note is added to what stands there, which stays.
    old: change.do === 'addNote' ? '' : saidWhere(contact, change),
    new:
      change.do === 'addNote'
        ? change.value
        : change.do === 'trash'
          ? change.trashed
            ? 'trashed'
            : ''
          : saidWhere(sheet, change),
  })

  return {
    bulkPreview: async ({ filter, change }, desk) => {
      await register.whenFree()
      const changeCount = register.changeCount()
      const ids = await people.idsFound(filter)
      const changing: number[] = []
      const lines: BulkLine[] = []
      const refusedLines: BulkLine[] = []
      let refused = 0
      for (let from = 0; from < ids.length; from += readAtOnce) {
        if (desk.signal.aborted) throw new Refusal('cancelled')
        for (const contact of people.readMany(ids.slice(from, from + readAtOnce))) {
          const would = after(contact, change)
          if (would === undefined) continue
          if (would.cannot) {
            refused += 1
            if (refusedLines.length < shown) refusedLines.push(line(contact, would.sheet, change))
          } else {
            changing.push(contact.id)
            if (lines.length < shown) lines.push(line(contact, would.sheet, change))
          }
        }
        desk.progress('comparing', Math.min(from + readAtOnce, ids.length), ids.length)
        await giveBack()
        await register.whenFree()
      }
      if (register.changeCount() !== changeCount) throw new Refusal('bulkStale')
      const everybody = Number(living.get())
      const sweeping = changing.length > fewEnough && changing.length * 2 > everybody
      const preview = randomUUID()
      previews.set(preview, { change, ids: changing, changeCount, sweeping, everybody })
      for (const oldest of previews.keys()) {
        if (previews.size <= mostKept) break
        previews.delete(oldest)
      }
      const unchanged = ids.length - changing.length - refused
      return { preview, total: ids.length, changed: changing.length, unchanged, refused, sweeping, lines, refusedLines }
    },

    bulk: async ({ preview, evenIfSweeping }, desk) => {
      const kept = previews.get(preview)
      if (kept === undefined) throw new Refusal('bulkStale')
      const { change, ids, changeCount, sweeping, everybody } = kept
      if (sweeping && !evenIfSweeping) throw new Refusal('bulkTooSweeping', { changed: ids.length, total: everybody })
      // Nothing to change is no act: the history does not speak of it.
      if (ids.length === 0) {
        previews.delete(preview)
        return { act: 0, changed: 0 }
      }
      function* steps() {
        if (register.changeCount() !== changeCount) throw new Refusal('bulkStale')
        for (let from = 0; from < ids.length; from += writtenAtOnce) {
          const part = ids.slice(from, from + writtenAtOnce)
          if (change.do === 'trash') people.trash(part, change.trashed)
          else {
            // Read again: what shares an address may just have been changed with another of its people.
            for (const contact of people.readMany(part)) {
              const would = after(contact, change)
              if (would !== undefined && !would.cannot) people.update(contact.id, sheetOf(would.sheet))
            }
          }
          yield { done: Math.min(from + writtenAtOnce, ids.length), total: ids.length }
        }
      }
      const subject = subjectOf(change, ids.length)
      const { act } = await register.orderInSlices('lists.bulk', subject, steps, desk, 'changing')
      previews.delete(preview)
      return { act, changed: ids.length }
    },
  }
}

/** A contact as a sheet: without what the register adds. */
function sheetOf(contact: ContactInput & Partial<Contact>): ContactInput {
  const { id: _, revision: _2, sortKey: _3, displayName: _4, trashed: _5, mergedInto: _6, ...sheet } = contact
  return sheet as ContactInput
}

/**
 * Whether a sheet breaks a bound of its fields that the record as it is kept does not break already. Only what the change
 * touched is looked at: the whole shape is most of the time of a preview.
 */
function outOfShape(sheet: ContactInput, kept: Contact): boolean {
  const shape: Readonly<Record<string, z.ZodType>> = shapes[sheet.kind].shape
  const [now, before] = [sheet, kept] as unknown as readonly Readonly<Record<string, unknown>>[]
  return Object.entries(shape).some(([field, bounds]) => {
    if (now?.[field] === before?.[field]) return false
    const broken = brokenBounds(bounds, now?.[field])
    if (broken.length === 0) return false
    const already = new Set(brokenBounds(bounds, before?.[field]))
    return broken.some((one) => !already.has(one))
  })
}

const shapes = { person: personInput, organisation: organisationInput } as const

const brokenBounds = (bounds: z.ZodType, value: unknown): readonly string[] =>
  bounds.safeParse(value).error?.issues.map(({ path, code }) => `${path.join('.')} ${code}`) ?? []
