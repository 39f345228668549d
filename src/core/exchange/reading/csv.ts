/** Reads delimited text as it comes, after finding how it is written. */
import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '../../kit/refusal.ts'
import { legacyEncoding, markedEncoding, textReader, wideEncoding } from './encoding.ts'
import { limits } from './limits.ts'
import type { Delimiter, Encoding, RowSink } from './reading.types.ts'

type Dialect = {
  readonly delimiter: Delimiter
  readonly quote: '"' | "'"
  /** A first line that only names the delimiter (`sep=;`), as Excel writes it. */
  readonly announced: boolean
}

type TextFile = {
  readonly encoding: Encoding
  /** The encoding was chosen by its look: the one who imports should see it. */
  readonly guessed: boolean
  /** The beginning of the text. */
  readonly sample: string
  readonly size: number
}

const sampleBytes = 512 * 1024

/** Finds the encoding, strictly: marks, then zero bytes, then UTF-8 without a single fault, then the look of the letters. */
export async function readTextFile(path: string, forced: Encoding | undefined): Promise<TextFile> {
  const file = await open(path, 'r')
  let first: Buffer
  let size: number
  try {
    size = (await file.stat()).size
    first = Buffer.alloc(Math.min(size, sampleBytes))
    await file.read(first, 0, first.length, 0)
  } finally {
    await file.close()
  }
  const found = forced ?? markedEncoding(first) ?? wideEncoding(first)
  if (found === 'utf-8') refuseFault(await utf8Fault(path))
  if (found !== undefined) return { encoding: found, guessed: false, sample: sampleText(found, first, size), size }
  const fault = await utf8Fault(path)
  if (fault === undefined) return { encoding: 'utf-8', guessed: false, sample: sampleText('utf-8', first, size), size }
  if (await mostlyUtf8(path)) refuseFault(fault)
  const encoding = legacyEncoding(await bytesAround(path, fault.offset, first))
  return { encoding, guessed: true, sample: sampleText(encoding, first, size), size }
}

function refuseFault(fault: Utf8Fault | undefined): void {
  if (fault !== undefined)
    throw new Refusal('fileWrongEncoding', { encoding: 'utf-8', line: fault.line }, 'reading.encoding')
}

/** The sample must hold letters the encodings disagree about, which may come late in a long file. */
async function bytesAround(path: string, offset: number, first: Buffer): Promise<Buffer> {
  if (offset < first.length / 2) return first
  const later = Buffer.alloc(sampleBytes)
  const file = await open(path, 'r')
  try {
    const { bytesRead } = await file.read(later, 0, later.length, Math.max(0, offset - 16))
    return Buffer.concat([first, later.subarray(0, bytesRead)])
  } finally {
    await file.close()
  }
}

function sampleText(encoding: Encoding, first: Buffer, size: number): string {
  const reader = textReader(encoding)
  const text = reader.piece(first)
  return first.length === size ? text + reader.end() : text
}

type Utf8Fault = { readonly offset: number; readonly line: number }

/** Where the file stops being UTF-8, or nothing when it never does. */
async function utf8Fault(path: string): Promise<Utf8Fault | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let offset = 0
  let line = 1
  let previous: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const whole = (previous.at(-1) ?? 0) < 128
    try {
      if (!whole || !isAscii(piece)) decoder.decode(piece, { stream: true })
    } catch {
      return faultIn(Buffer.concat([previous.subarray(-4), piece]), offset, line)
    }
    offset += piece.length
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) line += 1
    previous = piece
  }
  try {
    decoder.decode()
    return undefined
  } catch {
    return faultIn(previous, Math.max(0, offset - previous.length), line)
  }
}

function faultIn(bytes: Buffer, offset: number, line: number): Utf8Fault {
  const lenient = bytes.toString('utf8')
  const at = lenient.indexOf('\ufffd')
  const before = lenient.slice(0, at < 0 ? lenient.length : at)
  return { offset: offset + Buffer.byteLength(before), line: line + (before.match(/\n/g) ?? []).length }
}

/** Half of a pair (UTF-16) written as if it were a character: three bytes of the shape of UTF-8, which it forbids (RFC 3629, 3). */
const loneHalf = /\xed[\xa0-\xbf][\x80-\xbf]/g

/**
 * Whether a file with a fault was UTF-8 all the same: it holds more whole sequences of several bytes than faults, and
 * not one alone. In another encoding accents hardly ever stand so that they make one.
 */
