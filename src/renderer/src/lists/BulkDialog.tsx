import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type BulkChange, settableStatuses } from '../../../core/people/lists/bulk.requests.ts'
import type { BulkLine, BulkPreview } from '../../../core/people/lists/lists.requests.ts'
import { type ContactFilter, type GroupKind, groupKinds } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CountryInput } from '../people/CountryInput.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { groupKindKeys, statusKeys } from '../people/status-words.ts'
import { useDone, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import {
  asksDay,
  asksName,
  asksText,
  type BulkAction,
  bulkActionKeys,
  bulkActions,
  changeOf,
  type Entered,
  empties,
  isEntered,
  saidWords,
} from './bulk-actions.ts'
import classes from './Lists.module.css'

type PreviewAsked = { readonly filter: ContactFilter; readonly change: BulkChange }
const previewing = ({ filter, change }: PreviewAsked, options: { readonly signal: AbortSignal }) =>
  client.lists.bulkPreview({ filter, change }, options)
const changing = (
  asked: { readonly preview: string; readonly evenIfSweeping: boolean },
  options: { readonly signal: AbortSignal },
) => client.lists.bulk(asked, options)

/** One change to everybody ticked: entered, shown with what stands there and what will, then made, cancelled or undone whole. */
export function BulkDialog({
  filter,
  count,
  first,
  onDone,
  onClose,
}: {
  readonly filter: ContactFilter
  readonly count: number
  /** What is offered first; the trash asks nothing more. */
  readonly first: BulkAction | 'trash'
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const note = useTroubleNote()
  const done = useDone()
  const [action, setAction] = useState(first)
  const [entered, setEntered] = useState<Entered>({ value: '', name: '', kind: 'house', languages: [], empty: false })
  const [shown, setShown] = useState<BulkPreview>()
  const [sure, setSure] = useState(false)
  const preview = useWork(previewing)
  const bulk = useWork(changing)

  const change: BulkChange = action === 'trash' ? { do: 'trash', trashed: !filter.trashed } : changeOf(action, entered)
  const ready = action === 'trash' || isEntered(action, entered)
  const look = async () => {
    try {
      setShown(await preview.run({ filter, change }))
    } catch (thrown) {
      note(thrown)
    }
  }
  const make = async () => {
    if (shown === undefined) return
    try {
      const { act, changed } = await bulk.run({ preview: shown.preview, evenIfSweeping: sure })
      onDone()
      done(t('lists.changed', { count: changed }), act)
    } catch (thrown) {
      setShown(undefined)
      note(thrown)
    }
  }
  const enter = (changes: Partial<Entered>) => {
    setEntered({ ...entered, ...changes })
    setShown(undefined)
    setSure(false)
  }
  const running = preview.running ?? bulk.running
  return (
    <Modal
      opened
      onClose={onClose}
      size="46rem"
      title={t('lists.bulkTitle', { count })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!ready || running) return
          if (shown === undefined) void look()
          else if (!shown.sweeping || sure) void make()
        }}
      >
        <Stack>
          {action !== 'trash' && (
            <>
              <Select
                label={t('lists.bulkWhat')}
                data={bulkActions.map((value) => ({ value, label: t(bulkActionKeys[value]) }))}
                value={action}
                onChange={(next) => {
                  setAction((next ?? action) as BulkAction)
                  enter({ value: '', name: '', empty: false })
                }}
                searchable
                allowDeselect={false}
              />
              <Fields action={action} entered={entered} enter={enter} />
              {empties(action) && (
                <Checkbox
                  label={t('lists.emptyField')}
                  checked={entered.empty}
                  onChange={(event) => enter({ empty: event.currentTarget.checked })}
                />
              )}
            </>
          )}
          {running ? (
            <WorkProgress running={running} cancel={bulk.running ? bulk.cancel : preview.cancel} />
          ) : (
            shown !== undefined && (
              <>
                <Outcome shown={shown} action={action} emptied={empties(action) && entered.empty} />
                {shown.sweeping && (
                  <Checkbox
                    label={t('lists.sweeping')}
                    checked={sure}
                    onChange={(event) => setSure(event.currentTarget.checked)}
                  />
                )}
              </>
            )
          )}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose} disabled={bulk.running !== undefined}>
              {t('action.close')}
            </Button>
            {shown === undefined ? (
              <Button type="submit" disabled={!ready || running !== undefined}>
                {t('lists.look')}
              </Button>
            ) : (
              <Button
                type="submit"
                disabled={shown.changed === 0 || (shown.sweeping && !sure) || running !== undefined}
              >
                {t('lists.do', { count: shown.changed })}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Fields({
  action,
  entered,
  enter,
}: {
  readonly action: BulkAction
  readonly entered: Entered
  readonly enter: (changes: Partial<Entered>) => void
}) {
  const { t, locale } = useWords()
  const choices = useQuery(ask.people.choices.queryOptions({ input: {} })).data
  const known =
    action === 'addTag' || action === 'removeTag'
      ? (choices?.tags ?? []).map(({ name }) => name)
      : action === 'setCustom'
        ? (choices?.extras ?? [])
        : (choices?.groups ?? []).filter(({ kind }) => kind === entered.kind).map(({ name }) => name)
  const nameLabel =
    action === 'setCustom'
      ? t('field.extra')
      : action === 'join' || action === 'leave'
        ? t('lists.groupName')
        : t('lists.tag')
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const emptied = entered.empty && empties(action)
  return (
    <Group align="end" grow>
      {(action === 'join' || action === 'leave') && (
        <Select
          label={t('lists.groupKind')}
          data={groupKinds.map((value) => ({ value, label: t(groupKindKeys[value]) }))}
          value={entered.kind}
          onChange={(kind) => enter({ kind: (kind ?? 'house') as GroupKind })}
          allowDeselect={false}
        />
      )}
      {asksName(action) && (
        <Autocomplete
          label={nameLabel}
          data={[...new Set(known)]}
          value={entered.name}
          maxLength={80}
          onChange={(name) => enter({ name })}
        />
      )}
      {action === 'setStatus' && (
        <Select
          label={t('field.value')}
          disabled={emptied}
          data={settableStatuses.options.map((value) => ({ value, label: t(statusKeys[value]) }))}
          value={entered.value || null}
          onChange={(value) => enter({ value: value ?? '' })}
        />
      )}
      {action === 'setLanguages' && (
        <MultiSelect
          label={t('field.languages')}
          disabled={emptied}
          data={['fr', 'en', 'de', 'es', 'it', 'pt', 'nl'].map((value) => ({ value, label: names.of(value) ?? value }))}
          value={[...entered.languages]}
          onChange={(languages) => enter({ languages })}
        />
      )}
      {action === 'country' ? (
        <CountryInput
          label={t('field.country')}
          disabled={emptied}
          value={entered.value}
          onChange={(value) => enter({ value })}
        />
      ) : action === 'category' ? (
        <Autocomplete
          label={t('field.value')}
          disabled={emptied}
          data={(choices?.categories ?? []).map(({ name }) => name)}
          value={entered.value}
          maxLength={80}
          onChange={(value) => enter({ value })}
        />
      ) : action === 'addNote' || action === 'notes' ? (
        <Textarea
          label={t('field.value')}
          disabled={emptied}
          value={entered.value}
          maxLength={1000}
          onChange={(event) => enter({ value: event.currentTarget.value })}
        />
      ) : (
        asksText(action) && (
          <Autocomplete
            label={t('field.value')}
            disabled={emptied}
            data={[]}
            value={entered.value}
            maxLength={200}
            onChange={(value) => enter({ value })}
          />
        )
      )}
      {asksDay(action) && (
        <DayInput
          disabled={emptied}
          label={t(action === 'join' ? 'field.from' : action === 'leave' ? 'field.until' : 'lists.day')}
          value={entered.value}
          onChange={(value) => enter({ value })}
        />
      )}
    </Group>
  )
}

function Outcome({
  shown,
  action,
  emptied,
}: {
  readonly shown: BulkPreview
  readonly action: BulkAction | 'trash'
  readonly emptied: boolean
}) {
  const { t } = useWords()
  return (
    <Stack gap="xs">
      <Text role="status" fw={600}>
        {t(emptied ? 'lists.willEmpty' : 'lists.willChange', { count: shown.changed })}
      </Text>
      {shown.unchanged > 0 && <Text c="dimmed">{t('lists.willStay', { count: shown.unchanged })}</Text>}
      {shown.lines.length > 0 && <Lines lines={shown.lines} action={action} label={t('lists.preview')} />}
      {shown.refused > 0 && (
        <>
          <Text>{t('lists.cannot', { count: shown.refused })}</Text>
          <Lines lines={shown.refusedLines} action={action} label={t('lists.cannotList')} />
        </>
      )}
    </Stack>
  )
}

function Lines({
  lines,
  action,
  label,
}: {
  readonly lines: readonly BulkLine[]
  readonly action: BulkAction | 'trash'
  readonly label: string
}) {
  const words = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.lines} aria-label={label} tabIndex={0}>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Th scope="row">{line.displayName}</Table.Th>
              <Table.Td className={classes.old}>{saidWords(action, line.old, words)}</Table.Td>
              <Table.Td>{saidWords(action, line.new, words)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
