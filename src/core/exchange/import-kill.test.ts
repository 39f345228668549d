/** kill -9 while a list comes in: all of it or nothing of it (reliability, row W2). */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultFound, times } from '../../../tests/faults/report.ts'
import { newRegister, openRegister } from '../register/register.ts'

const program = resolve(import.meta.dirname, '../../../tests/faults/import-process.ts')
const resources = resolve(import.meta.dirname, '../../../resources')
const options = { door: 'test', by: 'tests', today: () => '2026-11-22' } as const
const people = 1200
let place: string
let list: string

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-kill-import-'))
  list = join(place, 'list.csv')
  const rows = Array.from({ length: people }, (_, at) => `N${at};Nom${at};Prénom;p${at}@a.example;Pau;Maison ${at % 9}`)
  writeFileSync(list, `N° d’adhérent;Nom;Prénom;Courriel;Ville;Maison\n${rows.join('\n')}\n`)
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

type Told = { readonly process: ChildProcess; readonly lines: string[]; readonly ended: Promise<void> }

function started(folder: string, way = ''): Told {
  const child = spawn(process.execPath, [program, folder, list, resources, way], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  child.stdout.on('data', (bytes: Buffer) => lines.push(...bytes.toString('utf8').split('\n')))
  child.stderr.on('data', (bytes: Buffer) => lines.push(`! ${bytes.toString('utf8')}`))
  const ended = new Promise<void>((resolved) => child.on('close', () => resolved()))
  return { process: child, lines, ended }
}

/** Waits until the child says so, or has ended. */
async function until(child: Told, told: (line: string) => boolean): Promise<void> {
  let over = false
  void child.ended.then(() => {
    over = true
  })
  while (!over && !child.lines.some(told)) await after(1)
  if (!child.lines.some(told)) throw new Error(`The child ended first: ${child.lines.join(' ').slice(0, 2000)}`)
}

function kept(folder: string): { contacts: number; emails: number; acts: number; memory: number } {
  const register = openRegister(folder, options)
  try {
    const count = (sql: string) => Number(register.prepare(sql).pluck().get())
    return {
      contacts: count('SELECT count(*) FROM contact'),
      emails: count('SELECT count(*) FROM email'),
      acts: count("SELECT count(*) FROM journal_act WHERE name = 'exchange.import'"),
      memory: count('SELECT count(*) FROM import_memory'),
    }
  } finally {
    register.close()
  }
}

const nothing = { contacts: 0, emails: 0, acts: 0, memory: 0 }
const everything = { contacts: people, emails: people, acts: 1, memory: 1 }
/** What is neither nothing nor everything has lost something. */
const outcomeOf = (left: ReturnType<typeof kept>): 'nothing' | 'everything' | 'lost' =>
  isDeepStrictEqual(left, nothing) ? 'nothing' : isDeepStrictEqual(left, everything) ? 'everything' : 'lost'

const kills = 30 * times

test(`${kills} kills: nothing or everything`, { timeout: 600_000 * times }, async () => {
  let folder = ''
  let fresh = 0
  const renew = () => {
    fresh += 1
    folder = join(place, `${fresh}.amicale`)
    newRegister(folder, { name: 'Amis' }, options).close()
  }
  renew()
  const found = { nothing: 0, everything: 0, during: 0, lost: 0 }
  for (let round = 0; round < kills; round += 1) {
    const child = started(folder)
    // From its first words to its last: every round kills a little later in the writing.
    await until(child, (line) => line === 'begun')
    const wanted = Math.floor((people * (round % 12)) / 10)
    await until(
      child,
      (line) => line === 'done' || (line.startsWith('importing') && Number(line.split(' ')[1]) >= wanted),
    )
    const writing = !child.lines.includes('done')
    child.process.kill('SIGKILL')
    await child.ended
    if (writing) found.during += 1
    const left = kept(folder)
    const outcome = outcomeOf(left)
    found[outcome] += 1
    if (outcome === 'lost') console.error(`round ${round}: ${JSON.stringify(left)}`)
    if (outcome !== 'nothing') renew()
  }
  faultFound({ id: 'W2', tries: kills, lost: found.lost })
  expect(found.lost).toBe(0)
  // Kills that all came too late or too early would prove nothing.
  expect(found.during).toBeGreaterThan(kills / 2)
  expect(found.nothing).toBeGreaterThan(kills / 3)
})

test('the control: a line at a time is cut in two by a kill', { timeout: 120_000 }, async () => {
  const folder = join(place, 'control.amicale')
  newRegister(folder, { name: 'Amis' }, options).close()
  const child = started(folder, 'one-by-one')
  await until(child, (line) => line === 'importing 100')
  child.process.kill('SIGKILL')
  await child.ended
  const lost = outcomeOf(kept(folder)) === 'lost' ? 1 : 0
  faultFound({ id: 'W2', control: lost })
  expect(lost).toBe(1)
})
