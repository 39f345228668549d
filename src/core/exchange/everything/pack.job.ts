/** Packs the text of one file of an archive on the papers thread; the office puts the archive together. */
import { paperJob } from '../../kit/papers.ts'

export type PackReport = { readonly crc: number; readonly size: number }

export const packJob = paperJob<{ readonly name: string; readonly total: number }, string, PackReport>('pack')
