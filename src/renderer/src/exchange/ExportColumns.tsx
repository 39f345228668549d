import { Button, Checkbox } from '@mantine/core'
import type { ExportColumn } from '../../../core/exchange/export.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { exportedAs } from '../lists/exported.ts'
import { useListMemory } from '../people/list-memory.tsx'
import { ColumnOrder } from './ColumnOrder.tsx'
import { withColumn } from './column-order.ts'
import classes from './Export.module.css'
import { ExportModels } from './ExportModels.tsx'
import { columnKeys } from './target-words.ts'

type Props = {
  readonly offered: readonly ExportColumn[]
  readonly columns: readonly ExportColumn[]
  readonly onChange: (columns: readonly ExportColumn[]) => void
  readonly model: number | undefined
  readonly onModel: (model: number | undefined) => void
}

/** Which columns a table going out has, and in which order; both can be kept as a model. */
export function ExportColumns({ offered, columns, onChange, model, onModel }: Props) {
  const { t } = useWords()
  const { columns: shown } = useListMemory()
  const toggle = (column: ExportColumn, on: boolean) =>
    onChange(on ? withColumn(columns, offered, column) : columns.filter((one) => one !== column))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('export.columns')}</legend>
      <div className={classes.tools}>
        <ExportModels columns={columns} chosen={model} setChosen={onModel} onChoose={onChange} />
        <Button variant="default" size="compact-md" onClick={() => onChange(offered)}>
          {t('export.allColumns')}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onChange(offered.filter((column) => exportedAs(shown).has(column)))}
        >
          {t('lists.listColumns')}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => onChange([])}>
          {t('export.noColumns')}
        </Button>
      </div>
      <div className={classes.both}>
        <div className={classes.columns}>
          {offered.map((column) => (
            <Checkbox
              key={column}
              label={t(columnKeys[column])}
              checked={columns.includes(column)}
              onChange={(event) => toggle(column, event.currentTarget.checked)}
            />
          ))}
        </div>
        {columns.length > 1 && <ColumnOrder columns={columns} onChange={onChange} />}
      </div>
    </fieldset>
  )
}
