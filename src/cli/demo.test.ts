/** The demonstration: all of it or nothing, and never at the cost of anybody's work. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Office, openOffice } from '../core/office.ts'
import { usualPlaces } from '../web/places.ts'
import { run } from './run.ts'

let home = ''
let out = ''
const place = (name: string) => join(home, name)
const association = () => join(out, 'Cité de Valcreuse.amicale')

type Ran = { readonly status: number; readonly out: string; readonly beside: string }

/** Runs a line; `heard` is told each message, and may stop the command as Ctrl+C does. */
async function amicale(args: readonly string[], heard: (text: string) => void = () => {}): Promise<Ran> {
  let answer = ''
  let beside = ''
  const status = await run(
    args,
    process.env,
    { write: (text) => (answer += text) },
    {
      write: (text) => {
        beside += text
        heard(text)
      },
    },
  )
  return { status, out: answer, beside }
}

/** Every file below a folder with its bytes, so that nothing can change unseen. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(
    files.map((name) => {
      const file = join(folder, name)
      return [name, statSync(file).isFile() ? readFileSync(file).toString('base64') : '']
    }),
  )
}

const open = (): Office =>
  openOffice(association(), {
    ...{ door: 'test', by: 'tester', today: () => '2026-03-01', resources: usualPlaces().resources },
  })

const interrupt = (phase: RegExp) => (text: string) => {
  if (phase.test(text)) process.emit('SIGINT')
}

// Each of these makes real directories: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let first: Ran
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'amicale-demo-'))
  out = place('demo')
  Object.assign(process.env, { LANG: '', LC_ALL: '', AMICALE_STATE: place('state'), AMICALE_HOME: place('home') })
  first = await amicale(['demo', '--out', out, '--json'])
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('makes the association, the directory twice, the list and the papers of a treasurer, and nothing else', async () => {
  expect(first.status, first.beside).toBe(0)
  const report = JSON.parse(first.out)
  expect(report).toMatchObject({ folder: association(), imported: 300, list: { rows: 294 } })
  expect(report.directory.pages % 4).toBe(0)
  expect(report.booklet.sheets).toBe(report.directory.pages / 4)
  expect(report.dues.map(({ year }: { year: string }) => year)).toEqual(['2024', '2025', '2026'])
  expect(report.reminders.letters).toBeGreaterThan(50)
  expect(report.receipts.issued).toBeGreaterThan(50)
  expect(report.cards.cards).toBeGreaterThanOrEqual(report.receipts.issued)
  expect(report.seconds).toBeLessThan(60)
  const papers = [report.reminders, report.receipts, report.cards]
  for (const { file } of [report.directory, report.booklet, ...papers]) {
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect(readdirSync(out).sort()).toEqual(
    [
      ...['Cité de Valcreuse.amicale', 'annuaire-livret.pdf', 'annuaire.pdf', 'membres.xlsx'],
      ...['relances.pdf', 'attestations.pdf', 'cartes.pdf'],
    ].sort(),
  )
  const known = JSON.parse(readFileSync(place('state/known.json'), 'utf8'))
  expect(known.folders).toEqual([association()])
})

test('leaves a demonstration alone while another door is in it', async () => {
  const before = contents(out)
  const office = open()
  try {
    const { status, beside } = await amicale(['demo', '--out', out])
    expect(status, beside).toBe(3)
    expect((await office.client.people.list({})).total).toBe(294)
  } finally {
    await office.close()
  }
  expect(contents(out)).toEqual(before)
})

test('cancelled, has changed nothing: neither the former demonstration, nor a folder that was not there', async () => {
  const before = contents(out)
  for (const phase of [/Lecture/, /Composition/]) {
    const { status, beside } = await amicale(['demo', '--out', out], interrupt(phase))
    expect(status, beside).toBe(7)
    expect(contents(out)).toEqual(before)
  }
  expect((await amicale(['demo', '--out', place('one/two/three')], interrupt(/Lecture/))).status).toBe(7)
  expect(existsSync(place('one'))).toBe(false)
})

test('made again, takes the place of the former one, and prints paths that can be read', async () => {
  const before = statSync(association()).ino
  const { status, out: text, beside } = await amicale(['demo', '--out', out])
  expect(status, beside).toBe(0)
  expect(text).toContain(`  ${join(out, 'annuaire.pdf')} `)
  expect(text).not.toContain(relative(process.cwd(), out))
  expect(statSync(association()).ino).not.toBe(before)
  expect(readdirSync(out).length).toBe(7)
})

test('refuses to replace an association in which somebody worked, and says what to do', async () => {
  const office = open()
  await office.client.people.create({ contact: { kind: 'person', lastName: 'Durand' } })
  await office.close()
  const before = contents(out)
  const { status, beside } = await amicale(['demo', '--out', out])
  expect(status).toBe(2)
  expect(beside).toContain('--out')
  expect(contents(out)).toEqual(before)
})

test('refuses a folder with something else in it', async () => {
  writeFileSync(join(out, 'letters.txt'), 'precious')
  const before = contents(out)
  expect((await amicale(['demo', '--out', out])).status).toBe(2)
  expect(contents(out)).toEqual(before)
})
