/** Finding a Chromium on this computer and opening our window in it, with a profile that lives no longer than the window. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const onWindows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

export type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Effective user, absent on Windows. */
  readonly user: number | undefined
  readonly mayRun: (path: string) => boolean
}

export const surroundings = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  user: process.geteuid?.(),
  mayRun: (path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  },
})

/** The first Chromium, Chrome or Edge there is. `AMICALE_BROWSER` may name another program of that family. */
export function findBrowser({ platform, env, mayRun }: Surroundings): string | undefined {
  const named = env.AMICALE_BROWSER
  if (named) return mayRun(named) ? named : undefined
  if (platform === 'darwin') return onMac.find(mayRun)
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return roots.flatMap((root) => onWindows.map((program) => `${root}\\${program}`)).find(mayRun)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name))).find(mayRun)
}

/** Why no window can be opened here; the start file is then for the secretary to open. */
export type NoWindow = 'noBrowser' | 'noDisplay' | 'root' | 'browserFailed'

export function whyNoWindow(around: Surroundings, browser: string | undefined): NoWindow | undefined {
  const { platform, env, user } = around
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'noDisplay'
  if (browser === undefined) return 'noBrowser'
  // Chromium refuses to run as root with its sandbox, and without its sandbox we refuse.
  if (platform === 'linux' && user === 0) return 'root'
  return undefined
}

/** Every argument Chromium is given. None carries a secret; none loosens its sandbox. */
export const browserArguments = (startFile: string, profile: string): string[] => [
  `--app=${pathToFileURL(startFile).href}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-breakpad',
]

export type OpenWindow = { readonly ended: Promise<void>; readonly end: () => void }

/** Starts the browser on the start file. `ended` settles when its process is gone, or could not be started. */
export function openWindow(browser: string, startFile: string, folder: string): OpenWindow {
  const profile = join(folder, 'profile')
  mkdirSync(profile, { mode: 0o700 })
  const child = spawn(browser, browserArguments(startFile, profile), { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  return { ended, end: () => child.kill('SIGTERM') }
}
