/** The built programs and page, read as they are shipped: reliability 4.A, the static rows. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './doors.ts'

const out = join(import.meta.dirname, '../../out')
const built = existsSync(join(out, 'main/index.js')) && existsSync(join(out, 'renderer/files.json'))
if (!built) console.warn('NOT BUILT: the static tests of out/ were NOT run. Build first: npm run build.')

const textOf = (folder: string, ending: string): Map<string, string> =>
  new Map(
    readdirSync(join(out, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, readFileSync(join(out, folder, name), 'utf8')]),
  )

/** The program's text without its comments, which may speak of what is not done. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** Names that a module imports, whatever the form. */
const imports = (text: string): string[] =>
  [...code(text).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"']+)["']/g)].map(
    ([, name]) => name ?? '',
  )

describe.skipIf(!built)('out/main', () => {
  test('is flat, as modules, with the four programs', () => {
    const names = readdirSync(join(out, 'main'))
    expect(names.filter((name) => !name.endsWith('.js'))).toEqual([])
    for (const program of ['index.js', 'cli.js', 'papers-worker.js', 'reader-worker.js'])
      expect(names).toContain(program)
  })

  test('makes one window, with preferences written out', () => {
    const all = [...textOf('main', '.js').values()].map(code).join('\n')
    expect(all.match(/new BrowserWindow\b/g)?.length).toBe(1)
    const preferences = /webPreferences:\s*\{[^}]*\}/.exec(all)?.[0] ?? ''
    expect(preferences).not.toContain('...')
    for (const said of [
      'contextIsolation: true',
      'sandbox: true',
      'nodeIntegration: false',
      'webviewTag: false',
      'webSecurity: true',
    ])
      expect(preferences).toContain(said)
    expect(all).not.toMatch(
      /BrowserView|WebContentsView|commandLineSwitches|enableBlinkFeatures|crashReporter|autoUpdater|openExternal/,
    )
  })

  test('loosens nothing, runs no text as a program, starts no other Node', () => {
    for (const [name, text] of textOf('main', '.js')) {
      expect([
        name,
        code(text).match(/no-sandbox|disable-web-security|remote-debugging|allow-file-access/)?.[0],
      ]).toEqual([name, undefined])
      expect([
        name,
        code(text).match(/\beval\s*\(|new Function\b|\bFunction\s*\(|node:vm|runInNewContext/)?.[0],
      ]).toEqual([name, undefined])
      expect([name, code(text).match(/\bfork\s*\(|appendSwitch/)?.[0]]).toEqual([name, undefined])
      expect([name, text.includes('sourceMappingURL')]).toEqual([name, false])
    }
  })

  test('only the window’s program knows Electron; nothing reaches the network but the loopback door', () => {
    const texts = textOf('main', '.js')
    const electron = [...texts].filter(([, text]) => imports(text).includes('electron')).map(([name]) => name)
    expect(electron).toEqual(['index.js'])
    const http = [...texts].filter(([, text]) =>
      imports(text).some((name) => /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)$/.test(name)),
    )
    for (const [name, text] of http) {
      const used = imports(text).filter((what) => /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)$/.test(what))
      expect([name, used]).toEqual([name, ['node:http']])
    }
    const reached = [...texts].flatMap(([name, text]) => (/\bfetch\s*\(\s*["'`]https?:/.test(code(text)) ? [name] : []))
    expect(reached).toEqual([])
  })

  test('as built, on a fake Electron: sandbox first, one window, the built page from our own scheme', () => {
    const folder = temporaryFolder()
    const said = execFileSync(
      process.execPath,
      ['--import', './tests/shell/on-fake-electron.ts', 'out/main/index.js'],
      {
        cwd: join(out, '..'),
        env: { ...process.env, AMICALE_HOME: join(folder, 'home'), AMICALE_STATE: join(folder, 'state') },
        encoding: 'utf8',
      },
    )
    const seen = JSON.parse(said.slice(said.indexOf('{')))
    expect(seen.order.slice(0, 4)).toEqual([
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.requestSingleInstanceLock',
      'app.whenReady',
    ])
    expect(seen.windows).toBe(1)
    expect(seen.address).toBe('app://amicale/')
    expect(existsSync(seen.preload)).toBe(true)
    expect([seen.page.status, seen.file.status, seen.other.status]).toEqual([200, 200, 404])
    expect(seen.page.policy).toContain("require-trusted-types-for 'script'")
  })
})

describe.skipIf(!built)('out/preload', () => {
  test('is one CommonJS file that knows electron alone, and two names of it', () => {
    expect(readdirSync(join(out, 'preload'))).toEqual(['index.cjs'])
    const text = readFileSync(join(out, 'preload/index.cjs'), 'utf8')
    expect(imports(text)).toEqual(['electron'])
    expect([...new Set(code(text).match(/electron\.(\w+)/g))].sort()).toEqual([
      'electron.contextBridge',
      'electron.ipcRenderer',
    ])
    expect(code(text)).not.toMatch(/\b(?:import|export)\b|process\.|globalThis/)
  })

  test('gives the page one function, and passes one port on', () => {
    const text = readFileSync(join(out, 'preload/index.cjs'), 'utf8')
    const exposed: Record<string, Record<string, unknown>> = {}
    const sent: unknown[][] = []
    let receive: (event: { ports: unknown[] }) => void = () => {}
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, bridge: Record<string, unknown>) => {
          exposed[name] = bridge
        },
      },
      ipcRenderer: {
        send: (...values: unknown[]) => void sent.push(values),
        on: (_channel: string, listener: typeof receive) => {
          receive = listener
        },
      },
    }
    const posted: unknown[][] = []
    const window = {
      location: { origin: 'app://amicale' },
      postMessage: (...values: unknown[]) => void posted.push(values),
    }
    new Function('require', 'window', text)(() => electron, window)
    expect(Object.keys(exposed)).toEqual(['amicale'])
    expect(Object.keys(exposed.amicale ?? {})).toEqual(['requestPort'])
    const ask = exposed.amicale?.requestPort as (word?: string) => unknown
    expect(ask('another channel')).toBeUndefined()
    expect(sent).toEqual([['amicale:port']])
    receive({ ports: ['a port'] })
    receive({ ports: [] })
    expect(posted).toEqual([['amicale-port', 'app://amicale', ['a port']]])
  })
})

describe.skipIf(!built)('out/renderer', () => {
  const html = built ? readFileSync(join(out, 'renderer/index.html'), 'utf8') : ''

  test('the page has no script, style or handler of its own, and names nothing outside', () => {
    expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull()
    expect(html.match(/<style|\sstyle=|\son\w+=|javascript:|<base|<iframe|<object|<embed/gi)).toBeNull()
    expect(html.match(/https?:|\/\/[a-z]/gi)).toBeNull()
  })

  test('the list of files is the folder, with true hashes, and no map', () => {
    const listed = JSON.parse(readFileSync(join(out, 'renderer/files.json'), 'utf8')) as {
      name: string
      sha256: string
    }[]
    const there = readdirSync(join(out, 'renderer'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + '/renderer/'.length))
    expect([...listed.map(({ name }) => name), 'files.json'].sort()).toEqual(there.sort())
    expect(there.filter((name) => /\.(?:map|ts|tsx|env)$/.test(name))).toEqual([])
    for (const { name, sha256 } of listed)
      expect([
        name,
        createHash('sha256')
          .update(readFileSync(join(out, 'renderer', name)))
          .digest('hex'),
      ]).toEqual([name, sha256])
  })

  test('styles and scripts load nothing from outside', () => {
    for (const name of readdirSync(join(out, 'renderer/assets'))) {
      if (!/\.(?:css|m?js)$/.test(name)) continue
      const text = readFileSync(join(out, 'renderer/assets', name), 'utf8')
      if (name.endsWith('.css'))
        expect([name, text.match(/@import|url\(["']?(?:https?:|\/\/|data:)/)?.[0]]).toEqual([name, undefined])
      else
        expect([
          name,
          text.match(/\bimport\(["']https?:|\bimportScripts\(["']https?:|\bfetch\(["']https?:/)?.[0],
        ]).toEqual([name, undefined])
    }
  })
})
