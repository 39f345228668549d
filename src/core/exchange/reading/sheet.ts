/** Reads the rows of one sheet of an XLSX file as they come. */
import { limits } from './limits.ts'
import { formattedNumber, isoMoment, type NumberFormat } from './number-format.ts'
import { plainCell, readPlainCell } from './plain-cell.ts'
import type { RowSink } from './reading.types.ts'
import { sheetRows, tellingRow } from './sheet-rows.ts'
import type { SheetTail } from './sheet-tail.ts'
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

/** Gives each row that holds something to the sink. Refuses too many rows or columns. */
export async function readSheet(archive: Archive, part: string, context: SheetContext, sink: RowSink): Promise<void> {
  const total = archive.find(part)?.uncompressedSize ?? 0
  const words = textCollector()
  const { links } = context.tail
  const rows = sheetRows(sink, [...context.tail.merges])
  let done = 0
  let line = 0
  let hiddenRows = 0
  let hiddenColumns = 0
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
        return isoMoment(value)
      default:
        return value === '' ? '' : formattedNumber(value, context.formats[style] ?? plainFormat, context.from1904)
    }
  }

  const closeCell = () => {
    const text = cellText()
    if (text !== '') rows.put(column, text)
    else if (hasFormula && type !== 'str' && type !== 'e' && value === '')
      sink.note({ line, column, code: 'formulaWithoutValue', text: '' })
  }

  const open = (name: string, attributes: Attributes) => {
    if (inInline) words.open(name, attributes)
    else if (name === 'c') openCell(attributes)
    else if (name === 'v') inValue = true
    else if (name === 'is') inInline = true
    else if (name === 'f') hasFormula = true
    else if (name === 'row') {
      line = rowNumber(attributes.get('r'), line)
      column = -1
      if (isTrue(attributes.get('hidden'))) hiddenRows += 1
      rows.begin(line)
    } else if (name === 'col' && isTrue(attributes.get('hidden'))) {
      const first = Number(attributes.get('min'))
      const last = Math.min(Number(attributes.get('max')), limits.columns)
      if (first <= last) hiddenColumns += last - first + 1
    }
  }
  const cell = plainCell()
  /** Plain cells of a row, one after the other. */
  const shortcut = (piece: string, from: number, parent: string): number => {
    if (parent !== 'row' || inInline || inValue) return from
    let at = from
    while (readPlainCell(piece, at, cell)) {
      at = cell.end
      column = cell.column
      if (cell.valueFrom === cell.valueTo) continue
      if (cell.shared) rows.put(column, context.strings[cell.whole] ?? '')
      else {
        const format = context.formats[cell.style] ?? plainFormat
        const written = piece.slice(cell.valueFrom, cell.valueTo)
        const asWritten = cell.whole >= 0 && format.kind === 'plain'
        rows.put(column, asWritten ? written : formattedNumber(written, format, context.from1904))
      }
    }
    return at
  }
  const text = (piece: string) => {
    if (inValue) {
      if (value.length <= limits.cellCharacters) value += piece
    } else if (inInline) words.text(piece)
  }
  const close = (name: string) => {
    if (inInline) {
      if (name === 'is') inInline = false
      else words.close(name)
    } else if (name === 'v') inValue = false
    else if (name === 'c') closeCell()
    else if (name === 'row') {
      for (const link of links.get(line) ?? []) rows.link(link.column, link.address)
      rows.end()
    }
  }

  const pause = (bytes: number) => {
    done += bytes
    return sink.pause(done, total)
  }
  await tellingRow(() => line, readXml(archive, part, { open, text, close, shortcut }, pause))
  if (hiddenRows > 0) sink.note({ line: 0, code: 'hiddenRows', text: String(hiddenRows) })
  if (hiddenColumns > 0) sink.note({ line: 0, code: 'hiddenColumns', text: String(hiddenColumns) })
}

const plainFormat: NumberFormat = { kind: 'plain' }

const isTrue = (written: string | undefined): boolean =>
  written !== undefined && (written === '1' || written === 'true' || written === 'on')
