/**
 * What was typed and not saved, in `drafts/`, a private file each: no fact yet, so neither in the register nor in its journal,
 * and in the folder all the same, since what is typed about people belongs nowhere else.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder, writeFileWhole } from './folder.ts'

/** Names of drafts are words of ours or numbers: nothing else in the folder is one. */
const named = /^([a-z]{1,20}|[1-9]\d{0,14})\.json$/
const most = 100
/** In bytes: what is larger was not written by us. */
const largest = 1_000_000

export type DraftShelf = {
  /** The latest last. */
  readonly all: () => readonly { readonly name: string; readonly text: string }[]
  readonly keep: (name: string, text: string) => void
  readonly forget: (name: string) => boolean
}

export function draftShelf(folder: string): DraftShelf {
  const place = join(folder, 'drafts')
  const pathOf = (name: string): string => join(place, `${name}.json`)
  const files = (): readonly string[] => {
    if (!existsSync(place)) return []
    return readdirSync(place)
      .filter((name) => named.test(name))
      .map((name) => ({ path: join(place, name), stat: statSync(join(place, name), { throwIfNoEntry: false }) }))
      .filter(({ stat }) => stat?.isFile() === true && stat.size <= largest)
      .sort((one, other) => (one.stat?.mtimeMs ?? 0) - (other.stat?.mtimeMs ?? 0))
      .map(({ path }) => path)
  }
  return {
    all: () =>
      files().map((path) => ({
        name: path.slice(place.length + 1, -'.json'.length),
        text: readFileSync(path, 'utf8'),
      })),
    keep: (name, text) => {
      makePrivateFolder(place)
      writeFileWhole(pathOf(name), text)
      for (const old of files().slice(0, -most)) rmSync(old, { force: true })
    },
    forget: (name) => {
      const there = existsSync(pathOf(name))
      rmSync(pathOf(name), { force: true })
      return there
    },
  }
}
