/** Writes ODS (OpenDocument 1.3, parts 2 and 3), as LibreOffice keeps it: one sheet, its rows packed as they come. */
import { exportFormats } from './export.requests.ts'
import type { SheetColumn } from './export-columns.ts'
import { letters, type Table, widths, xmlText } from './export-table.ts'
import { openPacker, packed, stored, zipped } from './export-zip.ts'

const odsType = exportFormats.ods.type
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const spaces = (...names: readonly string[]): string =>
  names
    .map((name) => {
      const known =
        { fo: 'xsl-fo-compatible:1.0', number: 'datastyle:1.0', config: 'config:1.0' }[name] ?? `${name}:1.0`
      return ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${known}"`
    })
    .join('')
/** Centimetres a character takes. */
const CHARACTER = 0.2

/** One sheet with a bold header that stays in sight and can be filtered; texts are texts, days are days. Same input, same bytes. */
export function writeOds(table: Table): Uint8Array<ArrayBuffer> {
  const content = openPacker()
  content.write(
    `${XML}<office:document-content${spaces('office', 'style', 'text', 'table', 'fo', 'number')} office:version="1.3"><office:automatic-styles>${dataStyles}`,
  )
  for (const [at, width] of widths(table).entries())
    content.write(
      `<style:style style:name="co${at + 1}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CHARACTER).toFixed(2)}cm"/></style:style>`,
    )
  const name = xmlText(table.name)
  content.write(`</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${name}">`)
  for (const [at, { kind }] of table.columns.entries())
    content.write(`<table:table-column table:style-name="co${at + 1}" table:default-cell-style-name="${kind}"/>`)
  content.write('<table:table-header-rows><table:table-row>')
  for (const { header } of table.columns) content.write(cell('header', header))
  content.write('</table:table-row></table:table-header-rows>')
  for (let at = 0; at < table.count; at++) {
    content.write(rowXml(table.row(at), table.columns))
    table.written(at)
  }
  const last = `${letters(Math.max(0, table.columns.length - 1))}${table.count + 1}`
  const sheet = `'${name.replaceAll("'", "''")}'`
  content.write(
    `</table:table><table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="${sheet}.A1:${sheet}.${last}" table:display-filter-buttons="true"/></table:database-ranges></office:spreadsheet></office:body></office:document-content>`,
  )
  return zipped(table.day, [
    // First and as it is: what tells programs what the file is (part 2, 3.3).
    ['mimetype', stored([Buffer.from(odsType)])],
    ['content.xml', content.end()],
    [
      'styles.xml',
      packed(
        `${XML}<office:document-styles${spaces('office', 'style')} office:version="1.3"><office:styles/></office:document-styles>`,
      ),
    ],
    ['meta.xml', packed(meta(table))],
    ['settings.xml', packed(settings(name))],
    ['META-INF/manifest.xml', packed(manifest)],
  ])
}

/** Empty cells are counted, not written. */
function rowXml(row: readonly string[], columns: Table['columns']): string {
  let xml = '<table:table-row>'
  let empty = 0
  for (const [at, text] of row.entries()) {
    if (text === '') {
      empty++
      continue
    }
    if (empty > 0)
      xml += empty === 1 ? '<table:table-cell/>' : `<table:table-cell table:number-columns-repeated="${empty}"/>`
    empty = 0
    xml += cell(columns[at]?.kind ?? 'text', text)
  }
  // A row has one cell at least.
  return `${xml}${xml.endsWith('row>') ? '<table:table-cell/>' : ''}</table:table-row>`
}

function cell(kind: SheetColumn['kind'] | 'header', text: string): string {
  const value =
    kind === 'number' || kind === 'amount'
      ? `office:value-type="float" office:value="${Number(text)}"`
      : kind === 'day'
        ? `office:value-type="date" office:date-value="${text}"`
        : 'office:value-type="string"'
  const styled = kind === 'header' ? ' table:style-name="header"' : ` table:style-name="${kind}"`
  return `<table:table-cell${styled} ${value}>${paragraphs(text)}</table:table-cell>`
}

/** A line is a paragraph; blanks that XML would swallow are elements of their own (part 3, 6.1). */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${blanks(xmlText(line))}</text:p>`)
    .join('')

const blanks = (xml: string): string =>
  / {2}|^ | $|\t/.test(xml)
    ? xml.replaceAll('\t', '<text:tab/>').replace(/^ +| +$| {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)
    : xml

const cellStyle = (name: string, data: string, more = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}">${more}</style:style>`
const dataStyles =
  '<number:text-style style:name="N1"><number:text-content/></number:text-style>' +
  '<number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>' +
  '<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>' +
  '<number:number-style style:name="N4"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>' +
  cellStyle('text', 'N1') +
  cellStyle('day', 'N2') +
  cellStyle('number', 'N3') +
  cellStyle('amount', 'N4') +
  cellStyle(
    'header',
    'N1',
    '<style:table-cell-properties fo:border-bottom="0.75pt solid #000000"/><style:text-properties fo:font-weight="bold"/>',
  )

const meta = ({ association, day }: Table): string => {
  const moment = `${day}T12:00:00`
  const author = xmlText(association)
  return (
    `${XML}<office:document-meta${spaces('office', 'meta')} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>` +
    `<meta:generator>Amicale</meta:generator><meta:initial-creator>${author}</meta:initial-creator><meta:creation-date>${moment}</meta:creation-date>` +
    `<dc:creator>${author}</dc:creator><dc:date>${moment}</dc:date></office:meta></office:document-meta>`
  )
}

/** Keeps the header in sight. */
const settings = (sheet: string): string => {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  return (
    `${XML}<office:document-settings${spaces('office', 'config')} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>` +
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
    `${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${sheet}">` +
    item('CursorPositionX', 'int', 0) +
    item('CursorPositionY', 'int', 1) +
    item('HorizontalSplitMode', 'short', 0) +
    item('HorizontalSplitPosition', 'int', 0) +
    item('VerticalSplitMode', 'short', 2) +
    item('VerticalSplitPosition', 'int', 1) +
    item('ActiveSplitRange', 'short', 2) +
    item('PositionLeft', 'int', 0) +
    item('PositionRight', 'int', 0) +
    item('PositionTop', 'int', 0) +
    item('PositionBottom', 'int', 1) +
    `</config:config-item-map-entry></config:config-item-map-named>${item('ActiveTable', 'string', sheet)}` +
    '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  )
}

const manifest =
  `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsType}"/>` +
  ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']
    .map((part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`)
    .join('') +
  '</manifest:manifest>'
