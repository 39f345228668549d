/** Reads the rows of one sheet of an XLSX file as they come. */
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import { formattedNumber, type NumberFormat } from './number-format.ts'
import type { Merge, RawRow, RowSink } from './reading.types.ts'
import type { Links, SheetTail } from './sheet-tail.ts'
import { textCollector, unescaped } from './workbook.ts'
import { readXml } from './xml.ts'
import type { Attributes } from './xml-scanner.ts'
import type { Archive } from './zip.ts'

type SheetContext = {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
  readonly tail: SheetTail
}

/** The column a cell reference names, from 0; -1 when it names none. */
function columnOf(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return at === 0 ? -1 : column - 1
}

/** A row number that can be believed, or the next one. */
function rowNumber(written: string | undefined, previous: number): number {
  const number = Number(written)
  return written !== undefined && Number.isInteger(number) && number > previous && number <= 1_048_576
    ? number
    : previous + 1
}

/** The cells hidden under merges, and the ones a tall merge stands for. Rows must come in order. */
function mergeCursor(merges: readonly Merge[]) {
  let next = 0
  let active: Merge[] = []
  const values = new Map<Merge, string>()
  return {
    enter: (line: number) => {
      if (active.length > 0) active = active.filter((merge) => merge.bottom >= line)
      while (next < merges.length && (merges[next] as Merge).top <= line) {
        const merge = merges[next] as Merge
        if (merge.bottom >= line) active.push(merge)
        next += 1
      }
    },
    /** The row with hidden values emptied, and tall one-column merges repeated. */
    apply: (line: number, cells: string[], filled: (column: number) => void) => {
      if (active.length === 0) return
      const own = cells.some((cell) => cell !== '')
      for (const merge of active) {
        if (merge.top === line) values.set(merge, cells[merge.left] ?? '')
        const last = Math.min(merge.right, cells.length - 1)
        for (let column = merge.left; column <= last; column += 1)
          if (line !== merge.top || column !== merge.left) cells[column] = ''
        const value = values.get(merge)
        const tall = merge.left === merge.right && merge.bottom - merge.top < 1000
        if (own && tall && line > merge.top && value && merge.left < limits.columns) {
          while (cells.length <= merge.left) cells.push('')
          cells[merge.left] = value
          filled(merge.left)
        }
      }
    },
  }
}

/** Gives each row that holds something to the sink. Refuses too many rows or columns. */
export async function readSheet(archive: Archive, part: string, context: SheetContext, sink: RowSink): Promise<void> {
  const total = archive.find(part)?.uncompressedSize ?? 0
  const words = textCollector()
  const merges = mergeCursor(context.tail.merges)
  let done = 0
  let rows = 0
  let line = 0
  let cells: string[] = []
  let hiddenRows = 0
  let mergesFilled = false
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let inValue = false
  let inInline = false
  let hasFormula = false

  const openCell = (attributes: Attributes) => {
    const reference = attributes.get('r')
    const named = reference === undefined ? -1 : columnOf(reference)
    column = named < 0 ? column + 1 : named
    type = attributes.get('t') ?? 'n'
    style = Number(attributes.get('s') ?? 0)
    value = ''
    hasFormula = false
  }

  const cellText = (): string => {
    switch (type) {
      case 's':
        return context.strings[Number(value)] ?? ''
      case 'inlineStr':
        return words.take()
      case 'str':
        return unescaped(value)
      case 'b':
        return value === '' ? '' : value.trim() === '0' || /false/i.test(value) ? 'FALSE' : 'TRUE'
      case 'e':
        sink.note({ line, column, code: 'cellError', text: value.slice(0, 40) })
        return ''
      case 'd':
        return value
          .trim()
          .replace(/T00:00(:00(\.0+)?)?Z?$/, '')
          .replace('T', ' ')
      default:
        return value === '' ? '' : formattedNumber(value, context.formats[style] ?? { kind: 'plain' }, context.from1904)
    }
  }

  const closeCell = () => {
    let text = cellText()
    if (text.trim() === '') {
      if (hasFormula && type !== 'str' && type !== 'e' && value === '')
        sink.note({ line, column, code: 'formulaWithoutValue', text: '' })
      return
    }
    if (column >= limits.columns)
      throw new Refusal('fileTooManyColumns', { columns: column + 1, limit: limits.columns, line })
    if (text.length > limits.cellCharacters) {
      text = text.slice(0, limits.cellCharacters)
      sink.note({ line, column, code: 'cellCut', text: String(limits.cellCharacters) })
    }
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  const closeRow = () => {
    merges.enter(line)
    merges.apply(line, cells, (filled) => {
      if (!mergesFilled) sink.note({ line, column: filled, code: 'mergedFilled', text: '' })
      mergesFilled = true
    })
    if (!cells.some((cell) => cell !== '')) return
    rows += 1
    if (rows > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
    sink.row(rowWithLinks(line, cells, context.tail.links))
  }

  await readXml(
    archive,
    part,
    {
      open: (name, attributes) => {
        if (inInline) words.open(name, attributes)
        else if (name === 'c') openCell(attributes)
        else if (name === 'v') inValue = true
        else if (name === 'is') inInline = true
        else if (name === 'f') hasFormula = true
        else if (name === 'row') {
          line = rowNumber(attributes.get('r'), line)
          cells = []
          column = -1
          if (/^(1|true|on)$/.test(attributes.get('hidden') ?? '')) hiddenRows += 1
        }
      },
      text: (text) => {
        if (inValue) {
          if (value.length <= limits.cellCharacters) value += text
        } else if (inInline) words.text(text)
      },
      close: (name) => {
        if (inInline) {
          if (name === 'is') inInline = false
          else words.close(name)
        } else if (name === 'v') inValue = false
        else if (name === 'c') closeCell()
        else if (name === 'row') closeRow()
      },
    },
    (bytes) => {
      done += bytes
      return sink.pause(done, total)
    },
  )
  if (hiddenRows > 0) sink.note({ line: 0, code: 'hiddenRows', text: String(hiddenRows) })
}

function rowWithLinks(line: number, cells: string[], links: Links): RawRow {
  const found = links.get(line)
  return found === undefined ? { line, cells } : { line, cells, links: found }
}
