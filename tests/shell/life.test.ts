/** When a door closes: the window is gone, silent, or asked to; and what it leaves behind: nothing. */
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Surroundings } from '../../src/web/browser.ts'
import { openDoor } from '../../src/web/door.ts'
import { browserPath } from './chromium.ts'
import { atEnd, knock, rpcRequest, smallCounter, smallPage, startRequest, temporaryFolder, testDoor } from './doors.ts'

/** Waits until a door opened now, and as patient, finds its window gone: whichever counts the same has ended by then. */
async function silentDoorEnds(silence: number): Promise<void> {
  expect(await (await testDoor({ silence })).closed).toBe('windowSilent')
}

const stateOf = (door: { readonly closed: Promise<string> }): Promise<string> =>
  Promise.race([door.closed, Promise.resolve('open')])

test('a silent window is a gone window; one that asks, or waits for a long answer, is not', async () => {
  const silence = 300
  const waiting = await testDoor({ silence })
  const long = knock(waiting.port, rpcRequest(waiting, 'count', { to: 1_000_000 }))
  await expect.poll(() => waiting.ledger.running).toBe(1)
  const asking = await testDoor({ silence })
  let silent = false
  const control = silentDoorEnds(silence).then(() => {
    silent = true
  })
  while (!silent) {
    expect((await knock(asking.port, rpcRequest(asking, 'read', undefined))).status).toBe(200)
    // The pace of its questions, far under the silence; the control says when to stop.
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await control
  expect([await stateOf(waiting), await stateOf(asking)]).toEqual(['open', 'open'])
  expect(await asking.closed).toBe('windowSilent')
  expect(existsSync(dirname(asking.startFile))).toBe(false)
  await waiting.close()
  await long
})

test('before its first window, a door waits', async () => {
  const door = await openDoor({
    router: {},
    closeCounter: async () => {},
    open: false,
    pageFolder: smallPage(),
    silence: 50,
  })
  atEnd(door.close)
  expect(await door.opening).toBe('notAsked')
  await silentDoorEnds(50)
  expect(await stateOf(door)).toBe('open')
})

test('closing cancels what is long, finishes, closes the association, and only then is it closed', async () => {
  const order: string[] = []
  const door = await testDoor({
    closeCounter: async () => void order.push('association closed'),
  })
  const long = knock(door.port, rpcRequest(door, 'count', { to: 1_000_000 }))
  await expect.poll(() => door.ledger.running).toBe(1)
  void door.closed.then(() => order.push('door closed'))
  await door.close()
  expect(order).toEqual(['association closed', 'door closed'])
  await expect.poll(() => [door.ledger.running, door.ledger.cancelled]).toEqual([0, 1])
  await long
})

/** A stand-in for Chromium: writes down its arguments, then does as told. */
function fakeBrowser(behaviour: string): { readonly around: Surroundings; readonly notes: string } {
  const folder = temporaryFolder()
  const path = join(folder, 'chromium')
  const notes = join(folder, 'arguments')
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}.part'\nmv '${notes}.part' '${notes}'\n${behaviour}\n`)
  chmodSync(path, 0o755)
  return {
    notes,
    around: { platform: 'linux', env: { AMICALE_BROWSER: path, DISPLAY: ':0' }, user: 1000, mayRun: existsSync },
  }
}

test('the window we started: its end is the door’s end, and its profile goes with it', async () => {
  const { around, notes } = fakeBrowser('exec sleep 30')
  const ledger = { writes: [], reads: 0, cancelled: 0, running: 0 }
  const door = await openDoor({
    router: smallCounter(ledger),
    closeCounter: async () => {},
    open: true,
    pageFolder: smallPage(),
    surroundings: around,
    silence: 50,
  })
  atEnd(door.close)
  await expect.poll(() => existsSync(notes)).toBe(true)
  const given = readFileSync(notes, 'utf8').trim().split('\n')
  const profile = given.find((word) => word.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? ''
  expect(existsSync(profile)).toBe(true)
  const pass = /name="pass" value="([^"]+)"/.exec(readFileSync(door.startFile, 'utf8'))?.[1] ?? ''
  expect(given.join(' ')).not.toContain(pass)
  expect((await knock(door.port, startRequest(door, pass))).status).toBe(200)
  expect(await door.opening).toBe('opened')
  // Longer than the silence: while its process is there, the window is there.
  await silentDoorEnds(50)
  expect(await stateOf(door)).toBe('open')
  await door.close()
  expect([existsSync(profile), existsSync(door.startFile)]).toEqual([false, false])
})

test('a browser that ends after it arrived closes the door', async () => {
  const { around } = fakeBrowser('sleep 0.4')
  const door = await openDoor({
    router: {},
    closeCounter: async () => {},
    open: true,
    pageFolder: smallPage(),
    surroundings: around,
  })
  atEnd(door.close)
  const pass = /name="pass" value="([^"]+)"/.exec(readFileSync(door.startFile, 'utf8'))?.[1] ?? ''
  await knock(door.port, startRequest(door, pass))
  expect(await door.closed).toBe('windowClosed')
})

test('a browser that cannot start is said so, and the start file goes on waiting', async () => {
  const { around } = fakeBrowser('exit 1')
  const door = await openDoor({
    router: {},
    closeCounter: async () => {},
    open: true,
    pageFolder: smallPage(),
    surroundings: around,
  })
  atEnd(door.close)
  expect(await door.opening).toBe('browserFailed')
  expect(existsSync(door.startFile)).toBe(true)
})

/** Text or bytes of every file below a folder that contain a word. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const place = join(folder, name)
    try {
      return statSync(place).isFile() && readFileSync(place).includes(word)
    } catch {
      // Gone meanwhile: a browser's own temporary file.
      return false
    }
  })
}

test.skipIf(browserPath === undefined)(
  'a real Chromium comes in with our arguments, and its profile knows no secret',
  async () => {
    // Without a screen, and as root in some places: only this stand-in takes the sandbox away, never the app.
    const { around } = fakeBrowser(`exec '${browserPath}' --headless=new --no-sandbox --disable-gpu "$@"`)
    const door = await openDoor({
      router: {},
      closeCounter: async () => {},
      open: true,
      pageFolder: smallPage(),
      surroundings: around,
    })
    atEnd(door.close)
    const pass = /name="pass" value="([^"]+)"/.exec(readFileSync(door.startFile, 'utf8'))?.[1] ?? ''
    const run = dirname(door.startFile)
    expect(await door.opening).toBe('opened')
    expect(existsSync(door.startFile)).toBe(false)
    await expect.poll(() => existsSync(join(run, 'profile', 'Default', 'History')), { timeout: 10_000 }).toBe(true)
    expect(filesWith(join(run, 'profile'), pass)).toEqual([])
    await door.close()
    expect(existsSync(run)).toBe(false)
  },
)
