/** Columns that are chosen and their order: what changing them comes to. */

/** With one more, beside the column that it usually follows. */
export function withColumn<Column>(
  chosen: readonly Column[],
  usual: readonly Column[],
  column: Column,
): readonly Column[] {
  if (chosen.includes(column)) return chosen
  const before = usual.slice(0, usual.indexOf(column)).findLast((one) => chosen.includes(one))
  return chosen.toSpliced(before === undefined ? 0 : chosen.indexOf(before) + 1, 0, column)
}

/** With one at another place; a place beyond the ends is the end. */
export function movedTo<Column>(chosen: readonly Column[], column: Column, place: number): readonly Column[] {
  const others = chosen.filter((one) => one !== column)
  return others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, column)
}
