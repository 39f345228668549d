/**
 * Files made to take long: exchange-hostile.ts FOLDER. Each is looked at, then drafted if that did not refuse it, on the
 * reader's thread; the processor time of the longer one is kept, under the file's name.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReaderJob } from '../../src/core/exchange/reading/reader.messages.ts'
import { readFile } from '../../src/core/exchange/reading/reader.ts'
import { Refusal } from '../../src/core/kit/refusal.ts'
import { sayFigures } from './figures.ts'

const [folder = '.', only = ''] = process.argv.slice(2)
const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('')
const span = '<td colspan="1000" rowspan="1000">a</td>'
const empty = '<td colspan="1000" rowspan="1000"></td>'
const card = (inside: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jeanne Moulin\r\n${inside}END:VCARD\r\n`

const files: Readonly<Record<string, () => string>> = {
  'spans.xls': () => `<table><tr><th>Nom</th><th>Ville</th></tr>${times(300_000, () => `<tr>${span}</tr>`)}</table>`,
  'spans-empty.xls': () =>
    `<table><tr><th>Nom</th><th>Ville</th></tr>${times(1500, () => `<tr><td>A</td>${empty.repeat(199)}</tr>`)}</table>`,
  'spans-high.xls': () =>
    `<table><tr><th>Nom</th><th>Ville</th></tr>${times(1500, () => `<tr>${'<td rowspan="1000" colspan="2">a</td>'.repeat(100)}</tr>`)}</table>`,
  'cells.xls': () => `<table><tr><th>Nom</th></tr><tr>${'<td>a</td>'.repeat(300_000)}</tr></table>`,
  'tags.xls': () => `<table><tr><th>Nom</th></tr><tr><td>${'<b x="'.repeat(300_000)}`,
  'properties.vcf': () => card(times(1_000_000, (at) => `NOTE:${at}\r\n`)),
  'own-properties.vcf': () => card(times(1_000_000, (at) => `X-A${at}:b\r\n`)),
  'inside.vcf': () => times(100_000, () => 'BEGIN:VCARD\r\nAGENT:\r\n'),
  'names.json': () => `{${times(1_000_000, (at) => `"n${at}":1,`)}"z":1}`,
  'names-held.json': () => `{"contacts":[{${times(1_000_000, (at) => `"n${at}":1,`)}"z":1}]}`,
  'names-short.json': () => `[{${times(130_000, (at) => `"n${at}":1,`)}"z":1}]`,
  'names-each.json': () => `[${times(1_000_000, (at) => `{"n${at}":1},`)}{"z":1}]`,
  'names-same.json': () => `[{"nom":"A"${',"nom":"A"'.repeat(100_000)}}]`,
  'own-names.json': () =>
    `{"format":"amicale-contacts","version":1,"contacts":[${times(200, (line) => `{"kind":"person","lastName":"A${line}",${times(5000, (at) => `"n${at}":1,`)}"z":1},`)}{"kind":"person","lastName":"Z"}]}`,
  'delimiters.csv': () => ';'.repeat(2_000_000),
  'delimiters-lines.csv': () => `Nom;Ville\n${`A${';'.repeat(200)}\n`.repeat(20_000)}`,
  'quotes.csv': () => '"'.repeat(2_000_001),
}

const desk = { signal: new AbortController().signal, progress: () => {} }
const plain = join(folder, 'plain.csv')
writeFileSync(plain, 'Nom;Ville\nMoulin;Pau\n')
const figures: Record<string, number> = {}
for (const [name, text] of Object.entries(files)) {
  if (!name.startsWith(only)) continue
  const path = join(folder, name)
  writeFileSync(path, text())
  const file = { path, name }
  const context = { country: 'FR', monthFirst: false, named: true, guarded: true, couples: false }
  const tasks: readonly ReaderJob[] = [
    { task: 'look', file, reading: {} },
    { task: 'draft', file, reading: {}, mapping: [], context },
  ]
  // The thread is there already: what is measured is the file.
  await readFile({ task: 'look', file: { path: plain, name: 'plain.csv' }, reading: {} }, desk)
  let longest = 0
  let came = 'read'
  for (const job of tasks) {
    const used = process.cpuUsage()
    try {
      await readFile(job, desk)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      came = `${error.code} ${JSON.stringify(error.values)}`
    }
    const { user, system } = process.cpuUsage(used)
    longest = Math.max(longest, (user + system) / 1000)
    if (came !== 'read') break
  }
  figures[name] = longest
  process.stderr.write(`${name}: ${Math.round(longest)} ms, ${came}\n`)
  rmSync(path)
}
sayFigures(figures)
process.exit()
