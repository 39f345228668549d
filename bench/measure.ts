/** Runs whole processes in turn and keeps the medians: what one run suffers, the others of the same round suffer too. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** What a process measured of itself, by name, besides what is measured from outside. */
export type Figures = Readonly<Record<string, number>>

export type Contender = {
  readonly name: string
  /** A file of `work/`, and its arguments. */
  readonly work: string
  readonly arguments: readonly string[]
  /** Of Node, before the file. */
  readonly flags?: readonly string[]
}

/** Where Node keeps what it compiled, for every contender alike: the first round fills it, the median is not of the first. */
const COMPILED = join(import.meta.dirname, 'node_modules/.compiled')

/**
 * Runs each contender once a round.
 *
 * @param say told what is being run
 * @returns the medians by contender; `wall` in ms and `memory` in MB (largest resident size) always among them. A
 *   contender that fails is absent, and said.
 */
export async function inTurn(
  contenders: readonly Contender[],
  rounds: number,
  say: (text: string) => void,
): Promise<ReadonlyMap<string, Figures>> {
  const figures = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      const { name } = contender
      const known = figures.get(name)
      if (known === undefined) continue
      say(`${name}, ${round} of ${rounds}`)
      try {
        known.push(await run(contender))
      } catch (error) {
        say(`${name} did not run: ${error instanceof Error ? error.message : String(error)}`)
        figures.delete(name)
      }
    }
  }
  return new Map([...figures].map(([name, runs]) => [name, medians(runs)]))
}

function medians(runs: readonly Figures[]): Figures {
  const names = new Set(runs.flatMap((run) => Object.keys(run)))
  return Object.fromEntries([...names].map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** A process says its figures in the last line it prints, as JSON; `memory` among them. */
function run({ work, arguments: given, flags = [] }: Contender): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [...flags, join(import.meta.dirname, 'work', work), ...given], {
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let complained = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complained += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      const wall = performance.now() - began
      const last = said.trimEnd().split('\n').at(-1) ?? ''
      if (status === 0 && last.startsWith('{')) resolve({ ...(JSON.parse(last) as Figures), wall })
      else reject(new Error(reasonIn(complained) || `it ended with status ${status}`))
    })
  })
}

/** The line that names the error, and what a refusal says of itself. */
const reasonIn = (complaint: string): string =>
  complaint
    .split('\n')
    .filter((text) => /^\S*Error\b|^\s*data:/.test(text))
    .slice(0, 2)
    .map((text) => text.trim())
    .join(' ')
