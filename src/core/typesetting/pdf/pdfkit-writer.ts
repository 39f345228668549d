import { zlibSync } from 'fflate'
import PDFDocument, {
  type EmbeddedFont,
  type EmbeddedImage,
  type OutlineNode,
  type Reference,
  type StructureElement,
} from 'pdfkit'
import type { Face } from '../font/face.ts'
import type { FontFile } from '../font/font-file.ts'
import type {
  Box,
  ImageFile,
  Op,
  OutlineItem,
  Page,
  PageLabels,
  Pages,
  Piece,
  PrintedDocument,
  Tag,
} from '../list/display.ts'
import { type ContentHost, type GlyphCodes, PageContent } from './content.ts'
import { srgbProfile } from './srgb-profile.ts'
import { meaningOf } from './unicode.ts'
import { metadataPacket } from './xmp.ts'

const PRODUCER = 'Amicale'
const ZERO_WIDTH_SPACE = 0x200b

/** Told after every page, and awaited when it answers with a promise; it may throw to give up. */
export type PageProgress = (done: number, total: number) => Promise<void> | undefined

/**
 * Paints a document into PDF 1.7 bytes, the same for the same input on every machine. The only file that touches
 * pdfkit, which here is a container of objects: layout, text operators and tags are ours (docs/technical/typesetting.md).
 */
export async function writePdf(
  source: Omit<PrintedDocument, 'pages'> & { readonly pages: Pages },
  progress: PageProgress,
): Promise<Uint8Array> {
  installOwnDeflate()
  const file = new PdfFile(source)
  let done = 0
  for (const page of source.pages) {
    file.addPage(page)
    new PageContent(file).paint(page)
    const pause = progress(++done, source.pages.length)
    if (pause !== undefined) await pause
  }
  return file.finish(source)
}

class PdfFile implements ContentHost {
  readonly #doc: PDFDocument
  readonly #chunks: Uint8Array[] = []
  readonly #fonts = new Map<FontFile, EmbeddedGlyphs>()
  readonly #facesSeen = new Map<Face, EmbeddedGlyphs>()
  readonly #onPage = new Set<EmbeddedGlyphs>()
  /** Pages that links of the file lead to. */
  readonly #targets = new Set<number>()
  readonly #elements = new Map<Tag, StructureElement>()
  readonly #roots: StructureElement[] = []
  readonly #images = new Map<ImageFile, EmbeddedImage>()
  readonly #standard: PrintedDocument['standard']
  readonly tagged: boolean

