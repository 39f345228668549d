// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only what is on screen cannot be a table
import { Checkbox, Skeleton } from '@mantine/core'
import { Fragment, type MouseEvent } from 'react'
import type { ListColumn, ListSort } from '../../../core/people/lists/columns.requests.ts'
import type { ContactRow } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { cellWords, columnWords, gridTemplate } from '../lists/column-words.ts'
import { fragmentOf, go } from '../ui/route.ts'
import classes from './PeopleList.module.css'
import { statusKeys } from './status-words.ts'

/** The heads of the columns; each puts the list in its order, and a second time in the order turned round. */
export function PeopleHead({
  columns,
  sort,
  onSort,
}: {
  readonly columns: readonly ListColumn[]
  readonly sort: ListSort
  readonly onSort: (sort: ListSort) => void
}) {
  const words = useWords()
  const head = (column: ListColumn) => {
    const sorted = sort.by === column
    const direction = sort.descending ? 'descending' : 'ascending'
    return (
      <span key={column} role="columnheader" tabIndex={-1} aria-sort={sorted ? direction : 'none'}>
        <button
          type="button"
          className={classes.sort}
          tabIndex={-1}
          onClick={() => onSort({ by: column, descending: sorted && !sort.descending })}
        >
          {columnWords(column, words)}
          {sorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
        </button>
      </span>
    )
  }
  return (
    <div
      className={classes.head}
      role="row"
      aria-rowindex={1}
      tabIndex={-1}
      style={{ gridTemplateColumns: gridTemplate(columns) }}
    >
      <span role="columnheader" tabIndex={-1} aria-label={words.t('people.ticked')} />
      {head('name')}
      {columns.map(head)}
    </div>
  )
}

type PeopleRowProps = {
  readonly row: ContactRow | undefined
  readonly columns: readonly ListColumn[]
  readonly index: number
  readonly start: number
  readonly active: boolean
  readonly ticked: boolean
  /** ISO country whose numbers are written without their prefix. */
  readonly home: string
  readonly onTick: (id: number, ticked: boolean) => void
  readonly onActive: (index: number) => void
  /** From the line one stands on to this one. */
  readonly onReach: (index: number) => void
}

/** One line of the list; the grid around it answers the keyboard. */
export function PeopleRow({
  row,
  columns,
  index,
  start,
  active,
  ticked,
  home,
  onTick,
  onActive,
  onReach,
}: PeopleRowProps) {
  const words = useWords()
  const { t } = words
  const click = (event: MouseEvent) => {
    if (event.shiftKey) return onReach(index)
    onActive(index)
    if (row && (event.ctrlKey || event.metaKey)) onTick(row.id, !ticked)
  }
  const open = () => row && go({ screen: 'record', id: row.id, editing: false })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keyboard for its rows
    <div
      id={`row-${index}`}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-active={active}
      tabIndex={-1}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: gridTemplate(columns) }}
      onClick={click}
      onDoubleClick={open}
    >
      <span role="gridcell" tabIndex={-1} className={classes.tick}>
        {row && (
          <Checkbox
            aria-label={t('people.tick', { name: row.displayName })}
            checked={ticked}
            tabIndex={-1}
            onChange={(event) => onTick(row.id, event.currentTarget.checked)}
          />
        )}
      </span>
      <span role="gridcell" tabIndex={-1} className={classes.name}>
        {row ? (
          <>
            <a href={fragmentOf({ screen: 'record', id: row.id, editing: false })} tabIndex={-1}>
              {row.displayName}
            </a>
            {row.status !== 'member' && <span className={classes.state}>{t(statusKeys[row.status])}</span>}
          </>
        ) : (
          <Skeleton height="1rem" width="60%" />
        )}
      </span>
      {columns.map((column, at) => {
        const text = cellWords(column, row?.cells[at] ?? '', words, home)
        const standing =
          column === 'phone' || column === 'phones' || column === 'postcode' ? classes.number : classes.cell
        return (
          <span key={column} role="gridcell" tabIndex={-1} className={standing} title={text}>
            {column === 'email' || column === 'emails' ? <Addresses text={text} /> : text}
          </span>
        )
      })}
    </div>
  )
}

/** E-mails, which may go on to the next line before their domain. */
function Addresses({ text }: { readonly text: string }) {
  const [first, ...rest] = text.split('@')
  return (
    <>
      {first}
      {rest.map((part) => (
        <Fragment key={part}>
          <wbr />@{part}
        </Fragment>
      ))}
    </>
  )
}
