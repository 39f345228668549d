/** A statement of the bank or of HelloAsso, read on the reader's thread: a table of any form, or OFX. */
import { open } from 'node:fs/promises'
import { isOfx, readOfx } from '../../dues/ofx.rules.ts'
import {
  accountAbove,
  mostLines,
  readTableStatement,
  type StatementFile,
  statementHeading,
} from '../../dues/statement-reading.rules.ts'
import { Refusal } from '../../kit/refusal.ts'
import { readTextFile } from './csv.ts'
import { textReader } from './encoding.ts'
import type { RawRow, RowSink, StagedFile } from './reading.types.ts'
import { readTable } from './table.ts'

/** Bytes of a statement: some ten thousand lines take two million. */
const mostBytes = 10_000_000

/** Refuses `fileTooLarge`, `fileTooManyRows`, and what the readers refuse. */
export async function readStatement(file: StagedFile, pause: RowSink['pause']): Promise<StatementFile> {
  const { size, first } = await beginning(file.path)
  if (size > mostBytes) throw new Refusal('fileTooLarge', { name: file.name, limit: mostBytes })
  if (isOfx(first)) return readOfx(await wholeText(file.path))
  let headers: readonly string[] = []
  const rows: RawRow[] = []
  await readTable(file, {}, statementHeading, {
    header: (found) => {
      headers = found.headers
    },
    row: (row) => {
      // Rows without a credit count too: four times as many is more than enough.
      if (rows.length >= mostLines * 4) throw new Refusal('fileTooManyRows', { limit: mostLines * 4 })
      rows.push(row)
    },
    note: () => {},
    pause,
  })
  if (rows.length === 0)
    throw new Refusal('fileNoRows', { name: file.name, headings: headers.length > 0 ? 'yes' : 'no' })
  return readTableStatement(headers, rows, accountAbove(first))
}

async function beginning(path: string): Promise<{ readonly size: number; readonly first: string }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, 2000))
    await file.read(bytes, 0, bytes.length, 0)
    return { size, first: bytes.toString('latin1').replaceAll('\0', '') }
  } finally {
    await file.close()
  }
}

async function wholeText(path: string): Promise<string> {
  const { encoding } = await readTextFile(path, undefined)
  const reader = textReader(encoding)
  const file = await open(path, 'r')
  try {
    return `${reader.piece(await file.readFile())}${reader.end()}`
  } finally {
    await file.close()
  }
}
