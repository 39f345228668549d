/** The papers thread. It keeps its fonts and caches for life and knows no database. */
import { sheetJob } from '../exchange/export.job.ts'
import type { PaperMaker } from '../kit/papers.ts'
import { serveJobs } from './bench.ts'

/** exceljs is heavy to read: only those who export pay for it. */
const makeSheet: PaperMaker<never, never, unknown> = async (...job) =>
  (await import('../exchange/export-sheet.ts')).makeSheet(...job)

serveJobs({ [sheetJob.name]: makeSheet }, () => {})
