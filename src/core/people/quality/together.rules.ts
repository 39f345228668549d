/**
 * What only several records show: one address or one town written in two ways, a household whose people live apart, people of
 * one address who are not a household yet. Each record is told once (`note`), the remarks are made at the end.
 */
import { fuse, scriptOf } from '../../kit/text.ts'
import { isBefore } from '../day.rules.ts'
import { mistyped } from '../duplicates/likeness.rules.ts'
import { accents, placeKey, shouted, streetKey, townKey } from '../duplicates/street.rules.ts'
import type { Contact } from '../people.requests.ts'
import { type Change, fewAtOneAddress, type Remark } from './remark.rules.ts'

type Place = { readonly contact: number; readonly at: number; readonly text: string }
type Live = {
  readonly contact: number
  readonly at: number
  readonly key: string
  readonly text: string
  readonly known: string
}
/** A person at their first address, and the household they are in. */
type Neighbour = {
  readonly contact: number
  readonly displayName: string
  readonly surname: string
  readonly household: number | undefined
  readonly text: string
}

export type Together = {
  readonly note: (contact: Contact, household: number | undefined) => void
  /** The remarks, a bundle at each step. */
  readonly remarks: () => Generator<readonly (Remark & { readonly contact: number })[], void>
}

const add = <T>(map: Map<string | number, T[]>, key: string | number, value: T): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** The spelling that is not in capitals, then the one with its accents, which are left out rather than added; then the one most have. */
function preferred(places: readonly Place[]): string {
  const counts = new Map<string, number>()
  for (const { text } of places) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].sort(
    ([one, ones], [other, others]) =>
      Number(shouted(one)) - Number(shouted(other)) ||
      accents(other) - accents(one) ||
      others - ones ||
      other.length - one.length ||
      (one < other ? -1 : 1),
  )
  return best?.[0] ?? ''
}

export function together(today: string): Together {
  /** Streets by postcode and number, towns by postcode, addresses of those who live together. A script is never corrected into another. */
  const streets = new Map<string | number, Place[]>()
  const towns = new Map<string | number, Place[]>()
  const households = new Map<string | number, Live[]>()
  const neighbours = new Map<string | number, Neighbour[]>()
  const names = new Map<string, string>()
  const shared = (text: string): string => {
    const known = names.get(text)
    if (known !== undefined) return known
    names.set(text, text)
    return text
  }

  return {
    note: (contact, household) => {
      const { id } = contact
      contact.addresses.forEach((address, at) => {
        const { street, postcode, city, country, until, returned } = address
        if (isBefore(until, today)) return
        const code = fuse(postcode)
        const number = /^\D{0,12}(\d+)/.exec(street)?.[1] ?? ''
        if (code !== '' && number !== '')
          add(streets, `${country} ${code} ${number} ${scriptOf(street)}`, { contact: id, at, text: shared(street) })
        if (code !== '' && city !== '')
          add(towns, `${country} ${code} ${townKey(city)} ${scriptOf(city)}`, { contact: id, at, text: shared(city) })
        if (household !== undefined && at === 0 && returned === '' && street !== '') {
          const text = [street, postcode, city].filter((part) => part !== '').join(', ')
          add(households, household, {
            contact: id,
            at,
            key: `${code} ${streetKey(street)}`,
            text,
            known: contact.confirmed,
          })
        }
        if (at === 0 && returned === '' && code !== '' && number !== '' && isWrittenTo(contact)) {
          add(neighbours, placeKey(address), {
            ...{ contact: id, displayName: contact.displayName, household },
            surname: fuse(contact.lastName),
            text: shared([street, `${postcode} ${city}`.trim()].filter((part) => part !== '').join(', ')),
          })
        }
      })
    },

    remarks: function* () {
      for (const places of streets.values()) yield spelt(places, 'street')
      for (const places of towns.values()) yield spelt(places, 'city')
      for (const people of households.values()) yield apart(people)
      for (const people of neighbours.values()) yield perhapsTogether(people)
    },
  }
}

function spelt(places: readonly Place[], what: 'street' | 'city'): readonly (Remark & { readonly contact: number })[] {
  if (places.length < 2 || new Set(places.map(({ text }) => text)).size < 2) return []
  const families = new Map<string, Place[]>()
  for (const place of places) {
    const key = what === 'city' ? '' : streetKey(place.text)
    const near =
      what === 'city' ? key : ([...families.keys()].find((known) => known === key || mistyped(known, key)) ?? key)
    const known = families.get(near)
    if (known === undefined) families.set(near, [place])
    else known.push(place)
  }
  return [...families.values()].flatMap((family) => {
    const better = preferred(family)
    return family
      .filter(({ text }) => text !== better && !(what === 'city' && shouted(text)))
      .map(({ contact, at, text }) => {
        const field = `addresses.${at}.${what}`
        // The same letters otherwise set are corrected without a doubt; a letter that differs is looked at.
        const certain = what === 'city' || streetKey(text) === streetKey(better)
        const changes: readonly Change[] = certain ? [{ field, value: better }] : []
        return {
          ...{ contact, kind: what === 'city' ? ('citySpelt' as const) : ('addressSpelt' as const), field },
          ...{ said: `${text} / ${better}`, values: { text, better }, changes },
        }
      })
  })
}

/** People of one household with several addresses: whoever confirmed theirs longest ago may have moved too. */
function apart(people: readonly Live[]): readonly (Remark & { readonly contact: number })[] {
  if (new Set(people.map(({ key }) => key)).size < 2) return []
  const [latest] = [...people].sort((one, other) => (one.known < other.known ? 1 : one.known > other.known ? -1 : 0))
  if (latest === undefined) return []
  return people
    .filter(({ key }) => key !== latest.key)
    .map(({ contact, at, text }) => ({
      ...{ contact, kind: 'moveProbable' as const, field: `addresses.${at}.street` },
      ...{ said: `${text} / ${latest.text}`, values: { text, better: latest.text }, changes: [] },
    }))
}

/** A person who has not died, left or been lost: nobody else is put under a common envelope. */
const isWrittenTo = (contact: Contact): contact is Extract<Contact, { readonly kind: 'person' }> =>
  contact.kind === 'person' && contact.died === '' && (contact.status === 'member' || contact.status === 'friend')

/**
 * People of one address of whom at least one is in no household: two people, whatever their names, or those of one name.
 * The first of them is told; two households at one address are neighbours.
 */
function perhapsTogether(people: readonly Neighbour[]): readonly (Remark & { readonly contact: number })[] {
  const byName = new Map<string | number, Neighbour[]>()
  for (const one of people) add(byName, people.length > fewAtOneAddress ? one.surname : '', one)
  return [...byName.values()].flatMap((family) => {
    const [first, ...others] = family.filter(({ household }) => household === undefined)
    const households = new Set(family.flatMap(({ household }) => household ?? []))
    if (first === undefined || family.length < 2 || households.size > 1) return []
    const [household = null] = households
    const settled = family.filter((one) => one.household !== undefined)
    const remark = ({ contact, text }: Neighbour, all: readonly Neighbour[]) => {
      const names = all.map(({ displayName }) => displayName).join(', ')
      return {
        ...{ contact, kind: 'livesTogether' as const, field: 'addresses.0.street', changes: [] },
        ...{ said: `${text} / ${names}`, values: { names, text } },
        together: { contacts: all.map((one) => one.contact), household },
      }
    }
    return household === null ? [remark(first, others)] : [first, ...others].map((one) => remark(one, settled))
  })
}
