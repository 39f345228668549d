import type { Face } from '../typesetting/font/face.ts'
import { runsOf } from '../typesetting/font/fontset.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Setting } from '../typesetting/para/line.ts'
import type { MissingGlyph } from './directory.rules.ts'

/** Clusters without a glyph, each told once per item and field. Item −1 is the edition itself (title, notice). */
export class MissingGlyphs {
  readonly fonts: Fonts
  readonly #found = new Map<string, MissingGlyph>()
  readonly #settings = new Map<string, { item: number; setting: Setting }>()
  /** For text that stands elsewhere too and was told there: running heads, indexes. */
  readonly quiet: Setting

  constructor(fonts: Fonts) {
    this.fonts = fonts
    this.quiet = { fonts, missing: () => {} }
  }

  /** A setting that files what is missing under this item and field, until the next call for the same field. */
  settingFor(item: number, field: string): Setting {
    let known = this.#settings.get(field)
    if (known === undefined) {
      const place = { item, setting: this.quiet }
      place.setting = { fonts: this.fonts, missing: (cluster) => this.#add(cluster, place.item, field) }
      this.#settings.set(field, place)
      known = place
    }
    known.item = item
    return known.setting
  }

  /** Looks for missing clusters in text that is set together with other fields. */
  look(text: string, face: Face, item: number, field: string): void {
    if (face.quick(text) === null) runsOf(text, face, this.fonts, (cluster) => this.#add(cluster, item, field))
  }

  get all(): readonly MissingGlyph[] {
    return [...this.#found.values()]
  }

  #add(text: string, item: number, field: string): void {
    this.#found.set(`${item}\u0000${field}\u0000${text}`, { text, item, field })
  }
}
