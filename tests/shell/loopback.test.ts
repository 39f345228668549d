/** The loopback door against raw sockets: reliability rows R3, R4 and the table of security.md. Each guard has its control. */
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { tokenHeader } from '../../src/preload/bridge.ts'
import type { GuardName } from '../../src/web/guards.ts'
import { atEnd, expectAlive, knock, request, rpcRequest, smallPage, type TestDoor, testDoor } from './doors.ts'

test('answers its own page, on 127.0.0.1 alone', async () => {
  const door = await testDoor()
  const reply = await knock(door.port, rpcRequest(door, 'read', undefined))
  expect([reply.status, JSON.parse(reply.body)]).toEqual([200, { json: { secret: 'a member' } }])
  for (const address of Object.values(networkInterfaces()).flat()) {
    if (address === undefined || address.address === '127.0.0.1' || address.family !== 'IPv4') continue
    const refused = await new Promise((resolve) => {
      const socket = connect({ host: address.address, port: door.port })
      socket.once('error', () => resolve(true))
      socket.once('connect', () => resolve(false))
    })
    expect(refused, address.address).toBe(true)
  }
})

describe('Host', () => {
  const wrong = (port: number): Record<string, readonly string[]> => ({
    absent: [],
    twice: [`Host: 127.0.0.1:${port}`, `Host: 127.0.0.1:${port}`],
    'twice, the second foreign': [`Host: 127.0.0.1:${port}`, 'Host: evil.test'],
    localhost: [`Host: localhost:${port}`],
    'no port': ['Host: 127.0.0.1'],
    'other port': [`Host: 127.0.0.1:${port + 1}`],
    rebinding: [`Host: evil.test:${port}`],
    'suffix of a name': [`Host: 127.0.0.1.evil.test:${port}`],
    'prefix of a name': [`Host: evil.test.127.0.0.1:${port}`],
    'IPv6 loopback': [`Host: [::1]:${port}`],
    'mapped address': [`Host: [::ffff:127.0.0.1]:${port}`],
    'decimal address': [`Host: 2130706433:${port}`],
    'short address': [`Host: 127.1:${port}`],
    'user before': [`Host: user@127.0.0.1:${port}`],
    'trailing dot': [`Host: 127.0.0.1.:${port}`],
    malformed: ['Host: ]['],
    'malformed port': ['Host: 127.0.0.1:port'],
    'with a path': [`Host: 127.0.0.1:${port}/x`],
    empty: ['Host: '],
    '8 kB': [`Host: ${'a'.repeat(8_192)}`],
  })
  test('is exactly ours, or the answer is 421 and empty; the server lives', async () => {
    const door = await testDoor()
    const table = wrong(door.port)
    for (const [name, hosts] of Object.entries(table)) {
      const reply = await knock(door.port, request('GET', '/', [...hosts, 'Connection: close']))
      expect([name, reply.status, reply.body]).toEqual([name, 421, ''])
    }
    for (const hosts of [
      ['Host:\u0000127.0.0.1'],
      [`Host: 127.0.0.1:${door.port}\u0000`],
      [`Host: ${'a'.repeat(20_000)}`],
    ]) {
      const reply = await knock(door.port, request('GET', '/', hosts))
      expect([400, 431]).toContain(reply.status)
    }
    await expectAlive(door)
  })
})

/** One attack for each guard: refused with this status, and let in when the guard is left out. */
const attacks: Record<
  Exclude<GuardName, 'headers' | 'target' | 'method'>,
  { readonly status: number; readonly change: Readonly<Record<string, string | undefined>> }
> = {
  host: { status: 421, change: { Host: 'evil.test' } },
  origin: { status: 403, change: { Origin: 'http://evil.test' } },
  fetchSite: { status: 403, change: { 'Sec-Fetch-Site': 'cross-site' } },
  contentType: { status: 415, change: { 'Content-Type': 'text/plain' } },
  token: { status: 401, change: { [tokenHeader]: 'a'.repeat(43) } },
}

