/** The same directory by Typst's npm compiler, untagged, with the quickest source we know: directory-typst.ts FOLDER. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sayFigures } from './figures.ts'
import { PAGE } from './plain.ts'

type Typst = {
  readonly NodeCompiler: {
    readonly create: (options: object) => {
      readonly pdf: (source: { mainFileContent: string }, options: { pdfTags: boolean }) => Uint8Array
    }
  }
}

const [folder = '.'] = process.argv.slice(2)
const peer: string = '@myriaddreamin/typst-ts-node-compiler'
const { NodeCompiler } = (await import(peer)) as Typst

// The heads: every page's first and last name are gathered once at the end, and each head looks its page up there.
const source = `
#set text(font: ("Source Sans 3", "Noto Sans"), size: ${PAGE.size}pt, lang: "fr", hyphenate: false)
#set par(leading: ${PAGE.leading - 0.66 * PAGE.size}pt, spacing: ${PAGE.leading - 0.66 * PAGE.size}pt, justify: false)
#set columns(gutter: ${PAGE.gutter}pt)
#set page(
  width: ${PAGE.width}pt, height: ${PAGE.height}pt, columns: 2,
  margin: (top: ${PAGE.top}pt, bottom: ${PAGE.foot}pt, x: ${PAGE.inner}pt),
  header: context {
    let kept = query(<heads>)
    if kept.len() > 0 {
      let names = kept.first().value.at(str(here().page()), default: none)
      if names != none [#text(weight: "bold")[#names.at(0) #h(1fr) #names.at(1)] #v(-3pt) #line(length: 100%, stroke: .4pt)]
    }
  },
  footer: align(center, context str(here().page())),
)
#let content = json("plain.json")
#for item in content.items [
  #block(breakable: false, below: ${PAGE.leading - 0.66 * PAGE.size + PAGE.gap}pt)[#metadata(item.name)<entry>#text(weight: "bold", item.name)#label("i" + str(item.id))#text(item.rest)#for text-line in item.lines [\\ #text(text-line)]]
]
#context {
  let heads = (:)
  for entry in query(<entry>) {
    let page = str(entry.location().page())
    if page in heads { heads.at(page).at(1) = entry.value } else { heads.insert(page, (entry.value, entry.value)) }
  }
  [#metadata(heads)<heads>]
}
#for index in content.indexes {
  pagebreak()
  block(text(12pt, weight: "bold", index.title))
  for group in index.headings {
    block(sticky: true, above: 6pt, below: 3pt, text(weight: "bold", group.heading))
    for member in group.members {
      block(above: 0pt, below: ${PAGE.leading - 0.66 * PAGE.size}pt)[#member.name, #context str(locate(label("i" + str(member.id))).page())]
    }
  }
}
`
const fonts = resolve(import.meta.dirname, '../../resources/fonts')
const compiler = NodeCompiler.create({
  workspace: resolve(folder),
  fontArgs: [{ fontPaths: [join(fonts, 'source-sans-3'), join(fonts, 'noto-sans')] }],
})
writeFileSync(join(folder, 'typst.pdf'), compiler.pdf({ mainFileContent: source }, { pdfTags: false }))
sayFigures()
