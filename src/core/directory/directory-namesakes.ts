import { typographic } from '../typesetting/text/clean.ts'
import type { DirectoryEntry, DirectoryItem } from './directory.rules.ts'
import { itemName } from './directory-entry.ts'

/**
 * What tells entries of one name apart where the name stands alone, in an index: the year, else the town, else both,
 * as soon as every one of them is told. By position; names of their own are not in it.
 */
export function namesakesOf(items: readonly DirectoryItem[]): ReadonlyMap<number, string> {
  const byName = new Map<string, number[]>()
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'entry') continue
    const name = itemName(item)
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [at])
    else known.push(at)
  }
  const apart = new Map<number, string>()
  for (const group of byName.values()) {
    if (group.length === 1) continue
    const entries = group.map((at) => items[at] as DirectoryEntry)
    const words = [yearOf, townOf, yearAndTown].map((tell) => entries.map(tell))
    const best = words.find((told) => new Set(told).size === told.length) ?? words[2]!
    for (const [index, at] of group.entries()) if (best[index] !== '') apart.set(at, best[index]!)
  }
  return apart
}

const yearOf = ({ year }: DirectoryEntry): string => typographic(year ?? '').trim()

/** The last line of the address without its code and its country: `75018 Paris`, `Tripoli 1300, Liban`. */
function townOf({ lines }: DirectoryEntry): string {
  const last = lines.findLast(({ role, text }) => role === 'address' && /\p{L}/u.test(text))?.text ?? ''
  const [town = ''] = last.split(',').filter((part) => /\p{L}/u.test(part))
  return typographic(town.replace(/(^|\s)\S*\d\S*(?=\s|$)/g, '')).trim()
}

function yearAndTown(entry: DirectoryEntry): string {
  return [yearOf(entry), townOf(entry)].filter((part) => part !== '').join(', ')
}
