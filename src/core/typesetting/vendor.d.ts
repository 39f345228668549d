/** Types of the packages that carry none: only what this room uses of them. */
// biome-ignore-all lint/style/noDefaultExport: these packages export so, and we only describe them.

declare module 'fontkit' {
  /** fontkit 2.0.4: opens one font file. The caller says what it expects of the result (see font/font-file.ts). */
  export function create(bytes: Uint8Array): unknown
}

declare module 'hypher' {
  export default class Hypher {
    constructor(patterns: unknown)
    hyphenate(word: string): string[]
  }
}

declare module 'hyphenation.fr' {
  const patterns: unknown
  export default patterns
}

declare module 'hyphenation.en-gb' {
  const patterns: unknown
  export default patterns
}

declare module 'pdfkit' {
  /** pdfkit 0.20.2, as a writer only. The public part first, then what pdf/pdfkit-writer.ts reaches for on purpose. */
  export default class PDFDocument {
    constructor(options: Record<string, unknown>)
    readonly page: {
      readonly dictionary: { readonly data: Record<string, unknown> }
      readonly fonts: Record<string, unknown>
      readonly annotations: unknown[]
      readonly xobjects: Record<string, unknown>
    }
    readonly info: Record<string, unknown>
    readonly outline: OutlineNode
    readonly _root: { readonly data: Record<string, unknown> }
    readonly _font: EmbeddedFont
    openImage(bytes: Uint8Array): EmbeddedImage
    addPage(options: Record<string, unknown>): this
    addContent(operators: Uint8Array): this
    font(file: unknown, family: string): this
    ref(data?: unknown): Reference
    struct(role: string, options?: Record<string, unknown>): StructureElement
    addStructure(element: StructureElement): this
    markStructureContent(role: string, options?: Record<string, unknown>): unknown
    markContent(role: string, options?: Record<string, unknown>): this
    endMarkedContent(): this
    appendXML(xml: string): void
    annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this
    push(chunk: Uint8Array | null): boolean
    end(): void
    _addInfo(): void
  }
  export interface Reference {
    data: Record<string, unknown>
    end(chunk?: unknown): void
    finalize(): void
  }
  export interface OutlineNode {
    readonly children: readonly OutlineNode[]
    readonly outlineData: Record<string, unknown>
    addItem(title: string, options: { readonly fit: true; readonly pageNumber: number }): OutlineNode
  }
  export interface StructureElement {
    add(child: unknown): this
    end(): void
  }
  export interface EmbeddedImage {
    readonly label: string
    readonly obj: unknown
    embed(document: PDFDocument): void
  }
  export interface EmbeddedFont {
    readonly id: string
    readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number }
    readonly widths: number[]
    readonly unicode: (readonly number[])[]
    ref(): unknown
  }
}
