/** Has the samples read in processes of their own, and judges what came of each. */
import { type ChildProcess, fork } from 'node:child_process'
import { basename, join } from 'node:path'
import type { Expectation } from './expectation.ts'
import { differences, outcomeWords } from './judge.ts'
import { claimOf, kinds, ruled, type Sample, samplesFolder } from './samples.ts'
import type { Order, Seen } from './seen.ts'

export type Verdict = {
  readonly kind: string
  readonly file: string
  /**
   * `pass` is as expected, refused ones too; `refused` was refused and nothing is written of it; `bounded` was read
   * and nothing is written of it.
   */
  readonly result: 'pass' | 'differs' | 'refused' | 'bounded'
  /** The list says what a correct reading is, and no expectation is written yet. */
  readonly unwritten: boolean
  readonly words: string
  readonly differences: readonly string[]
  /** In ms of computing, and MB beyond the idle process. */
  readonly computing: number
  readonly memory: number
}

/** How long a file may keep a process, in ms. */
const patience = 120_000

/** A process that reads; `fresh` ones read one file. */
function reader() {
  let child: ChildProcess | undefined
  let complaint = ''
  const started = async (): Promise<ChildProcess> => {
    if (child !== undefined) return child
    const made = fork(join(import.meta.dirname, 'look-process.ts'), [], { silent: true })
    complaint = ''
    made.stderr?.on('data', (bytes: Buffer) => {
      complaint = (complaint + bytes.toString('utf8')).slice(-2000)
    })
    made.stdout?.resume()
    child = made
    await answer(made)
    return made
  }
  const answer = (from: ChildProcess) =>
    new Promise<unknown>((resolve) => {
      const gone = (status: number | null, signal: string | null) => end(`ended with ${status ?? signal}: ${complaint}`)
      const late = setTimeout(() => end(`no answer in ${patience} ms`), patience)
      const end = (message: unknown) => {
        clearTimeout(late)
        from.removeListener('exit', gone)
        from.removeListener('message', end)
        resolve(message)
      }
      from.once('exit', gone)
      from.once('message', end)
    })
  const stop = () => {
    child?.kill('SIGKILL')
    child = undefined
  }
  return {
    stop,
    read: async (order: Order, fresh: boolean): Promise<Seen> => {
      if (fresh) stop()
      const process = await started()
      const answered = answer(process)
      if (process.connected) process.send(order)
      const seen = await answered
      if (fresh || typeof seen === 'string') stop()
      return typeof seen === 'string'
        ? { outcome: { kind: 'failed', message: seen }, computing: 0, wall: 0, memory: 0 }
        : (seen as Seen)
    },
  }
}

/** Reads the samples in their order. `told` hears each verdict as it falls. */
export async function runSamples(
  samples: readonly Sample[],
  told: (verdict: Verdict) => void = () => {},
): Promise<readonly Verdict[]> {
  const reading = reader()
  const verdicts: Verdict[] = []
  try {
    for (const sample of samples) {
      if (sample.kind === ruled) {
        const verdict = ruledVerdict(sample)
        verdicts.push(verdict)
        told(verdict)
        continue
      }
      const given = kinds[sample.kind]?.[sample.file]
      const written: readonly (Expectation | undefined)[] = given === undefined ? [undefined] : [given].flat()
      const ways: { seen: Seen; expected: Expectation | undefined }[] = []
      for (const expected of written)
        ways.push({ seen: await reading.read(orderOf(sample, expected), expected?.hostile === true), expected })
      const verdict = verdictOn(sample, ways)
      verdicts.push(verdict)
      told(verdict)
    }
  } finally {
    reading.stop()
  }
  return verdicts
}

/** Rules are asked here, without an office. */
function ruledVerdict(sample: Sample): Verdict {
  const { kind, file, expected } = sample
  const held = claimOf(sample)
  const began = process.threadCpuUsage()
  const { cases, differ } = held?.claim(join(samplesFolder, kind, file)) ?? { cases: 0, differ: [] }
  const { user, system } = process.threadCpuUsage(began)
  const few = held !== undefined && cases < held.least ? [`${cases} cases, ${held.least} at least`] : []
  const differences = [...few, ...differ]
  return {
    ...{ kind, file, differences, words: `${cases} cases`, computing: (user + system) / 1000, memory: 0 },
    result: differences.length > 0 ? 'differs' : held === undefined ? 'bounded' : 'pass',
    unwritten: held === undefined && expected !== '',
  }
}

const orderOf = ({ kind, file }: Sample, expected: Expectation | undefined): Order => ({
  path: join(samplesFolder, kind, file),
  name: basename(file),
  reading: expected?.reading ?? {},
  cells: Object.keys(expected?.cells ?? {}),
  contacts: expected?.contacts?.length ?? 0,
})

function verdictOn(
  { kind, file, expected: listed }: Sample,
  ways: readonly { readonly seen: Seen; readonly expected: Expectation | undefined }[],
): Verdict {
  const found = ways.flatMap(({ seen, expected }, at) =>
    differences(seen, expected).map((words) => (ways.length > 1 ? `way ${at + 1}: ${words}` : words)),
  )
  const written = ways.some(({ expected }) => expected !== undefined)
  const refused = ways.every(({ seen }) => seen.outcome.kind === 'refused')
  return {
    kind,
    file,
    result: found.length > 0 ? 'differs' : written ? 'pass' : refused ? 'refused' : 'bounded',
    unwritten: !written && listed !== '',
    words: [...new Set(ways.map(({ seen }) => outcomeWords(seen.outcome)))].join(' · '),
    differences: found,
    computing: Math.max(...ways.map(({ seen }) => seen.computing)),
    memory: Math.max(...ways.map(({ seen }) => seen.memory)),
  }
}
