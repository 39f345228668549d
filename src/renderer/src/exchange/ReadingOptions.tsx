import { NumberInput, Select } from '@mantine/core'
import type { Look } from '../../../core/exchange/exchange.requests.ts'
import { reading as readingShape } from '../../../core/exchange/exchange.requests.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'
import type { ImportAssistant, ReadingChoice } from './use-import.ts'

const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'ibm850', 'utf-16le', 'utf-16be']

/** How the file was read; a change reads it again. */
export function ReadingOptions({ look, assistant }: { readonly look: Look; readonly assistant: ImportAssistant }) {
  const { t } = useWords()
  const { reading } = look
  const again = (change: Record<string, unknown>) => {
    const choice = readingShape.safeParse({ ...assistant.reading, ...change })
    if (choice.success) void assistant.readAgain(choice.data as ReadingChoice)
  }
  return (
    <div className={classes.options}>
      {look.sheets.length > 1 && (
        <Select
          label={t('import.sheet')}
          data={[...new Set(look.sheets)]}
          value={reading.sheet ?? null}
          onChange={(sheet) => sheet !== null && again({ sheet, headerRow: undefined })}
        />
      )}
      {look.format === 'csv' && (
        <>
          <Select
            label={t('import.encoding')}
            data={encodings}
            value={reading.encoding ?? null}
            onChange={(encoding) => encoding !== null && again({ encoding })}
            w="12rem"
          />
          <Select
            label={t('import.delimiter')}
            data={[
              { value: ';', label: ';' },
              { value: ',', label: ',' },
              { value: '\t', label: t('import.tab') },
              { value: '|', label: '|' },
            ]}
            value={reading.delimiter ?? null}
            onChange={(delimiter) => delimiter !== null && again({ delimiter })}
            w="9rem"
          />
        </>
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
