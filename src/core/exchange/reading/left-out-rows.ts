/** Picks the lines that are left out while the file is read again, and writes them as they came with the reason beside. */
import type { CsvForm } from '../export.requests.ts'
import { csvHead, csvLine } from '../export-csv.ts'
import { withoutLeftOut } from '../left-out.rules.ts'
import type { LookFacts } from './reader.messages.ts'
import type { RawRow } from './reading.types.ts'

/** `reasons`: a line of text for each line of the file, its number, a tab, why. */
export function leftOutRows(reasons: string, heading: string, form: CsvForm) {
  const why = new Map<number, string>()
  for (const text of reasons.split('\n')) {
    const tab = text.indexOf('\t')
    if (tab < 0) continue
    const line = Number(text.slice(0, tab))
    const before = why.get(line)
    const reason = text.slice(tab + 1)
    why.set(line, before === undefined || before === reason ? reason : `${before}, ${reason}`)
  }
  let width = 0
  let headers = 0
  let rows = 0
  const pieces: Buffer[] = []
  const put = (text: string) => pieces.push(Buffer.from(text))
  return {
    /** The last column is ours already when the list is brought in a second time: it says the new reason. */
    header: (names: readonly string[]) => {
      headers = names.length
      width = withoutLeftOut(names, names).length
      put(csvHead([...names.slice(0, width), heading], form))
    },
    row: ({ line, cells }: RawRow) => {
      const reason = why.get(line)
      if (reason === undefined) return
      rows += 1
      const kept = Array.from({ length: width }, (_, at) => cells[at] ?? '')
      // What stood beside the table stays beside it.
      put(csvLine([...kept, reason, ...cells.slice(headers)], form))
    },
    made: (): NonNullable<LookFacts['leftOut']> => ({ bytes: new Uint8Array(Buffer.concat(pieces)), rows }),
  }
}
