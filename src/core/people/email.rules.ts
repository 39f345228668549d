/** Whether an e-mail address can be one (RFC 5321, 5322, 6531). A doubtful one is shown to be looked at, never refused. */

/** Characters a local part may hold without quotation marks, in ASCII or beyond (RFC 6531). */
const atom = /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\p{ASCII}\p{C}\p{Z}])+$/u
const label =
  /^(?:[A-Za-z0-9]|[^\p{ASCII}\p{C}\p{Z}])(?:(?:[A-Za-z0-9-]|[^\p{ASCII}\p{C}\p{Z}])*(?:[A-Za-z0-9]|[^\p{ASCII}\p{C}\p{Z}]))?$/u
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/

const bytes = (text: string): number => new TextEncoder().encode(text).length

/**
 * One local part of at most 64 bytes, an @, and a domain of labels of at most 63 letters that does not end in figures.
 * A domain needs no dot (`test@io` is one); comments, folded blanks and addresses in brackets are of no use to members.
 */
export function isEmail(address: string): boolean {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (at < 1 || bytes(local) > 64 || bytes(address) > 254 || bytes(domain) > 253) return false
  if (!quoted.test(local) && !local.split('.').every((part) => atom.test(part))) return false
  const labels = domain.split('.')
  return labels.every((part) => label.test(part) && bytes(part) <= 63) && !/^\d+$/.test(labels.at(-1) ?? '')
}

/** Whether an address needs no second look: one that can be, as people have them, with a dotted domain and no quotation marks. */
export function emailLooksRight(address: string): boolean {
  const written = address.trim()
  return isEmail(written) && !written.startsWith('"') && /@[^@]+\.[^@.\d]{2,}$/u.test(written)
}
