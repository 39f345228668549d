/**
 * Reads the tables of an HTML page: what many programs save under the name of `.xls`. No document is built and nothing
 * is fetched or run: a pass over the signs, of which only rows, cells, line breaks and mail addresses count.
 */
import { createReadStream } from 'node:fs'
import { Refusal } from '../../kit/refusal.ts'
import { textReader } from './encoding.ts'
import { limits } from './limits.ts'
import type { Encoding, Merge, RowSink } from './reading.types.ts'
import type { SheetState } from './sheet-list.ts'
import { mailAddress, sheetRows } from './sheet-rows.ts'

type Attribute = (name: string) => string | undefined
type Tag = { readonly name: string; readonly closing: boolean; readonly attribute: Attribute }
type Told = { readonly tag: (tag: Tag) => void; readonly text: (text: string) => void }

/** Characters of one tag, and tables inside tables. */
const longestTag = 100_000
const deepest = 32

/** Names of the characters 160 to 255 (HTML 4.01, 24.2), and those usual beyond. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const entities = new Map<string, string>([
  ...latin.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(160 + at)]),
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['Yuml', 'Ÿ'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['euro', '€'],
])

/** Unknown entities stay as they are written, as browsers leave them. */
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,8});?/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return entities.get(name) ?? whole
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
        const allowed = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        return allowed ? String.fromCodePoint(code) : ' '
      })
    : text

/** Elements whose text is no words. */
const raw = /^(script|style|title|textarea|noscript|template|xml|svg)$/

/** Tells the tags and texts of a page as it comes. */
function htmlScanner(told: Told): { readonly write: (text: string) => void; readonly end: () => void } {
  let text = ''
  let until = ''

  /** Where the tag that begins there ends, quotes minded; -1 when it does not. */
  const tagEnd = (start: number): number => {
    let quote = ''
    for (let at = start + 1; at < text.length; at += 1) {
      const sign = text[at] as string
      if (quote !== '') {
        if (sign === quote) quote = ''
      } else if (sign === '>') return at
      // A quote opens a value, elsewhere it is only a sign.
      else if ((sign === '"' || sign === "'") && /=\s*$/.test(text.slice(Math.max(start, at - 12), at))) quote = sign
    }
    return -1
  }
  const tell = (inside: string) => {
    const name = /^\/?([a-z][a-z0-9:]*)/i.exec(inside)?.[1]?.toLowerCase()
    if (name === undefined) return
    const closing = inside.startsWith('/')
    told.tag({ name, closing, attribute: (wanted) => attributeOf(inside, wanted) })
    if (raw.test(name) && !closing && !inside.endsWith('/')) until = `</${name}`
  }
  const read = (last: boolean): void => {
    let at = 0
    while (at < text.length) {
      if (until !== '') {
        const end = indexWithoutCase(text, until, at)
        if (end < 0) {
          at = Math.max(at, text.length - until.length)
          break
        }
        at = end
        const isTag = until.startsWith('</')
        if (!isTag) at += until.length
        until = ''
        continue
      }
      const start = text.indexOf('<', at)
      if (start < 0) {
        // An entity is not cut in two.
        const near = Math.max(at, text.length - 12)
        const entityStart = text.lastIndexOf('&', near)
        const cut = last ? text.length : entityStart >= at && entityStart > near - 12 ? entityStart : near
        told.text(decoded(text.slice(at, cut)))
        at = cut
        break
      }
      if (start > at) told.text(decoded(text.slice(at, start)))
      at = start
      if (text.startsWith('<!--', at)) {
        until = '-->'
        at += 4
        continue
      }
      if (!last && text.length - at < 4) break
      if (!/^<[a-z/!?]/i.test(text.slice(at, at + 2))) {
        told.text('<')
        at += 1
        continue
      }
      const end = tagEnd(at)
      if (end < 0) {
        if (text.length - at > longestTag || last) throw new Refusal('fileMalformed', { reason: 'html' })
        break
      }
      tell(text.slice(at + 1, end))
      at = end + 1
    }
    text = text.slice(at)
  }
  return {
    write: (piece) => {
      text += piece
      read(false)
    },
    end: () => {
      read(true)
    },
  }
}

function indexWithoutCase(text: string, sought: string, from: number): number {
  if (sought === '-->') return text.indexOf(sought, from)
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2))
    if (text.slice(at, at + sought.length).toLowerCase() === sought) return at
  return -1
}

const attributePatterns = new Map(
  ['colspan', 'rowspan', 'href'].map((name) => [
    name,
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i'),
  ]),
)

function attributeOf(inside: string, wanted: string): string | undefined {
  const found = attributePatterns.get(wanted)?.exec(inside.slice(0, 4000)) ?? null
  return found === null ? undefined : decoded(found[1] ?? found[2] ?? found[3] ?? '')
}

type Cell = {
  text: string
  /** What stands before the words that come next, if any come: a space or the end of a line. */
  gap: string
  /** Asked where cells are laid: nothing else needs it. */
  readonly attribute: Attribute
  address: string | undefined
}
type TableListener = {
  readonly table: (index: number) => void
  readonly row: (index: number, cells: readonly Cell[]) => void
}

const span = (written: string | undefined): number => {
  const number = Number(written ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, 1000) : 1
}

