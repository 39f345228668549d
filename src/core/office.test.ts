/** The office: kinds of requests, refusals as data, faults without anything inside, works that can be left. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORPCError } from '@orpc/client'
import { isContractProcedure } from '@orpc/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from './kit/request.ts'
import { newOffice, type Office, openOffice } from './office.ts'
import { officeRequests } from './requests.ts'

const resources = fileURLToPath(new URL('../../resources', import.meta.url))
const faults: string[] = []
const options = {
  door: 'test',
  by: 'tester',
  today: () => '2026-03-01',
  resources,
  faults: (reference: string, request: string, error: unknown) => {
    faults.push(`${reference} ${request} ${String(error)}`)
  },
} as const
let place = ''
let office: Office

beforeEach(() => {
  faults.length = 0
  place = mkdtempSync(join(tmpdir(), 'amicale-office-'))
  office = newOffice(join(place, 'Amis.amicale'), { name: 'Amis' }, options)
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const person = (lastName: string) => ({ kind: 'person', lastName }) as const

async function thrownBy(asked: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  try {
    await asked
  } catch (error) {
    if (error instanceof ORPCError) return error
    throw error
  }
  throw new Error('It was answered')
}

test('an order is one act, named and with its subject; a question is none', async () => {
  const { id } = await office.client.people.create({ contact: person('Durand') })
  expect((await office.client.people.read({ id })).displayName).toContain('Durand')
  const { acts } = await office.client.history.list({})
  expect(acts.map(({ name, by }) => [name, by])).toEqual([
    ['people.create', 'tester'],
    ['association.new', 'tester'],
  ])
  expect(acts[0]?.subject).toContain('Durand')
  const { changes } = await office.client.history.ofContact({ id })
  expect(changes[0]).toMatchObject({ table: 'contact', old: null, new: { last_name: 'Durand' } })
})

test('an order that changes nothing leaves no act', async () => {
  const now = await office.client.association.read()
  await office.client.association.update(now)
  expect((await office.client.history.list({})).acts.length).toBe(1)
})

test('a refused order leaves no act and no row', async () => {
  const before = await office.client.history.list({})
  const refused = await thrownBy(office.client.people.trash({ ids: [41], trashed: true }))
  expect(refused).toMatchObject({ code: 'REFUSED', defined: true, data: { code: 'notFound' } })
  expect(await office.client.history.list({})).toEqual(before)
})

test('every line of a request is one line, without controls, overrides or halves of characters', async () => {
  const now = await office.client.association.read()
  const name = 'Amis\u202e de\nla\u0000 Cité\ud800'
  expect((await office.client.association.update({ ...now, name })).name).toBe('Amis de la Cité')
  const contact = { ...person('Du\ud83drand\n\u0000'), notes: 'un\u202e\r\nde\udc00ux\u0007' }
  const { id } = await office.client.people.create({ contact })
  expect(await office.client.people.read({ id })).toMatchObject({ lastName: 'Durand', notes: 'un\ndeux' })
  const nothing = await thrownBy(office.client.association.update({ ...now, name: '\u0000\u202e\ud800' }))
  expect(nothing.data).toMatchObject({ code: 'invalidInput', field: 'name' })
})

test('a country is one that exists; an address may have none', async () => {
  const now = await office.client.association.read()
  for (const country of ['ZZ', 'fr', '']) {
    const refused = await thrownBy(office.client.association.update({ ...now, country }))
    expect(refused.data, country).toMatchObject({ code: 'invalidInput', field: 'country' })
  }
  expect((await office.client.association.update({ ...now, country: 'BE' })).country).toBe('BE')
  const living = (country: string) => ({ ...person('Durand'), addresses: [{ city: 'Pau', country }] })
  const refused = await thrownBy(office.client.people.create({ contact: living('ZZ') }))
  expect(refused.data).toMatchObject({ code: 'invalidInput', field: 'contact.addresses.0.country' })
  for (const country of ['', 'XK']) {
    const { id } = await office.client.people.create({ contact: living(country) })
    expect((await office.client.people.read({ id })).addresses[0]?.country).toBe(country)
  }
})

test('the bound a refusal names is one that would be taken', async () => {
  const refused = await thrownBy(office.client.history.list({ before: 0 }))
  expect(refused.data).toMatchObject({ field: 'before', values: { reason: 'too_small', minimum: 1 } })
  expect(await office.client.history.list({ before: 1 })).toEqual({ acts: [] })
})

test('what the schema does not take is refused with its field', async () => {
  const address = 'a'.repeat(300)
  const contact = { ...person('Durand'), emails: [{ address: 'a@b.example' }, { address }] }
  const refused = await thrownBy(office.client.people.create({ contact }))
  expect(refused).toMatchObject({
    code: 'REFUSED',
    data: { code: 'invalidInput', field: 'contact.emails.1.address', values: { reason: 'too_big', maximum: 254 } },
  })
  const unknown = await thrownBy(office.client.people.read({ id: 1, more: true } as never))
  expect(unknown.data).toMatchObject({ code: 'invalidInput', values: { reason: 'unrecognized_keys' } })
})

type Asking = (input: unknown) => Promise<unknown>

test('every request answers bad input with a refusal, and nothing of the inside leaks', async () => {
  const inputs: readonly unknown[] = [
    undefined,
    null,
    7,
    'x',
    [],
    { __proto__: null, constructor: 1 },
    { id: -1 },
    { id: '1; DROP TABLE contact' },
  ]
  const paths: string[] = []
  const walk = async (contract: unknown, client: unknown, path: string): Promise<void> => {
    if (!isContractProcedure(contract)) {
      for (const [name, under] of Object.entries(contract as object)) {
        await walk(under, (client as Record<string, unknown>)[name], `${path}.${name}`)
      }
      return
    }
    paths.push(path)
    for (const input of inputs) {
      try {
        const answer = await (client as Asking)(input)
        await (answer as { return?: () => Promise<unknown> } | undefined)?.return?.()
      } catch (error) {
        expect(error, path).toMatchObject({ code: 'REFUSED' })
        const travelling = JSON.stringify((error as ORPCError<string, unknown>).toJSON())
        expect(travelling, path).not.toMatch(/SELECT|INSERT|\/home|\/tmp| at [A-Z]\w*\.|node_modules/)
      }
    }
  }
  await walk(officeRequests, office.client, '')
  expect(paths.length).toBeGreaterThan(15)
  expect(faults).toEqual([])
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test('a fault travels as a number, and is written down whole', async () => {
  office.register.close()
  const fault = await thrownBy(office.client.association.read())
  expect(fault.code).toBe('FAULT')
  const { reference } = fault.data as { reference: string }
  expect(JSON.stringify(fault.toJSON())).not.toMatch(/database|SELECT|association/)
  expect(faults.length).toBe(1)
  expect(faults[0]).toContain(`${reference} association.read`)
})

test('while people are brought in, everybody else waits and nobody sees half of them', {
  timeout: 60_000,
}, async () => {
  const running = await office.client.exchange.invent({ people: 300, seed: 3 })
  const seen: number[] = []
  const asking = (async () => {
    for (let asked = 0; asked < 5; asked += 1) seen.push((await office.client.people.list({ deceased: true })).total)
  })()
  const phases: string[] = []
  const { act, created } = await finish(running, ({ phase }) => phases.push(phase))
  await asking
  expect(created).toBe(300)
  expect(phases).toContain('inventing')
  expect(new Set(seen)).toEqual(new Set([300]))
  expect((await office.client.history.undo({ act })).act).toBeGreaterThan(act)
  expect((await office.client.people.list({})).total).toBe(0)
})

test('undoing puts the sort key and the search back in step', async () => {
  const { id } = await office.client.people.create({ contact: person('Durand') })
  const { revision } = await office.client.people.read({ id })
  await office.client.people.update({ id, revision, contact: person('Zola') })
  expect((await office.client.people.list({ search: 'durand' })).total).toBe(0)
  const { acts } = await office.client.history.list({ limit: 1 })
  await office.client.history.undo({ act: acts[0]?.id ?? 0 })
  const found = await office.client.people.list({ search: 'durand' })
  expect(found.rows.map(({ letter, displayName }) => [letter, displayName])).toEqual([['D', 'Durand']])
  expect((await office.client.people.list({ search: 'zola' })).total).toBe(0)
})

test('who leaves a work stops it, and nothing of it stays', { timeout: 60_000 }, async () => {
  const running = await office.client.exchange.invent({ people: 20_000, seed: 3 })
  await running.next()
  await running.return?.()
  expect((await office.client.people.list({})).total).toBe(0)

  const stopping = new AbortController()
  const again = await office.client.exchange.invent({ people: 20_000, seed: 3 }, { signal: stopping.signal })
  const refused = thrownBy(finish(again, () => stopping.abort()))
  expect(await refused).toMatchObject({ code: 'REFUSED', data: { code: 'cancelled' } })
  expect((await office.client.people.list({})).total).toBe(0)
})

test('closing during a work rolls it back and gives the folder back', { timeout: 60_000 }, async () => {
  const { folder } = office.register
  const running = await office.client.exchange.invent({ people: 20_000, seed: 3 })
  await running.next()
  await office.close()
  await expect(finish(running)).rejects.toMatchObject({ data: { code: 'cancelled' } })
  await expect(office.client.people.list({})).rejects.toMatchObject({ data: { code: 'folderNotOpen' } })
  office = openOffice(folder, options)
  expect((await office.client.people.list({})).total).toBe(0)
})

test('the check looks over every table', async () => {
  await office.client.people.create({ contact: person('Durand') })
  const report = await finish(await office.client.history.check({}))
  expect(report).toMatchObject({
    ok: true,
    integrity: [],
    foreignKeys: 0,
    totals: { persons: 1, organisations: 0, acts: 2 },
  })
})

test('no request holds the thread for long: a big undo leaves room for others', { timeout: 120_000 }, async () => {
  const { act } = await finish(await office.client.exchange.invent({ people: 2_000, seed: 5 }))
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  const begun = performance.now()
  await office.client.history.undo({ act })
  const total = performance.now() - begun
  clearInterval(watch)
  console.info(`undo of 2,000 people: ${Math.round(total)} ms, the thread held ${Math.round(longest)} ms at most`)
  // Without slices it would be held for all of it. A share, because the machine that runs this may be busy.
  expect(longest).toBeLessThan(total / 4)
})

test('what people are sought by follows the association’s country, and its undo', async () => {
  const now = await office.client.association.read()
  const of = (more: object) => office.client.people.create({ contact: { ...person('Durand'), ...more } })
  const { id: french } = await of({ addresses: [{ city: 'Pau', country: 'FR' }] })
  const { id: belgian } = await of({ addresses: [{ city: 'Gand', country: 'BE' }] })
  // No such number is given out in either country: it is kept as written, and read with the association’s.
  const { id: phone } = await of({ phones: [{ number: '04 00 12 34 5' }] })
  const found = async (search: string) =>
    (await office.client.people.list({ search })).rows.map(({ id }) => id).sort((one, other) => one - other)
  const seen = async () => [
    await found('france'),
    await found('belgique'),
    await found('+33400'),
    await found('+32400'),
  ]
  const before = await seen()
  expect(before).toEqual([[], [belgian], [phone], []])
  const update = { ...now, country: 'BE' }
  await office.client.association.update(update)
  expect(await seen()).toEqual([[french], [], [], [phone]])
  const act = (await office.client.history.list({ limit: 1 })).acts[0]?.id ?? 0
  await office.client.history.undo({ act })
  expect(await seen()).toEqual(before)
  expect((await finish(await office.client.history.check({}))).ok).toBe(true)
})
