/** What the styles of OpenDocument say of values: codes with leading zeros, and which sheets are shown. */
import type { NumberFormat } from './number-format.ts'
import type { XmlHandlers } from './xml-scanner.ts'

export type OdsStyles = {
  readonly handlers: Required<Omit<XmlHandlers, 'shortcut'>>
  /** The format of the cells of that style; nothing when they are plain. */
  readonly format: (style: string | undefined) => NumberFormat | undefined
  readonly isShown: (tableStyle: string | undefined) => boolean
}

/** Styles kept of each sort. */
const most = 20_000

export function odsStyles(): OdsStyles {
  const formats = new Map<string, NumberFormat>()
  const cells = new Map<string, { readonly data: string | undefined; readonly parent: string | undefined }>()
  const hiddenTables = new Set<string>()
  let table = ''
  let number = ''
  let pattern = ''
  let embedded: { readonly position: number; text: string }[] = []
  let inText = false
  let usable = false
  return {
    handlers: {
      open: (name, attributes) => {
        if (name === 'style') {
          const style = attributes.get('name') ?? ''
          const family = attributes.get('family')
          table = family === 'table' ? style : ''
          if (family === 'table-cell' && cells.size < most)
            cells.set(style, { data: attributes.get('data-style-name'), parent: attributes.get('parent-style-name') })
        } else if (name === 'table-properties') {
          if (table !== '' && attributes.get('display') === 'false') hiddenTables.add(table)
        } else if (name === 'number-style') {
          number = attributes.get('name') ?? ''
          pattern = ''
          usable = false
        } else if (number === '') return
        else if (name === 'number') {
          const digits = Number(attributes.get('min-integer-digits') ?? 0)
          usable =
            digits >= 2 &&
            digits <= 30 &&
            Number(attributes.get('decimal-places') ?? 0) === 0 &&
            attributes.get('grouping') !== 'true'
          pattern += '0'.repeat(usable ? digits : 0)
          embedded = []
        } else if (name === 'embedded-text') {
          if (embedded.length < 30) embedded.push({ position: Number(attributes.get('position') ?? 0), text: '' })
          inText = true
        } else if (name === 'text') inText = true
      },
      text: (text) => {
        if (!inText) return
        const last = embedded.at(-1)
        if (last !== undefined) last.text += text.slice(0, 20)
        else if (pattern.length < 60) pattern += text.slice(0, 20)
      },
      close: (name) => {
        if (name === 'embedded-text' || name === 'text') inText = false
        else if (name === 'number' && number !== '') {
          pattern = withEmbedded(pattern, embedded)
          embedded = []
        } else if (name === 'number-style') {
          if (usable && formats.size < most) formats.set(number, { kind: 'digits', pattern })
          number = ''
        } else if (name === 'style') table = ''
      },
    },
    format: (style) => {
      let name = style
      for (let step = 0; step < 10 && name !== undefined; step += 1) {
        const known = cells.get(name)
        if (known?.data !== undefined) return formats.get(known.data)
        name = known?.parent
      }
      return undefined
    },
    isShown: (style) => style === undefined || !hiddenTables.has(style),
  }
}

/** The signs that stand between digits, counted from the right (ODF 1.3, 19.340). */
function withEmbedded(
  pattern: string,
  embedded: readonly { readonly position: number; readonly text: string }[],
): string {
  let whole = pattern
  for (const { position, text } of embedded) whole = insertBefore(whole, position, text)
  return whole
}

/** Puts a text before the digit of that rank from the right. */
function insertBefore(pattern: string, position: number, text: string): string {
  let seen = 0
  for (let at = pattern.length - 1; at >= 0; at -= 1) {
    if (pattern[at] === '0') seen += 1
    if (seen === position) return `${pattern.slice(0, at)}${text}${pattern.slice(at)}`
  }
  return pattern
}
