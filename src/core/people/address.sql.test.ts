import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressOn } from './address.rules.ts'
import { addressOfDay } from './address.sql.ts'
import { create, list, read, register } from './people.fixture.ts'

const day = fc.constantFrom('', '2025', '2026', '2026-02', '2026-03', '2026-02-28', '2026-03-01', '2026-03-02', '2027')
const season = fc.constantFrom('', '01-01', '02-29', '03-01', '03-02', '11-15', '12-31')
const address = fc.record({
  ...{ since: day, until: day, seasonFrom: season, seasonUntil: season },
  returned: fc.constantFrom('', '2026-01-01'),
  kind: fc.constantFrom('home' as const, 'temporary' as const),
})

it('finds the address of a day as the rule does', () => {
  const chosen = register
    .prepare(`WITH now (day) AS (SELECT ?) SELECT a.position FROM now, contact c
      LEFT JOIN address a ON a.id = ${addressOfDay('c.id', 'now.day')} WHERE c.id = ?`)
    .pluck()
  fc.assert(
    fc.property(
      fc.array(address, { maxLength: 4 }),
      fc.constantFrom('2026-03-01', '2026-12-31', '2027-01-01', '2024-02-29'),
      (given, today) => {
        const possible = given.filter(({ since, until }) => until === '' || since <= until)
        const id = create({ addresses: possible.map((one, at) => ({ ...one, city: `town ${at}` })) })
        const { addresses } = read(id)
        const right = addressOn(addresses, today, 'shown')
        expect(chosen.get(today, id)).toBe(right === undefined ? null : addresses.indexOf(right))
      },
    ),
    { numRuns: 150 },
  )
})

it('is the one the list shows', () => {
  create({
    lastName: 'Martin',
    addresses: [
      { city: 'Paris', until: '2025' },
      { city: 'Nice', seasonFrom: '02-01', seasonUntil: '03-31' },
      { city: 'Lyon' },
    ],
  })
  create({ lastName: 'Durand', addresses: [{ city: 'Paris', until: '2025' }] })
  expect(list().rows.map(({ displayName, city }) => [displayName, city])).toEqual([
    ['Durand', ''],
    ['Martin', 'Nice'],
  ])
})
