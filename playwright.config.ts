import { defineConfig } from '@playwright/test'
import { electronBinary, electronCanShow } from './scripts/electron-binary.ts'
import { findBrowser, surroundings } from './src/web/browser.ts'

const browser = process.env.AMICALE_BROWSER ?? findBrowser(surroundings())
if (!browser)
  throw new Error('The browser tests need a Chromium: install Chromium, Chrome or Edge, or run `npm run test:browser`.')

const root = process.geteuid?.() === 0
const electron = electronBinary() !== undefined && electronCanShow()
if (!electron) console.warn('SKIPPED: the same specs on real Electron, whose binary is not here or has no display.')

/** The window in a real Chromium, served by a real `amicale web`; the same specs on Electron where its binary is. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  outputDir: '.cache/e2e',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // Ample: a slow or busy machine must not fail what works.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browser, args: root ? ['--no-sandbox'] : [] },
  },
  projects: [{ name: 'browser' }, ...(electron ? [{ name: 'electron' }] : [])],
})
