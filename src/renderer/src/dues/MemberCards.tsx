import { Button, Checkbox, Group, NumberInput, Select, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import type { Progress } from '../../../core/kit/request.ts'
import type { CardsReport } from '../../../core/membership/membership.requests.ts'
import { cellsOf, usualFormat } from '../../../core/sheets/sheets.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Proof } from '../letters/Proof.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { useDone, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Dues.module.css'

type Asked = Parameters<typeof client.membership.cards>[0]
type Made = { readonly name: string; readonly file: Blob; readonly report: CardsReport }

async function makeCards(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, Made, void> {
    const { file, report } = yield* await client.membership.cards(asked, { signal })
    return { name: file.name, file: yield* fetchPaper(file, signal), report }
  }
  return steps()
}

/** Cards of those in good standing, on sheets as they are sold. */
export function MemberCards({ year }: { readonly year: DueYear }) {
  const { t } = useWords()
  const note = useTroubleNote()
  const done = useDone()
  const [code, setCode] = useState<string>(usualFormat.cards)
  const [first, setFirst] = useState(1)
  const [back, setBack] = useState(false)
  const [proof, setProof] = useState<Blob>()
  const [tooLong, setTooLong] = useState<CardsReport['tooLong']>([])
  const work = useWork(makeCards)
  const { formats = [] } = useQuery(ask.sheets.formats.queryOptions({ input: {} })).data ?? {}
  const cards = formats.filter(({ use }) => use === 'cards')
  const format = cards.find((one) => one.code === code)
  const make = async (isProof: boolean) => {
    try {
      const made = await work.run({ year: year.id, format: code, first, back, proof: isProof })
      setTooLong(made.report.tooLong)
      if (isProof) {
        setProof(made.file)
        return
      }
      saveFile(made.name, made.file)
      done(t('membership.made', { count: made.report.cards }), undefined)
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <section aria-label={t('membership.cards')}>
      <Title order={3}>{t('membership.cards')}</Title>
      <p className={classes.quiet}>{t('membership.cardsHelp')}</p>
      <div className={classes.row}>
        <Select
          label={t('membership.format')}
          w="18rem"
          allowDeselect={false}
          data={cards.map(({ code: value, columns, rows, cell }) => ({
            value,
            label: t('labels.formatName', { code: value, columns, rows, width: cell.width, height: cell.height }),
          }))}
          value={code}
          onChange={(value) => {
            setCode(value ?? usualFormat.cards)
            setFirst(1)
          }}
        />
        <NumberInput
          label={t('membership.first')}
          w="14rem"
          value={first}
          min={1}
          max={format === undefined ? 1 : cellsOf(format)}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && setFirst(value)}
        />
      </div>
      <Checkbox
        mb="sm"
        label={t('membership.back')}
        checked={back}
        onChange={(event) => setBack(event.currentTarget.checked)}
      />
      {tooLong.length > 0 && (
        <p role="alert">
          {t('membership.tooLong', {
            count: tooLong.length,
            names: tooLong
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', '),
          })}
        </p>
      )}
      {work.running ? (
        <WorkProgress running={work.running} cancel={work.cancel} />
      ) : (
        <Group>
          <Button onClick={() => void make(false)}>{t('membership.make')}</Button>
          <Button variant="default" onClick={() => void make(true)}>
            {t('membership.proof')}
          </Button>
        </Group>
      )}
      {proof !== undefined && <Proof file={proof} />}
    </section>
  )
}
