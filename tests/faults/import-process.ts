/**
 * A program of the tests: stages, previews and imports a list in a folder, saying where it stands, to be killed at any
 * moment. With `one-by-one` it keeps each line as an act of its own: the control, which a kill must cut in two.
 *
 *     node import-process.ts FOLDER LIST RESOURCES [one-by-one]
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { finish } from '../../src/core/kit/request.ts'
import { openOffice } from '../../src/core/office.ts'

const [folder = '', list = '', resources = '', way = ''] = process.argv.slice(2)
const say = (words: string) => process.stdout.write(`${words}\n`)

const office = openOffice(folder, { door: 'test', by: 'tests', today: () => '2026-11-22', resources })
const { exchange, people } = office.client
const chunk = readFileSync(list).toString('base64')
const { staging } = await exchange.stage({ name: basename(list), chunk })
const { columns } = await finish(await exchange.look({ staging }))
const { preview } = await finish(await exchange.preview({ staging, mapping: columns.map(({ target }) => target) }))
say('begun')
if (way === 'one-by-one') {
  for (let offset = 0; ; offset += 1) {
    const { lines } = await exchange.previewLines({ preview, offset, limit: 1 })
    const [line] = lines
    if (line === undefined) break
    await people.create({ contact: { kind: 'person', lastName: line.name } })
    if (offset % 20 === 0) say(`importing ${offset}`)
  }
} else {
  await finish(await exchange.import({ preview, evenIfSweeping: true }), ({ phase, done }) => say(`${phase} ${done}`))
}
say('done')
await office.close()
