import { expect, test } from 'vitest'
import { accentShades, contrast } from './accent.ts'

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('whatever colour the association chooses, white is read on it and its darkest on its lightest', () => {
  for (const accent of ['#ffee00', '#00ffcc', '#ffffff', '#7a1f2b', '#000000', '#88aaff']) {
    const shades = accentShades(accent)
    expect(contrast(shades[6], '#ffffff'), accent).toBeGreaterThan(4.5)
    expect(contrast(shades[7], '#ffffff'), accent).toBeGreaterThan(4.5)
    expect(contrast(shades[8], shades[1]), accent).toBeGreaterThan(4.5)
    expect(contrast(shades[3], '#201e1b'), accent).toBeGreaterThan(4.5)
  }
})
