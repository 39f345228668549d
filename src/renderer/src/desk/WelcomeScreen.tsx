import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { DeskState } from '../../../core/desk/desk.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import classes from './Welcome.module.css'

/** No association is open: the ones known here, a new one, or the invented one to try. */
export function WelcomeScreen({ state }: { readonly state: DeskState }) {
  const words = useWords()
  const { t } = words
  const queries = useQueryClient()
  const folders = useQuery(ask.desk.folders.queryOptions({ input: {} }))
  const [name, setName] = useState('')
  const opening = useMutation({
    mutationFn: (open: () => Promise<DeskState>) => open(),
    onSuccess: async (opened) => {
      queries.setQueryData(ask.desk.state.queryKey({ input: {} }), opened)
      await queries.invalidateQueries()
    },
  })
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') opening.mutate(() => client.desk.create({ name: name.trim(), sample: false }))
  }
  const known = folders.data?.folders ?? []
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <div className={classes.lead}>
          <Title order={1}>Amicale</Title>
          <p>{t('welcome.lead')}</p>
          <p>
            <Text span c="dimmed">
              {t('welcome.local')}
            </Text>
          </p>
          <LanguageChoice />
        </div>
        <Stack gap="xl">
          {opening.isError && <Text role="alert">{troubleWords(troubleOf(opening.error), words)}</Text>}
          {known.length > 0 && (
            <section>
              <Title order={2} mb="xs">
                {t('welcome.known')}
              </Title>
              <ul className={classes.known}>
                {known.map((folder) => (
                  <li key={folder.key}>
                    <button type="button" onClick={() => opening.mutate(() => client.desk.open({ key: folder.key }))}>
                      <span className={classes.name}>{folder.name}</span>
                      <span className={classes.where} title={folder.folder}>
                        {folder.folder} · {words.since(folder.changed)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <Title order={2} mb="xs">
              {t('welcome.new')}
            </Title>
            <form onSubmit={create}>
              <Group align="flex-end" wrap="nowrap">
                <TextInput
                  label={t('welcome.name')}
                  description={t('welcome.nameHelp')}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                  maxLength={200}
                  flex={1}
                />
                <Button type="submit" disabled={name.trim() === ''} loading={opening.isPending}>
                  {t('welcome.make')}
                </Button>
              </Group>
              {folders.data !== undefined && (
                <Text size="sm" c="dimmed" mt="xs" style={{ overflowWrap: 'anywhere' }}>
                  {t('welcome.where', { home: folders.data.home })}
                </Text>
              )}
            </form>
          </section>
          <section>
            <Title order={2} mb={4}>
              {t('welcome.try')}
            </Title>
            <Text mb="sm">{t('welcome.tryHelp')}</Text>
            <Group>
              <Button
                variant="default"
                loading={opening.isPending}
                onClick={() =>
                  opening.mutate(() => client.desk.create({ name: t('welcome.sampleName'), sample: true }))
                }
              >
                {t('welcome.sample')}
              </Button>
              {state.dialogs && (
                <Button variant="subtle" onClick={() => opening.mutate(() => client.desk.choose({}))}>
                  {t('welcome.choose')}
                </Button>
              )}
            </Group>
          </section>
        </Stack>
      </div>
    </main>
  )
}
