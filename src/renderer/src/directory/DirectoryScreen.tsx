import { Button, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { directoryImpositions, directoryStandards } from '../../../core/directory/directory.rules.ts'
import { completeLook, lookFault } from '../../../core/directory/look.rules.ts'
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
import { type DirectoryChoices, useDirectoryMemory } from './directory-memory.tsx'
import { EditionChoice } from './EditionChoice.tsx'
import { EditionPanel } from './EditionPanel.tsx'
import { LookFields } from './LookFields.tsx'
import { PagesView } from './PagesView.tsx'
import { ProofPanel } from './ProofPanel.tsx'
import { useDirectory } from './use-directory.ts'
import { useDirectoryWish, wishForDirectory } from './wish.ts'

const formHelp = {
  booklet: 'directory.bookletHelp',
  signatures16: 'directory.signaturesHelp',
  signatures32: 'directory.signaturesHelp',
  press: 'directory.pressHelp',
} as const

/** The choices with what is usual for those not made. */
const completed = (choices: DirectoryChoices, edition: string, language: 'fr' | 'en') => ({
  imposition: choices.imposition ?? 'pages',
  // What is kept for another form of the file is not asked of this one.
  standard: (choices.imposition ?? 'pages') === 'pages' ? (choices.standard ?? 'ordinary') : 'ordinary',
  ...(choices.of === undefined
    ? { edition: choices.edition ?? edition, language: choices.language ?? language, look: choices.look ?? {} }
    : { of: choices.of }),
})

const staleWords = (act: string) =>
  act === 'consents.setDefaults'
    ? 'directory.staleChoice'
    : act.startsWith('editions.')
      ? 'edition.stale'
      : 'directory.stale'

/** The printed directory: what it would hold, its real pages, and what a proof says of them. */
export function DirectoryScreen() {
  const words = useWords()
  const { t } = words
  const summary = useQuery(ask.directory.summary.queryOptions({ input: {} }))
  const association = useQuery(ask.association.read.queryOptions({ input: {} }))
  const acts = useQuery(ask.history.list.queryOptions({ input: { limit: 1 } })).data?.acts
  const { made, trouble, running, cancel, make } = useDirectory()
  const {
    choices: [choices, choose],
  } = useDirectoryMemory()
  const wish = useDirectoryWish()
  const editions = useQuery(ask.editions.list.queryOptions({ input: {} })).data?.editions
  // The latest edition, until one chooses another or none; one that was removed meanwhile is no choice any more.
  const wanted = 'of' in choices ? choices.of : editions?.[0]?.id
  const of = editions?.some(({ id }) => id === wanted) ? wanted : undefined
  const edition = useQuery({
    ...ask.editions.read.queryOptions({ input: { id: of ?? 0 } }),
    enabled: of !== undefined,
  })
  const ready = summary.data !== undefined && association.data !== undefined && editions !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once, with the choices of that moment
  useEffect(() => {
    if (wish === undefined || !ready) return
    wishForDirectory(undefined)
    const wished = { ...choices, imposition: wish }
    choose(wished)
    if (summary.data.printed === 0) return
    void make(completed({ ...wished, of }, summary.data.edition, association.data.language))
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
  const options = completed({ ...choices, of }, summary.data.edition, association.data.language)
  const { imposition } = options
  const look = choices.look ?? {}
  // What was printed is not typeset again: its files are kept.
  const frozen = of !== undefined && (edition.data?.prints.length ?? 0) > 0
  const missing = trouble?.kind === 'refused' && trouble.refusal.code === 'glyphMissing'
  const other = made !== undefined && JSON.stringify(made.choices) !== JSON.stringify(options)
  const stale = made !== undefined && acts?.[0] !== undefined && acts[0].id !== made.madeAt
  return (
    <ScreenFrame
      title={t('screen.directory')}
      sub={`${t('directory.lead', { count: printed })} · ${t('directory.leftCount', { count: left })}`}
      fixed
      actions={
        <>
          <Button
            variant={made && !other ? 'default' : 'filled'}
            disabled={running !== undefined || frozen || lookFault(completeLook(edition.data?.look ?? look)) !== null}
            onClick={() => void make(options)}
          >
            {t(made ? 'directory.makeAgain' : 'directory.make')}
          </Button>
          {made && !running && (
            <Button
              disabled={other}
              onClick={() => {
                saveFile(made.name, made.file)
                notifications.show({ message: t('directory.saved', { name: made.name }) })
              }}
            >
              {t('directory.save')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.body}>
        <div className={classes.side}>
          <EditionChoice of={of} year={summary.data.edition} choose={(of) => choose({ ...choices, of })} />
          {of === undefined ? (
            <>
              <TextInput
                label={t('directory.edition')}
                description={t('directory.editionHelp')}
                value={choices.edition ?? summary.data.edition}
                maxLength={40}
                onChange={(event) => choose({ ...choices, edition: event.currentTarget.value })}
              />
              <Select
                label={t('directory.language')}
                data={[
                  { value: 'fr', label: 'Français' },
                  { value: 'en', label: 'English' },
                ]}
                value={choices.language ?? association.data.language}
                allowDeselect={false}
                onChange={(value) => choose({ ...choices, language: value === 'en' ? 'en' : 'fr' })}
              />
              <LookFields look={look} change={(changed) => choose({ ...choices, look: changed })} />
            </>
          ) : (
            edition.data && (
              <EditionPanel
                key={edition.data.id}
                edition={edition.data}
                form={imposition}
                choose={(of) => choose({ ...choices, of })}
              />
            )
          )}
          {!frozen && (
            <>
              <PublicationChoice medium="paper" label="consent.printedFields" help />
              <Radio.Group
                label={t('directory.form')}
                value={imposition}
                onChange={(value) =>
                  choose({ ...choices, imposition: directoryImpositions.find((one) => one === value) ?? 'pages' })
                }
              >
                <Stack gap="xs" mt={4}>
                  {directoryImpositions.map((form) => (
                    <Radio
                      key={form}
                      value={form}
                      label={t(`directory.${form}`)}
                      description={form === 'pages' ? undefined : t(formHelp[form])}
                    />
                  ))}
                </Stack>
              </Radio.Group>
              {imposition === 'pages' && (
                <Select
                  label={t('directory.standard')}
                  data={directoryStandards.map((standard) => ({ value: standard, label: t(`directory.${standard}`) }))}
                  value={options.standard}
                  allowDeselect={false}
                  onChange={(value) =>
                    choose({ ...choices, standard: directoryStandards.find((one) => one === value) ?? 'ordinary' })
                  }
                />
              )}
            </>
          )}
          {other && (
            <Text role="status" c="dimmed">
              {t('directory.otherChoices')}
            </Text>
          )}
          {stale && <Text c="dimmed">{t(staleWords(acts?.[0]?.name ?? ''))}</Text>}
          {made?.sheets !== undefined && !other && <Text c="dimmed">{t('directory.duplex')}</Text>}
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
