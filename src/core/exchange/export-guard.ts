/**
 * Keeps a spreadsheet from taking a text of a CSV file for a formula (OWASP "CSV injection"), and takes the
 * guard off again when the list comes back.
 */

/** Blanks and invisible characters a spreadsheet skips before it looks for a formula. */
const SKIPPED = '[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*'
/** What starts a formula, full-width forms included, and the characters that start a new cell in a careless reader. */
const STARTS = new RegExp(`^'*(?:${SKIPPED}[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]|[\\t\\r\\n\\0])`, 'u')
/** Telephone numbers and amounts may start with a sign: spoiling every `+33…` would cost more than it protects. */
const HARMLESS = /^[+-]?[0-9 ().,/-]+$/

const dangerous = (text: string): boolean => STARTS.test(text) && !HARMLESS.test(text)

/** The text as it may stand in a CSV cell: an apostrophe goes before what could be read as a formula. */
export const guarded = (text: string): string => (dangerous(text) ? `'${text}` : text)

/** The text as it was before {@link guarded}: takes off exactly the apostrophe that put. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && dangerous(text.slice(1)) ? text.slice(1) : text

/**
 * Whether a text was written to be taken for a formula: `=cmd|...`, `@SUM(...)`, `-2+3+cmd|...`, `+A1`. Telephones,
 * amounts, a lone dash and lists begun by a dash are none.
 */
export const formulaLike = (text: string): boolean =>
  /^[=\uff1d]\s*[\p{L}\d"'({$+@-]/u.test(text) ||
  /^[@\uff20]\p{L}[\p{L}\d._]*\s*[(|!]/u.test(text) ||
  /^[+\-\uff0b\uff0d](?:[^\s|(!]*\p{L}[|(!]|[^\s|]*[|]|\$?[A-Z]{1,3}\$?\d{1,7}(?:[-+*/^&%:]|$))/u.test(text)
