/** Bad folders, files and places, for every command: each is a refusal with its own status, never a fault. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commands, run } from './run.ts'

const sample = resolve(import.meta.dirname, '../../resources/samples/amis-de-la-cite.csv')
let home = ''
const place = (name: string) => join(home, name)

async function amicale(...args: readonly string[]): Promise<{ status: number; out: string; beside: string }> {
  let out = ''
  let beside = ''
  const status = await run(args, process.env, { write: (text) => (out += text) }, { write: (text) => (beside += text) })
  return { status, out, beside }
}

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'amicale-refusals-'))
  Object.assign(process.env, { AMICALE_STATE: place('state'), AMICALE_HOME: place('home') })
  writeFileSync(place('file'), 'a letter')
  writeFileSync(place('empty.csv'), '')
  mkdirSync(place('empty'))
  symlinkSync(place('round'), place('round'))
  symlinkSync(place('nowhere'), place('dangling'))
  expect((await amicale('new', place('good.amicale'), '--name', 'Amis')).status).toBe(0)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Places that are no association, and how each is refused. */
const badFolders: readonly (readonly [name: string, path: () => string, status: number])[] = [
  ['a file', () => place('file'), 7],
  ['a device', () => '/dev/null', 7],
  ['below a file', () => place('file/x'), 8],
  ['a folder of the system', () => '/proc', 7],
  ['an empty folder', () => place('empty'), 8],
  ['nowhere', () => place('nowhere'), 8],
  ['a link to nowhere', () => place('dangling'), 8],
  ['a link to itself', () => place('round'), 8],
  ['a name too long', () => place('x'.repeat(300)), 8],
  ['a path too long', () => place('x/'.repeat(3000)), 8],
  ['the empty name', () => '', 7],
]

/** A line of each command that takes a folder. */
const lines: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  invent: (folder) => ['invent', folder, '--people', '2'],
  import: (folder) => ['import', folder, sample],
  export: (folder) => ['export', folder, '--out', place('list.csv')],
  directory: (folder) => ['directory', folder, '--out', place('pages.pdf')],
  check: (folder) => ['check', folder],
  ask: (folder) => ['ask', folder, 'people.list'],
  web: (folder) => ['web', folder, '--no-open'],
}

test('every command that takes a folder is in the table', () => {
  const takers = commands.filter(({ arguments: [first = ''] }) => first.includes('FOLDER')).map(({ name }) => name)
  expect(Object.keys(lines).concat('new').sort()).toEqual(takers.sort())
})

test.each(Object.keys(lines))('%s: a bad folder is refused', async (command) => {
  for (const [name, path, status] of badFolders) {
    const line = lines[command]?.(path()) ?? []
    const ran = await amicale(...line, '--json')
    expect(ran.status, `${command} ${name}: ${ran.beside}`).toBe(status)
    expect(JSON.parse(ran.out).refusal.code, `${command} ${name}`).toMatch(/^folder/)
  }
})

/** Where nothing can be made or written. */
const badPlaces: readonly (readonly [name: string, path: () => string, status: number])[] = [
  ['the system’s folder', () => '/proc/x', 6],
  ['the kernel’s folder', () => '/sys/x', 6],
  ['below a file', () => place('file/x'), 8],
  ['a name too long', () => place('x'.repeat(260)), 6],
]

