/** Whether what is built follows what is written. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const top = resolve(import.meta.dirname, '..')
const note = join(top, 'out', 'built.json')

/** What a build is made of: files and folders of the top. */
const sources = ['src', 'electron.vite.config.ts', 'package-lock.json']

/** Names, sizes and dates of every source, in one figure. Tests are not built. */
function sourcesNow(): string {
  const hash = createHash('sha256')
  const look = (path: string): void => {
    const facts = statSync(join(top, path), { throwIfNoEntry: false })
    if (facts === undefined) return
    if (facts.isDirectory()) {
      for (const name of readdirSync(join(top, path)).sort()) look(join(path, name))
    } else if (!/\.test\.tsx?$|\.md$/.test(path)) hash.update(`${path} ${facts.size} ${facts.mtimeMs}\n`)
  }
  for (const source of sources) look(source)
  return hash.digest('hex')
}

/** Says whether `out/` has to be built again. */
export function stale(): boolean {
  try {
    const { sources: built } = JSON.parse(readFileSync(note, 'utf8')) as { sources?: unknown }
    return built !== sourcesNow() || !existsSync(join(top, 'out', 'main', 'cli.js'))
  } catch {
    return true
  }
}

/** Figures what is about to be built; calling the answer notes that it was. */
export function noteBuild(): () => void {
  const now = sourcesNow()
  return () => {
    mkdirSync(join(top, 'out'), { recursive: true })
    writeFileSync(note, `${JSON.stringify({ sources: now })}\n`)
  }
}
