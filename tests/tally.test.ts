import { expect, test } from 'vitest'
import { playwrightTally, readTally, vitestTally } from '../scripts/tally.ts'

test('a file that could not be loaded is a failure, a test left out is named', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { name: 'a', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'a one' }] },
      { name: 'b', status: 'failed', assertionResults: [] },
      { name: 'c', status: 'passed', assertionResults: [{ status: 'skipped', fullName: 'c one' }] },
    ],
  }
  expect(vitestTally(report)).toEqual({ passed: 3, failed: 2, skipped: ['c one'] })
})

test('a browser test that passed only at its second try is a failure', () => {
  const report = {
    suites: [
      {
        title: 'list.spec.ts',
        specs: [{ title: 'scrolls', tests: [{ status: 'expected' }] }],
        suites: [{ title: 'seeking', specs: [{ title: 'finds', tests: [{ status: 'skipped' }] }] }],
      },
    ],
    errors: [],
    stats: { expected: 1, unexpected: 0, flaky: 1 },
  }
  expect(playwrightTally(report)).toEqual({ passed: 1, failed: 1, skipped: ['seeking: finds'] })
})

test('a browser run that could not begin is a failure', () => {
  const report = { suites: [], errors: [{ message: 'no config' }], stats: { expected: 0, unexpected: 0, flaky: 0 } }
  expect(playwrightTally(report).failed).toBe(1)
})

test('a program that left no report is a failure', () => {
  expect(readTally('/nowhere/report.json', vitestTally)).toEqual({ passed: 0, failed: 1, skipped: [] })
})
