/** `npm run bench`: runs the areas and prints the table. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Area } from './areas/area.ts'
import { dues } from './areas/dues.ts'
import { exchange } from './areas/exchange.ts'
import { exchangeHostile } from './areas/exchange-hostile.ts'
import { exchangeImport } from './areas/exchange-import.ts'
import { foundation } from './areas/foundation.ts'
import { register } from './areas/register.ts'
import { peersAtHand } from './peers.ts'
import { type Line, table } from './table.ts'

const areas: Readonly<Record<string, Area>> = {
  foundation,
  register,
  dues,
  exchange: async (ground) => [
    ...(await exchange(ground)),
    ...(await exchangeImport(ground)),
    ...(await exchangeHostile(ground)),
  ],
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    people: { type: 'string', default: '20000' },
    /** Ends with status 1 when a goal is missed. */
    strict: { type: 'boolean', default: false },
  },
})

/** Progress goes beside the results, which may be read by a program. */
const say = (text: string) => process.stderr.write(`${text}\n`)

const number = (text: string, least: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  say(`${text} is not a whole number of at least ${least}`)
  process.exit(2)
}

const rounds = number(values.runs, 1)
if (rounds < 3) say('Fewer than 3 runs: medians of one or two say little.')
const people = number(values.people, 100)
const names = positionals.length > 0 ? positionals : Object.keys(areas)
const peers = peersAtHand(say)
say(`Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}, median of ${rounds}`)

if ((loadavg()[0] ?? 0) > cpus().length)
  say('The machine is busy with other work: ratios hold, seconds and holds of the office do not.')

const lines: Line[] = []
const folder = mkdtempSync(join(tmpdir(), 'amicale-bench-'))
try {
  for (const name of names) {
    const area = areas[name]
    if (area === undefined) {
      say(`There is no area ${name}; there are ${Object.keys(areas).join(', ')}`)
      process.exit(2)
    }
    lines.push(...(await area({ folder, people, rounds, peers, say })))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

if (values.json) for (const line of lines) console.log(JSON.stringify(line))
else console.log(table(lines))
if (values.strict && lines.some(({ ok }) => ok === false)) process.exitCode = 1