test('new, export, directory, proof and demo: a place that takes no file is refused before any work', async () => {
  const good = place('good.amicale')
  for (const [name, path, status] of badPlaces) {
    for (const line of [
      ['export', good, '--out', `${path()}.csv`],
      ['directory', good, '--out', `${path()}.pdf`],
      ['directory', good, '--out', place('fine.pdf'), '--proof', `${path()}.json`],
    ]) {
      const ran = await amicale(...line, '--json')
      expect(ran.status, `${line.join(' ')}, ${name}: ${ran.beside}`).toBe(status)
      expect(JSON.parse(ran.out).refusal.code).toMatch(/^output/)
    }
    const made = await amicale('new', path(), '--name', 'Amis', '--json')
    expect(JSON.parse(made.out).refusal?.code, name).toBe('folderNotMade')
    expect(made.status).toBe(6)
    const demo = await amicale('demo', '--out', path(), '--json')
    expect(demo.status, `demo ${name}: ${demo.beside}`).toBe(status)
    expect(JSON.parse(demo.out).refusal.code).toMatch(/^output/)
  }
  for (const [out, status] of [
    [place('file'), 7],
    ['/dev/null', 7],
    [good, 2],
    [join(good, 'documents', 'demo'), 7],
  ] as const) {
    expect((await amicale('demo', '--out', out)).status, out).toBe(status)
  }
  expect(readdirSync(home).filter((name) => /\.(part|new|pdf|csv)$/.test(name))).toEqual(['empty.csv'])
})

test('files to import that are not: refused, nothing imported', async () => {
  const good = place('good.amicale')
  for (const [file, status] of [
    [place('nothing.csv'), 8],
    [place('file/x.csv'), 8],
    [place('round'), 8],
    [place('x'.repeat(300)), 8],
    [place('empty'), 7],
    ['/dev/null', 7],
    [place('empty.csv'), 7],
    ['', 8],
  ] as const) {
    const ran = await amicale('import', good, file, '--json')
    expect(ran.status, `${file}: ${ran.beside}`).toBe(status)
  }
  expect(JSON.parse((await amicale('check', good, '--json')).out).totals.persons).toBe(0)
})

test.skipIf(process.platform === 'win32')('a pipe or a device is refused at once, whoever reads it', async () => {
  const good = place('good.amicale')
  execFileSync('mkfifo', [place('pipe.csv')])
  // In a process of its own: a blocked one would hear no signal, and would never give the folder back.
  const line = (...args: readonly string[]) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, 'index.ts'), ...args], {
      encoding: 'utf8',
      timeout: 60_000,
      killSignal: 'SIGKILL',
    })
  for (const file of [place('pipe.csv'), '/dev/zero']) {
    const ran = line('import', good, file, '--json')
    expect(ran.status, `${file}: ${ran.stderr}`).toBe(7)
    expect(JSON.parse(ran.stdout).refusal.code).toBe('fileUnreadable')
  }
  // A file to be made, where a pipe stands.
  expect(line('export', good, '--out', place('pipe.csv')).status).toBe(7)
  expect((await amicale('check', good)).status).toBe(0)
})

test('what is protected is refused as such, to whoever is not its owner', async () => {
  const closed = place('closed')
  mkdirSync(closed)
  expect((await amicale('new', join(closed, 'a.amicale'), '--name', 'Amis')).status).toBe(0)
  for (const path of [home, closed]) chmodSync(path, path === home ? 0o755 : 0o700)
  const become = process.geteuid?.() === 0 ? 65_534 : undefined
  if (become === undefined) chmodSync(closed, 0o000)
  else process.seteuid?.(become)
  try {
    for (const [line, code, status] of [
      [['check', join(closed, 'a.amicale')], 'folderUnreadable', 6],
      [['new', join(closed, 'b.amicale'), '--name', 'Amis'], 'folderNotMade', 6],
      [['export', join(closed, 'a.amicale'), '--out', join(closed, 'x.csv')], 'outputUnwritable', 6],
      [['demo', '--out', join(closed, 'demo')], 'outputUnwritable', 6],
      [['import', join(closed, 'a.amicale'), join(closed, 'x.csv')], 'folderUnreadable', 6],
    ] as const) {
      const ran = await amicale(...line, '--json')
      expect(JSON.parse(ran.out).refusal?.code, `${line.join(' ')}: ${ran.beside}`).toBe(code)
      expect(ran.status).toBe(status)
    }
  } finally {
    if (become !== undefined) process.seteuid?.(0)
    chmodSync(closed, 0o700)
  }
})
