/** Kills: what was said to be saved is there, and an import is whole or absent (reliability rows W1 and W2). */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChild } from '../../../tests/faults/child.ts'
import { faultFound, times } from '../../../tests/faults/report.ts'
import { migrations } from './migrations/migrations.ts'
import { newRegister, type OpenOptions, openRegister, type Register } from './register.ts'

const options: OpenOptions = { door: 'test', by: 'tester', today: () => '2026-03-01' }
let place = ''
let folder = ''

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-kill-'))
  folder = join(place, 'Amis.amicale')
  newRegister(folder, { name: 'Amis' }, options).close()
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const count = (register: Register, sql: string): number => Number(register.prepare(sql).pluck().get())

/** A journal that was not emptied: the kill fell inside a transaction. */
const hotJournal = (at: string): boolean =>
  (statSync(join(at, 'register.db-journal'), { throwIfNoEntry: false })?.size ?? 0) > 0

/** A sequence that looks random and is the same each time. */
function* delays(seed: number, most: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield (state / 2_147_483_648) * most
  }
}

const kills = 50 * times
/** E-mails the writer gives each contact, in the same act. */
const emails = 40

/** Starts a writer, kills it a moment later, and opens what it left: the last id it acknowledged, and the register. */
async function killed(action: string, at: string, delay: number): Promise<{ acknowledged: number; hot: boolean }> {
  const child = startChild([action, at])
  await child.says(/^\d+$/)
  await after(delay)
  child.process.kill('SIGKILL')
  await child.ended
  return { acknowledged: Number(child.lines.findLast((line) => /^\d+$/.test(line))), hot: hotJournal(at) }
}

const whole = 'SELECT 1 FROM contact JOIN email ON contact_id = contact.id WHERE contact.id = ? AND position = 39'

test(`${kills} kills during writes lose nothing that was acknowledged and leave no half act`, {
  timeout: 240_000 * times,
}, async () => {
  let hot = 0
  let lost = 0
  /** Two at a time: most of a round is waiting for a process to start. */
  const lane = async (name: string, seed: number): Promise<void> => {
    const at = join(place, name)
    newRegister(at, { name: 'Amis' }, options).close()
    // Long enough to fall well after the first act, when a new process tidies its memory and writes nothing.
    const delay = delays(seed, 80)
    for (let round = 0; round < kills / 2; round += 1) {
      const left = await killed('write', at, delay.next().value as number)
      if (left.hot) hot += 1
      const register = openRegister(at, options)
      const acts = count(register, "SELECT count(*) FROM journal_act WHERE name = 'people.create'")
      const whatIsThere = {
        acknowledged: register.prepare(whole).get(left.acknowledged) !== undefined,
        contacts: count(register, 'SELECT count(*) FROM contact'),
        emails: count(register, 'SELECT count(*) FROM email'),
        rows: count(register, 'SELECT count(*) FROM journal_row WHERE contact IS NOT NULL'),
      }
      register.close()
      const right = { acknowledged: true, contacts: acts, emails: emails * acts, rows: acts * (1 + emails) }
      if (isDeepStrictEqual(whatIsThere, right)) continue
      lost += 1
      console.error(`${name} ${round}, seed ${seed}: ${JSON.stringify({ whatIsThere, right })}`)
    }
  }
  await Promise.all([lane('Une.amicale', 20_260_301), lane('Deux.amicale', 20_260_302)])
  faultFound({ id: 'W1', tries: kills, lost })
  console.info(
    `kill: ${hot} of ${kills} kills left a hot journal, ${lost} lost an acknowledged act or left half of one`,
  )
  expect(lost).toBe(0)
  // A test whose kills fall between transactions would prove nothing.
  expect(hot).toBeGreaterThanOrEqual(kills / 3)
})

test('the control: a writer that says it is saved before it is loses what it said', { timeout: 120_000 }, async () => {
  const delay = delays(7, 25)
  let lost = 0
  // One loss proves the kills; no need to wait for thirty.
  for (let round = 0; round < 30 && lost === 0; round += 1) {
    const { acknowledged } = await killed('writeAndBoast', folder, delay.next().value as number)
    const register = openRegister(folder, options)
    const found = register.prepare(whole).get(acknowledged)
    register.close()
    if (found === undefined) lost += 1
  }
  faultFound({ id: 'W1', control: lost })
  expect(lost, 'the kills of this test are too gentle to prove anything').toBeGreaterThan(0)
})

