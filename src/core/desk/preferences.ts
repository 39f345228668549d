/** What the person at this computer likes, kept beside the list of known folders: a port changes, a browser forgets. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder, writeFileWhole } from '../register/folder.ts'
import { type Preferences, preferences } from './desk.requests.ts'

type KeptPreferences = {
  readonly read: () => Preferences
  /** Lays the changes over what is kept. Where nothing can be kept they last as long as the window. */
  readonly keep: (changes: Preferences) => Preferences
}

export function openPreferences(stateFolder: string): KeptPreferences {
  const file = join(stateFolder, 'preferences.json')
  /** What could not be written: it lasts as long as the desk. */
  let unwritten: Preferences | undefined
  const read = (): Preferences => {
    if (unwritten !== undefined) return unwritten
    try {
      return preferences.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // Nothing kept yet, or a file of another version: the usual ones.
      return {}
    }
  }
  return {
    read,
    keep: (changes) => {
      const all = { ...read(), ...changes }
      try {
        makePrivateFolder(stateFolder)
        writeFileWhole(file, `${JSON.stringify(all)}\n`)
        unwritten = undefined
      } catch {
        // A convenience: the work goes on as well without it.
        unwritten = all
      }
      return all
    },
  }
}
