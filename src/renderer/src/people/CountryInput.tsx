import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { countryCodes } from '../../../core/kit/country-codes.ts'
import { countryName, countryTyped } from '../../../core/people/country.rules.ts'
import { useWords } from '../i18n/words.tsx'

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

type Bound = Omit<AutocompleteProps, 'data' | 'value' | 'onChange'> & {
  readonly value?: string | undefined
  readonly onChange?: ((country: string) => void) | undefined
}

/**
 * A country typed by its name, kept by its code. What is there is replaced by what is typed; what names no country stays
 * as typed, said beside the field, and is refused rather than taken for the country that was there.
 */
export function CountryInput({ value = '', onChange, onBlur, onFocus, error, ...rest }: Bound) {
  const { t, language } = useWords()
  const countries = useCountries()
  const [typing, setTyping] = useState<string>()
  const entered = useRef(false)
  const known = value === '' || countryCodes.includes(value)
  const shown = known && value !== '' ? countryName(value, language) : value
  return (
    <Autocomplete
      autoComplete="off"
      selectFirstOptionOnChange
      {...rest}
      data={countries.map(({ label }) => label)}
      value={typing ?? shown}
      error={error ?? (known || typing !== undefined ? undefined : t('form.unknownCountry'))}
      onFocus={(event) => {
        setTyping(shown)
        entered.current = true
        onFocus?.(event)
      }}
      onClick={(event) => {
        // The click that brings the focus puts a mark inside the word; what is typed takes the place of all of it.
        if (entered.current) event.currentTarget.select()
        entered.current = false
      }}
      onChange={(text) => {
        setTyping(text)
        entered.current = false
        onChange?.(countryTyped(text))
      }}
      onBlur={(event) => {
        setTyping(undefined)
        onBlur?.(event)
      }}
    />
  )
}
