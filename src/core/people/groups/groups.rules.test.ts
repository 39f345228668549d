import { describe, expect, test } from 'vitest'
import {
  branchOf,
  daysBetween,
  declarationDeadline,
  isDuring,
  overlap,
  remarksOf,
  saidTwice,
  standingOf,
  treeOrder,
  wouldLoop,
} from './groups.rules.ts'

const groups = [
  { id: 1, parent: null },
  { id: 2, parent: 1 },
  { id: 3, parent: 2 },
  { id: 4, parent: null },
  { id: 5, parent: 99 },
]

test('functions in the order a body names them; what nobody thought of before the plain members', () => {
  const named = [
    'Vice-présidente',
    'membre',
    'archiviste',
    'Trésorière adjointe',
    'secrétaire',
    'Co-présidente',
    'Chair',
  ]
  expect(named.toSorted((one, other) => standingOf(one) - standingOf(other))).toEqual([
    ...['Co-présidente', 'Chair', 'Vice-présidente', 'secrétaire', 'Trésorière adjointe', 'archiviste', 'membre'],
  ])
})

test('a branch, and what would make a group lie under itself', () => {
  expect([...branchOf(groups, 1)].sort()).toEqual([1, 2, 3])
  expect(wouldLoop(groups, 1, 3)).toBe(true)
  expect(wouldLoop(groups, 1, 1)).toBe(true)
  expect(wouldLoop(groups, 3, 4)).toBe(false)
  // A loop that is there already, from another program, ends.
  const looped = [
    { id: 1, parent: 2 },
    { id: 2, parent: 1 },
  ]
  expect(branchOf(looped, 1).size).toBe(2)
})

test('the tree in its order; a lost parent counts as none', () => {
  expect(treeOrder(groups).map(({ id, depth }) => [id, depth])).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 0],
    [5, 0],
  ])
})

test.each([
  ['2020', '2022', '2022-12-31', true],
  ['2020', '2022', '2023-01-01', false],
  ['2020-05', '', '2020-05-02', true],
  ['2020-05', '', '2020-04-30', false],
  ['', '2020', '1950-01-01', true],
])('%s to %s, on %s: %s', (since, until, day, during) => expect(isDuring({ since, until }, day)).toBe(during))

describe('two periods', () => {
  test.each([
    ['2020', '2022', '2021', '2023', true],
    ['2020', '2022', '2022', '2024', false],
    ['2020', '2022-06-30', '2022-07-01', '', false],
    ['2020', '', '2021', '', true],
    ['', '', '2021', '', true],
  ])('%s–%s and %s–%s: %s', (since, until, from, to, both) => {
    expect(overlap({ since, until }, { since: from, until: to })).toBe(both)
    expect(overlap({ since: from, until: to }, { since, until })).toBe(both)
  })
})

test('what is doubtful in the mandates of a body', () => {
  const mandate = (id: number, contact: number, since: string, until: string, more = {}) => ({
    ...{ id, contact, since, until, function: 'membre', died: false },
    ...more,
  })
  const remarks = remarksOf(
    [
      mandate(1, 10, '2015', '2020'),
      mandate(2, 10, '2019', '2021'),
      mandate(3, 10, '2021', '2023'),
      mandate(4, 11, '2015', ''),
      mandate(5, 12, '2015', '', { died: true }),
      mandate(6, 13, '2015', '2016', { died: true }),
      mandate(7, 10, '2019', '2020', { function: 'trésorier' }),
    ],
    '2024-06-30',
    '2026-03-01',
  )
  expect(Object.fromEntries(remarks)).toEqual({
    1: ['overlap'],
    2: ['overlap'],
    4: ['closed'],
    5: ['deceased', 'closed'],
  })
})

test('three months to declare, from the day of the decision', () => {
  expect(declarationDeadline('2025-11-30')).toBe('2026-02-28')
  expect(declarationDeadline('2025-11')).toBe('2026-02-01')
  expect(declarationDeadline('2025')).toBe('2025-04-01')
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  expect(daysBetween('2026-04-01', '2026-03-01')).toBe(-31)
})

test('a mandate said twice at the same time is told, whatever its spelling; one after the other is not', () => {
  const mandate = { body: 'Conseil d’administration', function: 'Membre', since: '2020', until: '' }
  expect([
    ...saidTwice([mandate, { ...mandate, body: "conseil d'administration", function: 'membre', since: '2024' }]),
  ]).toEqual([1])
  expect(
    saidTwice([
      { ...mandate, until: '2023' },
      { ...mandate, since: '2023' },
    ]).size,
  ).toBe(0)
  expect(saidTwice([mandate, { ...mandate, function: 'Secrétaire' }, { ...mandate, body: 'Bureau' }]).size).toBe(0)
})
