import { Button, Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { addressKinds } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import { Icon } from '../ui/icons.tsx'
import { CountryInput } from './CountryInput.tsx'
import { DayInput, DayOfYearInput } from './DayInput.tsx'
import { AddLine } from './FormLines.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'
import { emptyAddress, type RecordKind, thisDay } from './record-values.ts'
import { addressKindKey } from './status-words.ts'

/** Postal addresses in their parts; or, when the parts do not suit, the lines as they must be printed. */
export function AddressFields({ kind, form }: { readonly kind: RecordKind; readonly form: RecordFormOf }) {
  const home = useHome()
  return (
    <div>
      {form.values.addresses.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
        <OneAddress key={index} kind={kind} form={form} index={index} />
      ))}
      <AddLine form={form} list="addresses" empty={emptyAddress(home)} words="form.addAddress" />
    </div>
  )
}

/** What few addresses have: shown when filled, or when asked for. */
const rare = ['complement', 'locality', 'region', 'since', 'until', 'seasonFrom', 'seasonUntil', 'override'] as const

function OneAddress({
  kind,
  form,
  index,
}: {
  readonly kind: RecordKind
  readonly form: RecordFormOf
  readonly index: number
}) {
  const { t } = useWords()
  const address = form.values.addresses[index]
  const troubled = Object.keys(form.errors).some((path) => path.startsWith(`addresses.${index}.`))
  const filled = address !== undefined && rare.some((name) => address[name] !== '')
  const [opened, { open }] = useDisclosure(filled)
  if (address === undefined) return null
  const field = (name: keyof typeof address) => form.getInputProps(`addresses.${index}.${name}`)
  return (
    <div className={classes.address}>
      {address.household !== null && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('form.householdAddress')}
        </Text>
      )}
      <div className={classes.grid}>
        <TextInput className={classes.s6} label={t('field.street')} {...field('street')} />
        <Select
          className={classes.s3}
          label={t('field.kind')}
          data={addressKinds.map((value) => ({ value, label: t(addressKindKey(value, kind)) }))}
          {...field('kind')}
        />
        <TextInput
          className={classes.s3}
          label={t('field.label')}
          placeholder={t('form.labelHelp')}
          {...field('label')}
        />
        <TextInput className={classes.s3} label={t('field.postcode')} {...field('postcode')} />
        <TextInput className={classes.s5} label={t('field.city')} {...field('city')} />
        <CountryInput className={classes.s4} label={t('field.country')} {...field('country')} />
        {(opened || filled || troubled) && (
          <>
            <TextInput className={classes.s4} label={t('field.complement')} {...field('complement')} />
            <TextInput className={classes.s4} label={t('field.locality')} {...field('locality')} />
            <TextInput className={classes.s4} label={t('field.region')} {...field('region')} />
            <DayInput className={classes.s3} label={t('field.from')} {...field('since')} />
            <DayInput className={classes.s3} label={t('field.until')} {...field('until')} />
            <DayOfYearInput className={classes.s3} label={t('field.seasonFrom')} {...field('seasonFrom')} />
            <DayOfYearInput className={classes.s3} label={t('field.seasonUntil')} {...field('seasonUntil')} />
            <Textarea
              className={classes.s12}
              label={t('field.override')}
              description={t('form.overrideHelp')}
              autosize
              minRows={1}
              maxRows={7}
              {...field('override')}
            />
          </>
        )}
        <Checkbox
          className={classes.s6}
          label={t('form.returned')}
          checked={address.returned !== ''}
          onChange={(event) =>
            form.setFieldValue(`addresses.${index}.returned`, event.currentTarget.checked ? thisDay() : '')
          }
        />
        {address.returned !== '' && (
          <DayInput className={classes.s3} aria-label={t('field.returned')} {...field('returned')} />
        )}
      </div>
      {!(opened || filled || troubled) && (
        <Button variant="subtle" size="compact-md" mt="xs" mr="sm" onClick={open}>
          {t('form.moreAddress')}
        </Button>
      )}
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
}
