/** What kind of picture some bytes are and how large, read from their headers with bounds; nothing is decoded. */

export type Picture = { readonly type: 'image/jpeg' | 'image/png'; readonly width: number; readonly height: number }
export type PictureTrouble = 'notAPicture' | 'brokenPicture' | 'pictureTooBig'

/** As many dots a side as a photo may have. */
export const mostDots = 10_000
/** As many dots in all: a picture is laid out whole, four bytes a dot, before it is drawn. */
const mostArea = 40_000_000

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const begins = (bytes: Uint8Array, with_: readonly number[]): boolean => with_.every((byte, at) => bytes[at] === byte)

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const long = (bytes: Uint8Array, at: number): number => word(bytes, at) * 0x10000 + word(bytes, at + 2)

/** A PNG whole from its signature to its IEND chunk (PNG specification, 5), or what is wrong with it. */
function png(bytes: Uint8Array): Picture | PictureTrouble {
  const header = [0x49, 0x48, 0x44, 0x52]
  if (long(bytes, 8) !== 13 || !begins(bytes.subarray(12), header)) return 'brokenPicture'
  const found: Picture = { type: 'image/png', width: long(bytes, 16), height: long(bytes, 20) }
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = long(bytes, at)
    if (begins(bytes.subarray(at + 4), [0x49, 0x45, 0x4e, 0x44])) return found
    at += length + 12
  }
  return 'brokenPicture'
}

/** Markers that stand alone, without a length (ITU-T T.81, B.1.1.3): TEM, RST0 to RST7. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
/** Start of a frame, of any coding; C4, C8 and CC are tables. */
const startsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** A JPEG whose frame header can be read and that ends as one does, or what is wrong with it. */
function jpeg(bytes: Uint8Array): Picture | PictureTrouble {
  let end = bytes.length
  // Some cameras fill the file up after its end.
  while (end > 2 && bytes[end - 1] === 0) end -= 1
  if (bytes[end - 2] !== 0xff || bytes[end - 1] !== 0xd9) return 'brokenPicture'
  for (let at = 2; at + 4 <= end; ) {
    if (bytes[at] !== 0xff) return 'brokenPicture'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else if (startsFrame(marker)) {
      if (at + 9 > end) return 'brokenPicture'
      return { type: 'image/jpeg', height: word(bytes, at + 5), width: word(bytes, at + 7) }
    } else {
      const length = word(bytes, at + 2)
      if (length < 2) return 'brokenPicture'
      at += length + 2
    }
  }
  return 'brokenPicture'
}

/** A JPEG or a PNG by its first bytes, whatever its name; refuses others, broken ones, and those above `mostDots` a side or `mostArea`. */
export function pictureOf(bytes: Uint8Array): Picture | PictureTrouble {
  const found = begins(bytes, pngSignature)
    ? png(bytes)
    : begins(bytes, [0xff, 0xd8, 0xff])
      ? jpeg(bytes)
      : ('notAPicture' as const)
  if (typeof found === 'string') return found
  if (found.width === 0 || found.height === 0) return 'brokenPicture'
  const tooBig = found.width > mostDots || found.height > mostDots || found.width * found.height > mostArea
  return tooBig ? 'pictureTooBig' : found
}
