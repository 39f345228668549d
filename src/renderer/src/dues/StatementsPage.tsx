import { Alert, Button, FileButton, Group, SegmentedControl, Table, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type StatementLine, type StatementState, statementStates } from '../../../core/dues/statements.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { sendFile } from '../exchange/send-file.ts'
import { useWords } from '../i18n/words.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Dues.module.css'
import { MatchLine, peopleOf } from './MatchLine.tsx'

/** Kinds of files a bank gives; the office says what it cannot read, whatever its name. */
const accepted = '.csv,.txt,.ofx,.qfx,.xlsx,.ods,.tsv'
/** Lines shown: the first one is being matched. */
const shown = 12

const stateKeys = {
  waiting: 'statements.waiting',
  matched: 'statements.matched',
  skipped: 'statements.skipped',
} as const satisfies Record<StatementState, string>

/** Statements of the bank and of HelloAsso: brought in, then line after line said to be what it is. */
export function StatementsPage() {
  const { t, number } = useWords()
  const [state, setState] = useState<StatementState>('waiting')
  const asked = useQuery({
    ...ask.dues.statementLines.queryOptions({ input: { state, limit: shown } }),
    placeholderData: keepPreviousData,
  })
  const { counts, lines = [] } = asked.data ?? {}
  const [first, ...others] = lines
  return (
    <section aria-label={t('dues.part.statements')} aria-busy={asked.isPlaceholderData}>
      <Title order={2}>{t('dues.part.statements')}</Title>
      <p className={classes.quiet}>{t('statements.lead')}</p>
      <BringStatement />
      {counts === undefined ? (
        <Waiting trouble={asked.error} />
      ) : (
        <>
          <SegmentedControl
            mb="md"
            aria-label={t('dues.part.statements')}
            data={statementStates.map((one) => ({
              value: one,
              label: t(stateKeys[one], { count: number(counts[one]) }),
            }))}
            value={state}
            onChange={(next) => setState(next)}
          />
          {first === undefined ? (
            <p className={classes.quiet}>{t('statements.none')}</p>
          ) : state === 'waiting' && first.state === 'waiting' ? (
            <>
              <MatchLine key={first.id} line={first} />
              <LineTable lines={others} />
            </>
          ) : (
            <LineTable lines={lines} />
          )}
          {counts[state] > lines.length && (
            <p className={classes.quiet}>{t('dues.more', { count: counts[state] - lines.length })}</p>
          )}
        </>
      )}
    </section>
  )
}

/** The file, and the account where there are several: what was in it is said, and what was not. */
function BringStatement() {
  const words = useWords()
  const { t, number } = words
  const [account, setAccount] = useState('')
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<{ readonly text: string; readonly file?: File }>()
  const bring = useOrder(
    async ({ file, leaveUnread }: { readonly file: File; readonly leaveUnread: boolean }) => {
      const sending = sendFile(file, new AbortController().signal)
      let step = await sending.next()
      while (!step.done) step = await sending.next()
      const staging = step.value
      try {
        return await client.dues.bringStatement({ staging, account, leaveUnread })
      } finally {
        void client.exchange.discard({ staging }).catch(() => {})
      }
    },
    {
      done: ({ added, known, debits, others }) => {
        setTrouble(undefined)
        setSaid(t('statements.broughtMore', { known: number(known), debits: number(debits), others: number(others) }))
        return added === 0 ? t('statements.broughtNone') : t('statements.brought', { count: added })
      },
      refused: (thrown) => {
        const found = troubleOf(thrown)
        const row = found.kind === 'refused' && found.refusal.code === 'statementRow'
        setSaid('')
        setTrouble({ text: troubleWords(found, words), ...(row ? { file: bring.variables?.file as File } : {}) })
        return true
      },
    },
  )
  return (
    <div className={classes.form}>
      <TextInput
        label={t('statements.account')}
        maxLength={60}
        autoComplete="off"
        value={account}
        onChange={(event) => setAccount(event.currentTarget.value)}
      />
      <Group align="flex-end" className={classes.choose ?? ''}>
        <FileButton accept={accepted} onChange={(file) => file && bring.mutate({ file, leaveUnread: false })}>
          {(props) => (
            <Button {...props} variant="default" loading={bring.isPending}>
              {t('statements.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      <output className={`${classes.whole} ${classes.quiet}`}>{said}</output>
      {trouble !== undefined && (
        <Alert role="alert" color="orange" className={classes.whole ?? ''}>
          {trouble.text}
          {trouble.file !== undefined && (
            <Button
              mt="xs"
              variant="default"
              size="compact-md"
              onClick={() => bring.mutate({ file: trouble.file as File, leaveUnread: true })}
            >
              {t('statements.leaveUnread')}
            </Button>
          )}
        </Alert>
      )}
    </div>
  )
}

/** Lines as they came, with the way back for those set aside. */
function LineTable({ lines }: { readonly lines: readonly StatementLine[] }) {
  const { t, language } = useWords()
  const again = useOrder((line: number) => client.dues.skipLine({ line, again: true }), {
    done: () => t('statements.againNow'),
  })
  if (lines.length === 0) return null
  return (
    <Table verticalSpacing={4}>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td className={`${classes.quiet} ${classes.number}`}>{dayInWords(line.day, language)}</Table.Td>
            <Table.Td>
              {line.label} <span className={classes.quiet}>{peopleOf(line)}</span>
            </Table.Td>
            <Table.Td className={classes.cents}>{centsInWords(line.cents, language)}</Table.Td>
            <Table.Td align="right">
              {line.state === 'skipped' && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={again.isPending}
                  onClick={() => again.mutate(line.id)}
                >
                  {t('statements.again')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
