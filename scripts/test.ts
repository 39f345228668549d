/**
 * Every test: types, vitest, Playwright in a Chromium. The last line is `N passed, N failed`, the sum of both programs.
 * `--only unit` and `--only browser` run one of them. Anything else is given to that program: `npm run test:unit -- src/cli`.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumForTests } from './chromium.ts'
import { top } from './freshness.ts'
import { runPackage, runProgram } from './run-program.ts'
import { playwrightTally, readTally, type Tally, vitestTally } from './tally.ts'

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const reports = join(top, '.cache', 'reports')
const failure: Tally = { passed: 0, failed: 1, skipped: [] }

async function unitTests(env: Readonly<Record<string, string>>): Promise<Tally> {
  const file = join(reports, 'vitest.json')
  const { status } = await runPackage(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...positionals],
    { env },
  )
  return honest(readTally(file, vitestTally), status)
}

async function browserTests(env: Readonly<Record<string, string>>): Promise<Tally> {
  const file = join(reports, 'playwright.json')
  const { status } = await runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json', ...positionals], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  return honest(readTally(file, playwrightTally), status)
}

/** A program that ended badly without a failed test is a failure of its own. */
const honest = (tally: Tally, status: number): Tally =>
  status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

async function all(): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const tallies: Tally[] = []
  const must = ({ status }: { readonly status: number }) => {
    if (status !== 0) tallies.push(failure)
    return status === 0
  }
  // The doors' own tests drive a browser too.
  const browser = await chromiumForTests((line) => console.log(line))
  if (browser.path === undefined) {
    console.error(browser.advice)
    tallies.push(failure)
  } else console.log(`Browser: ${browser.path}`)
  const env = { AMICALE_AS_BUILT: '1', ...(browser.path === undefined ? {} : { AMICALE_BROWSER: browser.path }) }

  if (values.only === undefined) must(await runPackage('typescript/bin/tsc', ['-b']))
  // Some tests read what is built: it must be there, so that none of them is left out.
  const built = must(await runProgram(process.execPath, [join(top, 'scripts', 'build.ts'), '--when-stale']))
  if (values.only !== 'browser') tallies.push(await unitTests(env))
  if (values.only !== 'unit' && built && browser.path !== undefined) tallies.push(await browserTests(env))

  const skipped = tallies.flatMap((tally) => tally.skipped)
  if (skipped.length > 0)
    console.log(`\nSkipped (${skipped.length}):\n${skipped.map((name) => `  ${name}`).join('\n')}`)
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}

process.exitCode = await all()
