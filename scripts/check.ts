/** What continuous integration runs: lint and formatting, then types and every test. Ends with `N passed, N failed`. */
import { join } from 'node:path'
import { top } from './freshness.ts'
import { runPackage, runProgram } from './run-program.ts'

const lint = await runPackage('@biomejs/biome/bin/biome', ['check'])
const test = await runProgram(process.execPath, [join(top, 'scripts', 'test.ts')])
// Said before by Biome itself; the tests' last line stays the last.
process.exitCode = lint.status !== 0 ? lint.status : test.status
