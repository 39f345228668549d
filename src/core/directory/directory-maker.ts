/** Makes the printed directory on the papers thread: contacts in, PDF and proof out. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { DirectoryHead, DirectoryMade, DirectoryPiece } from './directory.job.ts'
import { composeDirectory, type DirectoryPhase, paintDirectory } from './directory.papers.ts'
import type { DirectoryProof } from './directory.requests.ts'
import type { DirectoryReport } from './directory.rules.ts'
import { beginModel, type ModelWithOwners } from './directory-model.ts'

const PHASES: Readonly<Record<DirectoryPhase, string>> = {
  shape: 'typesetting',
  compose: 'composing',
  paint: 'painting',
  finish: 'painting',
}

/**
 * The maker of directories, on the thread's own fonts. Refuses `nothingToPrint`; and `glyphMissing` before a page is
 * painted, naming the first contact and field, unless the head says to print all the same.
 */
export const directoryMaker =
  (fonts: () => Fonts): PaperMaker<DirectoryHead, DirectoryPiece, DirectoryMade> =>
  async (head, batches, bench) => {
    const making = beginModel(head)
    let gathered = 0
    for await (const batch of batches) {
      for (const piece of batch) making.add(piece)
      gathered += batch.length
      bench('gathering', gathered, head.contacts)
    }
    const made = making.finish()
    const { model } = made
    const printed = model.items.filter(({ kind }) => kind === 'entry').length
    if (printed === 0) throw new Refusal('nothingToPrint')
    const progress = (done: number, total: number, phase: DirectoryPhase) => bench(PHASES[phase], done, total)
    const composition = await composeDirectory(model, fonts(), progress)
    const proof = proofOf(made, printed, composition.report)
    const [missing] = proof.missing
    if (missing !== undefined && !head.evenIfMissing)
      throw new Refusal('glyphMissing', { ...missing, count: proof.missing.length })
    const { pdf, report } = await paintDirectory(
      model,
      composition,
      { imposition: head.imposition, standard: head.standard },
      progress,
    )
    const { pages, sheets, sheet } = report
    return {
      bytes: pdf as Uint8Array<ArrayBuffer>,
      report: {
        report: {
          pages,
          ...(sheets === undefined ? {} : { sheets }),
          ...(sheet === undefined ? {} : { sheet }),
        },
        proof,
      },
    }
  }

function proofOf(
  { model, owners, left, withheld, doubtful }: ModelWithOwners,
  printed: number,
  report: DirectoryReport,
): DirectoryProof {
  // What belongs to no contact belongs to the edition: its title, its notice.
  const whose = (item: number) => {
    const owner = owners[item]
    return { id: owner?.id ?? 0, name: owner?.displayName ?? model.title }
  }
  return {
    printed,
    left,
    withheld,
    doubtful,
    missing: report.missing.map(({ item, field, text }) => ({ ...whose(item), field, text })),
    shortened: report.shortened.map(({ item, text, how }) => ({ ...whose(item), text, how })),
  }
}
