/** Kills: what was said to be saved is there, and an import is whole or absent (reliability rows W1 and W2). */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
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
  /** Two at a time: most of a round is waiting for a process to start. */
  const lane = async (name: string, seed: number): Promise<void> => {
    const at = join(place, name)
    newRegister(at, { name: 'Amis' }, options).close()
    const delay = delays(seed, 25)
    for (let round = 0; round < kills / 2; round += 1) {
      const left = await killed('write', at, delay.next().value as number)
      if (left.hot) hot += 1
      const register = openRegister(at, options)
      expect(register.prepare(whole).get(left.acknowledged), `${name} ${round}, seed ${seed}`).toBeDefined()
      expect(count(register, 'SELECT count(*) FROM email')).toBe(
        emails * count(register, 'SELECT count(*) FROM contact'),
      )
      const acts = count(register, "SELECT count(*) FROM journal_act WHERE name = 'people.create'")
      expect(acts).toBe(count(register, 'SELECT count(*) FROM contact'))
      expect(count(register, 'SELECT count(*) FROM journal_row WHERE contact IS NOT NULL')).toBe(acts * (1 + emails))
      register.close()
    }
  }
  await Promise.all([lane('Une.amicale', 20_260_301), lane('Deux.amicale', 20_260_302)])
  faultFound({ id: 'W1', tries: kills, lost: 0 })
  console.info(`kill: ${hot} of ${kills} kills left a hot journal, 0 acknowledged acts lost`)
  // A test whose kills fall between transactions would prove nothing.
  expect(hot).toBeGreaterThanOrEqual(kills / 3)
})

test('the control: a writer that says it is saved before it is loses what it said', { timeout: 120_000 }, async () => {
  const delay = delays(7, 25)
  for (let round = 0; round < 30; round += 1) {
    const { acknowledged } = await killed('writeAndBoast', folder, delay.next().value as number)
    const register = openRegister(folder, options)
    const found = register.prepare(whole).get(acknowledged)
    register.close()
    if (found === undefined) return faultFound({ id: 'W1', control: 1 })
  }
  throw new Error('Nothing was lost: the kills of this test are too gentle to prove anything')
})

test('a kill during an import leaves nothing or everything; one act per line would not', {
  timeout: 240_000 * times,
}, async () => {
  const people = 2_000
  const outcome = async (action: string, progress: number): Promise<number> => {
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
    expect(rows).toBe(acts * people)
    register.close()
    return brought
  }
  const rounds = 8 * times
  for (let round = 0; round < rounds; round += 1) expect([0, people]).toContain(await outcome('bring', round % 4))
  expect([0, people]).not.toContain(await outcome('bringOneByOne', 0))
  faultFound({ id: 'W2a', tries: rounds, lost: 0, control: 1 })
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
  for (let round = 0; round < 15 * times; round += 1) {
    const at = join(place, `${round}.amicale`)
    cpSync(former, at, { recursive: true })
    const child = startChild(['migrate', at])
    await child.says(/^starting$/)
    await after(delay.next().value as number)
    child.process.kill('SIGKILL')
    await child.ended
    const backups = join(place, `${round} backups`)
    for (const name of existsSync(backups) ? readdirSync(backups) : []) {
      if (name.startsWith('.')) continue
      outcomes.copies += 1
      const copy = new Sqlite(join(backups, name), { readonly: true })
      expect(copy.prepare('SELECT count(*) FROM journal_row').pluck().get(), `round ${round}`).toBe(acts + 1)
      copy.close()
    }
    // What the kill left opens as it is, in the former shape or the new one.
    const left = new Sqlite(join(at, 'register.db'))
    const version = Number(left.pragma('user_version', { simple: true }))
    left.close()
    if (version === 1) outcomes.former += 1
    else outcomes.migrated += 1
    const register = openRegister(at, options)
    expect(register.version()).toBe(migrations.length)
    expect((existsSync(backups) ? readdirSync(backups) : []).filter((name) => name.startsWith('.'))).toEqual(
      version === 1 ? [] : expect.anything(),
    )
    expect(count(register, 'SELECT count(*) FROM journal_row')).toBe(acts + 1)
    expect(register.lookOver('journal_row')).toEqual({ integrity: [], foreignKeys: 0 })
    register.close()
    for (const path of [at, backups]) rmSync(path, { recursive: true, force: true })
  }
  faultFound({ id: 'W5', tries: 15 * times, lost: 0 })
  console.info(`kill during migration: ${JSON.stringify(outcomes)}`)
  // Kills before the copy, between copy and migration, and after prove different things.
  expect(outcomes.copies).toBeGreaterThan(0)
  expect(outcomes.former).toBeGreaterThan(0)
})
