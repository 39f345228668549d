/** What a program or a person writes to the command, within bounds, until it ends or somebody stops it. */
import { Refusal } from '../core/kit/refusal.ts'
import { UsageFailure } from './command.ts'
import { type Language, words } from './words.ts'

/** Bytes accepted at once: a request itself is at most 1 MB. */
const most = 2_000_000

type Reading = { readonly signal: AbortSignal; readonly language: Language }

/** All of standard input. Refuses more than 2 MB. */
export async function standardInput(reading: Reading): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of pieces(reading)) {
    size += part.length
    if (size > most) throw new UsageFailure(words(reading.language).inputTooLong)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Each line of standard input as it comes, blank ones left out. Refuses a line of more than 2 MB. */
export async function* standardLines(
  reading: Reading,
): AsyncGenerator<{ readonly text: string; readonly line: number }> {
  let line = 0
  let parts: Buffer[] = []
  let size = 0
  const keep = (bytes: Buffer) => {
    size += bytes.length
    if (size > most) throw new UsageFailure(words(reading.language).inputTooLong)
    parts.push(bytes)
  }
  const whole = () => {
    const text = Buffer.concat(parts).toString('utf8').trim()
    parts = []
    size = 0
    line += 1
    return { text, line }
  }
  for await (const part of pieces(reading)) {
    let from = 0
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, from)) {
      keep(part.subarray(from, end))
      from = end + 1
      const one = whole()
      if (one.text !== '') yield one
    }
    keep(part.subarray(from))
  }
  const last = whole()
  if (last.text !== '') yield last
}

/** Ends with `cancelled` when stopped: nobody may ever write again. */
async function* pieces({ signal }: Reading): AsyncGenerator<Buffer> {
  const stop = () => process.stdin.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const part of process.stdin) yield part as Buffer
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  if (signal.aborted) throw new Refusal('cancelled')
}
