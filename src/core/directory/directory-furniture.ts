import type { Op } from '../typesetting/list/display.ts'
import { type Setting, type Span, setLine } from '../typesetting/para/line.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import type { DirectoryItem } from './directory.rules.ts'
import { BLACK, type Design } from './directory-design.ts'
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

const THUMBS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ#'
/** Colour at the edge of the page goes on beyond it: what is cut a little aside shows no white. */
export const OVERHANG = 30

/** Left edge of the text: the inner margin is on the left of odd pages. */
export function leftEdge(number: number, { geometry: { page } }: Design): number {
  return number % 2 === 1 ? page.inner : page.outer
}

/** Running head with its rule, folio at the outer edge, thumb index. */
export function furniture({ number, head, thumbs }: Furniture, design: Design, setting: Setting): readonly Op[] {
  const { page, text, around } = design.geometry
  const odd = number % 2 === 1
  const left = leftEdge(number, design)
  const right = left + text.width
  const ops: Op[] = []
  const shortest = head.at(-1)
  if (shortest !== undefined) {
    const fitting = head.find((spans) => setLine(spans, setting).width <= text.width) ?? shortest
    const line = abridged(fitting, text.width, setting)
    const rule = page.top - 11 * around
    ops.push({ kind: 'line', x: odd ? right - line.width : left, y: rule - 7 * around, pieces: line.pieces })
    ops.push(titleRule(left, right, rule, design))
  }
  const folio = setLine([{ text: String(number), style: design.folio }], setting)
  const foot = page.height - page.bottom + Math.min(20 * around, page.bottom * 0.6)
  ops.push({ kind: 'line', x: odd ? right - folio.width : left, y: foot, pieces: folio.pieces })
  for (const letter of thumbs) ops.push(...thumb(letter, odd, design, setting))
  return ops
}

/** The line under a running head or a title, as the style has it. */
export function titleRule(x1: number, x2: number, y: number, { dress: { rule }, ink }: Design): Op {
  return { kind: 'rule', x1, y1: y, x2, y2: y, weight: rule.weight, colour: rule.coloured ? ink : BLACK }
}

function thumb(letter: string, odd: boolean, design: Design, setting: Setting): readonly Op[] {
  const { page, text } = design.geometry
  const slot = THUMBS.indexOf(letter)
  const width = Math.min(design.dress.thumb, page.outer * 0.5)
  if (slot < 0) return []
  const height = text.height / THUMBS.length
  const y = page.top + slot * height
  const line = setLine([{ text: letter, style: design.thumb }], setting)
  const x = odd ? page.width - width : 0
  const { face, size } = design.thumb
  const baseline = y + (height + (face.capHeight * size) / 1000) / 2
  return [
    {
      kind: 'rect',
      x: odd ? x : -OVERHANG,
      y,
      width: width + OVERHANG,
      height,
      colour: design.look.style === 'classic' ? '#111111' : design.ink,
    },
    { kind: 'line', x: x + (width - line.width) / 2, y: baseline, pieces: line.pieces },
  ]
}
