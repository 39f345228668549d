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

/** Rows of modules, each of whole bytes in hexadecimal: a bit is a module, 1 when it is dark. */
export function darkBits({ size, dark }: QrCode): string {
  let bits = ''
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column += 4) {
      let four = 0
      for (let at = 0; at < 4; at++) four = four * 2 + (column + at < size && dark(row, column + at) ? 1 : 0)
      bits += four.toString(16)
      // The last half of a byte.
      if (column + 4 >= size && column % 8 === 0) bits += '0'
    }
  return bits
}
