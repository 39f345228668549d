/** Sets membership cards on sheets, on the papers thread: who it is, of which association, for which year. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { LetterContext } from '../letters/letter-page.ts'
import { openContext } from '../letters/letters-maker.ts'
import { type Box, gridPages, roomIn } from '../sheets/sheet-grid.ts'
import { NARROWEST } from '../sheets/sheet-words.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Op, Page } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { pacer } from '../typesetting/pace.ts'
import { type Line, narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText } from '../typesetting/text/clean.ts'
import type { CardPiece, CardsHead } from './cards.job.ts'
import { cardWords } from './cards-words.ts'
import type { CardsReport } from './membership.requests.ts'

/** A name is set at this size, and smaller down to the least before it goes on over a second line. */
const NAME = { size: 13, least: 10 } as const

/** How high the foot is: a signature holds in it. */
const FOOT = 33

/** What stands at the foot of a front: the signature at its right. */
type Corner = { readonly label: string; readonly text: string }

export const cardsMaker =
  (fonts: () => Fonts): PaperMaker<CardsHead, CardPiece, Omit<CardsReport, 'cards'>> =>
  async (head, batches, bench) => {
    const cards: CardPiece[] = []
    for await (const batch of batches) {
      cards.push(...batch)
      bench('gathering', cards.length, head.cards)
    }
    if (cards.length === 0) throw new Refusal('nothingToPrint')
    const context = openContext(head, fonts())
    const tooLong: CardsReport['tooLong'][number][] = []
    const missing: CardsReport['missing'][number][] = []
    const front = (card: CardPiece, cell: Box): readonly Op[] => {
      const lost = new Set<string>()
      const setting = { fonts: fonts(), missing: (cluster: string) => lost.add(cluster) }
      const ops = cardFront(card, roomIn(head.format, cell), head, context, setting)
      for (const text of lost) missing.push({ id: card.contact, name: card.name, text })
      if (ops === undefined) tooLong.push({ id: card.contact, name: card.name })
      return ops ?? []
    }
    const way = { first: head.first, offset: head.offset }
    const fronts = gridPages(head.format, cards, way, front)
    const backs = head.back
      ? gridPages(head.format, cards, { ...way, side: 'back' }, (_, cell) =>
          cardBack(roomIn(head.format, cell), head, context),
        )
      : []
    const pages = fronts.flatMap((page, at): readonly Page[] => {
      const back = backs[at]
      return back === undefined ? [page] : [page, back]
    })
    const pace = pacer<'painting'>((done, total, phase) => bench(phase, done, total))
    const bytes = await writePdf(
      {
        pages,
        title: `${cleanText(head.title)} – ${cleanText(head.association)}`,
        author: cleanText(head.association),
        language: head.language === 'fr' ? 'fr-FR' : 'en-GB',
        ...{ day: head.day, outline: [], labels: [], standard: 'ordinary' as const },
      },
      (done, total) => pace(done, total, 'painting'),
    )
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: pages.length, tooLong, missing } }
  }

const drawnLine = (line: Line, x: number, y: number): Op => ({ kind: 'line', x, y, pieces: line.pieces })
const set = (text: string, style: Style, setting: Setting): Line => setLine([{ text: cleanText(text), style }], setting)

/** The name on one line or two, as large as it holds; undefined when it does not even so. */
function nameLines(name: string, width: number, style: Style, setting: Setting): readonly Line[] | undefined {
  for (let size: number = NAME.size; size >= NAME.least; size -= 0.5) {
    const line = set(name, { ...style, size }, setting)
    if (line.width * NARROWEST <= width) return [narrowed(line, width)]
  }
  const small = { ...style, size: NAME.least }
  const lines = setParagraph(
    [{ text: cleanText(name), style: small }],
    { language: 'fr', align: 'ragged', widthOfLine: () => width },
    setting,
  )
  return lines.length <= 2 && lines.every((line) => line.width * NARROWEST <= width)
    ? lines.map((line) => narrowed(line, width))
    : undefined
}

