/**
 * Reads a sheet of OpenDocument (ODF 1.3), packed (`.ods`) or flat (`.fods`). All the sheets stand in one part: a first
 * passage lists them, a second gives the rows of one. Repetitions of what is empty are steps, the others are bounded.
 */
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import { formattedNumber, isoMoment, plainNumber } from './number-format.ts'
import { type OdsStyles, odsStyles } from './ods-styles.ts'
import { cellWords } from './ods-text.ts'
import type { Merge, RowSink } from './reading.types.ts'
import type { SheetState } from './sheet-list.ts'
import { sheetRows, tellingRow } from './sheet-rows.ts'
import type { XmlSource } from './xml.ts'
import type { Attributes } from './xml-scanner.ts'

/** How often something is said to be repeated: at least once, never more than a sheet has rows. */
const repeated = (written: string | undefined): number => {
  const times = written === undefined ? 1 : Number(written)
  return Number.isInteger(times) && times >= 1 ? Math.min(times, 1_048_576) : 1
}

/** The tables of the spreadsheet itself, in their order: changes kept, links and tables inside cells are none. */
function tableFollower(): {
  readonly open: (name: string) => boolean
  readonly close: (name: string) => boolean
  /** Counts from 0; -1 outside a table. */
  readonly current: () => number
} {
  let path = 0
  let body = -1
  let table = -1
  let count = -1
  return {
    open: (name) => {
      path += 1
      if (name === 'spreadsheet' && body < 0) body = path
      else if (name === 'table' && body > 0 && path === body + 1) {
        table = path
        count += 1
        return true
      }
      return false
    },
    close: (name) => {
      const ends = path === table && name === 'table'
      if (ends) table = -1
      path -= 1
      return ends
    },
    current: () => (table < 0 ? -1 : count),
  }
}

/** The sheets in the order of the file. Refuses `fileUnknownFormat` for another kind of document. */
export async function readOdsSheets(source: XmlSource): Promise<readonly SheetState[]> {
  const styles = odsStyles()
  const tables = tableFollower()
  const found: { name: string; style: string | undefined; rows: number }[] = []
  let kind = ''
  let path = 0
  let times = 0
  let filled = false
  await source.read({
    open: (name, attributes) => {
      path += 1
      if (path === 3 && kind === '' && /^(spreadsheet|text|presentation|drawing|chart|image|database)$/.test(name))
        kind = name
      if (tables.open(name)) {
        if (found.length < limits.sheets)
          found.push({
            name: (attributes.get('name') ?? `Sheet${found.length + 1}`).slice(0, 120),
            style: attributes.get('style-name'),
            rows: 0,
          })
      } else if (tables.current() < 0) styles.handlers.open(name, attributes)
      else if (name === 'table-row') {
        times = repeated(attributes.get('number-rows-repeated'))
        filled = false
      } else if (name === 'p') filled = true
    },
    close: (name) => {
      path -= 1
      const table = found[tables.current()]
      if (name === 'table-row' && filled && table !== undefined) table.rows += times
      tables.close(name)
      if (tables.current() < 0) styles.handlers.close(name)
    },
  })
  if (kind !== 'spreadsheet')
    throw new Refusal('fileUnknownFormat', { found: kind === 'text' ? 'odt' : kind === '' ? 'xml' : kind })
  return found.map(({ name, style, rows }) => ({ name, hidden: !styles.isShown(style), rows }))
}

/** What a cell says of its value. */
type Value = {
  readonly type: string
  readonly number: string | undefined
  readonly written: string | undefined
  readonly isFault: boolean
  readonly hasFormula: boolean
  readonly style: string | undefined
}

