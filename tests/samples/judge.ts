/** Compares what was seen with what is expected; pure. */
import type { Expectation, Part } from './expectation.ts'
import type { Outcome, Seen } from './seen.ts'

/** What a file may take, made to harm or not: ms of computing, MB beyond the idle process. */
const bounds = {
  hostile: { computing: 1000, memory: 150 },
  any: { computing: 10_000, memory: 300 },
} as const

/** What differs, in words; nothing when all is as expected. */
export function differences(seen: Seen, expected: Expectation | undefined): readonly string[] {
  const { computing, memory } = expected?.hostile ? bounds.hostile : bounds.any
  return [
    ...(seen.computing > computing ? [`${Math.round(seen.computing)} ms of computing, ${computing} at most`] : []),
    ...(seen.memory > memory ? [`${Math.round(seen.memory)} MB more, ${memory} at most`] : []),
    ...outcomeDifferences(seen.outcome, expected),
  ]
}

export const outcomeWords = (outcome: Outcome): string =>
  outcome.kind === 'refused'
    ? `${outcome.code}${outcome.detail === '' ? '' : `/${outcome.detail}`}`
    : outcome.kind === 'failed'
      ? `failed: ${outcome.message}`
      : `${outcome.look.rows} rows, ${outcome.preview.counts.created} people`

function outcomeDifferences(outcome: Outcome, expected: Expectation | undefined): string[] {
  if (outcome.kind === 'failed') return [outcomeWords(outcome)]
  if (expected === undefined) return []
  if (outcome.kind === 'refused') {
    const allowed = [...(expected.refused ?? []), ...(expected.orRefused ?? [])]
    const fits = allowed.some((one) => one === outcome.code || one === `${outcome.code}/${outcome.detail}`)
    if (fits || (allowed.length === 0 && claims(expected) === 0)) return []
    return [`refused ${outcomeWords(outcome)}${allowed.length > 0 ? `, not ${allowed.join(' or ')}` : ''}`]
  }
  if (expected.refused !== undefined) return [`read, not refused ${expected.refused.join(' or ')}`]
  return readDifferences(outcome, expected)
}

/** How much is claimed of a reading, beyond its bounds. */
const claims = ({ hostile, reading, orRefused, ...rest }: Expectation): number => Object.keys(rest).length

function readDifferences(outcome: Outcome & { kind: 'read' }, expected: Expectation): string[] {
  const { look, preview } = outcome
  const said: string[] = []
  const same = (name: string, value: unknown, wanted: Part | undefined) => {
    if (wanted !== undefined && !agrees(value, wanted)) said.push(`${name}: ${shown(value)}, not ${shown(wanted)}`)
  }
  same('format', look.format, expected.format)
  same('encoding', look.reading.encoding, expected.encoding)
  same('delimiter', look.reading.delimiter, expected.delimiter)
  same('sheet', look.reading.sheet, expected.sheet)
  same('header row', look.reading.headerRow, expected.headerRow)
  same('sheets', look.sheets.map(sheetName), expected.sheets)
  const headers = look.columns.map(({ header }) => header)
  same('headers', headers.slice(0, expected.headers?.length), expected.headers)
  for (const [header, target] of Object.entries(expected.targets ?? {}))
    same(`column ${header}`, look.columns.find((column) => column.header === header)?.target, target)
  if (typeof expected.rows === 'object') {
    const [least, most] = expected.rows
    if (look.rows < least || look.rows > most) said.push(`rows: ${look.rows}, not ${least} to ${most}`)
  } else same('rows', look.rows, expected.rows)
  for (const [cell, text] of Object.entries(expected.cells ?? {})) same(cell, outcome.cells[cell], text)
  for (const code of expected.warnings ?? [])
    if (!outcome.warnings.includes(code)) said.push(`no ${code} among ${outcome.warnings.join(' ') || 'no warnings'}`)
  for (const code of expected.without ?? []) if (outcome.warnings.includes(code)) said.push(`${code} is said`)
  same('people', preview.counts.created, expected.people)
  same('outcomes', preview.counts, expected.outcomes)
  for (const [at, contact] of (expected.contacts ?? []).entries())
    same(`contact ${at + 1}`, outcome.contacts[at], contact)
  return said
}

const sheetName = (sheet: unknown): string =>
  typeof sheet === 'string' ? sheet : String((sheet as { name: unknown }).name)

export function agrees(value: unknown, wanted: Part): boolean {
  if (wanted instanceof RegExp) return typeof value === 'string' && wanted.test(value)
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((one, at) => agrees(value[at], one as Part))
    )
  if (typeof wanted === 'object')
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(wanted).every(([key, one]) => agrees((value as Record<string, unknown>)[key], one as Part))
    )
  return value === wanted
}

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, one: unknown) => (one instanceof RegExp ? String(one) : one)) ?? 'nothing'
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
