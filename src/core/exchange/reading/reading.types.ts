/** The words in which the readers of foreign files speak. */
import type { Reading } from '../exchange.requests.ts'

export type FileFormat = 'csv' | 'xlsx' | 'ods' | 'xml' | 'html' | 'vcard' | 'json' | 'sqlite'
export type Encoding = NonNullable<Reading['encoding']>
export type Delimiter = NonNullable<Reading['delimiter']>

/** A file that waits to be read: its staged place, and the name it came with. */
export type StagedFile = { readonly path: string; readonly name: string }

/** Something odd the reader met and overcame. `column` counts from 0. */
export type ReadingNote = {
  readonly line: number
  readonly column?: number
  readonly code:
    | 'cellError'
    | 'nulRemoved'
    | 'signRemoved'
    | 'nameTwice'
    | 'raggedRow'
    | 'shortRow'
    | 'headingOtherDelimiter'
    | 'cellCut'
    | 'hiddenRows'
    | 'hiddenColumns'
    | 'hiddenSheet'
    | 'mergedCells'
    | 'mergedFilled'
    | 'formulaWithoutValue'
    | 'encodingGuessed'
    | 'noHeader'
    | 'twoHeaderRows'
    | 'titleRows'
    | 'doubledHeader'
    | 'otherSheets'
    | 'looseQuotes'
    | 'logMissing'
    | 'moreWarnings'
  readonly text: string
}

/** A rectangle of merged cells; rows are line numbers, columns count from 0. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A row as it was read: always an array, never keyed by header words. */
export type RawRow = {
  readonly line: number
  readonly cells: string[]
  /** Addresses behind the cells (`mailto:`), by column. */
  readonly links?: readonly { readonly column: number; readonly address: string }[]
}

/** What a reader of one format gives while it reads. */
export type RowSink = {
  readonly row: (row: RawRow) => void
  readonly note: (note: ReadingNote) => void
  /** After each piece of the file: bytes read of bytes in all. Waiting here slows the reader down. */
  readonly pause: (done: number, total: number) => Promise<void> | void
}
