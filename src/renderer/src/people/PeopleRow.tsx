// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only what is on screen cannot be a table
import { Checkbox, Skeleton } from '@mantine/core'
import type { MouseEvent } from 'react'
import type { ContactRow } from '../../../core/people/people.requests.ts'
import { formatPhone } from '../../../core/people/phone.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf, go } from '../ui/route.ts'
import classes from './PeopleList.module.css'
import { statusKeys } from './status-words.ts'

export function PeopleHead() {
  const { t } = useWords()
  return (
    <div className={classes.head} role="row" aria-rowindex={1} tabIndex={-1}>
      <span role="columnheader" tabIndex={-1} aria-label={t('people.ticked')} />
      <span role="columnheader" tabIndex={-1}>
        {t('field.name')}
      </span>
      <span role="columnheader" tabIndex={-1}>
        {t('field.group')}
      </span>
      <span role="columnheader" tabIndex={-1}>
        {t('field.city')}
      </span>
      <span role="columnheader" tabIndex={-1} className={classes.wide}>
        {t('field.email')}
      </span>
      <span role="columnheader" tabIndex={-1}>
        {t('field.phone')}
      </span>
    </div>
  )
}

type PeopleRowProps = {
  readonly row: ContactRow | undefined
  readonly index: number
  readonly start: number
  readonly active: boolean
  readonly ticked: ReadonlySet<number>
  /** ISO country whose numbers are written without their prefix. */
  readonly home: string
  readonly onTick: (ids: readonly number[], ticked: boolean) => void
  readonly onActive: (index: number) => void
}

/** One line of the list; the grid around it answers the keyboard. */
export function PeopleRow({ row, index, start, active, ticked, home, onTick, onActive }: PeopleRowProps) {
  const { t, country, language } = useWords()
  const marked = row !== undefined && ticked.has(row.id)
  const click = (event: MouseEvent) => {
    onActive(index)
    if (row && (event.ctrlKey || event.metaKey)) onTick([row.id], !marked)
  }
  const open = () => row && go({ screen: 'record', id: row.id, editing: false })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keyboard for its rows
    <div
      id={`row-${index}`}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      data-active={active}
      tabIndex={-1}
      style={{ transform: `translateY(${start}px)` }}
      onClick={click}
      onDoubleClick={open}
    >
      <span role="gridcell" tabIndex={-1} className={classes.tick}>
        {row && (
          <Checkbox
            aria-label={t('people.tick', { name: row.displayName })}
            checked={marked}
            tabIndex={-1}
            onChange={(event) => onTick([row.id], event.currentTarget.checked)}
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
      <span role="gridcell" tabIndex={-1} className={classes.quiet}>
        {row?.groups}
      </span>
      <span role="gridcell" tabIndex={-1} className={classes.cell}>
        {row?.city || (row && country(row.country))}
      </span>
      <span role="gridcell" tabIndex={-1} className={`${classes.quiet} ${classes.wide}`}>
        {row?.email}
      </span>
      <span role="gridcell" tabIndex={-1} className={classes.number}>
        {row && formatPhone(row.phone, home, language)}
      </span>
    </div>
  )
}
