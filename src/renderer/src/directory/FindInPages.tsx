import { TextInput } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { useKeyWords } from '../ui/keys.ts'
import { pageTexts } from './page-texts.ts'

/** Finds a name in the pages: Enter goes to the next page that holds it, round and round. Ctrl+F comes here. */
export function FindInPages({
  document: pages,
  here,
  goTo,
}: {
  readonly document: PDFDocumentProxy
  /** Page shown now, 1-based. */
  readonly here: number
  readonly goTo: (page: number) => void
}) {
  const { t } = useWords()
  const texts = useMemo(() => pageTexts(pages), [pages])
  const [sought, setSought] = useState('')
  const [found, setFound] = useState<{ readonly page: number | undefined }>()
  const latest = useRef(0)
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const toBox = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'f') return
      event.preventDefault()
      box.current?.select()
      box.current?.focus()
    }
    window.addEventListener('keydown', toBox)
    return () => {
      window.removeEventListener('keydown', toBox)
      latest.current++
    }
  }, [])

  useKeyWords([{ keys: 'Ctrl + F', words: t('directory.find') }])

  const find = async () => {
    const mine = ++latest.current
    const page = await texts.find(sought, found?.page ?? here - 1, () => latest.current !== mine)
    if (latest.current !== mine) return
    setFound({ page })
    if (page !== undefined) goTo(page)
  }
  const lost = found !== undefined && found.page === undefined
  return (
    <TextInput
      ref={box}
      size="sm"
      w="15rem"
      aria-label={t('directory.find')}
      placeholder={t('directory.find')}
      leftSection={<Icon name="search" />}
      rightSectionWidth="5.5rem"
      rightSection={
        found && <output>{lost ? t('directory.findNone') : t('directory.page', { page: found.page ?? 0 })}</output>
      }
      value={sought}
      aria-invalid={lost}
      onChange={(event) => {
        setSought(event.currentTarget.value)
        setFound(undefined)
        latest.current++
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void find().catch(() => {})
      }}
    />
  )
}
