/** Running another program from a script, on the Node that runs this one. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { top } from './freshness.ts'

export type Ended = { readonly status: number; readonly seconds: number }

export type RunOptions = {
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Where the program's standard output goes; with this one's by default. */
  readonly output?: 'inherit' | 'stderr' | 'ignore'
  /** Seconds after which it is stopped. */
  readonly limit?: number
}

/** Runs a program in the top folder and waits for its end; a program that could not start ends with 127. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { output = 'inherit', limit } = options
  const start = performance.now()
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: top,
      env: { ...process.env, ...options.env },
      stdio: ['inherit', output === 'stderr' ? 2 : output, 'inherit'],
    })
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGTERM'), limit * 1000)
    // The signals of a terminal reach the child too: waiting for its end is enough.
    const wait = () => {}
    process.on('SIGINT', wait)
    const end = (status: number) => {
      clearTimeout(timer)
      process.removeListener('SIGINT', wait)
      settle({ status, seconds: (performance.now() - start) / 1000 })
    }
    child.once('error', () => end(127))
    child.once('close', (status) => end(status ?? 1))
  })
}

/** Runs the program of a package, by the path of its script inside node_modules. */
export const runPackage = (script: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  runProgram(process.execPath, [join(top, 'node_modules', script), ...args], options)
