import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { gestureWords } from '../register/act-words.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useUndo } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { WayButton } from '../ui/WayButton.tsx'
import { BackToList } from './BackToList.tsx'
import classes from './Record.module.css'

/** A record that an undoing took away: which, and the way to bring it back. */
export function GoneRecord({
  id,
  name,
  trouble,
}: {
  readonly id: number
  readonly name: string
  readonly trouble: Error
}) {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const history = useQuery({ ...ask.history.record.queryOptions({ input: { contact: id, limit: 1 } }), retry: false })
  const last = history.data?.acts[0]
  return (
    <ScreenFrame title={name} above={<BackToList />}>
      {last?.undoes === undefined ? (
        history.isPending ? null : (
          <Waiting trouble={trouble} />
        )
      ) : (
        <div className={classes.notice} role="status">
          <Text>
            {t('record.gone', {
              act: gestureWords({ name: last.undoes.name, subject: last.subject }, words),
            })}
          </Text>
          <WayButton mt="xs" variant="default" size="compact-md" onWay={() => void undo(last.act, 'redo')}>
            {t('undo.redo')}
          </WayButton>
        </div>
      )}
    </ScreenFrame>
  )
}
