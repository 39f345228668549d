import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type DirectoryImposition, directoryImpositions } from '../../../core/directory/directory.rules.ts'
import type { Edition, EditionPrint } from '../../../core/directory/editions/editions.requests.ts'
import type { Progress } from '../../../core/kit/request.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useDone, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Directory.module.css'

const others = directoryImpositions.filter((form) => form !== 'pages')

type Asked = { readonly forms: readonly DirectoryImposition[]; readonly evenIfMissing: boolean }

/** Printing for good: what it means, in which forms besides the pages to read, then the work. */
export function PrintEdition({
  edition: { id, name },
  form,
  onClose,
}: {
  readonly edition: Edition
  /** The form chosen on the screen. */
  readonly form: DirectoryImposition
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const done = useDone()
  const [forms, setForms] = useState<readonly DirectoryImposition[]>(form === 'pages' ? [] : [form])
  const [trouble, setTrouble] = useState<{ readonly said: string; readonly missing: boolean }>()
  const work = useWork((asked: Asked, options: { readonly signal: AbortSignal }) =>
    client.editions.print({ id, forms: [...asked.forms], evenIfMissing: asked.evenIfMissing }, options),
  )
  const print = async (evenIfMissing: boolean) => {
    setTrouble(undefined)
    try {
      await work.run({ forms, evenIfMissing })
      onClose()
      done(t('edition.printed', { name }), (await client.history.list({ limit: 1 })).acts[0]?.id)
    } catch (thrown) {
      const seen = troubleOf(thrown)
      if (seen.kind === 'cancelled') return
      const missing = seen.kind === 'refused' && seen.refusal.code === 'glyphMissing'
      setTrouble({ said: troubleWords(seen, words), missing })
    }
  }
  return (
    <Modal
      opened
      // While it prints, only its own button stops it.
      onClose={() => work.running === undefined && onClose()}
      title={t('edition.print')}
      size="34rem"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (work.running === undefined) void print(false)
        }}
      >
        <Stack>
          <Text>{t('edition.printLead')}</Text>
          <Checkbox checked disabled label={t('edition.printPages')} onChange={() => {}} />
          {others.map((one) => (
            <Checkbox
              key={one}
              label={t(`directory.${one}`)}
              checked={forms.includes(one)}
              onChange={(event) =>
                setForms(event.currentTarget.checked ? [...forms, one] : forms.filter((form) => form !== one))
              }
            />
          ))}
          {trouble !== undefined && (
            <div role="alert">
              <Text mb="xs">{trouble.said}</Text>
              {trouble.missing && (
                <Button variant="default" onClick={() => void print(true)}>
                  {t('directory.evenIfMissing')}
                </Button>
              )}
            </div>
          )}
          {work.running ? (
            <WorkProgress running={work.running} cancel={work.cancel} />
          ) : (
            <Group justify="flex-end">
              <Button type="submit">{t('edition.print')}</Button>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  )
}

async function saved(print: number, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, void, void> {
    const paper = await client.editions.printed({ print }, { signal })
    saveFile(paper.name, yield* fetchPaper(paper, signal))
  }
  return steps()
}

/** The files of a printed edition, each as it was printed. */
export function PrintedFiles({ prints }: { readonly prints: readonly EditionPrint[] }) {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const work = useWork(saved)
  const [first] = prints
  if (first === undefined) return null
  return (
    <section aria-label={t('edition.files')}>
      <Text mb="xs">{t('edition.printedOn', { day: dayInWords(first.printedOn, language), count: first.people })}</Text>
      <List listStyleType="none" className={classes.files}>
        {prints.map(({ id, form, pages, sha256 }) => (
          <List.Item key={id} title={`SHA-256 ${sha256}`}>
            <Button
              variant="default"
              fullWidth
              loading={work.running !== undefined}
              aria-label={t('edition.saveFile', { form: t(`directory.${form}`) })}
              onClick={() => void work.run(id).catch(note)}
            >
              {t(`directory.${form}`)}
            </Button>
            <Text size="sm" c="dimmed">
              {t('directory.made', { count: pages })}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('edition.frozen')}
      </Text>
    </section>
  )
}
