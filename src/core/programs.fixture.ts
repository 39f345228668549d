/** Programs of the machine that look at a paper from outside. */
import { spawnSync } from 'node:child_process'
import { test } from 'vitest'

/** A test that needs a program; says loudly which one is missing: what is skipped is named in the report. */
export function withProgram(program: string): ReturnType<typeof test.skipIf> {
  const missing = spawnSync(program, ['--version']).error !== undefined
  if (missing) console.warn(`\n*** ${program} is not installed: tests that need it are skipped ***\n`)
  return test.skipIf(missing)
}
