/** The associations the desk knows of: those in the usual place and those opened before, remembered outside any of them. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { makePrivateFolder, writeFileWhole } from '../register/folder.ts'
import type { KnownFolder } from './desk.requests.ts'

/** How many folders are remembered; the oldest opened are forgotten first. */
const most = 50

const remembered = z.object({ folders: z.array(z.string().max(4096)).max(most) })

/** Ends the name of an association's folder. */
const folderEnding = '.amicale'

const folderKey = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16)

const folderName = (folder: string): string => basename(folder).replace(/\.amicale$/i, '')

type KnownFolders = {
  readonly list: () => readonly KnownFolder[]
  /** The folder of a key of the list. */
  readonly find: (key: string) => string | undefined
  readonly remember: (folder: string) => void
}

export function openKnownFolders(home: string, stateFolder: string): KnownFolders {
  const file = join(stateFolder, 'known.json')

  const opened = (): readonly string[] => {
    try {
      return remembered.parse(JSON.parse(readFileSync(file, 'utf8'))).folders
    } catch {
      // Nothing remembered, or a file nobody can read any more: the usual place still shows.
      return []
    }
  }
  const usual = (): readonly string[] => {
    if (!existsSync(home)) return []
    return readdirSync(home, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.endsWith(folderEnding) && !entry.name.startsWith('.'))
      .map((entry) => join(home, entry.name))
  }
  /** Only looks at names and dates: opening the register's file here would drop SQLite's locks on it. */
  const described = (folder: string): KnownFolder | undefined => {
    const register = statSync(join(folder, 'register.db'), { throwIfNoEntry: false })
    if (register === undefined) return undefined
    return { key: folderKey(folder), name: folderName(folder), folder, changed: register.mtime.toISOString() }
  }
  const list = (): readonly KnownFolder[] =>
    [...new Set([...opened(), ...usual()].map((folder) => resolve(folder)))]
      .map(described)
      .filter((found) => found !== undefined)
      .sort((a, b) => b.changed.localeCompare(a.changed))

  return {
    list,
    find: (key) => list().find((known) => known.key === key)?.folder,
    remember: (folder) => {
      try {
        makePrivateFolder(stateFolder)
        const folders = [folder, ...opened().filter((known) => known !== folder)].slice(0, most)
        writeFileWhole(file, `${JSON.stringify({ folders }, null, 2)}\n`)
      } catch {
        // The list is a convenience: an association opens as well without it.
      }
    },
  }
}
