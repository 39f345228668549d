/** A door with nobody's data behind it, and a raw socket to knock with. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError, os } from '@orpc/server'
import { afterEach, expect } from 'vitest'
import { z } from 'zod'
import { tokenHeader } from '../../src/preload/bridge.ts'
import { type DoorOptions, openDoor, type WebDoor } from '../../src/web/door.ts'
import { type GuardName, loopbackGuards } from '../../src/web/guards.ts'

const tidying: (() => unknown)[] = []
afterEach(async () => {
  for (const tidy of tidying.splice(0).reverse()) await tidy()
})

/** Runs at the end of the test, last one first. */
export const atEnd = (tidy: () => unknown): void => void tidying.push(tidy)

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amicale-test-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A page as the build leaves it, with one script that says it ran. */
export function smallPage(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder()
  const all: Record<string, string> = {
    'index.html': `<!doctype html><meta property="csp-nonce" nonce="AMICALE_NONCE"><title>Small</title>
<script type="module" src="./assets/page.js"></script><p id="said">not yet</p>`,
    'assets/page.js':
      "document.getElementById('said').textContent = sessionStorage.getItem('amicale-token') ? 'in' : 'out'",
    ...files,
  }
  mkdirSync(join(folder, 'assets'))
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'files.json'), JSON.stringify(Object.keys(all).map((name) => ({ name }))))
  return folder
}

export type Ledger = { writes: string[]; reads: number; cancelled: number; running: number }

/** What stands at the counter of these tests: a question, an order, a work, a refusal and a fault. */
export function smallCounter(ledger: Ledger) {
  return {
    read: os.handler(() => {
      ledger.reads += 1
      return { secret: 'a member' }
    }),
    write: os.input(z.strictObject({ text: z.string().max(900_000) })).handler(({ input }) => {
      ledger.writes.push(input.text)
      return { length: input.text.length }
    }),
    refuse: os.errors({ REFUSED: { data: z.object({ code: z.string() }) } }).handler(({ errors }) => {
      throw errors.REFUSED({ data: { code: 'notFound' } })
    }),
    fail: os.handler(() => {
      throw new ORPCError('FAULT', { data: { reference: 'F1' } })
    }),
    count: os.input(z.strictObject({ to: z.int() })).handler(async function* ({ input, signal }) {
      ledger.running += 1
      try {
        for (let done = 1; done <= input.to; done += 1) {
          yield { phase: 'counting', done, total: input.to }
          await new Promise((resolve) => setTimeout(resolve, 2))
          if (signal?.aborted) return { counted: done }
        }
        return { counted: input.to }
      } finally {
        ledger.running -= 1
        if (signal?.aborted) ledger.cancelled += 1
      }
    }),
  }
}

export type TestDoor = WebDoor & { readonly ledger: Ledger; readonly token: string; readonly pass: string }

/** Opens a door; `without` leaves guards out, for controls. */
export async function testDoor(
  options: Partial<DoorOptions> & { readonly without?: readonly GuardName[] } = {},
): Promise<TestDoor> {
  const ledger: Ledger = { writes: [], reads: 0, cancelled: 0, running: 0 }
  const { without = [], ...rest } = options
  const door = await openDoor({
    router: smallCounter(ledger),
    closeCounter: async () => {},
    open: false,
    pageFolder: rest.development ? '' : (rest.pageFolder ?? smallPage()),
    guards: loopbackGuards.filter((guard) => !without.includes(guard.name)),
    ...rest,
  })
  atEnd(() => door.close())
  const pass = /name="pass" value="([^"]+)"/.exec(readFileSync(door.startFile, 'utf8'))?.[1] ?? ''
  const arrival = await knock(door.port, startRequest(door, pass))
  const token = /content="([^"]+)"/.exec(arrival.body)?.[1] ?? ''
  return { ...door, ledger, token, pass }
}

export const startRequest = (
  door: { readonly port: number },
  pass: string,
  headers: readonly string[] = [],
): string => {
  const body = `pass=${pass}`
  return (
    request('POST', '/start', [
      `Host: 127.0.0.1:${door.port}`,
      'Origin: null',
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Mode: navigate',
      'Sec-Fetch-Dest: document',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      ...headers,
    ]) + body
  )
}

/** Lines of a request; a header line is sent exactly as given. */
export const request = (method: string, target: string, headers: readonly string[]): string =>
  `${method} ${target} HTTP/1.1\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`

/** A right request of our page, unless `change` says otherwise: `undefined` leaves the header out. */
export function rpcRequest(
  door: { readonly port: number; readonly token: string },
  path: string,
  input: unknown,
  change: Readonly<Record<string, string | undefined>> = {},
): string {
  const body = JSON.stringify({ json: input })
  const headers: Record<string, string | undefined> = {
    Host: `127.0.0.1:${door.port}`,
    Origin: `http://127.0.0.1:${door.port}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    [tokenHeader]: door.token,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...change,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return request('POST', `/rpc/${path}`, lines) + body
}

/** Alive is: our own page's request still has its answer. */
export async function expectAlive(door: TestDoor): Promise<void> {
  expect((await knock(door.port, rpcRequest(door, 'read', undefined))).status).toBe(200)
}

export type Reply = {
  /** 0 when the connection was closed without an answer. */
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Sends bytes as they are and takes whatever comes back until the connection ends or falls silent. */
export function knock(port: number, bytes: string | Buffer, silence = 3_000): Promise<Reply> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect({ host: '127.0.0.1', port })
    const done = () => {
      socket.destroy()
      resolve(replyOf(Buffer.concat(parts).toString('latin1')))
    }
    socket.setTimeout(silence, done)
    socket.on('data', (part) => {
      parts.push(part)
      const so = replyOf(Buffer.concat(parts).toString('latin1'))
      const length = so.headers.get('content-length')
      if (so.status > 199 && length !== undefined && so.body.length >= Number(length)) done()
    })
    socket.on('error', done)
    socket.on('close', done)
    socket.write(bytes)
  })
}

function replyOf(text: string): Reply {
  const split = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = (split < 0 ? text : text.slice(0, split)).split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  const rest = split < 0 ? '' : text.slice(split + 4)
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunked(rest) : rest
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers, body }
}

function unchunked(text: string): string {
  const end = text.indexOf('\r\n')
  const size = Number.parseInt(text.slice(0, end), 16)
  if (end < 0 || !(size > 0)) return ''
  return text.slice(end + 2, end + 2 + size) + unchunked(text.slice(end + 4 + size))
}
