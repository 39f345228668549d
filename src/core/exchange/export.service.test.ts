import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'

const place = mkdtempSync(join(tmpdir(), 'amicale-export-'))
let office: Office
/** Those a list counts: the deceased are left out unless asked for. */
let living = 0

beforeAll(async () => {
  office = newOffice(
    join(place, 'a.amicale'),
    { name: 'Les Amis du 1er étage' },
    {
      door: 'test',
      by: 'test',
      today: () => '2026-03-01',
      resources: resolve(import.meta.dirname, '../../../resources'),
    },
  )
  await finish(await office.client.exchange.invent({ people: 600, seed: 4 }))
  const { total, deceased } = await office.client.people.list({})
  expect([total + deceased, deceased > 5]).toEqual([600, true])
  living = total
})

afterAll(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

test('the file is named after the association and the day, and says what it is', async () => {
  const paper = await finish(await office.client.exchange.export({ format: 'csv', columns: ['lastName'] }))
  expect(paper).toMatchObject({
    name: 'Les-Amis-du-1er-etage-fiches-2026-03-01.csv',
    type: 'text/csv; charset=utf-8',
    rows: living,
  })
  const { chunk, size } = await office.client.papers.read({ paper: paper.paper })
  expect(size).toBe(paper.size)
  expect(Buffer.from(chunk, 'base64').toString().split('\r\n')).toHaveLength(living + 2)
  expect(await office.client.papers.discard({ paper: paper.paper })).toEqual({ discarded: true })
  await expect(office.client.papers.read({ paper: paper.paper })).rejects.toMatchObject({
    data: { code: 'paperMissing' },
  })
})

test('only those the filter lets through, in the order of the list', async () => {
  const filter = { status: ['deceased' as const] }
  const listed = await office.client.people.list({ ...filter, limit: 500 })
  expect(listed.total).toBeGreaterThan(5)
  const paper = await finish(await office.client.exchange.export({ format: 'csv', filter, columns: ['memberNumber'] }))
  expect(paper.rows).toBe(listed.total)
  const { chunk } = await office.client.papers.read({ paper: paper.paper })
  const numbers = Buffer.from(chunk, 'base64').toString().split('\r\n').slice(1, -1)
  expect(numbers).toEqual(listed.rows.map(({ memberNumber }) => memberNumber))
})

test('the deceased go out when asked for', async () => {
  const paper = await finish(await office.client.exchange.export({ format: 'csv', filter: { deceased: true } }))
  expect(paper.rows).toBe(600)
})

test('an empty list is a header alone', async () => {
  const paper = await finish(await office.client.exchange.export({ format: 'xlsx', filter: { search: 'zzzzzz' } }))
  expect(paper.rows).toBe(0)
  expect(paper.size).toBeGreaterThan(1000)
})

test('the columns there are, with the association’s own', async () => {
  const { columns, extras } = await office.client.exchange.columns()
  expect(columns).toContain('studiedName')
  expect(extras).toEqual(['Cotisation 2024', 'Cotisation 2025', 'Cotisation 2026'])
})

test('cancelled midway: no file is kept, and the next one is whole', async () => {
  const controller = new AbortController()
  const running = async () =>
    finish(await office.client.exchange.export({ format: 'xlsx' }, { signal: controller.signal }), () =>
      controller.abort(),
    )
  await expect(running()).rejects.toThrow()
  const paper = await finish(await office.client.exchange.export({ format: 'xlsx' }))
  expect(paper.rows).toBe(living)
})
