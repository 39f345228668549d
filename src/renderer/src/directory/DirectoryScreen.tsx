import { Button, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../client.ts'
import { PublicationChoice } from '../consents/PublicationChoice.tsx'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { saveFile } from '../ui/fetch-paper.ts'
import { troubleWords } from '../ui/refusals.ts'
import { go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Directory.module.css'
import type { DirectoryOptions } from './directory-memory.tsx'
import { PagesView } from './PagesView.tsx'
import { ProofPanel } from './ProofPanel.tsx'
import { useDirectory } from './use-directory.ts'
import { useDirectoryWish, wishForDirectory } from './wish.ts'

/** The printed directory: what it would hold, its real pages, and what a proof says of them. */
export function DirectoryScreen() {
  const words = useWords()
  const { t } = words
  const summary = useQuery(ask.directory.summary.queryOptions({ input: {} }))
  const association = useQuery(ask.association.read.queryOptions({ input: {} }))
  const acts = useQuery(ask.history.list.queryOptions({ input: { limit: 1 } })).data?.acts
  const { made, trouble, running, cancel, make } = useDirectory()
  const [edition, setEdition] = useState<string>()
  const [language, setLanguage] = useState<'fr' | 'en'>()
  const [imposition, setImposition] = useState<'pages' | 'booklet'>('pages')
  const wish = useDirectoryWish()
  const ready = summary.data !== undefined && association.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once, with the choices of that moment
  useEffect(() => {
    if (wish === undefined || summary.data === undefined || association.data === undefined) return
    wishForDirectory(undefined)
    setImposition(wish)
    if (summary.data.printed === 0) return
    void make({
      edition: edition ?? summary.data.edition,
      language: language ?? association.data.language,
      imposition: wish,
    })
  }, [wish, ready])

  if (!summary.data || !association.data) {
    return (
      <ScreenFrame title={t('screen.directory')}>
        <Waiting trouble={summary.error ?? association.error} />
      </ScreenFrame>
    )
  }
  const { printed, left } = summary.data
  if (printed === 0) {
    return (
      <ScreenFrame title={t('screen.directory')}>
        {summary.data.choice === 'nothing' ? (
          <PublicationChoice medium="paper" label="consent.printedFields" help />
        ) : (
          <FirstStep title={t('directory.empty')} text={t('directory.emptyHelp')}>
            <Button onClick={() => go({ screen: 'import' })}>{t('people.importFirst')}</Button>
          </FirstStep>
        )}
      </ScreenFrame>
    )
  }
  const options: DirectoryOptions = {
    edition: edition ?? summary.data.edition,
    language: language ?? association.data.language,
    imposition,
  }
  const missing = trouble?.kind === 'refused' && trouble.refusal.code === 'glyphMissing'
  const other =
    made !== undefined &&
    (['edition', 'language', 'imposition'] as const).some((choice) => made.choices[choice] !== options[choice])
  const stale = made !== undefined && acts?.[0] !== undefined && acts[0].id !== made.madeAt
  return (
    <ScreenFrame
      title={t('screen.directory')}
      sub={`${t('directory.lead', { count: printed })} · ${t('directory.leftCount', { count: left })}`}
      fixed
      actions={
        made &&
        !running && (
          <Button
            disabled={other}
            onClick={() => {
              saveFile(made.name, made.file)
              notifications.show({ message: t('directory.saved', { name: made.name }) })
            }}
          >
            {t('directory.save')}
          </Button>
        )
      }
    >
      <div className={classes.body}>
        <div className={classes.side}>
          <TextInput
            label={t('directory.edition')}
            description={t('directory.editionHelp')}
            value={edition ?? summary.data.edition}
            maxLength={40}
            onChange={(event) => setEdition(event.currentTarget.value)}
          />
          <Select
            label={t('directory.language')}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            value={options.language ?? null}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
          />
          <PublicationChoice medium="paper" label="consent.printedFields" help />
          <Radio.Group
            label={t('directory.form')}
            value={imposition}
            onChange={(value) => setImposition(value === 'booklet' ? 'booklet' : 'pages')}
          >
            <Stack gap="xs" mt={4}>
              <Radio value="pages" label={t('directory.pages')} />
              <Radio value="booklet" label={t('directory.booklet')} />
            </Stack>
          </Radio.Group>
          <Button
            variant={made && !other ? 'default' : 'filled'}
            disabled={running !== undefined}
            onClick={() => void make(options)}
          >
            {t(made ? 'directory.makeAgain' : 'directory.make')}
          </Button>
          {other && (
            <Text role="status" c="dimmed">
              {t('directory.otherChoices')}
            </Text>
          )}
          {stale && (
            <Text c="dimmed">
              {t(acts?.[0]?.name === 'consents.setDefaults' ? 'directory.staleChoice' : 'directory.stale')}
            </Text>
          )}
          {made && <ProofPanel proof={made.proof} />}
        </div>
        {trouble ? (
          <div className={classes.start} role="alert">
            <div className={classes.notice}>
              <Text mb="sm">{troubleWords(trouble, words)}</Text>
              {missing && (
                <Button onClick={() => void make({ ...options, evenIfMissing: true })}>
                  {t('directory.evenIfMissing')}
                </Button>
              )}
            </div>
          </div>
        ) : running ? (
          <div className={classes.start}>
            <WorkProgress running={running} cancel={cancel} />
          </div>
        ) : made ? (
          <PagesView key={made.name + made.madeAt} made={made} />
        ) : (
          <div className={classes.start}>
            <FirstStep title={t('directory.ready')} text={t('directory.readyHelp')} />
          </div>
        )}
      </div>
    </ScreenFrame>
  )
}
