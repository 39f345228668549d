/** The papers thread. It keeps its fonts and caches for life and knows no database. */
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { directoryJob } from '../directory/directory.job.ts'
import { directoryMaker } from '../directory/directory-maker.ts'
import { slipJob } from '../dues/deposits.job.ts'
import { slipMaker } from '../dues/deposits.papers.ts'
import { packJob } from '../exchange/everything/pack.job.ts'
import { exportJob, rowsJob } from '../exchange/export.job.ts'
import { formsMaker } from '../forms/forms-maker.ts'
import type { PaperMaker } from '../kit/papers.ts'
import { draftsMaker } from '../letters/drafts-maker.ts'
import { labelsJob } from '../letters/labels.job.ts'
import { labelsMaker } from '../letters/labels-maker.ts'
import { draftsJob, gaugeJob, lettersJob } from '../letters/letters.job.ts'
import { gaugeMaker, lettersMaker } from '../letters/letters-maker.ts'
import { rollJob } from '../letters/roll.job.ts'
import { rollMaker } from '../letters/roll-maker.ts'
import { cardsJob } from '../membership/cards.job.ts'
import { cardsMaker } from '../membership/cards-maker.ts'
import { formsJob } from '../people/forms/forms.job.ts'
import { receiptsJob } from '../receipts/receipts.job.ts'
import { receiptsMaker } from '../receipts/receipts-maker.ts'
import { testPageJob } from '../sheets/sheets.job.ts'
import { testPageMaker } from '../sheets/test-page.ts'
import { type Fonts, openFonts } from '../typesetting/font/registry.ts'
import { serveJobs } from './bench.ts'
import type { PapersThread } from './protocol.ts'

const { resources } = workerData as PapersThread

let opened: Fonts | undefined
const fonts = (): Fonts => {
  opened ??= openFonts(join(resources, 'fonts'))
  return opened
}

/** Writers are heavy to read: only those who export pay for them. */
const makeExport: PaperMaker<never, never, unknown> = async (...job) =>
  (await import('../exchange/export-writers.ts')).makeExport(...job)

const makeRows: PaperMaker<never, never, unknown> = async (...job) =>
  (await import('../exchange/export-writers.ts')).makeRows(...job)
const packText: PaperMaker<never, never, unknown> = async (...job) =>
  (await import('../exchange/everything/pack-maker.ts')).packText(...job)

const makers = {
  [directoryJob.name]: directoryMaker(fonts),
  [formsJob.name]: formsMaker(fonts),
  [lettersJob.name]: lettersMaker(fonts),
  [gaugeJob.name]: gaugeMaker(fonts),
  [draftsJob.name]: draftsMaker,
  [receiptsJob.name]: receiptsMaker(fonts),
  [rollJob.name]: rollMaker(fonts),
  [cardsJob.name]: cardsMaker(fonts),
  [labelsJob.name]: labelsMaker(fonts),
  [testPageJob.name]: testPageMaker(fonts),
  [slipJob.name]: slipMaker(fonts),
  [exportJob.name]: makeExport,
  [rowsJob.name]: makeRows,
  [packJob.name]: packText,
}

serveJobs(makers, () => {
  // The faces of every page; the others wait until a name asks for them.
  for (const name of ['serif', 'serif-italic', 'sans', 'sans-semibold'] as const) fonts().face(name)
})
