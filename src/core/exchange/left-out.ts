/** Makes the list of the lines an import leaves out, from the file as it came. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import type { CsvForm } from './export.requests.ts'
import { type LeftOutLine, leftOutHeading, leftOutReason } from './left-out.rules.ts'
import type { ReaderJob } from './reading/reader.messages.ts'
import { readFile } from './reading/reader.ts'

type Left = Pick<ReaderJob, 'file' | 'reading'> & {
  readonly lines: Iterable<LeftOutLine>
  readonly language: 'fr' | 'en'
  readonly csv: CsvForm
}

/** Lines said before the office is given back. */
const saidAtOnce = 250

/** The rows are picked and written on the reader's thread; the office only says which, and why. */
export async function leftOutPaper(papers: Papers, { lines, language, csv, file, reading }: Left, desk: WorkDesk) {
  // One text, since a message copies a text at once and each piece of an object by itself.
  let reasons = ''
  let said = 0
  for (const left of lines) {
    reasons += `${left.line}\t${leftOutReason(left, language).replaceAll(/\s*[\r\n]+\s*/g, ' ')}\n`
    said += 1
    if (said % saidAtOnce !== 0) continue
    await giveBack()
    if (desk.signal.aborted) throw new Refusal('cancelled')
  }
  const { leftOut } = await readFile(
    { task: 'leftOut', file, reading, reasons, heading: leftOutHeading[language], csv },
    desk,
  )
  if (leftOut === undefined) throw new Error('The reader picked no lines')
  const beginning = file.name.replace(/\.[^.]*$/, '')
  const name = fileName([beginning, language === 'fr' ? 'lignes laissées' : 'lines left out'], 'csv')
  return { ...papers.keep(name, 'text/csv; charset=utf-8', leftOut.bytes), rows: leftOut.rows }
}
