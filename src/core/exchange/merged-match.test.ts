import { expect, test } from 'vitest'
import type { Matchable } from '../people/people.service.ts'
import { matcher } from './matching.ts'

const record = (given: Partial<Matchable> & { readonly id: number }): Matchable => ({
  ...{ kind: 'person', trashed: false, mergedInto: undefined, memberNumber: '', name: '', emails: [] },
  ...given,
})
const sought = { key: '', memberNumber: '', emails: [] }

test('the number and the name of a merged record lead to the one that was kept', () => {
  const match = matcher()
  match.know([
    record({ id: 1, memberNumber: '7', name: 'dupont|marie' }),
    record({ id: 2, memberNumber: '8', name: 'dupond|marie', trashed: true, mergedInto: 1 }),
    record({ id: 3, memberNumber: '9', name: 'martin|zoe', trashed: true }),
  ])
  expect(match.live()).toBe(1)
  expect(match.candidates({ ...sought, memberNumber: '8' })?.ids).toEqual([1])
  expect(match.candidates({ ...sought, key: 'person|dupond|marie' })?.ids).toEqual([1])
  expect(match.candidates({ ...sought, memberNumber: '9' })).toBeUndefined()
})

test('a merged record of the same number is not a second one, and one merged into the trash leads nowhere', () => {
  const match = matcher()
  match.know([
    record({ id: 1, memberNumber: '7', name: 'dupont|marie' }),
    record({ id: 2, memberNumber: '7', name: 'dupont|marie', trashed: true, mergedInto: 1 }),
    record({ id: 4, memberNumber: '5', name: 'petit|luc', trashed: true, mergedInto: 5 }),
    record({ id: 5, memberNumber: '6', name: 'petit|luc', trashed: true }),
  ])
  expect(match.candidates({ ...sought, memberNumber: '7' })).toEqual({ because: 'memberNumber', ids: [1] })
  expect(match.candidates({ ...sought, memberNumber: '5' })).toBeUndefined()
})
