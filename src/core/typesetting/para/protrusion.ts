import type { Style } from './line.ts'

/** How far a character may stand outside the margin, as shares of its own width: left side, right side. */
const SHARES: Readonly<Record<string, readonly [number, number]>> = {
  '.': [0, 0.5],
  ',': [0, 0.5],
  '-': [0, 0.4],
  '‐': [0, 0.4],
  '–': [0, 0.25],
  '—': [0, 0.2],
  '«': [0.25, 0],
  '»': [0, 0.25],
  '“': [0.35, 0],
  '”': [0, 0.35],
  '‘': [0.35, 0],
  '’': [0, 0.4],
  ':': [0, 0.25],
  ';': [0, 0.25],
  '!': [0, 0.15],
  '?': [0, 0.15],
  '…': [0, 0.2],
  '(': [0.08, 0],
  ')': [0, 0.12],
  A: [0.04, 0.04],
  T: [0.05, 0.05],
  V: [0.05, 0.05],
  W: [0.04, 0.04],
  Y: [0.05, 0.05],
  r: [0, 0.03],
  f: [0, 0.03],
}

/** Optical margin in points: what of this character hangs out at the start (0) or the end (1) of a line. */
export function protrusion(character: string | undefined, side: 0 | 1, { face, size }: Style): number {
  if (character === undefined) return 0
  const share = SHARES[character]?.[side] ?? 0
  return share === 0 ? 0 : (share * face.width(character) * size) / 1000
}
