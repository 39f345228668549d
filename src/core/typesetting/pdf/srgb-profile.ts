/** Colour as an archive file must say it: an ICC profile of sRGB (IEC 61966-2-1), worked out here so that no file travels for it. */

/** Red, green and blue of sRGB as seen under D50 (Bradford), and its white, D65: X, Y, Z. */
const PRIMARIES = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
  wtpt: [0.95047, 1, 1.08883],
} as const
const D50 = [0.9642, 1, 0.8249] as const
const STEPS = 1024
const NAME = 'sRGB IEC61966-2-1'

/** The profile, version 2.1 (ICC.1:1998-09), as every reader of PDF/A takes it; the same bytes each time. */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve()
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description(NAME)],
    ['cprt', typed('text', ascii('No copyright, use freely\0'))],
    ...Object.entries(PRIMARIES).map(([tag, point]) => [tag, typed('XYZ ', xyz(point))] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  /** What each block of data is and where it stands: the three curves are one. */
  const places = new Map<Uint8Array, number>()
  let end = 128 + 4 + 12 * tags.length
  for (const [, data] of tags) {
    if (places.has(data)) continue
    places.set(data, end)
    end += Math.ceil(data.length / 4) * 4
  }
  const bytes = new Uint8Array(end)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, end)
  view.setUint32(8, 0x02100000)
  bytes.set(ascii('mntrRGB XYZ '), 12)
  // Made on 1 January 2000: a year, a month, a day.
  for (const [at, value] of [2000, 1, 1].entries()) view.setUint16(24 + 2 * at, value)
  bytes.set(ascii('acsp'), 36)
  bytes.set(xyz(D50), 68)
  view.setUint32(128, tags.length)
  for (const [at, [tag, data]] of tags.entries()) {
    const entry = 132 + 12 * at
    bytes.set(ascii(tag), entry)
    view.setUint32(entry + 4, places.get(data) ?? 0)
    view.setUint32(entry + 8, data.length)
  }
  for (const [data, place] of places) bytes.set(data, place)
  return bytes
}

function toneCurve(): Uint8Array {
  const data = new Uint8Array(4 + 2 * STEPS)
  const view = new DataView(data.buffer)
  view.setUint32(0, STEPS)
  for (let step = 0; step < STEPS; step++) {
    const value = step / (STEPS - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    view.setUint16(4 + 2 * step, Math.round(linear * 0xffff))
  }
  return typed('curv', data)
}

/** A name in ASCII, with the empty Unicode and Macintosh forms the type asks for. */
function description(name: string): Uint8Array {
  const text = ascii(`${name}\0`)
  const data = new Uint8Array(4 + text.length + 8 + 3 + 67)
  new DataView(data.buffer).setUint32(0, text.length)
  data.set(text, 4)
  return typed('desc', data)
}

function typed(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length)
  bytes.set(ascii(type))
  bytes.set(data, 8)
  return bytes
}

/** Three numbers of 16 bits before the point and 16 after. */
function xyz(point: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(12)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of point.entries()) view.setInt32(4 * at, Math.round(value * 0x10000))
  return bytes
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
