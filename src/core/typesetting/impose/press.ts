import type { Page } from '../list/display.ts'
import { mm } from '../list/units.ts'
import { BLEED, cropMarks } from './sheet.ts'

/** Around the trimmed page, for bleed and marks. */
const SLUG = mm(10)

/** Pages for a print shop: each alone on a larger one, with its bleed, its crop marks, and the boxes that tell where they are. */
export function press(pages: readonly Page[]): readonly Page[] {
  return pages.map((page) => {
    const trim = { x: SLUG, y: SLUG, width: page.width, height: page.height }
    const bleed = {
      x: SLUG - BLEED,
      y: SLUG - BLEED,
      width: page.width + 2 * BLEED,
      height: page.height + 2 * BLEED,
    }
    return {
      width: page.width + 2 * SLUG,
      height: page.height + 2 * SLUG,
      trim,
      bleed,
      ops: [
        { kind: 'place', page, dx: SLUG, dy: SLUG, clip: bleed },
        ...cropMarks(trim, BLEED + mm(1), SLUG - BLEED - mm(2)),
      ],
    }
  })
}
