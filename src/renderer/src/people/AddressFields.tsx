import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { countryCodes } from '../../../core/kit/country-codes.ts'
import { countryName } from '../../../core/people/country.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import { Icon } from '../ui/icons.tsx'
import { AddLine } from './FormLines.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'
import { emptyAddress } from './record-values.ts'

/** Countries in the order of the language, by their codes. */
export function useCountries(): readonly { readonly value: string; readonly label: string }[] {
  const { language, locale } = useWords()
  return useMemo(() => {
    const order = new Intl.Collator(locale)
    return countryCodes
      .map((value) => ({ value, label: countryName(value, language) }))
      .sort((one, other) => order.compare(one.label, other.label))
  }, [language, locale])
}

/** Postal addresses in their parts; or, when the parts do not suit, the lines as they must be printed. */
export function AddressFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  const home = useHome()
  const countries = useCountries()
  return (
    <fieldset className={classes.group}>
      <legend>{t('field.address')}</legend>
      <div>
        {form.values.addresses.map((address, index) => {
          const field = (name: string) => form.getInputProps(`addresses.${index}.${name}`)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
            <div className={classes.address} key={index}>
              <div className={classes.grid}>
                <TextInput className={classes.s6} label={t('field.street')} {...field('street')} />
                <TextInput className={classes.s6} label={t('field.complement')} {...field('complement')} />
                <TextInput className={classes.s3} label={t('field.postcode')} {...field('postcode')} />
                <TextInput className={classes.s5} label={t('field.city')} {...field('city')} />
                <Select
                  className={classes.s4}
                  label={t('field.country')}
                  data={countries}
                  searchable
                  clearable
                  {...field('country')}
                  value={address.country || null}
                  onChange={(country) => form.setFieldValue(`addresses.${index}.country`, country ?? '')}
                />
                <TextInput className={classes.s4} label={t('field.locality')} {...field('locality')} />
                <TextInput className={classes.s4} label={t('field.region')} {...field('region')} />
                <TextInput
                  className={classes.s4}
                  label={t('field.label')}
                  placeholder={t('form.labelHelp')}
                  {...field('label')}
                />
                <Textarea
                  className={classes.s12}
                  label={t('field.override')}
                  description={t('form.overrideHelp')}
                  autosize
                  minRows={1}
                  maxRows={7}
                  {...field('override')}
                />
              </div>
              <Button
                variant="subtle"
                size="compact-md"
                mt="xs"
                leftSection={<Icon name="close" size={16} />}
                onClick={() => form.removeListItem('addresses', index)}
              >
                {t('form.removeAddress')}
              </Button>
            </div>
          )
        })}
        <AddLine words="form.addAddress" onClick={() => form.insertListItem('addresses', emptyAddress(home))} />
      </div>
    </fieldset>
  )
}
