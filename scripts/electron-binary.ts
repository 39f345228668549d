/** Electron's binary: it does not come with `npm ci`, and where only package registries are reached it never comes. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { top } from './freshness.ts'
import { runPackage } from './run-program.ts'

const home = join(top, 'node_modules', 'electron')

/** Path of the binary, if it is there. */
export function electronBinary(): string | undefined {
  try {
    const path = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Seconds: to hear from the host, then to fetch some 120 MB. */
const limits = { answer: 4, fetch: 240 }

/** The binary, fetched if its host answers; nothing when it cannot be had within the limits. */
export async function fetchedElectron(tell: (line: string) => void): Promise<string | undefined> {
  const there = electronBinary()
  if (there !== undefined) return there
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(limits.answer * 1000) })
  } catch {
    return undefined
  }
  tell('Electron : téléchargement, une seule fois… / Electron: downloading, once…')
  await runPackage('electron/install.js', [], { output: 'stderr', limit: limits.fetch })
  return electronBinary()
}

/** Whether a window of Electron can open here at all. */
export const electronCanShow = (): boolean =>
  process.platform !== 'linux' ||
  (process.geteuid?.() !== 0 && Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY))
