import bidiFactory from 'bidi-js'

type Direction = 'ltr' | 'rtl'

/** A stretch of text in one direction; its characters stay in the order they are read. */
export type Stretch = { readonly text: string; readonly direction: Direction }

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
// The package's types describe a CommonJS module, of which Node hands over the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/**
 * One line of text as stretches from left to right on the page (Unicode Bidirectional Algorithm, rule L2), brackets
 * mirrored (L4). The line runs from left to right as soon as a Latin letter stands on it, else as its first strong
 * character: `ירושלים 9422108, Israël` ends with the country, whatever it begins with.
 */
export function visualOrder(text: string): readonly Stretch[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, direction: 'ltr' }]
  const { levels } = bidi.getEmbeddingLevels(text, /\p{Script=Latin}/u.test(text) ? 'ltr' : 'auto')
  const stretches: { text: string; level: number }[] = []
  for (let start = 0; start < text.length; ) {
    let end = start + 1
    while (end < text.length && levels[end] === levels[start]) end++
    stretches.push({ text: text.slice(start, end), level: levels[start] ?? 0 })
    start = end
  }
  const highest = Math.max(...stretches.map((stretch) => stretch.level))
  for (let level = highest; level >= 1; level--) reverseFrom(stretches, level)
  return stretches.map(({ text, level }) =>
    level % 2 === 1 ? { text: mirrored(text), direction: 'rtl' } : { text, direction: 'ltr' },
  )
}

function reverseFrom(stretches: { text: string; level: number }[], level: number): void {
  for (let start = 0; start < stretches.length; start++) {
    let end = start
    while (end < stretches.length && stretches[end]!.level >= level) end++
    if (end > start) {
      stretches.splice(start, end - start, ...stretches.slice(start, end).reverse())
      start = end
    }
  }
}

function mirrored(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('')
}