async function mostlyUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8')
  let whole = 0
  let faults = 0
  const count = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === 0xfffd) faults += 1
      else if (code > 0x7f && (code < 0xdc00 || code > 0xdfff)) whole += 1
    }
  }
  let last = ''
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    count(decoder.decode(piece, { stream: true }))
    const bytes = last + piece.toString('latin1')
    const halves = bytes.match(loneHalf)?.length ?? 0
    // Each is a sequence, though a wrong one, and was counted as three faults.
    whole += halves
    faults -= 3 * halves
    last = bytes.slice(-2)
  }
  count(decoder.decode())
  return whole >= 2 && whole > faults
}

const delimiters = [';', ',', '\t', '|'] as const satisfies readonly Delimiter[]

/** Finds delimiter and quote: the pair that cuts the first records most evenly. */
export function findDialect(sample: string, forced: Delimiter | undefined): Dialect {
  const announcement = /^\ufeff?"?sep=([;,\t|:~^])"?\r?\n/i.exec(sample)
  const announced = announcement !== null
  const text = announced ? sample.slice(announcement[0].length) : sample
  const quote = findQuote(text)
  const named = forced ?? (announcement?.[1] as Delimiter | undefined)
  if (named !== undefined) return { delimiter: named, quote, announced }
  let best: Delimiter = ';'
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = evenness(recordWidths(text, delimiter, quote))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return { delimiter: best, quote, announced }
}

function findQuote(text: string): '"' | "'" {
  const edges = (quote: string) =>
    (
      text
        .slice(0, 20_000)
        .match(new RegExp(`(^|[;,\\t|\\n])${quote}[^${quote}\\n]*${quote}(?=[;,\\t|\\r\\n]|$)`, 'g')) ?? []
    ).length
  return edges("'") > edges('"') * 2 + 2 ? "'" : '"'
}

/** How many cells each of the first records has. */
function recordWidths(text: string, delimiter: string, quote: string): number[] {
  const widths: number[] = []
  let width = 1
  let filled = false
  let quoted = false
  let atStart = true
  for (let at = 0; at < text.length && at < 100_000 && widths.length < 100; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character !== quote) continue
      if (text[at + 1] === quote) at += 1
      else quoted = false
    } else if (character === quote && atStart) {
      quoted = true
      atStart = false
      filled = true
    } else if (character === delimiter) {
      width += 1
      atStart = true
    } else if (character === '\n' || character === '\r') {
      if (filled || width > 1) widths.push(width)
      width = 1
      filled = false
      atStart = true
    } else if (character !== ' ') {
      atStart = false
      filled = true
    }
  }
  if (filled && (widths.length === 0 || text.length < 100_000)) widths.push(width)
  return widths
}

/** High when most records have the same number of cells, and more than one. */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) {
    if (width > 1) best = Math.max(best, (count / widths.length) ** 2 * Math.log2(width + 1))
  }
  return best
}

/** More than the columns of a spreadsheet program, which leaves their delimiters where it thinks them used. */
const delimitersInARow = 20_000

