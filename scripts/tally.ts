/** What the test programs counted, read from their JSON reports. */
import { readFileSync } from 'node:fs'

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] }

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** A file that could not even be loaded is one failure, though it counts no test. */
export function vitestTally(report: VitestReport): Tally {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, skipped }
}

type PlaywrightSuite = {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[]
}
type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly unknown[]
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
}

/** A test that passed only at a second try counts as failed: it tells nothing. */
export function playwrightTally(report: PlaywrightReport): Tally {
  const skippedIn = (suite: PlaywrightSuite): readonly string[] => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
      .map(({ title }) => `${suite.title}: ${title}`),
    ...(suite.suites ?? []).flatMap(skippedIn),
  ]
  const { expected, unexpected, flaky } = report.stats
  return {
    passed: expected,
    failed: unexpected + flaky + (unexpected === 0 ? report.errors.length : 0),
    skipped: report.suites.flatMap(skippedIn),
  }
}

/** Reads a report; one that is missing or broken, because its program died, is one failure. */
export function readTally<R>(file: string, tally: (report: R) => Tally): Tally {
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')) as R)
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}
