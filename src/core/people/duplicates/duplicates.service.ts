/** The answers about records that could be one. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { fold, fuse } from '../../kit/text.ts'
import { readAssociation } from '../../register/register.service.ts'
import type { Register } from '../../register/register.ts'
import { refusingAbsorbed } from '../absorbed.ts'
import { contactQueries } from '../people.queries.ts'
import { type Contact, type ContactInput, contactInput } from '../people.requests.ts'
import { cleanContact } from '../people.rules.ts'
import { peopleStore } from '../people.store.ts'
import { describedStore } from './described.store.ts'
import type { duplicatesRequests, Likely } from './duplicates.requests.ts'
import {
  describedContact,
  type Likeness,
  likeness,
  nearlyCertainFrom,
  type Reason,
  traitsOf,
  warnedFrom,
} from './duplicates.rules.ts'
import { findPairs } from './finding.ts'
import { bareName } from './likeness.rules.ts'
import { mergedSheet, mergeFields, mergeLists, settled, wrongChoice } from './merge.rules.ts'
import { mergesStore } from './merges.store.ts'
import { attachedTo, mergeInto } from './merging.ts'

/** As many as are worth showing beside a form. */
const mostMatches = 5
/** Records a search brings to be compared: enough to hold the right one, few enough to be quick. */
const mostCandidates = 120

const weightiestFirst = (reasons: readonly Reason[]): readonly Reason[] =>
  [...reasons].sort((one, other) => other.weight - one.weight)

const said = ({ score, reasons }: Likeness) => ({
  score,
  nearlyCertain: score >= nearlyCertainFrom,
  reasons: weightiestFirst(reasons),
})

