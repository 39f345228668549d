/** Reliability row R2: a web page on this computer's browser against the loopback door, with a real Chromium. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokenHeader } from '../../src/preload/bridge.ts'
import { openDoor, type WebDoor } from '../../src/web/door.ts'
import { loopbackGuards } from '../../src/web/guards.ts'
import { browserPath, hostileBrowser } from './chromium.ts'
import { atEnd, type Ledger, smallCounter, smallPage, testDoor } from './doors.ts'

let browser: Browser
beforeAll(async () => {
  if (browserPath) browser = await hostileBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** A hostile site on this computer; every request that brings it something it stole is kept. */
async function hostileSite(): Promise<{ readonly port: number }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end('<!doctype html><title>Hostile</title><body></body>')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  atEnd(() => server.close())
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0 }
}

/** Runs in the hostile page: every way a page has to reach another address. Answers what it could read. */
async function attack([target, header]: readonly [string, string]): Promise<string[]> {
  const stolen: string[] = []
  const body = JSON.stringify({ json: { text: 'evil' } })
  const keep = (way: string, text: string) => {
    if (text.trim() !== '') stolen.push(`${way}: ${text.slice(0, 60)}`)
  }
  const write = `${target}/rpc/write`
  const asks: [string, string, RequestInit][] = [
    [
      'fetch read',
      `${target}/rpc/read`,
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
    ],
    ['fetch write', write, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }],
    [
      'fetch with a header',
      write,
      { method: 'POST', headers: { 'Content-Type': 'application/json', [header]: 'x' }, body },
    ],
    ['fetch text', write, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body }],
    ['fetch without cors', write, { method: 'POST', mode: 'no-cors', body }],
    ['fetch without cors, form', write, { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ data: body }) }],
    ['fetch without cors, parts', write, { method: 'POST', mode: 'no-cors', body: new FormData() }],
    ['fetch keepalive', write, { method: 'POST', mode: 'no-cors', keepalive: true, body }],
    ['fetch with credentials', write, { method: 'POST', credentials: 'include', body }],
    ['fetch get', `${target}/rpc/read?data=%7B%7D`, {}],
    ['fetch page', `${target}/`, {}],
    ['fetch page without cors', `${target}/`, { mode: 'no-cors' }],
    ['fetch file', `${target}/assets/page.js`, {}],
    ['fetch put', write, { method: 'PUT', body }],
    ['fetch delete', write, { method: 'DELETE' }],
    [
      'fetch start',
      `${target}/start`,
      { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ pass: 'guess' }) },
    ],
  ]
  for (const [way, address, options] of asks)
    try {
      keep(way, await (await fetch(address, options)).text())
    } catch {
      // Refused, as it should be.
    }
  navigator.sendBeacon(write, body)
  navigator.sendBeacon(write, new Blob([body], { type: 'text/plain' }))

  const settled = (element: HTMLElement, way: string, read: () => string): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        try {
          keep(way, read())
        } catch {
          // Another origin's document cannot be read.
        }
        resolve()
      }
      element.onload = done
      element.onerror = () => resolve()
      setTimeout(done, 400)
      document.body.append(element)
    })
  const element = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    set: Record<string, string>,
  ): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), set)
  const image = element('img', { src: `${target}/rpc/read` })
  const frame = element('iframe', { src: `${target}/` })
  const sandboxed = element('iframe', { src: `${target}/`, sandbox: 'allow-scripts' })
  const inner = element('iframe', { srcdoc: `<script>fetch('${write}',{method:'POST',body:'${body}'})</script>` })
  await Promise.all([
    settled(image, 'img', () => (image.naturalWidth > 0 ? 'image' : '')),
    settled(frame, 'iframe', () => frame.contentDocument?.body.textContent ?? ''),
    settled(sandboxed, 'sandboxed iframe', () => sandboxed.contentDocument?.body.textContent ?? ''),
    settled(inner, 'srcdoc', () => ''),
    settled(element('script', { src: `${target}/assets/page.js` }), 'script', () =>
      document.getElementById('said') ? 'ran' : '',
    ),
    settled(element('script', { src: `${target}/rpc/read` }), 'script of a request', () => ''),
    settled(element('link', { rel: 'stylesheet', href: `${target}/` }), 'stylesheet', () => ''),
    settled(element('link', { rel: 'prefetch', href: `${target}/rpc/read` }), 'prefetch', () => ''),
    settled(element('object', { data: `${target}/` }), 'object', () => ''),
    settled(element('embed', { src: `${target}/` }), 'embed', () => ''),
    settled(element('video', { src: `${target}/rpc/read` }), 'video', () => ''),
  ])
  for (const [method, enctype] of [
    ['get', 'application/x-www-form-urlencoded'],
    ['post', 'application/x-www-form-urlencoded'],
    ['post', 'multipart/form-data'],
    ['post', 'text/plain'],
  ] as const)
    for (const path of ['/rpc/write', '/start', '/']) {
      const name = `frame-${method}-${enctype}-${path}`
      const place = element('iframe', { name })
      const form = element('form', { method, enctype, action: `${target}${path}`, target: name })
      const field = element('input', { name: '{"json":{"text":"evil', value: '"}}' })
      form.append(field)
      document.body.append(place, form)
      form.submit()
    }
  await Promise.all(
    ['', '/rpc/read', '/rpc/write'].map(
      (path) =>
        new Promise<void>((resolve) => {
          const socket = new WebSocket(`${target.replace('http', 'ws')}${path}`)
          socket.onopen = () => {
            keep('websocket', path || '/')
            resolve()
          }
          socket.onerror = () => resolve()
        }),
    ),
  )
  await new Promise<void>((resolve) => {
    const events = new EventSource(`${target}/rpc/count`)
    const end = () => {
      events.close()
      resolve()
    }
    events.onmessage = ({ data }) => {
      keep('events', String(data))
      end()
    }
    events.onerror = end
  })
  const opened = window.open(`${target}/`, 'stolen')
  // Until it has gone where it was sent: its document is another's, or is read.
  for (;;) {
    try {
      if (opened === null) break
      if (opened.location.href !== 'about:blank' && opened.document.readyState === 'complete') {
        keep('window', opened.document.body.textContent ?? '')
        break
      }
    } catch {
      // Another origin's window.
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  opened?.close()
  return stolen
}

describe.skipIf(browserPath === undefined)('a hostile page', () => {
  for (const host of ['evil.test', 'localhost', '127.0.0.1'])
    test(`of ${host} reads nothing, writes nothing, and the door stays open`, async () => {
      const door = await testDoor()
      const site = await hostileSite()
      const page = await browser.newPage()
      atEnd(() => page.close())
      await page.goto(`http://${host}:${site.port}/`)
      expect(await page.evaluate(attack, [door.origin, tokenHeader] as const)).toEqual([])
      expect(door.ledger).toEqual({ writes: [], reads: 0, cancelled: 0, running: 0 })
      expect(await Promise.race([door.closed, Promise.resolve('open')])).toBe('open')
    })

  test('control: without guards the same page writes', async () => {
    const ledger: Ledger = { writes: [], reads: 0, cancelled: 0, running: 0 }
    const door = await openDoor({
      router: smallCounter(ledger),
      closeCounter: async () => {},
      open: false,
      pageFolder: smallPage(),
      guards: [],
    })
    atEnd(door.close)
    const site = await hostileSite()
    const page = await browser.newPage()
    atEnd(() => page.close())
    await page.goto(`http://evil.test:${site.port}/`)
    await page.evaluate(attack, [door.origin, tokenHeader] as const)
    expect(ledger.writes.length).toBeGreaterThan(0)
  })

  /** A page of evil.test whose name now leads here: same origin for the browser, so that only Host tells. */
  async function rebound(door: WebDoor): Promise<{ readonly status: number; readonly text: string }> {
    const page = await browser.newPage()
    atEnd(() => page.close())
    const site = `http://evil.test:${door.port}`
    await page.route(`${site}/`, (route) => route.fulfill({ contentType: 'text/html', body: 'Hostile' }))
    await page.goto(`${site}/`)
    return page.evaluate(async () => {
      const answer = await fetch('/rpc/read', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      })
      return { status: answer.status, text: await answer.text() }
    })
  }

  test('rebinding its name to this computer reads nothing; without the guards it does', async () => {
    const door = await testDoor()
    expect(await rebound(door)).toEqual({ status: 421, text: '' })
    expect(door.ledger.reads).toBe(0)
    const ledger: Ledger = { writes: [], reads: 0, cancelled: 0, running: 0 }
    const control = await openDoor({
      router: smallCounter(ledger),
      closeCounter: async () => {},
      open: false,
      pageFolder: smallPage(),
      guards: loopbackGuards.filter(({ name }) => !['host', 'origin', 'fetchSite', 'token'].includes(name)),
    })
    atEnd(control.close)
    expect((await rebound(control)).text).toContain('a member')
  })
})

