/** What a line of a list changes in a contact: filled cells take the place of what stood there, empty ones erase nothing. */
import { fold } from '../kit/text.ts'
import { type Honour, honoursText } from '../people/honour.rules.ts'
import { blankAddress, type ContactInput, personFields, type SupportInput } from '../people/people.requests.ts'
import { isNationalForm } from '../people/phone.rules.ts'
import type { ImportWay, PreviewChange } from './exchange.requests.ts'
import { honoursCell } from './life-cells.ts'

export type Change = Omit<PreviewChange, 'left'>
/** Whether a change is to be made: see `ImportWay`. */
export const isTaken = (way: ImportWay, { old, mixes, corrected }: Change, evenCorrected = false): boolean =>
  (corrected === undefined || evenCorrected) &&
  (way === 'update' || (way === 'fill' && old === '' && mixes === undefined))
type Take = (change: Change) => boolean
const everything: Take = () => true
export type Merged = { readonly contact: ContactInput; readonly changes: readonly Change[] }

const commonFields = [
  ...([
    'memberNumber',
    'category',
    'joined',
    'left',
    'profession',
    'originalName',
    'sortOverride',
    'confirmed',
  ] as const),
] as const
/** The parts of an address a line of a list may say. */
const addressFields = [
  'label',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'override',
  'kind',
  'since',
  'until',
  'seasonFrom',
  'seasonUntil',
  'returned',
] as const satisfies readonly (keyof ContactInput['addresses'][number])[]
/** The words by which a change of a part of an address is told: those of its column. */
type AddressField = (typeof addressFields)[number]
const toldOf: Partial<Record<AddressField, string>> = {
  label: 'addressLabel',
  override: 'addressLines',
  kind: 'addressKind',
  since: 'addressSince',
  until: 'addressUntil',
  seasonFrom: 'addressSeasonFrom',
  seasonUntil: 'addressSeasonUntil',
  returned: 'addressReturned',
}
/** Every address is somebody's home until a list says otherwise: that word alone says nothing. */
const said = (address: Address, field: AddressField): string =>
  field === 'kind' && address.kind === 'home' ? '' : address[field]

type Texts = Record<string, string>

/**
 * Lays `coming` over `kept`. Both must be of one kind. A telephone or e-mail that is not known yet takes the place of
 * the one that stands at its rank; known ones stay where they are. Notes are added to. What `takes` does not let
 * through stays as it was, and is no change.
 */
export function merged(
  kept: ContactInput,
  coming: ContactInput,
  statusGiven: boolean,
  takes: Take = everything,
): Merged {
  const changes: Change[] = []
  const tell: Take = (change) => {
    if (!takes(change)) return false
    changes.push(change)
    return true
  }
  const result = structuredCloneOf(kept)
  const texts = result as unknown as Texts
  const given = coming as unknown as Texts
  const lay = (field: string) => {
    const next = given[field] ?? ''
    if (next === '' || next === texts[field]) return
    if (tell({ field, old: texts[field] ?? '', new: next })) texts[field] = next
  }
  if (kept.kind === 'person') for (const field of personFields) lay(field)
  else {
    layName(texts, given, tell)
    lay('acronym')
  }
  for (const field of commonFields) lay(field)
  if (coming.honours.length > 0 && !saysNoMore(coming.honours, kept.honours)) {
    const old = honoursCell(kept.honours)
    if (tell({ field: 'honours', old, new: honoursCell(coming.honours) })) result.honours = coming.honours
  }
  layLife(result, kept, coming, tell)
  if (statusGiven) lay('status')
  if (coming.notes !== '' && !kept.notes.includes(coming.notes)) {
    if (tell({ field: 'notes', old: '', new: coming.notes }))
      texts.notes = kept.notes === '' ? coming.notes : `${kept.notes}\n${coming.notes}`
  }
  const lists = result as unknown as { -readonly [K in keyof ContactInput]: ContactInput[K] }
  lists.emails = laid(
    kept.emails,
    coming.emails,
    (email) => email.address.toLowerCase(),
    (old, next) => {
      if (!tell({ field: 'email', old: old?.address ?? '', new: next.address })) return undefined
      return old === undefined ? next : { ...old, address: next.address }
    },
  )
  lists.phones = laid(
    kept.phones,
    coming.phones.map((phone) => knownPhone(kept.phones, phone)),
    (phone) => phone.number,
    (old, next) => {
      if (!tell({ field: 'phone', old: old?.number ?? '', new: next.number })) return undefined
      return old === undefined ? next : { ...old, number: next.number }
    },
  )
  lists.groups = mergedGroups(kept.groups, coming.groups, tell)
  lists.addresses = mergedAddresses(kept.addresses, coming.addresses, tell)
  lists.extras = mergedExtras(kept.extras, coming.extras, tell)
  return { contact: result, changes }
}

