/** Names Windows keeps for devices, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
}

/**
 * The name of a file to hand out, accepted by every system: ASCII letters, figures and hyphens, at most 100
 * characters with its extension. `fileName(['Annuaire', '2026'], 'pdf')` is `Annuaire-2026.pdf`.
 *
 * @param words what the name says; what cannot be written in ASCII is left out
 */
export function fileName(words: readonly string[], extension: string): string {
  const said = words
    .join('-')
    .replace(/[œŒæÆßøØłŁđĐ]/g, (letter) => LIGATURES[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 99 - extension.length)
    .replace(/^-+|-+$/g, '')
  const safe = said === '' || RESERVED.test(said) ? `amicale-${said}`.replace(/-$/, '') : said
  return `${safe}.${extension}`
}
