import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { EditionSection } from '../../../core/directory/editions/editions.requests.ts'
import { arrangements, statisticsCharts } from '../../../core/directory/editions/sections.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'

type Options = EditionSection['options']
type Change = (options: Options) => void

/** A section's own words and settings, saved as one order. */
export function SectionForm({
  section,
  name,
  onClose,
}: {
  readonly section: EditionSection
  readonly name: string
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const { id, kind } = section
  const [title, setTitle] = useState(section.title)
  const [body, setBody] = useState(section.body)
  const [options, setOptions] = useState<Options>(section.options)
  const [refused, setRefused] = useState('')
  const titled = !['cover', 'notice', 'contents', 'colophon'].includes(kind)
  const save = useOrder(() => client.editions.changeSection({ id, title, body, options }), {
    done: () => {
      onClose()
      return undefined
    },
    refused: (thrown) => {
      setRefused(troubleWords(troubleOf(thrown), words))
      return true
    },
  })
  const remove = useOrder(() => client.editions.removeSection({ id }), {
    done: () => {
      onClose()
      return undefined
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size={kind === 'text' || kind === 'notice' ? '44rem' : '30rem'}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate(undefined)
        }}
      >
        <Stack>
          {titled && (
            <TextInput
              label={t('section.title')}
              description={t('section.usual')}
              value={title}
              maxLength={120}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
          {(kind === 'text' || kind === 'notice') && (
            <Textarea
              label={t('section.body')}
              description={t(kind === 'text' ? 'section.bodyHelp' : 'section.noticeHelp')}
              value={body}
              maxLength={60_000}
              autosize
              minRows={10}
              maxRows={22}
              onChange={(event) => setBody(event.currentTarget.value)}
            />
          )}
          <OptionFields section={{ ...section, options } as EditionSection} change={setOptions} />
          {refused !== '' && <div role="alert">{refused}</div>}
          <Group justify="space-between">
            <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
              {t('section.remove')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('section.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What a section of a kind may be told. */
function OptionFields({ section, change }: { readonly section: EditionSection; readonly change: Change }): ReactNode {
  const { t } = useWords()
  switch (section.kind) {
    case 'cover':
      return (
        <Checkbox
          label={t('section.count')}
          checked={section.options.count}
          onChange={(event) => change({ count: event.currentTarget.checked })}
        />
      )
    case 'contents':
      return (
        <Checkbox
          label={t('section.letters')}
          checked={section.options.letters}
          onChange={(event) => change({ letters: event.currentTarget.checked })}
        />
      )
    case 'text':
      return (
        <TextInput
          label={t('section.signature')}
          value={section.options.signature}
          maxLength={200}
          onChange={(event) => change({ signature: event.currentTarget.value })}
        />
      )
    case 'bodies':
      return <BodiesField bodies={section.options.bodies} change={(bodies) => change({ bodies: [...bodies] })} />
    case 'holders': {
      const { options } = section
      return (
        <>
          <TextInput
            label={t('section.functions')}
            description={t('section.functionsHelp')}
            value={options.functions}
            maxLength={200}
            onChange={(event) => change({ ...options, functions: event.currentTarget.value })}
          />
          <BodiesField bodies={options.bodies} change={(bodies) => change({ ...options, bodies: [...bodies] })} />
        </>
      )
    }
    case 'index':
      return (
        <Select
          label={t('section.by')}
          data={arrangements.map((by) => ({ value: by, label: t(`section.by.${by}`) }))}
          value={section.options.by}
          allowDeselect={false}
          onChange={(by) => change({ by: arrangements.find((one) => one === by) ?? 'country' })}
        />
      )
    case 'memorial':
    case 'newcomers':
      return (
        <DayInput
          label={t(`section.${section.kind}Since`)}
          description={t(`section.${section.kind}Help`)}
          value={section.options.since}
          onChange={(since) => change({ since })}
        />
      )
    case 'statistics':
      return (
        <MultiSelect
          label={t('section.charts')}
          data={statisticsCharts.map((chart) => ({ value: chart, label: t(`section.chart.${chart}`) }))}
          value={[...section.options.charts]}
          onChange={(charts) => change({ charts: statisticsCharts.filter((one) => charts.includes(one)) })}
        />
      )
    case 'notes':
      return (
        <NumberInput
          label={t('section.pages')}
          value={section.options.pages}
          min={1}
          max={24}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(pages) => change({ pages: Number(pages) || 1 })}
        />
      )
    case 'colophon': {
      const { options } = section
      return (
        <>
          {(['director', 'printer', 'deposit', 'issn'] as const).map((key) => (
            <TextInput
              key={key}
              label={t(`section.${key}`)}
              value={options[key]}
              maxLength={key === 'issn' ? 20 : key === 'deposit' ? 80 : 120}
              onChange={(event) => change({ ...options, [key]: event.currentTarget.value })}
            />
          ))}
          <Checkbox
            label={t('section.numbered')}
            checked={options.numbered}
            onChange={(event) => change({ ...options, numbered: event.currentTarget.checked })}
          />
        </>
      )
    }
    case 'notice':
    case 'members':
      return null
  }
}

function BodiesField({
  bodies,
  change,
}: {
  readonly bodies: readonly string[]
  readonly change: (bodies: readonly string[]) => void
}) {
  const { t } = useWords()
  const groups = useQuery(ask.groups.tree.queryOptions({ input: {} })).data?.groups ?? []
  const known = groups.filter(({ kind }) => kind === 'body' || kind === 'committee').map(({ name }) => name)
  return (
    <MultiSelect
      label={t('section.bodies')}
      description={t('section.bodiesHelp')}
      data={[...new Set([...known, ...bodies])]}
      value={[...bodies]}
      searchable
      onChange={change}
    />
  )
}
