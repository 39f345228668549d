/** Running text of an edition: an editorial, extracts of the statutes, whatever the association writes. */
import type { Tag } from '../typesetting/list/display.ts'
import type { Style } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import type { DirectorySection, TextBlock } from './directory.rules.ts'
import { withOrdinals } from './directory-entry.ts'
import { type FrontContext, prose, tagged } from './directory-front.ts'
import { type PageRow, type SectionPages, sectionPages } from './directory-rows.ts'

type TextSection = DirectorySection & { readonly kind: 'text' }

/** White between the dash of an item and its words, in ems. */
const ITEM_INDENT = 1.4
/** Indent of a paragraph that follows another, in ems. */
const INDENT = 1.2

/** A text on as many pages as it takes: never the first line of a paragraph alone at the foot, nor its last at the head. */
export function textPages({ title, blocks, signature }: TextSection, context: FrontContext): SectionPages {
  const { design } = context
  const { body } = design.geometry
  const rows = blocks.flatMap((block, at) => blockRows(block, blocks[at - 1], context))
  if (signature !== '') rows.push(...signatureRows(signature, context))
  return sectionPages(title, rows, { count: 1, width: body.measure, gutter: 0 }, design, context.settingFor('text'))
}

function blockRows(block: TextBlock, before: TextBlock | undefined, context: FrontContext): readonly PageRow[] {
  const { design, model, words } = context
  const { body } = design.geometry
  const setting = context.settingFor('text')
  const heading = block.kind === 'heading'
  const item = block.kind === 'item' ? ITEM_INDENT * body.size : 0
  const styleOf = ({ strong, italic }: TextBlock['spans'][number]): Style =>
    heading
      ? { ...design.bodyStrong, colour: design.ink }
      : strong
        ? design.bodyStrong
        : italic
          ? design.bodyItalic
          : design.body
  const spans = block.spans.flatMap((span) =>
    withOrdinals({ text: prose(span.text, model), style: styleOf(span) }, design, words),
  )
  const justified = design.dress.justified && !heading
  const indented = block.kind === 'paragraph' && before?.kind === 'paragraph' && justified
  const lines = setParagraph(
    spans,
    {
      language: model.language,
      align: justified ? 'justified' : 'ragged',
      widthOfLine: () => body.measure - item,
      ...(indented ? { indent: INDENT * body.size } : {}),
    },
    setting,
  )
  const dash = item === 0 ? undefined : setParagraph([{ text: '–', style: design.body }], dashOptions, setting)[0]
  const role = heading ? 'H2' : 'P'
  let tag: Tag | undefined
  const tagIn = (section: Tag): Tag => {
    tag ??= { role, parent: section }
    return tag
  }
  const white =
    before === undefined
      ? 0
      : heading
        ? body.leading
        : indented
          ? 0
          : before.kind === 'heading' || (item > 0 && before.kind === 'item')
            ? body.leading * 0.2
            : body.leading * 0.5
  const last = lines.length - 1
  return lines.map((line, at) => ({
    height: body.leading,
    before: at === 0 ? white : 0,
    keep: heading || (at === 0 && last > 0) || at === last - 1,
    ops: (x, y, section) => {
      const base = y + body.leading - body.size / 3
      const whole = tagIn(section)
      const mark =
        at === 0 && dash !== undefined
          ? tagged(role, section, { kind: 'line', x, y: base, pieces: dash.pieces }, whole)
          : []
      return [...mark, ...tagged(role, section, { kind: 'line', x: x + item, y: base, pieces: line.pieces }, whole)]
    },
  }))
}

const dashOptions = { language: 'fr', align: 'ragged', widthOfLine: () => 1000 } as const

/** Who signs stands at the right, under a line of white. */
function signatureRows(signature: string, context: FrontContext): readonly PageRow[] {
  const { design, model } = context
  const { body } = design.geometry
  const options = { language: model.language, align: 'ragged', widthOfLine: () => body.measure * 0.6 } as const
  const lines = setParagraph(
    [{ text: prose(signature, model), style: design.bodyItalic }],
    options,
    context.settingFor('text'),
  )
  return lines.map((line, at) => ({
    height: body.leading,
    before: at === 0 ? body.leading : 0,
    keep: at < lines.length - 1,
    ops: (x, y, section) =>
      tagged('P', section, {
        kind: 'line',
        x: x + body.measure - line.width,
        y: y + body.leading - body.size / 3,
        pieces: line.pieces,
      }),
  }))
}
