/** Sends a file to the office in pieces, since a request has a bound; says how far as it goes. */
import type { Progress } from '../../../core/kit/request.ts'
import { client } from '../client.ts'

/** Bytes of a piece; a multiple of three, so that each piece is whole in base64. */
const pieceSize = 600_000

/** The browser's own encoder, off the page's thread. */
function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(piece)
  })
}

/** @returns the name under which the office keeps the file until it is imported or forgotten. */
export async function* sendFile(file: File, signal: AbortSignal): AsyncGenerator<Progress, string, void> {
  let staging: string | undefined
  for (let sent = 0; sent < file.size || staging === undefined; sent += pieceSize) {
    yield { phase: 'sending', done: sent, total: file.size }
    const chunk = await base64Of(file.slice(sent, sent + pieceSize))
    const answer = await client.exchange.stage(
      { name: file.name.slice(-255), chunk, ...(staging === undefined ? {} : { staging }) },
      { signal },
    )
    staging = answer.staging
  }
  return staging
}
