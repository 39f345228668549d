/** Starts the processes of the fault tests, reads what they say, and ends them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./register-process.ts', import.meta.url))

export type Child = {
  readonly process: ChildProcess
  /** Whole lines said so far. */
  readonly lines: readonly string[]
  /** Waits for a line; rejects with everything said when the process ends first. */
  readonly says: (wanted: RegExp) => Promise<string>
  /** The exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

export type ChildOptions = {
  readonly wrapper?: readonly string[]
  readonly uid?: number
}

export function startChild(args: readonly string[], { wrapper = [], uid }: ChildOptions = {}): Child {
  const [command = process.execPath, ...rest] = [...wrapper, process.execPath, program, ...args]
  const child = spawn(command, rest, {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const lines: string[] = []
  let begun = ''
  let complaints = ''
  const waiting = new Set<() => void>()
  child.stdout.on('data', (bytes: Buffer) => {
    const parts = (begun + bytes.toString('utf8')).split('\n')
    begun = parts.pop() ?? ''
    lines.push(...parts)
    for (const wake of waiting) wake()
  })
  child.stderr.on('data', (bytes: Buffer) => {
    complaints += bytes.toString('utf8')
  })
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (status, signal) => resolve(signal ?? status ?? 0))
  })
  let over = false
  void ended.then(() => {
    over = true
    for (const wake of waiting) wake()
  })
  return {
    process: child,
    lines,
    ended,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => wanted.test(line))
          if (found === undefined && !over) return
          waiting.delete(look)
          if (found === undefined)
            reject(new Error(`Ended without saying ${wanted}: ${lines.join(' | ')} ${complaints}`))
          else resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
