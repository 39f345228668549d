/** Changes to very many people hold as those to a few do: one act each, and one undo. */
import { expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { client, latestAct, office, person, undoLatest } from '../../office.fixture.ts'

const people = 1850

const facts = (table: string): unknown[] =>
  office.register
    .prepare(`SELECT * FROM ${table} ORDER BY id`)
    .all()
    .map((row) => ({ ...(row as object), revision: 0 }))

test('mail that came back is marked for 1,850 people at once, and taken back at once', async () => {
  await finish(await client.exchange.invent({ people, seed: 5 }))
  const filter = { deceased: true }
  const before = facts('address')
  const { preview } = await finish(
    await client.lists.bulkPreview({ filter, change: { do: 'returned', day: '2026-02-10' } }),
  )
  const { changed, act } = await finish(await client.lists.bulk({ preview, evenIfSweeping: true }))
  expect(changed).toBeGreaterThan(people * 0.9)
  expect((await latestAct())?.id).toBe(act)
  // Who died is written to no more, and so is not among those to be reached otherwise.
  const marked = facts('address').filter((row) => (row as { returned: string }).returned !== '')
  expect(marked.length).toBeGreaterThanOrEqual(changed)
  const { total, rows } = await client.people.returned({ offset: 0, limit: 100 })
  expect(total).toBeGreaterThan(people * 0.8)
  expect(rows.every(({ day }) => day === '2026-02-10')).toBe(true)
  expect(await undoLatest()).toBe('lists.bulk')
  expect(facts('address')).toEqual(before)
})

test('500 mandates are declared by one act, and undone by one', async () => {
  const mandates = Array.from({ length: 10 }, (_, at) => ({
    ...{ body: `Conseil ${at}`, function: 'membre', since: '2025-06-10' },
  }))
  for (let at = 0; at < 50; at++) await person(`Élue ${at}`, { mandates })
  const { holders } = await client.groups.holders({})
  expect(holders).toHaveLength(500)
  const before = facts('mandate')
  const changes = holders.map(({ id }) => ({ mandate: id, what: 'beginning' as const }))
  expect(await client.groups.markDeclared({ changes })).toEqual({ changed: 500 })
  expect(facts('mandate').every((row) => (row as { declared: string }).declared === '2026-03-01')).toBe(true)
  expect(await undoLatest()).toBe('groups.markDeclared')
  expect(facts('mandate')).toEqual(before)
})
