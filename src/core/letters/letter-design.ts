import type { Fonts } from '../typesetting/font/registry.ts'
import type { Colour } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import type { Style } from '../typesetting/para/line.ts'

export const SHEET = { width: mm(210), height: mm(297) } as const

/** The letterhead stands a little further out than the text, whose lines would else be too long to read. */
export const TEXT = { left: mm(25), right: mm(185), headLeft: mm(20), top: mm(17), bottom: mm(271) } as const
/** Where the second half of the sheet begins: place and day, closing words, signature. */
export const RIGHT_HALF = mm(110)
/** A4 in three for DL, in two for C5 (rules-fr.md 6). */
export const FOLDS = { any: [99, 198], dl: [99, 198], c5: [148.5] } as const
/** The slip is the last third of the sheet: its edge is the second fold. */
export const SLIP = { top: mm(201), left: mm(20), right: mm(190) } as const

export const LEADING = 15
export const PARAGRAPH = 7

export const INK: Colour = '#000000'
export const QUIET: Colour = '#555555'
export const RULE: Colour = '#9a9a9a'

export type LetterDesign = ReturnType<typeof openLetterDesign>

export function openLetterDesign(fonts: Fonts, accent: Colour) {
  const style = (face: Style['face'], size: number, colour: Colour = INK): Style => ({ face, size, colour })
  return {
    accent,
    association: style(fonts.face('serif-semibold'), 15, accent),
    head: style(fonts.face('sans'), 8.6, QUIET),
    address: style(fonts.face('sans'), 10.2),
    sentAs: style(fonts.face('sans-semibold'), 9),
    subjectLabel: style(fonts.face('sans-semibold'), 9.6, accent),
    subject: style(fonts.face('serif-semibold'), 11.2),
    body: style(fonts.face('serif'), 11.2),
    legal: style(fonts.face('sans'), 7.6, QUIET),
    slipTitle: style(fonts.face('serif-semibold'), 11, accent),
    slipLabel: style(fonts.face('sans'), 7.8, QUIET),
    slipValue: style(fonts.face('sans'), 10),
    slipFigures: style(fonts.face('sans-semibold', 'tnum'), 10.4),
    slipAmount: style(fonts.face('serif-semibold'), 15),
    slipNote: style(fonts.face('serif-italic'), 9),
    scissors: style(fonts.face('symbols'), 9, QUIET),
  }
}
