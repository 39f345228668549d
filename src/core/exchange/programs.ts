/** Knows the program that wrote a list by its headings, and reads its cells as that program writes them. */
import { fold } from '../kit/text.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import type { ProgramKey } from './program.rules.ts'
import { type JoinedColumns, type Program, programs } from './program-table.ts'

const listed = (text: string): readonly string[] => text.split(', ')

/**
 * The program a list comes from: the one whose marks are all among the headings, the most of them winning. A `forced` one
 * is taken at its word, in the form of its lists that is the most like.
 */
export function programOf(headers: readonly string[], forced?: ProgramKey): Program | undefined {
  const known = new Set(headers.map(fold))
  let best: Program | undefined
  let most = 0
  for (const program of programs) {
    if (forced !== undefined && program.key !== forced) continue
    if (forced !== undefined) best ??= program
    for (const line of program.marks) {
      const mark = listed(line)
      if (mark.length > most && mark.every((heading) => known.has(heading))) {
        best = program
        most = mark.length
      }
    }
  }
  return best
}

/** The program that made a card, by what it says of itself (`PRODID`): `-//Apple Inc.//iCloud Web Address Book//EN`. */
export const programOfCard = (prodid: string): ProgramKey | undefined =>
  /\bapple\b|icloud/i.test(prodid) ? 'icloud' : /\bgoogle\b/i.test(prodid) ? 'google' : undefined

/** What each heading is to the program, the first named first; undefined where it has no word. */
export function programTargets(
  program: Program | undefined,
  headers: readonly string[],
): readonly ({ readonly target: ColumnTarget; readonly rank: number } | undefined)[] {
  const targets = targetsOf(program?.columns ?? {})
  return headers.map((header) => targets.get(fold(header)))
}

const targetsOf = (columns: NonNullable<Program['columns']>) =>
  new Map(
    Object.entries(columns).flatMap(([target, line]) =>
      listed(line).map((heading, rank) => [heading, { target: target as ColumnTarget, rank }] as const),
    ),
  )

/** Days that any list may give in three columns. */
const birthParts: readonly JoinedColumns[] = [
  { into: 'birth year', columns: 'birth year, birth month, birth day', by: '-' },
  { into: 'annee de naissance', columns: 'annee de naissance, mois de naissance, jour de naissance', by: '-' },
]

type Joined = { readonly into: number; readonly of: readonly number[]; readonly by: string }

/** Columns that are one thing, as places of columns: only where the list has them all. */
export function joinedColumns(program: Program | undefined, headers: readonly string[]): readonly Joined[] {
  const folded = headers.map(fold)
  return [...(program?.joined ?? []), ...birthParts].flatMap(({ into, columns, by }) => {
    const of = listed(columns).map((heading) => folded.indexOf(heading))
    return of.includes(-1) ? [] : [{ into: folded.indexOf(into), of, by }]
  })
}

/** Reads the cells of a row as the program writes them: codes in words, parts put together. Undefined when they say what they say. */
export function cellReader(
  program: Program | undefined,
  headers: readonly string[],
): ((cells: readonly string[]) => readonly string[]) | undefined {
  const joins = joinedColumns(program, headers)
  const codes = headers.map((header) => {
    const known = program?.codes?.[fold(header)]
    return known === undefined ? undefined : new Map(Object.entries(known))
  })
  if (joins.length === 0 && codes.every((known) => known === undefined)) return undefined
  return (cells) => {
    const read = cells.map((cell, at) => codes[at]?.get(cell.trim()) ?? cell)
    for (const { into, of, by } of joins) {
      const parts = of.map((at) => (read[at] ?? '').trim()).filter((part) => part !== '')
      for (const at of of) if (at < read.length) read[at] = ''
      // A day without its month says its year alone, and the last of them may stand beyond a short row.
      const said = by === '-' && parts.length < of.length ? (parts[0] ?? '') : parts.join(by)
      if (said !== '') read[into] = said
    }
    return read
  }
}

/**
 * Columns that are the person's own on the lines where the program's pairs say the same: who paid is who joins. Gives, for
 * a row, what they then are.
 */
export function ownColumns(
  program: Program | undefined,
  headers: readonly string[],
): ((cells: readonly string[]) => ReadonlyMap<number, ColumnTarget>) | undefined {
  const own = program?.ownWhenSame
  if (own === undefined) return undefined
  const folded = headers.map(fold)
  const pairs = own.pairs
    .map(([one, other]) => [folded.indexOf(one), folded.indexOf(other)] as const)
    .filter(([one, other]) => one >= 0 && other >= 0)
  if (pairs.length === 0) return undefined
  const targets = targetsOf(own.columns)
  const switched = new Map(
    folded.flatMap((heading, at) => {
      const found = targets.get(heading)
      return found === undefined ? [] : [[at, found.target] as const]
    }),
  )
  const none: ReadonlyMap<number, ColumnTarget> = new Map()
  const said = (cells: readonly string[], at: number) => fold(cells[at] ?? '')
  return (cells) =>
    pairs.every(([one, other]) => said(cells, one) !== '' && said(cells, one) === said(cells, other)) ? switched : none
}

/** Where a person stands on several lines: the columns that name the person, and those that differ from line to line. */
export function repeatedColumns(
  program: Program | undefined,
  headers: readonly string[],
): { readonly by: number; readonly each: ReadonlySet<number> } | undefined {
  if (program?.repeated === undefined) return undefined
  const folded = headers.map(fold)
  const by = listed(program.repeated.by)
    .map((heading) => folded.indexOf(heading))
    .find((at) => at >= 0)
  const each = new Set(
    listed(program.repeated.each)
      .map((heading) => folded.indexOf(heading))
      .filter((at) => at >= 0),
  )
  return by === undefined || each.size === 0 ? undefined : { by, each }
}
