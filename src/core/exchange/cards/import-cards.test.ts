/** Cards and our own JSON through the office: previewed, imported with their photos in one act, undone, taken out again. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'

const resources = resolve(import.meta.dirname, '../../../../resources')
const place = mkdtempSync(join(tmpdir(), 'amicale-import-cards-'))
const open: Office[] = []
afterAll(async () => {
  for (const office of open) await office.close()
  rmSync(place, { recursive: true, force: true })
})

function newAssociation(): Office & { readonly folder: string } {
  const folder = join(place, `${open.length}.amicale`)
  const office = newOffice(
    folder,
    { name: 'Cartes' },
    { door: 'test', by: 'test', today: () => '2026-03-01', resources },
  )
  open.push(office)
  return Object.assign(office, { folder })
}

/** One red dot. */
const redDot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

const cards = [
  ...[
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:de La Fontaine;Jean;;M.;',
    'FN:Jean de La Fontaine',
    'TEL;TYPE=CELL:06 12 34 56 78',
  ],
  ...[`PHOTO;ENCODING=b;TYPE=PNG:${redDot}`, 'END:VCARD'],
  ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:Marie Curie', 'EMAIL:marie@example.org', 'BDAY:--1107', 'END:VCARD'],
  ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:Institut', 'ORG:Institut', 'KIND:org', 'END:VCARD', ''],
].join('\r\n')

async function previewed(office: Office, name: string, bytes: Uint8Array | string) {
  const chunk = Buffer.from(bytes).toString('base64')
  const { staging } = await office.client.exchange.stage({ name, chunk })
  const look = await finish(await office.client.exchange.look({ staging }))
  const preview = await finish(
    await office.client.exchange.preview({ staging, mapping: look.columns.map(({ target }) => target) }),
  )
  const { lines } = await office.client.exchange.previewLines({ preview: preview.preview, limit: 200 })
  return { look, preview, lines, staging }
}
const imported = async (office: Office, name: string, bytes: Uint8Array | string) => {
  const { preview } = await previewed(office, name, bytes)
  return finish(await office.client.exchange.import({ preview: preview.preview }))
}
async function everybody(office: Office) {
  const { rows } = await office.client.people.list({ limit: 500, deceased: true })
  return Promise.all(rows.map(({ id }) => office.client.people.read({ id })))
}
async function exported(office: Office, wanted: Parameters<Office['client']['exchange']['export']>[0]) {
  const paper = await finish(await office.client.exchange.export({ filter: { deceased: true }, ...wanted }))
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece: { chunk: string; next?: number } = await office.client.papers.read({ paper: paper.paper, offset })
    pieces.push(Buffer.from(piece.chunk, 'base64'))
    offset = piece.next
  }
  return { name: paper.name, bytes: Buffer.concat(pieces) }
}

test('cards are seen, previewed, imported with their photo in one act, and undone', async () => {
  const office = newAssociation()
  const { look, preview, lines, staging } = await previewed(office, 'contacts.vcf', cards)
  expect(look).toMatchObject({ format: 'vcard', columns: [], rows: 3 })
  expect(look.cards).toEqual([
    { line: 1, name: 'La Fontaine Jean', about: ['+33612345678'], photo: true },
    { line: 8, name: 'Curie Marie', about: ['marie@example.org'], photo: false },
    { line: 14, name: 'Institut', about: [], photo: false },
  ])
  expect(look.warnings).toEqual([{ line: 12, column: 'Naissance', code: 'dayUnread', text: '--1107' }])
  expect(preview.counts).toEqual({ created: 3, changed: 0, unchanged: 0, refused: 0 })
  expect(lines.map(({ line }) => line)).toEqual([1, 8, 14])
  // The photo waits beside the file, and goes with it.
  expect(readdirSync(join(office.folder, 'staging'))).toHaveLength(2)
  const { act } = await finish(await office.client.exchange.import({ preview: preview.preview }))
  expect(await office.client.exchange.discard({ staging })).toEqual({ discarded: false })

  const [jean] = (await everybody(office)).filter(({ displayName }) => displayName.includes('Fontaine'))
  expect(jean).toMatchObject({ lastName: 'La Fontaine', particle: 'de', firstName: 'Jean' })
  expect(await office.client.people.photo({ id: jean?.id as number })).toEqual({
    type: 'image/png',
    width: 1,
    height: 1,
    bytes: redDot,
  })
  await office.client.history.undo({ act })
  expect(await everybody(office)).toEqual([])
})

