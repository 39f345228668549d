/** Builds `out/`: the programs of the office's side, the preload, the page. With `--when-stale`, only if it has to. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noteBuild, stale, top } from './freshness.ts'
import { runPackage } from './run-program.ts'

const lock = join(top, '.cache', 'build.lock')

/** Takes the lock, waiting for another build to end; a lock whose holder is gone is taken over. */
async function takeLock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(join(top, '.cache'), { recursive: true })
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (!holderLives()) rmSync(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function holderLives(): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

async function build(): Promise<number> {
  const whenStale = process.argv.includes('--when-stale')
  if (whenStale && !stale()) return 0
  await takeLock()
  try {
    // Another process may have built it while this one waited.
    if (whenStale && !stale()) return 0
    if (whenStale) console.error('Amicale : construction… / Amicale: building…')
    const built = noteBuild()
    const { status } = await runPackage(
      'electron-vite/bin/electron-vite.js',
      ['build', ...(whenStale ? ['--logLevel', 'warn'] : [])],
      { output: whenStale ? 'stderr' : 'inherit' },
    )
    if (status === 0) built()
    return status
  } finally {
    rmSync(lock, { force: true })
  }
}

process.exitCode = await build()
