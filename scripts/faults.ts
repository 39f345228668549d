/**
 * The fault tests, and what each found: `{id, fault, tries, lost, control, goal, ok}`, a line each under `--json`.
 * `--long` tries ten times as often.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { top } from './freshness.ts'
import { runPackage } from './run-program.ts'

/** Nothing may be lost; the control, which does it wrong, has to lose something where there is one. */
const faults = [
  { id: 'W1', fault: 'kill -9 during writes', controlled: true },
  { id: 'W2', fault: 'kill -9 during an import', controlled: true },
  { id: 'W2a', fault: 'kill -9 during the journal’s writing of an import', controlled: true },
  { id: 'W5', fault: 'kill -9 during a migration', controlled: false },
] as const
const files = ['src/core/register/kill.test.ts', 'src/core/exchange/import-kill.test.ts']
const goal = 0

type Finding = { readonly id: string; readonly tries?: number; readonly lost?: number; readonly control?: number }

const { values } = parseArgs({ options: { long: { type: 'boolean' }, json: { type: 'boolean' } } })
const report = join(top, '.cache', 'reports', 'faults.jsonl')
mkdirSync(join(report, '..'), { recursive: true })
rmSync(report, { force: true })
const { status } = await runPackage('vitest/vitest.mjs', ['run', ...files], {
  env: { AMICALE_FAULTS: report, ...(values.long ? { AMICALE_LONG: '1' } : {}) },
  output: 'stderr',
})

function findings(): readonly Finding[] {
  try {
    const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line) as Finding)
  } catch {
    // No test came so far as to tell: every fault below says so.
    return []
  }
}

const found = findings()
const rows = faults.map(({ id, fault, controlled }) => {
  const row = Object.assign({}, ...found.filter((one) => one.id === id)) as Finding
  const { tries = 0, lost = null, control = null } = row
  const ok = tries > 0 && lost === goal && (!controlled || (control ?? 0) > 0)
  return { id, fault, tries, lost, control, goal, ok }
})
for (const row of rows) {
  if (values.json) console.log(JSON.stringify(row))
  else
    console.log(
      `${row.ok ? 'ok    ' : 'FAILED'} ${row.id.padEnd(4)} ${row.fault}: ${row.lost ?? '?'} lost of ${row.tries} tries, control lost ${row.control ?? '–'}`,
    )
}
process.exitCode = status !== 0 ? status : rows.every(({ ok }) => ok) ? 0 : 1
