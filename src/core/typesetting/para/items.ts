import type { Piece } from '../list/display.ts'
import { mailBreaks, textBreaks } from '../text/breaks.ts'
import { type HyphenationLanguage, hyphenate } from '../text/hyphenate.ts'
import { clusters } from '../text/scripts.ts'
import { type Setting, type Span, type Style, setSpan } from './line.ts'

/** Ink that is never parted. */
type BoxItem = {
  readonly kind: 'box'
  readonly text: string
  readonly style: Style
  readonly pieces: readonly Piece[]
  readonly width: number
  /** Kerning with the box that follows in the same word; taken back when the line ends between them. */
  readonly kern: number
}

/** White: a line may end at it when `breakable`; `fixed` white keeps its width whatever the line needs. */
type GlueItem = {
  readonly kind: 'glue'
  readonly style: Style
  readonly width: number
  readonly stretch: number
  readonly shrink: number
  readonly breakable: boolean
}

/** A place where a line may end at a cost, with a hyphen of that width when `hyphen`. */
export type PenaltyItem = {
  readonly kind: 'penalty'
  readonly style: Style
  readonly width: number
  readonly cost: number
  readonly flagged: boolean
  readonly hyphen: boolean
}

export type Item = BoxItem | GlueItem | PenaltyItem

type ItemOptions = {
  readonly language: HyphenationLanguage
  readonly justified: boolean
  readonly hyphenated: boolean
  /** A word wider than this is given breaks between all its clusters. */
  readonly widest: number
}

/** Cost of the end of a paragraph: the break is forced. */
export const FORCED = -10_000
export const FORBIDDEN = 10_000
const HYPHEN_COST = 120
const VISIBLE_HYPHEN_COST = 60
const MAIL_COST = 90
const EMERGENCY_COST = 3000
/** Width of the fixed space before `; ! ? »`, in ems: the fonts' own U+202F is too thin. */
const HIGH_PUNCTUATION_SPACE = 0.2

/** Spans of a paragraph as boxes, glue and penalties. Spaces are 1, may stretch by half and shrink by 0.28. */
export function itemsOf(spans: readonly Span[], options: ItemOptions, setting: Setting): readonly Item[] {
  const items: Item[] = []
  for (const { text, style } of spans) {
    const space = (style.face.width(' ') * style.size) / 1000
    const stretch = options.justified ? space * 0.5 : space * 4
    const shrink = options.justified ? space * 0.28 : 0
    for (const token of text.split(/([ \u00a0\u202f])/)) {
      if (token === '') continue
      if (token === ' ') items.push({ kind: 'glue', style, width: space, stretch, shrink, breakable: true })
      else if (token === '\u00a0')
        items.push({
          kind: 'glue',
          style,
          width: space,
          stretch: options.justified ? stretch : space / 2,
          shrink,
          breakable: false,
        })
      else if (token === '\u202f') {
        const width = style.size * HIGH_PUNCTUATION_SPACE
        items.push({ kind: 'glue', style, width, stretch: 0, shrink: 0, breakable: false })
      } else addWord(items, token, style, options, setting)
    }
  }
  const style = spans.at(-1)?.style
  if (style === undefined) return []
  items.push({ kind: 'glue', style, width: 0, stretch: 100_000, shrink: 0, breakable: false })
  items.push({ kind: 'penalty', style, width: 0, cost: FORCED, flagged: false, hyphen: false })
  return items
}

function addWord(items: Item[], word: string, style: Style, options: ItemOptions, setting: Setting): void {
  const mail = word.includes('@')
  const chunks = mail ? mailBreaks(word) : textBreaks(word)
  for (const [index, chunk] of chunks.entries()) {
    if (index > 0) {
      const flagged = /[-–]$/.test(chunks[index - 1]!)
      const cost = mail ? MAIL_COST : flagged ? VISIBLE_HYPHEN_COST : 0
      items.push({ kind: 'penalty', style, width: 0, cost, flagged, hyphen: false })
    }
    const whole = boxOf(chunk, style, setting)
    if (whole.width > options.widest) addClusters(items, chunk, style, setting)
    else if (mail || !options.hyphenated) items.push(whole)
    else addHyphenated(items, chunk, whole, style, options, setting)
  }
}

function addHyphenated(
  items: Item[],
  word: string,
  whole: BoxItem,
  style: Style,
  options: ItemOptions,
  setting: Setting,
): void {
  const bare = /^([^\p{L}]*)([\p{L}’']+)([^\p{L}]*)$/u.exec(word)
  const parts = bare === null ? [word] : hyphenate(bare[2]!, options.language)
  if (bare === null || parts.length === 1) {
    items.push(whole)
    return
  }
  const hyphen = (style.face.width('-') * style.size) / 1000
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1
    const text = (index === 0 ? bare[1]! : '') + part + (last ? bare[3]! : '')
    const kerning = last ? 0 : style.face.kern(text.at(-1)!, parts[index + 1]![0]!)
    const kern = Number.isFinite(kerning) ? (kerning * style.size) / 1000 : 0
    const box = boxOf(text, style, setting)
    items.push({ ...box, width: box.width + kern, kern })
    if (!last)
      items.push({ kind: 'penalty', style, width: hyphen - kern, cost: HYPHEN_COST, flagged: true, hyphen: true })
  }
}

function addClusters(items: Item[], word: string, style: Style, setting: Setting): void {
  for (const [index, cluster] of clusters(word).entries()) {
    if (index > 0) items.push({ kind: 'penalty', style, width: 0, cost: EMERGENCY_COST, flagged: false, hyphen: false })
    items.push(boxOf(cluster, style, setting))
  }
}

function boxOf(text: string, style: Style, setting: Setting): BoxItem {
  const pieces: Piece[] = []
  const width = setSpan(pieces, 0, { text, style }, setting)
  return { kind: 'box', text, style, pieces, width, kern: 0 }
}