test('a kill during an import leaves nothing or everything; one act per line would not', {
  timeout: 240_000 * times,
}, async () => {
  const people = 2_000
  /** Whether a kill left nothing of the import or everything, in the facts and in the journal. */
  const isWhole = async (action: string, progress: number): Promise<boolean> => {
    const before = openRegister(folder, options)
    const had = count(before, 'SELECT count(*) FROM contact')
    before.close()
    const child = startChild([action, folder, String(people)])
    await child.says(/^\d+$/)
    for (let step = 0; step < progress; step += 1) await child.says(new RegExp(`^(${(step + 1) * 100}|\\d{3,})$`))
    child.process.kill('SIGKILL')
    await child.ended
    const register = openRegister(folder, options)
    const brought = count(register, 'SELECT count(*) FROM contact') - had
    const acts = count(register, "SELECT count(*) FROM journal_act WHERE name = 'exchange.import'")
    const rows = count(
      register,
      "SELECT count(*) FROM journal_row WHERE act IN (SELECT id FROM journal_act WHERE name = 'exchange.import')",
    )
    register.close()
    return [0, people].includes(brought) && rows === acts * people
  }
  const rounds = 8 * times
  let lost = 0
  for (let round = 0; round < rounds; round += 1) if (!(await isWhole('bring', round % 4))) lost += 1
  const control = (await isWhole('bringOneByOne', 0)) ? 0 : 1
  faultFound({ id: 'W2a', tries: rounds, lost, control })
  expect({ lost, control }).toEqual({ lost: 0, control: 1 })
})

test('a kill during a migration leaves the old shape or the new one, every row, and no copy that does not open', {
  timeout: 240_000 * times,
}, async () => {
  const first = migrations.slice(0, 1)
  const former = join(place, 'Former.amicale')
  const acts = 3_000
  const made = newRegister(former, { name: 'Amis' }, { ...options, migrations: first })
  await made.orderInSlices(
    'fill',
    '',
    function* () {
      for (let n = 1; n <= acts; n += 1) {
        made.prepare('UPDATE association SET name = ? WHERE id = 1').run(`Amis ${n} ${'x'.repeat(500)}`)
        yield { done: n, total: acts }
      }
    },
    { signal: new AbortController().signal, progress: () => {} },
    'filling',
  )
  made.close()
  const delay = delays(11, 250)
  const outcomes = { former: 0, migrated: 0, copies: 0 }
  const rounds = 15 * times
  let lost = 0
  for (let round = 0; round < rounds; round += 1) {
    const at = join(place, `${round}.amicale`)
    cpSync(former, at, { recursive: true })
    const child = startChild(['migrate', at])
    await child.says(/^starting$/)
    await after(delay.next().value as number)
    child.process.kill('SIGKILL')
    await child.ended
    const backups = join(place, `${round} backups`)
    const wrong: unknown[] = []
    for (const name of existsSync(backups) ? readdirSync(backups) : []) {
      if (name.startsWith('.')) continue
      outcomes.copies += 1
      const copy = new Sqlite(join(backups, name), { readonly: true })
      const copied = copy.prepare('SELECT count(*) FROM journal_row').pluck().get()
      copy.close()
      if (copied !== acts + 1) wrong.push({ name, copied })
    }
    // What the kill left opens as it is, in the former shape or the new one.
    const left = new Sqlite(join(at, 'register.db'))
    const version = Number(left.pragma('user_version', { simple: true }))
    left.close()
    if (version === 1) outcomes.former += 1
    else outcomes.migrated += 1
    const register = openRegister(at, options)
    const pieces = (existsSync(backups) ? readdirSync(backups) : []).filter((name) => name.startsWith('.'))
    if (version === 1 && pieces.length > 0) wrong.push({ pieces })
    const found = {
      version: register.version(),
      rows: count(register, 'SELECT count(*) FROM journal_row'),
      ...register.lookOver('journal_row'),
    }
    register.close()
    const right = { version: migrations.length, rows: acts + 1, integrity: [], foreignKeys: 0 }
    if (!isDeepStrictEqual(found, right)) wrong.push(found)
    if (wrong.length > 0) {
      lost += 1
      console.error(`round ${round}: ${JSON.stringify(wrong)}`)
    }
    for (const path of [at, backups]) rmSync(path, { recursive: true, force: true })
  }
  faultFound({ id: 'W5', tries: rounds, lost })
  console.info(`kill during migration: ${JSON.stringify(outcomes)}`)
  expect(lost).toBe(0)
  // Kills before the copy, between copy and migration, and after prove different things.
  expect(outcomes.copies).toBeGreaterThan(0)
  expect(outcomes.former).toBeGreaterThan(0)
})
