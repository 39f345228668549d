/** What was chosen for files with the same headers: the target of each column, and what is done with records that exist. */
import type { Register } from '../register/register.ts'
import { columnTargets, type FileChoices, fileChoices } from './exchange.requests.ts'
import type { RememberedMapping } from './recognition.ts'

export type Remembered = {
  readonly mapping?: RememberedMapping | undefined
  readonly choices?: FileChoices | undefined
}

/** The choices of a file stand beside its columns, under a signature of their own. */
const ofChoices = (signature: string): string => `${signature}/choices`

export function rememberedFor(register: Register, signature: string): Remembered {
  return { mapping: mappingOf(kept(register, signature)), choices: choicesOf(kept(register, ofChoices(signature))) }
}

export const rememberMapping = (register: Register, signature: string, mapping: RememberedMapping): void =>
  keep(register, signature, mapping)

/** The usual choices are not worth a row, unless they take the place of others. */
export function rememberChoices(register: Register, signature: string, choices: FileChoices): void {
  const usual = choices.couples && choices.photos && choices.way === 'update' && choices.fields.length === 0
  if (usual && kept(register, ofChoices(signature)) === undefined) return
  keep(register, ofChoices(signature), choices)
}

function mappingOf(value: unknown): RememberedMapping | undefined {
  if (!Array.isArray(value)) return undefined
  const known = new Set<unknown>([...columnTargets, null])
  return value.every((target) => known.has(target)) ? (value as RememberedMapping) : undefined
}

const choicesOf = (value: unknown): FileChoices | undefined => {
  const read = fileChoices.safeParse(value)
  return value === undefined || !read.success ? undefined : read.data
}

function kept(register: Register, signature: string): unknown {
  const text = register.prepare('SELECT mapping FROM import_memory WHERE signature = ?').pluck().get(signature)
  return typeof text === 'string' ? JSON.parse(text) : undefined
}

function keep(register: Register, signature: string, value: unknown): void {
  const text = JSON.stringify(value)
  if (JSON.stringify(kept(register, signature)) === text) return
  register
    .prepare(
      `INSERT INTO import_memory (signature, mapping) VALUES (?, ?)
       ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping`,
    )
    .run(signature, text)
}
