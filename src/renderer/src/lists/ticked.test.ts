import { expect, test } from 'vitest'
import { contactFilter } from '../../../core/people/people.requests.ts'
import { isTicked, nobody, tickedCount, tickedFilter, wholeList, withTicked } from './ticked.ts'

const filter = contactFilter.parse({ search: 'mart' })

test('a few are ticked one by one', () => {
  const two = withTicked(nobody, [3, 4], true)
  expect([isTicked(two, 3), isTicked(two, 5), tickedCount(two, 100)]).toEqual([true, false, 2])
  const one = withTicked(two, [3], false)
  expect(tickedFilter(filter, one)).toMatchObject({ ids: [4], search: '', deceased: true })
})

test('everybody is ticked without their numbers, and a few of them let go', () => {
  const most = withTicked(wholeList, [3, 4], false)
  expect([isTicked(most, 3), isTicked(most, 5), tickedCount(most, 100)]).toEqual([false, true, 98])
  const more = withTicked(most, [4], true)
  expect(tickedFilter(filter, more)).toMatchObject({ search: 'mart', except: [3] })
  expect(tickedFilter(filter, more).ids).toBeUndefined()
})
