import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { emailLooksRight } from '../../../core/people/email.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { AddLine, RemoveLine } from './FormLines.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'
import { LanguagesInput } from './SupportFields.tsx'
import { useShownPhone } from './use-shown-phone.ts'

/** E-mails and phones, as many as there are. */
export function ReachFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  const shown = useShownPhone()
  const [kept] = useState(() => new Set(form.values.phones.map(({ number }) => number)))
  /** A number that nobody touched is kept as it is, and shown as one reads it. */
  const phoneField = (index: number) => {
    const field = form.getInputProps(`phones.${index}.number`)
    const number = form.values.phones[index]?.number ?? ''
    return kept.has(number) ? { ...field, value: shown(number) } : field
  }
  return (
    <div className={classes.below}>
      <div>
        {form.values.emails.map(({ address }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
          <div className={classes.line} key={index}>
            <TextInput
              flex={3}
              type="email"
              label={t('field.email')}
              autoComplete="off"
              description={address.trim() === '' || emailLooksRight(address) ? undefined : t('form.checkEmail')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps(`emails.${index}.address`)}
            />
            <TextInput
              flex={1}
              label={t('field.label')}
              placeholder={t('form.labelHelp')}
              {...form.getInputProps(`emails.${index}.label`)}
            />
            <RemoveLine form={form} list="emails" index={index} />
          </div>
        ))}
        {form.values.phones.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
          <div className={classes.line} key={index}>
            <TextInput flex={3} type="tel" label={t('field.phone')} autoComplete="off" {...phoneField(index)} />
            <TextInput
              flex={1}
              label={t('field.label')}
              placeholder={t('form.labelHelp')}
              {...form.getInputProps(`phones.${index}.label`)}
            />
            <RemoveLine form={form} list="phones" index={index} />
          </div>
        ))}
        <AddLine form={form} list="emails" empty={{ label: '', address: '' }} words="form.addEmail" />
        <AddLine form={form} list="phones" empty={{ label: '', number: '' }} words="form.addPhone" />
      </div>
      <LanguagesInput
        label={t('field.languages')}
        value={form.values.languages}
        onChange={(codes) => form.setFieldValue('languages', codes)}
      />
    </div>
  )
}
