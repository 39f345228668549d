import type { FormPiece, FormsHead } from '../people/forms/forms.job.ts'
import type { FormsReport } from '../people/forms/forms.requests.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import { type Colour, drawnPage, type Page } from '../typesetting/list/display.ts'
import { type Progress, pacer } from '../typesetting/pace.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText } from '../typesetting/text/clean.ts'
import { openDesign } from './form-design.ts'
import { formPages } from './form-page.ts'

/** Forms as pages not yet painted, and what there is to say of them. */
export type FormsComposition = { readonly pages: readonly Page[]; readonly report: FormsReport }

/** Composes every form; pages are drawn again when they are painted, so that thousands are not kept at once. */
export async function composeForms(
  head: FormsHead,
  forms: readonly FormPiece[],
  fonts: Fonts,
  progress: Progress<'compose' | 'paint'>,
): Promise<FormsComposition> {
  const design = openDesign(fonts, head.accent as Colour)
  const pace = pacer(progress)
  const missing: FormsReport['missing'][number][] = []
  const pages: Page[] = []
  const quiet = { head, design, setting: { fonts, missing: () => {} } }
  for (const [at, form] of forms.entries()) {
    const lost = new Set<string>()
    const setting = { fonts, missing: (cluster: string) => lost.add(cluster) }
    const made = formPages(form, { head, design, setting })
    for (const text of lost) missing.push({ id: form.contact, name: form.displayName, text })
    for (const [page, { width, height }] of made.entries())
      pages.push(drawnPage(width, height, () => formPages(form, quiet)[page]?.ops ?? []))
    const pause = pace(at + 1, forms.length, 'compose')
    if (pause !== undefined) await pause
  }
  const withoutAddress = forms.filter(({ envelope }) => envelope.length === 0).length
  return { pages, report: { printed: forms.length, pages: pages.length, withoutAddress, missing } }
}

/** Paints the forms. Same forms, same bytes. */
export async function paintForms(
  head: FormsHead,
  { pages }: FormsComposition,
  progress: Progress<'compose' | 'paint'>,
): Promise<Uint8Array> {
  const pace = pacer(progress)
  const title = head.language === 'fr' ? 'Fiches à vérifier' : 'Forms to check'
  return await writePdf(
    {
      pages,
      title: [title, head.list, head.association]
        .filter((part) => part !== '')
        .map(cleanText)
        .join(' – '),
      author: cleanText(head.association),
      language: head.language === 'fr' ? 'fr-FR' : 'en-GB',
      day: head.day,
      outline: [],
      labels: [],
      standard: 'tagged',
    },
    (done, total) => pace(done, total, 'paint'),
  )
}
