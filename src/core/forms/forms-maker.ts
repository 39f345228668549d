/** Makes verification forms on the papers thread. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { FormPiece, FormsHead } from '../people/forms/forms.job.ts'
import type { FormsReport } from '../people/forms/forms.requests.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import { composeForms, paintForms } from './forms.papers.ts'

const PHASES = { compose: 'composing', paint: 'painting' } as const

/** Refuses `glyphMissing`, naming the first person, unless the head says to print all the same. */
export const formsMaker =
  (fonts: () => Fonts): PaperMaker<FormsHead, FormPiece, FormsReport> =>
  async (head, batches, bench) => {
    const forms: FormPiece[] = []
    for await (const batch of batches) {
      for (const form of batch) forms.push(form)
      bench('gathering', forms.length, head.forms)
    }
    if (forms.length === 0) throw new Refusal('nothingToPrint')
    const progress = (done: number, total: number, phase: keyof typeof PHASES) => bench(PHASES[phase], done, total)
    const composition = await composeForms(head, forms, fonts(), progress)
    const { report } = composition
    const [missing] = report.missing
    if (missing !== undefined && !head.evenIfMissing)
      throw new Refusal('glyphMissing', { ...missing, field: '', count: report.missing.length })
    const bytes = await paintForms(head, composition, progress)
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report }
  }
