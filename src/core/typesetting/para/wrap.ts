import { clusterBreaks } from '../text/breaks.ts'
import { type Line, narrowed, type Setting, type Span, type Style, setLine } from './line.ts'

/** A span with the places where it may be parted. */
export type BreakableSpan = Span & { readonly breaks: (text: string) => readonly string[] }

type Wrapped = { readonly lines: readonly Line[]; readonly how: 'whole' | 'narrowed' | 'wrapped' }

/** Glyphs may be narrowed to this much before a line is broken where it should not be. */
const NARROWEST = 0.88
/** And to this much, which is not seen, before it is broken at all. */
const GENTLY = 0.965

type Token = { text: string; style: Style; width: number }

/**
 * Sets spans on as many lines as needed, for the short lines of lists (running text is set by knuth-plass.ts). What
 * only just misses one line is narrowed; two lines part after a comma if they can; else first fit. A word wider than
 * the line is narrowed by at most twelve per cent, else broken between clusters.
 */
export function wrapSpans(
  spans: readonly BreakableSpan[],
  widthOfLine: (line: number) => number,
  setting: Setting,
): Wrapped {
  const whole = setLine(spans, setting)
  if (whole.width <= widthOfLine(0)) return { lines: [whole], how: 'whole' }
  if (whole.width * GENTLY <= widthOfLine(0)) return { lines: [narrowed(whole, widthOfLine(0))], how: 'narrowed' }
  const quiet: Setting = { fonts: setting.fonts, missing: () => {} }
  const tokens = spans.flatMap(({ text, style, breaks }) =>
    breaks(text).map((part) => ({ text: part, style, width: widthOf(part, style, quiet) })),
  )
  if (tokens.length === 1 && whole.width * NARROWEST <= widthOfLine(0))
    return { lines: [narrowed(whole, widthOfLine(0))], how: 'narrowed' }
  const lines = partedAtComma(tokens, widthOfLine, quiet) ?? fill(tokens, widthOfLine, quiet)
  return { lines, how: 'wrapped' }
}

/** Share of narrowing that a break after a full stop is worth: before `@` is the better place. */
const AFTER_STOP = 0.09
/** What is never seen in a mail address alone on its line. */
const MAIL_NARROWEST = 0.84

/**
 * Sets a mail address: whole, narrowed if need be by as much as a single word may be, else in two lines, before `@` or
 * after a full stop, whichever narrows them least. Only what no two lines can hold goes on to a third.
 */
export function wrapMail(span: BreakableSpan, widthOfLine: (line: number) => number, setting: Setting): Wrapped {
  const whole = setLine([span], setting)
  if (whole.width <= widthOfLine(0)) return { lines: [whole], how: 'whole' }
  if (whole.width * NARROWEST <= widthOfLine(0)) return { lines: [narrowed(whole, widthOfLine(0))], how: 'narrowed' }
  const quiet: Setting = { fonts: setting.fonts, missing: () => {} }
  const parts = span.breaks(span.text)
  let best: { readonly lines: readonly Line[]; readonly cost: number } | undefined
  for (let at = 1; at < parts.length; at++) {
    const halves = [parts.slice(0, at).join(''), parts.slice(at).join('')]
    const lines = halves.map((text) => setLine([{ text, style: span.style }], quiet))
    const narrowing = Math.max(...lines.map((line, index) => 1 - widthOfLine(index) / line.width), 0)
    const cost = narrowing + (halves[1]!.startsWith('@') ? 0 : AFTER_STOP)
    if (narrowing <= 1 - MAIL_NARROWEST && (best === undefined || cost <= best.cost))
      best = { lines: lines.map((line, index) => narrowed(line, widthOfLine(index))), cost }
  }
  return best === undefined ? wrapSpans([span], widthOfLine, setting) : { lines: best.lines, how: 'wrapped' }
}

/** Two lines parted after the last comma that allows it; null when there is none. */
function partedAtComma(
  tokens: readonly Token[],
  widthOfLine: (line: number) => number,
  setting: Setting,
): readonly Line[] | null {
  for (let at = tokens.length - 1; at > 0; at--) {
    if (!tokens[at - 1]!.text.endsWith(', ')) continue
    const lines = [tokens.slice(0, at), tokens.slice(at)].map((part) => setLine(trimmedSpans(part), setting))
    if (lines.every((line, index) => line.width <= widthOfLine(index))) return lines
  }
  return null
}

function fill(tokens: readonly Token[], widthOfLine: (line: number) => number, setting: Setting): readonly Line[] {
  const lines: Line[] = []
  let current: Token[] = []
  let used = 0
  const close = () => {
    const trimmed = trimmedSpans(current)
    if (trimmed.length > 0) lines.push(narrowed(setLine(trimmed, setting), widthOfLine(lines.length)))
    current = []
    used = 0
  }
  const queue = [...tokens]
  for (let token = queue.shift(); token !== undefined; token = queue.shift()) {
    const trailing = token.text.endsWith(' ') ? widthOf(' ', token.style, setting) : 0
    if (used > 0 && used + token.width - trailing > widthOfLine(lines.length)) close()
    const available = widthOfLine(lines.length)
    if (used === 0 && (token.width - trailing) * NARROWEST > available) {
      const { style } = token
      const parts = clusterBreaks(token.text)
      if (parts.length > 1) {
        queue.unshift(...parts.map((text) => ({ text, style, width: widthOf(text, style, setting) })))
        continue
      }
    }
    current.push(token)
    used += token.width
  }
  close()
  return lines
}

/** Neighbouring tokens of one style joined again, so that they are shaped together; no space or dot hangs at the end. */
function trimmedSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: { text: string; style: Style }[] = []
  for (const { text, style } of tokens) {
    const last = spans.at(-1)
    if (last?.style === style) last.text += text
    else spans.push({ text, style })
  }
  const first = spans[0]
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return []
  first.text = first.text.trimStart()
  last.text = last.text.replace(/(\s+·)?\s*$/, '')
  return spans.filter((span) => span.text !== '')
}

function widthOf(text: string, style: Style, setting: Setting): number {
  const quick = style.face.quick(text)
  return quick === null ? setLine([{ text, style }], setting).width : (quick.width * style.size) / 1000
}

/**
 * One line for a place that has no second: narrowed a little if need be, else cut and ended by an ellipsis. Only for
 * names that stand in full elsewhere (running heads, contents, indexes).
 */
export function abridged(spans: readonly Span[], width: number, setting: Setting): Line {
  const whole = setLine(spans, setting)
  if (whole.width * NARROWEST <= width) return narrowed(whole, width)
  const quiet: Setting = { fonts: setting.fonts, missing: () => {} }
  const style = spans[0]!.style
  const room = width - widthOf('…', style, quiet)
  const kept: Token[] = []
  let used = 0
  for (const span of spans)
    for (const text of clusterBreaks(span.text)) {
      used += widthOf(text, span.style, quiet)
      if (used > room) return narrowed(setLine([...trimmedSpans(kept), { text: '…', style }], quiet), width)
      kept.push({ text, style: span.style, width: 0 })
    }
  return narrowed(whole, width)
}
