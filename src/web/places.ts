/** Where this user's associations and the app's own small notes are kept, the same for every door. */
import { readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'

export type Places = {
  /** The usual place for associations. */
  readonly home: string
  /** The list of known folders, logs. No member's data. */
  readonly stateFolder: string
  /** What ships beside the code: fonts, samples, icons. */
  readonly resources: string
  /** The built page. */
  readonly pageFolder: string
}

/** `AMICALE_HOME` and `AMICALE_STATE` say otherwise. */
export function usualPlaces(env: Readonly<Record<string, string | undefined>> = process.env): Places {
  // This file is two folders below the top, as a source and when built.
  const top = join(import.meta.dirname, '..', '..')
  return {
    home: env.AMICALE_HOME ?? join(documents(env), 'Amicale'),
    stateFolder: env.AMICALE_STATE ?? state(env),
    resources: join(top, 'resources'),
    pageFolder: join(top, 'out', 'renderer'),
  }
}

/** Who acts, as the journal and the lock name them: this computer's user, else the door's own word. */
export function userName(): string {
  try {
    return (
      userInfo()
        .username.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
        .slice(0, 80) || 'secretary'
    )
  } catch {
    // A user the system has no name for.
    return 'secretary'
  }
}

function documents(env: Readonly<Record<string, string | undefined>>): string {
  const home = homedir()
  if (process.platform !== 'linux') return join(home, 'Documents')
  try {
    const config = env.XDG_CONFIG_HOME ?? join(home, '.config')
    const named = /^XDG_DOCUMENTS_DIR="(?:\$HOME\/)?([^"]+)"/m.exec(
      readFileSync(join(config, 'user-dirs.dirs'), 'utf8'),
    )?.[1]
    if (named) return named.startsWith('/') ? named : join(home, named)
  } catch {
    // No such file where there is no desktop: the usual name then.
  }
  return join(home, 'Documents')
}

function state(env: Readonly<Record<string, string | undefined>>): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Amicale')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Amicale')
  return join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'amicale')
}
