import { Button, Collapse, ColorInput, NumberInput, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import {
  completeLook,
  type LookChoices,
  lookBounds,
  lookFault,
  lookStyles,
  paperNames,
} from '../../../core/directory/look.rules.ts'
import { refusalWords } from '../../../core/kit/refusal-words.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Directory.module.css'

const swatches = ['#7a1f2b', '#1c4f72', '#1f3d5c', '#2f5d3a', '#5b3a75', '#8a4b12', '#333333']

/** How the pages look: what is left alone is the style’s own. Says at once what cannot be set. */
export function LookFields({
  look,
  change,
}: {
  readonly look: LookChoices
  readonly change: (look: LookChoices) => void
}) {
  const words = useWords()
  const { t } = words
  const [finer, setFiner] = useState(false)
  const whole = completeLook(look)
  const fault = lookFault(whole)
  const { columns: _, ...anyColumns } = look
  const usualColumns = completeLook(anyColumns).columns
  /** A choice taken, or left to the style where it is undefined. */
  const set = <Key extends keyof LookChoices>(key: Key, value: LookChoices[Key] | undefined) => {
    const { [key]: _, ...others } = look
    change(value === undefined ? others : { ...others, [key]: value })
  }
  const measure = (name: MeasureName, value: number, step: number, take: (value: number) => void) => (
    <Measure key={name} {...{ name, value, step, take }} />
  )
  const own = (key: 'width' | 'height' | 'size' | 'leading', step: number) =>
    measure(key, whole[key], step, (value) => set(key, value))
  return (
    <>
      <Select
        label={t('look.style')}
        data={lookStyles.map((style) => ({ value: style, label: t(`look.${style}`) }))}
        value={whole.style}
        allowDeselect={false}
        onChange={(style) => {
          // Type, leading and columns of one style seldom suit another.
          const { size: _, leading: __, columns: ___, ...others } = look
          change({ ...others, style: lookStyles.find((one) => one === style) ?? 'classic' })
        }}
      />
      <Select
        label={t('look.paper')}
        data={paperNames.map((paper) => ({ value: paper, label: t(`look.${paper}`) }))}
        value={whole.paper}
        allowDeselect={false}
        onChange={(value) => {
          const { width: _, height: __, columns: ___, margins: ____, ...others } = look
          const paper = paperNames.find((one) => one === value) ?? 'A5'
          change({ ...others, paper, ...(paper === 'custom' ? { width: whole.width, height: whole.height } : {}) })
        }}
      />
      {whole.paper === 'custom' && (
        <div className={classes.pair}>
          {own('width', 1)}
          {own('height', 1)}
        </div>
      )}
      <Select
        label={t('look.columns')}
        data={[
          { value: '', label: t('look.columnsUsual', { columns: usualColumns }) },
          ...[1, 2, 3, 4].map((count) => ({ value: String(count), label: String(count) })),
        ]}
        value={look.columns === undefined ? '' : String(look.columns)}
        allowDeselect={false}
        onChange={(value) => set('columns', value === null || value === '' ? undefined : Number(value))}
      />
      {fault && (
        <Text role="alert" fw={500}>
          {refusalWords({ code: 'lookImpossible', values: { ...fault } }, words.language)}
        </Text>
      )}
      <ColorInput
        label={t('look.colour')}
        value={whole.colour}
        format="hex"
        swatches={swatches}
        swatchesPerRow={7}
        withEyeDropper={false}
        onChange={(colour) => /^#[0-9a-f]{6}$/i.test(colour) && set('colour', colour)}
      />
      <div>
        <Button variant="subtle" size="compact-sm" aria-expanded={finer} onClick={() => setFiner(!finer)}>
          {t('look.finer')}
        </Button>
        <Collapse expanded={finer}>
          <Stack gap="sm" mt="xs">
            <div className={classes.pair}>
              {own('size', 0.1)}
              {own('leading', 0.1)}
            </div>
            <div className={classes.pair}>
              {(['inner', 'outer', 'top', 'bottom'] as const).map((side) =>
                measure(side, whole.margins[side], 0.5, (value) => set('margins', { ...whole.margins, [side]: value })),
              )}
            </div>
            <Button variant="default" size="compact-sm" onClick={() => change({})}>
              {t('look.usual')}
            </Button>
          </Stack>
        </Collapse>
      </div>
    </>
  )
}

type MeasureName = keyof typeof lookBounds

/** A measure typed in figures; what is beyond its bounds is brought back to them when the field is left. */
function Measure({
  name,
  value,
  step,
  take,
}: {
  readonly name: MeasureName
  readonly value: number
  readonly step: number
  readonly take: (value: number) => void
}) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState<number | string>()
  const [min, max] = lookBounds[name]
  return (
    <NumberInput
      label={t(`look.${name}`)}
      value={typed ?? value}
      {...{ min, max, step }}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      clampBehavior="none"
      onChange={(next) => {
        setTyped(next)
        if (typeof next === 'number' && next >= min && next <= max) take(next)
      }}
      onBlur={() => {
        if (typeof typed === 'number') take(Math.min(max, Math.max(min, typed)))
        setTyped(undefined)
      }}
    />
  )
}
