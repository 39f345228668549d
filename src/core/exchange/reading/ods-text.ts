/** The words of a cell of OpenDocument: paragraphs, their blanks, and nothing of what hangs beside them. */
import { limits } from './limits.ts'
import { mailAddress } from './sheet-rows.ts'
import type { Attributes } from './xml-scanner.ts'

/** Notes, drawings and phonetic readings are no words of the cell. */
const beside =
  /^(annotation|frame|custom-shape|shapes|g|rect|line|ellipse|polygon|path|control|note|ruby-text|object|forms)$/

export type CellWords = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  /** What was collected since the last time, its paragraphs on lines of their own. */
  readonly take: () => { readonly text: string; readonly address: string | undefined }
}

export function cellWords(): CellWords {
  let words = ''
  let paragraphs = 0
  let depth = 0
  let skipping = 0
  /** A space that comes now is none, and one that came last goes at the end of the paragraph. */
  let softEnd = true
  let spaced = false
  let address: string | undefined
  const add = (piece: string) => {
    if (words.length <= limits.cellCharacters) words += piece
    softEnd = spaced = false
  }
  return {
    open: (name, attributes) => {
      if (skipping > 0 || beside.test(name)) {
        skipping += 1
        return
      }
      if (name === 'p' || name === 'h') {
        if (depth === 0) {
          if (paragraphs > 0 && words.length <= limits.cellCharacters) words += '\n'
          paragraphs += 1
          softEnd = true
        }
        depth += 1
      } else if (depth === 0) return
      else if (name === 's') add(' '.repeat(Math.min(Number(attributes.get('c') ?? 1) || 1, 1000)))
      else if (name === 'tab') add('\t')
      else if (name === 'line-break') add('\n')
      else if (name === 'a') address ??= mailAddress(attributes.get('href') ?? '')
    },
    text: (text) => {
      if (skipping > 0 || depth === 0) return
      // White space of the file is one space (ODF 1.3, 6.1.2); the blanks that count are elements.
      const plain = text.replace(/[ \t\r\n]+/g, ' ')
      const piece = softEnd && plain.startsWith(' ') ? plain.slice(1) : plain
      if (piece === '') return
      add(piece)
      softEnd = spaced = piece.endsWith(' ')
    },
    close: (name) => {
      if (skipping > 0) skipping -= 1
      else if ((name === 'p' || name === 'h') && depth > 0) {
        depth -= 1
        if (depth === 0 && spaced && words.endsWith(' ')) words = words.slice(0, -1)
        spaced = false
      }
    },
    take: () => {
      const taken = { text: words, address }
      words = ''
      paragraphs = depth = skipping = 0
      softEnd = true
      address = undefined
      return taken
    },
  }
}
