/** The parts of an XLSX file around its sheets: which sheets, which dates, which strings, which formats (ECMA-376). */
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { inOrder, type SheetState } from './sheet-list.ts'
import { readXml } from './xml.ts'
import type { Attributes } from './xml-scanner.ts'
import type { Archive } from './zip.ts'

export type SheetEntry = SheetState & { readonly part: string }

export type Workbook = {
  /** Visible ones first. */
  readonly sheets: readonly SheetEntry[]
  readonly from1904: boolean
  readonly stringsPart: string | undefined
  readonly stylesPart: string | undefined
}

type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string; readonly outside: boolean }>

/** The part a relation names, seen from the part that names it. */
function resolved(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const word of target.split('/')) {
    if (word === '..') path.pop()
    else if (word !== '.' && word !== '') path.push(word)
  }
  return path.join('/')
}

/** What a part refers to. Outside targets are kept as words and never followed. */
export async function readRelations(archive: Archive, part: string): Promise<Relations> {
  const cut = part.lastIndexOf('/')
  const relations = new Map<string, { type: string; target: string; outside: boolean }>()
  await readXml(archive, `${part.slice(0, cut + 1)}_rels/${part.slice(cut + 1)}.rels`, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || relations.size >= 100_000) return
      const id = attributes.get('Id')
      const target = attributes.get('Target')
      if (id === undefined || target === undefined) return
      const outside = attributes.get('TargetMode') === 'External'
      relations.set(id, {
        type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
        target: outside ? target : resolved(part, target),
        outside,
      })
    },
  })
  return relations
}

/** Finds the workbook and its sheets. Refuses `fileUnknownFormat` when the archive is another kind of document. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await readRelations(archive, '')
  const main = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (archive.find(main) === undefined || /\.bin$/i.test(main))
    throw new Refusal('fileUnknownFormat', { found: archiveKind(archive) })
  const relations = await readRelations(archive, main)
  const sheets: SheetEntry[] = []
  let from1904 = false
  let isWorkbook = false
  await readXml(archive, main, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/i.test(attributes.get('date1904') ?? '')
      if (name !== 'sheet' || sheets.length >= 1000) return
      const relation = relations.get(attributes.get('id') ?? '')
      if (relation === undefined || relation.outside || relation.type !== 'worksheet') return
      const sheet = (attributes.get('name') ?? `Sheet${sheets.length + 1}`).slice(0, 120)
      const hidden = /^(hidden|veryHidden)$/.test(attributes.get('state') ?? '')
      if (archive.find(relation.target) !== undefined) sheets.push({ name: sheet, part: relation.target, hidden })
    },
  })
  if (!isWorkbook) throw new Refusal('fileUnknownFormat', { found: archiveKind(archive) })
  const partOfType = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type && !relation.outside)?.target
  return {
    sheets: inOrder(sheets),
    from1904,
    stringsPart: partOfType('sharedStrings'),
    stylesPart: partOfType('styles'),
  }
}

/** A word for what an archive that is no workbook seems to be. */
function archiveKind(archive: Archive): string {
  const has = (name: string) => archive.find(name) !== undefined
  if (has('xl/workbook.bin')) return 'xlsb'
  if (has('word/document.xml')) return 'docx'
  if (has('ppt/presentation.xml')) return 'pptx'
  if (has('content.xml') && has('mimetype')) return 'ods'
  return 'zip'
}

const escapes = /_x([0-9a-fA-F]{4})_/g
/** Undoes the `_x000D_` escapes of ECMA-376 (ST_Xstring, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Collects the words of a string item: rich text runs joined, phonetic readings left out. */
export function textCollector(): {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  readonly take: () => string
} {
  let collected = ''
  let part = ''
  let inText = false
  let preserved = false
  let phonetic = 0
  return {
    open: (name, attributes) => {
      if (name === 'rPh') phonetic += 1
      else if (name === 't' && phonetic === 0) {
        inText = true
        part = ''
        preserved = attributes.named('xml:space') === 'preserve'
      }
    },
    text: (text) => {
      if (!inText) return
      if (part.length + collected.length <= limits.cellCharacters) part += text
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1
      else if (name === 't' && inText) {
        inText = false
        collected += preserved ? part : part.trim()
      }
    },
    take: () => {
      const text = unescaped(collected)
      collected = ''
      return text
    },
  }
}

const itemOpening = '<si><t>'
const itemClosing = '</t></si>'
const itemMarks = itemOpening.length + itemClosing.length

/** The words of the item that opens there, written as every program writes those that nothing is special about. */
function plainItem(text: string, from: number): string | undefined {
  if (!text.startsWith(itemOpening, from)) return undefined
  const end = text.indexOf('<', from + itemOpening.length)
  if (end < 0 || !text.startsWith(itemClosing, end)) return undefined
  const words = text.slice(from + itemOpening.length, end)
  return needsCare.test(words) || words.length > limits.cellCharacters ? undefined : words
}

/** Entities, line ends, the end of a CDATA, ECMA-376's own escapes, white space at either end. */
const needsCare = /[&\]\r]|_x|^\s|\s$/

/** The shared strings, in their order. Refuses `fileTooLarge` beyond the bounds. */
export async function readStrings(archive: Archive, part: string | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  const collector = textCollector()
  let characters = 0
  const add = (text: string) => {
    characters += text.length
    if (strings.length >= limits.sharedStrings || characters > limits.unpackedBytes)
      throw new Refusal('fileTooLarge', { reason: 'sharedStrings' })
    strings.push(text)
  }
  await readXml(archive, part, {
    open: collector.open,
    text: collector.text,
    close: (name) => {
      collector.close(name)
      if (name === 'si') add(collector.take())
    },
    shortcut: (text, from, parent) => {
      let at = from
      if (parent === 'sst')
        for (let item = plainItem(text, at); item !== undefined; item = plainItem(text, at)) {
          add(item)
          at += item.length + itemMarks
        }
      return at
    },
  })
  return strings
}

/** The number format of each cell style. */
export async function readFormats(archive: Archive, part: string | undefined): Promise<readonly NumberFormat[]> {
  const formats: NumberFormat[] = []
  if (part === undefined) return formats
  const codes = new Map<number, string>()
  let inCellStyles = false
  await readXml(archive, part, {
    open: (name, attributes) => {
      if (name === 'numFmt' && codes.size < 5000)
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles && formats.length < 70_000) {
        const id = Number(attributes.get('numFmtId') ?? 0)
        formats.push(numberFormat(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return formats
}
