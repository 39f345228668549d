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

/** A household a line, so that each can be told by its own. */
const headOf = ({ association, day, households }: ExportHead): string => {
  const head = JSON.stringify({ format: jsonFormat, version: jsonVersion, association, day })
  const lines = households.map((household) => `\n${JSON.stringify(household)}`).join()
  return `${head.slice(0, -1)},"households":[${lines}],"contacts":[`
}

export const writeJson: ExportWriter = (head, contacts, bench) => {
  // Turned into bytes a few at a time: a long list would not fit in one string.
  const pieces: Buffer[] = [Buffer.from(headOf(head))]
  const households = new Set(head.households.map(({ ref }) => ref))
  for (const [at, contact] of contacts.entries()) {
    if (at % 100 === 0) bench('writing', at, contacts.length)
    pieces.push(Buffer.from(`${at === 0 ? '' : ','}\n${JSON.stringify(sheetOf(contact, households))}`))
  }
  pieces.push(Buffer.from('\n]}\n'))
  return { bytes: new Uint8Array(Buffer.concat(pieces)) }
}