  constructor(source: Omit<PrintedDocument, 'pages'>) {
    const made = new Date(`${source.day}T00:00:00Z`)
    this.#standard = source.standard
    this.tagged = source.standard !== 'ordinary'
    this.#doc = new PDFDocument({
      font: null,
      autoFirstPage: false,
      bufferPages: false,
      margin: 0,
      pdfVersion: '1.7',
      lang: source.language,
      displayTitle: true,
      tagged: this.tagged,
      info: { Title: source.title, Author: source.author, Creator: PRODUCER, Producer: PRODUCER, CreationDate: made },
    })
    // Bytes are gathered here instead of passing through the stream's own buffers.
    for (const chunk of drained(this.#doc)) this.#chunks.push(chunk)
    this.#doc.push = (chunk) => {
      if (chunk !== null) this.#chunks.push(chunk)
      return true
    }
    const facts = { ...source, made: `${made.toISOString().slice(0, 19)}Z`, producer: PRODUCER }
    this.#doc._addInfo = () => this.#doc.appendXML(metadataPacket(facts))
  }

  addPage({ width, height, trim, bleed }: Page): void {
    this.#doc.addPage({ size: [width, height], margin: 0 })
    const { data } = this.#doc.page.dictionary
    // Boxes count from the foot of the page.
    const cornersOf = (box: Box) => [box.x, height - box.y - box.height, box.x + box.width, height - box.y]
    data.TrimBox = trim === undefined ? [0, 0, width, height] : cornersOf(trim)
    if (bleed !== undefined) data.BleedBox = cornersOf(bleed)
    this.#onPage.clear()
  }

  codesOf(face: Face): GlyphCodes {
    let glyphs = this.#facesSeen.get(face)
    if (glyphs === undefined) {
      glyphs = this.#fonts.get(face.file) ?? this.#embed(face)
      this.#facesSeen.set(face, glyphs)
    }
    if (!this.#onPage.has(glyphs)) {
      this.#onPage.add(glyphs)
      this.#doc.page.fonts[glyphs.resource] = glyphs.font.ref()
    }
    return glyphs
  }

  write(operators: string): void {
    // Operators and the bytes of strings, one character each; handed over as bytes, they are not converted character by character.
    this.#doc.addContent(Buffer.from(operators, 'latin1'))
  }

  begin(tag: Tag | null): void {
    if (tag === null) this.#doc.markContent('Artifact', { type: 'Layout' })
    else this.#element(tag).add(this.#doc.markStructureContent(tag.role))
  }

  end(): void {
    this.#doc.endMarkedContent()
  }

  link({ x, y, width, height, page, says, tag }: Op & { kind: 'link' }): void {
    this.#targets.add(page)
    const element = this.tagged && tag !== undefined ? this.#element(tag) : undefined
    this.#doc.annotate(x, y, width, height, {
      Subtype: 'Link',
      Dest: `page-${page}`,
      Contents: new String(says),
      ...(element === undefined ? {} : { structParent: element }),
    })
    // Ended while its page is the current one: pdfkit writes that page into it.
    element?.end()
  }

  imageOf(file: ImageFile): string {
    let image = this.#images.get(file)
    if (image === undefined) {
      image = this.#doc.openImage(Buffer.from(file.bytes))
      image.embed(this.#doc)
      this.#images.set(file, image)
    }
    this.#doc.page.xobjects[image.label] = image.obj
    return image.label
  }

  finish({ outline, labels }: Pick<PrintedDocument, 'outline' | 'labels'>): Uint8Array {
    const pages = (this.#doc._root.data.Pages as Reference).data.Kids as readonly unknown[]
    const names = (this.#doc._root.data.Names as Reference).data.Dests as { add(name: string, place: unknown): void }
    for (const page of [...this.#targets].sort((one, other) => one - other))
      names.add(`page-${page}`, [pages[page - 1], 'Fit'])
    for (const root of this.#roots) root.end()
    addOutline(this.#doc.outline, outline)
    countOutline(this.#doc.outline, 1)
    if (labels.length > 0) this.#doc._root.data.PageLabels = this.#labels(labels)
    if (this.#standard === 'archive') this.#doc._root.data.OutputIntents = [this.#colours()]
    this.#doc.end()
    return joined(this.#chunks)
  }

  #embed(face: Face): EmbeddedGlyphs {
    // A family name of our own, so that pdfkit never opens or compares the file again.
    this.#doc.font(face.file, `face-${this.#fonts.size}`)
    const glyphs = new EmbeddedGlyphs(this.#doc._font, face)
    this.#fonts.set(face.file, glyphs)
    return glyphs
  }

  #element(tag: Tag): StructureElement {
    let element = this.#elements.get(tag)
    if (element === undefined) {
      element = this.#doc.struct(tag.role, tag.language === undefined ? {} : { lang: tag.language })
      this.#elements.set(tag, element)
      if (tag.parent === null) {
        this.#doc.addStructure(element)
        this.#roots.push(element)
      } else this.#element(tag.parent).add(element)
    }
    return element
  }

  /** What the numbers of colours mean (ISO 19005-2, 6.2.3). */
  #colours(): Reference {
    const profile = this.#doc.ref({ N: 3 })
    profile.end(Buffer.from(srgbProfile()))
    const meaning = new String('sRGB IEC61966-2.1')
    const intent = this.#doc.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: meaning,
      OutputConditionIdentifier: meaning,
      DestOutputProfile: profile,
    })
    intent.end()
    return intent
  }

  #labels(labels: PageLabels): Reference {
    const reference = this.#doc.ref({
      Nums: labels.flatMap(({ from, style, start }) => [from - 1, { S: style === 'roman' ? 'r' : 'D', St: start }]),
    })
    reference.end()
    return reference
  }
}

/** Codes given to the glyphs of one embedded font; a glyph enters the subset when a page first shows it. */
class EmbeddedGlyphs implements GlyphCodes {
  readonly font: EmbeddedFont
  readonly resource: string
  readonly codes: (string | undefined)[] = []
  readonly #byMeaning = new Map<string, string>()
  readonly #face: Face

  constructor(font: EmbeddedFont, face: Face) {
    this.font = font
    this.resource = font.id
    this.#face = face
  }

  widthOf(glyph: number): number {
    return this.#face.file.getGlyph(glyph).advanceWidth * this.#face.unit
  }

  code(glyph: number, piece: Piece, index: number): string {
    const code = this.codeFor(glyph, piece, index)
    this.codes[glyph] = code
    return code
  }

  codeFor(glyph: number, piece: Piece, index: number): string {
    const meaning = meaningOf(glyph, piece, index)
    const key = `${glyph} ${meaning}`
    let code = this.#byMeaning.get(key)
    if (code === undefined) {
      const place = this.#place(glyph)
      this.font.widths[place] = this.widthOf(glyph)
      // What says nothing of its own says a space of no width: readers that pass over the text given for it would show a code.
      this.font.unicode[place] = meaning.length === 0 ? [ZERO_WIDTH_SPACE] : meaning
      code = `${byte(place >> 8)}${byte(place & 0xff)}`
      this.#byMeaning.set(key, code)
    }
    return code
  }

  /** A place in the subset that has no meaning yet: a glyph with two of them stands there twice. */
  #place(glyph: number): number {
    const place = this.font.subset.includeGlyph(glyph)
    if (this.font.unicode[place] === undefined) return place
    return this.font.subset.glyphs.push(glyph) - 1
  }
}

/** A byte inside a string of operators: brackets, backslash and line ends by their number (ISO 32000-1, 7.3.4.2). */
function byte(value: number): string {
  const special = value === 0x28 || value === 0x29 || value === 0x5c || value === 0x0a || value === 0x0d
  return special ? `\\${value.toString(8).padStart(3, '0')}` : String.fromCharCode(value)
}

function addOutline(node: OutlineNode, items: readonly OutlineItem[]): void {
  for (const { title, page, children } of items)
    addOutline(node.addItem(title, { fit: true, pageNumber: page - 1 }), children)
}

/** pdfkit leaves the counts out: positive for the open root, negative for closed branches (ISO 32000-1, 12.3.3). */
function countOutline(node: OutlineNode, sign: 1 | -1): void {
  if (node.children.length > 0) node.outlineData.Count = sign * node.children.length
  for (const child of node.children) countOutline(child, -1)
}

let deflateIsOurs = false

/** zlib's output differs between platforms and versions; fflate's is the same everywhere. */
function installOwnDeflate(): void {
  if (deflateIsOurs) return
  const prototype = Object.getPrototypeOf(new PDFDocument({ font: null, autoFirstPage: false }).ref({})) as {
    finalize(this: { compress: boolean; buffer: Uint8Array[]; data: Record<string, unknown> }): void
  }
  const finalize = prototype.finalize
  prototype.finalize = function () {
    if (this.compress && this.buffer.length > 0) {
      this.buffer = [zlibSync(joined(this.buffer), { level: 5 })]
      this.compress = false
      this.data.Filter = 'FlateDecode'
    }
    finalize.call(this)
  }
  deflateIsOurs = true
}

function drained(doc: PDFDocument): Uint8Array[] {
  const start = (doc as unknown as { read(): Uint8Array | null }).read()
  return start === null ? [] : [start]
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const chunk of chunks) length += chunk.length
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
