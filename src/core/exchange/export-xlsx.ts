/** Writes XLSX (ECMA-376, part 1, 18): one sheet, its rows packed as they come. */
import type { SheetColumn } from './export-columns.ts'
import { letters, type Table, widths, xmlText } from './export-table.ts'
import { openPacker, packed, zipped } from './export-zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Places in `cellXfs` of the styles below. */
const STYLE = { text: 1, day: 2, number: 3, header: 4, amount: 5 } as const
/** A column that repeats less than half of its first texts (names, telephones) is not worth remembering. */
const TRIED = 1000
/** Workbooks count days from here, and take 1900 for a leap year: days before March 1900 have no number (18.17.4.1). */
const EPOCH = Date.UTC(1899, 11, 30)
const FIRST_DAY = '1900-03-01'

/**
 * One sheet: bold frozen header with a filter, widths after the content, every text a text cell (`@`) so that
 * telephone numbers and postcodes keep their zeros and nothing is taken for a formula. Same input, same bytes.
 * Texts are shared strings: in-line ones do not show in Apple Numbers.
 */
export function writeXlsx(table: Table): Uint8Array<ArrayBuffer> {
  const { columns, count } = table
  const last = `${letters(Math.max(0, columns.length - 1))}${count + 1}`
  const strings = openStrings(columns.length)
  const sheet = openPacker()
  sheet.write(
    `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0" tabSelected="1">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
  )
  const sized = widths(table)
  // The style of a column is what a cell has that is filled in later.
  if (columns.length > 0)
    sheet.write(
      `<cols>${columns
        .map(({ kind }, at) => {
          const place = `min="${at + 1}" max="${at + 1}"`
          return `<col ${place} width="${sized[at]}" style="${STYLE[kind]}" customWidth="1"/>`
        })
        .join('')}</cols>`,
    )
  sheet.write('<sheetData><row r="1">')
  const places = columns.map((_, at) => letters(at))
  for (const [at, { header }] of columns.entries())
    sheet.write(`<c r="${places[at]}1" s="${STYLE.header}" t="s"><v>${strings.place(at, header)}</v></c>`)
  sheet.write('</row>')
  for (let at = 0; at < count; at++) {
    const number = at + 2
    let xml = `<row r="${number}">`
    for (const [column, text] of table.row(at).entries()) {
      if (text === '') continue
      const kind = kindOf(columns[column]?.kind ?? 'text', text)
      const cell = `<c r="${places[column]}${number}" s="${STYLE[kind]}"`
      xml +=
        kind === 'text'
          ? `${cell} t="s"><v>${strings.place(column, text)}</v></c>`
          : `${cell}><v>${value(kind, text)}</v></c>`
    }
    sheet.write(`${xml}</row>`)
    table.written(at)
  }
  sheet.write(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`)
  const name = xmlText(table.name)
  return zipped(table.day, [
    ['[Content_Types].xml', packed(contentTypes)],
    [
      '_rels/.rels',
      packed(
        relations(
          `${OFFICE}/officeDocument`,
          'xl/workbook.xml',
          `${PACKAGE}/relationships/metadata/core-properties`,
          'docProps/core.xml',
        ),
      ),
    ],
    ['docProps/core.xml', packed(properties(table))],
    [
      'xl/workbook.xml',
      packed(
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>` +
          `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${name}'!$A$1:${last.replace(/\d+/, (row) => `$${row}`).replace(/^/, '$')}</definedName></definedNames></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      packed(
        relations(
          `${OFFICE}/worksheet`,
          'worksheets/sheet1.xml',
          `${OFFICE}/styles`,
          'styles.xml',
          `${OFFICE}/sharedStrings`,
          'sharedStrings.xml',
        ),
      ),
    ],
    ['xl/styles.xml', packed(styles)],
    ['xl/sharedStrings.xml', strings.end()],
    ['xl/worksheets/sheet1.xml', sheet.end()],
  ])
}

/** What a cell really is: a year or a day that has no number stays a text. */
function kindOf(kind: SheetColumn['kind'], text: string): SheetColumn['kind'] {
  if (kind === 'day') return text < FIRST_DAY ? 'text' : 'day'
  return kind
}

const value = (kind: 'day' | 'number' | 'amount', text: string): number =>
  kind !== 'day' ? Number(text) : (Date.parse(`${text}T00:00:00Z`) - EPOCH) / 86_400_000

type Memory = { asked: number; known: Map<string, number> | undefined }

/** The texts of the workbook, by their places; towns, countries, groups are written once. */
function openStrings(columns: number) {
  const memories = Array.from({ length: columns }, (): Memory => ({ asked: 0, known: new Map() }))
  const packer = openPacker()
  packer.write(`${XML}<sst xmlns="${MAIN}">`)
  let next = 0
  const place = (column: number, text: string): number => {
    const memory = memories[column] as Memory
    const found = memory.known?.get(text)
    memory.asked++
    if (memory.asked === TRIED && (memory.known?.size ?? 0) > TRIED / 2) memory.known = undefined
    if (found !== undefined) return found
    // A text that looks like the format's own escapes (`_x000A_`) would be read as what it escapes.
    const safe = xmlText(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text)
    packer.write(/^\s|\s$|\n/.test(safe) ? `<si><t xml:space="preserve">${safe}</t></si>` : `<si><t>${safe}</t></si>`)
    memory.known?.set(text, next)
    return next++
  }
  return {
    place,
    end: () => {
      packer.write('</sst>')
      return packer.end()
    },
  }
}

/** Types and targets by turns. */
const relations = (...parts: readonly string[]): string => {
  let xml = `${XML}<Relationships xmlns="${PACKAGE}/relationships">`
  for (let at = 0; at < parts.length; at += 2)
    xml += `<Relationship Id="rId${at / 2 + 1}" Type="${parts[at]}" Target="${parts[at + 1]}"/>`
  return `${xml}</Relationships>`
}

const properties = ({ association, day }: Table): string => {
  const author = xmlText(association)
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T12:00:00Z</dcterms:${name}>`
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy>${date('created')}${date('modified')}</cp:coreProperties>`
  )
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes =
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'

const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
/** 49 is the format of text (`@`), 1 that of whole numbers, 4 that of amounts (18.8.30). */
const style = (format: number, more = '') =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`
const styles =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(49)}${style(164)}${style(1)}` +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>' +
  `${style(4)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
