import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { actWords } from '../register/act-words.ts'
import { Icon } from './icons.tsx'
import { redoable, undoable } from './latest-acts.ts'
import classes from './UndoBar.module.css'
import { useUndo } from './use-order.tsx'

const writes = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]'

/** The foot of the window: what was done last, and the way back. */
export function UndoBar() {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const history = useQuery(ask.history.list.queryOptions({ input: { limit: 50 } }))
  const acts = history.data?.acts ?? []
  const back = undoable(acts)
  const again = redoable(acts)
  const latest = acts[0]

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof Element && event.target.closest(writes)) return
      const key = event.key.toLowerCase()
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? again : key === 'z' ? back : undefined
      if (!act) return
      event.preventDefault()
      void undo(act.id)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [again, back, undo])

  return (
    <footer className={classes.bar} role="contentinfo" aria-label={t('undo.bar')}>
      {latest ? (
        <span className={classes.what}>
          <b>{actWords(latest, words)}</b>
          {' · '}
          {words.since(latest.at)}
        </span>
      ) : (
        <span>{t('undo.nothing')}</span>
      )}
      <span className={classes.end}>
        {again && (
          <Button variant="subtle" size="compact-sm" title={t('undo.redoKeys')} onClick={() => void undo(again.id)}>
            {t('undo.redo')}
          </Button>
        )}
        {back && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="undo" size={16} />}
            title={`${actWords(back, words)} (${t('undo.undoKeys')})`}
            onClick={() => void undo(back.id)}
          >
            {t('undo.undo')}
          </Button>
        )}
      </span>
    </footer>
  )
}
