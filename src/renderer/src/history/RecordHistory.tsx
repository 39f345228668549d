import { Button, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FactChange, RecordAct, RecordChange } from '../../../core/people/history/history.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import classes from '../people/Record.module.css'
import { actName, actWords, doer, isUndoable } from '../register/act-words.ts'
import { useHome } from '../register/use-home.ts'
import { useOrder, useUndo } from '../ui/use-order.tsx'
import { WayButton } from '../ui/WayButton.tsx'
import own from './History.module.css'
import { historyFieldKeys, historyListKeys, lineWords, valueWords } from './history-words.ts'

const perPage = 12
/** As many changes of one act as are shown at first. */
const shown = 6

/** What a record went through, act by act, the latest first; each value and each act has its way back. */
export function RecordHistory({ id }: { readonly id: number }) {
  const { t } = useWords()
  const history = useInfiniteQuery(
    ask.history.record.infiniteOptions({
      input: (before: number | undefined) => ({
        contact: id,
        limit: perPage,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ acts, earlier }) => (earlier ? acts.at(-1)?.act : undefined),
    }),
  )
  const acts = history.data?.pages.flatMap((page) => page.acts) ?? []
  return (
    <aside className={classes.aside} aria-label={t('record.history')}>
      <Title order={2}>{t('record.history')}</Title>
      {acts.length === 0 && <Text c="dimmed">{t('record.noHistory')}</Text>}
      <ol className={own.acts}>
        {acts.map((act) => (
          <Act key={act.act} act={act} contact={id} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          size="compact-md"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('life.earlier')}
        </Button>
      )}
    </aside>
  )
}

function Act({ act, contact }: { readonly act: RecordAct; readonly contact: number }) {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const [whole, setWhole] = useState(false)
  const name =
    act.undoes === undefined
      ? // Of a merge one wants to know whose; of the others the record itself says it.
        actWords({ name: act.name, subject: act.name === 'duplicates.merge' ? act.subject : '' }, words)
      : act.undoes.name === 'history.undo'
        ? actName({ name: act.name, undoes: act.undoes.act }, words, true)
        : t('life.undoes', { act: actName({ name: act.undoes.name }, words) })
  const undone = act.undoneBy !== undefined
  const count = act.records ?? 0
  const way =
    !act.wider || count === 1
      ? t('life.undo')
      : count > 1
        ? t(act.name === 'exchange.import' ? 'life.undoImport' : 'life.undoWhole', { count })
        : t('life.undoWider')
  const changes = whole ? act.changes : act.changes.slice(0, shown)
  return (
    <li className={own.act} data-undone={undone}>
      <span className={own.name}>{name}</span>
      <div className={own.quiet} title={words.moment(act.at)}>
        {words.since(act.at)} · {doer(act.by, words)}
        {undone && ` · ${t('life.undone')}`}
      </div>
      <ul className={own.changes}>
        {changes.map((change) => (
          <Change key={`${change.table} ${change.row} ${change.how}`} change={change} act={act.act} contact={contact} />
        ))}
        {act.changes.length > changes.length && (
          <li>
            <Button className={own.way ?? ''} variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
              {t('record.moreChanges', { count: act.changes.length - changes.length })}
            </Button>
          </li>
        )}
      </ul>
      {isUndoable({ name: act.name, ...(undone ? { undoneBy: 1 } : {}) }) && (
        <WayButton
          className={own.way ?? ''}
          size="compact-sm"
          label={t('life.undoThis', { way, act: `${name}, ${words.moment(act.at)}` })}
          {...(act.wider ? { title: t('life.wider') } : {})}
          onWay={() => void undo(act.act)}
        >
          {way}
        </WayButton>
      )}
    </li>
  )
}

function Change({
  change,
  act,
  contact,
}: {
  readonly change: RecordChange
  readonly act: number
  readonly contact: number
}) {
  const words = useWords()
  const { t } = words
  const home = useHome()
  const revert = useOrder(client.history.revertField, { done: () => t('life.reverted') })
  const said = (fact: FactChange, value: string) => valueWords(fact.field, value, home, words)
  const back = (label: string, column?: string) => (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-label={label}
      onClick={() =>
        revert.mutate({
          contact,
          act,
          table: change.table,
          row: change.row,
          ...(column === undefined ? {} : { column }),
        })
      }
    >
      {t('life.revert')}
    </Button>
  )
  const list = change.list === undefined ? '' : t(historyListKeys[change.list])
  if (change.how !== 'changed') {
    const gone = change.how === 'removed' || change.how === 'went'
    const keys = { made: 'life.made', removed: 'life.removed', came: 'life.came', went: 'life.went' } as const
    const text = lineWords(
      change.facts.map((fact) => ({ field: fact.field, value: gone ? fact.old : fact.new })),
      home,
      words,
    )
    return (
      <li>
        {t(keys[change.how], { list })} <span className={gone ? own.old : undefined}>{text}</span>{' '}
        {change.revertible && back(t(gone ? 'life.putBack' : 'life.takeAway', { value: text }))}
      </li>
    )
  }
  return change.facts.map((fact) => {
    const label = t(historyFieldKeys[fact.field])
    const only = change.line === '' || change.line === fact.new || change.line === fact.old
    const lead = change.list === undefined || only ? t('record.field', { field: label }) : undefined
    return (
      <li key={fact.column}>
        {lead ?? `${t('life.changed', { list, line: change.line })} ${label}`}{' '}
        {fact.old !== '' && fact.field !== 'trashed' && <span className={own.old}>{said(fact, fact.old)}</span>}{' '}
        {fact.new === '' ? <i>{t('record.empty')}</i> : said(fact, fact.new)}{' '}
        {fact.revertible &&
          back(
            t('life.revertThis', { value: `${label}, ${fact.old === '' ? t('record.empty') : said(fact, fact.old)}` }),
            fact.column,
          )}
      </li>
    )
  })
}
