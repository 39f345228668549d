import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { os, type RouterClient } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MessageChannelMain } from '../../tests/shell/fake-electron.ts'
import { hostOffice } from './office-host.ts'
import { largestMessage, requestMessage } from './port-gate.ts'

test('only the shape of our own requests passes', () => {
  const request = { i: '1', p: { u: '/desk/state', b: { json: {} } } }
  expect(requestMessage(JSON.stringify(request))).toEqual(request)
  expect(requestMessage('{"i":"1","t":4}')).toEqual({ i: '1', t: 4 })
  const refused: Record<string, unknown> = {
    'an object, uncoded': request,
    'a buffer': new Uint8Array([123, 125]),
    'not JSON': '{',
    nothing: 'null',
    'a list': '[]',
    'no number': '{"p":{"u":"/x"}}',
    'a long number': JSON.stringify({ ...request, i: 'x'.repeat(41) }),
    'a stream': '{"i":"1","t":3,"p":{"e":"message","d":1}}',
    'another address': JSON.stringify({ ...request, p: { u: 'http://example.org/' } }),
    'a way up': JSON.stringify({ ...request, p: { u: '/../x' } }),
    'a query': JSON.stringify({ ...request, p: { u: '/desk/state?data=x' } }),
    headers: JSON.stringify({ ...request, p: { u: '/x', h: { 'content-type': 'multipart/form-data' } } }),
    'another method': JSON.stringify({ ...request, p: { u: '/x', m: 'GET' } }),
    'no path': '{"i":"1","p":{}}',
    'too long': JSON.stringify({ ...request, p: { u: '/x', b: 'x'.repeat(largestMessage) } }),
  }
  for (const [name, data] of Object.entries(refused)) expect([name, requestMessage(data)]).toEqual([name, undefined])
})

test('progress comes through, leaving cancels, a refusal keeps its data', async () => {
  const seen = { cancelled: 0 }
  const router = {
    count: os.handler(async function* ({ signal }) {
      try {
        for (let done = 1; ; done += 1) {
          yield { done }
          await new Promise((resolve) => setTimeout(resolve, 1))
        }
      } finally {
        if (signal?.aborted) seen.cancelled += 1
      }
    }),
    refuse: os.errors({ REFUSED: {} }).handler(({ errors }) => {
      throw errors.REFUSED({ data: { code: 'notFound', values: {} } } as never)
    }),
  }
  const { port1, port2 } = new MessageChannelMain()
  const host = hostOffice(router)
  host.serve(port1)
  const client = createORPCClient<RouterClient<typeof router>>(new RPCLink({ port: port2 as never }))
  port2.start()

  await expect(client.refuse()).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'notFound' } })

  const byLeaving = await client.count()
  expect(await byLeaving.next()).toMatchObject({ value: { done: 1 } })
  expect(await byLeaving.next()).toMatchObject({ value: { done: 2 } })
  await byLeaving.return?.(undefined as never)
  await expect.poll(() => seen.cancelled).toBe(1)

  const stop = new AbortController()
  const bySignal = await client.count(undefined, { signal: stop.signal })
  await bySignal.next()
  stop.abort()
  await expect.poll(() => seen.cancelled).toBe(2)

  const byClosing = await client.count()
  await byClosing.next()
  host.leave()
  await expect.poll(() => seen.cancelled).toBe(3)
})

test('whatever is sent, the host goes on answering', async () => {
  const { port1, port2 } = new MessageChannelMain()
  const router = { ping: os.handler(() => 'pong') }
  hostOffice(router).serve(port1)
  port2.start()
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.object(),
    fc.record({ i: fc.oneof(fc.string(), fc.nat()), t: fc.option(fc.nat(5)), p: fc.anything() }).map((message) => {
      try {
        return JSON.stringify(message)
      } catch {
        return '{}'
      }
    }),
    fc
      .record({ json: fc.jsonValue(), meta: fc.option(fc.array(fc.array(fc.jsonValue())), { nil: undefined }) })
      .map((b) => JSON.stringify({ i: 'x1', p: { u: '/ping', b } })),
  )
  for (const data of fc.sample(anything, 2_000)) {
    try {
      port2.postMessage(data)
    } catch {
      // What cannot be cloned cannot be sent either.
    }
  }
  const client = createORPCClient<RouterClient<typeof router>>(new RPCLink({ port: port2 as never }))
  expect(await client.ping()).toBe('pong')
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
