import type { Fonts } from '../typesetting/font/registry.ts'
import type { Colour } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import type { Style } from '../typesetting/para/line.ts'

export const PAGE = {
  width: mm(210),
  height: mm(297),
  left: mm(20),
  right: mm(190),
  top: mm(17),
  bottom: mm(285.5),
} as const

/**
 * Where the address shows through the usual windows (rules-fr.md 6.7): the block that DL windows of 45 and 35 mm and C5
 * ones all show; a seventh line begins higher, where a DL window of 45 mm still shows it. Folds: A4 in three.
 */
export const WINDOW = { left: mm(110), top: mm(57), higher: mm(52.5), width: mm(78), leading: 10.6 } as const
export const FOLDS = [mm(99), mm(198)] as const

/** Left edges of the columns: labels, values; centres of the boxes. */
export const COLUMNS = {
  label: PAGE.left,
  value: mm(46),
  valueEnd: mm(146),
  boxes: { paper: mm(156.5), pdf: mm(171), web: mm(184) },
} as const

export const BOX = mm(3.6)
/**
 * How closely a form is set. `first`: from the rule to the first line of a value; `next`: lines of a value; `write`: from
 * there to the line to write on; `after`: to the rule. `beside`: what is short is corrected on its own line, in the room at
 * its right, and what is not known is written at its place. `remarks`: lines for what the rows did not ask.
 */
export type Spacing = {
  readonly row: { readonly first: number; readonly next: number; readonly write: number; readonly after: number }
  readonly beside: boolean
  readonly lead: number
  readonly remarks: { readonly least: number; readonly most: number; readonly leading: number }
  /** Between the parts of the foot. */
  readonly gap: number
  readonly boxes: number
  readonly back: number
  readonly sign: number
  readonly rights: { readonly style: 'note' | 'finePrint'; readonly leading: number }
}

/** On one page: nearly everybody’s. */
export const CLOSE: Spacing = {
  row: { first: 13.5, next: 11.4, write: 15, after: 3.5 },
  beside: true,
  lead: 12,
  remarks: { least: 1, most: 4, leading: 18 },
  gap: 10,
  boxes: 14,
  back: 10.6,
  sign: 26,
  rights: { style: 'finePrint', leading: 8.4 },
}

/** On two, for those of whom much is known. */
export const ROOMY: Spacing = {
  row: { first: 13.5, next: 12.2, write: 19, after: 4.6 },
  beside: false,
  lead: 13,
  remarks: { least: 5, most: 5, leading: 23 },
  gap: 22,
  boxes: 17,
  back: 11.5,
  sign: 38,
  rights: { style: 'note', leading: 11.6 },
}

/** The shortest line somebody may correct a value on. */
export const LEAST_LINE = mm(42)

export const INK: Colour = '#000000'
export const QUIET: Colour = '#555555'
export const RULE: Colour = '#9a9a9a'

export type Design = ReturnType<typeof openDesign>

export function openDesign(fonts: Fonts, accent: Colour) {
  const style = (face: Style['face'], size: number, colour: Colour = INK): Style => ({ face, size, colour })
  return {
    accent,
    association: style(fonts.face('serif-semibold'), 15, accent),
    title: style(fonts.face('serif-italic'), 10.5),
    reference: style(fonts.face('sans-semibold', 'tnum'), 11),
    small: style(fonts.face('sans'), 8, QUIET),
    address: style(fonts.face('sans'), 10),
    body: style(fonts.face('serif'), 10),
    head: style(fonts.face('sans-semibold'), 7.6, QUIET),
    label: style(fonts.face('sans-semibold'), 8.6),
    value: style(fonts.face('serif'), 11),
    kept: style(fonts.face('serif-italic'), 9.5),
    note: style(fonts.face('serif'), 9),
    finePrint: style(fonts.face('serif'), 7.2),
    noteTitle: style(fonts.face('sans-semibold'), 8.6, accent),
    folio: style(fonts.face('sans'), 7.5, QUIET),
  }
}
