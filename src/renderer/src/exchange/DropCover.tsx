import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'

/** Over the whole window while a file is held above it. */
export function DropCover() {
  const { t } = useWords()
  return <div className={classes.over}>{t('import.dropAnywhere')}</div>
}