/** Follows tables, those inside others too: each has its own rows, and its words are none of the cell around it. */
function tableListener(listener: TableListener): Told & { readonly end: () => void } {
  type Open = { readonly index: number; row: Cell[] | undefined; cell: Cell | undefined }
  const open: Open[] = []
  let tables = 0
  const finishRow = (table: Open) => {
    table.cell = undefined
    if (table.row !== undefined) listener.row(table.index, table.row)
    table.row = undefined
  }
  const broken = (cell: Cell) => {
    cell.gap = '\n'
  }
  return {
    tag: ({ name, closing, attribute }) => {
      if (name === 'table' && !closing) {
        if (open.length >= deepest) throw new Refusal('fileDangerous', { reason: 'depth' })
        open.push({ index: tables, row: undefined, cell: undefined })
        listener.table(tables)
        tables += 1
        return
      }
      const table = open.at(-1)
      if (table === undefined) return
      if (name === 'table') {
        finishRow(table)
        open.pop()
      } else if (name === 'tr') {
        finishRow(table)
        if (!closing) table.row = []
      } else if (name === 'td' || name === 'th') {
        table.cell = undefined
        if (closing) return
        table.row ??= []
        if (table.row.length > limits.columns)
          throw new Refusal('fileTooManyColumns', { columns: table.row.length, limit: limits.columns })
        table.cell = {
          text: '',
          gap: '',
          attribute,
          address: undefined,
        }
        table.row.push(table.cell)
      } else if (table.cell === undefined) return
      else if (name === 'br') broken(table.cell)
      else if (/^(p|div|li)$/.test(name)) broken(table.cell)
      else if (name === 'a' && !closing) table.cell.address ??= mailAddress(attribute('href') ?? '')
    },
    text: (text) => {
      const cell = open.at(-1)?.cell
      // One more than is kept: what is cut is said.
      if (cell === undefined || cell.text.length > limits.cellCharacters) return
      const plain = text.replace(/[ \t\r\n\f]+/g, ' ')
      if (plain.startsWith(' ')) cell.gap ||= ' '
      const words = plain.replace(/^ | $/g, '')
      if (words === '') return
      cell.text += cell.text === '' ? words : cell.gap + words
      cell.gap = plain.endsWith(' ') ? ' ' : ''
    },
    end: () => {
      for (const table of open.splice(0).reverse()) finishRow(table)
    },
  }
}

async function scan(
  path: string,
  encoding: Encoding,
  listener: TableListener,
  pause: (bytes: number) => Promise<void> | void = () => {},
): Promise<void> {
  const reader = textReader(encoding)
  const tables = tableListener(listener)
  const scanner = htmlScanner(tables)
  for await (const piece of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    scanner.write(reader.piece(piece))
    await pause(piece.length)
  }
  scanner.write(reader.end())
  scanner.end()
  tables.end()
}

export type HtmlTable = SheetState & { readonly index: number; readonly rows: number }

/** The encoding a page says of itself, when it is one that can be read. */
export function pageEncoding(first: string): Encoding | undefined {
  const said = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(first.slice(0, 8000))?.[1]?.toLowerCase()
  if (said === undefined) return undefined
  if (/^utf-?8$/.test(said)) return 'utf-8'
  if (/^(windows-1252|cp1252|iso-8859-1|latin1|us-ascii|ascii)$/.test(said)) return 'windows-1252'
  if (/^(iso-8859-15|latin-?9)$/.test(said)) return 'iso-8859-15'
  return /^(x-mac-roman|macintosh)$/.test(said) ? 'macintosh' : undefined
}

/** The tables of the page, the one with most rows first. Refuses `fileUnknownFormat` when none holds anything. */
export async function readHtmlTables(path: string, encoding: Encoding): Promise<readonly HtmlTable[]> {
  const counts: { rows: number; columns: number }[] = []
  await scan(path, encoding, {
    table: () => {
      if (counts.length >= limits.sheets) throw new Refusal('fileDangerous', { reason: 'tables' })
      counts.push({ rows: 0, columns: 0 })
    },
    row: (index, cells) => {
      const count = counts[index]
      if (count === undefined || !cells.some(({ text }) => text.trim() !== '')) return
      count.rows += 1
      count.columns = Math.max(count.columns, cells.length)
    },
  })
  if (!counts.some(({ rows }) => rows > 0)) throw new Refusal('fileUnknownFormat', { found: 'html' })
  return counts
    .map(({ rows, columns }, index) => ({ index, rows, columns, name: `Table ${index + 1}`, hidden: false }))
    .sort((one, other) => other.rows * other.columns - one.rows * one.columns || one.index - other.index)
}

/** Gives the rows of that table; merges are added as they are met. */
export async function readHtmlTable(
  path: string,
  size: number,
  encoding: Encoding,
  index: number,
  merges: Merge[],
  sink: RowSink,
): Promise<void> {
  const rows = sheetRows(sink, merges)
  /** How far down each column is taken by a cell above. */
  const taken: number[] = []
  let line = 0
  let done = 0
  await scan(
    path,
    encoding,
    {
      table: () => {},
      row: (table, cells) => {
        if (table !== index) return
        line += 1
        rows.begin(line)
        let column = 0
        for (const { text, attribute, address } of cells) {
          const across = span(attribute('colspan'))
          const down = span(attribute('rowspan'))
          // Where no cell may hold anything, none is followed.
          while (column < limits.columns && (taken[column] ?? 0) >= line) column += 1
          const right = Math.min(column + across, limits.columns)
          for (let at = column; at < right; at += 1) taken[at] = line + down - 1
          rows.put(column, text.replace(/\u00a0/g, ' ').trim())
          rows.merge({ top: line, left: column, bottom: line + down - 1, right: column + across - 1 })
          if (address !== undefined) rows.link(column, address)
          column += across
        }
        rows.end()
      },
    },
    (bytes) => {
      done += bytes
      return sink.pause(done, size)
    },
  )
}