/** The same honours, with no year that was not known. */
const saysNoMore = (coming: readonly Honour[], kept: readonly Honour[]): boolean =>
  honoursText(coming) === honoursText(kept) && coming.every(({ year }, at) => year === '' || year === kept[at]?.year)

/** Languages take the place of those that were; names, labels, stays and mandates are added to, and completed. */
function layLife(result: ContactInput, kept: ContactInput, coming: ContactInput, take: Take): void {
  const tell = (field: string, old: string, next: string) => take({ field, old, new: next })
  if (coming.languages.length > 0 && coming.languages.join() !== kept.languages.join()) {
    if (tell('languages', kept.languages.join(', '), coming.languages.join(', '))) result.languages = coming.languages
  }
  result.aliases = added(
    kept.aliases,
    coming.aliases,
    ({ name }) => name,
    (next) => tell('aliases', '', next.name),
  )
  result.tags = added(
    kept.tags,
    coming.tags,
    (tag) => tag,
    (next) => tell('tags', '', next),
  )
  result.mandates = completed(kept.mandates, coming.mandates, ['body', 'function'], (old, next) =>
    tell('mandates', old === undefined ? '' : wordsOf(old), wordsOf(next)),
  )
  result.supports = completed(
    kept.supports.map(supportWords),
    coming.supports.map(supportWords),
    ['way', 'subject', 'field'],
    (old, next) => tell('supports', old === undefined ? '' : wordsOf(old), wordsOf(next)),
  ).map((words) => ({ ...words, languages: words.languages === '' ? [] : words.languages.split(' ') }))
  if (result.kind === 'person' && kept.kind === 'person' && coming.kind === 'person') {
    result.stays = completed(kept.stays, coming.stays, ['house'], (old, next) =>
      tell('stays', old === undefined ? '' : wordsOf(old), wordsOf(next)),
    )
  }
}

const supportWords = (support: SupportInput) => ({ ...support, languages: support.languages.join(' ') })

const wordsOf = (item: Readonly<Record<string, string>>): string =>
  Object.values(item)
    .filter((word) => word !== '')
    .join(', ')

/** A list with what was not in it yet, by folded name. */
function added<Item>(
  kept: readonly Item[],
  coming: readonly Item[],
  nameOf: (item: Item) => string,
  tell: (next: Item) => boolean,
): Item[] {
  const key = (item: Item) => fold(nameOf(item)) || nameOf(item)
  const known = new Set(kept.map(key))
  return [...kept, ...coming.filter((item) => !known.has(key(item)) && tell(item))]
}

/**
 * A list in which what comes either is known already, or completes an item of the same names that says nothing else, or
 * is added.
 */
