/** The Chromium that the browser tests drive. */
import { existsSync } from 'node:fs'
import { findBrowser, surroundings } from '../src/web/browser.ts'
import { runProgram } from './run-program.ts'

export type Found =
  | { readonly path: string; readonly from: 'installed' | 'playwright' | 'apt' }
  | { readonly path?: undefined; readonly advice: string }

/** Playwright's own Chromium, when somebody downloaded it. */
async function playwrights(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path !== '' && existsSync(path) ? path : undefined
}

const mayInstall = (): boolean => process.geteuid?.() === 0 && existsSync('/etc/debian_version')

/**
 * An installed Chromium, Chrome or Edge; else Playwright's; else, as root on Debian, the package `chromium`, installed
 * now; else what to do, in one sentence. `AMICALE_BROWSER` names another.
 */
export async function chromiumForTests(tell: (line: string) => void): Promise<Found> {
  const installed = findBrowser(surroundings())
  if (installed !== undefined) return { path: installed, from: 'installed' }
  const own = await playwrights()
  if (own !== undefined) return { path: own, from: 'playwright' }
  const advice =
    'The browser tests need a Chromium: install Chromium, Chrome or Edge (on Debian: apt-get install chromium), or run npx playwright install chromium.'
  if (!mayInstall()) return { advice }
  tell('No browser is installed: installing the Debian package chromium…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, output: 'ignore', limit: 600 } as const
  const updated = await runProgram('apt-get', ['update', '-qq'], options)
  if (updated.status !== 0) tell('apt-get update failed; trying to install all the same.')
  await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  const now = findBrowser(surroundings())
  return now === undefined ? { advice } : { path: now, from: 'apt' }
}
