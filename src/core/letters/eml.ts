/** A message as mail programs open it (RFC 5322, 2045, 2047), unsent: the secretary reads it and sends it herself. */

const ascii = /^[\x20-\x7e]*$/
const encoder = new TextEncoder()

/** Words of a header: as they are when ASCII, else encoded in pieces of at most 75 characters (RFC 2047, 2). */
export function headerWords(text: string): string {
  if (ascii.test(text)) return text
  const words: string[] = []
  let piece = ''
  for (const character of text) {
    // 45 bytes make 60 characters of base64, and the frame 12 more.
    if (encoder.encode(piece + character).length > 45) {
      words.push(piece)
      piece = ''
    }
    piece += character
  }
  words.push(piece)
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ')
}

/** Text in quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, line ends as they are. */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const pieces: string[] = []
      let now = ''
      const bytes = encoder.encode(line)
      for (const [at, byte] of bytes.entries()) {
        const last = at === bytes.length - 1
        const plain = (byte >= 33 && byte <= 126 && byte !== 61) || (byte === 32 && !last)
        const written = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        if (now.length + written.length > 75) {
          pieces.push(`${now}=`)
          now = ''
        }
        now += written
      }
      return [...pieces, now].join('\r\n')
    })
    .join('\r\n')
}

/** Addresses on lines of their own, so that no header line grows too long. */
const list = (addresses: readonly string[]): string => addresses.join(',\r\n ')

export type Message = {
  readonly from: string
  readonly fromName: string
  readonly to: readonly string[]
  /** Blind copies: nobody sees another's address. */
  readonly hidden: readonly string[]
  readonly subject: string
  /** Lines parted by `\n`. */
  readonly text: string
}

export function emlOf({ from, fromName, to, hidden, subject, text }: Message): string {
  const sender =
    from === ''
      ? ''
      : `${ascii.test(fromName) ? `"${fromName.replace(/["\\]/g, '')}"` : headerWords(fromName)} <${from}>`
  const headers = [
    ...(sender === '' ? [] : [`From: ${sender}`]),
    // A message to hidden addresses alone is to oneself; without an address of one's own, to nobody that is named.
    `To: ${to.length > 0 ? list(to) : from === '' ? 'undisclosed-recipients:;' : from}`,
    ...(hidden.length > 0 ? [`Bcc: ${list(hidden)}`] : []),
    `Subject: ${headerWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'X-Unsent: 1',
  ]
  return `${headers.join('\r\n')}\r\n\r\n${quotedPrintable(text)}\r\n`
}