describe('each guard stands alone', () => {
  for (const [name, { status, change }] of Object.entries(attacks)) {
    test(`${name}: refused with ${status}, nothing written; without it the attack passes`, async () => {
      const door = await testDoor()
      const refused = await knock(door.port, rpcRequest(door, 'write', { text: 'evil' }, change))
      expect([refused.status, refused.body, door.ledger.writes]).toEqual([status, '', []])
      const control = await testDoor({ without: [name as GuardName] })
      const passed = await knock(control.port, rpcRequest(control, 'write', { text: 'evil' }, change))
      expect([passed.status, control.ledger.writes]).toEqual([200, ['evil']])
    })
  }

  test('headers: 65 of them are refused; without the guard they pass', async () => {
    const many = Object.fromEntries(Array.from({ length: 58 }, (_, index) => [`X-${index}`, 'x']))
    const door = await testDoor()
    expect((await knock(door.port, rpcRequest(door, 'read', undefined, many))).status).toBe(431)
    const control = await testDoor({ without: ['headers'] })
    expect((await knock(control.port, rpcRequest(control, 'read', undefined, many))).status).toBe(200)
  })

  test('method: a GET never asks; without the guard it reaches the request', async () => {
    const get = (door: TestDoor) => rpcRequest(door, 'read', undefined).replace(/^POST/, 'PUT')
    const door = await testDoor()
    expect([(await knock(door.port, get(door))).status, door.ledger.reads]).toEqual([405, 0])
    const control = await testDoor({ without: ['method'] })
    expect([(await knock(control.port, get(control))).status, control.ledger.reads]).toEqual([200, 1])
  })

  test('target: an absolute address is refused; without the guard it is only unknown', async () => {
    const proxy = (door: TestDoor) =>
      request('GET', `http://evil.test/`, [`Host: 127.0.0.1:${door.port}`, 'Sec-Fetch-Site: same-origin'])
    const door = await testDoor()
    expect((await knock(door.port, proxy(door))).status).toBe(400)
    const control = await testDoor({ without: ['target'] })
    expect((await knock(control.port, proxy(control))).status).toBe(404)
  })
})

test('the matrix of methods, origins, sites and types lets one combination in', async () => {
  const door = await testDoor()
  const here = `http://127.0.0.1:${door.port}`
  const passed: string[] = []
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
    for (const origin of [here, undefined, 'null', 'http://evil.test', here.replace('127.0.0.1', 'localhost')])
      for (const site of ['same-origin', 'same-site', 'cross-site', 'none', undefined])
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', undefined]) {
          const change = { Origin: origin, 'Sec-Fetch-Site': site, 'Content-Type': type }
          const sent = rpcRequest(door, 'read', undefined, change).replace(/^POST/, method)
          const reply = await knock(door.port, sent)
          if (reply.status < 400) passed.push(`${method} ${origin} ${site} ${type}`)
        }
  expect(passed).toEqual([`POST ${here} same-origin application/json`])
  expect(door.ledger.reads).toBe(1)
})

