import { Modal, Title } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import { Icon } from './icons.tsx'
import classes from './Keys.module.css'
import type { KeyWords } from './keys.ts'
import { keysNow, useCharacter } from './keys.ts'
import shell from './Shell.module.css'

/** `?`: the keys of the screen one is on, and those of everywhere; a button opens it too. */
export function KeysPanel() {
  const { t } = useWords()
  const [here, setHere] = useState<readonly KeyWords[]>()
  const open = () => setHere(keysNow())
  useCharacter('?', open)
  const everywhere = [
    { keys: t('palette.keys'), words: t('palette.placeholder') },
    { keys: t('undo.undoKeys'), words: t('keys.undo') },
    { keys: t('undo.redoKeys'), words: t('keys.redo') },
    { keys: '?', words: t('keys.title') },
  ]
  return (
    <>
      <button type="button" className={shell.quiet} onClick={open}>
        <Icon name="keyboard" />
        {t('keys.open')}
        <kbd className={shell.keys}>?</kbd>
      </button>
      <Modal
        opened={here !== undefined}
        onClose={() => setHere(undefined)}
        size="36rem"
        title={t('keys.title')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        transitionProps={{ duration: 0 }}
      >
        {here !== undefined && here.length > 0 && <Keys title={t('keys.here')} list={here} />}
        <Keys title={t('keys.everywhere')} list={everywhere} />
      </Modal>
    </>
  )
}

function Keys({ title, list }: { readonly title: string; readonly list: readonly KeyWords[] }) {
  return (
    <section aria-label={title}>
      <Title order={3}>{title}</Title>
      <dl className={classes.list}>
        {list.map(({ keys, words }) => (
          <Fragment key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
