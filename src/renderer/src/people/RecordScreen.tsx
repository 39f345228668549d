import { ActionIcon, Button, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { periodInWords } from '../../../core/people/day.rules.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { MergedNotice } from '../duplicates/MergedNotice.tsx'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { KeyButton } from '../ui/KeyButton.tsx'
import { useKeyWords } from '../ui/keys.ts'
import { troubleOf } from '../ui/refusals.ts'
import { go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { WhenFresh } from '../ui/WhenFresh.tsx'
import { BackToList } from './BackToList.tsx'
import { GoneRecord } from './GoneRecord.tsx'
import { useListMemory } from './list-memory.tsx'
import classes from './Record.module.css'
import { RecordForm } from './RecordForm.tsx'
import { RecordPage } from './RecordPage.tsx'
import { bornKey, statusKey } from './status-words.ts'

/** One record: read like a page, then typed over. */
export function RecordScreen({ id, editing }: { readonly id: number; readonly editing: boolean }) {
  const { t } = useWords()
  const record = useQuery({ ...ask.people.read.queryOptions({ input: { id } }), retry: false })
  // What was read before stays at hand when the record is no more: it is not shown as if it were.
  if (record.error && isGone(record.error))
    return <GoneRecord id={id} name={record.data?.displayName ?? t('screen.people')} trouble={record.error} />
  if (!record.data) {
    return (
      <ScreenFrame title={t('screen.people')} above={<BackToList />}>
        <Waiting trouble={record.error} />
      </ScreenFrame>
    )
  }
  return editing ? <Editing contact={record.data} /> : <Reading contact={record.data} />
}

function isGone(thrown: unknown): boolean {
  const trouble = troubleOf(thrown)
  return trouble.kind === 'refused' && trouble.refusal.code === 'notFound'
}

function Reading({ contact }: { readonly contact: Contact }) {
  const { t } = useWords()
  const { id, trashed, mergedInto } = contact
  const trash = useOrder(client.people.trash, {
    done: () => t(trashed ? 'people.untrashed' : 'people.trashed', { count: 1 }),
  })
  // What was merged is read only: the one that stands for it is changed, or the merge undone.
  const merged = mergedInto !== undefined
  const edit = () => {
    if (!merged) go({ screen: 'record', id, editing: true })
  }
  useHotkeys([['mod + E', edit]])
  useKeyWords(merged ? [] : [{ keys: t('record.editKeys'), words: t('record.edit') }])
  return (
    <ScreenFrame
      title={contact.displayName}
      above={
        <>
          <BackToList />
          <Neighbours id={id} />
        </>
      }
      sub={<Summary contact={contact} />}
      actions={
        !merged && (
          <>
            <Button
              variant="default"
              leftSection={<Icon name="trash" />}
              loading={trash.isPending}
              onClick={() => trash.mutate({ ids: [id], trashed: !trashed })}
            >
              {t(trashed ? 'people.takeOut' : 'people.putAway')}
            </Button>
            <KeyButton words={t('record.edit')} leftSection={<Icon name="edit" />} onDo={edit} />
          </>
        )
      }
    >
      {trashed && !merged && <Text className={classes.notice}>{t('record.trashed')}</Text>}
      {merged && <MergedNotice into={mergedInto} />}
      <RecordPage contact={contact} />
    </ScreenFrame>
  )
}

function Editing({ contact }: { readonly contact: Contact }) {
  return (
    <ScreenFrame title={contact.displayName} sub={<Summary contact={contact} />}>
      <WhenFresh of={ask.people.read.key({ input: { id: contact.id } })}>
        <RecordForm
          contact={contact}
          kind={contact.kind}
          onLeave={() => go({ screen: 'record', id: contact.id, editing: false })}
        />
      </WhenFresh>
    </ScreenFrame>
  )
}

function Summary({ contact }: { readonly contact: Contact }) {
  const words = useWords()
  const { t } = words
  const said = [
    t(statusKey(contact)),
    contact.category,
    contact.joined && periodInWords(contact.joined, '', words.language),
    contact.kind === 'person' && contact.birthName && t(bornKey(contact), { name: contact.birthName }),
    contact.kind === 'person' && lifeOf(contact),
    contact.kind === 'person' && contact.pronoun,
  ]
  return (
    <>
      {said.filter(Boolean).join(' · ')}
      {contact.originalName !== '' && <span className={classes.original}> · {contact.originalName}</span>}
    </>
  )
}

/** `1931 – 2024`, when both years are known or death alone. */
const lifeOf = ({ born, died }: { readonly born: string; readonly died: string }): string =>
  died === '' ? '' : born === '' ? `† ${died.slice(0, 4)}` : `${born.slice(0, 4)} – ${died.slice(0, 4)}`

/** The record before and after this one, in the list as it was left. */
function Neighbours({ id }: { readonly id: number }) {
  const { t } = useWords()
  const { filter, active, remember } = useListMemory()
  const around = useQuery(
    ask.people.list.queryOptions({ input: { ...filter, offset: Math.max(0, active - 1), limit: 3 } }),
  )
  const rows = around.data?.rows ?? []
  const first = Math.max(0, active - 1)
  const leap = (index: number) => {
    const row = rows[index - first]
    if (!row) return
    remember({ active: index })
    go({ screen: 'record', id: row.id, editing: false })
  }
  useHotkeys([
    ['alt + ArrowLeft', () => leap(active - 1)],
    ['alt + ArrowRight', () => leap(active + 1)],
  ])
  useKeyWords([
    { keys: t('keys.altLeft'), words: t('record.previous') },
    { keys: t('keys.altRight'), words: t('record.next') },
  ])
  const total = around.data?.total ?? 0
  // A record reached by another way than the list has no neighbours there.
  if (rows[active - first]?.id !== id) return null
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="md"
        aria-label={t('record.previous')}
        disabled={active === 0}
        onClick={() => leap(active - 1)}
      >
        <Icon name="back" size={16} />
      </ActionIcon>
      <span>{t('record.position', { position: active + 1, total })}</span>
      <ActionIcon
        variant="subtle"
        size="md"
        aria-label={t('record.next')}
        disabled={active + 1 >= total}
        onClick={() => leap(active + 1)}
      >
        <Icon name="forward" size={16} />
      </ActionIcon>
    </>
  )
}
