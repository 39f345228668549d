import { Anchor, Button, Group, Select, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import { everybody, useListMemory } from '../people/list-memory.tsx'
import { go } from '../ui/route.ts'
import classes from './Export.module.css'
import type { Lots } from './ways-out.ts'

/** Recipients that mail programs and their servers commonly take at once, the least first. */
const sizes = [30, 50, 100, 500] as const

/** How many e-mails stand together, and what parts them. */
export function LotChoices({ lots, change }: { readonly lots: Lots; readonly change: (lots: Lots) => void }) {
  const { t } = useWords()
  return (
    <Group align="flex-end">
      <Select
        label={t('export.lotSize')}
        data={sizes.map(String)}
        allowDeselect={false}
        value={String(lots.size)}
        onChange={(size) => size !== null && change({ ...lots, size: Number(size) })}
        w="11rem"
      />
      <Select
        label={t('export.separator')}
        data={[
          { value: ',', label: t('export.comma') },
          { value: ';', label: t('export.semicolon') },
        ]}
        allowDeselect={false}
        value={lots.separator}
        onChange={(separator) => change({ ...lots, separator: separator === ';' ? ';' : ',' })}
        w="18rem"
      />
    </Group>
  )
}

export type MadeLots = {
  readonly lots: readonly string[]
  /** How many people have no e-mail, and the numbers of those who can be shown. */
  readonly none: number
  readonly without: readonly number[]
}

/** The lots that were made, each to be copied, and the way to those who have no e-mail. */
export function EmailLots({ made: { lots, none, without } }: { readonly made: MadeLots }) {
  const { t } = useWords()
  const { remember } = useListMemory()
  const showWithout = () => {
    remember({ filter: { ...everybody, ids: [...without] }, saved: undefined, active: 0 })
    go({ screen: 'people' })
  }
  return (
    <section className={classes.lots} aria-label={t('export.lots')}>
      {lots.map((lot, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lots do not move
        <Lot key={at} number={at + 1} text={lot} />
      ))}
      {none > 0 && (
        <Text>
          {t('export.noEmail', { count: none })}{' '}
          <Anchor component="button" type="button" onClick={showWithout}>
            {t('export.seeWithout')}
          </Anchor>
        </Text>
      )}
    </section>
  )
}

function Lot({ number, text }: { readonly number: number; readonly text: string }) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = () => {
    area.current?.select()
    // The text that is selected, as Ctrl+C would: the window grants no page the right to the clipboard.
    setCopied(document.execCommand('copy'))
  }
  const count = text.split('@').length - 1
  return (
    <div className={classes.lot}>
      <Textarea
        ref={area}
        label={t('export.lot', { number, count })}
        value={text}
        readOnly
        rows={2}
        className={classes.lotText}
      />
      <Button variant="default" onClick={copy} aria-label={t('export.copyLot', { number })}>
        {t('export.copy')}
      </Button>
      <Text role="status">{copied && t('export.lotCopied', { number })}</Text>
    </div>
  )
}