/** Gives each row that holds something to the sink, empty lines left out. Refuses what cannot be a table. */
export async function readCsv(path: string, file: TextFile, dialect: Dialect, sink: RowSink): Promise<void> {
  const parser = parse({
    columns: false,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    escape: dialect.quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 4_000_000,
  })
  const counts = { rows: 0, line: dialect.announced ? 1 : 0, doubled: 0 }
  try {
    await pipeline(
      textPieces(path, file, dialect, sink),
      parser,
      async (records: AsyncIterable<{ info: { lines: number }; record: string[] }>) => {
        for await (const { info, record } of records) {
          // The parser counts a CR LF inside quotes twice, and gives the line where the record ends.
          const inner = innerLines(record)
          counts.doubled += inner.doubled
          counts.line = info.lines - counts.doubled + (dialect.announced ? 1 : 0)
          giveRow(record, counts.line - inner.lines, counts, dialect, sink)
        }
      },
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const opened = unclosed.includes(error.code) ? await openQuoteLine(path, file, dialect) : undefined
    throw opened === undefined
      ? malformed(error, counts.line)
      : new Refusal('fileMalformed', { reason: 'unclosedQuote', line: opened })
  }
}

/** How the parser ends when a quote is never closed: at the end of the file, or once its record is too long. */
const unclosed: readonly string[] = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']

/** The line of the first quote that is not closed within the longest cell, or nothing; the parser tells the record's at best. */
async function openQuoteLine(
  path: string,
  file: TextFile,
  { delimiter, quote, announced }: Dialect,
): Promise<number | undefined> {
  let line = announced ? 2 : 1
  let opened = 0
  let length = 0
  let before = '\n'
  /** A quote inside quotes was met: the next sign tells whether it closes them. */
  let doubtful = false
  const cuts = (sign: string) => sign === delimiter || sign === '\n' || sign === '\r'
  for await (const text of textPieces(path, file, { delimiter, quote, announced }, undefined)) {
    for (const sign of text) {
      if (doubtful) {
        doubtful = false
        if (sign !== quote) opened = 0
      } else if (opened > 0 && sign === quote) doubtful = true
      else if (opened > 0) length += 1
      else if (sign === quote && cuts(before)) {
        opened = line
        length = 0
      }
      if (length > longestQuoted) return opened
      if (sign === '\n' ? before !== '\r' : sign === '\r') line += 1
      before = sign
    }
  }
  return opened > 0 && !doubtful ? opened : undefined
}

const longestQuoted = 1_000_000

function malformed(error: CsvError, lastLine: number): Refusal {
  // The parser says how many cells it had read of the record that is too long.
  const cells = (error as unknown as { readonly column?: unknown }).column
  if (error.code === 'CSV_MAX_RECORD_SIZE' && typeof cells === 'number' && cells >= limits.columns)
    return new Refusal('fileTooManyColumns', { columns: cells, limit: limits.columns, line: lastLine + 1 })
  const line = lastLine + 1
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? new Refusal('fileMalformed', { reason: 'cellTooLong', limit: limits.cellCharacters, line })
    : new Refusal('fileMalformed', { reason: 'records', line })
}

function innerLines(record: readonly string[]): { readonly lines: number; readonly doubled: number } {
  let lines = 0
  let doubled = 0
  for (const cell of record) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue
    lines += (cell.match(/\r\n|\n|\r/g) ?? []).length
    doubled += (cell.match(/\r\n/g) ?? []).length
  }
  return { lines, doubled }
}

function giveRow(record: string[], line: number, counts: { rows: number }, dialect: Dialect, sink: RowSink): void {
  let last = record.length - 1
  while (last >= 0 && (record[last] as string).trim() === '') last -= 1
  if (last < 0) return
  if (last >= limits.columns)
    throw new Refusal('fileTooManyColumns', { columns: last + 1, limit: limits.columns, line })
  counts.rows += 1
  if (counts.rows > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
  for (let column = 0; column <= last; column += 1) {
    const cell = record[column] as string
    if (cell.length > limits.cellCharacters) throw longCell(record, column, line, dialect)
    if (cell.includes('\0')) {
      record[column] = cell.replaceAll('\0', '')
      sink.note({ line, column, code: 'nulRemoved', text: '' })
    }
  }
  sink.row({ line, cells: record })
}

/** A quote that was opened and never closed swallows lines of the list; else somebody wrote that much. */
function longCell(record: readonly string[], column: number, line: number, { delimiter }: Dialect): Refusal {
  const inner = (record[column] as string).split(/\r\n|\n|\r/)
  const swallowed = inner.filter((one) => one.includes(delimiter)).length
  const start = line + innerLines(record.slice(0, column)).lines
  return new Refusal(
    'fileMalformed',
    inner.length > 1 && swallowed * 2 >= inner.length
      ? { reason: 'unclosedQuote', line: start }
      : { reason: 'cellTooLong', limit: limits.cellCharacters, line: start },
  )
}

async function* textPieces(
  path: string,
  file: TextFile,
  dialect: Dialect,
  sink: Pick<RowSink, 'pause'> | undefined,
): AsyncGenerator<string> {
  const reader = textReader(file.encoding)
  let done = 0
  let first = true
  const tooMany = dialect.delimiter.repeat(delimitersInARow)
  for await (const piece of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    done += piece.length
    let text = reader.piece(piece)
    if (first && text !== '') {
      if (text.startsWith('\ufeff')) text = text.slice(1)
      if (dialect.announced) text = text.replace(/^"?sep=."?\r?\n/i, '')
      first = false
    }
    if (text.includes(tooMany))
      throw new Refusal('fileTooManyColumns', { columns: delimitersInARow, limit: limits.columns })
    if (text !== '') yield text
    await sink?.pause(done, file.size)
  }
  const rest = reader.end()
  if (rest !== '') yield rest
}
