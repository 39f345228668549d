import { TextInput } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from './DayInput.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'

/** Birth and death; a day of death makes the situation `deceased`. */
export function LifeFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  return (
    <div className={classes.grid}>
      <DayInput className={classes.s3} label={t('field.born')} {...form.getInputProps('born')} />
      <TextInput className={classes.s5} label={t('field.birthPlace')} {...form.getInputProps('birthPlace')} />
      <DayInput
        className={classes.s4}
        label={t('field.died')}
        description={t('form.diedHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('died')}
      />
    </div>
  )
}
