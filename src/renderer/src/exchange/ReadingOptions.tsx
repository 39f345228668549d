import { NumberInput, Select } from '@mantine/core'
import type { Look } from '../../../core/exchange/exchange.requests.ts'
import { delimiters, encodings, reading as readingShape } from '../../../core/exchange/exchange.requests.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'
import type { ImportAssistant, ReadingChoice } from './use-import.ts'

/** How the file was read; a change reads it again. */
export function ReadingOptions({ look, assistant }: { readonly look: Look; readonly assistant: ImportAssistant }) {
  const { t } = useWords()
  const { reading } = look
  const hidden = new Set(look.hiddenSheets)
  const again = (change: Record<string, unknown>) => {
    const choice = readingShape.safeParse({ ...assistant.reading, ...change })
    if (choice.success) void assistant.readAgain(choice.data as ReadingChoice)
  }
  return (
    <div className={classes.options}>
      {look.sheets.length > 1 && (
        <Select
          label={t('import.sheet')}
          data={[
            ...new Set(look.sheets.filter((sheet) => !hidden.has(sheet))),
            ...(hidden.size === 0 ? [] : [{ group: t('import.hiddenSheets'), items: [...hidden] }]),
          ]}
          allowDeselect={false}
          value={reading.sheet ?? null}
          onChange={(sheet) => sheet !== null && again({ sheet, headerRow: undefined })}
        />
      )}
      {look.format === 'csv' && (
        <>
          <Select
            label={t('import.encoding')}
            data={encodings.map((value) => ({ value, label: t(`import.encodings.${value}`) }))}
            searchable
            value={reading.encoding ?? null}
            onChange={(encoding) => encoding !== null && again({ encoding })}
            w="17rem"
          />
          <Select
            label={t('import.delimiter')}
            data={delimiters.map((value) => ({ value, label: value === '\t' ? t('import.tab') : value }))}
            value={reading.delimiter ?? null}
            onChange={(delimiter) => delimiter !== null && again({ delimiter })}
            w="9rem"
          />
        </>
      )}
      {reading.days !== undefined && (
        <Select
          label={t('import.days')}
          data={[
            { value: 'dayFirst', label: t('import.dayFirst') },
            { value: 'monthFirst', label: t('import.monthFirst') },
          ]}
          value={reading.days}
          onChange={(days) => days !== null && again({ days })}
          w="13rem"
        />
      )}
      <NumberInput
        label={t('import.headerRow')}
        value={reading.headerRow}
        min={1}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
        w="9rem"
        onValueChange={({ floatValue }, { source }) => {
          if (source === 'event' && floatValue !== undefined && floatValue !== reading.headerRow)
            again({ headerRow: floatValue })
        }}
        onChange={(value) => {
          if (typeof value === 'number' && value !== reading.headerRow) again({ headerRow: value })
        }}
      />
    </div>
  )
}
