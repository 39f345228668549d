/**
 * What a printed directory is made of, as plain data: the model travels from the office
 * (which knows the members) to the papers worker (which knows the page), and nothing else does.
 */

import type { DirectoryLook } from './look.rules.ts'

/** How one line of an entry is set: the designs decide face and size, the model decides the meaning. */
export type EntryLine = {
  readonly role: 'function' | 'profession' | 'address' | 'phone' | 'mail' | 'note'
  readonly text: string
}

/** One person or organisation as it will be printed. */
export type DirectoryEntry = {
  readonly id: number
  /** Heading letter, first letter of the sort key: `A` to `Z`, or `#` for what no Latin letter heads. */
  readonly letter: string
  /** Name on which the entry is filed, as written: `La Fontaine`, `Boulanger-Chapuis`. */
  readonly headword: string
  /** What follows the headword: `Jean (de)`, the particle rejected as AFNOR NF Z 44-001 asks; empty for an organisation. */
  readonly forename: string
  /** The name in its own script beside the Latin form, when it has one. */
  readonly original?: string
  /** Small figure at the right edge of the first line: year of entry. */
  readonly year?: string
  readonly lines: readonly EntryLine[]
}

/** A cross-reference in the alphabetical list: `Dupont Marie, voir Martin Marie`. */
export type DirectoryReference = {
  readonly letter: string
  readonly headword: string
  readonly forename: string
  readonly see: string
}

export type DirectoryItem =
  | ({ readonly kind: 'entry' } & DirectoryEntry)
  | ({ readonly kind: 'reference' } & DirectoryReference)

/** An index to the alphabetical list; members are positions in `items`, already in order. */
export type DirectoryIndex = {
  /** `Index des pays (sauf France)`, `Index des Maisons`. */
  readonly title: string
  readonly headings: readonly { readonly heading: string; readonly members: readonly number[] }[]
}

/** Running text: a paragraph, a heading inside it, an item of a list. `strong` and `italic` as the writer marked them. */
export type TextBlock = {
  readonly kind: 'paragraph' | 'heading' | 'item'
  readonly spans: readonly { readonly text: string; readonly strong: boolean; readonly italic: boolean }[]
}

/** Names under headings: a board, those who held an office, those who died. */
export type RollPart = {
  /** Empty: none. */
  readonly heading: string
  readonly rows: readonly {
    /** What stands before the name, in a column of its own: a function, years. */
    readonly aside: string
    readonly name: string
    /** What follows it: years, a town. */
    readonly note: string
  }[]
}

/** Bars one below the other, the longest of them the width of the page. */
export type DirectoryChart = {
  readonly title: string
  readonly bars: readonly { readonly label: string; readonly value: number }[]
}

/** A part of the directory with all it says, in the order they are bound. */
export type DirectorySection =
  | { readonly kind: 'cover'; readonly subtitle: string; readonly count: boolean }
  | { readonly kind: 'notice'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'contents'; readonly letters: boolean }
  | {
      readonly kind: 'text'
      readonly title: string
      readonly blocks: readonly TextBlock[]
      readonly signature: string
    }
  | { readonly kind: 'roll'; readonly title: string; readonly parts: readonly RollPart[] }
  /** The alphabetical list; it begins on a right-hand page. */
  | { readonly kind: 'members'; readonly title: string }
  | { readonly kind: 'index'; readonly index: DirectoryIndex }
  | { readonly kind: 'statistics'; readonly title: string; readonly charts: readonly DirectoryChart[] }
  | { readonly kind: 'notes'; readonly title: string; readonly pages: number }
  /** `numbered`: a line to write who has which copy on. */
  | { readonly kind: 'colophon'; readonly lines: readonly string[]; readonly numbered: boolean }

export type DirectoryModel = {
  readonly language: 'fr' | 'en'
  /** `Annuaire 2026`. */
  readonly title: string
  /** Large figures on the cover: `2026`. */
  readonly edition: string
  readonly association: string
  /** Day the pages are made, `YYYY-MM-DD`: printed in the colophon and the only date inside the file. */
  readonly day: string
  /** Entries and cross-references in alphabetical order. */
  readonly items: readonly DirectoryItem[]
  readonly sections: readonly DirectorySection[]
  /** Left out: the classic A5. */
  readonly look?: DirectoryLook
}

/**
 * How the pages come out: in reading order; two by two on sheets to fold, stapled at once or in cahiers of 16 or 32 pages; or
 * one by one with bleed and crop marks, for a print shop.
 */
export const directoryImpositions = ['pages', 'booklet', 'signatures16', 'signatures32', 'press'] as const
export type DirectoryImposition = (typeof directoryImpositions)[number]

/**
 * What a file in reading order promises: `accessible`, that it can be read aloud (PDF/UA-1); `archive`, that too, and that it
 * will be read in thirty years (PDF/A-2a).
 */
export const directoryStandards = ['ordinary', 'accessible', 'archive'] as const
export type DirectoryStandard = (typeof directoryStandards)[number]

/** The paper a booklet is printed on, open, as it is sold; nobody sells a `spread`, of exactly two pages, but a print shop cuts it. */
export const printedSheets = {
  A4: 'A4',
  A3: 'A3',
  SRA3: 'SRA3',
  letter: 'Letter',
  tabloid: 'Tabloid',
  spread: '',
} as const
export type PrintedSheet = keyof typeof printedSheets

/** A cluster of characters that no bundled font can draw, and where it stands. */
export type MissingGlyph = { readonly text: string; readonly item: number; readonly field: string }

/** What the typesetter says of the pages it made, for the proof. */
export type DirectoryReport = {
  readonly pages: number
  /** Sheets of paper when imposed, and which paper. */
  readonly sheets?: number
  readonly sheet?: PrintedSheet
  /** Page on which each item of the model stands (1-based), by position. */
  readonly pageOfItem: readonly number[]
  readonly missing: readonly MissingGlyph[]
  /** Lines that had to be narrowed or wrapped to fit their column, and (as wrapped) items parted because no column holds them. */
  readonly shortened: readonly {
    readonly item: number
    readonly text: string
    readonly how: 'narrowed' | 'wrapped'
  }[]
}
