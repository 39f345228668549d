/** QR codes: correction level M (15 %) and versions up to 13, which is what a payment code may use (EPC069-12, 3.3). */
import encode from 'qr'

/** Bytes of a code of version 13 at level M (ISO/IEC 18004, table 7). */
const mostBytes = 331

/** Modules without the quiet zone: its four modules are the page’s. */
export type QrCode = { readonly size: number; readonly dark: (row: number, column: number) => boolean }

/** The code of a text in UTF-8; undefined when it is too long for version 13 (331 bytes). */
export function qrCode(text: string): QrCode | undefined {
  const utf8 = new TextEncoder()
  if (text === '' || utf8.encode(text).length > mostBytes) return undefined
  const border = 1
  const modules = encode(text, 'raw', {
    ecc: 'medium',
    encoding: 'byte',
    border,
    textEncoder: (words) => utf8.encode(words),
  })
  return {
    size: modules.length - 2 * border,
    dark: (row, column) => modules[row + border]?.[column + border] === true,
  }
}

/** Dark modules as boxes, four numbers each: row, column, how wide, how high. Runs alike in rows that follow are one. */
export function darkBoxes({ size, dark }: QrCode): readonly number[] {
  const boxes: number[] = []
  /** Where the box of each run of the row above stands, by column and width. */
  let above = new Map<number, number>()
  for (let row = 0; row < size; row++) {
    const here = new Map<number, number>()
    for (let column = 0; column < size; ) {
      let end = column
      while (end < size && dark(row, end)) end++
      if (end > column) {
        const key = column * size + end
        const at = above.get(key) ?? boxes.push(row, column, end - column, 0) - 4
        boxes[at + 3] = (boxes[at + 3] ?? 0) + 1
        here.set(key, at)
      }
      column = end + 1
    }
    above = here
  }
  return boxes
}
