/** The programs we are measured against: installed in this folder by npm, never guessed at. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname

/** Installs what is missing, and answers the peers that are there. One that cannot be had is said. */
export function peersAtHand(say: (text: string) => void): ReadonlySet<string> {
  const wanted = Object.entries(dependencies())
  if (!wanted.every(isThere)) {
    say('installing the peers (npm ci in bench/)')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const installed = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (installed.status !== 0) say(`npm could not install them: ${reason(installed.stderr ?? '')}`)
  }
  for (const peer of wanted) if (!isThere(peer)) say(`${peer[0]} is not there: its lines are left without a ratio`)
  return new Set(wanted.filter(isThere).map(([name]) => name))
}

const packageIn = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>

const dependencies = (): Record<string, string> => packageIn(here).dependencies as Record<string, string>

/** In the version asked for: another would be another measure. */
function isThere([name, version]: readonly [string, string]): boolean {
  const folder = join(here, 'node_modules', name)
  return existsSync(join(folder, 'package.json')) && packageIn(folder).version === version
}

const reason = (complaint: string): string =>
  complaint.split('\n').find((text) => /npm (?:error|ERR!)/.test(text)) ?? 'no reason given'
