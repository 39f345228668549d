/** Makes files for the tests of the readers: workbooks part by part, and what reading them gives. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Reading } from '../exchange.requests.ts'
import { knownHeader } from '../recognition.ts'
import type { FoundHeader } from './header.ts'
import type { RawRow, ReadingNote } from './reading.types.ts'
import type { OpenedTable } from './rows.ts'
import { readTable } from './table.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type Parts = {
  /** What stands between `<worksheet>` and `</worksheet>`. */
  readonly sheet: string
  readonly strings?: string
  readonly styles?: string
  /** Between `<workbook>` and `<sheets>`. */
  readonly workbook?: string
  readonly sheets?: readonly { readonly name: string; readonly state?: string; readonly body: string }[]
  readonly sheetRelations?: string
  readonly more?: Zippable
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (inside: string) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`

/** The parts of a workbook by name, to be packed or spoiled. */
export function workbookParts(parts: Parts): Zippable {
  const sheets = parts.sheets ?? [{ name: 'Feuille1', body: parts.sheet }]
  const named: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    '_rels/.rels': strToU8(relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}">${parts.workbook ?? ''}<sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
          relation('rIdS', 'sharedStrings', 'sharedStrings.xml') +
          relation('rIdT', 'styles', 'styles.xml'),
      ),
    ),
    ...Object.fromEntries(
      sheets.map(({ body }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        strToU8(`${head}<worksheet xmlns="${main}" xmlns:r="${office}">${body}</worksheet>`),
      ]),
    ),
  }
  if (parts.strings !== undefined)
    named['xl/sharedStrings.xml'] = strToU8(`${head}<sst xmlns="${main}">${parts.strings}</sst>`)
  if (parts.styles !== undefined)
    named['xl/styles.xml'] = strToU8(`${head}<styleSheet xmlns="${main}">${parts.styles}</styleSheet>`)
  if (parts.sheetRelations !== undefined)
    named['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8(relations(parts.sheetRelations))
  return { ...named, ...parts.more }
}

export const workbook = (parts: Parts): Buffer => Buffer.from(zipSync(workbookParts(parts), { level: 6 }))

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** `<sheetData>` of plain text cells. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row
          .map((cell, column) =>
            cell === ''
              ? ''
              : `<c r="${letters(column)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')}</sheetData>`

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns'
const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'
const odsRoot = (name: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${name} xmlns:office="${openDocument}:office:1.0" xmlns:table="${openDocument}:table:1.0" xmlns:text="${openDocument}:text:1.0" xmlns:draw="${openDocument}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="${spreadsheet}"><office:body><office:spreadsheet><table:table table:name="Feuille1">${body}</table:table></office:spreadsheet></office:body></office:${name}>`

/** The content of an OpenDocument of one sheet, of which these are the rows. */
export const odsContent = (rows: string): string => odsRoot('document-content', rows)
export const flatOds = (rows: string): string => odsRoot('document', rows)
export const packedOds = (rows: string): Buffer =>
  Buffer.from(zipSync({ mimetype: strToU8(spreadsheet), 'content.xml': strToU8(odsContent(rows)) }, { level: 6 }))

/** A workbook of one sheet as Excel 2003 saves it in XML. */
export const excel2003 = (rows: string, styles = '', encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles}</Styles><Worksheet ss:Name="Feuille1"><Table>${rows}</Table></Worksheet></Workbook>`

/** A page of one table as scripts send it for a workbook. */
export const page = (rows: string, head = ''): string =>
  `<html><head>${head}</head><body><table border="1">${rows}</table></body></html>`

export type ReadOut = {
  readonly header: FoundHeader
  readonly table: OpenedTable
  readonly rows: readonly RawRow[]
  readonly notes: readonly ReadingNote[]
}

/** A folder that disappears with the test. */
export function scratch(): {
  readonly file: (name: string, bytes: Buffer | string) => string
  readonly clear: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'amicale-reading-'))
  return {
    file: (name, bytes) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Reads a file on this thread. */
export async function readOut(path: string, reading: Reading = {}): Promise<ReadOut> {
  let found: Pick<ReadOut, 'header' | 'table'> | undefined
  const rows: RawRow[] = []
  const notes: ReadingNote[] = []
  await readTable({ path, name: path.replace(/^.*\//, '') }, reading, knownHeader, {
    header: (header, table) => {
      found = { header, table }
    },
    row: (row) => void rows.push(row),
    note: (note) => void notes.push(note),
    pause: () => {},
  })
  if (found === undefined) throw new Error('No header was found')
  return { ...found, rows, notes }
}
