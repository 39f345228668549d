/** A terminal, in English unless told otherwise, with a home of its own that goes at the end of the file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { run } from './run.ts'

export function terminal(language: 'fr' | 'en' = 'en') {
  const home = mkdtempSync(join(tmpdir(), 'amicale-terminal-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  const amicale = async (...args: readonly string[]) => {
    let out = ''
    let beside = ''
    const env = { ...process.env, AMICALE_STATE: join(home, 'state'), AMICALE_HOME: join(home, 'home') }
    const write = (text: string) => (out += text)
    const status = await run([...args, '--lang', language], env, { write }, { write: (text) => (beside += text) })
    return { status, out, beside }
  }
  return { home, amicale }
}
