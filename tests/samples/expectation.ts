/** What a correct reading of a sample gives, in words a program can compare. */
import type { ColumnTarget, PreviewCounts, Reading } from '../../src/core/exchange/exchange.requests.ts'

/** Letter for letter, or by a pattern. */
export type Text = string | RegExp

/**
 * A part of some data: each key given must be there, an array has as many entries, each of which agrees; text and
 * numbers are equal, or a pattern finds its text.
 */
export type Part = Text | number | boolean | readonly Part[] | { readonly [key: string]: Part }

/** What is left out is not looked at. */
export type Expectation = {
  /** How the office is asked to read the file; as it shows itself by default. */
  readonly reading?: Reading
  /**
   * It must be refused with one of these codes, alone or with what was found: `fileDangerous`,
   * `fileUnknownFormat/encrypted`, `fileDangerous/doctype`.
   */
  readonly refused?: readonly string[]
  /** It may be refused with one of these; what it says otherwise is compared when it is read. */
  readonly orRefused?: readonly string[]
  readonly format?: string
  readonly encoding?: string
  readonly delimiter?: string
  /** Names of the sheets, in the order in which they are proposed. */
  readonly sheets?: readonly string[]
  readonly sheet?: string
  /** Line of the header; 0 for none. */
  readonly headerRow?: number
  /** The first headers, in their order. */
  readonly headers?: readonly Text[]
  /** What the columns of these headers are taken for. */
  readonly targets?: Readonly<Record<string, ColumnTarget>>
  /** Rows under the header, or the least and the most. */
  readonly rows?: number | readonly [least: number, most: number]
  /** Cells as they are read, by column letters and line of the file: `{ B4: '1904-01-01', C7: '' }`. */
  readonly cells?: Readonly<Record<string, Text>>
  /** Codes among those of the look and of the lines. */
  readonly warnings?: readonly string[]
  /** Codes that must not be among them. */
  readonly without?: readonly string[]
  /** How many contacts importing it would make. */
  readonly people?: number
  readonly outcomes?: Partial<PreviewCounts>
  /** The contacts it makes once imported, the first ones, in the order of the file, each with its `photo` (`type` empty for none). */
  readonly contacts?: readonly Part[]
  /** Made to harm: a second of computing and 150 MB, in a process of its own. */
  readonly hostile?: true
}

/** By file, as the list of samples names it; a file read in several ways has several. */
export type Expectations = Readonly<Record<string, Expectation | readonly Expectation[]>>