/** The attributes of values are known by their whole name: extensions repeat some under a prefix of their own. */
function valueReader(): { readonly learn: (attributes: Attributes) => void; readonly value: (a: Attributes) => Value } {
  const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'
  const extension = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'
  const prefixes = new Map([
    [office, 'office'],
    [extension, 'calcext'],
  ])
  return {
    learn: (attributes) => {
      for (const name of attributes.names()) {
        if (!name.startsWith('xmlns:')) continue
        const space = attributes.named(name)
        if (space !== undefined && prefixes.has(space)) prefixes.set(space, name.slice(6))
      }
    },
    value: (attributes) => {
      const own = (name: string) => attributes.named(`${prefixes.get(office)}:${name}`)
      const type = own('value-type') ?? ''
      return {
        type,
        number: own('value'),
        written: type === 'string' || type === '' ? own('string-value') : own(`${type}-value`),
        isFault: attributes.named(`${prefixes.get(extension)}:value-type`) === 'error',
        hasFormula: attributes.get('formula') !== undefined,
        style: attributes.get('style-name'),
      }
    },
  }
}

/** `PT10H10M10S` as `10:10:10`; nothing beyond a day, which may be shown as a moment or as hours. */
function timeOfDuration(written: string): string | undefined {
  const found = /^(-?)P(?:(\d{1,6})D)?T?(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,10})(?:[.,](\d+))?S)?$/.exec(
    written.trim(),
  )
  if (found === null) return undefined
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = '0'] = found
  const all = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  const whole = Math.round(all + Number(`0.${fraction}`))
  const two = (value: number) => String(value).padStart(2, '0')
  return whole < 86_400 && sign === ''
    ? `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
    : undefined
}

/** What a number reads as: its code as it is shown, else the number itself, which says more than a rounded one. */
function numberShown(value: string, shown: string, style: string | undefined, styles: OdsStyles): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return shown
  const digits = shown.replace(/\D/g, '')
  const isCode = /^\s*(?:[+(]?0|\+)/.test(shown) && digits.length > 1 && !/[eE%]/.test(shown)
  if (isCode && Number.isInteger(number) && digits.replace(/^0+/, '') === String(Math.abs(number))) return shown.trim()
  const format = styles.format(style)
  return format === undefined ? plainNumber(number) : formattedNumber(value, format, false)
}

function cellText(value: Value, shown: string, styles: OdsStyles): string {
  switch (value.type) {
    case 'float':
    case 'currency':
      return value.number === undefined ? shown : numberShown(value.number, shown, value.style, styles)
    case 'percentage': {
      const number = Number(value.number)
      return value.number === undefined || !Number.isFinite(number) ? shown : `${plainNumber(number * 100)}%`
    }
    case 'date':
      return value.written === undefined ? shown : isoMoment(value.written)
    case 'time':
      return value.written === undefined ? shown : (timeOfDuration(value.written) ?? shown)
    case 'boolean':
      return value.written === undefined ? shown : /^\s*(true|1)\s*$/i.test(value.written) ? 'TRUE' : 'FALSE'
    default:
      return shown === '' ? (value.written ?? '') : shown
  }
}

/** Gives the rows of that sheet, counted from 0 in the order of the file; merges are added as they are met. */
export async function readOdsSheet(
  source: XmlSource,
  styleSources: readonly XmlSource[],
  index: number,
  merges: Merge[],
  sink: RowSink,
): Promise<void> {
  const styles = odsStyles()
  for (const one of styleSources) await one.read(styles.handlers)
  const tables = tableFollower()
  const values = valueReader()
  const words = cellWords()
  const rows = sheetRows(sink, merges, 'own')
  const columnStyles: (string | undefined)[] = []
  let line = 0
  let times = 1
  let column = 0
  let cellTimes = 1
  let value: Value | undefined
  let rowStyle: string | undefined
  /** The cells of the row, kept only when it is repeated. */
  let row: { readonly column: number; readonly text: string }[] = []
  let repeatedCells = 0
  let repeatedCharacters = 0
  let hiddenRows = 0
  let hiddenColumns = 0
  let done = 0

  const spend = (cells: number, characters: number) => {
    repeatedCells += cells
    repeatedCharacters += characters
    if (repeatedCells > limits.repeatedCells || repeatedCharacters > limits.repeatedCharacters)
      throw new Refusal('fileDangerous', { reason: 'repeats' })
  }

  const openCell = (name: string, attributes: Attributes) => {
    cellTimes = repeated(attributes.get('number-columns-repeated'))
    value = values.value(attributes)
    if (name === 'covered-table-cell') return
    const right = column + repeated(attributes.get('number-columns-spanned')) - 1
    const bottom = line + repeated(attributes.get('number-rows-spanned')) - 1
    rows.merge({ top: line, left: column, bottom, right })
  }

  const closeCell = () => {
    const { text: shown, address } = words.take()
    const read = value as Value
    value = undefined
    const style = read.style ?? rowStyle ?? columnStyles[column]
    let text = cellText({ ...read, style }, shown, styles)
    if (read.isFault && text.trim() !== '') {
      sink.note({ line, column, code: 'cellError', text: text.slice(0, 40) })
      text = ''
    } else if (read.hasFormula && text === '' && read.type === '')
      sink.note({ line, column, code: 'formulaWithoutValue', text: '' })
    if (text.trim() !== '') {
      if (column + cellTimes > limits.columns)
        throw new Refusal('fileTooManyColumns', { columns: column + cellTimes, limit: limits.columns, line })
      if (cellTimes > 1) spend(cellTimes, text.length * cellTimes)
      for (let at = column; at < column + cellTimes; at += 1) {
        rows.put(at, text)
        if (times > 1) row.push({ column: at, text })
      }
      if (address !== undefined) rows.link(column, address)
    }
    column += cellTimes
  }

  const closeRow = () => {
    rows.end()
    if (row.length > 0 && times > 1) {
      if (times > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
      const characters = row.reduce((sum, { text }) => sum + text.length, 0)
      spend(row.length * (times - 1), characters * (times - 1))
      for (let again = 1; again < times; again += 1) {
        rows.begin(line + again)
        for (const cell of row) rows.put(cell.column, cell.text)
        rows.end()
      }
    }
    line += times - 1
  }

  const open = (name: string, attributes: Attributes) => {
    const outside = tables.current() < 0
    tables.open(name)
    if (outside) {
      values.learn(attributes)
      styles.handlers.open(name, attributes)
    } else if (tables.current() !== index) return
    else if (value !== undefined) words.open(name, attributes)
    else if (name === 'table-row') {
      line += 1
      times = repeated(attributes.get('number-rows-repeated'))
      column = 0
      row = []
      rowStyle = attributes.get('default-cell-style-name')
      rows.begin(line)
      if (isHidden(attributes)) hiddenRows += times
    } else if (name === 'table-cell' || name === 'covered-table-cell') openCell(name, attributes)
    else if (name === 'table-column') {
      const count = Math.min(repeated(attributes.get('number-columns-repeated')), limits.columns - columnStyles.length)
      if (isHidden(attributes)) hiddenColumns += count
      for (let at = 0; at < count; at += 1) columnStyles.push(attributes.get('default-cell-style-name'))
    }
  }
  const text = (piece: string) => {
    if (value !== undefined) words.text(piece)
    else if (tables.current() < 0) styles.handlers.text(piece)
  }
  const close = (name: string) => {
    const inside = tables.current() === index
    tables.close(name)
    if (tables.current() < 0 && !inside) styles.handlers.close(name)
    if (!inside) return
    if (value !== undefined) {
      if (name === 'table-cell' || name === 'covered-table-cell') closeCell()
      else words.close(name)
    } else if (name === 'table-row') closeRow()
  }

  const pause = (bytes: number) => {
    done += bytes
    return sink.pause(done, source.size)
  }
  await tellingRow(() => line, source.read({ open, text, close }, pause))
  if (hiddenRows > 0) sink.note({ line: 0, code: 'hiddenRows', text: String(hiddenRows) })
  if (hiddenColumns > 0) sink.note({ line: 0, code: 'hiddenColumns', text: String(hiddenColumns) })
}

const isHidden = (attributes: Attributes): boolean => /^(collapse|filter)$/.test(attributes.get('visibility') ?? '')
