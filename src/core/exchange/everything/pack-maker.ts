import type { PaperMaker } from '../../kit/papers.ts'
import { joined, openPacker } from '../export-zip.ts'
import type { PackReport } from './pack.job.ts'

/** Pieces are texts, in their order. */
export const packText: PaperMaker<{ readonly total: number }, string, PackReport> = async (head, batches, bench) => {
  const packer = openPacker()
  let done = 0
  for await (const batch of batches) {
    for (const text of batch) packer.write(text)
    done += batch.length
    bench('writing', Math.min(done, head.total), head.total)
  }
  const { pieces, crc, size } = packer.end()
  return { bytes: joined(pieces), report: { crc, size } }
}
