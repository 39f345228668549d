import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from './run.ts'

const entry = resolve(import.meta.dirname, 'index.ts')
const sample = resolve(import.meta.dirname, '../../resources/samples/amis-de-la-cite.csv')
let home = ''

type Ran = { readonly status: number | null; readonly out: string; readonly beside: string }

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: home,
    env: {
      ...process.env,
      LANG: '',
      LC_ALL: '',
      AMICALE_STATE: join(home, 'state'),
      AMICALE_HOME: join(home, 'home'),
      ...env,
    },
  })
  let out = ''
  let beside = ''
  const ended = new Promise<Ran>((settle) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      beside += text
    })
    child.on('close', (status) => settle({ status, out, beside }))
  })
  return { child, ended, besideNow: () => beside }
}

/** The same line without a process of its own: what opens no folder twice at once needs none. */
async function amicale(...args: readonly string[]): Promise<Ran> {
  let out = ''
  let beside = ''
  const status = await run(args, process.env, { write: (text) => (out += text) }, { write: (text) => (beside += text) })
  return { status, out, beside }
}

const place = (name: string) => join(home, name)

async function made(name: string): Promise<string> {
  const folder = place(`${name}.amicale`)
  const { status, beside } = await amicale('new', folder, '--name', name)
  expect(beside).toBe('')
  expect(status).toBe(0)
  return folder
}

const totals = async (folder: string) => JSON.parse((await amicale('check', folder, '--json')).out).totals

// Several of these make real directories: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 })

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'amicale-cli-'))
  Object.assign(process.env, {
    LANG: '',
    LC_ALL: '',
    AMICALE_STATE: join(home, 'state'),
    AMICALE_HOME: join(home, 'home'),
  })
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('usage', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Commandes/],
    [['dance'], /« dance »/],
    [['new'], /DOSSIER/],
    [['new', 'x'], /--name/],
    [['new', 'x', '--name'], /--name/],
    [['check', 'x', 'y'], /« y »/],
    [['check', 'x', '--wild'], /--wild/],
    [['export', 'x', '--out', 'a.csv', '--out', 'b.csv'], /--out/],
    [['import', 'x', 'y', '--dry-run', '--dry-run'], /--dry-run/],
    [['check', 'x', '--lang', 'fr', '--lang=en'], /--lang/],
    [['invent', 'x', '--people', 'many'], /« many »/],
    [['invent', 'x', '--people', '0'], /« 0 »/],
    [['check', 'x', '--lang', 'la'], /« la »/],
    [['export', 'x', '--out', 'list.doc'], /\.xlsx/],
    [['export', 'x', '--everything', '--out', 'a.zip', '--columns', 'city'], /--everything/],
    [['directory', 'x', '--out', 'directory.txt'], /\.pdf/],
    [['directory', 'x', '--out', 'd.pdf', '--imposed', 'scroll'], /booklet, signatures16, signatures32, press/],
    [['directory', 'x', '--out', 'd.pdf', '--style', 'gothic'], /classic, modern, large/],
    [['directory', 'x', '--out', 'd.pdf', '--columns', 'two'], /--columns/],
    [['ask', 'x', 'people.list', '{'], /JSON/],
  ]
  test.each(wrong)('%j is not understood: status 2', async (args, message) => {
    const { status, out, beside } = await amicale(...args)
    expect(beside.replaceAll('\u00a0', ' ')).toMatch(message)
    expect(out).toBe('')
    expect(status).toBe(2)
  })

  test('help is on standard output, in the language asked for', async () => {
    expect((await amicale('--help')).out).toContain('Commandes')
    expect((await amicale('import', '--help', '--lang', 'en')).out).toContain('changes nothing')
    expect((await start(['--help'], { LANG: 'en_GB.UTF-8' }).ended).out).toContain('Commands')
  })
})

