import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  ordinaryFields,
  type PublicationMedium,
  type PublishedField,
  safeFields,
} from '../../../core/people/consents/consents.rules.ts'
import { ask, client } from '../client.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { choiceKeys } from './consent-words.ts'

const fieldsOf: Readonly<Record<string, readonly PublishedField[]>> = {
  nothing: [],
  safe: safeFields,
  allUnlessOpposed: ordinaryFields,
}

/** What is published, on one medium, of those who said nothing: a choice the secretary makes, and can undo. */
export function PublicationChoice({
  medium,
  label,
  help = false,
}: {
  readonly medium: PublicationMedium
  readonly label: PlainKey
  readonly help?: boolean
}) {
  const { t } = useWords()
  const choice = useQuery(ask.consents.defaults.queryOptions({ input: {} })).data?.choices[medium]
  const save = useOrder(client.consents.setDefaults, { done: () => t('consent.chosen') })
  const shown = ['nothing', 'safe', 'allUnlessOpposed', ...(choice === 'own' ? ['own'] : [])] as const
  return (
    <Select
      label={t(label)}
      {...(help ? { description: t('consent.defaultsHelp') } : {})}
      allowDeselect={false}
      data={shown.map((value) => ({ value, label: t(choiceKeys[value as keyof typeof choiceKeys]) }))}
      value={choice ?? null}
      onChange={(value) => {
        const fields = fieldsOf[value ?? '']
        if (fields !== undefined) save.mutate({ media: [medium], fields: [...fields] })
      }}
    />
  )
}
