/**
 * Reliability row R1: a compromised page asks anything of anyone. Every request, wrong inputs of every kind: each is
 * refused as an invalid input, nothing changes, nothing fails. Then right inputs with hostile content: never a fault.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCounter } from '../../src/core/desk/counter.ts'
import { requests } from '../../src/core/requests.ts'
import { hostOffice } from '../../src/main/office-host.ts'
import { type AskedRequest, accepts, everyRequest, jsonOf, rightInput, wrongInput } from './any-input.ts'
import { atEnd, temporaryFolder } from './doors.ts'
import { MessageChannelMain } from './fake-electron.ts'

const all = everyRequest(requests)
/** Inputs for each request; the long run has ten times as many. */
const each = process.env.AMICALE_LONG ? 2_000 : 200
const seed = Number(process.env.AMICALE_SEED ?? Date.now() % 1_000_000)

/** How a request ended: `answered`, or the code of its refusal or fault; and what was said to the page, as text. */
type Outcome = { readonly end: string; readonly said: string }

type Message = {
  readonly i: string
  readonly t?: number
  readonly p?: { readonly s?: number; readonly h?: object; readonly b?: Body; readonly e?: string; readonly d?: Body }
}
type Body = { readonly json?: { readonly code?: string; readonly data?: { readonly code?: string } } }

async function openHouse() {
  const folder = temporaryFolder()
  const faults: string[] = []
  const counter = openCounter({
    door: 'test',
    by: 'a test',
    today: () => '2026-11-22',
    resources: join(import.meta.dirname, '../../resources'),
    home: join(folder, 'home'),
    stateFolder: join(folder, 'state'),
    faults: (reference, request, error) =>
      void faults.push(`${request} ${reference}: ${(error as Error)?.stack ?? error}`),
  })
  atEnd(counter.close)
  await counter.client.desk.create({ name: 'Amicale' })
  // Through the window's own port and gate, as a deceived page would.
  const { port1, port2 } = new MessageChannelMain()
  const host = hostOffice(counter.router)
  host.serve(port1)
  atEnd(host.leave)
  const waiting = new Map<string, (outcome: Outcome) => void>()
  port2.on('message', ({ data }: { data: string }) => {
    const { i, t, p } = JSON.parse(data) as Message
    const failed = t === 3 ? p?.e === 'error' : (p?.s ?? 200) >= 400
    const streaming = t === undefined && p?.h !== undefined && 'content-type' in p.h
    if (!failed && (streaming || p?.e === 'message')) return
    const error = (t === 3 ? p?.d : p?.b)?.json
    waiting.get(i)?.({ end: failed ? (error?.data?.code ?? error?.code ?? `status ${p?.s}`) : 'answered', said: data })
    waiting.delete(i)
  })
  port2.start()
  let count = 0
  /** Sends the input as text of our own making, not through a client that would tidy it. */
  const ask = ({ path }: AskedRequest, input: unknown): Promise<Outcome> =>
    new Promise((resolve) => {
      count += 1
      waiting.set(`r${count}`, resolve)
      port2.postMessage(JSON.stringify({ i: `r${count}`, p: { u: `/${path.join('/')}`, b: { json: input } } }))
    })
  return { folder, counter, faults, ask }
}

/** Names and contents of every file below a folder, as one word. */
function imageOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    hash.update(name)
    if (statSync(join(folder, name)).isFile()) hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}

test('every request has a schema, a kind, and bounds', () => {
  expect(all.length).toBeGreaterThan(30)
  const open: string[] = []
  const look = (name: string, schema: Record<string, unknown>): void => {
    if (
      schema.type === 'string' &&
      !('maxLength' in schema) &&
      !('pattern' in schema) &&
      !('enum' in schema) &&
      !('const' in schema)
    )
      open.push(`${name}: text of any length`)
    if (schema.type === 'array' && !('maxItems' in schema)) open.push(`${name}: any number`)
    if (schema.type === 'object' && schema.additionalProperties !== false && 'properties' in schema)
      open.push(`${name}: any key`)
    for (const [key, part] of Object.entries(schema))
      if (typeof part === 'object' && part !== null) look(`${name}.${key}`, part as Record<string, unknown>)
  }
  for (const { name, schema } of all) look(name, jsonOf(schema) as Record<string, unknown>)
  expect(open).toEqual([])
})

test('wrong inputs are refused, by every request, and change nothing', { timeout: 600_000 }, async () => {
  const { folder, faults, ask } = await openHouse()
  const before = imageOf(folder)
  const taken: string[] = []
  let asked = 0
  for (const request of all)
    for (const input of fc.sample(wrongInput(request.schema), { numRuns: each, seed })) {
      asked += 1
      const { end } = await ask(request, input)
      if (end !== 'invalidInput') taken.push(`${request.name} ${end}: ${JSON.stringify(input)}`.slice(0, 300))
    }
  expect(asked).toBe(all.length * each)
  expect({ seed, taken: taken.slice(0, 10), faults: faults.slice(0, 3) }).toEqual({ seed, taken: [], faults: [] })
  expect(imageOf(folder)).toBe(before)
  expect(Object.keys(Object.prototype)).toEqual([])
})

/** Requests whose right inputs are slow by nature, or that would leave the association. */
const apart = ['desk.create', 'desk.close', 'desk.open', 'exchange.invent']

test('right inputs with hostile content get an answer or a refusal, never a fault', { timeout: 120_000 }, async () => {
  const { counter, faults, ask } = await openHouse()
  const leaks: string[] = []
  let asked = 0
  for (const request of all.filter(({ name }) => !apart.includes(name)))
    for (const input of fc.sample(rightInput(request.schema), { numRuns: 60, seed })) {
      if (!accepts(request.schema, input)) continue
      asked += 1
      const { end, said } = await ask(request, input)
      if (end !== 'answered' && /\bSELECT\b|\bINSERT\b|\.ts:|node_modules|SQLITE/.test(said))
        leaks.push(said.slice(0, 300))
    }
  expect(asked).toBeGreaterThan(all.length * 20)
  expect({ seed, faults: faults.slice(0, 3), leaks }).toEqual({ seed, faults: [], leaks: [] })
  expect(await counter.client.association.read({})).toHaveProperty('name')
  expect(Object.keys(Object.prototype)).toEqual([])
})
