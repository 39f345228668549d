/** An association written out and read back, by the requests a secretary's window makes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import type { CsvForm, ExportFormat } from './exchange/export.requests.ts'
import { finish } from './kit/request.ts'
import { newOffice, type Office } from './office.ts'

const resources = resolve(import.meta.dirname, '../../resources')
const place = mkdtempSync(join(tmpdir(), 'amicale-round-trip-'))
const open: Office[] = []

export function newAssociation(language: 'fr' | 'en'): Office {
  const office = newOffice(
    join(place, `${open.length}.amicale`),
    { name: 'Aller et retour', language },
    { door: 'test', by: 'test', today: () => '2026-03-01', resources },
  )
  open.push(office)
  return office
}

afterAll(async () => {
  for (const office of open) await office.close()
  rmSync(place, { recursive: true, force: true })
})

export async function exported(office: Office, format: ExportFormat, csv: CsvForm = 'excel') {
  const paper = await finish(await office.client.exchange.export({ format, csv, filter: { deceased: true } }))
  const pieces: string[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece: { chunk: string; next?: number } = await office.client.papers.read({ paper: paper.paper, offset })
    pieces.push(piece.chunk)
    offset = piece.next
  }
  return { name: paper.name, pieces }
}

/** `duesAsFields`: a list whose own fields are named like dues is to give fields back. */
export async function previewed(
  office: Office,
  { name, pieces }: { name: string; pieces: readonly string[] },
  { duesAsFields = false } = {},
) {
  let staging: string | undefined
  for (const chunk of pieces)
    staging = (await office.client.exchange.stage({ name, chunk, ...(staging === undefined ? {} : { staging }) }))
      .staging
  if (staging === undefined) throw new Error('nothing was exported')
  const look = await finish(await office.client.exchange.look({ staging }))
  const mapping = look.columns.map(({ target }) => (duesAsFields && target === 'due' ? 'extra' : target))
  const preview = await finish(await office.client.exchange.preview({ staging, mapping }))
  return { look, preview }
}

/** Everybody as the register keeps them, without what it numbers itself. */
export async function everybody(office: Office) {
  const { rows } = await office.client.people.list({ limit: 500, deceased: true })
  const contacts = await Promise.all(rows.map(({ id }) => office.client.people.read({ id })))
  return contacts.map(({ id: _id, revision: _revision, ...contact }) => contact)
}
