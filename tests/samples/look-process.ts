/**
 * A program of the samples: an office on a folder of its own reads each file it is told of, as a visitor would
 * (staged, looked at, previewed), and says what came of it and what it took. It ends when its parent does.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Look } from '../../src/core/exchange/exchange.requests.ts'
import { readTable } from '../../src/core/exchange/reading/table.ts'
import { finish } from '../../src/core/kit/request.ts'
import { newOffice, type Office } from '../../src/core/office.ts'
import type { Order, Outcome, Seen } from './seen.ts'

const resources = resolve(import.meta.dirname, '../../resources')
const options = { door: 'test', by: 'tests', today: () => '2026-11-22', resources } as const
const place = mkdtempSync(join(tmpdir(), 'amicale-samples-'))
process.on('exit', () => rmSync(place, { recursive: true, force: true }))

/** Forgets the largest size so far, where the system can; elsewhere a fresh process measures alone. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {}
}

/** The largest resident size since, in MB. */
function peak(): number {
  try {
    const size = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (size !== undefined) return Number(size) / 1024
  } catch {}
  return process.resourceUsage().maxRSS / 1024
}

async function stage(office: Office, bytes: Buffer, name: string): Promise<string> {
  let staging: string | undefined
  for (let at = 0; at < Math.max(1, bytes.length); at += 450_000) {
    const chunk = bytes.subarray(at, at + 450_000).toString('base64')
    const stage = office.client.exchange.stage
    staging = (await stage({ name, chunk, ...(staging === undefined ? {} : { staging }) })).staging
  }
  return staging as string
}

async function read(office: Office, order: Order): Promise<() => Promise<Outcome>> {
  const { exchange } = office.client
  const staging = await stage(office, readFileSync(order.path), order.name)
  const look = await finish(await exchange.look({ staging, reading: order.reading }))
  const mapping = look.columns.map(({ target }) => target)
  const preview = await finish(await exchange.preview({ staging, reading: order.reading, mapping }))
  // What follows is for comparing: it is not measured.
  return async () => {
    const { lines } = await exchange.previewLines({ preview: preview.preview, limit: 200 })
    const codes = [...look.warnings, ...lines.flatMap(({ problems }) => problems)].map(({ code }) => code)
    const cells = order.cells.length === 0 ? {} : await cellsAt(order, look)
    const contacts = order.contacts === 0 ? [] : await imported(office, preview.preview, order.contacts)
    return { kind: 'read', look, preview, warnings: [...new Set(codes)].sort(), cells, contacts }
  }
}

/** The cells of the file as its reader gives them, before any of them is a header. */
async function cellsAt(order: Order, look: Look): Promise<Record<string, string>> {
  const { sheet } = look.reading
  const wanted = new Map(order.cells.map((cell) => [cell, cellPlace(cell)]))
  const found: Record<string, string> = Object.fromEntries(order.cells.map((cell) => [cell, '']))
  await readTable(
    { path: order.path, name: order.name },
    { ...order.reading, ...(sheet === undefined ? {} : { sheet }), headerRow: 0 },
    () => false,
    {
      header: () => {},
      row: (row) => {
        for (const [cell, at] of wanted) if (at.line === row.line) found[cell] = row.cells[at.column] ?? ''
      },
      note: () => {},
      pause: () => {},
    },
  )
  return found
}

function cellPlace(cell: string): { readonly line: number; readonly column: number } {
  const [, letters = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return { line: Number(line), column: [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 }
}

async function imported(office: Office, preview: string, most: number): Promise<unknown[]> {
  const { exchange, people } = office.client
  await finish(await exchange.import({ preview, leaveRefused: true, evenIfSweeping: true }))
  const { rows } = await people.list({ limit: 500, deceased: true })
  const first = rows.map(({ id }) => id).sort((one, other) => one - other)
  return Promise.all(
    first.slice(0, most).map(async (id) => {
      const { bytes: _bytes, ...photo } = (await people.photo({ id })) ?? { type: '', bytes: '' }
      return { ...(await people.read({ id })), photo }
    }),
  )
}

function refusalOf(error: unknown): Outcome {
  const data = (error as { data?: { code?: unknown; values?: Record<string, unknown> } }).data
  if (typeof data?.code !== 'string')
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  const { found, reason } = data.values ?? {}
  return { kind: 'refused', code: data.code, detail: String(found ?? reason ?? '') }
}

let number = 0
async function seen(order: Order): Promise<Seen> {
  number += 1
  const office = newOffice(join(place, `${number}.amicale`), { name: 'Samples' }, options)
  try {
    forgetPeak()
    const idle = process.memoryUsage.rss() / 1e6
    const began = performance.now()
    const computed = process.cpuUsage()
    let outcome: Outcome | undefined
    let more: (() => Promise<Outcome>) | undefined
    try {
      more = await read(office, order)
    } catch (error) {
      outcome = refusalOf(error)
    }
    const { user, system } = process.cpuUsage(computed)
    const took = {
      computing: (user + system) / 1000,
      wall: performance.now() - began,
      memory: Math.max(0, peak() * 1.048576 - idle),
    }
    try {
      outcome ??= await (more as () => Promise<Outcome>)()
    } catch (error) {
      outcome = { kind: 'failed', message: `afterwards: ${String(error)}` }
    }
    return { outcome, ...took }
  } finally {
    await office.close()
    rmSync(join(place, `${number}.amicale`), { recursive: true, force: true })
  }
}

// What is loaded once is no cost of the first file.
const warm = join(place, 'warm.csv')
writeFileSync(warm, 'Nom;Prénom;Téléphone;Ville\nMartin;Zoé;01 45 89 00 00;Paris\n')
await seen({ path: warm, name: 'warm.csv', reading: {}, cells: [], contacts: 0 })

process.on('message', (order: Order) => {
  void seen(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