/** The association on two lines at most: smaller rather than cut. */
function headLines(head: CardsHead, width: number, style: Style, setting: Setting): readonly Line[] {
  const text = cleanText(head.association)
  for (let size = 10.5; size >= 6; size -= 0.5) {
    const lines = setParagraph(
      [{ text, style: { ...style, size } }],
      { language: head.language, align: 'ragged', widthOfLine: () => width },
      setting,
    )
    if (lines.length <= 2) return lines
  }
  return [narrowed(set(text, { ...style, size: 6 }, setting), width)]
}

/** Undefined when the name does not hold. */
function cardFront(
  card: CardPiece,
  { x, y, width, height }: Box,
  head: CardsHead,
  { design, emblem }: LetterContext,
  setting: Setting,
): readonly Op[] | undefined {
  const words = cardWords[head.language]
  const ops: Op[] = []
  const bottom = y + height
  let left = x
  if (emblem !== undefined) {
    const scale = Math.min(mm(11) / emblem.width, mm(11) / emblem.height)
    const [across, high] = [emblem.width * scale, emblem.height * scale]
    ops.push({ kind: 'image', image: emblem.image, x, y, width: across, height: high })
    left += across + mm(3)
  }
  const association = headLines(head, x + width - left, design.association, setting)
  for (const [at, line] of association.entries())
    ops.push(drawnLine(narrowed(line, x + width - left), left, y + 8.5 + at * 12))
  const headed = Math.max(emblem === undefined ? 0 : mm(11), association.length * 12 + 1)
  ops.push({
    ...{ kind: 'rule', x1: x, x2: x + width, weight: 0.8, colour: design.accent },
    ...{ y1: y + headed + 4, y2: y + headed + 4 },
  })
  ops.push(drawnLine(set(words.card, { ...design.slipLabel, size: 7 }, setting), x, y + headed + 14))

  const name = nameLines(card.name, width, { ...design.subject, size: NAME.size }, setting)
  if (name === undefined) return undefined
  // Between the heading and the foot, a little above the middle.
  const [above, below] = [y + headed + 16, bottom - FOOT]
  const block = name.length * 13.5 + 10
  let at = above + Math.max(0, (below - above - block) / 2) + 10
  for (const line of name) {
    ops.push(drawnLine(line, x, at))
    at += 13.5
  }
  const facts = [card.category, card.memberNumber === '' ? '' : words.number(card.memberNumber)]
  const said = facts.filter((fact) => fact !== '').join(' – ')
  if (said !== '')
    ops.push(drawnLine(narrowed(set(said, { ...design.slipValue, size: 8.2 }, setting), width), x, at - 1))

  const corner = (what: Corner, from: number, room: number, apart: number): void => {
    if (what.text === '') return
    if (what.label !== '')
      ops.push(
        drawnLine(narrowed(set(what.label, { ...design.slipLabel, size: 6.6 }, setting), room), from, bottom - apart),
      )
    ops.push(
      drawnLine(narrowed(set(what.text, { ...design.slipFigures, size: 8.4 }, setting), room), from, bottom - 1.5),
    )
  }
  const half = width * 0.52
  corner({ label: words.year(head.year), text: head.until }, x, half - mm(2), 10.5)
  // Between the quality and the name there is room to sign.
  corner({ label: head.quality, text: head.signatory }, x + half, width - half, FOOT - 5)
  return ops
}

/** The other side: where the association is, and whom to give a card back to that was found. */
function cardBack({ x, y, width, height }: Box, head: CardsHead, { design, setting }: LetterContext): readonly Op[] {
  const lines = [
    [head.association, { ...design.slipTitle, size: 9 }],
    ...[...head.address, ...head.reach].map((text) => [text, { ...design.head, size: 7.6 }] as const),
  ] as const
  const shown = lines.slice(0, Math.floor(height / 11))
  let at = y + (height - shown.length * 11) / 2 + 8
  return shown.map(([text, style]) => {
    const line = narrowed(set(text, style, setting), width)
    const op = drawnLine(line, x + (width - line.width) / 2, at)
    at += 11
    return op
  })
}
