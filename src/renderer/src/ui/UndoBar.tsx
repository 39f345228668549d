import { Button, Group, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Act } from '../../../core/register/register.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useEditingRecord } from '../people/editing-record.ts'
import { actWords, gestureWords, reachKey } from '../register/act-words.ts'
import { Icon } from './icons.tsx'
import { redoable, undoable } from './latest-acts.ts'
import classes from './UndoBar.module.css'
import type { Way } from './use-order.tsx'
import { useTroubleNote, useUndo } from './use-order.tsx'
import { WayButton } from './WayButton.tsx'

const writes = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]'

/** As far back as the two stacks are read. */
const remembered = 200

/** An act of more records than this is not taken back by one key: how many is said first. */
const unasked = 10

/** The foot of the window: what was done last, and the way back. */
export function UndoBar() {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const note = useTroubleNote()
  const editing = useEditingRecord()
  const [asking, setAsking] = useState<Act>()
  const history = useQuery(ask.history.list.queryOptions({ input: { limit: remembered } }))
  const acts = history.data?.acts ?? []
  const back = undoable(acts)
  const again = redoable(acts)
  const told = back ?? again?.act ?? acts[0]

  // Gestures wait for one another, and each reads the journal when its turn comes: what the screen shows may be older.
  const turn = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const gesture = useCallback(
    (way: Way) => {
      waiting.current += 1
      turn.current = turn.current
        .then(async () => {
          const { acts: now } = await client.history.list({ limit: remembered })
          const act = way === 'undo' ? undoable(now) : redoable(now)?.undoing
          if (act === undefined) return
          if (way === 'undo' && (act.records ?? Infinity) > unasked) setAsking(act)
          else await undo(act.id, way)
        })
        .catch(note)
        .finally(() => {
          waiting.current -= 1
        })
    },
    [undo, note],
  )

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof Element && event.target.closest(writes)) return
      const key = event.key.toLowerCase()
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined
      if (way === undefined) return
      event.preventDefault()
      if (editing || asking !== undefined) return
      // A key held down would go back further than anybody can read.
      if (!event.repeat || waiting.current === 0) gesture(way)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [gesture, editing, asking])

  const undoWords = back && t('undo.undoOf', { act: gestureWords(back, words) })
  const redoWords = again && t('undo.redoOf', { act: gestureWords(again.act, words) })
  return (
    <footer className={classes.bar} role="contentinfo" aria-label={t('undo.bar')}>
      {told ? (
        <span className={classes.what}>
          <b>{actWords(told, words)}</b>
          {' · '}
          {told.undoneBy === undefined ? words.since(told.at) : t('history.undone')}
        </span>
      ) : (
        <span>{t('undo.nothing')}</span>
      )}
      <span className={classes.end}>
        {again && !editing && (
          <WayButton
            classNames={{ root: classes.way, label: classes.wayWords }}
            size="compact-sm"
            title={`${redoWords} (${t('undo.redoKeys')})`}
            onWay={() => gesture('redo')}
          >
            {redoWords}
          </WayButton>
        )}
        {back && !editing && (
          <WayButton
            classNames={{ root: classes.way, label: classes.wayWords }}
            size="compact-sm"
            leftSection={<Icon name="undo" size={16} />}
            title={`${undoWords} (${t('undo.undoKeys')})`}
            onWay={() => gesture('undo')}
          >
            {undoWords}
          </WayButton>
        )}
      </span>
      <Modal
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        // The second press of a double click falls outside it.
        closeOnClickOutside={false}
        title={asking && t('undo.undoOf', { act: gestureWords(asking, words) })}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        transitionProps={{ duration: 0 }}
      >
        <Text>
          {asking?.records === undefined ? t('undo.reachMany') : t(reachKey(asking), { count: asking.records })}
        </Text>
        <Group mt="md">
          <WayButton
            variant="filled"
            data-autofocus
            onWay={() => {
              if (asking !== undefined) void undo(asking.id)
              setAsking(undefined)
            }}
          >
            {asking?.records === undefined ? t('undo.undo') : t('undo.undoAll', { count: asking.records })}
          </WayButton>
          <Button variant="subtle" onClick={() => setAsking(undefined)}>
            {t('undo.leave')}
          </Button>
        </Group>
      </Modal>
    </footer>
  )
}
