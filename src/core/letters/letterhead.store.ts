/** The letterhead as it is kept, and as it travels to the pages. */
import { readDocument } from '../register/documents.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import type { Head } from './letters.job.ts'
import type { LetterheadInput } from './letters.requests.ts'

const columns = [
  ...(['address', 'reach', 'legal', 'place', 'signatory', 'quality', 'email', 'iban', 'bic', 'window'] as const),
] as const

type Row = LetterheadInput & { readonly emblem: string }
const empty: Row = {
  ...{ address: '', reach: '', legal: '', place: '', signatory: '', quality: '', email: '', iban: '', bic: '' },
  ...{ window: 'any', emblem: '' },
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '')

export type LetterheadStore = ReturnType<typeof letterheadStore>

export function letterheadStore(register: Register) {
  const row = register.prepare(`SELECT ${columns.join(', ')}, emblem FROM letterhead WHERE id = 1`)
  const written = register.prepare(
    `INSERT INTO letterhead (id, ${columns.join(', ')}) VALUES (1, ${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  )
  const emblem = register.prepare(
    'INSERT INTO letterhead (id, emblem) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET emblem = excluded.emblem',
  )
  const read = (): Row => (row.get() as Row | undefined) ?? empty
  return {
    read,
    write: (input: LetterheadInput): void => void written.run(...columns.map((column) => input[column])),
    /** SHA-256 of a document, or nothing. */
    setEmblem: (sha256: string): void => void emblem.run(sha256),
    /** What every page says of the association; `day` is the day the papers bear. */
    head: (day: string): Head => {
      const { name, accent, language } = readAssociation(register)
      const kept = read()
      const picture = kept.emblem === '' ? undefined : readDocument(register.folder, kept.emblem)
      return {
        association: name,
        accent,
        language,
        day,
        address: linesOf(kept.address),
        reach: linesOf(kept.reach),
        legal: kept.legal,
        place: kept.place,
        signatory: kept.signatory,
        quality: kept.quality,
        window: kept.window,
        ...(picture === undefined ? {} : { emblem: new Uint8Array(picture) }),
      }
    },
  }
}
