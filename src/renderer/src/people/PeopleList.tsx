// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only what is on screen cannot be a table
import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, Ref } from 'react'
import { useEffect, useRef } from 'react'
import type { ListSort } from '../../../core/people/lists/columns.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { leastWidth } from '../lists/column-words.ts'
import { isTicked, type Ticked } from '../lists/ticked.ts'
import { useHome } from '../register/use-home.ts'
import { usePreferences } from '../ui/preferences.tsx'
import { go } from '../ui/route.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { LetterRail } from './LetterRail.tsx'
import classes from './PeopleList.module.css'
import { PeopleHead, PeopleRow } from './PeopleRow.tsx'
import { type Asked, usePeopleWindow } from './use-people-window.ts'

/**
 * The list: as many rows as the office has, only those on screen drawn. Arrows move, with Shift they tick on the way;
 * Enter opens, Space ticks, Ctrl+A ticks everybody the list holds.
 */
export function PeopleList({
  asked,
  total,
  active,
  ticked,
  onActive,
  onTick,
  onTickAll,
  onTrash,
  onSort,
  gridRef,
}: {
  readonly asked: Asked
  readonly total: number
  readonly active: number
  readonly ticked: Ticked
  readonly onActive: (index: number) => void
  readonly onTick: (ids: readonly number[], ticked: boolean) => void
  readonly onTickAll: () => void
  readonly onTrash: () => void
  readonly onSort: (sort: ListSort) => void
  readonly gridRef: Ref<HTMLDivElement>
}) {
  const { t } = useWords()
  const { density } = usePreferences()
  const note = useTroubleNote()
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rootPixels() * (density === 'compact' ? 2.5 : 3.5),
    overscan: 12,
  })
  const drawn = rows.getVirtualItems()
  const rowAt = usePeopleWindow(asked, drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0)
  const home = useHome()
  const here = Math.min(active, total - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the density says other heights
  useEffect(() => rows.measure(), [density])
  // biome-ignore lint/correctness/useExhaustiveDependencies: back where one stood, once, when the list appears
  useEffect(() => rows.scrollToIndex(here, { align: 'center' }), [])

  const move = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    onActive(next)
    rows.scrollToIndex(next)
  }
  /** Ticks from the line one stands on to another, and goes there: those off screen are asked for by number. */
  const reach = async (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    const [from, to] = next < here ? [next, here] : [here, next]
    move(next)
    const onScreen = Array.from({ length: to - from + 1 }, (_, step) => rowAt(from + step)?.id)
    if (onScreen.every((id) => id !== undefined)) return onTick(onScreen, true)
    try {
      const { filter, sort } = asked
      onTick((await client.people.ids({ ...filter, sort, offset: from, limit: to - from + 1 })).ids, true)
    } catch (thrown) {
      note(thrown)
    }
  }
  const press = (event: KeyboardEvent) => {
    const row = rowAt(here)
    const step = leaps[event.key]
    if (step !== undefined) {
      const index = step(here, total)
      if (event.shiftKey) void reach(index)
      else move(index)
    } else if (event.key === 'Enter' && row) go({ screen: 'record', id: row.id, editing: false })
    else if (event.key === ' ' && row) onTick([row.id], !isTicked(ticked, row.id))
    else if (event.key === 'Delete') onTrash()
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onTickAll()
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.list}>
      <div
        ref={gridRef}
        className={classes.grid}
        role="grid"
        aria-label={t('screen.people')}
        aria-rowcount={total + 1}
        aria-multiselectable
        aria-activedescendant={`row-${here}`}
        tabIndex={0}
        onKeyDown={press}
      >
        <div className={classes.wide} style={{ minWidth: `${leastWidth(asked.columns)}rem` }}>
          <PeopleHead columns={asked.columns} sort={asked.sort} onSort={onSort} />
          <div ref={scroll} className={classes.scroll} role="rowgroup" tabIndex={-1}>
            <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
              {drawn.map(({ index, start }) => {
                const row = rowAt(index)
                return (
                  <PeopleRow
                    key={index}
                    row={row}
                    columns={asked.columns}
                    index={index}
                    start={start}
                    active={index === here}
                    ticked={row !== undefined && isTicked(ticked, row.id)}
                    home={home}
                    onTick={(id, on) => onTick([id], on)}
                    onActive={onActive}
                    onReach={(at) => void reach(at)}
                  />
                )
              })}
            </div>
          </div>
        </div>
      </div>
      <LetterRail
        asked={asked}
        letter={rowAt(rows.range?.startIndex ?? 0)?.letter}
        onJump={(index) => {
          onActive(index)
          rows.scrollToIndex(index, { align: 'start' })
        }}
      />
    </div>
  )
}

/** Where each key leads from a row; the ends are minded by the list. */
const leaps: Readonly<Record<string, ((here: number, total: number) => number) | undefined>> = Object.fromEntries([
  ['ArrowDown', (here: number) => here + 1],
  ['ArrowUp', (here: number) => here - 1],
  ['PageDown', (here: number) => here + 12],
  ['PageUp', (here: number) => here - 12],
  ['Home', () => 0],
  ['End', (_: number, total: number) => total - 1],
])

const rootPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