function completed<Item extends Record<string, string>>(
  kept: readonly Item[],
  coming: readonly Item[],
  names: readonly (keyof Item & string)[],
  tell: (old: Item | undefined, next: Item) => boolean,
): Item[] {
  const result = [...kept]
  const same = (one: string, other: string) => one === other || (fold(one) !== '' && fold(one) === fold(other))
  for (const next of coming) {
    const said = Object.keys(next).filter((part) => next[part] !== '')
    const agrees = (one: Item, part: string) => same(one[part] ?? '', next[part] ?? '')
    if (result.some((one) => said.every((part) => agrees(one, part)))) continue
    const at = result.findIndex(
      (one) => names.every((part) => agrees(one, part)) && said.every((part) => one[part] === '' || agrees(one, part)),
    )
    const old = result[at]
    const laid = old === undefined ? next : { ...old, ...Object.fromEntries(said.map((part) => [part, next[part]])) }
    if (!tell(old, laid)) continue
    if (old === undefined) result.push(laid)
    else result[at] = laid
  }
  return result
}

type Phones = ContactInput['phones']

/** A number that could not be read is the kept one whose national form it is: its bearer moved, or the list did. */
function knownPhone(kept: Phones, phone: Phones[number]): Phones[number] {
  if (phone.number.startsWith('+')) return phone
  const known = kept.find(({ number }) => isNationalForm(phone.number, number))
  return known === undefined ? phone : { ...phone, number: known.number }
}

/** The fields of the input alone: a contact that was read carries more. */
function structuredCloneOf(contact: ContactInput): ContactInput {
  const { id, revision, sortKey, displayName, trashed, ...input } = contact as ContactInput & Record<string, unknown>
  return { ...input } as ContactInput
}

function layName(texts: Texts, given: Texts, tell: Take): void {
  const name = given.name ?? ''
  if (name === '' || name === texts.name) return
  if (tell({ field: 'organisation', old: texts.name ?? '', new: name })) texts.name = name
}

/** Lays a coming list over a kept one; `change` is called for each item that was not known, and may leave things as they are. */
function laid<Item>(
  kept: readonly Item[],
  coming: readonly Item[],
  keyOf: (item: Item) => string,
  change: (old: Item | undefined, next: Item) => Item | undefined,
): Item[] {
  const result = [...kept]
  const known = new Set(kept.map(keyOf))
  const comingKeys = new Set(coming.map(keyOf))
  for (const [rank, item] of coming.entries()) {
    if (known.has(keyOf(item))) continue
    const old = kept[rank]
    // What stands at that rank stays when the list still names it.
    const replaced = old !== undefined && !comingKeys.has(keyOf(old))
    const next = change(replaced ? old : undefined, item)
    if (next === undefined) continue
    if (replaced) result[rank] = next
    else result.push(next)
  }
  return result
}

type Groups = ContactInput['groups']

function mergedGroups(kept: Groups, coming: Groups, tell: Take): Groups {
  let result = kept
  for (const kind of new Set(coming.map((group) => group.kind))) {
    const others = result.filter((group) => group.kind !== kind)
    const own = result.filter((group) => group.kind === kind)
    const next = laid(
      own,
      coming.filter((group) => group.kind === kind),
      (group) => fold(group.name) || group.name,
      (old, group) => (tell({ field: 'group', old: old?.name ?? '', new: group.name }) ? group : undefined),
    )
    const dated = next.map((group) => withDays(group, coming, tell))
    result = sameItems(own, dated) ? result : [...others, ...dated]
  }
  return result
}

/** The days a list says of a group that is known already. */
function withDays(group: Groups[number], coming: Groups, tell: Take): Groups[number] {
  const next = coming.find(({ kind, name }) => kind === group.kind && fold(name) === fold(group.name))
  if (next === undefined || next === group) return group
  const dated = { ...group }
  for (const [part, field] of [
    ['since', 'groupSince'],
    ['until', 'groupUntil'],
  ] as const) {
    if (next[part] === '' || next[part] === group[part]) continue
    if (tell({ field, old: group[part], new: next[part] })) dated[part] = next[part]
  }
  return dated.since === group.since && dated.until === group.until ? group : dated
}

const sameItems = <Item>(one: readonly Item[], other: readonly Item[]) =>
  one.length === other.length && one.every((item, at) => item === other[at])

type Addresses = ContactInput['addresses']
type Address = Addresses[number]

const says = (next: Address, one: Address): boolean =>
  addressFields.every((field) => said(next, field) === '' || next[field] === one[field])

