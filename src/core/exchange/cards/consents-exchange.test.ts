/** What people answered about being published goes out in our own JSON and comes back, and never takes back a later answer. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import { blankPerson } from '../../people/people.requests.ts'

const resources = resolve(import.meta.dirname, '../../../../resources')
let place: string
let offices: Office[]

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-consents-'))
  offices = ['Une', 'Autre'].map((name) =>
    newOffice(
      join(place, `${name}.amicale`),
      { name },
      { door: 'test', by: 'tests', today: () => '2026-11-22', resources },
    ),
  )
})
afterEach(async () => {
  for (const office of offices) await office.close()
  rmSync(place, { recursive: true, force: true })
})

async function exported({ client }: Office): Promise<string> {
  const { paper } = await finish(await client.exchange.export({ format: 'json' }))
  const { chunk } = await client.papers.read({ paper, offset: 0 })
  return Buffer.from(chunk, 'base64').toString('utf8')
}
async function brought({ client }: Office, text: string) {
  const { staging } = await client.exchange.stage({ name: 'f.json', chunk: Buffer.from(text).toString('base64') })
  await finish(await client.exchange.look({ staging }))
  const preview = await finish(await client.exchange.preview({ staging, mapping: [] }))
  const { lines } = await client.exchange.previewLines({ preview: preview.preview })
  const done = await finish(await client.exchange.import({ preview: preview.preview }))
  return { preview, lines, ...done }
}
const logOf = async ({ client }: Office, contact: number) =>
  (await client.consents.of({ contact })).log.map(({ id: _, ...answer }) => answer)

test('answers and objections come back as they were', async () => {
  const [one, other] = offices as [Office, Office]
  const { id } = await one.client.people.create({ contact: { ...blankPerson, lastName: 'Martin', firstName: 'Zoë' } })
  const record = (value: 'yes' | 'no', day: string, field: 'name' | 'photo' = 'photo') =>
    one.client.consents.record({
      contacts: [id],
      answers: [{ medium: 'web', field, value }],
      ...{ day, source: 'letter', proof: 'classeur 2, « f. 3 »' },
    })
  await record('yes', '2024-05-01')
  await record('no', '2025-05-01')
  await one.client.consents.oppose({ contact: id, day: '2025-06-01', source: 'spoken' })
  await one.client.consents.record({
    contacts: [id],
    answers: [{ medium: 'register', field: 'keep', value: 'yes' }],
    ...{ day: '2025-07-01', source: 'form' },
  })
  const log = await logOf(one, id)
  expect(log.length).toBeGreaterThan(30)

  const file = await exported(one)
  expect((await brought(other, file)).counts).toMatchObject({ created: 1, refused: 0 })
  const { rows } = await other.client.people.list({})
  const copy = rows[0]?.id as number
  expect(await logOf(other, copy)).toEqual(log)
  expect((await exported(other)).replace('"Autre"', '"Une"').replace(/"ref":\d+/g, '')).toBe(
    file.replace(/"ref":\d+/g, ''),
  )
  expect((await brought(other, file)).counts).toMatchObject({ changed: 0, unchanged: 1 })

  // What was said since in the first comes along; what is older than the copy's own word does not.
  await record('yes', '2026-02-01')
  await other.client.consents.record({
    contacts: [copy],
    answers: [{ medium: 'web', field: 'name', value: 'yes' }],
    ...{ day: '2026-03-01', source: 'email' },
  })
  await record('no', '2026-01-15', 'name')
  const again = await brought(other, await exported(one))
  expect(again.lines[0]?.changes).toEqual([{ field: 'consents', old: '', new: '1' }])
  const { media } = await other.client.consents.of({ contact: copy })
  const standing = (field: string) => media.web.fields.find((found) => found.field === field)?.answer
  expect([standing('photo')?.day, standing('name')?.day]).toEqual(['2026-02-01', '2026-03-01'])
  expect([standing('photo')?.value, standing('name')?.value]).toEqual(['yes', 'yes'])
})
