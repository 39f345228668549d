import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Table, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import type { Progress } from '../../../core/kit/request.ts'
import type { Channel } from '../../../core/letters/letters.rules.ts'
import type { RemindersMade, RungStanding } from '../../../core/membership/reminders.requests.ts'
import type { Rung } from '../../../core/membership/reminders.rules.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fetched, saveAll } from '../letters/make-letters.ts'
import { Proof } from '../letters/Proof.tsx'
import { fragmentOf } from '../ui/route.ts'
import { useDone, useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Dues.module.css'

type Asked = Parameters<typeof client.reminders.write>[0]
async function make(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps() {
    const made: RemindersMade = yield* await client.reminders.write(asked, { signal })
    return { made, files: yield* fetched(made, signal) }
  }
  return steps() as AsyncGenerator<Progress, { made: RemindersMade; files: { name: string; file: Blob }[] }, void>
}

/** Names shown under a rung. */
const shown = 60

/** The ladder of a year: who stands before which rung today, the letters of each, and its words. */
export function Reminders({ year }: { readonly year: DueYear }) {
  const { t } = useWords()
  const [by, setBy] = useState<Channel>('post')
  const [proof, setProof] = useState<Blob>()
  const [editing, setEditing] = useState<string>()
  const { data } = useQuery(ask.reminders.due.queryOptions({ input: { year: year.id, shown } }))
  const ladder = useQuery(ask.reminders.ladder.queryOptions({ input: {} })).data
  const rung = ladder?.rungs.find(({ code }) => code === editing)
  return (
    <Stack gap="lg" aria-busy={data === undefined}>
      <p className={classes.quiet}>{t('reminders.lead')}</p>
      <SegmentedControl
        aria-label={t('letters.by')}
        w="fit-content"
        data={[
          { value: 'post', label: t('letters.by.post') },
          { value: 'email', label: t('letters.by.email') },
        ]}
        value={by}
        onChange={(value) => setBy(value === 'email' ? 'email' : 'post')}
      />
      {data?.rungs.map((standing) => (
        <RungPart
          key={standing.code}
          {...{ standing, year, by }}
          onProof={setProof}
          onEdit={() => setEditing(standing.code)}
        />
      ))}
      {data !== undefined && data.done > 0 && (
        <p className={classes.quiet}>{t('reminders.done', { count: data.done })}</p>
      )}
      {proof !== undefined && <Proof file={proof} />}
      {rung !== undefined && ladder !== undefined && (
        <EditRung rung={rung} rungs={ladder.rungs} onClose={() => setEditing(undefined)} />
      )}
    </Stack>
  )
}

function RungPart({
  standing: { code, name, does, due, owed, waiting, nextOn, people },
  year,
  by,
  onProof,
  onEdit,
}: {
  readonly standing: RungStanding
  readonly year: DueYear
  readonly by: Channel
  readonly onProof: (file: Blob | undefined) => void
  readonly onEdit: () => void
}) {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const done = useDone()
  const work = useWork(make)
  const run = async (proof: boolean) => {
    try {
      const { made, files } = await work.run({ year: year.id, rung: code, by, proof })
      if (proof) {
        onProof(files[0]?.file)
        return
      }
      saveAll(files)
      const act = (await client.history.list({ limit: 1 })).acts[0]?.id
      done(t('reminders.made', { name, count: made.report.people }), act)
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <section aria-label={name}>
      <Group justify="space-between" align="baseline">
        <h3 className={classes.rung}>{name}</h3>
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          {t('reminders.edit')}
        </Button>
      </Group>
      <p className={classes.quiet}>
        {due > 0
          ? t('reminders.due', { count: due, sum: centsInWords(owed, language) })
          : nextOn === ''
            ? t('reminders.nobody')
            : t('reminders.later', { count: waiting, day: dayInWords(nextOn, language) })}
      </p>
      {due > 0 && (
        <>
          {work.running ? (
            <WorkProgress running={work.running} cancel={work.cancel} />
          ) : (
            <Group my="xs">
              <Button variant="default" onClick={() => void run(true)}>
                {t('letters.proof')}
              </Button>
              <Button onClick={() => void run(false)}>{t(does === 'board' ? 'reminders.list' : 'letters.make')}</Button>
            </Group>
          )}
          <details>
            <summary>{t('reminders.who')}</summary>
            <Table verticalSpacing={2} maw="44rem">
              <Table.Tbody>
                {people.map(({ id, displayName, owed: own, last, lastOn }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
                    </Table.Td>
                    <Table.Td className={classes.cents}>{centsInWords(own, language)}</Table.Td>
                    <Table.Td className={classes.quiet}>
                      {lastOn === '' ? '' : `${last}, ${dayInWords(lastOn, language)}`}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {due > people.length && <p className={classes.quiet}>{t('dues.more', { count: due - people.length })}</p>}
          </details>
        </>
      )}
    </section>
  )
}

/** The delay and the words of a rung; the first change makes the usual ladder the association’s own. */
function EditRung({
  rung,
  rungs,
  onClose,
}: {
  readonly rung: Rung
  readonly rungs: readonly Rung[]
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [draft, setDraft] = useState(rung)
  const save = useOrder(
    () => client.reminders.setLadder({ rungs: rungs.map((one) => ({ ...(one.code === rung.code ? draft : one) })) }),
    { done: () => t('reminders.saved') },
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="46rem"
      title={rung.name}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined, { onSuccess: onClose })
        }}
      >
        <Stack>
          <TextInput
            label={t('reminders.name')}
            value={draft.name}
            maxLength={60}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <NumberInput
            label={t('reminders.after')}
            value={draft.afterDays}
            min={0}
            max={1000}
            maw="16rem"
            onChange={(value) => setDraft({ ...draft, afterDays: Number(value) || 0 })}
          />
          {draft.does !== 'board' && (
            <>
              <TextInput
                label={t('letters.subject')}
                value={draft.subject}
                maxLength={200}
                onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
              />
              <Textarea
                label={t('letters.body')}
                description={t('reminders.fields')}
                value={draft.body}
                autosize
                minRows={8}
                maxRows={16}
                maxLength={20_000}
                onChange={(event) => setDraft({ ...draft, body: event.currentTarget.value })}
              />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose}>
              {t('action.close')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
