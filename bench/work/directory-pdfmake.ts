/** The same directory by pdfmake, its columns filled by its own snaking: directory-pdfmake.ts FOLDER. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sayFigures } from './figures.ts'
import { COLUMN, PAGE, type PlainDirectory } from './plain.ts'

/** Height of a line of Source Sans 3 before lineHeight, in ems: its ascender less its descender. */
const NATURAL_LINE = 1.424

type Pdfmake = {
  readonly setFonts: (fonts: object) => void
  readonly setLocalAccessPolicy: (policy: () => boolean) => void
  readonly setUrlAccessPolicy: (policy: () => boolean) => void
  readonly createPdf: (document: object) => { readonly write: (path: string) => Promise<void> }
}
/** pdfmake writes on the nodes it was given where it put them. */
type Placed = { positions?: readonly { readonly pageNumber: number }[] }

const [folder = '.'] = process.argv.slice(2)
const content = JSON.parse(readFileSync(join(folder, 'plain.json'), 'utf8')) as PlainDirectory
const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake
const font = (name: string) =>
  join(import.meta.dirname, '../../resources/fonts/source-sans-3', `SourceSans3-${name}.ttf`)
pdfmake.setFonts({ Sans: { normal: font('Regular'), bold: font('Bold') } })
pdfmake.setLocalAccessPolicy(() => true)
pdfmake.setUrlAccessPolicy(() => false)

const names: { readonly node: Placed; readonly name: string }[] = []
const list = content.items.map((item) => {
  const node = { text: [{ text: item.name, bold: true }, item.rest], id: `i${item.id}` }
  names.push({ node: node as Placed, name: item.name })
  return { unbreakable: true, stack: [node, ...item.lines], margin: [0, 0, 0, PAGE.gap] }
})
const indexes = content.indexes.map(({ title, headings }) => [
  { text: title, bold: true, fontSize: 12 },
  ...headings.flatMap(({ heading, members }) => [
    { text: heading, bold: true, margin: [0, 4, 0, 1] },
    ...members.map(({ id, name }) => ({ text: [`${name}, `, { pageReference: `i${id}` }] })),
  ]),
])
const inColumns = (stack: readonly object[]) => ({
  columns: [
    { stack, width: COLUMN },
    { text: '', width: COLUMN },
  ],
  columnGap: PAGE.gutter,
  snakingColumns: true,
})

let heads: Map<number, [string, string]> | undefined
function headOf(page: number): object | string {
  if (heads === undefined) {
    heads = new Map()
    for (const { node, name } of names) {
      const at = node.positions?.[0]?.pageNumber
      if (at === undefined) continue
      const known = heads.get(at)
      if (known === undefined) heads.set(at, [name, name])
      else known[1] = name
    }
  }
  const head = heads.get(page)
  if (head === undefined) return ''
  const [first, last] = head
  return {
    margin: [PAGE.inner, 28, PAGE.inner, 0],
    columns: [
      { text: first, bold: true },
      { text: last, bold: true, alignment: 'right' },
    ],
  }
}

await pdfmake
  .createPdf({
    pageSize: 'A5',
    pageMargins: [PAGE.inner, PAGE.top, PAGE.inner, PAGE.foot],
    defaultStyle: { font: 'Sans', fontSize: PAGE.size, lineHeight: PAGE.leading / PAGE.size / NATURAL_LINE },
    header: headOf,
    footer: (page: number) => ({ text: String(page), alignment: 'center', margin: [0, 12, 0, 0] }),
    content: [inColumns(list), ...indexes.map((stack) => ({ stack: [inColumns(stack)], pageBreak: 'before' }))],
  })
  .write(join(folder, 'pdfmake.pdf'))
sayFigures()
