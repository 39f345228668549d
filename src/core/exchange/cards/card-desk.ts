/** A card being read: what it says by name, and what is found to say about it. */
import { cleanLine, cleanLines } from '../../kit/text.ts'
import type { LineWarning } from '../exchange.requests.ts'
import type { WarningCode } from '../warning.rules.ts'
import { type CardWord, cardWord, isCardWord, propertyWord } from './card-words.ts'
import { ownMark } from './own-properties.ts'
import type { Card } from './vcard-cards.ts'
import { type Property, preference, textOf } from './vcard-values.ts'

export type CardContext = {
  /** ISO country the association posts from: it reads the phones that say nothing of theirs. */
  readonly country: string
  readonly language: 'fr' | 'en'
}

export type CardDesk = {
  readonly card: Card
  readonly context: CardContext
  /** One of ours. */
  readonly own: boolean
  /** The properties of a name, the preferred first; they count as read. */
  readonly of: (...names: readonly string[]) => readonly Property[]
  /** The text of the first that says something. */
  readonly text: (name: string, most: number) => string
  /** What a property of the same group says of this one. */
  readonly beside: (property: Property, name: string) => Property | undefined
  readonly unread: () => readonly Property[]
  readonly warn: (code: WarningCode, at: Property | undefined, text?: string) => void
  /** Keeps what has no field under a word, or in the notes when it is long. */
  readonly keep: (word: CardWord | string, text: string) => void
  /** The beginning that fits a field; what does not fit goes to the notes whole, and is said. */
  readonly within: (text: string, most: number, at: Property | undefined) => string
  readonly extras: { name: string; value: string; occurrence: number }[]
  readonly notes: string[]
  readonly problems: LineWarning[]
}

export function cardDesk(card: Card, context: CardContext): CardDesk {
  const byName = new Map<string, Property[]>()
  const byGroup = new Map<string, Property[]>()
  for (const property of card.properties) {
    const list = byName.get(property.name)
    if (list === undefined) byName.set(property.name, [property])
    else list.push(property)
    if (property.group === '') continue
    const group = byGroup.get(property.group)
    if (group === undefined) byGroup.set(property.group, [property])
    else group.push(property)
  }
  const read = new Set<Property>()
  const problems: LineWarning[] = []
  const extras: CardDesk['extras'] = []
  const notes: string[] = []
  const warn: CardDesk['warn'] = (code, at, text = at === undefined ? '' : textOf(at)) => {
    if (problems.length >= 20) return
    const said = { line: at?.line ?? card.line, code, text: cleanLine(text).slice(0, 120) }
    problems.push(at === undefined ? said : { ...said, column: propertyWord(at.name, context.language) })
  }
  const of: CardDesk['of'] = (...names) => {
    const found = names.flatMap((name) => byName.get(name) ?? [])
    for (const property of found) read.add(property)
    return found.length < 2 ? found : found.toSorted((one, other) => preference(one) - preference(other))
  }
  const within: CardDesk['within'] = (text, most, at) => {
    const clean = cleanLine(text)
    if (clean.length <= most) return clean
    notes.push(cleanLines(text))
    warn('cellCut', at, String(most))
    return clean.slice(0, most).trim()
  }
  return {
    card,
    context,
    own: byName.has(ownMark),
    of,
    text: (name, most) => {
      const [first] = of(name)
      return first === undefined ? '' : within(textOf(first), most, first)
    },
    beside: (property, name) => {
      if (property.group === '') return undefined
      const found = byGroup.get(property.group)?.find((one) => one.name === name)
      if (found !== undefined) read.add(found)
      return found
    },
    unread: () => card.properties.filter((property) => !read.has(property)),
    warn,
    keep: (word, text) => {
      const value = cleanLine(text.replace(/\n+/g, ' · '))
      if (value === '') return
      const name = cleanLine(isCardWord(word) ? cardWord(word, context.language) : word).slice(0, 75)
      if (value.length > 2000 || extras.length >= 60) notes.push(`${name} : ${cleanLines(text)}`)
      else if (!extras.some((extra) => extra.name.startsWith(name) && extra.value === value))
        extras.push({ name: freeName(extras, name), value, occurrence: 0 })
    },
    within,
    extras,
    notes,
    problems,
  }
}

function freeName(extras: readonly { readonly name: string }[], name: string): string {
  let free = name
  for (let rank = 2; extras.some((extra) => extra.name === free); rank += 1) free = `${name} (${rank})`
  return free
}
