import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../font/registry.ts'
import type { Op, Page, PrintedDocument, Tag } from '../list/display.ts'
import { setLine } from '../para/line.ts'
import { cleanText } from '../text/clean.ts'
import { writePdf } from './pdfkit-writer.ts'

const folder = join(import.meta.dirname, '../../../../resources/fonts')

function documentOf(
  texts: readonly string[],
  fonts = openFonts(folder),
  more: Partial<PrintedDocument> = {},
): PrintedDocument {
  const setting = { fonts, missing: () => {} }
  const root: Tag = { role: 'Document', parent: null }
  const styles = [fonts.face('sans'), fonts.face('sans-semibold', 'smcp'), fonts.face('serif', 'onum')]
  const pages: Page[] = texts.map((text) => ({
    width: 420,
    height: 300,
    ops: styles.flatMap((face, index): Op[] => {
      const { pieces } = setLine([{ text: cleanText(text), style: { face, size: 10, colour: '#000000' } }], setting)
      return [
        { kind: 'begin', tag: { role: 'P', parent: root } },
        { kind: 'line', x: 20, y: 40 + 40 * index, pieces },
        { kind: 'end' },
        { kind: 'rule', x1: 20, y1: 50, x2: 60, y2: 50, weight: 0.5, colour: '#888888' },
      ]
    }),
  }))
  return {
    pages,
    title: 'Anciens & Amis <2026>',
    author: 'Association',
    language: 'fr-FR',
    day: '2026-01-01',
    outline: [{ title: 'Un', page: 1, children: [{ title: 'Deux', page: texts.length, children: [] }] }],
    labels: [{ from: 1, style: 'decimal', start: 1 }],
    standard: 'ordinary',
    ...more,
  }
}

const write = (source: PrintedDocument) => writePdf(source, () => undefined)
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function readBack(bytes: Uint8Array) {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await loading.promise
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join('\n'))
  }
  const outline = await pdf.getOutline()
  const labels = await pdf.getPageLabels()
  const metadata = await pdf.getMetadata()
  const marked = await pdf.getMarkInfo()
  const structure = await (await pdf.getPage(1)).getStructTree()
  await loading.destroy()
  return { texts, outline, labels, metadata, marked, structure }
}

describe('the file', () => {
  it('has the same bytes each time, whatever the fonts have drawn before', async () => {
    const warm = openFonts(folder)
    await write(documentOf(['Adébáyọ̀', 'office', '東京'], warm))
    const first = await write(documentOf(['bonjour', 'Ọlátúnjí'], warm))
    const second = await write(documentOf(['bonjour', 'Ọlátúnjí']))
    expect(digest(second)).toBe(digest(first))
    const other = await write(documentOf(['bonsoir', 'Ọlátúnjí']))
    expect(digest(other)).not.toBe(digest(first))
  })

  it('can be read back: also plain words after composed ones, in plain and small capital faces', async () => {
    const { texts } = await readBack(await write(documentOf(['Adébáyọ̀', 'bonjour à tous', 'Łukasz Żółć'])))
    expect(texts[1]!.match(/bonjour à tous/g)).toHaveLength(3)
    expect(texts[2]!.match(/Łukasz Żółć/g)).toHaveLength(3)
    expect(texts[0]!.normalize('NFC')).toContain('Adébáyọ̀'.normalize('NFC'))
  })

  it('tells the dotless i from the other in small capitals, where both look alike', async () => {
    const { texts } = await readBack(await write(documentOf(['Kılıç Şebnem Yıldırım ilk'])))
    expect(texts[0]!.match(/Kılıç Şebnem Yıldırım ilk/g)).toHaveLength(3)
  })

  it('gives back letters that share a drawing (Arabic, with dots apart) as they were written', async () => {
    const names = ['المنصف الطرابلسي', 'البشير الشرقاوي', 'زينب بوزيد', 'יעל כהן']
    const { texts } = await readBack(await write(documentOf(names)))
    for (const [at, name] of names.entries()) expect(texts[at]!.split(name)).toHaveLength(4)
  })

  it('never shows glyph 0, also where no font has the character', async () => {
    const { texts } = await readBack(await write(documentOf(['a\u{13000}z'])))
    expect(texts[0]).toContain('a')
    expect(texts[0]).toContain('z')
    expect(texts[0]).not.toContain('\u{13000}')
  })

  it('escapes its metadata, and states title, bookmarks and page labels', async () => {
    const labels = [
      { from: 1, style: 'roman', start: 1 },
      { from: 2, style: 'decimal', start: 2 },
    ] as const
    const {
      metadata,
      outline,
      labels: shown,
    } = await readBack(await write(documentOf(['un', 'deux'], openFonts(folder), { labels })))
    expect(metadata.info).toMatchObject({ Title: 'Anciens & Amis <2026>', PDFFormatVersion: '1.7' })
    expect(metadata.metadata?.get('dc:title')).toBe('Anciens & Amis <2026>')
    expect(outline?.[0]).toMatchObject({ title: 'Un', count: -1 })
    expect(outline?.[0]?.items[0]).toMatchObject({ title: 'Deux' })
    expect(shown).toEqual(['i', '2'])
  })

  it('carries the reading order when tagged', async () => {
    const bytes = await write(documentOf(['un', 'deux'], openFonts(folder), { standard: 'tagged' }))
    const { marked, structure, texts } = await readBack(bytes)
    expect(Object.fromEntries(marked as unknown as Map<string, boolean>)).toMatchObject({ Marked: true })
    expect(structure).toMatchObject({
      children: [{ role: 'Document', children: [{ role: 'P' }, { role: 'P' }, { role: 'P' }] }],
    })
    expect(texts[1]).toContain('deux')
  })

  it('gives up when progress throws', async () => {
    const giveUp = () => {
      throw new Error('given up')
    }
    await expect(writePdf(documentOf(['un']), giveUp)).rejects.toThrow('given up')
  })
})
