import { expect, test } from 'vitest'
import { spreadOf, spreads } from './spreads.ts'

test('the cover lies alone at the right, then left and right together', () => {
  expect(spreads(4, false)).toEqual([
    [undefined, 1],
    [2, 3],
    [4, undefined],
  ])
  expect(spreads(1, false)).toEqual([[undefined, 1]])
  expect(spreads(2, true)).toEqual([
    [1, undefined],
    [2, undefined],
  ])
})

test('every page is found on its spread', () => {
  for (const imposed of [false, true])
    for (let page = 1; page <= 33; page++) expect(spreads(33, imposed)[spreadOf(page, imposed)]).toContain(page)
})
