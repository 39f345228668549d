/** Ten shades of the association's colour, light to dark, readable wherever the theme puts text on them or with them. */
import type { MantineColorsTuple } from '@mantine/core'

type Channels = readonly [number, number, number]

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16)
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

function hexOf(rgb: Channels): string {
  const byte = (channel: number) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${rgb.map(byte).join('')}`
}

const luminance = ([red, green, blue]: Channels): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(channels(one)), luminance(channels(other))].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function mixed(hex: string, towards: string, share: number): string {
  const from = channels(hex)
  const to = channels(towards)
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share
  return hexOf([at(0), at(1), at(2)])
}

/** The colour darkened just enough for white text to be read on it (WCAG AA, 4.5). */
function readableUnderWhite(hex: string): string {
  let colour = hex
  for (let step = 0; step < 40 && contrast(colour, '#ffffff') < 5; step++) colour = mixed(colour, '#000000', 0.08)
  return colour
}

/** @param accent `#rrggbb`. @returns the tuple the theme asks for; the seventh is the accent itself, or a little darker. */
export function accentShades(accent: string): MantineColorsTuple {
  const ink = readableUnderWhite(accent)
  const tint = (share: number) => mixed(ink, '#ffffff', share)
  const shade = (share: number) => mixed(ink, '#000000', share)
  return [
    tint(0.93),
    tint(0.85),
    tint(0.7),
    tint(0.55),
    tint(0.4),
    tint(0.16),
    ink,
    shade(0.22),
    shade(0.42),
    shade(0.6),
  ]
}
