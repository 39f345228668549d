import type { Op } from '../typesetting/list/display.ts'
import { type Setting, type Span, setLine } from '../typesetting/para/line.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import type { DirectoryItem } from './directory.rules.ts'
import { type Design, PAGE, TEXT } from './directory-design.ts'
import type { DirectoryWords } from './directory-words.ts'

/** What stands around the text of a page. */
type Furniture = {
  readonly number: number
  /** Running head, from the fullest form to the shortest: the first that fits is set. */
  readonly head: readonly (readonly Span[])[]
  readonly thumbs: readonly string[]
}

/** What painting a page of the list or of an index needs besides its content. */
export type PaintContext = {
  readonly items: readonly DirectoryItem[]
  /** What tells an item from the others of its name, by its position. */
  readonly namesakes: ReadonlyMap<number, string>
  /** Of the highest page number an index may show. */
  readonly figures: number
  readonly design: Design
  readonly words: DirectoryWords
  /** Everything on these pages was looked through for missing glyphs before. */
  readonly quiet: Setting
}

const THUMB = { width: 13, letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ#' } as const

/** Left edge of the text: the inner margin is on the left of odd pages. */
export function leftEdge(number: number): number {
  return number % 2 === 1 ? PAGE.inner : PAGE.outer
}

/** Running head with its rule, folio in old-style figures at the outer edge, thumb index. */
export function furniture({ number, head, thumbs }: Furniture, design: Design, setting: Setting): readonly Op[] {
  const odd = number % 2 === 1
  const left = leftEdge(number)
  const right = left + TEXT.width
  const ops: Op[] = []
  const shortest = head.at(-1)
  if (shortest !== undefined) {
    const fitting = head.find((spans) => setLine(spans, setting).width <= TEXT.width) ?? shortest
    const line = abridged(fitting, TEXT.width, setting)
    ops.push({ kind: 'line', x: odd ? right - line.width : left, y: PAGE.top - 18, pieces: line.pieces })
    ops.push({
      kind: 'rule',
      x1: left,
      y1: PAGE.top - 11,
      x2: right,
      y2: PAGE.top - 11,
      weight: 0.35,
      colour: '#000000',
    })
  }
  const folio = setLine([{ text: String(number), style: design.folio }], setting)
  ops.push({ kind: 'line', x: odd ? right - folio.width : left, y: PAGE.height - 26, pieces: folio.pieces })
  for (const letter of thumbs) ops.push(...thumb(letter, odd, design, setting))
  return ops
}

function thumb(letter: string, odd: boolean, design: Design, setting: Setting): readonly Op[] {
  const slot = THUMB.letters.indexOf(letter)
  if (slot < 0) return []
  const height = TEXT.height / THUMB.letters.length
  const y = PAGE.top + slot * height
  const line = setLine([{ text: letter, style: design.thumb }], setting)
  const x = odd ? PAGE.width - THUMB.width : 0
  return [
    { kind: 'rect', x, y, width: THUMB.width, height, colour: '#111111' },
    { kind: 'line', x: x + (THUMB.width - line.width) / 2, y: y + height / 2 + 2.9, pieces: line.pieces },
  ]
}
