import { ActionIcon, Button, Group, Modal, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Condition, Criteria } from '../../../core/people/lists/criteria.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useHeldFocus } from '../ui/held-focus.ts'
import { Icon } from '../ui/icons.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { aboutChoices, blankCondition } from './condition-words.ts'
import { type Bundle, bundleOf, criteriaOf, isBundle, type Line, newBundle, newLine } from './criteria-tree.ts'
import classes from './Lists.module.css'

/** Who the list is to hold: lines of criteria, joined by all or any, some of them turned round; how many meet them. */
export function CriteriaBuilder({
  filter,
  onApply,
  onClose,
}: {
  readonly filter: ContactFilter
  readonly onApply: (criteria: Criteria | undefined) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [whole, setWhole] = useState<Bundle>(() => {
    const known = bundleOf(filter.criteria)
    return known.items.length > 0 ? known : { ...known, items: [newLine(blankCondition('group'))] }
  })
  const held = useHeldFocus<HTMLDivElement>()
  const criteria = criteriaOf(whole)
  const { criteria: _, ...others } = filter
  const asked = { ...others, ...(criteria === undefined ? {} : { criteria }), limit: 1 }
  const found = useQuery({ ...ask.people.list.queryOptions({ input: asked }), placeholderData: keepPreviousData })
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={t('lists.criteria')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onApply(criteria)
        }}
      >
        <Stack>
          <div ref={held}>
            <BundleFields bundle={whole} depth={0} onChange={setWhole} />
          </div>
          <Group justify="space-between">
            <Text role="status" c={found.error ? 'orange' : 'dimmed'}>
              {found.data ? t('people.count', { count: found.data.total }) : ' '}
            </Text>
            <Group>
              <Button variant="subtle" onClick={() => onApply(undefined)}>
                {t('lists.noCriteria')}
              </Button>
              <Button type="submit">{t('lists.apply')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function BundleFields({
  bundle,
  depth,
  onChange,
  onRemove,
}: {
  readonly bundle: Bundle
  readonly depth: number
  readonly onChange: (bundle: Bundle) => void
  readonly onRemove?: () => void
}) {
  const { t } = useWords()
  const replace = (key: number, by: Line | Bundle | undefined) =>
    onChange({
      ...bundle,
      items: bundle.items.flatMap((item) => (item.key === key ? (by === undefined ? [] : [by]) : [item])),
    })
  const lines = useRef<HTMLFieldSetElement>(null)
  const add = (item: Line | Bundle) => {
    onChange({ ...bundle, items: [...bundle.items, item] })
    // One goes on in what was added.
    requestAnimationFrame(() => {
      const all = [...(lines.current?.querySelectorAll<HTMLElement>(`.${classes.line}`) ?? [])]
      all.at(-1)?.querySelector<HTMLElement>('input')?.focus()
    })
  }
  return (
    <fieldset ref={lines} className={classes.bundle}>
      <legend className={classes.legend}>
        <Group gap="sm">
          <SegmentedControl
            size="sm"
            aria-label={t('lists.join')}
            data={[
              { value: 'all', label: t('lists.all') },
              { value: 'any', label: t('lists.any') },
            ]}
            value={bundle.join}
            onChange={(join) => onChange({ ...bundle, join: join === 'any' ? 'any' : 'all' })}
          />
          {onRemove && (
            <>
              <Switch
                label={t('lists.not')}
                checked={bundle.not}
                onChange={(event) => onChange({ ...bundle, not: event.currentTarget.checked })}
              />
              <Button variant="subtle" size="compact-sm" onClick={onRemove}>
                {t('lists.removeBundle')}
              </Button>
            </>
          )}
        </Group>
      </legend>
      <Stack gap="xs">
        {bundle.items.map((item) =>
          isBundle(item) ? (
            <BundleFields
              key={item.key}
              bundle={item}
              depth={depth + 1}
              onChange={(next) => replace(item.key, next)}
              onRemove={() => replace(item.key, undefined)}
            />
          ) : (
            <LineFields
              key={item.key}
              line={item}
              onChange={(next) => replace(item.key, next)}
              onRemove={() => replace(item.key, undefined)}
            />
          ),
        )}
        <Group>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => add(newLine(blankCondition('city')))}
          >
            {t('lists.addCriterion')}
          </Button>
          {depth === 0 && (
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => add(newBundle('any', [newLine(blankCondition('city'))]))}
            >
              {t('lists.addBundle')}
            </Button>
          )}
        </Group>
      </Stack>
    </fieldset>
  )
}

function LineFields({
  line,
  onChange,
  onRemove,
}: {
  readonly line: Line
  readonly onChange: (line: Line) => void
  readonly onRemove: () => void
}) {
  const words = useWords()
  const { t } = words
  const about = (condition: Condition) => onChange({ ...line, condition })
  const presence = line.condition.field === 'has'
  return (
    <div className={classes.line}>
      <Select
        aria-label={t('lists.about')}
        data={aboutChoices(words)}
        value={presence && line.not ? 'empty' : line.condition.field}
        onChange={(field) => {
          if (field === null) return
          // Filled in or empty: the choice itself says which way round.
          const condition = blankCondition(field === 'empty' ? 'has' : (field as Condition['field']))
          onChange({ ...line, not: field === 'empty' || (line.not && !presence && field !== 'has'), condition })
        }}
        searchable
        allowDeselect={false}
      />
      <div className={classes.condition}>
        <ConditionFields condition={line.condition} onChange={about} />
      </div>
      {presence ? (
        <span />
      ) : (
        <Switch
          label={t('lists.not')}
          checked={line.not}
          onChange={(event) => onChange({ ...line, not: event.currentTarget.checked })}
        />
      )}
      <ActionIcon variant="subtle" aria-label={t('lists.removeCriterion')} onClick={onRemove}>
        <Icon name="close" size={16} />
      </ActionIcon>
    </div>
  )
}
