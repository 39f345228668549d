/** The lines an import leaves out make a list of their own, which comes in again once it is mended. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'
import { everybody, previewed } from './import.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })
const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-left-out-'))
  office = newOffice(
    join(place, 'Amis.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 'tests', today: () => '2026-11-22', resources },
  )
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

async function leftOut(preview: string) {
  const paper = await finish(await office.client.exchange.leftOut({ preview }))
  const { chunk } = await office.client.papers.read({ paper: paper.paper })
  return { ...paper, text: Buffer.from(chunk, 'base64').toString('utf8') }
}

const heading = 'Nom;Prénom;Ville;Observations'
const list = `${heading}\n;;Lyon;"=cmd|' /C calc'!A0"\nNeuf;Jean;Pau;\nPetit;Luc;Nice;"en deux\nlignes"\nNeuf;Jean;Metz;à côté\n`

test('they are as they came, under the same headings, with the reason in a last column', async () => {
  const { client } = office
  const { preview } = await previewed(client, list)
  expect(preview.left).toBe(0)
  const decided = await client.exchange.decide({ preview: preview.preview, line: 4, choice: 'leave' })
  expect(decided).toMatchObject({ left: 1 })
  const { text, rows, name } = await leftOut(preview.preview)
  expect(name).toMatch(/^list-.*\.csv$/)
  expect(rows).toBe(2 + decided.counts.refused - 1)
  expect(text).toContain(`${heading};Laissée de côté parce que\r\n`)
  // A cell that could be taken for a formula is guarded, as in any list that goes out.
  expect(text).toContain(";;Lyon;'=cmd|' /C calc'!A0;")
  expect(text).toContain('Petit;Luc;Nice;"en deux\nlignes";C’est ce qui a été choisi\r\n')
  expect(text).not.toContain('Pau')
})

test('mended, they come in, the reason is no data, and the same columns are remembered', async () => {
  const { client } = office
  const { staging } = await client.exchange.stage({ name: 'list.csv', chunk: Buffer.from(list).toString('base64') })
  const look = await finish(await client.exchange.look({ staging }))
  // Chosen by hand: the town is kept as a column of the association's own.
  const mapping = look.columns.map(({ target }) => (target === 'city' ? 'extra' : target))
  const { preview } = await finish(await client.exchange.preview({ staging, mapping }))
  const { text } = await leftOut(preview)
  await finish(await client.exchange.import({ preview, leaveRefused: true }))
  const mended = await previewed(client, text.replace('\r\n;;Lyon', '\r\nRoux;Anne;Lyon'))
  expect(mended.look.columns.map(({ target }) => target)).toEqual([...mapping, 'skip'])
  await finish(await client.exchange.import({ preview: mended.preview.preview, leaveRefused: true }))
  const anne = (await everybody(client)).find((one) => one.kind === 'person' && one.lastName === 'Roux')
  expect(anne?.extras).toEqual([{ name: 'Ville', occurrence: 0, value: 'Lyon' }])
  expect(anne?.notes).toBe("=cmd|' /C calc'!A0")
  // What was mended counts for the whole list: its own columns are known next time too.
  const again = await previewed(client, list)
  expect(again.look.columns.map(({ because }) => because)).toEqual(mapping.map(() => 'remembered'))
})

test('a second time the reason is said anew, in the same column', async () => {
  const { client } = office
  const first = await previewed(client, list)
  const once = await leftOut(first.preview.preview)
  const again = await previewed(client, once.text)
  const twice = await leftOut(again.preview.preview)
  expect(twice.text.split('\r\n')[0]).toBe(once.text.split('\r\n')[0])
})

test('there is none of address cards, nor of what nobody previewed', async () => {
  const { client } = office
  const chunk = Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nN:Roux;Anne;;;\r\nFN:Anne Roux\r\nEND:VCARD\r\n').toString(
    'base64',
  )
  const { staging } = await client.exchange.stage({ name: 'cards.vcf', chunk })
  await finish(await client.exchange.look({ staging }))
  const { preview } = await finish(await client.exchange.preview({ staging, mapping: [] }))
  const refused = async (id: string) => finish(await client.exchange.leftOut({ preview: id }))
  await expect(refused(preview)).rejects.toMatchObject({ data: { code: 'invalidInput' } })
  await expect(refused('0'.repeat(32))).rejects.toMatchObject({ data: { code: 'importStale' } })
})
