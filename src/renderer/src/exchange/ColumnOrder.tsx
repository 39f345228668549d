import { Button, Text } from '@mantine/core'
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { ExportColumn } from '../../../core/exchange/export.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { movedTo } from './column-order.ts'
import classes from './Export.module.css'
import { columnKeys } from './target-words.ts'

/**
 * The chosen columns in the order in which they go out. One stop of the keyboard: the arrows go from one to the other,
 * with Alt they move it; a mouse drags, or uses the buttons.
 */
export function ColumnOrder({
  columns,
  onChange,
}: {
  readonly columns: readonly ExportColumn[]
  readonly onChange: (columns: readonly ExportColumn[]) => void
}) {
  const { t } = useWords()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<ExportColumn>()
  const [dragged, setDragged] = useState<ExportColumn>()
  const [over, setOver] = useState<ExportColumn>()
  const active = wanted !== undefined && columns.includes(wanted) ? wanted : columns[0]
  const at = active === undefined ? -1 : columns.indexOf(active)
  const place = (column: ExportColumn) => `${id}-${column}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place that changed is brought into sight
  useEffect(() => {
    if (wanted !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [wanted, at])

  const move = (by: number) => {
    if (active === undefined) return
    setWanted(active)
    onChange(movedTo(columns, active, at + by))
  }
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -at, End: columns.length - 1 - at }[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.altKey) move(by)
    else setWanted(columns[Math.max(0, Math.min(columns.length - 1, at + by))])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== undefined && over !== undefined) onChange(movedTo(columns, dragged, columns.indexOf(over)))
    setDragged(undefined)
    setOver(undefined)
  }
  return (
    <div>
      <Text id={`${id}-label`} fw={600}>
        {t('export.order')}
      </Text>
      <Text id={`${id}-help`} size="sm" c="dimmed" mb="xs">
        {t('export.orderHelp')}
      </Text>
      <div
        ref={list}
        className={classes.order}
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-help`}
        aria-activedescendant={active === undefined ? undefined : place(active)}
        onKeyDown={keys}
        onDrop={drop}
        onDragOver={(event) => dragged !== undefined && event.preventDefault()}
      >
        {columns.map((column) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys for its options
          <div
            key={column}
            id={place(column)}
            role="option"
            aria-selected={column === active}
            className={classes.orderOne}
            data-over={
              column === over && column !== dragged
                ? columns.indexOf(column) > columns.indexOf(dragged ?? column)
                  ? 'after'
                  : 'before'
                : undefined
            }
            draggable
            onClick={() => setWanted(column)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', t(columnKeys[column]))
              setDragged(column)
              setWanted(column)
            }}
            onDragEnter={() => setOver(column)}
            onDragEnd={() => {
              setDragged(undefined)
              setOver(undefined)
            }}
          >
            {t(columnKeys[column])}
          </div>
        ))}
      </div>
      <div className={classes.tools}>
        <Button variant="default" size="compact-md" disabled={at <= 0} onClick={() => move(-1)}>
          {t('export.up')}
        </Button>
        <Button variant="default" size="compact-md" disabled={at >= columns.length - 1} onClick={() => move(1)}>
          {t('export.down')}
        </Button>
      </div>
    </div>
  )
}
