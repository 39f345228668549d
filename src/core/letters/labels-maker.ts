/** Sets addresses on sheets of labels, or on envelopes, on the papers thread. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import { type Box, cellBox, gridPages, roomIn } from '../sheets/sheet-grid.ts'
import { fitted, heightOf, LEADING, sizeFor } from '../sheets/sheet-words.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Op } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { pacer } from '../typesetting/pace.ts'
import { narrowed, type Style, setLine } from '../typesetting/para/line.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText } from '../typesetting/text/clean.ts'
import type { LabelPiece, LabelsHead, LabelsPrinted } from './labels.job.ts'
import { INK, QUIET, RULE } from './letter-design.ts'

/** Of the one who sends, above an address. */
const SENDER = 6.2
const SENDER_HEIGHT = 9.5
/** On an envelope it stands at the upper left, line under line. */
const [CORNER, CORNER_SIZE, CORNER_LEADING] = [mm(10), 9, 11.5]

/** How far capitals rise above their baseline, of the size. */
const CAPITALS = 0.66

export const labelsMaker =
  (fonts: () => Fonts): PaperMaker<LabelsHead, LabelPiece, LabelsPrinted> =>
  async (head, batches, bench) => {
    const labels: LabelPiece[] = []
    for await (const batch of batches) {
      labels.push(...batch)
      bench('gathering', labels.length, head.labels)
    }
    if (labels.length === 0) throw new Refusal('nothingToPrint')
    const { format, offset, sender } = head
    const onEnvelope = format.use === 'envelopes'
    const above = sender.length > 0 && !onEnvelope ? SENDER_HEIGHT : 0
    const tooLong: LabelsPrinted['tooLong'][number][] = []
    const missing: LabelsPrinted['missing'][number][] = []
    const plain = { fonts: fonts(), missing: () => {} }
    const whole = roomIn(format, cellBox(format, 0, { offset }))
    const room = { width: whole.width, height: whole.height - above }
    const size = onEnvelope ? 11 : sizeFor(room)
    const style: Style = { face: fonts().face('sans'), size, colour: INK }
    const small = setLine(
      [{ text: cleanText(sender.join(' – ')), style: { ...style, size: SENDER, colour: QUIET } }],
      plain,
    )

    const senderAt = ({ x, y, width }: Box): readonly Op[] => {
      if (sender.length === 0) return []
      if (onEnvelope)
        return sender.map((text, at) => ({
          kind: 'line' as const,
          x: CORNER,
          y: CORNER + 8 + at * CORNER_LEADING,
          pieces: narrowed(
            setLine([{ text: cleanText(text), style: { ...style, size: CORNER_SIZE } }], plain),
            mm(format.page.width / 2 - 10),
          ).pieces,
        }))
      return [
        { kind: 'line', x, y: y + 5, pieces: narrowed(small, width).pieces },
        {
          kind: 'rule',
          x1: x,
          y1: y + 7.4,
          x2: x + Math.min(small.width, width),
          y2: y + 7.4,
          weight: 0.25,
          colour: RULE,
        },
      ]
    }
    const drawn = (label: LabelPiece, cell: Box): readonly Op[] => {
      const lost = new Set<string>()
      const setting = { fonts: fonts(), missing: (cluster: string) => lost.add(cluster) }
      const words = fitted(label.lines, room, style, setting)
      for (const text of lost) missing.push({ id: label.contact, name: label.name, text })
      if (words === undefined) {
        tooLong.push({ id: label.contact, name: label.name })
        return []
      }
      const box = roomIn(format, cell)
      const top = box.y + above + (room.height - heightOf(words.lines.length, words.size)) / 2
      return [
        ...senderAt(box),
        ...words.lines.map((line, row) => ({
          kind: 'line' as const,
          x: box.x,
          y: top + words.size * CAPITALS + row * words.size * LEADING,
          pieces: line.pieces,
        })),
      ]
    }

    const pace = pacer<'painting'>((done, total, phase) => bench(phase, done, total))
    const pages = gridPages(format, labels, { first: head.first, offset }, drawn)
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
