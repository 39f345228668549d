/** Reads what stands in single cells of a list: several e-mails, a year in a date, groups. */

/** The e-mail addresses of a cell, as written. Names and angle brackets around them are left out. */
export function emailsIn(cell: string): readonly string[] {
  const parts = cell.split(/\s*(?:[;,|\n]|:::|\s\/\s|\/(?=[^@/]+@)|\s(?:ou|or|et|and)\s)\s*/i)
  const addresses = parts.flatMap((part) => {
    const bracketed = /<([^<>\s]+@[^<>\s]+)>/.exec(part)?.[1]
    if (bracketed !== undefined) return [bracketed]
    const text = part.replace(/^mailto:/i, '').trim()
    const several = text.split(/\s+/)
    return several.length > 1 && several.every((word) => word.includes('@')) ? several : [text]
  })
  return addresses.filter((address) => address !== '')
}

/** Words that stand for "none". */
export const isNothing = (cell: string): boolean =>
  /^(-+|–|—|\/|\.+|\?+|néant|neant|aucune?|sans|n\/a|na|nc|none|nil|null|inconnue?)$/i.test(cell)

/**
 * Whether an e-mail address could be delivered to: one @, no blank, a domain with a dot. Deliberately wide
 * (RFC 5321 length of the local part, letters of all scripts): what it refuses is certainly mistyped.
 */
export const plausibleEmail = (address: string): boolean =>
  /^[^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]+\.[^\s@.<>()[\],;:"]{2,}$/u.test(address) && !address.includes('..')

/** The year of a cell that holds a year or a day; `whole` when there was nothing else in it. */
export function yearIn(cell: string): { readonly year: string; readonly whole: boolean } | undefined {
  if (/^(18|19|20)\d\d$/.test(cell)) return { year: cell, whole: true }
  const day =
    /^((?:18|19|20)\d\d)[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?\b/.exec(cell)?.[1] ??
    /^\d{1,2}[-/. ]\d{1,2}[-/. ]((?:18|19|20)\d\d)\b/.exec(cell)?.[1] ??
    /^(?:\d{1,2}[ -])?\p{L}{3,9}\.?[ -]((?:18|19|20)\d\d)$/u.exec(cell)?.[1] ??
    /^(?:\d{1,2}\/)((?:18|19|20)\d\d)$/.exec(cell)?.[1]
  return day === undefined ? undefined : { year: day, whole: false }
}

/** The groups of a cell. Commas part them only where the header is a plural. */
export function groupsIn(cell: string, plural: boolean): readonly string[] {
  return cell
    .split(plural ? /\s*(?:[;|,\n]|:::|\s\/\s)\s*/ : /\s*(?:[;|\n]|:::)\s*/)
    .map((name) => name.replace(/^\*\s*/, '').trim())
    .filter((name) => name !== '' && name !== 'myContacts')
}
