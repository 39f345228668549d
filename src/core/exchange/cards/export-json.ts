/** Lists going out as our own JSON, a contact a line. On the papers thread. */
import type { ExportHead } from '../export.job.ts'
import type { ExportWriter } from '../export-writers.ts'
import type { PhotographedContact } from './export-cards.ts'
import { jsonFormat, jsonVersion } from './own-json.ts'

/** The contact without what the register computes or numbers: `id` becomes `ref`, its photo is in base64. */
function sheetOf({ photo, id, ...contact }: PhotographedContact, households: ReadonlySet<number>): object {
  const {
    revision: _revision,
    sortKey: _sortKey,
    displayName: _shown,
    trashed: _trashed,
    mergedInto: _into,
    ...sheet
  } = contact
  const addresses = sheet.addresses.map(({ household, ...address }) => ({
    ...address,
    household: household !== null && households.has(household) ? household : null,
  }))
  const shown = photo === undefined ? {} : { photo: Buffer.from(photo.bytes).toString('base64') }
  return { ref: id, ...sheet, addresses, ...shown }
}

type JsonHead = Pick<ExportHead, 'association' | 'day' | 'households'>

/** What stands before the contacts: a household a line, so that each can be told by its own. */
const headOf = ({ association, day, households }: JsonHead): string => {
  const head = JSON.stringify({ format: jsonFormat, version: jsonVersion, association, day })
  const lines = households.map((household) => `\n${JSON.stringify(household)}`).join()
  return `${head.slice(0, -1)},"households":[${lines}],"contacts":[`
}

/** The file as text, some contacts at a time: a long list would not fit in one string. */
export function jsonText(head: JsonHead): {
  readonly head: string
  readonly contacts: (some: readonly PhotographedContact[]) => string
  readonly end: string
} {
  const households = new Set(head.households.map(({ ref }) => ref))
  let lead = '\n'
  return {
    head: headOf(head),
    contacts: (some) =>
      some
        .map((contact) => {
          const text = `${lead}${JSON.stringify(sheetOf(contact, households))}`
          lead = ',\n'
          return text
        })
        .join(''),
    end: '\n]}\n',
  }
}

export const writeJson: ExportWriter = (head, contacts, bench) => {
  const text = jsonText(head)
  const pieces = [Buffer.from(text.head)]
  for (const [at, contact] of contacts.entries()) {
    if (at % 100 === 0) bench('writing', at, contacts.length)
    pieces.push(Buffer.from(text.contacts([contact])))
  }
  pieces.push(Buffer.from(text.end))
  return { bytes: new Uint8Array(Buffer.concat(pieces)) }
}
