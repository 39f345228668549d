/**
 * `npm run print:check -- [--people N] [--json]`: directories of so many invented people in every style, looked at from
 * outside. Prints `{id, people, style, pages, faults, ok}`; ends with 1 when something is wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lookStyles } from '../../src/core/directory/look.rules.ts'
import { bookletFaults, faultsOf } from './accept-directory.ts'
import { openInvented } from './invented.ts'
import { readFilePages } from './read-pages.ts'

const { values } = parseArgs({
  options: { people: { type: 'string', default: '2000' }, json: { type: 'boolean', default: false } },
})
const people = Number(values.people)
if (!Number.isInteger(people) || people < 1 || people > 100_000) {
  console.error('--people 1-100000')
  process.exit(2)
}

const place = mkdtempSync(join(tmpdir(), 'amicale-print-'))
const office = await openInvented(place, people, resolve(import.meta.dirname, '../../resources'))
let wrong = 0
const say = (id: string, style: string, pages: number, faults: readonly string[]): void => {
  wrong += faults.length
  const line = { id, people, style, pages, faults: faults.slice(0, 20), ok: faults.length === 0 }
  if (values.json) console.log(JSON.stringify(line))
  else
    console.log(
      `${line.ok ? 'ok   ' : 'WRONG'} ${id}, ${style}: ${pages} pages${faults.map((words) => `\n      ${words}`).join('')}`,
    )
}
try {
  const names = await office.printedNames()
  for (const style of lookStyles) {
    const made = await office.typeset({ look: { style }, standard: 'accessible' })
    const again = await office.typeset({ look: { style }, standard: 'accessible' })
    const file = await readFilePages(made.bytes)
    const same = made.bytes.equals(again.bytes) ? [] : ['other bytes the second time']
    say('pages', style, file.pages.length, [...same, ...faultsOf(file, { names })])
    const booklet = await readFilePages((await office.typeset({ look: { style }, imposition: 'booklet' })).bytes)
    say('booklet', style, booklet.pages.length, bookletFaults(booklet, '2026'))
  }
} finally {
  await office.close()
  rmSync(place, { recursive: true, force: true })
}
process.exitCode = wrong === 0 ? 0 : 1
