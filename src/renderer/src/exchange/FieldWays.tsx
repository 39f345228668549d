import { Button, SegmentedControl, Table, Text, Title } from '@mantine/core'
import {
  type FieldChanges,
  type FileChoices,
  type Foreseen,
  type ImportWay,
  importWays,
} from '../../../core/exchange/exchange.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { useShownPhone } from '../people/use-shown-phone.ts'
import classes from './Import.module.css'
import { useFieldWords } from './target-words.ts'

const wayKeys = { update: 'import.wayUpdate', fill: 'import.wayFill', skip: 'import.waySkip' } as const
const offered = ['update', 'fill', 'skip'] as const satisfies readonly ImportWay[]

type Weigh = (way: ImportWay, fields: FileChoices['fields']) => void

/** What the list would change in the records that exist, field by field, and what is to be done with each. */
export function FieldWays({
  foreseen,
  weigh,
  see,
}: {
  readonly foreseen: Foreseen
  readonly weigh: Weigh
  /** Shows the lines that change a field. */
  readonly see: (field: string) => void
}) {
  const { t } = useWords()
  const nameOf = useFieldWords()
  const { fields, way } = foreseen
  const own = fields.filter((one) => one.way !== way).map(({ field, way: chosen }) => ({ field, way: chosen }))
  const choose = (field: string, chosen: ImportWay) =>
    weigh(way, [...own.filter((one) => one.field !== field), ...(chosen === way ? [] : [{ field, way: chosen }])])
  return (
    <section className={classes.existing} aria-labelledby="import-existing">
      <div className={classes.existingHead}>
        <div>
          <Title order={2} fz="lg" id="import-existing">
            {t('import.existing')}
          </Title>
          <Text c="dimmed">
            {t('import.existingHelp')} {t('import.wayHelp')}
          </Text>
        </div>
        <Ways label={t('import.wayOfFile')} value={way} onChange={(chosen) => weigh(chosen, [])} />
      </div>
      <Table className={classes.fields} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="14rem">{t('import.field')}</Table.Th>
            <Table.Th>{t('import.change')}</Table.Th>
            <Table.Th w="22rem">{t('import.target')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.field} className={field.way === 'skip' ? classes.leftField : undefined}>
              <Table.Td fw={600}>{nameOf(field.field)}</Table.Td>
              <Table.Td>
                <Changes field={field} see={see} name={nameOf(field.field)} />
              </Table.Td>
              <Table.Td>
                <Ways
                  label={t('import.wayOf', { field: nameOf(field.field) })}
                  value={field.way}
                  onChange={(chosen) => choose(field.field, chosen)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Changes({
  field: { field, replaced, filled, samples },
  see,
  name,
}: {
  readonly field: FieldChanges
  readonly see: (field: string) => void
  readonly name: string
}) {
  const { t } = useWords()
  const shown = useShownPhone()
  const [sample] = samples
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        aria-label={`${t('import.fieldChanges', { count: replaced + filled })} – ${t('import.seeField', { field: name })}`}
        onClick={() => see(field)}
      >
        {t('import.fieldChanges', { count: replaced + filled })}
      </Button>
      {sample !== undefined && (
        <div className={classes.sample}>
          {t('record.field', { field: sample.name })}{' '}
          {sample.old !== '' && <span className={classes.old}>{shown(sample.old)}</span>} {shown(sample.new)}
        </div>
      )}
    </>
  )
}

function Ways({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: ImportWay
  readonly onChange: (way: ImportWay) => void
}) {
  const { t } = useWords()
  return (
    <SegmentedControl
      size="sm"
      aria-label={label}
      value={value}
      onChange={(chosen) => {
        const way = importWays.find((one) => one === chosen)
        if (way !== undefined) onChange(way)
      }}
      data={offered.map((way) => ({ value: way, label: t(wayKeys[way]) }))}
    />
  )
}
