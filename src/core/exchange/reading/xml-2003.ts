/**
 * Reads a sheet of a workbook saved as XML by Excel 2002 or 2003, or by the many programs that write that form and name
 * it `.xls` (Microsoft's XML Spreadsheet Reference). All the sheets stand in one document: a first passage lists them.
 */
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import { formatOfCode, formattedNumber, isoMoment, type NumberFormat } from './number-format.ts'
import type { Merge, RowSink } from './reading.types.ts'
import type { SheetState } from './sheet-list.ts'
import { mailAddress, sheetRows, tellingRow } from './sheet-rows.ts'
import type { XmlSource } from './xml.ts'
import type { Attributes } from './xml-scanner.ts'

/** The sheets in the order of the file. Refuses `fileUnknownFormat` for XML that is no workbook. */
export async function readXmlSheets(source: XmlSource): Promise<readonly SheetState[]> {
  const found: { name: string; hidden: boolean; rows: number }[] = []
  let path = 0
  let filled = false
  let inVisible = false
  let inComment = false
  await source.read({
    open: (name, attributes) => {
      path += 1
      if (path === 1 && name !== 'Workbook') throw new Refusal('fileUnknownFormat', { found: 'xml' })
      if (name === 'Worksheet' && found.length < limits.sheets)
        found.push({
          name: (attributes.get('Name') ?? `Sheet${found.length + 1}`).slice(0, 120),
          hidden: false,
          rows: 0,
        })
      else if (name === 'Row') filled = false
      else if (name === 'Comment') inComment = true
      else if (name === 'Data' && !inComment) filled = true
      else if (name === 'Visible') inVisible = true
    },
    text: (text) => {
      const sheet = found.at(-1)
      if (inVisible && sheet !== undefined && /^\s*Sheet(Very)?Hidden\s*$/.test(text)) sheet.hidden = true
    },
    close: (name) => {
      path -= 1
      const sheet = found.at(-1)
      if (name === 'Visible') inVisible = false
      else if (name === 'Comment') inComment = false
      else if (name === 'Row' && filled && sheet !== undefined) sheet.rows += 1
    },
  })
  return found
}

const named: Readonly<Record<string, NumberFormat['kind']>> = {
  'general date': 'moment',
  'long date': 'day',
  'medium date': 'day',
  'short date': 'day',
  'long time': 'time',
  'medium time': 'time',
  'short time': 'time',
  percent: 'percent',
}

function formatNamed(code: string): NumberFormat {
  const kind = named[code.toLowerCase()]
  return kind === undefined || kind === 'digits' ? formatOfCode(code) : { kind }
}

const count = (written: string | undefined): number => {
  const number = Number(written ?? 0)
  return Number.isInteger(number) && number > 0 ? Math.min(number, 1_048_576) : 0
}

/** Gives the rows of that sheet, counted from 0 in the order of the file; merges are added as they are met. */
export async function readXmlSheet(source: XmlSource, index: number, merges: Merge[], sink: RowSink): Promise<void> {
  const rows = sheetRows(sink, merges)
  const formats = new Map<string, NumberFormat>()
  let style = ''
  let sheet = -1
  let inTable = false
  let line = 0
  let column = -1
  let across = 0
  let type = ''
  let value = ''
  let cellStyle: string | undefined
  let rowStyle: string | undefined
  let inData = 0
  let inComment = false
  let hasFormula = false
  let hiddenRows = 0
  let hiddenColumns = 0
  let done = 0

  const openCell = (attributes: Attributes) => {
    const place = count(attributes.get('Index'))
    // A cell after a merge stands beside it.
    column = place > 0 ? place - 1 : column + across + 1
    across = count(attributes.get('MergeAcross'))
    rows.merge({ top: line, left: column, bottom: line + count(attributes.get('MergeDown')), right: column + across })
    type = ''
    value = ''
    cellStyle = attributes.get('StyleID')
    hasFormula = attributes.get('Formula') !== undefined
    const address = mailAddress(attributes.get('HRef') ?? '')
    if (address !== undefined) rows.link(column, address)
  }

  const cellText = (): string => {
    switch (type) {
      case 'Number':
        return formattedNumber(
          value.trim(),
          formats.get(cellStyle ?? rowStyle ?? 'Default') ?? { kind: 'plain' },
          false,
        )
      case 'DateTime':
        return isoMoment(value).replace(/^(1899-12-3[01]|1900-01-00) /, '')
      case 'Boolean':
        return value.trim() === '0' || /false/i.test(value) ? 'FALSE' : 'TRUE'
      case 'Error':
        sink.note({ line, column, code: 'cellError', text: value.slice(0, 40) })
        return ''
      default:
        return value
    }
  }

  const open = (name: string, attributes: Attributes) => {
    if (name === 'Style') style = attributes.get('ID') ?? ''
    else if (name === 'NumberFormat' && formats.size < 20_000) {
      const code = attributes.get('Format')
      if (code !== undefined) formats.set(style, formatNamed(code))
    } else if (name === 'Worksheet') sheet += 1
    else if (sheet !== index) return
    else if (inData > 0) inData += 1
    else if (name === 'Comment') inComment = true
    else if (inComment) return
    else if (name === 'Table') inTable = true
    else if (!inTable) return
    else if (name === 'Row') {
      const place = count(attributes.get('Index'))
      line = place > line ? place : line + 1
      column = -1
      across = 0
      rowStyle = attributes.get('StyleID')
      if (attributes.get('Hidden') === '1') hiddenRows += 1
      rows.begin(line)
    } else if (name === 'Cell') openCell(attributes)
    else if (name === 'Data') {
      // Excel opens no file that gives a value a style of its own: what nobody could check is not believed.
      if (attributes.get('StyleID') !== undefined) throw new Refusal('fileMalformed', { reason: 'xml', line })
      inData = 1
      type = attributes.get('Type') ?? 'String'
    } else if (name === 'Column' && attributes.get('Hidden') === '1') hiddenColumns += 1 + count(attributes.get('Span'))
  }
  const text = (piece: string) => {
    if (inData > 0 && value.length <= limits.cellCharacters) value += piece
  }
  const close = (name: string) => {
    if (sheet !== index) return
    if (inData > 0) {
      inData -= 1
    } else if (name === 'Comment') inComment = false
    else if (inComment || !inTable) return
    else if (name === 'Table') inTable = false
    else if (name === 'Row') rows.end()
    else if (name === 'Cell') {
      if (hasFormula && type === '') sink.note({ line, column, code: 'formulaWithoutValue', text: '' })
      rows.put(column, type === '' ? '' : cellText())
    }
  }

  const pause = (bytes: number) => {
    done += bytes
    return sink.pause(done, source.size)
  }
  await tellingRow(() => line, source.read({ open, text, close }, pause))
  if (hiddenRows > 0) sink.note({ line: 0, code: 'hiddenRows', text: String(hiddenRows) })
  if (hiddenColumns > 0) sink.note({ line: 0, code: 'hiddenColumns', text: String(hiddenColumns) })
}