describe('exit statuses', () => {
  test('3 when the folder is in use, and free again when its holder dies', async () => {
    const folder = await made('used')
    const holder = start(['web', folder, '--no-open'])
    await expect.poll(() => holder.besideNow(), { timeout: 30_000 }).not.toBe('')
    expect((await amicale('check', folder)).status).toBe(3)
    holder.child.kill('SIGKILL')
    await holder.ended
    expect((await amicale('check', folder)).status).toBe(0)
  })

  test('4 when the register is damaged, and the file is not touched', async () => {
    const folder = await made('damaged')
    const file = join(folder, 'register.db')
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 100)
    writeFileSync(file, bytes)
    const { status } = await amicale('check', folder)
    expect(status).toBe(4)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('7 when something is refused: a name taken', async () => {
    const folder = await made('taken')
    const { status, beside, out } = await amicale('new', folder, '--name', 'again', '--json')
    expect(status).toBe(7)
    expect(JSON.parse(out).refusal.code).toBe('folderExists')
    expect(beside.trim()).not.toBe('')
  })

  test('8 when a folder, a file, a request or a list is not there', async () => {
    const folder = await made('missing')
    expect((await amicale('check', place('nowhere.amicale'))).status).toBe(8)
    expect((await amicale('import', folder, place('nothing.csv'))).status).toBe(8)
    expect((await amicale('ask', folder, 'people.dance')).status).toBe(8)
    expect((await amicale('ask', folder, '__proto__.toString')).status).toBe(8)
    expect((await amicale('export', folder, '--out', place('x.csv'), '--list', 'Nobody')).status).toBe(8)
    expect(existsSync(place('x.csv'))).toBe(false)
    expect(existsSync(place('nowhere.amicale'))).toBe(false)
  })
})

test('nobody left to read messages: the status is what it would have been', async () => {
  const { child, ended } = start(['dance'])
  child.stderr.destroy()
  expect((await ended).status).toBe(2)
})

test('web obeys a signal that comes while it starts, by one handler', async () => {
  const folder = await made('starting')
  const before = process.listenerCount('SIGINT')
  const running = amicale('web', folder, '--no-open', '--json')
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  process.emit('SIGINT')
  const late = new Promise<'serving'>((settle) => setTimeout(() => settle('serving'), 20_000).unref())
  const ended = await Promise.race([running, late])
  // Frees the folder where the signal went unheard.
  process.emit('SIGINT')
  expect(ended).toMatchObject({ status: 7 })
  expect((await amicale('check', folder)).status).toBe(0)
})

describe('import', () => {
  test('reports by line, changes nothing on a trial, then everything at once', async () => {
    const folder = await made('import')
    const trial = JSON.parse((await amicale('import', folder, sample, '--dry-run', '--json')).out)
    expect(trial).toMatchObject({ created: 300, changed: 0, unchanged: 0, refused: 0, dryRun: true })
    expect(trial.lines.length).toBe(300)
    expect((await totals(folder)).persons).toBe(0)

    const done = JSON.parse((await amicale('import', folder, sample, '--json')).out)
    expect(done).toMatchObject({ created: 300, imported: true })
    const again = JSON.parse((await amicale('import', folder, sample, '--json')).out)
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 300 })
  })

  test('says what columns become in words, agrees its counts, and that everything was there', async () => {
    const folder = await made('words')
    const file = place('words.csv')
    writeFileSync(file, 'Nom;Prénom;Portable\nDurand;Zoé;06 12 34 56 78\n')
    const trial = (await amicale('import', folder, file, '--dry-run')).out
    expect(trial).toContain('téléphone mobile')
    expect(trial).toContain('1 à créer, 0 à modifier, 0 inchangée, 0 refusée')
    expect((await amicale('import', folder, file, '--dry-run', '--lang', 'en')).out).toContain('last name')
    expect((await amicale('import', folder, file)).out).toContain('history.undo')
    const again = (await amicale('import', folder, file)).out
    expect(again).toContain('Tout y était déjà')
    expect(again).not.toContain('acte')
  })

  test('what is not there is named: the association’s folder, and the one of the output', async () => {
    const nowhere = await amicale('import', place('nowhere.amicale'), sample)
    expect(nowhere.status).toBe(8)
    expect(nowhere.beside).toContain('amicale new')
    const folder = await made('output')
    const { status, beside } = await amicale('directory', folder, '--out', place('nonexist/x.pdf'))
    expect(status).toBe(8)
    expect(beside).toContain(place('nonexist'))
    expect(beside).toContain('Aucun fichier n’a été fait')
  })

  test('a refused line stops all of it with status 7, unless the others are asked for', async () => {
    const folder = await made('refused')
    const file = place('one-bad.csv')
    writeFileSync(
      file,
      `Nom;Prénom;Courriel\nDurand;Marie;marie@example.org\nLong;Léon;${'a'.repeat(300)}@example.org\n`,
    )
    const refused = await amicale('import', folder, file, '--json')
    expect(refused.status).toBe(7)
    const report = JSON.parse(refused.out)
    expect(report).toMatchObject({ refused: 1, imported: false })
    expect(report.lines.find((line: { outcome: string }) => line.outcome === 'refused').line).toBe(3)
    expect((await totals(folder)).persons).toBe(0)

    expect((await amicale('import', folder, file, '--leave-refused')).status).toBe(0)
    expect((await totals(folder)).persons).toBe(1)
  })

  test('SIGINT during a long writing leaves nothing or everything', async () => {
    const folder = await made('stopped')
    const running = start(['invent', folder, '--people', '60000'])
    await expect.poll(() => running.besideNow(), { timeout: 30_000 }).toMatch(/[1-9]\d*\/60000/)
    running.child.kill('SIGINT')
    const { status } = await running.ended
    const { persons, organisations } = await totals(folder)
    expect([0, 60_000]).toContain(persons + organisations)
    expect(status === 0).toBe(persons > 0)
  })
})

