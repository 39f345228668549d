import type { Op } from '../typesetting/list/display.ts'
import type { Draw, FrontContext } from './directory-front.ts'
import { furniture, leftEdge } from './directory-furniture.ts'
import { type SectionPages, titleOps } from './directory-rows.ts'

/** Blank lines to write on, under their title. */
export function notesPages(
  { title, pages }: { readonly title: string; readonly pages: number },
  context: FrontContext,
): SectionPages {
  const { design } = context
  const { text, body, index } = design.geometry
  const step = body.leading * 1.9
  const setting = context.settingFor('notes')
  const page =
    (at: number): Draw =>
    (number, section) => {
      const left = leftEdge(number, design)
      const from = design.geometry.page.top + (at === 0 ? index.titleHeight : 0)
      const foot = design.geometry.page.top + text.height
      const ops: Op[] = at === 0 ? [...titleOps(title, left, section, design, setting)] : []
      for (let y = from + step; y <= foot; y += step)
        ops.push({ kind: 'rule', x1: left, y1: y, x2: left + text.width, y2: y, weight: 0.3, colour: '#888888' })
      return [...ops, ...furniture({ number, head: [], thumbs: [] }, design, setting)]
    }
  return { title, folios: true, pages: Array.from({ length: pages }, (_, at) => page(at)) }
}
