import type { Face, Shaped } from '../font/face.ts'

/**
 * A page as it will be painted, before any PDF exists: the same list gives the page, the booklet sheet, and later
 * the accessible and press variants. Points (1/72 inch); the origin is the top left corner, y grows downwards and a
 * line's y is its baseline.
 */
export type Page = {
  readonly width: number
  readonly height: number
  readonly ops: readonly Op[]
  /** Where the page is cut, and how far colour runs off it; without them, the whole page. */
  readonly trim?: Box
  readonly bleed?: Box
}

/** Pages one after the other, perhaps made as they are asked for; `length` is how many are foreseen. */
export type Pages = Iterable<Page> & { readonly length: number }

/** A page whose orders are worked out each time they are asked for: thousands of pages need not be kept at once. */
export function drawnPage(width: number, height: number, draw: () => readonly Op[]): Page {
  return {
    width,
    height,
    get ops() {
      return draw()
    },
  }
}

/** `#rrggbb`. */
export type Colour = `#${string}`

export type Op =
  | { readonly kind: 'line'; readonly x: number; readonly y: number; readonly pieces: readonly Piece[] }
  | ({
      readonly kind: 'dots'
      readonly x: number
      readonly y: number
      readonly count: number
      readonly step: number
    } & DotStyle)
  | {
      readonly kind: 'rule'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly weight: number
      readonly colour: Colour
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: Colour
    }
  | ({ readonly kind: 'cells' } & Cells)
  | {
      readonly kind: 'link'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly page: number
      readonly says: string
      /** The `Link` whose text it lies on, all of it painted before. */
      readonly tag?: Tag
    }
  | ({ readonly kind: 'image'; readonly image: ImageFile } & Box)
  | { readonly kind: 'place'; readonly page: Page; readonly dx: number; readonly dy: number; readonly clip: Box }
  | { readonly kind: 'begin'; readonly tag: Tag }
  | { readonly kind: 'end' }

/** A JPEG, or a PNG without transparency; the same object on many pages is kept once in the file. */
export type ImageFile = { readonly bytes: Uint8Array }

/** Dark cells of a square grid, a QR code's: one picture of a bit each, since it may have two thousand of them. */
export type Cells = {
  readonly x: number
  readonly y: number
  readonly side: number
  /** Cells along a side. */
  readonly across: number
  /** Rows from the top, each of whole bytes in hexadecimal: a bit is a cell, 1 when it is dark. */
  readonly bits: string
  readonly colour: Colour
}

type DotStyle = { readonly face: Face; readonly size: number; readonly colour: Colour }

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Glyphs of one face and size on a line, or the box that stands for a cluster nobody can draw. */
export type Piece = {
  /** From the start of the line. */
  readonly x: number
  readonly width: number
  readonly face: Face
  readonly size: number
  readonly colour: Colour
  readonly shaped: Shaped | null
  /** Horizontal scaling of the glyphs, 1 when natural. */
  readonly scale: number
  /** Space drawn after the glyphs, in points. */
  readonly space?: number
  /** A hyphen the typesetter added: extraction must see a soft hyphen. */
  readonly softHyphen?: true
}

/** A place in the reading order, for accessible output. What no tag encloses is decoration. */
export type Tag = { readonly role: string; readonly parent: Tag | null; readonly language?: string }

export type OutlineItem = { readonly title: string; readonly page: number; readonly children: readonly OutlineItem[] }

/** Page numbers as a reader shows them, from a page (1-based) on: small roman or decimal figures. */
export type PageLabels = readonly {
  readonly from: number
  readonly style: 'roman' | 'decimal'
  readonly start: number
}[]

/**
 * `tagged`: says what each thing is. `accessible`: that, and calls itself PDF/UA-1 (ISO 14289-1). `archive`: that, and what
 * PDF/A-2a asks (ISO 19005-2), so that the same file can be read in thirty years. `ordinary`: none of it, half the size.
 */
export type PdfStandard = 'ordinary' | 'tagged' | 'accessible' | 'archive'

/** All a writer needs to make a file. */
export type PrintedDocument = {
  readonly pages: readonly Page[]
  readonly title: string
  readonly author: string
  readonly language: string
  /** `YYYY-MM-DD`, the only date in the file. */
  readonly day: string
  readonly outline: readonly OutlineItem[]
  readonly labels: PageLabels
  readonly standard: PdfStandard
}
