// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only what is on screen cannot be a table
import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, Ref } from 'react'
import { useEffect, useRef } from 'react'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import { usePreferences } from '../ui/preferences.tsx'
import { go } from '../ui/route.ts'
import { LetterRail } from './LetterRail.tsx'
import classes from './PeopleList.module.css'
import { PeopleHead, PeopleRow } from './PeopleRow.tsx'
import { usePeopleWindow } from './use-people-window.ts'

/** The list: as many rows as the office has, only those on screen drawn. Arrows move, Enter opens, Space ticks. */
export function PeopleList({
  filter,
  total,
  active,
  ticked,
  onActive,
  onTick,
  onTickAll,
  onTrash,
  gridRef,
}: {
  readonly filter: ContactFilter
  readonly total: number
  readonly active: number
  readonly ticked: ReadonlySet<number>
  readonly onActive: (index: number) => void
  readonly onTick: (ids: readonly number[], ticked: boolean) => void
  readonly onTickAll: () => void
  readonly onTrash: () => void
  readonly gridRef: Ref<HTMLDivElement>
}) {
  const { t } = useWords()
  const { density } = usePreferences()
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rootPixels() * (density === 'compact' ? 2.5 : 3.5),
    overscan: 12,
  })
  const drawn = rows.getVirtualItems()
  const rowAt = usePeopleWindow(filter, drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0)
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
  const press = (event: KeyboardEvent) => {
    const row = rowAt(here)
    const step = leaps[event.key]
    if (step !== undefined) move(step(here, total))
    else if (event.key === 'Enter' && row) go({ screen: 'record', id: row.id, editing: false })
    else if (event.key === ' ' && row) onTick([row.id], !ticked.has(row.id))
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
        <PeopleHead />
        <div ref={scroll} className={classes.scroll} role="rowgroup" tabIndex={-1}>
          <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {drawn.map(({ index, start }) => (
              <PeopleRow
                key={index}
                row={rowAt(index)}
                index={index}
                start={start}
                active={index === here}
                ticked={ticked}
                home={home}
                onTick={onTick}
                onActive={onActive}
              />
            ))}
          </div>
        </div>
      </div>
      <LetterRail
        filter={filter}
        total={total}
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