describe('hostile text', () => {
  const steering = /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u
  const nasty = [
    '\u001b[2J\u001b[31mRouge',
    'Ann\u202eeilE',
    'Zéro\u200bLargeur',
    '\u0007Cloche',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    '=cmd|calc',
  ]

  test('never steers the terminal, whatever came in and wherever it comes out', async () => {
    const folder = await made('nasty\u202e')
    const list = place('nasty.csv')
    writeFileSync(list, `Nom;Prénom;Courriel\n${nasty.map((text, at) => `${text};N${at};${text}`).join('\n')}\n`)
    expect(readFileSync(list, 'utf8')).toMatch(steering)
    const runs = [
      await amicale('import', folder, list, '--leave-refused'),
      await amicale('import', folder, list, '--json', '--dry-run'),
      await amicale('ask', folder, 'people.list'),
      await amicale('ask', folder, 'history.list', '--json'),
      await amicale('ask', folder, '\u001b[31mred'),
      await amicale('check', `${folder}\u001b[31m`),
      await amicale('import', folder, place('\u001b[31m.csv')),
    ]
    for (const { out, beside } of runs) {
      expect(out).not.toMatch(steering)
      expect(beside).not.toMatch(steering)
    }
    expect((await totals(folder)).persons).toBeGreaterThan(4)
  })
})

describe('ask', () => {
  test('places questions, orders and works, from an argument or from standard input', async () => {
    const folder = await made('ask')
    const contact = { kind: 'person', lastName: 'Durand', firstName: 'Zoé' }
    const created = await amicale('ask', folder, 'people.create', JSON.stringify({ contact }))
    const { id } = JSON.parse(created.out)
    const running = start(['ask', folder, 'people.read', '-'])
    running.child.stdin.end(JSON.stringify({ id }))
    expect(JSON.parse((await running.ended).out)).toMatchObject(contact)
    expect(JSON.parse((await amicale('ask', folder, 'history.check')).out).ok).toBe(true)
    expect(JSON.parse((await amicale('ask', folder, 'desk.state')).out).door).toBe('command')
    expect(JSON.parse((await amicale('ask', '-', 'desk.state')).out).open).toBeUndefined()
  })

  test('a wrong input is refused with the field it speaks of', async () => {
    const folder = await made('wrong')
    const { status, out } = await amicale('ask', folder, 'people.create', '{"contact":{"kind":"person"}}', '--json')
    expect(status).toBe(7)
    expect(JSON.parse(out).refusal).toMatchObject({ code: 'invalidInput', field: 'contact.lastName' })
    // Read by a person, the sentence names it too.
    const read = await amicale('ask', folder, 'people.create', '{"contact":{"kind":"person"}}')
    expect(read.beside).toMatch(/(?:Champ\u00a0|Field): contact\.lastName\.$/m)
    const unknown = await amicale('ask', folder, 'people.read', '{"id":99}')
    expect(unknown.beside).toMatch(/(?:Champ\u00a0|Field): id\.$/m)
  })

  test('every request is listed with its kind and its input', async () => {
    const { requests } = JSON.parse((await amicale('requests', '--json')).out)
    expect(requests.length).toBeGreaterThan(25)
    for (const { name, kind, input } of requests) {
      expect(['question', 'order', 'work', 'desk']).toContain(kind)
      expect(input.type, name).toBe('object')
    }
  })
})

test('two runs, in two time zones and languages, make the same directory to the byte', async () => {
  const folder = await made('same')
  await amicale('invent', folder, '--people', '60')
  const make = async (name: string, env: Readonly<Record<string, string>>) => {
    const file = place(name)
    expect((await start(['directory', folder, '--out', file], env).ended).status).toBe(0)
    return readFileSync(file)
  }
  const first = await make('a.pdf', {})
  const second = await make('b.pdf', { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
  expect(first.equals(second)).toBe(true)
})
