import {
  Button,
  ColorInput,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
  useMantineColorScheme,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { countryCodes } from '../../../core/kit/country-codes.ts'
import type { Association } from '../../../core/register/register.requests.ts'
import { ask, client } from '../client.ts'
import { FieldsSettings } from '../fields/FieldsSettings.tsx'
import { useWords } from '../i18n/words.tsx'
import { CountryInput } from '../people/CountryInput.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { usePreferences } from '../ui/preferences.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Settings.module.css'

/** What is the association's, kept in its folder; and what is this window's, kept on this computer. */
export function SettingsScreen() {
  const { t } = useWords()
  const association = useQuery(ask.association.read.queryOptions({ input: {} }))
  return (
    <ScreenFrame title={t('screen.settings')}>
      <div className={classes.parts}>
        {association.data ? (
          <AssociationForm key={JSON.stringify(association.data)} association={association.data} />
        ) : (
          <Waiting trouble={association.error} />
        )}
        <WindowChoices />
        <FieldsSettings />
      </div>
    </ScreenFrame>
  )
}

const accents = ['#1d5c63', '#1f4e79', '#3d4f7c', '#5b3a6b', '#7a2e3a', '#8a4b1f', '#5d6321', '#2f5d3a']

function AssociationForm({ association }: { readonly association: Association }) {
  const { t } = useWords()
  const form = useForm<Association>({
    initialValues: association,
    validate: {
      name: (name) => (name.trim() === '' ? t('form.needName') : null),
      country: (country) => (countryCodes.includes(country) ? null : t('form.unknownCountry')),
      accent: (accent) => (/^#[0-9a-f]{6}$/.test(accent) ? null : t('form.badEntry')),
    },
  })
  const save = useOrder(client.association.update, { done: () => t('settings.saved') })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate({ ...values }))}>
      <Stack gap="md">
        <Title order={2}>{t('settings.association')}</Title>
        <TextInput label={t('welcome.name')} maxLength={200} {...form.getInputProps('name')} />
        <Select
          label={t('settings.papersLanguage')}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          {...form.getInputProps('language')}
        />
        <CountryInput
          label={t('settings.country')}
          description={t('settings.countryHelp')}
          {...form.getInputProps('country')}
        />
        <ColorInput
          label={t('settings.accent')}
          description={t('settings.accentHelp')}
          format="hex"
          swatches={accents}
          withEyeDropper={false}
          {...form.getInputProps('accent')}
          onChange={(accent) => form.setFieldValue('accent', accent.toLowerCase())}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function WindowChoices() {
  const { t } = useWords()
  const { density, prefer } = usePreferences()
  // Stopping transitions for a moment writes a style sheet as HTML, which the content policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const queries = useQueryClient()
  const note = useTroubleNote()
  const state = useQuery(ask.desk.state.queryOptions({ input: {} })).data
  const leave = async () => {
    try {
      const closed = await client.desk.close({})
      const stateKey = ask.desk.state.queryKey({ input: {} })
      queries.setQueryData(stateKey, closed)
      window.location.hash = ''
      // What the closed association answered must not be shown under another.
      queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(stateKey) })
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <Stack gap="md">
      <Title order={2}>{t('settings.window')}</Title>
      <Choice label={t('settings.language')}>
        <LanguageChoice />
      </Choice>
      <Choice label={t('settings.density')}>
        <SegmentedControl
          aria-label={t('settings.density')}
          value={density}
          onChange={(value) => prefer({ density: value === 'compact' ? 'compact' : 'comfortable' })}
          data={[
            { value: 'comfortable', label: t('settings.comfortable') },
            { value: 'compact', label: t('settings.compact') },
          ]}
        />
      </Choice>
      <Choice label={t('settings.scheme')}>
        <SegmentedControl
          aria-label={t('settings.scheme')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
          data={[
            { value: 'auto', label: t('settings.auto') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
        />
      </Choice>
      <Title order={2} mt="lg">
        {t('settings.folder')}
      </Title>
      <Text className={classes.path}>{state?.open?.folder}</Text>
      <Group>
        <Button variant="default" onClick={() => void leave()}>
          {t('settings.leave')}
        </Button>
      </Group>
      {state && <Text c="dimmed">{t('settings.version', { version: state.version })}</Text>}
    </Stack>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <Text mb={4}>{label}</Text>
      {children}
    </div>
  )
}
