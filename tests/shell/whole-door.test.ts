/** The door with the real counter behind it: works over the wire, its own process, other users of the computer. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, test } from 'vitest'
import { finish, type Progress } from '../../src/core/kit/request.ts'
import type { Requests } from '../../src/core/requests.ts'
import { tokenHeader } from '../../src/preload/bridge.ts'
import { serveWeb } from '../../src/web/server.ts'
import { atEnd, knock, rpcRequest, smallPage, startRequest, temporaryFolder } from './doors.ts'

type Client = ContractRouterClient<Requests>

const passIn = (startFile: string): string =>
  /name="pass" value="([^"]+)"/.exec(readFileSync(startFile, 'utf8'))?.[1] ?? ''

/** Enters as the page does, and asks as the page does. */
async function enter(port: number, startFile: string): Promise<{ readonly client: Client; readonly token: string }> {
  const arrival = await knock(port, startRequest({ port }, passIn(startFile)))
  const token = /content="([^"]+)"/.exec(arrival.body)?.[1] ?? ''
  const origin = `http://127.0.0.1:${port}`
  const link = new RPCLink({
    url: `${origin}/rpc`,
    headers: { [tokenHeader]: token, origin, 'sec-fetch-site': 'same-origin' },
    // Node's fetch keeps browsers' headers to itself; a plain request carries them.
    fetch: plainFetch,
  })
  return { client: createORPCClient(link), token }
}

