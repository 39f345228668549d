import { ActionIcon, Select, Switch, Text, UnstyledButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Edition, EditionSection } from '../../../core/directory/editions/editions.requests.ts'
import { onlyOnce, type SectionKind, sectionKinds } from '../../../core/directory/editions/sections.rules.ts'
import { ask, client } from '../client.ts'
import { useWords, type Words } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Directory.module.css'
import { SectionForm } from './SectionForm.tsx'

/** What a section is called on the screen: its own title, else what it is. */
export function sectionName(section: EditionSection, { t }: Pick<Words, 't'>): string {
  if (section.title !== '') return section.title
  if (section.kind === 'index') return t('section.indexBy', { by: t(`section.by.${section.options.by}`) })
  return t(`section.kind.${section.kind}`)
}

/** The sections of an edition in their order: printed or not, moved, opened, added. */
export function SectionsList({ edition: { id: edition, sections } }: { readonly edition: Edition }) {
  const words = useWords()
  const { t } = words
  const queries = useQueryClient()
  const { queryKey } = ask.editions.read.queryOptions({ input: { id: edition } })
  /** Shown before the office answers; a refusal asks it again. */
  const atOnce = (arranged: readonly EditionSection[]) =>
    queries.setQueryData(queryKey, (known: Edition | undefined) => known && { ...known, sections: arranged })
  const refused = () => {
    void queries.invalidateQueries({ queryKey })
    return false
  }
  const [open, setOpen] = useState<number>()
  const show = useOrder((section: { id: number; shown: boolean }) => client.editions.changeSection(section), {
    done: () => undefined,
    refused,
  })
  const order = useOrder((ids: readonly number[]) => client.editions.orderSections({ edition, ids: [...ids] }), {
    done: () => undefined,
    refused,
  })
  const add = useOrder((kind: SectionKind) => client.editions.addSection({ edition, kind }), {
    done: ({ section }) => {
      setOpen(section)
      return undefined
    },
  })
  const move = (at: number, by: -1 | 1) => {
    const arranged = [...sections]
    const [moved] = arranged.splice(at, 1)
    if (moved === undefined) return
    arranged.splice(at + by, 0, moved)
    atOnce(arranged)
    order.mutate(arranged.map(({ id }) => id))
  }
  const free = sectionKinds.filter(
    (kind) => !(onlyOnce.includes(kind) && sections.some((section) => section.kind === kind)),
  )
  const opened = sections.find(({ id }) => id === open)
  return (
    <section aria-labelledby="edition-sections">
      <Text id="edition-sections" fw={500} size="sm" mb={4}>
        {t('edition.sections')}
      </Text>
      <ol className={classes.sections}>
        {sections.map((section, at) => {
          const name = sectionName(section, words)
          return (
            <li key={section.id} data-off={!section.shown || undefined}>
              <Switch
                size="sm"
                checked={section.shown}
                aria-label={t('section.shown', { name })}
                onChange={({ currentTarget: { checked: shown } }) => {
                  atOnce(sections.map((one) => (one.id === section.id ? { ...one, shown } : one)))
                  show.mutate({ id: section.id, shown })
                }}
              />
              <UnstyledButton
                className={classes.sectionName}
                aria-label={t('section.open', { name })}
                onClick={() => setOpen(section.id)}
              >
                {name}
              </UnstyledButton>
              <ActionIcon
                variant="subtle"
                disabled={at === 0}
                aria-label={t('section.up', { name })}
                onClick={() => move(at, -1)}
              >
                <Icon name="up" size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                className={classes.turned}
                disabled={at === sections.length - 1}
                aria-label={t('section.down', { name })}
                onClick={() => move(at, 1)}
              >
                <Icon name="up" size={16} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      <Select
        aria-label={t('section.add')}
        placeholder={t('section.add')}
        data={free.map((kind) => ({ value: kind, label: t(`section.kind.${kind}`) }))}
        value={null}
        onChange={(kind) => {
          if (kind !== null) add.mutate(kind)
        }}
      />
      {opened !== undefined && (
        <SectionForm
          key={opened.id}
          section={opened}
          name={sectionName(opened, words)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
