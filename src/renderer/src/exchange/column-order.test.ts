import { expect, test } from 'vitest'
import { movedTo, withColumn } from './column-order.ts'

const usual = ['a', 'b', 'c', 'd']

test.each([
  ['b', ['a', 'c'], ['a', 'b', 'c']],
  ['a', ['c'], ['a', 'c']],
  ['d', ['c', 'a'], ['c', 'd', 'a']],
  ['c', ['c'], ['c']],
])('%s comes beside the one it follows in %j', (column, chosen, expected) => {
  expect(withColumn(chosen, usual, column)).toEqual(expected)
})

test.each([
  ['a', 2, ['b', 'c', 'a']],
  ['c', 0, ['c', 'a', 'b']],
  ['b', 1, ['a', 'b', 'c']],
  ['a', -1, ['a', 'b', 'c']],
  ['a', 9, ['b', 'c', 'a']],
])('%s goes to place %i', (column, place, expected) => {
  expect(movedTo(['a', 'b', 'c'], column, place)).toEqual(expected)
})
