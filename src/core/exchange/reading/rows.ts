/** Reads any accepted file to rows: gate, then the reader of its format. */
import { open, stat } from 'node:fs/promises'
import { Refusal } from '../../kit/refusal.ts'
import { type JsonShape, jsonShape } from '../cards/json-pieces.ts'
import { readJsonTable } from '../cards/json-table.ts'
import type { Reading } from '../exchange.requests.ts'
import type { ProgramKey } from '../program.rules.ts'
import { findDialect, readCsv, readTextFile } from './csv.ts'
import { markedEncoding, wideEncoding } from './encoding.ts'
import { formatOfFile, refuseOtherText } from './gate.ts'
import { pageEncoding, readHtmlTable, readHtmlTables } from './html.ts'
import { readOdsSheet, readOdsSheets } from './ods.ts'
import type { Encoding, FileFormat, Merge, RowSink, StagedFile } from './reading.types.ts'
import { readSheet } from './sheet.ts'
import { chosenSheet, inOrder, type SheetState } from './sheet-list.ts'
import { readSheetTail } from './sheet-tail.ts'
import { readFormats, readStrings, readWorkbook } from './workbook.ts'
import { flatSource, partSource, readXml, type XmlSource } from './xml.ts'
import { readXmlSheet, readXmlSheets } from './xml-2003.ts'
import { type Archive, openArchive } from './zip.ts'

/** A file whose way of being written is known; `read` may be called once. */
export type OpenedTable = {
  readonly format: FileFormat
  readonly sheets: readonly string[]
  /** Among them, those the workbook hides. */
  readonly hiddenSheets?: readonly string[]
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
  if (reading.sheet !== undefined && (format === 'text' || format === 'sqlite'))
    throw new Refusal('sheetMissing', { sheet: reading.sheet, sheets: 0 }, 'reading.sheet')
  switch (format) {
    case 'archive':
      return openArchived(file, reading)
    case 'xml':
      return openXml(file, reading)
    case 'html':
      return openPage(file, reading)
    case 'sqlite':
      return openBase(file)
    case 'text':
      return openText(file, reading)
  }
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

/** What the sheets of any workbook are to the one who chooses. */
type Book = Pick<OpenedTable, 'format' | 'close'> & {
  readonly sheets: readonly SheetState[]
  readonly encoding?: string
  readonly merges: readonly Merge[]
  readonly sheet: SheetState
  readonly read: (sink: RowSink) => Promise<void>
}

const bookTable = ({ format, sheets, sheet, encoding, merges, read, close }: Book): OpenedTable => ({
  format,
  sheets: sheets.map(({ name }) => name),
  hiddenSheets: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
  sheet: sheet.name,
  ...(encoding === undefined ? {} : { encoding }),
  merges,
  read: async (sink) => {
    if (sheet.hidden) sink.note({ line: 0, code: 'hiddenSheet', text: sheet.name })
    await read(sink)
  },
  close,
})

async function openArchived(file: StagedFile, reading: Reading): Promise<OpenedTable> {
  const archive = await openArchive(file.path)
  try {
    const isOds = archive.find('content.xml') !== undefined && archive.find('[Content_Types].xml') === undefined
    return bookTable(isOds ? await odsBook(archive, reading) : await xlsxBook(archive, reading))
  } catch (error) {
    archive.close()
    throw error
  }
}

async function xlsxBook(archive: Archive, reading: Reading): Promise<Book> {
  const workbook = await readWorkbook(archive)
  const sheet = chosenSheet(workbook.sheets, reading.sheet)
  const tail = await readSheetTail(archive, sheet.part)
  return {
    format: 'xlsx',
    sheets: workbook.sheets,
    sheet,
    merges: tail.merges,
    read: async (sink) => {
      const strings = await readStrings(archive, workbook.stringsPart)
      const formats = await readFormats(archive, workbook.stylesPart)
      await readSheet(archive, sheet.part, { strings, formats, from1904: workbook.from1904, tail }, sink)
    },
    close: archive.close,
  }
}

async function odsBook(archive: Archive, reading: Reading): Promise<Book> {
  await readXml(archive, 'META-INF/manifest.xml', {
    open: (name) => {
      if (name === 'encryption-data') throw new Refusal('fileUnknownFormat', { found: 'encrypted' })
    },
  })
  const styles = archive.find('styles.xml') === undefined ? [] : [partSource(archive, 'styles.xml')]
  return odsSheets(partSource(archive, 'content.xml'), styles, reading, archive.close)
}

async function odsSheets(
  source: XmlSource,
  styles: readonly XmlSource[],
  reading: Reading,
  close: () => void,
): Promise<Book> {
  const found = (await readOdsSheets(source)).map((sheet, index) => ({ ...sheet, index }))
  const sheets = inOrder(found)
  const sheet = chosenSheet(sheets, reading.sheet)
  const merges: Merge[] = []
  const read = (sink: RowSink) => readOdsSheet(source, styles, sheet.index, merges, sink)
  return { format: 'ods', sheets, sheet, merges, read, close }
}

/** XML that stands alone: a flat OpenDocument, or a workbook of Excel 2003. */
async function openXml(file: StagedFile, reading: Reading): Promise<OpenedTable> {
  const { size } = await stat(file.path)
  const source = flatSource(file.path, size, file.name)
  const root = await rootName(source)
  if (root === 'document') return bookTable(await odsSheets(source, [], reading, () => {}))
  if (root !== 'Workbook') throw new Refusal('fileUnknownFormat', { name: file.name, found: 'xml' })
  const sheets = inOrder((await readXmlSheets(source)).map((sheet, index) => ({ ...sheet, index })))
  const sheet = chosenSheet(sheets, reading.sheet)
  const merges: Merge[] = []
  const read = (sink: RowSink) => readXmlSheet(source, sheet.index, merges, sink)
  return bookTable({ format: 'xml', sheets, sheet, merges, read, close: () => {} })
}

/** The first element: the reading stops there. */
async function rootName(source: XmlSource): Promise<string> {
  let root = ''
  const found = new Error('found')
  try {
    await source.read({
      open: (name) => {
        root = name
        throw found
      },
    })
  } catch (error) {
    if (error !== found) throw error
  }
  return root
}

async function openPage(file: StagedFile, reading: Reading): Promise<OpenedTable> {
  const { size } = await stat(file.path)
  const text = await readTextFile(file.path, reading.encoding ?? (await announcedEncoding(file.path)))
  const { encoding } = text
  const sheets = await readHtmlTables(file.path, encoding)
  const sheet = chosenSheet(sheets, reading.sheet)
  const merges: Merge[] = []
  return bookTable({
    format: 'html',
    sheets,
    sheet,
    encoding,
    merges,
    read: async (sink) => {
      if (text.guessed) sink.note({ line: 0, code: 'encodingGuessed', text: encoding })
      await readHtmlTable(file.path, size, encoding, sheet.index, merges, sink)
    },
    close: () => {},
  })
}

/** A mark at the beginning is believed before what the page says of itself. */
async function announcedEncoding(path: string): Promise<Encoding | undefined> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8192), 0, 8192, 0)
    const first = buffer.subarray(0, bytesRead)
    return markedEncoding(first) ?? wideEncoding(first) ?? pageEncoding(first.toString('latin1'))
  } finally {
    await handle.close()
  }
}
