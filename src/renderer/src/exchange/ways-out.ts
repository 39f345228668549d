/** The ways out of the office: what is asked for each, and what the screen says of it. */

import type { ExportColumn } from '../../../core/exchange/export.requests.ts'
import type { Progress } from '../../../core/kit/request.ts'
import type { Paper } from '../../../core/papers/papers.requests.ts'
import type { ListSort } from '../../../core/people/lists/columns.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { fetchPaper } from '../ui/fetch-paper.ts'
import type { MadeLots } from './EmailLots.tsx'

export type WayOut = 'xlsx' | 'ods' | 'csv' | 'csvRfc' | 'vcf' | 'json' | 'emails' | 'envelopes' | 'everything'

type Way = {
  readonly way: WayOut
  readonly label: PlainKey
  readonly help: PlainKey
  /** Whether columns are chosen for it. */
  readonly table: boolean
}

export const waysOut: readonly Way[] = [
  { way: 'xlsx', label: 'export.xlsx', help: 'export.xlsxHelp', table: true },
  { way: 'ods', label: 'export.ods', help: 'export.odsHelp', table: true },
  { way: 'csv', label: 'export.csv', help: 'export.csvHelp', table: true },
  { way: 'csvRfc', label: 'export.csvRfc', help: 'export.csvRfcHelp', table: true },
  { way: 'vcf', label: 'export.vcf', help: 'export.vcfHelp', table: false },
  { way: 'json', label: 'export.json', help: 'export.jsonHelp', table: false },
  { way: 'emails', label: 'export.emails', help: 'export.emailsHelp', table: false },
  { way: 'envelopes', label: 'export.envelopes', help: 'export.envelopesHelp', table: false },
  { way: 'everything', label: 'export.everything', help: 'export.everythingHelp', table: false },
]

export type Asked = {
  readonly way: WayOut
  readonly filter: ContactFilter
  readonly columns: ExportColumn[]
  readonly sort: ListSort
  readonly lots: Lots
  readonly cards: Cards
}

/** How whole contacts go out. */
export type Cards = { readonly photos: boolean; readonly version: '4.0' | '3.0'; readonly each: boolean }

/** How e-mails are cut up for the mail program they are pasted into. */
export type Lots = { readonly size: number; readonly separator: ',' | ';' }

/** What was made: the file, how much is in it, and who is not. */
export type Made = {
  readonly paper: Paper
  readonly file: Blob
  readonly count: number
  readonly without: number
  /** Of e-mails: the lots, to be copied, and who has none. */
  readonly lots?: MadeLots
}

type Answer = Omit<Made, 'file' | 'lots'> & { readonly ids?: readonly number[] }

async function* answered(
  { way, filter, columns, sort, lots, cards: { photos, ...vcard } }: Asked,
  signal: AbortSignal,
): AsyncGenerator<Progress, Answer, void> {
  if (way === 'everything') {
    const paper = yield* await client.exchange.exportEverything({}, { signal })
    return { paper, count: paper.contacts, without: paper.missing }
  }
  if (way === 'emails') {
    const paper = yield* await client.exchange.emailList({ filter, sort, ...lots }, { signal })
    return { paper, count: paper.addresses, without: paper.none, ids: paper.without }
  }
  if (way === 'envelopes') {
    const paper = yield* await client.exchange.mailMerge({ filter, sort }, { signal })
    return { paper, count: paper.rows, without: paper.without }
  }
  const asked = way === 'csvRfc' ? ({ format: 'csv', csv: 'rfc' } as const) : { format: way }
  const paper = yield* await client.exchange.export({ ...asked, photos, vcard, filter, sort, columns }, { signal })
  return { paper, count: paper.rows, without: 0 }
}

export async function make(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, Made, void> {
    const { paper, count, without, ids } = yield* answered(asked, signal)
    const file = yield* fetchPaper(paper, signal)
    if (ids === undefined) return { paper, file, count, without }
    const text = (await file.text()).trimEnd()
    const lots = text === '' ? [] : text.split('\r\n\r\n')
    return { paper, file, count, without, lots: { lots, none: without, without: ids } }
  }
  return steps()
}
