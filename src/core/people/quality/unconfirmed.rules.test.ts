import { expect, test } from 'vitest'
import { criteriaInput } from '../lists/criteria.requests.ts'
import { unconfirmedCriteria } from './unconfirmed.rules.ts'

test('whom to ask again is a list the office takes', () => {
  const criteria = unconfirmedCriteria('2026-03-01')
  expect(criteriaInput.parse(criteria)).toEqual(criteria)
  expect(JSON.stringify(criteria)).toContain('"before","value":"2021-03-01"')
  expect(JSON.stringify(criteria)).toContain('"before","value":"2022"')
})