async function plainFetch(request: Request): Promise<Response> {
  const { request: ask } = await import('node:http')
  const { Readable } = await import('node:stream')
  const body = Buffer.from(await request.arrayBuffer())
  return new Promise((resolve, reject) => {
    const outgoing = ask(
      request.url,
      { method: request.method, headers: Object.fromEntries(request.headers), signal: request.signal },
      (incoming) => {
        incoming.on('error', () => {})
        const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)])
        resolve(new Response(Readable.toWeb(incoming) as ReadableStream, { status: incoming.statusCode ?? 0, headers }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function openWeb() {
  const folder = temporaryFolder()
  const door = await serveWeb({
    open: false,
    home: join(folder, 'home'),
    stateFolder: join(folder, 'state'),
    pageFolder: smallPage(),
    today: () => '2026-11-22',
    signal: new AbortController().signal,
  })
  atEnd(door.close)
  return { folder, door, ...(await enter(door.port, door.startFile)) }
}

test('progress comes as it goes, leaving cancels and leaves nothing, a refusal keeps its data', async () => {
  const { client } = await openWeb()
  await expect(client.people.list({})).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'folderNotOpen' } })
  expect(await client.desk.create({ name: 'Amicale' })).toMatchObject({
    door: 'browser',
    dialogs: false,
    open: { name: 'Amicale' },
  })

  const steps: Progress[] = []
  const done = await finish(await client.exchange.invent({ people: 500 }), (step) => steps.push(step))
  expect(done.created).toBe(500)
  expect(steps.length).toBeGreaterThan(0)

  const stop = new AbortController()
  const running = await client.exchange.invent({ people: 20_000, seed: 2 }, { signal: stop.signal })
  await running.next()
  stop.abort()
  await running.next().catch(() => {})
  await expect.poll(async () => (await client.people.list({ deceased: true })).total, { timeout: 20_000 }).toBe(500)
  expect((await client.history.list({})).acts.map(({ name }) => name)).toEqual(['exchange.invent', 'association.new'])
})

test('asked to stop, it stops: before the door is there, while it is made, and after', async () => {
  const folder = temporaryFolder()
  const listeners = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => process.listenerCount(name))
  const before = listeners()
  const stopping = new AbortController()
  const serve = (signal: AbortSignal) =>
    serveWeb({
      ...{ open: false, home: join(folder, 'home'), stateFolder: join(folder, 'state'), pageFolder: smallPage() },
      signal,
    })
  await expect(serve(AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  const starting = serve(stopping.signal)
  stopping.abort()
  await expect(starting).rejects.toMatchObject({ code: 'cancelled' })
  const later = new AbortController()
  const door = await serve(later.signal)
  expect(listeners()).toEqual(before)
  later.abort()
  expect(await door.closed).toBe('asked')
  expect(existsSync(dirname(door.startFile))).toBe(false)
})

test('what a refusal or a fault says names no file, no statement, no line of ours', async () => {
  const { door, token, folder } = await openWeb()
  for (const path of [
    'people/read',
    'people/list',
    'association/read',
    'desk/open',
    'papers/read',
    'history/undo',
    'nothing',
  ])
    for (const input of [undefined, {}, { id: -1 }, { key: '0'.repeat(16) }, { act: 1 }]) {
      const { status, body } = await knock(door.port, rpcRequest({ port: door.port, token }, path, input))
      if (status >= 400)
        expect([path, body]).toEqual([path, expect.not.stringMatching(/SELECT|SQLITE|at Object|\.ts:|node_modules/)])
      if (status >= 400) expect(body).not.toContain(folder)
    }
})

/** `amicale web` in a process of its own, from the sources, as `npm start` runs it without Electron. */
async function startProcess(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly child: ChildProcess; readonly startFile: string; readonly said: () => string }> {
  let said = ''
  const child = spawn(process.execPath, ['src/cli/index.ts', 'web', ...args, '--no-open'], {
    env: { ...process.env, ...env },
  })
  child.stdout.on('data', (part) => {
    said += part
  })
  child.stderr.on('data', (part) => {
    said += part
  })
  atEnd(() => child.kill('SIGKILL'))
  const found = () => /\/\S+start\.html/.exec(said)?.[0]
  await expect.poll(found, { timeout: 20_000 }).toBeDefined()
  return { child, startFile: found() ?? '', said: () => said }
}

test('a process of its own: no secret in arguments or words, and SIGTERM leaves the folder free and nothing behind', async () => {
  const folder = temporaryFolder()
  const place = join(folder, 'Essai.amicale')
  const env = { AMICALE_HOME: join(folder, 'home'), AMICALE_STATE: join(folder, 'state') }
  execFileSync(process.execPath, ['src/cli/index.ts', 'new', place, '--name', 'Essai'], {
    env: { ...process.env, ...env },
  })
  const { child, startFile, said } = await startProcess([place], env)
  const pass = passIn(startFile)
  expect([statSync(startFile).mode & 0o777, statSync(dirname(startFile)).mode & 0o777]).toEqual([0o600, 0o700])
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(readFileSync(startFile, 'utf8'))?.[1])
  const { client, token } = await enter(port, startFile)
  expect((await client.association.read({})).name).toBe('Essai')
  const lines = readdirSync('/proc').flatMap((id) => {
    try {
      return /^\d+$/.test(id) ? [readFileSync(`/proc/${id}/cmdline`, 'utf8') + said()] : []
    } catch {
      return []
    }
  })
  expect(lines.filter((line) => line.includes(token) || line.includes(pass))).toEqual([])
  expect(existsSync(startFile)).toBe(false)

  const busy = client.exchange.invent({ people: 20_000 }).then((work) => work.next())
  await busy
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  expect(existsSync(dirname(startFile))).toBe(false)
  const check = JSON.parse(
    execFileSync(process.execPath, ['src/cli/index.ts', 'check', place, '--json'], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    }),
  )
  expect(check).toMatchObject({ ok: true, totals: { persons: 0 } })
})

const root = process.geteuid?.() === 0
if (!root) console.warn('NOT ROOT: reading as another user was NOT tried (reliability R3).')

test.skipIf(!root)('another user of this computer reads no file of ours and is let in nowhere (R3)', async () => {
  const { door, folder } = await openWeb()
  const script = `
    const { readdirSync, readFileSync } = require('node:fs')
    const read = (what) => { try { what(); return 'read' } catch (error) { return error.code } }
    const http = require('node:http')
    const ask = http.request({ host: '127.0.0.1', port: ${door.port}, path: '/rpc/association/read', method: 'POST',
      headers: { origin: '${door.origin}', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' } },
      (answer) => console.log(JSON.stringify([answer.statusCode,
        read(() => readdirSync('${dirname(door.startFile)}')),
        read(() => readdirSync('${join(folder, 'home')}')),
        read(() => readFileSync('/proc/${process.pid}/environ'))])))
    ask.end('{}')`
  // Not the synchronous kind: the door that answers is in this process.
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
    uid: 65_534,
    gid: 65_534,
    cwd: '/',
    env: {},
  })
  expect(JSON.parse(stdout)).toEqual([401, 'EACCES', expect.stringMatching(/EACCES|ENOENT/), 'EACCES'])
})
