/** Reads any accepted file to rows: gate, then the reader of its format. */
import { Refusal } from '../../kit/refusal.ts'
import { type JsonShape, jsonShape } from '../cards/json-pieces.ts'
import { readJsonTable } from '../cards/json-table.ts'
import type { Reading } from '../exchange.requests.ts'
import type { ProgramKey } from '../program.rules.ts'
import { findDialect, readCsv, readTextFile } from './csv.ts'
import { formatOfFile, refuseOtherText } from './gate.ts'
import type { FileFormat, Merge, RowSink, StagedFile } from './reading.types.ts'
import { readSheet } from './sheet.ts'
import { readSheetTail } from './sheet-tail.ts'
import { readFormats, readStrings, readWorkbook, type SheetEntry } from './workbook.ts'
import { openArchive } from './zip.ts'

/** A file whose way of being written is known; `read` may be called once. */
export type OpenedTable = {
  readonly format: FileFormat
  readonly sheets: readonly string[]
  readonly sheet?: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly merges: readonly Merge[]
  /** Where the headings stand when the format says it. */
  readonly headerRow?: number
  /** Whose list it is, in a file that says so itself. */
  readonly program?: ProgramKey
  readonly read: (sink: RowSink) => Promise<void>
  readonly close: () => void
}

/** Opens a staged file as the reading says, or as it shows itself. */
export async function openTable(file: StagedFile, reading: Reading): Promise<OpenedTable> {
  const format = await formatOfFile(file)
  if (format === 'sqlite') return openBase(file)
  return format === 'csv' ? openText(file, reading) : openWorkbook(file, reading)
}

async function openText(file: StagedFile, reading: Reading): Promise<OpenedTable> {
  const text = await readTextFile(file.path, reading.encoding)
  const shape = jsonShape(text.sample)
  if (shape !== undefined) return openJson(file, text, shape)
  refuseOtherText(text.sample, file.name)
  const dialect = findDialect(text.sample, reading.delimiter)
  return {
    format: 'csv',
    sheets: [],
    encoding: text.encoding,
    delimiter: dialect.delimiter,
    merges: [],
    read: async (sink) => {
      if (text.guessed && reading.encoding === undefined)
        sink.note({ line: 0, code: 'encodingGuessed', text: text.encoding })
      await readCsv(file.path, text, dialect, sink)
    },
    close: () => {},
  }
}

/** JSON of other programs is a table whose headings are the names in it. */
function openJson(file: StagedFile, text: Awaited<ReturnType<typeof readTextFile>>, shape: JsonShape): OpenedTable {
  return {
    format: 'json',
    sheets: [],
    encoding: text.encoding,
    headerRow: 1,
    merges: [],
    read: (sink) => readJsonTable(file.path, text, shape, sink),
    close: () => {},
  }
}

/** A base of Paheko is the list of its members. It is read whole, and shut, before the first row is given. */
async function openBase(file: StagedFile): Promise<OpenedTable> {
  // Most lists come without a database: its reader is loaded for one.
  const { readPaheko } = await import('./paheko-file.ts')
  const { rows, logMissing } = await readPaheko(file)
  return {
    format: 'sqlite',
    sheets: [],
    merges: [],
    headerRow: 1,
    program: 'paheko',
    read: async (sink) => {
      if (logMissing) sink.note({ line: 0, code: 'logMissing', text: `${file.name}-wal` })
      for (const [at, cells] of rows.entries()) {
        sink.row({ line: at + 1, cells })
        if (at % 500 === 499) await sink.pause(at, rows.length)
      }
    },
    close: () => {},
  }
}

async function openWorkbook(file: StagedFile, reading: Reading): Promise<OpenedTable> {
  const archive = await openArchive(file.path)
  try {
    const workbook = await readWorkbook(archive)
    const sheet = chosenSheet(workbook.sheets, reading.sheet)
    const tail = await readSheetTail(archive, sheet.part)
    return {
      format: 'xlsx',
      sheets: workbook.sheets.map(({ name }) => name),
      sheet: sheet.name,
      merges: tail.merges,
      read: async (sink) => {
        const strings = await readStrings(archive, workbook.stringsPart)
        const formats = await readFormats(archive, workbook.stylesPart)
        await readSheet(archive, sheet.part, { strings, formats, from1904: workbook.from1904, tail }, sink)
      },
      close: archive.close,
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

function chosenSheet(sheets: readonly SheetEntry[], name: string | undefined): SheetEntry {
  const sheet = name === undefined ? sheets[0] : sheets.find((one) => one.name.normalize('NFC').trim() === name)
  if (sheet !== undefined) return sheet
  if (name === undefined) throw new Refusal('fileEmpty', { name: '' })
  throw new Refusal('sheetMissing', { sheet: name }, 'reading.sheet')
}
