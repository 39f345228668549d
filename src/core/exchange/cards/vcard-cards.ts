/** Gathers properties into cards, with what was odd about their shape. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Refusal } from '../../kit/refusal.ts'
import { markedEncoding, textReader, wideEncoding } from '../reading/encoding.ts'
import { limits } from '../reading/limits.ts'
import type { StagedFile } from '../reading/reading.types.ts'
import { cardLimits } from './vcard-limits.ts'
import { liner, type RawProperty, unfolder } from './vcard-lines.ts'
import { type Property, readProperty } from './vcard-values.ts'

export type Card = {
  /** Where it begins. */
  readonly line: number
  readonly version: Property['version']
  readonly properties: readonly Property[]
  /** Cards inside, as in AGENT, each with its own properties. */
  readonly inner: readonly Card[]
  /** It stopped without its END. */
  readonly unfinished: boolean
  /** Properties were left, for there were too many bytes of them. */
  readonly tooLarge: boolean
}

type Gathered = {
  readonly line: number
  readonly raw: RawProperty[]
  readonly inner: Card[]
  bytes: number
  /** Properties it has, kept or not. */
  count: number
  tooLarge: boolean
}

const versionOf = (raw: readonly RawProperty[]): Property['version'] => {
  const written = raw.find(({ head }) => /^version$/i.test(head))?.value.trim()
  return written === '2.1' || written === '4.0' ? written : '3.0'
}

function finished(card: Gathered, unfinished: boolean): Card {
  const version = versionOf(card.raw)
  const properties = card.raw.flatMap((raw) => readProperty(raw, version) ?? [])
  const { line, inner, tooLarge } = card
  return { line, version, properties, inner, unfinished, tooLarge }
}

/** Takes properties one by one and gives whole cards. Refuses cards nested too deep, or without an end (`fileDangerous`). */
export function gatherer(give: (card: Card) => void) {
  const nest: Gathered[] = []
  const begin = (line: number) => {
    if (nest.length >= cardLimits.depth) throw new Refusal('fileDangerous', { reason: 'depth', line })
    nest.push({ line, raw: [], inner: [], bytes: 0, count: 0, tooLarge: false })
  }
  const close = (unfinished: boolean) => {
    const card = nest.pop()
    if (card === undefined) return
    const around = nest.at(-1)
    if (around === undefined) give(finished(card, unfinished))
    else if (around.inner.length < 20) around.inner.push(finished(card, unfinished))
  }
  const closeAll = () => {
    while (nest.length > 0) close(true)
  }
  /** A card that begins inside another is nested when the last thing said was that one follows. */
  const announced = (card: Gathered | undefined): boolean => {
    const last = card?.raw.at(-1)
    return last !== undefined && /^(?:[\w-]+\.)?agent\b/i.test(last.head) && last.value.trim() === ''
  }
  return {
    property: (raw: RawProperty) => {
      const card = nest.at(-1)
      const word = /^(begin|end)$/i.exec(raw.head)?.[1]?.toLowerCase()
      if (word !== undefined && /^\s*vcard\s*$/i.test(raw.value)) {
        if (word === 'end') close(false)
        else {
          if (!announced(card)) closeAll()
          begin(raw.line)
        }
        return
      }
      // What stands between cards is of none.
      if (card === undefined) return
      if (/^(?:[\w-]+\.)?agent\b/i.test(raw.head) && /^\s*begin\s*:\s*vcard\s*$/i.test(raw.value)) {
        begin(raw.line)
        return
      }
      card.count += 1
      if (card.count > cardLimits.propertiesAtAll)
        throw new Refusal('fileDangerous', { reason: 'properties', line: raw.line })
      card.bytes += raw.value.length + raw.head.length
      if (card.bytes > cardLimits.cardBytes || card.raw.length >= cardLimits.properties) card.tooLarge = true
      else card.raw.push(raw)
    },
    end: closeAll,
  }
}

const sampleBytes = 64 * 1024

/** How a file of cards is written, or undefined when it holds none. */
export type CardsFile = { readonly wide: ReturnType<typeof wideEncoding>; readonly loneReturns: boolean }

/** Looks at the first bytes for the beginning of a card, before which only remarks and empty lines stand. */
export async function cardsFile({ path, name }: StagedFile): Promise<CardsFile | undefined> {
  const file = await open(path, 'r')
  const first = Buffer.alloc(sampleBytes)
  let size: number
  try {
    size = (await file.read(first, 0, sampleBytes, 0)).bytesRead
  } finally {
    await file.close()
  }
  const sample = first.subarray(0, size)
  const marked = markedEncoding(sample)
  const wide = marked === 'utf-8' ? undefined : (marked ?? wideEncoding(sample))
  const text = wide === undefined ? sample.toString('latin1') : textReader(wide).piece(sample)
  const start = text.replace(/^(?:\ufeff|ï»¿)/, '')
  if (/^(?:\s*#[^\r\n]*[\r\n])*\s*begin[ \t]*:[ \t]*vcard\s/i.test(`${start}\n`))
    return { wide, loneReturns: !text.includes('\n') && text.includes('\r') }
  // A file named as cards that holds none is said to be none, and is no table either.
  if (/\.(vcf|vcard)$/i.test(name) || /^\s*begin[ \t]*:[ \t]*vcar/i.test(start))
    throw new Refusal('fileUnknownFormat', { name, found: 'noCards' })
  return undefined
}

/** Reads all the cards of a file. Refuses more than `limits.rows`. */
export async function readCards(
  file: StagedFile,
  { wide, loneReturns }: CardsFile,
  give: (card: Card) => void,
  pause: (done: number, total: number) => Promise<void> | void,
): Promise<void> {
  let cards = 0
  const cardsOf = gatherer((card) => {
    cards += 1
    if (cards > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
    give(card)
  })
  const properties = unfolder(cardsOf.property)
  let first = true
  const lines = liner(loneReturns, (text, line) => {
    const clean = first ? text.replace(/^(?:ï»¿)+/, '') : text
    first = false
    properties.line(clean, line)
  })
  const reader = wide === undefined ? undefined : textReader(wide)
  let done = 0
  const handle = await open(file.path, 'r')
  const total = (await handle.stat()).size
  await handle.close()
  for await (const piece of createReadStream(file.path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    done += piece.length
    lines.piece(reader === undefined ? piece : Buffer.from(reader.piece(piece)))
    await pause(done, total)
  }
  if (reader !== undefined) lines.piece(Buffer.from(reader.end()))
  lines.end()
  properties.end()
  cardsOf.end()
}
