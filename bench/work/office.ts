/** A secretary's day on an office of its own: office.ts FOLDER, which holds people.csv. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { inventPeople } from '../../src/core/exchange/invent.ts'
import { finish } from '../../src/core/kit/request.ts'
import { newOffice, type Office, openOffice } from '../../src/core/office.ts'
import { ordinaryFields } from '../../src/core/people/consents/consents.rules.ts'
import { sayFigures } from './figures.ts'
import { openProbe } from './probe.ts'

const PIECE = 600_000
const SEARCHES = 200

const [folder = '.'] = process.argv.slice(2)
const place = mkdtempSync(join(folder, 'office-'))
const options = {
  door: 'test',
  by: 'bench',
  today: () => '2026-03-01',
  resources: join(import.meta.dirname, '../../resources'),
} as const
const figures: Record<string, number> = {}

/** Does a work, and keeps its time and the longest hold of this thread. */
async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
  // A breath first, so that what went before is not counted.
  await pause(50)
  const probe = openProbe()
  const began = performance.now()
  const answer = await work()
  figures[name] = performance.now() - began
  const { hold, computing } = probe.close()
  figures[`${name} hold`] = hold
  figures[`${name} computing`] = computing
  return answer
}

async function importList({ client }: Office, bytes: Buffer): Promise<void> {
  let staging = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    const chunk = bytes.subarray(at, at + PIECE).toString('base64')
    staging = (await client.exchange.stage({ name: 'people.csv', chunk, ...(staging === '' ? {} : { staging }) }))
      .staging
    // A window’s requests come one by one, each in a turn of its own: asked directly, all pieces would be one hold.
    await turn()
  }
  const look = await finish(await client.exchange.look({ staging }))
  const mapping = look.columns.map(({ target }) => target)
  const { preview, counts } = await finish(await client.exchange.preview({ staging, mapping }))
  if (counts.refused > 0) throw new Error(`${counts.refused} lines of the list were refused`)
  await finish(await client.exchange.import({ preview }))
}

/** The beginnings of names, as somebody types them: three letters, then the whole. */
async function search({ client }: Office): Promise<void> {
  const times: number[] = []
  for (const contact of inventPeople(SEARCHES, 9)) {
    const name = contact.kind === 'person' ? contact.lastName : contact.name
    for (const words of [name.slice(0, 3), name]) {
      const began = performance.now()
      await client.people.list({ search: words, limit: 50 })
      times.push(performance.now() - began)
    }
  }
  times.sort((one, other) => one - other)
  figures['search p50'] = times[Math.floor(times.length * 0.5)] ?? Number.NaN
  figures['search p95'] = times[Math.floor(times.length * 0.95)] ?? Number.NaN
}

const path = join(place, 'bench.amicale')
const first = newOffice(path, { name: 'Anciens de la Cité' }, options)
await first.client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })
const list = readFileSync(join(folder, 'people.csv'))
await measured('import', () => importList(first, list))
await first.close()

const began = performance.now()
const office = openOffice(path, options)
const opened = performance.now()
const page = await office.client.people.list({ limit: 100 })
figures.open = opened - began
figures['first page'] = performance.now() - opened
if (page.total < 1) throw new Error('nobody was imported')
const middle = performance.now()
await office.client.people.list({ limit: 100, offset: page.total >> 1 })
figures['page in the middle'] = performance.now() - middle
await search(office)
await measured('typeset', async () => finish(await office.client.directory.typeset({})))
await measured('typeset again', async () => finish(await office.client.directory.typeset({})))
await measured('export', async () => finish(await office.client.exchange.export({ format: 'xlsx' })))
await office.close()
rmSync(place, { recursive: true })
sayFigures(figures)
