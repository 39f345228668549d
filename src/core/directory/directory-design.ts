import type { Feature, FontName, Fonts } from '../typesetting/font/registry.ts'
import type { Colour } from '../typesetting/list/display.ts'
import type { Style } from '../typesetting/para/line.ts'
import { type Geometry, geometryOf } from './directory-geometry.ts'
import { completeLook, type DirectoryLook, type LookStyle } from './look.rules.ts'

export const BLACK: Colour = '#000000'
const GREY: Colour = '#444444'
const WHITE: Colour = '#ffffff'
const DOTS: Colour = '#777777'

/** How something is set: face, its features, size in points, colour. */
type Setting = readonly [face: FontName, size: number, colour?: Colour, feature?: Feature]

/** Everything the pages set, by name. */
type Settings = {
  readonly [name in
    | 'headword'
    | 'forename'
    | 'original'
    | 'year'
    | 'italic'
    | 'plain'
    | 'letter'
    | 'runningName'
    | 'runningForename'
    | 'runningTitle'
    | 'folio'
    | 'thumb'
    | 'indexTitle'
    | 'indexHeading'
    | 'indexContinued'
    | 'indexName'
    | 'indexApart'
    | 'indexPage'
    | 'contentsTitle'
    | 'contentsLine'
    | 'contentsPage'
    | 'contentsLetter'
    | 'contentsLetterPage'
    | 'body'
    | 'bodyItalic'
    | 'bodyStrong'
    | 'small'
    | 'coverTitle'
    | 'coverEdition'
    | 'coverAssociation'
    | 'coverCount']: Setting
}

/** What a page of this look is made with: measures, styles by what they set, lines and blocks of colour. */
export type Design = Readonly<Record<keyof Settings, Style>> & {
  readonly look: DirectoryLook
  readonly dress: Dress
  readonly geometry: Geometry
  /** The edition's colour as it is, and dark enough to be read on white. */
  readonly colour: Colour
  readonly ink: Colour
  readonly dots: Style
  /** The style with the font's own raised letters. */
  readonly raised: (whole: Style) => Style
}

/** What tells the styles apart besides letters. */
type Dress = {
  /** Line under the running head and the titles: how heavy, and in which colour. */
  readonly rule: { readonly weight: number; readonly coloured: boolean }
  /** Line between columns; none where the gutter is wide enough. */
  readonly between: number
  /** The cover's title in small capitals, or as it is written. */
  readonly smallCapitals: boolean
  /** Running text set even on both sides; for weak eyes, ragged and without hyphens. */
  readonly justified: boolean
  /** Thumb index: width of its tab, 0 for none. */
  readonly thumb: number
}

const DRESSES: Readonly<Record<LookStyle, Dress>> = {
  classic: { rule: { weight: 0.35, coloured: false }, between: 0.25, smallCapitals: true, justified: true, thumb: 13 },
  modern: { rule: { weight: 1.4, coloured: true }, between: 0, smallCapitals: false, justified: true, thumb: 14 },
  large: { rule: { weight: 1, coloured: false }, between: 0.6, smallCapitals: false, justified: false, thumb: 22 },
}

/** The design of a look: every measure and every style of its pages. */
export function openDesign(fonts: Fonts, look: DirectoryLook = completeLook()): Design {
  const geometry = geometryOf(look)
  const colour = look.colour
  const ink = readable(colour)
  const settings = SETTINGS[look.style](geometry, look.size, ink)
  const style = ([face, size, tint = BLACK, feature]: Setting): Style => ({
    face: feature === undefined ? fonts.face(face) : fonts.face(face, feature),
    size,
    colour: tint,
  })
  const styles = Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, style(setting)]))
  return {
    ...(styles as Record<keyof Settings, Style>),
    look,
    dress: DRESSES[look.style],
    geometry,
    colour,
    ink,
    dots: { face: fonts.face('sans'), size: settings.contentsLine[1] * 0.86, colour: DOTS },
    raised: (whole) => ({ ...whole, face: fonts.face(whole.face.name as FontName, 'sups') }),
  }
}

