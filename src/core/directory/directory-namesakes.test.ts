import { expect, it } from 'vitest'
import type { DirectoryItem, EntryLine } from './directory.rules.ts'
import { namesakesOf } from './directory-namesakes.ts'

const entry = (headword: string, year: string, town: string): DirectoryItem => {
  const lines: EntryLine[] = town === '' ? [] : [{ role: 'address', text: town }]
  return { kind: 'entry', id: 1, letter: 'K', headword, forename: 'Karim', ...(year === '' ? {} : { year }), lines }
}

it('tells namesakes apart by the year, else by the town, else by both; others not at all', () => {
  const items = [
    entry('Khoury', '1997', '75018 Paris'),
    entry('Khoury', '2001', '75018 Paris'),
    entry('Kim', '1997', '75018 Paris'),
    entry('Kim', '1997', 'Tripoli 1300, Liban'),
    entry('Klein', '1997', 'Carlton VIC 3053, Australie'),
    entry('Klein', '', ''),
    entry('Kern', '1990', 'Metz'),
    entry('Kern', '1990', 'Metz'),
    entry('Kern', '1991', 'Metz'),
    entry('Koch', '1990', 'Metz'),
  ]
  expect([...namesakesOf(items)]).toEqual([
    [0, '1997'],
    [1, '2001'],
    [2, 'Paris'],
    [3, 'Tripoli'],
    [4, '1997'],
    [6, '1990, Metz'],
    [7, '1990, Metz'],
    [8, '1991, Metz'],
  ])
})
