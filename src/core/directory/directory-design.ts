import type { FontName, Fonts } from '../typesetting/font/registry.ts'
import type { Colour } from '../typesetting/list/display.ts'
import type { Style } from '../typesetting/para/line.ts'

/** The A5 page and its white, in points. The inner margin is at the fold: left on odd pages, right on even ones. */
export const PAGE = { width: 419.53, height: 595.28, inner: 42, outer: 36, top: 52, bottom: 46 } as const

export const TEXT = {
  width: PAGE.width - PAGE.inner - PAGE.outer,
  height: PAGE.height - PAGE.top - PAGE.bottom,
} as const

/** The alphabetical list: two columns on a leading of 9.2 points. */
const GUTTER = 15
export const LIST = {
  columns: 2,
  gutter: GUTTER,
  columnWidth: (TEXT.width - GUTTER) / 2,
  leading: 9.2,
  gap: 4.6,
  hanging: 8,
  continuation: 6,
  /** White between two cross-references that follow each other. */
  referenceGap: 2.3,
  /** Height of a letter heading from the top of its capital, white above it, and room that must stay below it (eight lines). */
  letterHeight: 21.3,
  letterGap: 20.1,
  letterClear: 8 * 9.2,
  /** Lines of the tallest item that is not parted (a letter heading may stand above it), and of its parts. */
  tallest: Math.floor(TEXT.height / 9.2) - 4,
  part: Math.floor(TEXT.height / 9.2) - 12,
} as const

const INDEX_GUTTER = 12
export const INDEX = {
  columns: 3,
  gutter: INDEX_GUTTER,
  columnWidth: (TEXT.width - 2 * INDEX_GUTTER) / 3,
  leading: 8.6,
} as const

export const BLACK: Colour = '#000000'
const GREY: Colour = '#444444'
const WHITE: Colour = '#ffffff'
/** The one colour of the edition, dark enough for an office printer without colours. */
export const ACCENT: Colour = '#7a1f2b'

export type Design = ReturnType<typeof openDesign>

/** Every style of the directory, by what it sets. */
export function openDesign(fonts: Fonts) {
  const style = (face: Style['face'], size: number, colour: Colour = BLACK): Style => ({ face, size, colour })
  const sans = fonts.face('sans')
  const serif = fonts.face('serif')
  return {
    /** The style with the font's own raised letters. */
    raised: (whole: Style): Style => ({ ...whole, face: fonts.face(whole.face.name as FontName, 'sups') }),
    headword: style(fonts.face('sans-semibold', 'smcp'), 8.4),
    forename: style(sans, 7.9),
    original: style(sans, 7.9, GREY),
    year: style(fonts.face('sans', 'tnum'), 7.2, GREY),
    italic: style(fonts.face('serif-italic'), 7.5),
    plain: style(sans, 7.5),
    letter: style(fonts.face('serif-semibold'), 21),
    runningName: style(fonts.face('serif', 'smcp'), 9.4),
    runningForename: style(serif, 8.8),
    runningTitle: style(fonts.face('serif', 'smcp'), 9.4),
    folio: style(fonts.face('serif', 'onum'), 9.5),
    thumb: style(fonts.face('sans-semibold'), 8.5, WHITE),
    indexTitle: style(fonts.face('serif-semibold'), 17),
    indexHeading: style(fonts.face('sans-semibold'), 7.2),
    indexContinued: style(fonts.face('sans-italic'), 6.8, GREY),
    indexName: style(sans, 6.8),
    indexApart: style(sans, 6.4, GREY),
    indexPage: style(fonts.face('sans', 'tnum'), 6.8),
    contentsTitle: style(fonts.face('serif-semibold'), 20),
    contentsLine: style(serif, 10.5),
    contentsPage: style(fonts.face('serif', 'onum'), 10.5),
    contentsLetter: style(fonts.face('serif-semibold'), 9),
    contentsLetterPage: style(fonts.face('serif', 'onum'), 8.5),
    body: style(serif, 9),
    bodyItalic: style(fonts.face('serif-italic'), 9),
    small: style(serif, 8),
    coverTitle: style(fonts.face('serif', 'smcp'), 40),
    contentsDots: { face: sans, size: 9, colour: '#777777' } as const,
    coverEdition: style(fonts.face('serif-light', 'onum'), 92, ACCENT),
    coverAssociation: style(fonts.face('serif-italic'), 16),
    coverCount: style(fonts.face('serif', 'onum'), 10),
    dots: sans,
  }
}