/** A street or a label tells two addresses of one person apart, a country hardly. */
const weights: Partial<Record<AddressField, number>> = { street: 4, label: 4, postcode: 2, city: 2 }
const likeness = (next: Address, one: Address): number =>
  addressFields.reduce(
    (sum, field) => sum + (said(next, field) !== '' && next[field] === one[field] ? (weights[field] ?? 1) : 0),
    0,
  )

/**
 * Lays coming addresses over the kept ones. One that says nothing but what a kept one says is known, wherever that
 * stands; another changes the kept one it is most like, that of its rank when none is more so, and is added when the
 * list names that one too.
 */
function mergedAddresses(kept: Addresses, coming: Addresses, tell: Take): Addresses {
  const result = [...kept]
  const named = new Set(coming.map((next) => kept.findIndex((one) => says(next, one))))
  for (const [at, next] of coming.entries()) {
    if (kept.some((one) => says(next, one))) continue
    const rank = mostLike(next, at, kept, named) ?? result.length
    named.add(rank)
    const old = kept[rank]
    const differing = addressFields.filter(
      (field) => said(next, field) !== '' && next[field] !== (old?.[field] ?? blankAddress[field]),
    )
    const before = (field: AddressField) => (old === undefined ? '' : said(old, field))
    const contradicts = differing.some((field) => before(field) !== '')
    const taken = differing.filter((field) => {
      const mixes = contradicts && before(field) === '' ? { mixes: true as const } : {}
      return tell({ field: toldOf[field] ?? field, old: before(field), new: next[field], ...mixes })
    })
    if (taken.length === 0) continue
    const untaken = old ?? { ...next, ...Object.fromEntries(differing.map((field) => [field, blankAddress[field]])) }
    result[rank] = { ...untaken, ...Object.fromEntries(taken.map((field) => [field, next[field]])) }
  }
  return result
}

/** The place of the kept address that a coming one changes, among those the list does not name otherwise. */
function mostLike(next: Address, at: number, kept: Addresses, named: ReadonlySet<number>): number | undefined {
  let best = at < kept.length && !named.has(at) ? at : undefined
  let most = best === undefined ? 0 : likeness(next, kept[best] as Address)
  for (const [rank, one] of kept.entries()) {
    const alike = likeness(next, one)
    if (named.has(rank) || alike <= most) continue
    best = rank
    most = alike
  }
  return best
}

/** The street and postcode that stay as they were although the town changes: empty when the line says them, or has no need to. */
export function keptOfAddress(kept: ContactInput, coming: ContactInput, { changes }: Pick<Merged, 'changes'>): string {
  const [next] = coming.addresses
  const moved = changes.find(({ field, new: city }) => field === 'city' && city === next?.city)
  const old = kept.addresses.find(({ city }) => city !== '' && city === moved?.old)
  if (old === undefined || next === undefined) return ''
  return (['street', 'postcode'] as const)
    .filter((field) => next[field] === '' && old[field] !== '')
    .map((field) => old[field])
    .join(', ')
}

type Extras = ContactInput['extras']

function mergedExtras(kept: Extras, coming: Extras, tell: Take): Extras {
  const result = [...kept]
  for (const extra of coming) {
    const at = result.findIndex((one) => one.name === extra.name && one.occurrence === extra.occurrence)
    const old = result[at]
    if (old !== undefined && sameValue(old.value, extra.value)) continue
    if (!tell({ field: extra.name, old: old?.value ?? '', new: extra.value })) continue
    if (old === undefined) result.push(extra)
    else result[at] = extra
  }
  return result
}

/** The same text, or the same amount: a spreadsheet says 35 where a text says 35,00. */
function sameValue(one: string, other: string): boolean {
  if (one === other) return true
  const amount = /^-?\d{1,12}(?:[.,]\d{1,4})?$/
  return amount.test(one) && amount.test(other) && Number(one.replace(',', '.')) === Number(other.replace(',', '.'))
}
