import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { openPdf } from '../directory/open-pdf.ts'
import { PageCanvas } from '../directory/PageCanvas.tsx'
import { useWords } from '../i18n/words.tsx'
import classes from './Letters.module.css'

/** CSS pixels across a sheet on screen. */
const width = 520

/** The first page of a paper just made, as it will be printed. */
export function Proof({ file }: { readonly file: Blob }) {
  const { t } = useWords()
  const [pages, setPages] = useState<{ readonly document: PDFDocumentProxy; readonly height: number }>()
  useEffect(() => {
    let gone = false
    let opened: PDFDocumentProxy | undefined
    void openPdf(file).then(async (document) => {
      opened = document
      const [, , across = 1, down = 1] = gone ? [] : (await document.getPage(1)).view
      if (gone) void document.loadingTask.destroy()
      else setPages({ document, height: Math.round((width * down) / across) })
    })
    return () => {
      gone = true
      void opened?.loadingTask.destroy()
    }
  }, [file])
  return (
    <section aria-label={t('letters.proofOf')} className={classes.proof}>
      {pages !== undefined && <PageCanvas document={pages.document} number={1} width={width} height={pages.height} />}
    </section>
  )
}
