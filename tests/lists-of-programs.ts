/** Lists of other programs brought into an association of their own, and how their lines are written. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Look, PreviewLine, Reading } from '../src/core/exchange/exchange.requests.ts'
import { finish } from '../src/core/kit/request.ts'
import { newOffice, type Office } from '../src/core/office.ts'
import { blankAddress, blankOrganisation, blankPerson, type Contact } from '../src/core/people/people.requests.ts'

const resources = resolve(import.meta.dirname, '../resources')
let place: string
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-programs-'))
  const options = { door: 'test', by: 'tests', today: () => '2026-11-22', resources } as const
  office = newOffice(join(place, 'Amis.amicale'), { name: 'Amis' }, options)
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

/** The office the lists of a test come into. */
export const theOffice = (): Office => office

type Brought = { readonly look: Look; readonly lines: readonly PreviewLine[]; readonly contacts: readonly unknown[] }

/** Brings a list in and gives everybody as the register holds them, without what is empty. */
export async function brought(text: string | Buffer, reading: Partial<Reading> = {}): Promise<Brought> {
  const { exchange, people } = office.client
  const { staging } = await exchange.stage({ name: 'liste.csv', chunk: Buffer.from(text as string).toString('base64') })
  const look = await finish(await exchange.look({ staging, reading }))
  const mapping = look.columns.map(({ target }) => target)
  const { preview } = await finish(await exchange.preview({ staging, reading, mapping }))
  const { lines } = await exchange.previewLines({ preview, limit: 100 })
  await finish(await exchange.import({ preview, leaveRefused: true }))
  const { rows } = await people.list({ limit: 100, deceased: true })
  const contacts = await Promise.all(rows.map(({ id }) => people.read({ id })))
  return { look, lines, contacts: contacts.map(said) }
}

/** A contact without its empty fields, and its own columns as one text each. */
function said(contact: Contact): Record<string, unknown> {
  const { id, revision, sortKey, displayName, trashed, extras, addresses, ...fields } = contact
  const blank: Record<string, unknown> = contact.kind === 'person' ? blankPerson : blankOrganisation
  const filled = (record: Record<string, unknown>, empty: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(record).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(empty[key])),
    )
  return {
    ...filled(fields, blank),
    kind: contact.kind,
    ...(addresses.length === 0 ? {} : { addresses: addresses.map((address) => filled(address, blankAddress)) }),
    ...(extras.length === 0 ? {} : { extras: extras.map(({ name, value }) => `${name}: ${value}`) }),
  }
}

/** Lines as a file has them. */
export const list = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`
export const quoted = (by: string, ...cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by)
/** A row that fills the named columns of a heading. */
export const row = (headings: readonly string[], by: string, cells: Readonly<Record<string, string>>) => {
  for (const name of Object.keys(cells)) if (!headings.includes(name)) throw new Error(`No heading ${name}`)
  return quoted(by, ...headings.map((heading) => cells[heading] ?? ''))
}
