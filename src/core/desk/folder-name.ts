/** The name of an association's folder, from what the association is called. */

/** What no file system of ours accepts in a name, control characters included. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu

/** Names Windows keeps for its devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** `L’Amicale: anciens` becomes `L’Amicale anciens.amicale`: accents stay, at most 80 characters. */
export function associationFolderName(name: string): string {
  const words = name.normalize('NFC').replaceAll(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const short = [...words]
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '')
  const safe = short === '' || reserved.test(short) ? `Association ${short}`.trim() : short
  return `${safe}.amicale`
}
