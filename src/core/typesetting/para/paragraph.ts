import type { Piece } from '../list/display.ts'
import type { HyphenationLanguage } from '../text/hyphenate.ts'
import { type Item, itemsOf, type PenaltyItem } from './items.ts'
import { breakLines, type LineBreak, margins } from './knuth-plass.ts'
import { fixedSpace, type Line, type Setting, type Span, shifted } from './line.ts'

type ParagraphOptions = {
  readonly language: HyphenationLanguage
  readonly widthOfLine: (line: number) => number
  /** Ragged text has no hyphens and keeps its word spaces. */
  readonly align: 'justified' | 'ragged'
  /** Width of the first line's indent. */
  readonly indent?: number
}

type SetLine = Line & {
  /** Width of the word spaces divided by their natural width; null when the line has none. */
  readonly spaceRatio: number | null
  readonly hyphenated: boolean
}

/** Glyphs may be widened or narrowed by two per cent, in steps of a quarter: more would be seen. */
const SCALING = 0.02
const SCALING_STEP = 0.0025
/** Share of what a line lacks that the glyphs take over from the spaces. */
const SCALING_SHARE = 0.4
const SHORTEST_LAST = 2.5

/**
 * Sets a paragraph of running text: the line breaks are chosen for the whole of it, punctuation hangs into the
 * margins, and glyph widths share what spaces alone would make visible.
 */
export function setParagraph(spans: readonly Span[], options: ParagraphOptions, setting: Setting): readonly SetLine[] {
  const justified = options.align === 'justified'
  const widthOfLine = (line: number) => options.widthOfLine(line) - (line === 0 ? (options.indent ?? 0) : 0)
  const widest = Math.min(...[0, 1, 2].map(widthOfLine))
  const items = itemsOf(spans, { language: options.language, justified, hyphenated: justified, widest }, setting)
  const scaling = justified ? SCALING : 0
  const size = Math.max(0, ...spans.map((span) => span.style.size))
  const breaks = breakLines(items, { widthOfLine, optical: justified, scaling, shortestLast: size * SHORTEST_LAST })
  return breaks.map((line, index) => {
    const set = layOut(items, line, widthOfLine(index), justified)
    return index === 0 ? { ...set, ...shifted(set, options.indent ?? 0) } : set
  })
}

function layOut(items: readonly Item[], { from, to }: LineBreak, width: number, justified: boolean): SetLine {
  const end = items[to]!
  const hyphen = end.kind === 'penalty' && end.hyphen ? end : null
  const [left, right] = justified ? margins(items, from, to) : [0, 0]
  const measure = measured(items, from, to)
  const ink = measure.ink + (hyphen === null ? 0 : hyphen.width)
  const lacking = width + left + right - measure.white - ink
  const last = end.kind === 'penalty' && !end.hyphen && end.cost < 0
  const spread = justified && (!last || lacking < 0)
  const scale = spread ? scaleFor(lacking, ink) : 1
  const extra = spread && measure.elastic > 0 ? (lacking - ink * (scale - 1)) / measure.elastic : 0

  const pieces: Piece[] = []
  let x = -left
  for (let at = from; at < to; at++) {
    const item = items[at]!
    if (item.kind === 'box') {
      for (const piece of item.pieces)
        pieces.push({ ...piece, x: x + piece.x * scale, width: piece.width * scale, scale: piece.scale * scale })
      const endsHere = hyphen !== null && at === to - 1
      x += (item.width - (endsHere ? item.kern : 0)) * scale
    } else if (item.kind === 'glue' && (item.width > 0 || item.stretch === 0)) {
      const space = item.width + (item.stretch > 0 ? extra : 0)
      pieces.push(fixedSpace(x, space, item.style))
      x += space
    }
  }
  if (hyphen !== null) x = addHyphen(pieces, x, hyphen, scale)
  const spaceRatio = measure.elastic === 0 ? null : (measure.space + extra) / measure.space
  return { pieces, width: x, spaceRatio, hyphenated: hyphen !== null }
}

type Measure = { readonly white: number; readonly ink: number; readonly elastic: number; readonly space: number }

function measured(items: readonly Item[], from: number, to: number): Measure {
  let white = 0
  let ink = 0
  let elastic = 0
  let elasticWhite = 0
  for (let at = from; at < to; at++) {
    const item = items[at]!
    if (item.kind === 'box') ink += item.width
    else if (item.kind === 'glue' && item.width > 0) {
      white += item.width
      if (item.stretch > 0) {
        elastic++
        elasticWhite += item.width
      }
    }
  }
  return { white, ink, elastic, space: elastic === 0 ? 0 : elasticWhite / elastic }
}

function scaleFor(lacking: number, ink: number): number {
  if (ink === 0) return 1
  const wanted = (lacking * SCALING_SHARE) / ink
  const bounded = Math.max(-SCALING, Math.min(SCALING, wanted))
  return 1 + Math.round(bounded / SCALING_STEP) * SCALING_STEP
}

function addHyphen(pieces: Piece[], x: number, { style }: PenaltyItem, scale: number): number {
  const shaped = style.face.quick('-')
  const width = ((shaped?.width ?? 0) * style.size * scale) / 1000
  pieces.push({ x, width, ...style, shaped, scale, softHyphen: true })
  return x + width
}
