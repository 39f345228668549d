/** The archive of everything: made table by table, put together in a file beside the register, forgotten once fetched. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileName } from '../../kit/file-name.ts'
import type { Papers } from '../../kit/papers.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers, WorkDesk } from '../../kit/request.ts'
import { consentsStore } from '../../people/consents/consents.store.ts'
import { contactsInBatches } from '../../people/people.batches.ts'
import { peopleStore } from '../../people/people.service.ts'
import { readDocument } from '../../register/documents.ts'
import { folderPaths, makePrivateFolder } from '../../register/folder.ts'
import { readAssociation } from '../../register/register.service.ts'
import type { Register } from '../../register/register.ts'
import { jsonText } from '../cards/export-json.ts'
import { householdsOf } from '../cards/own-households.ts'
import { withConsents } from '../cards/with-consents.ts'
import type { exchangeRequests } from '../exchange.requests.ts'
import { csvHead, csvLine } from '../export-csv.ts'
import { openZip, packed, stored, type Zip } from '../export-zip.ts'
import { packJob } from './pack.job.ts'
import { dictionary, dictionaryName, readMe, readMeName } from './read-me.ts'
import { type WholeSheet, wholeSheets } from './whole-sheet.ts'

/** Rows written at once: a few milliseconds. */
const AT_ONCE = 300
/** Bytes of an edition: it is held whole while it is put in. */
const largestEdition = 256_000_000
/** Times it begins again when the register changes meanwhile. */
const TRIES = 3

const recordsName = { fr: 'fiches', en: 'records' } as const

