/** Writing systems the engine knows, with their OpenType tags. */
const TAGS = {
  Latin: 'latn',
  Greek: 'grek',
  Cyrillic: 'cyrl',
  Arabic: 'arab',
  Hebrew: 'hebr',
  Thai: 'thai',
  Devanagari: 'dev2',
  Georgian: 'geor',
  Armenian: 'armn',
  Han: 'hani',
  Hiragana: 'kana',
  Katakana: 'kana',
  Hangul: 'hang',
} as const

export type Script = keyof typeof TAGS

const TESTS = (Object.keys(TAGS) as Script[]).map(
  (script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const,
)
const remembered = new Map<number, Script | null>()

/** Writing system of a character; null for spaces, digits, punctuation, symbols and marks. */
export function scriptOf(codePoint: number): Script | null {
  let script = remembered.get(codePoint)
  if (script === undefined) {
    const character = String.fromCodePoint(codePoint)
    script = TESTS.find(([, test]) => test.test(character))?.[0] ?? null
    remembered.set(codePoint, script)
  }
  return script
}

export function openTypeTag(script: Script): string {
  return TAGS[script]
}

/** Two scripts that may share one run of glyphs: those of Japanese do, all others stand alone. */
export function sameRun(a: Script | null, b: Script | null): boolean {
  return a === null || b === null || a === b || (isJapanese(a) && isJapanese(b))
}

function isJapanese(script: Script): boolean {
  return script === 'Han' || script === 'Hiragana' || script === 'Katakana'
}

const EXTENDING = /\p{M}|\u200c|\u200d|\p{Emoji_Modifier}|\p{Variation_Selector}/u
const REGIONAL = /^[\u{1f1e6}-\u{1f1ff}]$/u

/** Text in clusters that must not be parted: a base with its marks, an emoji sequence, a flag. */
export function clusters(text: string): string[] {
  const found: string[] = []
  for (const character of text) {
    const last = found.length - 1
    const previous = found[last]
    if (
      previous !== undefined &&
      (EXTENDING.test(character) || previous.endsWith('\u200d') || flagOpen(previous, character))
    )
      found[last] = previous + character
    else found.push(character)
  }
  return found
}

function flagOpen(previous: string, character: string): boolean {
  return REGIONAL.test(previous) && REGIONAL.test(character)
}
