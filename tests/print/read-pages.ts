/** What a stranger reads in a directory’s PDF: its pages by their tags, its running heads, bookmarks and links. */
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A line of text and where it stands: points, from the foot of the page. */
export type ReadLine = { readonly x: number; readonly y: number; readonly text: string }
/** A part of the page as its tag names it, with its lines in the order they are read. */
export type ReadPart = { readonly role: string; readonly lines: readonly ReadLine[]; readonly text: string }

export type ReadPage = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly parts: readonly ReadPart[]
  /** What no tag holds: running head, folio, thumbs. */
  readonly beside: readonly ReadLine[]
  /** Painting outside any mark, and glyphs of nothing (`.notdef`) shown. */
  readonly unmarked: number
  readonly empty: number
  /** Pages that links of this one lead to. */
  readonly links: readonly number[]
}

export type ReadFile = {
  readonly pages: readonly ReadPage[]
  readonly title: string
  readonly outline: readonly { readonly title: string; readonly page: number; readonly depth: number }[]
}

const PAINTING = new Set<number>([
  OPS.showText,
  OPS.fill,
  OPS.stroke,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.constructPath,
  OPS.paintImageXObject,
])

export async function readFilePages(bytes: Uint8Array): Promise<ReadFile> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, disableFontFace: true })
  const file = await loading.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= file.numPages; number++) pages.push(await readPage(file, number))
  const outline = await readOutline(file)
  const { info } = await file.getMetadata()
  await loading.destroy()
  return { pages, title: String((info as { Title?: unknown }).Title ?? ''), outline }
}

async function readPage(file: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await file.getPage(number)
  const [, , width = 0, height = 0] = page.view
  const { marked, beside } = await linesByMark(page)
  const parts: ReadPart[] = []
  type Node = { role?: string; type?: string; id?: string; children?: readonly Node[] }
  const walk = (node: Node): void => {
    const own = (node.children ?? []).flatMap(({ type, id }) =>
      type === 'content' ? (marked.get(id ?? '') ?? []) : [],
    )
    if (own.length > 0)
      parts.push({ role: node.role ?? '', lines: own, text: plain(own.map(({ text }) => text).join('\n')) })
    for (const child of node.children ?? []) walk(child)
  }
  walk(((await page.getStructTree()) ?? {}) as Node)
  const links: number[] = []
  for (const { subtype, dest } of (await page.getAnnotations()) as { subtype: string; dest: unknown }[])
    if (subtype === 'Link') links.push(await pageOf(file, dest))
  return { number, width, height, parts, beside, ...(await painted(page)), links }
}

/** Lines by the mark they are painted in. */
async function linesByMark(page: PDFPageProxy) {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const marked = new Map<string, ReadLine[]>()
  const beside: ReadLine[] = []
  const open: (string | undefined)[] = []
  let line: { x: number; y: number; text: string } | undefined
  for (const item of items) {
    if ('str' in item) {
      const [, , , , x = 0, y = 0] = item.transform as number[]
      const id = open.findLast((mark) => mark !== undefined)
      if (line === undefined || (item.str !== '' && Math.abs(line.y - y) > 0.5)) {
        line = { x, y, text: '' }
        const lines = id === undefined ? beside : (marked.get(id) ?? [])
        lines.push(line)
        if (id !== undefined) marked.set(id, lines)
      }
      line.text += item.str
      if (item.hasEOL) line = undefined
    } else {
      line = undefined
      if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? undefined)
    }
  }
  return { marked, beside: beside.map((one) => ({ ...one, text: plain(one.text) })).filter(({ text }) => text !== '') }
}

async function painted(page: PDFPageProxy) {
  const { fnArray, argsArray } = await page.getOperatorList()
  let [depth, unmarked, empty] = [0, 0, 0]
  for (const [at, operator] of fnArray.entries()) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++
    else if (operator === OPS.endMarkedContent) depth--
    else if (depth === 0 && PAINTING.has(operator)) unmarked++
    if (operator === OPS.showText)
      for (const glyph of argsArray[at][0]) if (typeof glyph === 'object' && glyph?.originalCharCode === 0) empty++
  }
  return { unmarked, empty }
}

async function readOutline(file: PDFDocumentProxy): Promise<ReadFile['outline']> {
  type Item = { title: string; dest: unknown; items: readonly Item[] }
  const found: { title: string; page: number; depth: number }[] = []
  const walk = async (items: readonly Item[], depth: number): Promise<void> => {
    for (const { title, dest, items: below } of items) {
      found.push({ title, page: await pageOf(file, dest), depth })
      await walk(below, depth + 1)
    }
  }
  await walk(((await file.getOutline()) ?? []) as readonly Item[], 0)
  return found
}

/** The page a link or bookmark leads to, whole in the window; throws where it leads nowhere. */
async function pageOf(file: PDFDocumentProxy, dest: unknown): Promise<number> {
  const place = typeof dest === 'string' ? await file.getDestination(dest) : (dest as readonly unknown[] | null)
  if (place === null || (place[1] as { name?: string }).name !== 'Fit')
    throw new Error(`leads nowhere: ${String(dest)}`)
  return (await file.getPageIndex(place[0] as never)) + 1
}

/** As one line, spaces of one kind, marks on their letters, soft hyphens at line ends taken away. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad\n?/g, '')
    .replace(/\s+/g, ' ')
    .trim()
