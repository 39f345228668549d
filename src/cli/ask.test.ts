/** `ask` reaches every request: those too that speak of what an earlier one of the same run answered. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { terminal } from './terminal.fixture.ts'

vi.setConfig({ testTimeout: 240_000 })
const { home, amicale } = terminal()

/** A run of its own, since standard input is a process's. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'index.ts'), ...args, '--lang', 'en'], {
    env: { ...process.env, AMICALE_STATE: join(home, 'state'), AMICALE_HOME: join(home, 'home') },
  })
  let out = ''
  let beside = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (beside += text))
  const ended = new Promise<{ status: number | null; out: string; beside: string }>((settle) =>
    child.on('close', (status) => settle({ status, out, beside })),
  )
  return { child, ended, outNow: () => out }
}

async function asked(lines: readonly unknown[], ...args: readonly string[]) {
  const { child, ended } = start(...args)
  child.stdin.end(lines.map((line) => `${JSON.stringify(line)}\n`).join('\n'))
  const { status, out, beside } = await ended
  return {
    status,
    beside,
    out,
    answers: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

async function association(name: string): Promise<string> {
  const folder = join(home, `${name}.amicale`)
  expect((await amicale('new', folder, '--name', name)).status).toBe(0)
  return folder
}

const answer = ($answer: number, path: string) => ({ $answer, path })
const list = Buffer.from('Nom;Prénom;Courriel\nDurand;Eva;eva@a.example\n;;nobody@a.example\nPetit;Luc;\n')

test('a list is staged, looked at, previewed, decided, imported and undone by requests alone', async () => {
  const folder = await association('import')
  const staging = answer(0, 'staging')
  const preview = answer(2, 'preview')
  const mapping = [0, 1, 2].map((at) => answer(1, `columns.${at}.target`))
  const done = await asked(
    [
      ['exchange.stage', { name: 'list.csv', chunk: list.toString('base64') }],
      ['exchange.look', { staging }],
      ['exchange.preview', { staging, mapping }],
      ['exchange.previewLines', { preview, outcome: 'refused' }],
      ['exchange.weigh', { preview, way: 'fill', fields: [] }],
      ['exchange.decide', { preview, line: 4, choice: 'leave' }],
      ['exchange.leftOut', { preview }],
      ['papers.read', { paper: answer(6, 'paper') }],
      ['exchange.import', { preview, leaveRefused: true }],
      ['people.list'],
      ['history.undo', { act: answer(8, 'act') }],
      ['people.list', {}],
    ],
    ...['ask', folder, '-'],
  )
  expect(done.status, done.beside).toBe(0)
  expect(done.answers).toHaveLength(12)
  expect(done.answers[3]).toMatchObject({ total: 1, lines: [{ line: 3, outcome: 'refused' }] })
  expect(Buffer.from(done.answers[7].chunk, 'base64').toString()).toContain('Petit;Luc;')
  expect(done.answers[9]).toMatchObject({ total: 1, rows: [{ displayName: 'Durand Eva' }] })
  expect(done.answers[11].total).toBe(0)
  expect(JSON.parse((await amicale('ask', folder, 'people.list')).out).total).toBe(0)
})

test('a paper is read by the request after it, or written where --out says', async () => {
  const folder = await association('paper')
  const contact = { kind: 'person', lastName: 'Durand', firstName: 'Zoé' }
  expect((await amicale('ask', folder, 'people.create', JSON.stringify({ contact }))).status).toBe(0)
  const both = await asked(
    [['directory.typeset'], ['papers.read', { paper: answer(0, 'paper') }]],
    ...['ask', folder, '-', '--json'],
  )
  expect(both.status, both.beside).toBe(0)
  const [typeset, read] = both.answers[0].answers
  const bytes = Buffer.from(read.chunk, 'base64')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes).toHaveLength(typeset.size)
  const [one, several] = [join(home, 'one.pdf'), join(home, 'several.pdf')]
  const lone = await amicale('ask', folder, 'directory.typeset', '{}', '--out', one)
  expect(lone.status, lone.beside).toBe(0)
  expect((await asked([['directory.typeset']], 'ask', folder, '-', '--out', several)).status).toBe(0)
  for (const file of [one, several]) expect(readFileSync(file)).toEqual(bytes)
  const none = join(home, 'none.pdf')
  expect((await amicale('ask', folder, 'people.list', '{}', '--out', none)).status).toBe(8)
  expect(existsSync(none)).toBe(false)
  // Where another kind of file stands, nothing is asked.
  writeFileSync(none, 'a letter')
  expect((await amicale('ask', folder, 'directory.typeset', '{}', '--out', none)).status).toBe(7)
  expect(readFileSync(none, 'utf8')).toBe('a letter')
})

test('a line that is none, or speaks of no answer, stops there: what precedes it is done', async () => {
  const folder = await association('stops')
  const contact = { kind: 'organisation', name: 'Amis' }
  const create = ['people.create', { contact }]
  for (const [bad, status] of [
    ['people.list', 2],
    [['people.list', {}, 3], 2],
    [['people.read', { id: answer(1, 'id') }], 2],
    [['people.read', { id: answer(0, 'constructor.name') }], 2],
    [['people.read', { id: { $answer: 0, path: 'id', more: 1 } }], 2],
    [['people.read', { id: 9999 }], 8],
  ] as const) {
    const ran = await asked([create, bad, create], 'ask', folder, '-')
    expect(ran.status, `${JSON.stringify(bad)}: ${ran.beside}`).toBe(status)
    expect(ran.answers).toHaveLength(1)
  }
  expect((await amicale('ask', folder, '-', '{}')).status).toBe(2)
  expect(JSON.parse((await amicale('ask', folder, 'people.list')).out).total).toBe(6)
})

test('each answer comes before the next request is read, and a signal ends the waiting', async () => {
  const folder = await association('talk')
  const { child, ended, outNow } = start('ask', folder, '-')
  child.stdin.write('["desk.state"]\n')
  await vi.waitUntil(() => outNow().includes('"door":"command"'), { timeout: 60_000 })
  child.kill('SIGINT')
  expect((await ended).status).toBe(7)
  expect((await amicale('check', folder)).status).toBe(0)
})
