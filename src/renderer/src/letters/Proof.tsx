import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { openPdf } from '../directory/open-pdf.ts'
import { PageCanvas } from '../directory/PageCanvas.tsx'
import { useWords } from '../i18n/words.tsx'
import classes from './Letters.module.css'

/** CSS pixels of an A4 sheet on screen. */
const [width, height] = [520, 736]

/** The first page of a paper just made, as it will be printed. */
export function Proof({ file }: { readonly file: Blob }) {
  const { t } = useWords()
  const [pages, setPages] = useState<PDFDocumentProxy>()
  useEffect(() => {
    let gone = false
    let opened: PDFDocumentProxy | undefined
    void openPdf(file).then((document) => {
      opened = document
      if (gone) void document.loadingTask.destroy()
      else setPages(document)
    })
    return () => {
      gone = true
      void opened?.loadingTask.destroy()
    }
  }, [file])
  return (
    <section aria-label={t('letters.proofOf')} className={classes.proof}>
      {pages !== undefined && <PageCanvas document={pages} number={1} width={width} height={height} />}
    </section>
  )
}
