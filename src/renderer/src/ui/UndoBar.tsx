import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { actWords, gestureWords } from '../register/act-words.ts'
import { Icon } from './icons.tsx'
import { redoable, undoable } from './latest-acts.ts'
import classes from './UndoBar.module.css'
import type { Way } from './use-order.tsx'
import { useUndo } from './use-order.tsx'

const writes = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]'

/** As far back as the two stacks are read. */
const remembered = 200

/** The foot of the window: what was done last, and the way back. */
export function UndoBar() {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const history = useQuery(ask.history.list.queryOptions({ input: { limit: remembered } }))
  const acts = history.data?.acts ?? []
  const back = undoable(acts)
  const again = redoable(acts)
  const backId = back?.id
  const againId = again?.undoing.id
  const told = back ?? again?.act ?? acts[0]

  const busy = useRef(false)
  const move = useCallback(
    async (act: number | undefined, way: Way) => {
      // A key held down waits for the journal: the next act is known only then.
      if (act === undefined || busy.current) return
      busy.current = true
      await undo(act, way).finally(() => {
        busy.current = false
      })
    },
    [undo],
  )

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof Element && event.target.closest(writes)) return
      const key = event.key.toLowerCase()
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined
      const act = way === 'redo' ? againId : way === 'undo' ? backId : undefined
      if (way === undefined || act === undefined) return
      event.preventDefault()
      void move(act, way)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [againId, backId, move])

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
        {again && (
          <Button
            className={classes.way}
            variant="subtle"
            size="compact-sm"
            title={`${redoWords} (${t('undo.redoKeys')})`}
            onClick={() => void move(againId, 'redo')}
          >
            {redoWords}
          </Button>
        )}
        {back && (
          <Button
            className={classes.way}
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="undo" size={16} />}
            title={`${undoWords} (${t('undo.undoKeys')})`}
            onClick={() => void move(backId, 'undo')}
          >
            {undoWords}
          </Button>
        )}
      </span>
    </footer>
  )
}
