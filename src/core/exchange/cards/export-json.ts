/** Lists going out as our own JSON, a contact a line. On the papers thread. */
import type { Contact } from '../../people/people.requests.ts'
import type { ExportHead } from '../export.job.ts'
import type { ExportWriter } from '../export-writers.ts'
import { jsonFormat, jsonVersion } from './own-json.ts'

/** The contact without what the register computes or numbers: `id` becomes `ref`. */
function sheetOf({ id, ...contact }: Contact): object {
  const {
    revision: _revision,
    sortKey: _sortKey,
    displayName: _shown,
    trashed: _trashed,
    mergedInto: _into,
    ...sheet
  } = contact
  return { ref: id, ...sheet }
}

const headOf = ({ association, day, households }: ExportHead): string => {
  const head = { format: jsonFormat, version: jsonVersion, association, day, households }
  return `${JSON.stringify(head).slice(0, -1)},"contacts":[`
}

export const writeJson: ExportWriter = (head, contacts, bench) => {
  // Turned into bytes a few at a time: a long list would not fit in one string.
  const pieces: Buffer[] = [Buffer.from(headOf(head))]
  for (const [at, contact] of contacts.entries()) {
    if (at % 100 === 0) bench('writing', at, contacts.length)
    pieces.push(Buffer.from(`${at === 0 ? '' : ','}\n${JSON.stringify(sheetOf(contact))}`))
  }
  pieces.push(Buffer.from('\n]}\n'))
  return { bytes: new Uint8Array(Buffer.concat(pieces)) }
}