export function everythingAnswer(
  register: Register,
  papers: Papers,
): Answers<typeof exchangeRequests>['exportEverything'] {
  const people = peopleStore(register)
  const { answersOf } = consentsStore(register)

  async function* linesOf(sheet: WholeSheet): AsyncGenerator<string[]> {
    yield [
      csvHead(
        sheet.columns.map(({ header }) => header),
        'excel',
      ),
    ]
    for (let after = 0; ; ) {
      await register.whenFree()
      const rows = sheet.rows(after, AT_ONCE)
      const last = rows.at(-1)
      if (last === undefined) return
      yield [rows.map(([, ...cells]) => csvLine(cellsOf(sheet, cells), 'excel')).join('')]
      after = Number(last[0])
    }
  }

  /** Our own JSON, which comes back by an import: those who are not in the trash, without their photos. */
  async function* contactsAsJson(association: string, day: string): AsyncGenerator<string[]> {
    await register.whenFree()
    const ids = register
      .prepare('SELECT id FROM contact WHERE trashed = 0 AND merged_into IS NULL ORDER BY id')
      .pluck()
      .all() as number[]
    const text = jsonText({ association, day, households: householdsOf(register, ids) })
    yield [text.head]
    for await (const some of withConsents(contactsInBatches(register, people, ids), answersOf))
      yield [text.contacts(some)]
    yield [text.end]
  }

  async function addText(zip: Zip, name: string, total: number, texts: AsyncGenerator<string[]>, desk: WorkDesk) {
    const { bytes, report } = await papers.make(packJob, { name, total }, texts, desk)
    zip.add(name, { pieces: [bytes], stored: false, packedSize: bytes.byteLength, ...report })
  }

  async function make(place: string, root: string, desk: WorkDesk, language: 'fr' | 'en', association: string) {
    const day = register.today()
    const descriptor = openSync(place, 'wx', 0o600)
    try {
      const zip = openZip(day, (bytes) => {
        for (let from = 0; from < bytes.length; ) from += writeSync(descriptor, bytes, from)
      })
      const sheets = wholeSheets(register, language).map((sheet) => ({ ...sheet, rowCount: sheet.count() }))
      const contacts = sheets.find(({ table }) => table === 'contact')?.rowCount ?? 0
      const steps = sheets.length + 2
      for (const [done, sheet] of sheets.entries()) {
        desk.progress('gathering', done, steps)
        const quiet = { signal: desk.signal, progress: () => {} }
        await addText(zip, `${root}/${sheet.file}.csv`, sheet.rowCount, linesOf(sheet), quiet)
      }
      desk.progress('gathering', sheets.length, steps)
      const quiet = { signal: desk.signal, progress: () => {} }
      await addText(zip, `${root}/${recordsName[language]}.json`, contacts, contactsAsJson(association, day), quiet)
      const files = await addFiles(zip, root, desk)
      const contents = { association, day, sheets, ...files }
      zip.add(`${root}/${readMeName[language]}`, packed(readMe(contents, language)))
      zip.add(`${root}/${dictionaryName[language]}`, packed(dictionary(sheets, language)))
      zip.end()
      const count = files.photos + files.documents + files.editions
      return { tables: sheets.length, contacts, files: count, missing: files.missing.length }
    } finally {
      closeSync(descriptor)
    }
  }

  /** Photos under the numbers and names of their records, other documents under what they are kept as. */
  async function addFiles(zip: Zip, root: string, desk: WorkDesk) {
    const photos = register
      .prepare(
        'SELECT p.contact_id AS id, c.display_name AS name, p.sha256, p.type FROM photo AS p JOIN contact AS c ON c.id = p.contact_id ORDER BY p.contact_id',
      )
      .all() as { id: number; name: string; sha256: string; type: string }[]
    const known = new Set(photos.map(({ sha256 }) => sha256))
    const { documents, editions: editionsFolder } = folderPaths(register.folder)
    const editions = existsSync(editionsFolder)
      ? readdirSync(editionsFolder, { withFileTypes: true }).filter((one) => one.isFile() && !one.name.startsWith('.'))
      : []
    const others = existsSync(documents)
      ? readdirSync(documents).filter((name) => /^[0-9a-f]{64}$/.test(name) && !known.has(name))
      : []
    const missing: string[] = []
    const add = (name: string, sha256: string) => {
      const bytes = readDocument(register.folder, sha256)
      if (bytes === undefined) missing.push(name)
      else zip.add(`${root}/${name}`, stored([bytes]))
    }
    const total = photos.length + others.length + editions.length
    for (const [done, { id, name, sha256, type }] of photos.entries()) {
      await pause(desk, done, total)
      const extension = type === 'image/png' ? 'png' : 'jpg'
      add(`photos/${fileName([String(id), name], extension)}`, sha256)
    }
    for (const [done, sha256] of others.toSorted().entries()) {
      await pause(desk, photos.length + done, total)
      add(`documents/${sha256}`, sha256)
    }
    for (const [done, { name }] of editions.entries()) {
      await pause(desk, photos.length + others.length + done, total)
      const path = join(editionsFolder, name)
      if (statSync(path).size > largestEdition) missing.push(`editions/${name}`)
      else zip.add(`${root}/editions/${name}`, stored([readFileSync(path)]))
    }
    return { photos: photos.length, documents: others.length, editions: editions.length, missing }
  }

  async function pause(desk: WorkDesk, done: number, total: number): Promise<void> {
    await register.whenFree()
    if (desk.signal.aborted) throw new Refusal('cancelled')
    desk.progress('writing', done, total)
    await new Promise((resolve) => setImmediate(resolve))
  }

  return async (_input, desk) => {
    const { name: association, language } = readAssociation(register)
    const folder = join(register.folder, 'staging')
    if (!existsSync(folder)) makePrivateFolder(folder)
    const place = join(folder, randomBytes(16).toString('hex'))
    const root = fileName([association, register.today()], 'd').slice(0, -2)
    try {
      for (let tries = 1; ; tries++) {
        await register.whenFree()
        const before = register.changeCount()
        const made = await make(place, root, desk, language, association)
        if (register.changeCount() === before) {
          const name = fileName([association, language === 'fr' ? 'tout' : 'everything', register.today()], 'zip')
          return { ...papers.keepFile(name, 'application/zip', place, statSync(place).size), ...made }
        }
        rmSync(place, { force: true })
        if (tries === TRIES) throw new Refusal('changedMeanwhile')
      }
    } catch (thrown) {
      rmSync(place, { force: true })
      throw (thrown as NodeJS.ErrnoException).code === 'ENOSPC' ? new Refusal('diskFull') : thrown
    }
  }
}

const cellsOf = ({ columns }: WholeSheet, cells: readonly (string | number | null)[]): string[] =>
  columns.map(({ cell }, at) => cell(cells[at] ?? null))
