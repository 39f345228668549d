/** Reads what stands in single cells of a list: several e-mails, a year in a date, an address on several lines. */
import { countryCode } from '../people/country.rules.ts'

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

type WrittenAddress = {
  readonly complement: string
  readonly street: string
  readonly locality: string
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly override: string
}

const noAddress: WrittenAddress = {
  complement: '',
  street: '',
  locality: '',
  postcode: '',
  city: '',
  country: '',
  override: '',
}

const postBox = /^(bp|b\.p\.|cs|tsa|boîte postale|po box|p\.o\. box|postfach)\s*\d/i

/** The words of several lines before the town: the last is the street, what stands before completes it. */
export function streetLines(lines: readonly string[]): Pick<WrittenAddress, 'complement' | 'street' | 'locality'> {
  const boxes = lines.filter((line) => postBox.test(line))
  const others = lines.filter((line) => !postBox.test(line))
  const numbered = others.findIndex((line) => /^\d+\s*(bis|ter|quater|[a-d])?[\s,]+\p{L}/iu.test(line))
  const at = numbered >= 0 ? numbered : others.length - 1
  return {
    street: others[at] ?? '',
    complement: others.slice(0, Math.max(0, at)).join(', '),
    locality: [...others.slice(at + 1), ...boxes].join(', '),
  }
}

/**
 * An address in one cell taken apart at its postcode. What cannot be is kept to be printed as written
 * (`override`), so that nothing is lost.
 */
export function addressIn(cell: string): WrittenAddress {
  const byLines = cell
    .split(/\s*[\n\r]+\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const parts = byLines.length > 1 ? byLines : cell.split(/\s*[,;]\s+|\s+-\s+/).filter((part) => part.trim() !== '')
  const country = parts.length > 1 ? countryCode(parts.at(-1) as string) : undefined
  const inside = country === undefined ? parts : parts.slice(0, -1)
  for (let at = inside.length - 1; at >= 0; at -= 1) {
    const found = /^(.*?)[,\s]*\b(?:[A-Z]{1,2}-)?(\d{4,5})\s+(\D[^\d]*)$/u.exec(inside[at] as string)
    if (!found || (at === 0 && inside.length > 1)) continue
    const before = [...inside.slice(0, at), found[1] as string].map((line) => line.trim()).filter((line) => line !== '')
    if (before.length === 0 && inside.length > 1) continue
    return {
      ...noAddress,
      ...streetLines(before),
      postcode: found[2] as string,
      city: [found[3] as string, ...inside.slice(at + 1)].join(', ').trim(),
      country: country ?? '',
    }
  }
  return { ...noAddress, override: parts.join('\n') }
}
