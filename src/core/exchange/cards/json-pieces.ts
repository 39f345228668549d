/**
 * Cuts a JSON text that comes in pieces into the objects of its list: an array, an object that holds one, or objects one
 * after the other (a line each, as `.sjson`). What is read is never longer than one object.
 */
import { Refusal } from '../../kit/refusal.ts'

/** Characters of one object: those of a photo of 600,000 bytes, and room for the sheet. */
const mostCharacters = 1_200_000

export type JsonShape =
  | { readonly kind: 'array' | 'lines' }
  /** An object that holds the list under this name; `head` is what stands before it, as an object of its own. */
  | { readonly kind: 'held'; readonly name: string; readonly head: string; readonly from: number }

/** How a text is laid out, by its beginning; undefined when it is no list of objects. */
export function jsonShape(sample: string): JsonShape | undefined {
  const start = /^\ufeff?\s*/.exec(sample)?.[0].length ?? 0
  if (sample[start] === '[')
    return /^\[\s*(?:\{|\]|$)/.test(sample.slice(start, start + 10_000)) ? { kind: 'array' } : undefined
  if (!/^\{\s*(?:"|\}|$)/.test(sample.slice(start, start + 10_000))) return undefined
  const held = heldList(sample, start)
  return held ?? { kind: 'lines' }
}

/**
 * The first list of objects right inside the first object; none when other objects come after that one, which is then a
 * line among others.
 */
function heldList(sample: string, start: number): JsonShape | undefined {
  let depth = 0
  let quoted = false
  let stringFrom = 0
  let last = ''
  let found: JsonShape | undefined
  for (let at = start; at < sample.length; at += 1) {
    const sign = sample[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') {
        quoted = false
        if (depth === 1) last = sample.slice(stringFrom + 1, at)
      }
    } else if (sign === '"') {
      quoted = true
      stringFrom = at
    } else if (sign === '{' || sign === '[') {
      const isList = /^\[\s*\{/.test(sample.slice(at, at + 1000))
      if (sign === '[' && depth === 1 && found === undefined && (isList || last === 'contacts'))
        found = { kind: 'held', name: last, head: `${sample.slice(start, at)}[]}`, from: at }
      depth += 1
    } else if (sign === '}' || sign === ']') {
      depth -= 1
      if (depth === 0) return /^\s*\{/.test(sample.slice(at + 1, at + 1000)) ? undefined : found
    }
  }
  return found
}

/** Characters of a name that are kept, to tell lists by. */
const mostOfName = 60

/**
 * Takes the text piece by piece and gives each object of the list with its line; of an object that holds lists, `all`
 * asks for those of the lists that follow too, with the name of theirs. Refuses an object too long to be a contact
 * (`fileDangerous`), and with its line what is no JSON, or anything but commas between the objects (`fileMalformed`).
 */
export function jsonCutter(shape: JsonShape, give: (text: string, line: number, list: string) => void, all = false) {
  /** Depth at which the objects of the list stand. */
  const level = shape.kind === 'array' ? 1 : shape.kind === 'lines' ? 0 : 2
  let toSkip = shape.kind === 'held' ? shape.from : 0
  let depth = shape.kind === 'held' ? 1 : 0
  let quoted = false
  let escaped = false
  let ended = false
  let line = 1
  let begun = 0
  let kept: string[] = []
  let size = 0
  let name = shape.kind === 'held' ? shape.name : ''
  let list = name

  const keep = (text: string) => {
    size += text.length
    if (size > mostCharacters) throw new Refusal('fileDangerous', { reason: 'object', line: begun })
    kept.push(text)
  }
  const malformed = () => new Refusal('fileMalformed', { reason: 'json', line })
  /** Where the string that is open ends, or the length of the text when it goes on. */
  const stringEnd = (text: string, start: number): number => {
    let from = start
    if (escaped) from += 1
    escaped = false
    for (let end = text.indexOf('"', from); ; end = text.indexOf('"', end + 1)) {
      const stop = end < 0 ? text.length : end
      let backslashes = 0
      while (stop - backslashes > from && text.charCodeAt(stop - backslashes - 1) === 92) backslashes += 1
      const odd = backslashes % 2 === 1
      if (end < 0) escaped = odd
      if (end < 0 || !odd) return stop
    }
  }
  const skipped = (text: string): number => {
    const count = Math.min(toSkip, text.length)
    toSkip -= count
    for (let at = text.indexOf('\n'); at >= 0 && at < count; at = text.indexOf('\n', at + 1)) line += 1
    return count
  }
  return {
    piece: (text: string) => {
      let from = kept.length > 0 || size > 0 ? 0 : -1
      for (let at = skipped(text); at < text.length; at += 1) {
        if (quoted) {
          const end = stringEnd(text, at)
          if (depth === 1 && level === 2 && name.length < mostOfName) name += text.slice(at, end)
          quoted = end >= text.length
          at = end
          continue
        }
        const code = text.charCodeAt(at)
        if (code === 10) line += 1
        if (code === 32 || code === 10 || code === 13 || code === 9) continue
        const opens = code === 123 || code === 91
        const closes = code === 125 || code === 93
        // Of the signs that stand where an object is awaited, nothing is lost but a comma.
        const between = from < 0 && !opens && !closes && (ended ? depth === 0 : depth <= level)
        if (between && code !== 44 && code !== 0xfeff) throw malformed()
        if (code === 34) {
          quoted = true
          if (depth === 1) name = ''
        } else if (opens) {
          if (depth === level && !ended) {
            from = at
            begun = line
            size = 0
          } else if (code === 91 && depth === 1 && level === 2 && all && ended) {
            ended = false
            list = name
          } else if (depth === 0 && ended) throw malformed()
          depth += 1
          if (depth > 200) throw new Refusal('fileDangerous', { reason: 'depth', line })
        } else if (closes) {
          depth -= 1
          if (depth === level && from >= 0) {
            keep(text.slice(from, at + 1))
            const whole = kept.join('')
            kept = []
            size = 0
            from = -1
            give(whole, begun, list)
          } else if (depth < level) ended = level > 0
          if (depth < 0) throw malformed()
        }
      }
      if (from >= 0) keep(text.slice(from))
    },
    end: () => {
      if (kept.length > 0 || quoted || depth !== 0 || (level > 0 && !ended)) throw malformed()
    },
  }
}