export function duplicatesAnswers(register: Register): Answers<typeof duplicatesRequests> {
  const people = peopleStore(register)
  const refuseAbsorbed = refusingAbsorbed(register)
  const queries = contactQueries(register)
  const described = describedStore(register)
  const made = mergesStore(register)
  const found = (id: number, field: string): Contact => {
    const contact = people.read(id)
    if (contact === undefined) throw new Refusal('notFound', { id }, field)
    return contact
  }
  const births = register.prepare('SELECT id, born FROM contact WHERE id IN (SELECT value FROM json_each(?))')
  const likelyOf = (ids: readonly number[]): ReadonlyMap<number, Likely> => {
    const born = new Map(
      (births.all(JSON.stringify(ids)) as { id: number; born: string }[]).map((row) => [row.id, row.born]),
    )
    return new Map(
      queries
        .rows(ids, [])
        .map(({ id, kind, displayName, memberNumber, status, city, email, phone }) => [
          id,
          { id, kind, displayName, memberNumber, status, born: born.get(id) ?? '', city, email, phone },
        ]),
    )
  }
  const matching = register.prepare('SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT ?').pluck()
  const byEmail = register.prepare('SELECT contact_id FROM email WHERE address = ? COLLATE NOCASE LIMIT 20').pluck()
  const byPhone = register.prepare('SELECT contact_id FROM phone WHERE number = ? LIMIT 20').pluck()
  const byNumber = register
    .prepare("SELECT id FROM contact WHERE member_number = ? AND member_number <> '' LIMIT 20")
    .pluck()
  const apartNow = (): ((one: number, other: number) => boolean) => {
    const rows = register.prepare('SELECT first_id AS first, second_id AS second FROM two_people').all() as {
      first: number
      second: number
    }[]
    const apart = new Set(rows.map(({ first, second }) => `${first} ${second}`))
    return (one, other) => apart.has(`${Math.min(one, other)} ${Math.max(one, other)}`)
  }

  /** Who could be the one being typed, by what the indexes know: the beginning of the names, e-mail, phone, number. */
  const candidates = (contact: ContactInput): ReadonlySet<number> => {
    const ids = new Set<number>()
    const add = (rows: readonly unknown[]): void => {
      for (const id of rows) ids.add(id as number)
    }
    for (const { address } of contact.emails) add(byEmail.all(address))
    for (const { number } of contact.phones) add(byPhone.all(number))
    if (contact.memberNumber !== '') add(byNumber.all(contact.memberNumber))
    for (const match of matchesOf(contact)) add(matching.all(match, mostCandidates))
    return ids
  }

  const mergeable = (keepId: number, absorbId: number): { keep: Contact; absorb: Contact } => {
    if (keepId === absorbId) throw new Refusal('cannotMerge', { what: 'itself' }, 'absorb')
    const [keep, absorb] = [found(keepId, 'keep'), found(absorbId, 'absorb')]
    if (keep.kind !== absorb.kind) throw new Refusal('cannotMerge', { what: 'kinds' }, 'absorb')
    if (keep.trashed) throw new Refusal('cannotMerge', { what: 'trashed', name: keep.displayName }, 'keep')
    if (absorb.trashed) throw new Refusal('cannotMerge', { what: 'trashed', name: absorb.displayName }, 'absorb')
    return { keep, absorb }
  }

  return {
    like: ({ contact, except }) => {
      const typed = cleanContact(contact, readAssociation(register).country)
      const traits = traitsOf(describedContact(typed))
      const apart = except === undefined ? () => false : apartNow()
      const matches = described
        .some([...candidates(typed)])
        .filter(({ id }) => id !== except && !apart(id, except ?? 0))
        .map((other) => ({ id: other.id, ...likeness(traits, traitsOf(other)) }))
        .filter(({ score }) => score >= warnedFrom)
        .sort((one, other) => other.score - one.score || one.id - other.id)
        .slice(0, mostMatches)
      const shown = likelyOf(matches.map(({ id }) => id))
      return {
        matches: matches.flatMap(({ id, ...found }) => {
          const likely = shown.get(id)
          return likely === undefined ? [] : [{ ...likely, ...said(found) }]
        }),
      }
    },

    find: async ({ floor, limit }, desk) => {
      const about = Number(register.prepare('SELECT count(*) FROM contact WHERE trashed = 0').pluck().get())
      const { pairs, compared } = await findPairs(register, described, { floor, apart: apartNow(), about }, desk)
      const shown = pairs.slice(0, limit)
      const likely = new Map<number, Likely>()
      for (let from = 0; from < shown.length; from += 100) {
        await register.whenFree()
        const ids = new Set(shown.slice(from, from + 100).flatMap(({ one, other }) => [one, other]))
        for (const [id, row] of likelyOf([...ids])) likely.set(id, row)
        await giveBack()
      }
      return {
        pairs: shown.flatMap(({ one, other, ...why }) => {
          const [first, second] = [likely.get(one), likely.get(other)]
          if (first === undefined || second === undefined) return []
          const [keep, absorb] = saysMore(second) > saysMore(first) ? [second, first] : [first, second]
          return [{ keep, absorb, ...said(why) }]
        }),
        total: pairs.length,
        compared,
      }
    },

    twoPeople: ({ first, second }) => {
      if (first === second) throw new Refusal('cannotMerge', { what: 'itself' }, 'second')
      const [one, other] = [found(first, 'first'), found(second, 'second')]
      refuseAbsorbed(first, 'first')
      refuseAbsorbed(second, 'second')
      register.subject(`${one.displayName}, ${other.displayName}`)
      const { changes } = register
        .prepare('INSERT INTO two_people (first_id, second_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
        .run(Math.min(first, second), Math.max(first, second))
      return { changed: changes > 0 }
    },

    merges: ({ offset, limit }) => ({ total: made.count(), merges: made.some(offset, limit) }),

    mergePreview: ({ keep: keepId, absorb: absorbId }) => {
      const { keep, absorb } = mergeable(keepId, absorbId)
      return {
        keep,
        absorb,
        fields: mergeFields(keep, absorb),
        lists: mergeLists(keep, absorb),
        aliases: mergedSheet(keep, absorb, {}).aliases,
        attached: attachedTo(register, absorb.id),
      }
    },

    merge: ({ keep: keepId, absorb: absorbId, choices }) => {
      const { keep, absorb } = mergeable(keepId, absorbId)
      const wrong = wrongChoice(keep, absorb, choices)
      if (wrong !== undefined) throw new Refusal('invalidInput', { reason: 'invalid_value' }, `choices.${wrong}`)
      const chosen = settled(mergeFields(keep, absorb), choices)
      const { sheet } = mergedSheet(keep, absorb, choices)
      refuseOverfull(sheet)
      register.subject(`${absorb.displayName} → ${keep.displayName}`)
      const pair = { kept: { id: keep.id, sheet: keep }, absorbed: { id: absorb.id, sheet: absorb } }
      mergeInto(register, people, pair, sheet, chosen)
      register
        .prepare('UPDATE contact SET revision = revision + 1, trashed = 1, merged_into = ? WHERE id = ?')
        .run(keep.id, absorb.id)
      // What moved away is no longer sought under the record it left.
      people.update(absorb.id, found(absorb.id, 'absorb'))
      return { id: keep.id, revision: found(keep.id, 'keep').revision }
    },
  }
}

/** What one record may hold, two may pass: the list or the text is named. */
function refuseOverfull(sheet: ContactInput): void {
  const checked = contactInput.safeParse(sheet)
  const issue = checked.success ? undefined : checked.error.issues[0]
  if (issue !== undefined) {
    const maximum = 'maximum' in issue ? Number(issue.maximum) : 0
    throw new Refusal('invalidInput', { reason: issue.code ?? 'custom', maximum }, issue.path.map(String).join('.'))
  }
}

/** Which of two records is proposed to stay: the one with more to say. */
const saysMore = ({ memberNumber, status, born, city, email, phone }: Likely): number =>
  (status === 'member' ? 2 : 0) + [memberNumber, born, city, email, phone].filter((text) => text !== '').length

/** A word as the beginning of a word of the index. */
const begins = (word: string): string => `"${word.slice(0, 60)}" *`

/** Searches that bring whoever bears the name, or nearly: whole beginnings first, then two letters and the whole forename. */
function matchesOf(contact: ContactInput): readonly string[] {
  if (contact.kind === 'organisation') {
    const words = fold(contact.name)
      .split(' ')
      .filter((word) => word.length > 2)
    const [longest = ''] = [...words].sort((one, other) => other.length - one.length)
    return [
      ...(words.length > 0 ? [words.map(begins).join(' AND ')] : []),
      ...(longest.length > 3 ? [begins(longest.slice(0, 5))] : []),
      ...(contact.acronym.length > 1 ? [begins(fuse(contact.acronym))] : []),
    ]
  }
  const forename = fold(contact.firstName).split(' ')[0] ?? ''
  const names = [contact.lastName, contact.birthName, contact.studiedName]
    .map(bareName)
    .filter((name) => name.length > 1)
  const queries: string[] = []
  for (const name of names) {
    const [word = name] = fold(contact.lastName)
      .split(' ')
      .filter((part) => part.length > 2)
    if (forename === '') queries.push(begins(name))
    else {
      queries.push(`${begins(word.length < name.length ? word : name)} AND ${begins(forename.slice(0, 1))}`)
      queries.push(`${begins(name.slice(0, 2))} AND ${begins(forename)}`)
      if (name.length > 4) queries.push(`${begins(name.slice(0, 4))} AND ${begins(forename.slice(0, 2))}`)
    }
  }
  return queries
}
