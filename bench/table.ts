/** One line of the benchmark, and how it is shown. */

export type Line = {
  readonly area: string
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'MB'
  /** Who it is measured against, when somebody is. */
  readonly peer?: string
  /** Absent when the peer could not be run. */
  readonly peerValue?: number
  /** Ours divided by the peer's. */
  readonly ratio?: number
  /** Most the ratio may be where there is a peer, else most the value may be. */
  readonly goal?: number
  /** Absent where there is no goal, or nothing to hold against it. */
  readonly ok?: boolean
}

export function line(given: Omit<Line, 'ratio' | 'ok'>): Line {
  const ratio = given.peerValue === undefined ? undefined : given.value / given.peerValue
  const held = given.peer === undefined ? given.value : ratio
  return {
    ...given,
    ...(ratio === undefined ? {} : { ratio: Math.round(ratio * 1000) / 1000 }),
    // What could not be measured has missed its goal.
    ...(given.goal === undefined || held === undefined ? {} : { ok: held <= given.goal }),
  }
}

export function table(lines: readonly Line[]): string {
  const rows = [
    ['measure', 'value', 'peer', 'its value', 'ratio', 'goal', ''],
    ...lines.map((line) => [
      `${line.area}: ${line.name}`,
      quantity(line.value, line.unit),
      line.peer ?? '',
      line.peer === undefined ? '' : line.peerValue === undefined ? 'not run' : quantity(line.peerValue, line.unit),
      line.ratio === undefined ? '' : line.ratio.toFixed(2),
      line.goal === undefined ? '' : `≤ ${line.peer === undefined ? quantity(line.goal, line.unit) : line.goal}`,
      line.ok === undefined ? '' : line.ok ? 'ok' : 'MISSED',
    ]),
  ]
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const quantity = (value: number, unit: Line['unit']): string =>
  Number.isNaN(value) ? 'not run' : `${value >= 100 ? Math.round(value) : value.toFixed(value >= 10 ? 1 : 2)} ${unit}`
