/**
 * How a printed directory looks: plain choices, their bounds, and what a choice left open becomes. The
 * window and the papers thread read the same rules, so that what cannot be set is refused before anything is typeset.
 */
import { z } from 'zod'

/** Trimmed sizes, width by height in millimetres (ISO 216; ANSI for US Letter and its half). */
export const papers = {
  A4: [210, 297],
  A5: [148, 210],
  B5: [176, 250],
  letter: [215.9, 279.4],
  halfLetter: [139.7, 215.9],
} as const satisfies Record<string, readonly [number, number]>

export const paperNames = ['A5', 'A4', 'B5', 'letter', 'halfLetter', 'custom'] as const

/** `classic`: a serif book. `modern`: sans serif, in the association's colour. `large`: nothing below 14 points, for weak eyes. */
export const lookStyles = ['classic', 'modern', 'large'] as const
export type LookStyle = (typeof lookStyles)[number]

/** Least and most of each measure, in millimetres; of type, in points. The window’s fields have the same. */
export const lookBounds = {
  width: [90, 420],
  height: [120, 420],
  size: [6, 24],
  leading: [7, 36],
  inner: [5, 60],
  outer: [5, 60],
  top: [8, 80],
  bottom: [8, 80],
} as const satisfies Record<string, readonly [number, number]>

const within = (measure: keyof typeof lookBounds) => z.number().min(lookBounds[measure][0]).max(lookBounds[measure][1])

/** White around the text, in millimetres; `inner` is at the fold. */
const margins = z.strictObject({
  inner: within('inner'),
  outer: within('outer'),
  top: within('top'),
  bottom: within('bottom'),
})

/** A look as it is chosen and kept: what is left out is the style's own. */
export const lookChoices = z.strictObject({
  paper: z.enum(paperNames).default('A5'),
  /** Of a `custom` paper alone, in millimetres. */
  width: within('width').optional(),
  height: within('height').optional(),
  style: z.enum(lookStyles).default('classic'),
  columns: z.int().min(1).max(4).optional(),
  /** Letters of the entries' lines, in points; names stand a little larger. */
  size: within('size').optional(),
  /** From one baseline to the next, in points. */
  leading: within('leading').optional(),
  margins: margins.optional(),
  /** The edition's one colour. What is too pale to be read is printed darker where it sets text. */
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
})
export type LookChoices = z.input<typeof lookChoices>

/** A look with nothing left open. */
export type DirectoryLook = {
  readonly paper: (typeof paperNames)[number]
  /** Of the trimmed page, in millimetres. */
  readonly width: number
  readonly height: number
  readonly style: LookStyle
  readonly columns: number
  /** In points. */
  readonly size: number
  readonly leading: number
  /** In millimetres. */
  readonly margins: { readonly inner: number; readonly outer: number; readonly top: number; readonly bottom: number }
  /** Between columns, in points. */
  readonly gutter: number
  /** `#rrggbb`. */
  readonly colour: `#${string}`
}

const POINT = 25.4 / 72
/** A column narrower than this, in millimetres, parts every other address. */
const NARROWEST = 38
/** As does one of fewer ems than this, whatever their size. */
const FEWEST_EMS = 14
/** A page that holds fewer lines than this is no page of a directory. */
const FEWEST_LINES = 18

type StyleFacts = {
  readonly size: number
  /** Share of the size. */
  readonly leading: number
  /** In millimetres. */
  readonly gutter: number
  /** Ems a column has at least, when the number of columns is left to the style. */
  readonly comfortable: number
  readonly colour: `#${string}`
}

const STYLES: Readonly<Record<LookStyle, StyleFacts>> = {
  classic: { size: 7.5, leading: 9.2 / 7.5, gutter: 5.3, comfortable: 20, colour: '#7a1f2b' },
  modern: { size: 7.6, leading: 9.8 / 7.6, gutter: 6, comfortable: 18, colour: '#1c4f72' },
  large: { size: 14, leading: 17.5 / 14, gutter: 8, comfortable: 15, colour: '#1f3d5c' },
}

/**
 * A choice with what it left open filled in. Sizes of letters do not grow with the paper: a larger page has more columns,
 * as many as are comfortably read. Gives a look even for what cannot be set: `lookFault` judges it.
 */
export function completeLook(choices: LookChoices = {}): DirectoryLook {
  const { paper = 'A5', style = 'classic' } = choices
  const facts = STYLES[style]
  const [width, height] = paper === 'custom' ? [choices.width ?? 148, choices.height ?? 210] : papers[paper]
  const size = choices.size ?? facts.size
  const leading = choices.leading ?? rounded(size * facts.leading, 0.1)
  const white = choices.margins ?? usualMargins(width, height, style)
  const gutter = rounded(facts.gutter / POINT, 0.1)
  const room = (width - white.inner - white.outer) / POINT
  const comfortable = Math.floor((room + gutter) / (facts.comfortable * size + gutter))
  const columns = choices.columns ?? Math.min(4, Math.max(1, comfortable))
  const colour = (choices.colour ?? facts.colour).toLowerCase() as `#${string}`
  return { paper, width, height, style, columns, size, leading, margins: white, gutter, colour }
}

/** About a tenth of the width at the sides and an eleventh of the height above; never less than a hand holds. */
function usualMargins(width: number, height: number, style: LookStyle): DirectoryLook['margins'] {
  const more = style === 'modern' ? 1.05 : 1
  const side = (share: number, least: number) => Math.max(least, rounded(width * share * more, 0.5))
  return {
    inner: side(0.1, 12),
    outer: side(0.085, 10),
    top: Math.max(15, rounded(height * 0.088, 0.5)),
    bottom: Math.max(14, rounded(height * 0.076, 0.5)),
  }
}

/** Width of a column, in millimetres. */
export function columnWidth({ width, margins: { inner, outer }, columns, gutter }: DirectoryLook): number {
  return (width - inner - outer - (columns - 1) * gutter * POINT) / columns
}

/** Why a look cannot be set, with the figures of it (millimetres, and points for `leadingTooTight`). */
export type LookFault = {
  readonly why: 'columnTooNarrow' | 'pageTooShort' | 'leadingTooTight'
  readonly is: number
  readonly least: number
}

/**
 * What makes a look impossible, or null: a column under 38 mm or 14 ems wide, a page under 18 lines high, lines
 * closer than their letters are tall.
 */
export function lookFault(look: DirectoryLook): LookFault | null {
  const { size, leading, height, margins: white } = look
  const width = columnWidth(look)
  const narrowest = Math.max(NARROWEST, FEWEST_EMS * size * POINT)
  if (width < narrowest) return { why: 'columnTooNarrow', is: tenth(width), least: tenth(narrowest) }
  const text = height - white.top - white.bottom
  const shortest = FEWEST_LINES * leading * POINT
  if (text < shortest) return { why: 'pageTooShort', is: tenth(text), least: tenth(shortest) }
  if (leading < size * 1.08) return { why: 'leadingTooTight', is: leading, least: tenth(size * 1.08) }
  return null
}

function rounded(value: number, step: number): number {
  return Math.round(Math.round(value / step) * step * 100) / 100
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
