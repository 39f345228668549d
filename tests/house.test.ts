/** The walls of the house: forbidden imports are tried, and seen refused by the compiler and by the linter. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const top = resolve(import.meta.dirname, '..')

// Compiling takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })
const tool = (script: string) => join(top, 'node_modules', script)

describe('between rooms, the compiler', () => {
  // Inside the project's own folder, so that packages are found by walking up.
  let copy = ''

  const tsc = (project: string) =>
    spawnSync(process.execPath, [tool('typescript/bin/tsc'), '-b', project, '--pretty', 'false'], {
      cwd: copy,
      encoding: 'utf8',
    })

  beforeAll(() => {
    mkdirSync(join(top, '.cache'), { recursive: true })
    copy = mkdtempSync(join(top, '.cache', 'house-'))
    cpSync(join(top, 'src'), join(copy, 'src'), { recursive: true })
    cpSync(join(top, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const rooms = ['src/core/kit', 'src/core/typesetting', 'src/core/register', 'src/core/people']
  test.each(rooms)('builds %s as it stands', (project) => {
    const { status, stdout } = tsc(project)
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  const forbidden = [
    { what: 'kit knows no room', project: 'src/core/kit', from: '../people/name.rules.ts' },
    {
      what: 'typesetting knows nothing of members',
      project: 'src/core/typesetting',
      from: '../people/people.requests.ts',
    },
    {
      what: 'the register does not know who is kept in it',
      project: 'src/core/register',
      from: '../people/people.store.ts',
    },
    {
      what: 'people do not know how they are printed',
      project: 'src/core/people',
      from: '../directory/directory-words.ts',
    },
    { what: 'the office does not know its doors', project: 'src/core/people', from: '../../web/places.ts' },
  ]
  test.each(forbidden)('refuses that $what', ({ project, from }) => {
    const file = join(copy, project, 'forbidden.ts')
    writeFileSync(file, `import * as other from '${from}'\nexport const forbidden = other\n`)
    try {
      const { status, stdout } = tsc(project)
      expect(stdout).toMatch(/TS6307/)
      expect(status).not.toBe(0)
    } finally {
      rmSync(file)
    }
  })

  test('refuses that the renderer imports a service', () => {
    const file = join(copy, 'src/renderer/src/forbidden.ts')
    writeFileSync(file, `export * from '../../core/register/row-counts.ts'\n`)
    try {
      const { stdout } = tsc('src/renderer')
      expect(stdout).toMatch(/forbidden\.ts.*TS6307|TS6307.*row-counts/)
    } finally {
      rmSync(file)
    }
  })
})

describe('between packages, the linter', () => {
  let house = ''

  type Trial = { readonly file: string; readonly text: string; readonly rule?: string }
  const imports = (name: string) => `import * as other from '${name}'\nexport const kept = other\n`
  const trials: readonly Trial[] = [
    { file: 'src/core/people/electron.ts', text: imports('electron'), rule: 'noRestrictedImports' },
    { file: 'src/web/electron.ts', text: imports('electron'), rule: 'noRestrictedImports' },
    { file: 'src/main/electron.ts', text: imports('electron') },
    { file: 'src/preload/electron.ts', text: imports('electron') },
    { file: 'src/core/people/sqlite.ts', text: imports('better-sqlite3'), rule: 'noRestrictedImports' },
    { file: 'src/cli/sqlite.ts', text: imports('better-sqlite3'), rule: 'noRestrictedImports' },
    { file: 'src/core/register/sqlite.ts', text: imports('better-sqlite3') },
    { file: 'src/core/directory/pdfkit.ts', text: imports('pdfkit'), rule: 'noRestrictedImports' },
    { file: 'src/core/typesetting/pdfkit.ts', text: imports('pdfkit') },
    { file: 'src/core/people/exceljs.ts', text: imports('exceljs'), rule: 'noRestrictedImports' },
    { file: 'src/core/people/react.ts', text: imports('react'), rule: 'noRestrictedImports' },
    { file: 'src/core/people/mantine.ts', text: imports('@mantine/core'), rule: 'noRestrictedImports' },
    { file: 'src/renderer/src/react.ts', text: imports('react') },
    { file: 'src/renderer/src/node.ts', text: imports('node:fs'), rule: 'noNodejsModules' },
    { file: 'src/renderer/src/electron.ts', text: imports('electron'), rule: 'noRestrictedImports' },
    { file: 'src/core/people/node.ts', text: imports('node:fs') },
    { file: 'src/core/people/default.ts', text: 'export default function nobody() {}\n', rule: 'noDefaultExport' },
    {
      file: 'src/core/people/hen.ts',
      text: `import { egg } from './egg.ts'\nexport const hen = () => egg\n`,
      rule: 'noImportCycles',
    },
    {
      file: 'src/core/people/egg.ts',
      text: `import { hen } from './hen.ts'\nexport const egg = () => hen\n`,
      rule: 'noImportCycles',
    },
  ]
  const found = new Map<string, string[]>()

  beforeAll(() => {
    house = realpathSync(mkdtempSync(join(tmpdir(), 'amicale-house-')))
    const settings = JSON.parse(readFileSync(join(top, 'biome.json'), 'utf8'))
    writeFileSync(
      join(house, 'biome.json'),
      JSON.stringify({ ...settings, $schema: undefined, vcs: { enabled: false } }),
    )
    for (const { file, text } of trials) {
      mkdirSync(dirname(join(house, file)), { recursive: true })
      writeFileSync(join(house, file), text)
    }
    const { stdout } = spawnSync(
      process.execPath,
      [tool('@biomejs/biome/bin/biome'), 'lint', '--reporter=github', '--max-diagnostics=none'],
      {
        cwd: house,
        encoding: 'utf8',
      },
    )
    for (const line of stdout.split('\n')) {
      const [, rule = '', file = ''] = /title=lint\/\w+\/(\w+),file=([^,]+)/.exec(line) ?? []
      if (rule === '') continue
      found.set(relative(house, file), [...(found.get(file) ?? []), rule])
    }
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test.each(trials)('$file: $rule', ({ file, rule }) => {
    expect(found.get(file) ?? []).toEqual(rule === undefined ? [] : [rule])
  })
})

test('no drawer without a name: utils, helpers, common, lib', () => {
  const files = execFileSync('git', ['ls-files', 'src', 'scripts', 'tests'], { cwd: top, encoding: 'utf8' })
  expect(files.split('\n').filter((file) => /(^|\/)(utils?|helpers?|common|lib)(\/|\.)/.test(file))).toEqual([])
})

test('every room says what it is, in fifteen lines at most', () => {
  const rooms = ['cli', 'core/kit', 'core/register', 'core/people', 'core/exchange', 'core/directory', 'core/papers']
  const inner = ['reading', 'cards', 'everything'].map((room) => `core/exchange/${room}`)
  for (const room of [...rooms, ...inner, 'core/typesetting', 'core/desk', 'main', 'preload', 'web', 'renderer']) {
    const lines = readFileSync(join(top, 'src', room, 'README.md'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.length, room).toBeLessThanOrEqual(15)
  }
})
