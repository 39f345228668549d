/** A window on a new place for each test: a real process of `amicale web` (or Electron), its own home, nothing shared. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, test as base, expect, type Page } from '@playwright/test'
import { electronBinary } from '../../scripts/electron-binary.ts'

export const top = join(import.meta.dirname, '..', '..')
const program = join(top, 'bin', 'amicale.mjs')

export type Place = {
  /** The usual place for associations of this test. */
  readonly home: string
  /** Runs the command line in this place, to its end. @returns what it wrote on standard output. */
  readonly run: (...words: string[]) => string
}

type Fixtures = {
  readonly place: Place
  /** The window, on the welcome screen. */
  readonly window: Page
  /** Words the browser said on its console that nobody expects; each test ends with none. */
  readonly complaints: string[]
}

async function startFileOf(server: ChildProcess): Promise<string> {
  let said = ''
  for await (const [piece] of on(server)) {
    said += String(piece)
    const found = /(\S*start\.html)/.exec(said)?.[1]
    if (found !== undefined) return found
  }
  throw new Error(`amicale web ended without a start file: ${said}`)
}

/** Pieces of both outputs, until the process ends. */
async function* on(server: ChildProcess): AsyncGenerator<[unknown], void> {
  const pieces: [unknown][] = []
  let wake = (): void => {}
  const heard = (piece: unknown): void => {
    pieces.push([piece])
    wake()
  }
  server.stdout?.on('data', heard)
  server.stderr?.on('data', heard)
  let ended = false
  server.once('exit', () => {
    ended = true
    wake()
  })
  while (!ended || pieces.length > 0) {
    const next = pieces.shift()
    if (next) yield next
    else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture needs from its pattern
  place: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'amicale-e2e-'))
    const home = join(folder, 'home')
    mkdirSync(join(folder, 'state'), { recursive: true })
    mkdirSync(home)
    process.env.AMICALE_HOME = home
    process.env.AMICALE_STATE = join(folder, 'state')
    const run = (...words: string[]): string => {
      const ended = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' })
      if (ended.status !== 0) throw new Error(`amicale ${words.join(' ')}: ${ended.status}\n${ended.stderr}`)
      return ended.stdout
    }
    await use({ home, run })
    rmSync(folder, { recursive: true, force: true })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'the console stays silent').toEqual([])
  },
  window: async ({ page, place, complaints }, use, { project }) => {
    const watch = (window: Page): void => {
      window.on('console', (message) => {
        // The browser itself tells of every answer that is a refusal; the screen shows those, and its test looks there.
        const refusal = /the server responded with a status of 4\d\d/.test(message.text())
        if (!refusal && (message.type() === 'error' || message.type() === 'warning')) complaints.push(message.text())
      })
      window.on('pageerror', (error) => complaints.push(String(error)))
    }
    if (project.name === 'electron') {
      const binary = electronBinary()
      if (binary === undefined) throw new Error('The Electron project runs only where its binary is')
      const app = await _electron.launch({ executablePath: binary, args: [top], env: { ...process.env } as never })
      const window = await app.firstWindow()
      watch(window)
      await use(window)
      await app.close()
      return
    }
    const server = spawn(process.execPath, [program, 'web', '--no-open', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    try {
      const start = await startFileOf(server)
      watch(page)
      await page.goto(pathToFileURL(start).href)
      await page.waitForURL(/^http:\/\/127\.0\.0\.1:/)
      await expect(page.getByRole('heading', { name: 'Amicale', level: 1 })).toBeVisible()
      await use(page)
      expect(server.exitCode, `the server still stands (home ${place.home})`).toBeNull()
    } finally {
      // From here the page speaks to nobody, and says so: that is our doing, not a complaint.
      page.removeAllListeners('console')
      page.removeAllListeners('pageerror')
      const ended = server.exitCode === null ? once(server, 'exit') : undefined
      server.kill('SIGTERM')
      await ended
    }
  },
})

export { expect }

/** Opens the invented association from the welcome screen, and waits for its list. */
export async function openSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Ouvrir l’association d’exemple' }).click()
  await expect(window.getByText('294 fiches')).toBeVisible({ timeout: 60_000 })
}

/** Makes a new, empty association from the welcome screen. */
export async function makeAssociation(window: Page, name: string): Promise<void> {
  await window.getByLabel('Nom de l’association').fill(name)
  await window.getByRole('button', { name: 'Créer' }).click()
  await expect(window.getByText('Aucune fiche pour l’instant')).toBeVisible()
}

/** Goes to a screen by the navigation. */
export async function goTo(window: Page, screen: string): Promise<void> {
  await window.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: screen }).click()
  await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** The rows of the list that are drawn, by the name of a contact. */
export const rowOf = (window: Page, name: string | RegExp) =>
  window.getByRole('row').filter({ has: window.getByRole('link', { name }) })
