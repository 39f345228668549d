import { Button, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { useRef } from 'react'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'

/** The first step: a file dropped, or chosen. Whatever it is goes to the office, which says what it cannot read. */
export function ChooseFile({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const { t } = useWords()
  const openDialog = useRef<() => void>(null)
  return (
    <Dropzone
      className={classes.drop}
      openRef={openDialog}
      onDrop={([file]) => file && onChoose(file)}
      multiple={false}
      preventDropOnDocument={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      inputProps={{ 'aria-label': t('import.choose') }}
    >
      <div className={classes.dropText}>
        <span className={classes.dropTitle}>{t('import.drop')}</span>
        <Text c="dimmed" maw="30rem">
          {t('import.dropHelp')}
        </Text>
        <Button mt="md" size="md" onClick={() => openDialog.current?.()}>
          {t('import.choose')}
        </Button>
      </div>
    </Dropzone>
  )
}
