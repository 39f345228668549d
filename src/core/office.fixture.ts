/** A real office of its own for each test, and short words to ask it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { RefusalData } from './kit/refusal.ts'
import { newOffice, type Office, type OfficeClient, openOffice } from './office.ts'

export const today = '2026-03-01'
const resources = fileURLToPath(new URL('../../resources', import.meta.url))
const options = { door: 'test', by: 'tester', today: () => today, resources } as const
let place = ''
let count = 0
export let office: Office
export let client: OfficeClient

const enter = (entered: Office): void => {
  office = entered
  client = entered.client
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-office-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeEach(() => {
  count += 1
  enter(newOffice(join(place, `${count}.amicale`), { name: 'Amis' }, options))
})
afterEach(async () => office.close())

/** Closes the association and opens it again. */
export async function reopen(): Promise<void> {
  const { folder } = office.register
  await office.close()
  enter(openOffice(folder, options))
}

type ContactGiven = Parameters<OfficeClient['people']['create']>[0]['contact']

/** Makes a person. @returns its number. */
export async function person(lastName: string, more: Record<string, unknown> = {}): Promise<number> {
  const contact = { kind: 'person', lastName, ...more } as ContactGiven
  return (await client.people.create({ contact })).id
}

/** The bytes of a paper that waits in the office. */
export async function bytesOf({ paper }: { readonly paper: string }): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece: { chunk: string; next?: number } = await client.papers.read({ paper, offset })
    pieces.push(Buffer.from(piece.chunk, 'base64'))
    offset = piece.next
  }
  return Buffer.concat(pieces)
}

/** The data of the refusal that was thrown. */
export async function refused(asked: Promise<unknown>): Promise<RefusalData> {
  try {
    await asked
  } catch (error) {
    return (error as { readonly data: RefusalData }).data
  }
  throw new Error('It was answered')
}

export const latestAct = async () => (await client.history.list({ limit: 1 })).acts[0]

/** Undoes the latest act that still stands; answers its name. */
export async function undoLatest(): Promise<string> {
  const { acts } = await client.history.list({})
  const act = acts.find(({ undoes, undoneBy }) => undoes === undefined && undoneBy === undefined)
  if (act === undefined) throw new Error('There is nothing to undo')
  await client.history.undo({ act: act.id })
  return act.name
}