const SETTINGS: Readonly<Record<LookStyle, (geometry: Geometry, size: number, ink: Colour) => Settings>> = {
  /** A book: serif around, an open sans serif for the small lines of entries, small capitals for names. */
  classic: ({ around, paper, list, index, body }, size, ink) => ({
    headword: ['sans-semibold', size * 1.12, BLACK, 'smcp'],
    forename: ['sans', size * 1.053],
    original: ['sans', size * 1.053, GREY],
    year: ['sans', size * 0.96, GREY, 'tnum'],
    italic: ['serif-italic', size],
    plain: ['sans', size],
    letter: ['serif-semibold', list.letter],
    runningName: ['serif', 9.4 * around, BLACK, 'smcp'],
    runningForename: ['serif', 8.8 * around],
    runningTitle: ['serif', 9.4 * around, BLACK, 'smcp'],
    folio: ['serif', 9.5 * around, BLACK, 'onum'],
    thumb: ['sans-semibold', 8.5, WHITE],
    indexTitle: ['serif-semibold', 17 * around],
    indexHeading: ['sans-semibold', index.size * 1.06],
    indexContinued: ['sans-italic', index.size, GREY],
    indexName: ['sans', index.size],
    indexApart: ['sans', index.size * 0.94, GREY],
    indexPage: ['sans', index.size, BLACK, 'tnum'],
    contentsTitle: ['serif-semibold', 20 * around],
    contentsLine: ['serif', 10.5 * around],
    contentsPage: ['serif', 10.5 * around, BLACK, 'onum'],
    contentsLetter: ['serif-semibold', 9 * around],
    contentsLetterPage: ['serif', 8.5 * around, BLACK, 'onum'],
    body: ['serif', body.size],
    bodyItalic: ['serif-italic', body.size],
    bodyStrong: ['serif-semibold', body.size],
    small: ['serif', body.size * 0.89],
    coverTitle: ['serif', 40 * paper, BLACK, 'smcp'],
    coverEdition: ['serif-light', 92 * paper, ink, 'onum'],
    coverAssociation: ['serif-italic', 16 * paper],
    coverCount: ['serif', 10 * paper, BLACK, 'onum'],
  }),
  /** One family without serifs, weights instead of slopes, the colour for what leads the eye. */
  modern: ({ around, paper, list, index, body }, size, ink) => ({
    headword: ['sans-bold', size * 1.1],
    forename: ['sans', size * 1.1],
    original: ['sans', size * 1.05, GREY],
    year: ['sans-semibold', size * 0.92, ink, 'tnum'],
    italic: ['sans', size, ink],
    plain: ['sans', size],
    letter: ['sans-bold', list.letter, ink],
    runningName: ['sans-semibold', 8.6 * around],
    runningForename: ['sans', 8.6 * around],
    runningTitle: ['sans-semibold', 8.6 * around],
    folio: ['sans-semibold', 9 * around, ink, 'tnum'],
    thumb: ['sans-bold', 8.5, WHITE],
    indexTitle: ['sans-bold', 18 * around, ink],
    indexHeading: ['sans-bold', index.size * 1.06, ink],
    indexContinued: ['sans', index.size, GREY],
    indexName: ['sans', index.size],
    indexApart: ['sans', index.size * 0.94, GREY],
    indexPage: ['sans-semibold', index.size, BLACK, 'tnum'],
    contentsTitle: ['sans-bold', 24 * around, ink],
    contentsLine: ['sans', 10.5 * around],
    contentsPage: ['sans-semibold', 10.5 * around, BLACK, 'tnum'],
    contentsLetter: ['sans-bold', 9 * around, ink],
    contentsLetterPage: ['sans', 8.5 * around, BLACK, 'tnum'],
    body: ['sans', body.size],
    bodyItalic: ['sans-italic', body.size],
    bodyStrong: ['sans-bold', body.size],
    small: ['sans', body.size * 0.89],
    coverTitle: ['sans-bold', 44 * paper, WHITE],
    coverEdition: ['sans', 88 * paper, WHITE],
    coverAssociation: ['sans-semibold', 15 * paper, WHITE],
    coverCount: ['sans', 10.5 * paper, ink],
  }),
  /** For weak eyes: nothing smaller than the text, no slopes, no grey, heavier letters and lines. */
  large: ({ paper, list, index }, size, ink) => ({
    headword: ['sans-bold', size * 1.14],
    forename: ['sans-semibold', size * 1.14],
    original: ['sans', size * 1.07],
    year: ['sans-semibold', size, BLACK, 'tnum'],
    italic: ['sans-semibold', size],
    plain: ['sans', size],
    letter: ['sans-bold', list.letter],
    runningName: ['sans-bold', size],
    runningForename: ['sans', size],
    runningTitle: ['sans-bold', size],
    folio: ['sans-bold', size * 1.2, BLACK, 'tnum'],
    thumb: ['sans-bold', Math.max(14, size * 0.9), WHITE],
    indexTitle: ['sans-bold', size * 1.7],
    indexHeading: ['sans-bold', index.size * 1.08],
    indexContinued: ['sans', index.size],
    indexName: ['sans', index.size],
    indexApart: ['sans', index.size],
    indexPage: ['sans-semibold', index.size, BLACK, 'tnum'],
    contentsTitle: ['sans-bold', size * 2],
    contentsLine: ['sans', size * 1.15],
    contentsPage: ['sans-bold', size * 1.15, BLACK, 'tnum'],
    contentsLetter: ['sans-bold', size * 1.15],
    contentsLetterPage: ['sans', size * 1.15, BLACK, 'tnum'],
    body: ['sans', size],
    bodyItalic: ['sans-semibold', size],
    bodyStrong: ['sans-bold', size],
    small: ['sans', size],
    coverTitle: ['sans-bold', 50 * paper],
    coverEdition: ['sans-bold', 96 * paper, ink],
    coverAssociation: ['sans-semibold', Math.max(size * 1.3, 20 * paper)],
    coverCount: ['sans-semibold', Math.max(size, 14 * paper)],
  }),
}

/** Contrast with white that small text needs (WCAG 2.2, 1.4.3). */
const READABLE = 4.5

/** The colour, darkened in steps until it is read on white. */
function readable(colour: Colour): Colour {
  let [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  while (1.05 / (luminance(red, green, blue) + 0.05) < READABLE)
    [red, green, blue] = [red * 0.94, green * 0.94, blue * 0.94]
  const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0'))
  return `#${hex.join('')}`
}

function luminance(...parts: readonly [number, number, number]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