test('a file that is given up while it comes in keeps its photos until it is in', async () => {
  const office = newAssociation()
  const [card = ''] = /BEGIN:VCARD[\s\S]*?END:VCARD\r\n/.exec(cards) ?? []
  const many = Array.from({ length: 400 }, (_, at) => card.replaceAll('Fontaine', `Fontaine${at}`)).join('')
  const { preview, staging } = await previewed(office, 'many.vcf', many)
  let discarded: Promise<{ readonly discarded: boolean }> | undefined
  const { counts } = await finish(await office.client.exchange.import({ preview: preview.preview }), ({ phase }) => {
    if (phase === 'importing') discarded ??= office.client.exchange.discard({ staging })
  })
  expect(counts.created).toBe(400)
  expect(await discarded).toEqual({ discarded: true })
  expect(office.register.prepare('SELECT count(*) FROM photo').pluck().get()).toBe(400)
})

test('the same cards again change nothing; a record without a photo gets one, one that has another keeps it', async () => {
  const office = newAssociation()
  await imported(office, 'a.vcf', cards.replace(/PHOTO.*\r\n/, ''))
  const again = await previewed(office, 'a.vcf', cards)
  expect(again.preview.counts).toEqual({ created: 0, changed: 1, unchanged: 2, refused: 0 })
  expect(again.lines[0]?.changes).toEqual([{ field: 'photo', old: '', new: '1 × 1' }])
  await finish(await office.client.exchange.import({ preview: again.preview.preview }))
  const third = await previewed(office, 'a.vcf', cards)
  expect(third.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 3, refused: 0 })
  expect(third.lines.flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain('photoKept')
  const id = third.lines[0]?.matched?.id as number
  const other = Buffer.from(redDot, 'base64')
  await office.client.people.setPhoto({ id, bytes: Buffer.concat([other, Buffer.from([0])]).toString('base64') })
  const fourth = await previewed(office, 'a.vcf', cards)
  expect(fourth.preview.counts.unchanged).toBe(3)
  expect(fourth.lines[0]?.problems.map(({ code }) => code)).toContain('photoKept')
})

test.each([
  ['vcf', '4.0'],
  ['vcf', '3.0'],
  ['json', '4.0'],
] as const)('everybody of a register goes out as %s (%s) and comes back the same', async (format, version) => {
  const office = newAssociation()
  await finish(await office.client.exchange.invent({ people: 120, seed: 5 }))
  await imported(office, 'a.vcf', cards)
  const first = await exported(office, { format, vcard: { version } })
  expect((await exported(office, { format, vcard: { version } })).bytes.equals(first.bytes)).toBe(true)
  const same = await previewed(office, first.name, first.bytes)
  expect(same.lines.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])

  const other = newAssociation()
  await imported(other, first.name, first.bytes)
  const plain = (contacts: Awaited<ReturnType<typeof everybody>>) =>
    contacts.map(({ id: _id, revision: _revision, ...contact }) => ({
      ...contact,
      addresses: contact.addresses.map((address) => ({ ...address, household: null })),
    }))
  expect(plain(await everybody(other))).toEqual(plain(await everybody(office)))
  const photos = async (from: Office) =>
    Promise.all((await everybody(from)).map(async ({ id }) => (await from.client.people.photo({ id }))?.bytes))
  expect(await photos(other)).toEqual(await photos(office))
})

test('a card each, in an archive whose names are told apart', async () => {
  const office = newAssociation()
  await imported(office, 'a.vcf', cards)
  await office.client.people.create({ contact: { kind: 'person', lastName: 'Curie', firstName: 'Marie' } })
  const { name, bytes } = await exported(office, { format: 'vcf', photos: false, vcard: { each: true } })
  expect(name).toMatch(/\.zip$/)
  const files = unzipSync(bytes)
  expect(Object.keys(files).sort()).toEqual([
    'Curie-Marie-2.vcf',
    'Curie-Marie.vcf',
    'Institut.vcf',
    'La-Fontaine-Jean-de.vcf',
  ])
  expect(strFromU8(files['La-Fontaine-Jean-de.vcf'] as Uint8Array)).not.toContain('PHOTO')
})
