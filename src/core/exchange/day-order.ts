/** Whether the days of a list have their month first: what its cells can only be, else what its program writes, else the day. */
import type { ColumnTarget, Reading } from './exchange.requests.ts'
import type { Program } from './program-table.ts'
import type { ColumnLook } from './reading/column-look.ts'
import type { WarningCode } from './warning.rules.ts'

export type DayOrder = {
  /** Absent when the list has no day in figures. */
  readonly days?: 'dayFirst' | 'monthFirst'
  /** What should be said of it: the order was not the usual one, or nothing showed it. */
  readonly said?: WarningCode
  /** The column to say it of. */
  readonly column?: number
}

/** Targets that are days to the day. */
const dayTargets: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['born', 'died', 'left', 'confirmed', 'staySince', 'stayUntil'] as const),
  ...(['mandateSince', 'mandateUntil', 'mandateDeclared', 'mandateEndDeclared'] as const),
])

export function dayOrderOf(
  looks: readonly ColumnLook[],
  targets: readonly ColumnTarget[],
  program: Program | undefined,
  forced: Reading['days'],
): DayOrder {
  const sum = (count: (look: ColumnLook) => number) => looks.reduce((all, look) => all + count(look), 0)
  const [dayFirst, monthFirst] = [sum((look) => look.dayFirst), sum((look) => look.monthFirst)]
  const either = sum((look) => look.eitherFirst)
  if (dayFirst + monthFirst + either === 0) return {}
  if (forced !== undefined) return { days: forced }
  const usual = program?.monthFirst === true ? 'monthFirst' : 'dayFirst'
  const shown = dayFirst === 0 && monthFirst > 0 ? 'monthFirst' : dayFirst > 0 ? 'dayFirst' : undefined
  const days = shown ?? usual
  const column = looks.findIndex(
    (look, at) => look.eitherFirst + look.monthFirst > 0 && dayTargets.has(targets[at] ?? 'extra'),
  )
  if (column < 0) return { days }
  if (days === 'monthFirst') return { days, said: 'daysMonthFirst', column }
  return shown === undefined ? { days, said: 'daysEitherWay', column } : { days }
}
