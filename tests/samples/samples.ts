/** Where the samples are, and what their list says of them. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expectations as cards } from './1-vcard.ts'
import { expectations as texts } from './2-csv.ts'
import { expectations as spreadsheets } from './3-spreadsheets.ts'
import { claims } from './5-names-addresses.ts'
import type { Expectations } from './expectation.ts'

export const samplesFolder = resolve(import.meta.dirname, '../../../shared/samples')

export const kinds: Readonly<Record<string, Expectations>> = {
  '1-vcard': cards,
  '2-csv': texts,
  '3-spreadsheets': spreadsheets,
}

/** Kinds that no office reads as a file: rules are held to them one by one. */
export const ruled = '5-names-addresses'
export const everyKind: readonly string[] = [...Object.keys(kinds), ruled]

/** What of a sample is compared by rules; nothing for what an office reads. */
export const claimOf = ({ kind, file }: Sample) => (kind === ruled ? claims[file] : undefined)

export type Sample = {
  readonly kind: string
  /** Its path below the folder of its kind. */
  readonly file: string
  /** What the list says a correct reading gives; empty when it says nothing. */
  readonly expected: string
}

/** The samples of these kinds; nothing when the folder is not there. */
export function samplesOf(wanted: readonly string[]): readonly Sample[] {
  const list = join(samplesFolder, 'manifest.tsv')
  if (!existsSync(list)) return []
  const [head = [], ...rows] = readFileSync(list, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t').map(unquoted))
  const at = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? ''
  return rows
    .map((row) => ({ kind: at(row, 'kind'), file: at(row, 'file'), expected: at(row, 'expected').trim() }))
    .filter(({ kind }) => wanted.includes(kind))
}

const unquoted = (cell: string): string => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)
