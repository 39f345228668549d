/** A file that gives whole contacts: address cards, or our own JSON. Any other is a table, or is refused by its readers. */
import { open } from 'node:fs/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { ContactInput } from '../../people/people.requests.ts'
import type { CardSample, Reading } from '../exchange.requests.ts'
import { readTextFile } from '../reading/csv.ts'
import { formatOfFile } from '../reading/gate.ts'
import { limits } from '../reading/limits.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import type { FileFormat, StagedFile } from '../reading/reading.types.ts'
import type { CardContext } from './card-desk.ts'
import { jsonShape } from './json-pieces.ts'
import { jsonObjects } from './json-table.ts'
import { cardsFile, readCards } from './vcard-cards.ts'

export type ContactsFile = {
  readonly format: FileFormat
  readonly read: (
    context: CardContext,
    give: (row: ReadRow, sample: () => CardSample) => void,
    pause: (done: number, total: number) => Promise<void> | void,
  ) => Promise<void>
}

/** Judges a file by its first bytes. Refuses what the gate refuses, and a file named as cards that holds none. */
export async function contactsIn(file: StagedFile, reading: Reading): Promise<ContactsFile | undefined> {
  if ((await formatOfFile(file)) !== 'text') return undefined
  const cards = await cardsFile(file)
  if (cards === undefined) return jsonIn(file, reading)
  return {
    format: 'vcard',
    read: async (context, give, pause) => {
      // Whoever brings a table in needs none of the rules of cards.
      const { draftOfCard } = await import('./card-draft.ts')
      await readCards(
        file,
        cards,
        (card) => {
          const row = draftOfCard(card, context)
          give(row, () => sampleOf(row))
        },
        pause,
      )
    },
  }
}

/** Our own JSON, by its beginning; other JSON is a table. */
async function jsonIn(file: StagedFile, reading: Reading): Promise<ContactsFile | undefined> {
  if (!(await mayBeJson(file))) return undefined
  const text = await readTextFile(file.path, reading.encoding)
  const shape = jsonShape(text.sample)
  if (shape === undefined) return undefined
  const { draftOfJson, isOwnJson } = await import('./json-draft.ts')
  const { jsonBook, namesPeople } = await import('./json-book.ts')
  if (!isOwnJson(shape, file.name)) return undefined
  return {
    format: 'json',
    read: async (context, give, pause) => {
      /** Goes through the file once more; each object has a number of its own, also when all stand on one line. */
      const through = async (part: number, each: (written: string, line: number, list: string) => void) => {
        let line = 0
        const numbered = (written: string, at: number, list: string) => {
          line = Math.max(line + 1, at)
          if (line - at > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
          each(written, line, list)
        }
        const going = (done: number, total: number) => pause((part * total + done) / 3, total)
        await jsonObjects(file.path, text, shape, numbered, going, true)
      }
      const gathering = jsonBook()
      await through(0, gathering.add)
      const book = gathering.book()
      for (const row of book.refused) give(row, () => sampleOf(row))
      /** Organisations that name people come after them. */
      const later = new Set<number>()
      const draft = (written: string, line: number) => {
        const row = draftOfJson(written, line, context, book)
        give(row, () => sampleOf(row))
      }
      await through(1, (written, line, list) => {
        if (list !== 'contacts') return
        if (namesPeople(written)) later.add(line)
        else draft(written, line)
      })
      if (later.size === 0) return
      await through(2, (written, line) => {
        if (later.has(line)) draft(written, line)
      })
    },
  }
}

/** Whether the first sign is a brace or a bracket: other texts are not looked through twice. */
async function mayBeJson({ path }: StagedFile): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const first = Buffer.alloc(1000)
    const { bytesRead } = await file.read(first, 0, first.length, 0)
    return /^[\0\s\ufeff]*[{[]/.test(first.toString('latin1', 0, bytesRead).replace(/^(ï»¿|ÿþ|þÿ)/, ''))
  } finally {
    await file.close()
  }
}

function sampleOf(row: ReadRow): CardSample {
  const contact = row.contact === undefined ? undefined : (JSON.parse(row.contact) as ContactInput)
  const about = [
    contact?.memberNumber,
    contact?.emails[0]?.address,
    contact?.phones[0]?.number,
    contact?.addresses[0]?.city,
  ].filter((word): word is string => word !== undefined && word !== '')
  return { line: row.line, name: row.name, about, photo: row.photoBytes !== undefined }
}
