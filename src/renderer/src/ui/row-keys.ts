import type { KeyboardEvent } from 'react'

const rowsOf = (box: Element): readonly HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-row]')]

/** Puts the focus on a row of a table, the last one when there are fewer; none: nothing. */
export function focusRow(box: Element | null, at: number): void {
  const rows = box === null ? [] : rowsOf(box)
  rows[Math.min(at, rows.length - 1)]?.focus()
}

/** Up and Down among the rows of a table, each known by its first link (`data-row`); Down from above enters it. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const rows = rowsOf(event.currentTarget)
  const line = event.target instanceof Element ? event.target.closest('tr') : null
  const here = rows.findIndex((row) => line?.contains(row) === true)
  const next = event.key === 'ArrowDown' ? here + 1 : here - 1
  if (rows[next] === undefined) return
  event.preventDefault()
  rows[next].focus()
}
