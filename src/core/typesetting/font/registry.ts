import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkit'
import type { Script } from '../text/scripts.ts'
import { Face } from './face.ts'
import type { FontFile } from './font-file.ts'

const FILES = {
  serif: 'source-serif-4/SourceSerif4-Regular.ttf',
  'serif-italic': 'source-serif-4/SourceSerif4-Italic.ttf',
  'serif-semibold': 'source-serif-4/SourceSerif4-SemiBold.ttf',
  'serif-bold': 'source-serif-4/SourceSerif4-Bold.ttf',
  'serif-light': 'source-serif-4/SourceSerif4-Light.ttf',
  sans: 'source-sans-3/SourceSans3-Regular.ttf',
  'sans-italic': 'source-sans-3/SourceSans3-Italic.ttf',
  'sans-semibold': 'source-sans-3/SourceSans3-SemiBold.ttf',
  'sans-bold': 'source-sans-3/SourceSans3-Bold.ttf',
  garamond: 'eb-garamond/EBGaramond-Regular.ttf',
  'noto-serif': 'noto-serif/NotoSerif-Regular.ttf',
  'noto-serif-italic': 'noto-serif/NotoSerif-Italic.ttf',
  'noto-serif-bold': 'noto-serif/NotoSerif-Bold.ttf',
  'noto-sans': 'noto-sans/NotoSans-Regular.ttf',
  'noto-sans-italic': 'noto-sans/NotoSans-Italic.ttf',
  'noto-sans-bold': 'noto-sans/NotoSans-Bold.ttf',
  arabic: 'noto-naskh-arabic/NotoNaskhArabic-Regular.ttf',
  hebrew: 'noto-sans-hebrew/NotoSansHebrew-Regular.ttf',
  thai: 'noto-sans-thai/NotoSansThai-Regular.ttf',
  devanagari: 'noto-sans-devanagari/NotoSansDevanagari-Regular.ttf',
  georgian: 'noto-sans-georgian/NotoSansGeorgian-Regular.ttf',
  armenian: 'noto-sans-armenian/NotoSansArmenian-Regular.ttf',
  chinese: 'noto-sans-sc/NotoSansSC-Regular.ttf',
  korean: 'noto-sans-kr/NotoSansKR-Regular.ttf',
  japanese: 'noto-sans-jp/NotoSansJP-Regular.ttf',
  symbols: 'dejavu-sans/DejaVuSans.ttf',
} as const

export type FontName = keyof typeof FILES

/** OpenType features the designs ask for: small capitals, figures that hang below the line or are of one width, raised letters. */
export type Feature = 'smcp' | 'onum' | 'tnum' | 'sups'

/** Second face for a wanted one: wider coverage, same weight and slope as far as there is one. */
const COMPANIONS: Partial<Record<FontName, FontName>> = {
  serif: 'noto-serif',
  'serif-italic': 'noto-serif-italic',
  'serif-semibold': 'noto-serif-bold',
  'serif-bold': 'noto-serif-bold',
  'serif-light': 'noto-serif',
  sans: 'noto-sans',
  'sans-italic': 'noto-sans-italic',
  'sans-semibold': 'noto-sans-bold',
  'sans-bold': 'noto-sans-bold',
  garamond: 'noto-serif',
}

const BY_SCRIPT: Partial<Record<Script, FontName>> = {
  Arabic: 'arabic',
  Hebrew: 'hebrew',
  Thai: 'thai',
  Devanagari: 'devanagari',
  Georgian: 'georgian',
  Armenian: 'armenian',
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u

/** The open fonts, parsed once and kept with their caches for the life of the worker. */
export class Fonts {
  readonly #folder: string
  readonly #files = new Map<FontName, FontFile>()
  readonly #faces = new Map<string, Face>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A face by name, with features; the file is read when it is first asked for. */
  face(name: FontName, ...features: readonly Feature[]): Face {
    const key = [name, ...features].join('+')
    let face = this.#faces.get(key)
    if (face === undefined) {
      face = new Face(this.#file(name), name, features)
      this.#faces.set(key, face)
    }
    return face
  }

  /**
   * Faces to try for a cluster, in order: the wanted one, its companion, the face of the script, the symbols, the
   * East Asian faces. Han characters are drawn Japanese when the text holds kana, Korean when it holds Hangul, else
   * Chinese. Lazy, because some of these files weigh ten megabytes.
   */
  *candidates(wanted: Face, script: Script | null, text: string): Generator<Face> {
    yield wanted
    const companion = COMPANIONS[wanted.name as FontName]
    if (companion !== undefined) yield this.face(companion, ...(wanted.features as readonly Feature[]))
    const own = script === null ? undefined : BY_SCRIPT[script]
    if (own !== undefined) yield this.face(own)
    const east = eastAsianOrder(text)
    if (isEastAsian(script)) for (const name of east) yield this.face(name)
    yield this.face('symbols')
    if (!isEastAsian(script)) for (const name of east) yield this.face(name)
  }

  #file(name: FontName): FontFile {
    let file = this.#files.get(name)
    if (file === undefined) {
      file = create(readFileSync(join(this.#folder, FILES[name]))) as FontFile
      this.#files.set(name, file)
    }
    return file
  }
}

/** Opens the folder of bundled fonts (`resources/fonts`). Reads nothing yet. */
export function openFonts(folder: string): Fonts {
  return new Fonts(folder)
}

function isEastAsian(script: Script | null): boolean {
  return script === 'Han' || script === 'Hiragana' || script === 'Katakana' || script === 'Hangul'
}

function eastAsianOrder(text: string): readonly FontName[] {
  if (KANA.test(text)) return ['japanese', 'chinese', 'korean']
  if (HANGUL.test(text)) return ['korean', 'chinese', 'japanese']
  return ['chinese', 'japanese', 'korean']
}
