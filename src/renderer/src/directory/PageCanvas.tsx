import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/words.tsx'
import classes from './Directory.module.css'

/** One real page, drawn by the PDF reader as sharp as the screen allows. */
export function PageCanvas({
  document: pages,
  number,
  width,
  height,
}: {
  readonly document: PDFDocumentProxy
  readonly number: number
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let stop = (): void => {}
    let gone = false
    const draw = async () => {
      const page = await pages.getPage(number)
      if (gone) return
      const natural = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: (width / natural.width) * window.devicePixelRatio })
      const canvas = window.document.createElement('canvas')
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      const drawing = page.render({ canvas, viewport })
      stop = () => drawing.cancel()
      await drawing.promise
      place.current?.replaceChildren(canvas)
      place.current?.setAttribute('data-drawn', 'true')
    }
    draw().catch(() => {
      // Cancelled because the page scrolled away, or its document was closed.
    })
    return () => {
      gone = true
      stop()
    }
  }, [pages, number, width])
  return (
    <div
      ref={place}
      className={classes.page}
      role="img"
      aria-label={t('directory.page', { page: number })}
      style={{ width, height }}
    />
  )
}
