import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { DirectoryImposition } from '../../../core/directory/directory.rules.ts'
import type { Edition } from '../../../core/directory/editions/editions.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { NameEdition } from './EditionChoice.tsx'
import { LookFields } from './LookFields.tsx'
import { PrintEdition, PrintedFiles } from './PrintEdition.tsx'
import { SectionsList } from './SectionsList.tsx'
import { TemplateForm } from './TemplateForm.tsx'

type Facts = Partial<Pick<Edition, 'name' | 'title' | 'subtitle' | 'cutoff' | 'language' | 'look' | 'template'>>

/** An edition as it is arranged: each change is an order, saved when one leaves its field. */
export function EditionPanel({
  edition,
  form,
  choose,
}: {
  readonly edition: Edition
  /** The form chosen for the file. */
  readonly form: DirectoryImposition
  readonly choose: (of: number | undefined) => void
}) {
  const { t } = useWords()
  const { id, name, language, look, template, prints } = edition
  const [open, setOpen] = useState<'copy' | 'entries' | 'print'>()
  const close = () => setOpen(undefined)
  const change = useOrder((facts: Facts) => client.editions.change({ id, ...facts }), { done: () => undefined })
  const remove = useOrder(() => client.editions.remove({ id }), {
    done: () => {
      choose(undefined)
      return t('edition.removed', { name })
    },
  })
  const text = (key: 'name' | 'title' | 'subtitle' | 'cutoff') => ({
    value: edition[key],
    save: (value: string) => change.mutateAsync({ [key]: value }),
  })
  const frozen = prints.length > 0
  return (
    <>
      {frozen ? (
        <PrintedFiles prints={prints} />
      ) : (
        <>
          <Kept label={t('edition.name')} description={t('edition.nameHelp')} longest={40} needed {...text('name')} />
          <Kept label={t('edition.title')} longest={120} {...text('title')} />
          <Kept label={t('edition.subtitle')} longest={200} {...text('subtitle')} />
          <KeptDay label={t('edition.cutoff')} description={t('edition.cutoffHelp')} {...text('cutoff')} />
          <Select
            label={t('directory.language')}
            data={[
              { value: '', label: t('edition.ownLanguage') },
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
            allowDeselect={false}
            onChange={(value) => change.mutate({ language: value === 'fr' || value === 'en' ? value : '' })}
          />
          <SectionsList edition={edition} />
          <Button variant="default" onClick={() => setOpen('entries')}>
            {t('edition.entriesOpen')}
          </Button>
          <LookFields look={look} change={(changed) => change.mutate({ look: changed as Edition['look'] })} />
        </>
      )}
      <Stack gap="xs">
        {!frozen && (
          <Button variant="default" onClick={() => setOpen('print')}>
            {t('edition.print')}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen('copy')}>
          {t('edition.copy')}
        </Button>
        {!frozen && (
          <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t('edition.remove')}
          </Button>
        )}
      </Stack>
      {open === 'copy' && (
        <NameEdition
          title={t('edition.copy')}
          proposed={nextYear(name)}
          send={(named) => client.editions.duplicate({ id, name: named })}
          onMade={choose}
          onClose={close}
        />
      )}
      {open === 'entries' && (
        <TemplateForm template={template} save={(chosen) => change.mutateAsync({ template: chosen })} onClose={close} />
      )}
      {open === 'print' && <PrintEdition edition={edition} form={form} onClose={close} />}
    </>
  )
}

/** `2026` → `2027`; what holds no year is left to be named. */
function nextYear(name: string): string {
  return /\d{4}/.test(name) ? name.replace(/\d{4}/, (year) => String(Number(year) + 1)) : ''
}

type KeptField = {
  readonly label: string
  readonly value: string
  readonly save: (value: string) => Promise<unknown>
}

/** What is typed is shown until the office has it; what it refuses goes. */
function useTyped(value: string) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string }>()
  return {
    typed: typed?.over === value ? typed.text : undefined,
    type: (text: string | undefined) => setTyped(text === undefined ? undefined : { text, over: value }),
  }
}

/** A text saved when one leaves it or presses Enter. */
function Kept({
  label,
  description,
  value,
  longest,
  needed = false,
  save,
}: KeptField & { readonly description?: string; readonly longest: number; readonly needed?: boolean }) {
  const { typed, type } = useTyped(value)
  const sent = useRef<string>(undefined)
  const leave = () => {
    const next = typed?.trim()
    if (next === undefined || next === value || (needed && next === '')) type(undefined)
    // Enter and then leaving the field are one change.
    else if (next !== sent.current) {
      sent.current = next
      save(next)
        .catch(() => type(undefined))
        .finally(() => {
          sent.current = undefined
        })
    }
  }
  return (
    <TextInput
      label={label}
      description={description}
      value={typed ?? value}
      maxLength={longest}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}

function KeptDay({ label, description, value, save }: KeptField & { readonly description: string }) {
  const { typed, type } = useTyped(value)
  return (
    <DayInput
      label={label}
      description={description}
      value={typed ?? value}
      onChange={type}
      onBlur={() => {
        if (typed === undefined || typed === value) type(undefined)
        else save(typed).catch(() => type(undefined))
      }}
    />
  )
}
