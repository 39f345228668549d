import { expect, test } from 'vitest'
import { honoursOf } from '../people/honour.rules.ts'
import { aliasesCell, aliasesIn, cellOf, dayInCell, honoursCell, itemsIn, languagesIn } from './life-cells.ts'

test.each([[['chorale']], [['un, deux']], [['a', 'b, c', 'd']], [[]]])('labels %j come back', (items) => {
  expect(itemsIn(cellOf(items))).toEqual(items)
})

test('labels of other lists are parted by commas when by nothing else', () => {
  expect(itemsIn('a, b ,c')).toEqual(['a', 'b', 'c'])
  expect(itemsIn('a, b\nc')).toEqual(['a, b', 'c'])
})

const alias = (name: string, kind: 'former' | 'pen' | 'maiden' = 'former', printed = true) => ({ kind, name, printed })

test.each(['fr', 'en'] as const)('aliases come back, %s', (language) => {
  const aliases = [alias('Durand'), alias('Colette, la vraie', 'pen', false), alias('Aubert (de Paris)', 'maiden')]
  expect(aliasesIn(aliasesCell(aliases, language))).toEqual(aliases)
  expect(aliasesIn(aliasesCell([alias('X', 'former', false)], language))).toEqual([alias('X', 'former', false)])
})

test('aliases of other lists keep words nobody knows', () => {
  expect(aliasesIn('Durand, Martin (dit Tintin)')).toEqual([alias('Durand'), alias('Martin (dit Tintin)')])
})

test('honours come back with grades and years', () => {
  const honours = [
    { name: 'Légion d’honneur', grade: 'officier', year: '1998' },
    { name: 'Médaille d’or, d’argent', grade: '', year: '2001' },
    { name: 'Palmes académiques', grade: '', year: '' },
  ]
  expect(honoursOf(honoursCell(honours))).toEqual(honours)
  expect(honoursOf(honoursCell(honours.slice(1, 2)))).toEqual(honours.slice(1, 2))
  expect(honoursOf(honoursCell(honours.slice(0, 1)))).toEqual(honours.slice(0, 1))
})

test('languages by code or by name', () => {
  expect(languagesIn('fr, no')).toEqual(['fr', 'no'])
  expect(languagesIn('Français et norvégien')).toEqual(['fr', 'no'])
  expect(languagesIn('English; French')).toEqual(['en', 'fr'])
  expect(languagesIn('klingon')).toBeUndefined()
})

test('days with the time some programs add', () => {
  expect(dayInCell('1962-05-31 00:00:00')).toBe('1962-05-31')
  expect(dayInCell('1962-05-31T00:00:00.000Z')).toBe('1962-05-31')
  expect(dayInCell('31/05/1962')).toBe('1962-05-31')
})