describe.skipIf(browserPath === undefined)('our own page', () => {
  test('comes in by its start file, once; stays in on reloading; leaves no secret in the history', async () => {
    const door = await openDoor({ router: {}, closeCounter: async () => {}, open: false, pageFolder: smallPage() })
    atEnd(door.close)
    const start = readFileSync(door.startFile, 'utf8')
    const context = await browser.newContext()
    atEnd(() => context.close())
    const page = await context.newPage()
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    await page.goto(pathToFileURL(door.startFile).href)
    await page.waitForURL(`${door.origin}/`)
    await expect.poll(() => page.textContent('#said')).toBe('in')
    await page.reload()
    await expect.poll(() => page.textContent('#said')).toBe('in')
    const token = await page.evaluate(() => sessionStorage.getItem('amicale-token') ?? '')
    const pass = /name="pass" value="([^"]+)"/.exec(start)?.[1] ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(addresses.filter((address) => address.includes(token) || address.includes(pass))).toEqual([])
    expect(await context.cookies()).toEqual([])
    // The same file, kept by somebody, opens nothing any more: the door answers it, and gives no token.
    const thief = await context.newPage()
    const answered = thief.waitForResponse((response) => response.url().startsWith(door.origin))
    await thief.setContent(start.replace(/<meta http-equiv[^>]*>/, ''), { waitUntil: 'commit' })
    expect((await answered).ok()).toBe(false)
    expect(await thief.evaluate(() => sessionStorage.length).catch(() => 0)).toBe(0)
  })
})