test('a preflight gets no permission', async () => {
  const door = await testDoor()
  const reply = await knock(
    door.port,
    request('OPTIONS', '/rpc/read', [
      `Host: 127.0.0.1:${door.port}`,
      'Origin: http://evil.test',
      'Access-Control-Request-Method: POST',
      `Access-Control-Request-Headers: ${tokenHeader}`,
      'Access-Control-Request-Private-Network: true',
    ]),
  )
  expect(reply.status).toBe(405)
  expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('the headers of every kind of answer', async () => {
  const door = await testDoor()
  const host = `Host: 127.0.0.1:${door.port}`
  const asPage = ['Sec-Fetch-Site: none', 'Sec-Fetch-Dest: document', 'Sec-Fetch-Mode: navigate', 'Connection: close']
  const answers = {
    page: request('GET', '/', [host, ...asPage]),
    file: request('GET', '/assets/page.js', [host, 'Sec-Fetch-Site: same-origin']),
    request: rpcRequest(door, 'read', undefined),
    refusal: rpcRequest(door, 'refuse', undefined),
    fault: rpcRequest(door, 'fail', undefined),
    stream: rpcRequest(door, 'count', { to: 1 }),
    unknown: rpcRequest(door, 'nothing/here', undefined),
    foreign: request('GET', '/', ['Host: evil.test']),
    stranger: rpcRequest(door, 'read', undefined, { [tokenHeader]: 'no' }),
    malformed: 'GET / HTTP/9.9\r\n\r\n',
  }
  for (const [name, sent] of Object.entries(answers)) {
    const { headers } = await knock(door.port, sent)
    const kept = Object.fromEntries(
      [...headers].filter(
        ([header]) => !['date', 'content-length', 'connection', 'transfer-encoding', 'keep-alive'].includes(header),
      ),
    )
    const policy = kept['content-security-policy']?.replace(/nonce-[\w-]{24}/g, 'nonce-NONCE')
    expect({ name, ...kept, 'content-security-policy': policy }).toMatchSnapshot(name)
  }
})

test('the policy of the page has a nonce of its own each time, and nothing unsafe', async () => {
  const door = await testDoor()
  const load = () =>
    knock(
      door.port,
      request('GET', '/', [
        `Host: 127.0.0.1:${door.port}`,
        'Sec-Fetch-Site: none',
        'Sec-Fetch-Dest: document',
        'Sec-Fetch-Mode: navigate',
      ]),
    )
  const [one, two] = [await load(), await load()]
  const nonceOf = (text = '') => /nonce-([\w-]{24})'/.exec(text)?.[1]
  const nonce = nonceOf(one.headers.get('content-security-policy'))
  expect(nonce).toBeDefined()
  expect(one.body).toContain(`nonce="${nonce}"`)
  expect(nonceOf(two.headers.get('content-security-policy'))).not.toBe(nonce)
  expect(one.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('80 ways out of the folder lead nowhere', async () => {
  const door = await testDoor({ pageFolder: smallPage({ 'assets/data.json': '{}' }) })
  const ups = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '..%00', '..;', '…', '%c0%ae%c0%ae', '%uff0e%uff0e']
  const bars = ['/', '\\', '%2f', '%5c', '%255c', '//', '/./', '%c0%af']
  const targets = ups.flatMap((up) => bars.map((bar) => `/assets${bar}${up}${bar}${up}${bar}etc${bar}passwd`))
  const others = [
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/index.html',
    '/files.json',
    '/assets/page.js?x',
    '/assets/page.js/',
    '/assets//page.js',
    '/ASSETS/page.js',
    '/?x',
    '/assets/page.js%00',
    '/constructor',
    '/__proto__',
    '/@fs/etc/passwd',
    '/@vite/client',
    '*',
  ]
  expect(targets.length).toBe(80)
  for (const target of [...targets, ...others]) {
    const sent = Buffer.from(request('GET', target, [`Host: 127.0.0.1:${door.port}`, 'Sec-Fetch-Site: same-origin']))
    const reply = await knock(door.port, sent)
    expect([target, [400, 404].includes(reply.status), reply.body]).toEqual([target, true, ''])
  }
  const control = await knock(
    door.port,
    request('GET', '/assets/data.json', [`Host: 127.0.0.1:${door.port}`, 'Sec-Fetch-Site: same-origin']),
  )
  expect([control.status, control.body]).toEqual([200, '{}'])
})

test('a WebSocket is never opened, whatever its origin', async () => {
  const door = await testDoor()
  for (const origin of [door.origin, 'null', 'http://evil.test', 'http://localhost', undefined]) {
    const sent = request('GET', '/rpc/read', [
      `Host: 127.0.0.1:${door.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ...(origin ? [`Origin: ${origin}`] : []),
    ])
    expect([origin, (await knock(door.port, sent)).status]).toEqual([origin, 0])
  }
  expect((await knock(door.port, request('CONNECT', 'evil.test:443', [`Host: 127.0.0.1:${door.port}`]))).status).toBe(0)
  await expectAlive(door)
})

describe('limits', () => {
  test('600,000 bytes in base64 pass, more than 1 MB does not, however it is announced', async () => {
    const door = await testDoor()
    expect((await knock(door.port, rpcRequest(door, 'write', { text: 'a'.repeat(800_000) }))).status).toBe(200)
    const big = { text: 'a'.repeat(1_100_000) }
    expect((await knock(door.port, rpcRequest(door, 'write', big))).status).toBe(413)
    const chunked = rpcRequest(
      door,
      'write',
      {},
      { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
    ).split('\r\n\r\n')[0]
    const piece = 'a'.repeat(65_536)
    const body = Array.from({ length: 17 }, () => `10000\r\n${piece}\r\n`).join('')
    expect((await knock(door.port, `${chunked}\r\n\r\n${body}0\r\n\r\n`)).status).toBe(413)
    expect(door.ledger.writes.map((text) => text.length)).toEqual([800_000])
    await expectAlive(door)
  })

  test('malformed bodies are refused', async () => {
    const door = await testDoor()
    for (const body of ['', '{', 'null', '[]', '"text"', '\xff\xfe', '{"json":{"text":"\xc3"}}']) {
      const bytes = Buffer.from(body, 'latin1')
      const head = rpcRequest(door, 'write', {}, { 'Content-Length': String(bytes.length) }).split('\r\n\r\n')[0]
      const reply = await knock(door.port, Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes]))
      expect([body, reply.status]).toEqual([body, 400])
    }
    expect(door.ledger.writes).toEqual([])
  })

  test('a slow writer is sent away, headers or body', async () => {
    const door = await testDoor({
      limits: { headersMilliseconds: 300, requestMilliseconds: 500, checkMilliseconds: 50 },
    })
    for (const begun of ['GET / HTTP/1.1\r\nHost:', rpcRequest(door, 'write', { text: 'never ends' }).slice(0, -5)]) {
      const reply = await knock(door.port, begun, 10_000)
      expect([0, 408]).toContain(reply.status)
    }
    await expectAlive(door)
  })

  test('at most 32 connections at once', async () => {
    const door = await testDoor()
    let open = 100
    const sockets = Array.from({ length: 100 }, () =>
      connect({ host: '127.0.0.1', port: door.port })
        .on('error', () => {})
        .once('close', () => {
          open -= 1
        }),
    )
    const end = () => sockets.forEach((socket) => void socket.destroy())
    atEnd(end)
    await expect.poll(() => open).toBe(32)
    end()
    await expect.poll(async () => (await knock(door.port, rpcRequest(door, 'read', undefined))).status).toBe(200)
  })

  test('300 malformed requests, and the server lives', async () => {
    const door = await testDoor()
    const host = `Host: 127.0.0.1:${door.port}`
    const odd = [
      '\r\n\r\n',
      '\0\0\0\0',
      'GET\r\n\r\n',
      'GET / HTTP/1.1\r\n : x\r\n\r\n',
      `GET / HTTP/1.1\r\n${host}\r\nContent-Length: -1\r\n\r\n`,
      `POST /rpc/read HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /`,
      `GET / HTTP/1.1\r\n${host}\r\nExpect: 100-continue\r\n\r\n`,
      `GET / HTTP/1.1\n${host}\n\n`,
      `GET /\u0001 HTTP/1.1\r\n${host}\r\n\r\n`,
      `GET / HTTP/1.1\r\n${host}\r\nX: ${'y'.repeat(17_000)}\r\n\r\n`,
      `POST /rpc/read HTTP/1.1\r\n${host}\r\nTransfer-Encoding: gzip\r\n\r\n`,
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      `GET / HTTP/1.1\r\n${host}\r\n Folded: yes\r\n\r\n`,
      `GET /\\..\\..\\etc HTTP/1.1\r\n${host}\r\n\r\n`,
    ]
    for (let round = 0; round < 20; round += 1)
      for (const sent of odd) {
        const reply = await knock(
          door.port,
          Buffer.from(`${sent}${'GET / HTTP/1.1\r\n\r\n'.repeat(round % 3)}`, 'latin1'),
          40,
        )
        expect([sent, reply.status === 0 || reply.status >= 400]).toEqual([sent, true])
      }
    await expectAlive(door)
  })
})
