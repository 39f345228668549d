/** Stands for what cannot be a character at all (half of a surrogate pair); no font may draw it. */
export const UNREADABLE = '\ufffd'

const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf]*$/
/** Controls, formats and the separators that end a line; tabs and line ends count as spaces. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const UNPRINTABLE = /\p{Cc}|\p{Cf}/gu
/** Joiners are formats too, but letters need them. */
const NEEDED = /\u200c|\u200d/

/**
 * Text as it may be printed: composed (NFC), on one line, without control characters, soft hyphens or directional
 * overrides (directions are ours to find). Half surrogates become `UNREADABLE`, so that they are reported.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .replace(BREAKS, ' ')
    .replace(UNPRINTABLE, (format) => (NEEDED.test(format) ? format : ''))
    .normalize('NFC')
}

/** Text of a field as printed: cleaned, with the curved apostrophe. Not for addresses of e-mail, whose signs are their own. */
export function typographic(text: string): string {
  const clean = cleanText(text)
  return clean.includes("'") ? clean.replace(/(?<=\p{L})'(?=[\p{L})])/gu, '’') : clean
}

/**
 * French typography of running text: apostrophes, points of suspension, no-break spaces before high punctuation,
 * inside guillemets and in numbers (Lexique des règles typographiques en usage à l’Imprimerie nationale).
 */
export function frenchText(text: string): string {
  return cleanText(text)
    .replace(/'/g, '’')
    .replace(/\.\.\./g, '…')
    .replace(/[ \u00a0\u202f]*([;!?])(?=\s|$|[»)\]])/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]+»/g, '\u202f»')
    .replace(/«[ \u00a0\u202f]*/g, '«\u202f')
    .replace(/(\S)[ \u00a0\u202f]+:(?=\s|$)/g, '$1\u00a0:')
    .replace(/(\d)[ \u00a0](?=[%€])/g, '$1\u202f')
    .replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, '$1\u202f')
    .replace(/\b(n[o°]|art\.|p\.|M\.|Mme|Mlle) (?=\S)/g, '$1\u00a0')
}
