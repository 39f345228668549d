/**
 * One cell of a sheet, read where it stands when it is written as every spreadsheet program writes it: `<c r="A1"
 * s="1" t="s"><v>77</v></c>`. Nearly all of a large list is nothing else, and its general reading costs six times more.
 */

/** Filled anew by each cell: a list has millions of them. */
export type PlainCell = {
  /** From 0. */
  column: number
  style: number
  /** The value is the place of a shared string. */
  shared: boolean
  /** What stands between, nothing but digits and the signs of a number. */
  valueFrom: number
  valueTo: number
  /** The value, when it is a whole number of at most nine digits written without a leading zero; else -1. */
  whole: number
  /** Where the cell ends. */
  end: number
}

export const plainCell = (): PlainCell => ({
  column: 0,
  style: 0,
  shared: false,
  valueFrom: 0,
  valueTo: 0,
  whole: -1,
  end: 0,
})

const closing = '</v></c>'

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * Reads the cell that opens there.
 *
 * @returns false, and nothing is to be read of `cell`, when it is written in another way or is not whole yet
 */
export function readPlainCell(text: string, from: number, cell: PlainCell): boolean {
  if (text.charCodeAt(from + 1) !== 99 || !text.startsWith(' r="', from + 2)) return false
  let at = from + 6
  let column = 0
  let code = text.charCodeAt(at)
  for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64
  const digits = at
  if (digits === from + 6 || digits > from + 9) return false
  while (isDigit(code)) code = text.charCodeAt(++at)
  if (code !== 34 || at === digits || at > digits + 7) return false
  code = text.charCodeAt(++at)
  let style = 0
  if (code === 32 && text.charCodeAt(at + 1) === 115) {
    if (!text.startsWith('="', at + 2)) return false
    at += 4
    const first = at
    for (code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt(++at)) style = style * 10 + code - 48
    if (code !== 34 || at === first || at > first + 6) return false
    code = text.charCodeAt(++at)
  }
  let shared = false
  if (code === 32) {
    if (!text.startsWith('t="', at + 1) || text.charCodeAt(at + 5) !== 34) return false
    const type = text.charCodeAt(at + 4)
    if (type !== 115 && type !== 110) return false
    shared = type === 115
    at += 6
  }
  cell.column = column - 1
  cell.style = style
  cell.shared = shared
  cell.whole = -1
  if (text.startsWith('/>', at)) {
    cell.valueFrom = cell.valueTo = at
    cell.end = at + 2
    return !shared
  }
  if (!text.startsWith('><v>', at)) return false
  at += 4
  const first = at
  let whole = 0
  for (code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt(++at)) whole = whole * 10 + code - 48
  const canonical = at > first && at <= first + 9 && (at === first + 1 || text.charCodeAt(first) !== 48)
  if (code !== 60) {
    if (shared) return false
    // A sign, decimals, a power of ten.
    for (; isDigit(code) || code === 45 || code === 46 || code === 69 || code === 43; ) code = text.charCodeAt(++at)
  } else if (canonical) cell.whole = whole
  if (shared && cell.whole < 0) return false
  if (at - first > 40 || at === first || !text.startsWith(closing, at)) return false
  cell.valueFrom = first
  cell.valueTo = at
  cell.end = at + closing.length
  return true
}
