import { Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ErasurePlan } from '../../../core/people/consents/consents.requests.ts'
import { erasedKinds, type NameFate, nameFates } from '../../../core/people/consents/erasure.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { forgetDraft } from '../people/record-draft.ts'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Consents.module.css'

const fateKeys = { kept: 'erase.nameKept', erased: 'erase.nameErased' } as const satisfies Record<NameFate, string>

/** What goes and what stays, then the one act that is not undone. */
export function EraseDialog({
  contacts,
  onDone,
  onClose,
}: {
  readonly contacts: readonly number[]
  readonly onDone?: (name: NameFate) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const [name, setName] = useState<NameFate>('kept')
  const [sure, setSure] = useState(false)
  const asked = useQuery({
    ...ask.consents.erasure.queryOptions({ input: { contacts: [...contacts], name } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const plan = asked.isPlaceholderData || asked.isError ? undefined : asked.data
  const erase = useOrder((asOf: number) => client.consents.erase({ contacts: [...contacts], name, asOf }), {
    done: ({ erased }) => {
      for (const id of contacts) forgetDraft(String(id))
      onClose()
      onDone?.(name)
      return t('erase.done', { count: erased })
    },
    forGood: true,
  })
  const one = contacts.length === 1 ? asked.data?.names[0] : undefined
  return (
    <Modal
      opened
      onClose={onClose}
      size="38rem"
      title={one === undefined ? t('erase.titleMany', { count: contacts.length }) : t('erase.title', { name: one })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        aria-busy={plan === undefined && !asked.isError}
        onSubmit={(event) => {
          event.preventDefault()
          if (sure && plan !== undefined && !erase.isPending) erase.mutate(plan.asOf)
        }}
      >
        <Stack>
          <Radio.Group
            label={t('erase.name')}
            value={name}
            onChange={(value) => {
              setName(value as NameFate)
              setSure(false)
            }}
          >
            <Stack gap="xs" mt="xs">
              {nameFates.map((fate) => (
                <Radio key={fate} value={fate} label={t(fateKeys[fate])} />
              ))}
            </Stack>
          </Radio.Group>
          {asked.isError ? (
            <Text role="alert">{troubleWords(troubleOf(asked.error), words)}</Text>
          ) : plan === undefined ? (
            <Waiting trouble={null} />
          ) : (
            <Plan plan={plan} name={name} />
          )}
          <Text>
            <strong>{t('erase.forGood')}</strong> {t('erase.beyond')}
          </Text>
          <Checkbox
            checked={sure}
            disabled={plan === undefined}
            label={t('erase.sure')}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('erase.leave')}
            </Button>
            <Button type="submit" color="red" disabled={!sure || plan === undefined} loading={erase.isPending}>
              {t('erase.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Plan({ plan, name }: { readonly plan: ErasurePlan; readonly name: NameFate }) {
  const { t } = useWords()
  const { goes, stays, booksUntil, acts } = plan
  const gone = erasedKinds
    .filter((kind) => goes[kind] > 0)
    .map((kind) => t(kind === 'others' ? 'erase.others' : `consent.erase.${kind}`, { count: goes[kind] }))
  const belonging = stays.belonging + stays.answers
  const kept =
    name === 'erased'
      ? []
      : [t('erase.staysName'), ...(belonging > 0 ? [t('erase.staysBelonging', { count: belonging })] : [])]
  const books = stays.payments + stays.receipts
  return (
    <dl className={classes.plan}>
      <dt>{t('erase.goes')}</dt>
      <dd>
        {[
          ...gone,
          ...(name === 'erased' ? [t('erase.wholeRecord', { count: plan.people })] : []),
          t('erase.journal', { count: acts }),
        ].join(', ')}
      </dd>
      {kept.length > 0 && (
        <>
          <dt>{t('erase.stays')}</dt>
          <dd>
            {kept.join(', ')}
            {books > 0 && (
              <span className={classes.law}>{t('erase.staysBooks', { count: books, year: String(booksUntil) })}</span>
            )}
          </dd>
        </>
      )}
    </dl>
  )
}
