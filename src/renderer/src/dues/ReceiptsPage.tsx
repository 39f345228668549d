import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Table, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { centsInWords } from '../../../core/kit/money.ts'
import { finish, type Progress } from '../../../core/kit/request.ts'
import type { KeptPaper } from '../../../core/letters/letters.requests.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import type { Fund, Issuer, Receipt, ReceiptsIssued } from '../../../core/receipts/receipts.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { fragmentOf } from '../ui/route.ts'
import { useDone, useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Dues.module.css'

type Asked = Parameters<typeof client.receipts.issue>[0]
async function issue(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps() {
    const made: ReceiptsIssued = yield* await client.receipts.issue(asked, { signal })
    return { made, file: made.post === undefined ? undefined : yield* fetchPaper(made.post, signal) }
  }
  return steps() as AsyncGenerator<Progress, { made: ReceiptsIssued; file: Blob | undefined }, void>
}
async function duplicate(id: number, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, { readonly name: string; readonly file: Blob }, void> {
    const paper: KeptPaper = yield* await client.receipts.duplicate({ id }, { signal })
    return { name: paper.name, file: yield* fetchPaper(paper, signal) }
  }
  return steps()
}

/** Receipts: issued for a civil year, those that were given, what is declared, who gives them and for what. */
export function ReceiptsPage() {
  const { t } = useWords()
  const settings = useQuery(ask.receipts.settings.queryOptions({ input: {} }))
  if (settings.data === undefined) return <Waiting trouble={settings.error} />
  const { issuer, funds } = settings.data
  return (
    <Stack gap="xl">
      <Title order={2}>{t('receipts.title')}</Title>
      <Issue taxed={funds.some(({ eligible }) => eligible !== 'no')} />
      <Given />
      <Funds funds={funds} />
      <IssuerForm key={JSON.stringify(issuer)} issuer={issuer} />
    </Stack>
  )
}

const thisYear = new Date().getFullYear()

function Issue({ taxed }: { readonly taxed: boolean }) {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const done = useDone()
  const [year, setYear] = useState(String(thisYear))
  const [form, setForm] = useState<'plain' | 'tax'>('plain')
  const [consolidated, setConsolidated] = useState(true)
  const work = useWork(issue)
  const asked = { form, year: Number(year), consolidated }
  const look = useQuery({
    queryKey: ['receipts', 'look', asked],
    queryFn: async ({ signal }) => await finish(await client.receipts.look(asked, { signal })),
  })
  const run = async () => {
    try {
      const { made, file } = await work.run(asked)
      if (made.post !== undefined && file !== undefined) saveFile(made.post.name, file)
      done(t('receipts.issued', { count: made.issued }), undefined)
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <section aria-label={t('receipts.issue')} aria-busy={look.data === undefined}>
      <Group align="end">
        <Select
          label={t('receipts.year')}
          w="8rem"
          data={[0, 1, 2, 3, 4, 5].map((back) => String(thisYear - back))}
          value={year}
          allowDeselect={false}
          onChange={(value) => setYear(value ?? year)}
        />
        <Select
          label={t('receipts.form')}
          data={[
            { value: 'plain', label: t('receipts.form.plain') },
            { value: 'tax', label: t('receipts.form.tax'), disabled: !taxed },
          ]}
          value={form}
          allowDeselect={false}
          onChange={(value) => setForm(value === 'tax' ? 'tax' : 'plain')}
        />
        <Checkbox
          label={t('receipts.consolidated')}
          checked={consolidated}
          mb="xs"
          onChange={(event) => setConsolidated(event.currentTarget.checked)}
        />
      </Group>
      {look.data !== undefined && (
        <p role="status">
          {look.data.receipts === 0
            ? t('receipts.none')
            : t('receipts.ready', { count: look.data.receipts, sum: centsInWords(look.data.cents, language) })}
          {look.data.waiting > 0 && ` ${t('receipts.waiting', { count: look.data.waiting })}`}
        </p>
      )}
      {work.running ? (
        <WorkProgress running={work.running} cancel={work.cancel} />
      ) : (
        <Button disabled={look.data === undefined || look.data.receipts === 0} onClick={() => void run()}>
          {t('receipts.issue')}
        </Button>
      )}
      <p className={classes.quiet}>{t('receipts.forGood')}</p>
    </section>
  )
}

function Given() {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const { receipts = [] } = useQuery(ask.receipts.list.queryOptions({ input: { limit: 200 } })).data ?? {}
  const declared = useQuery(ask.receipts.declaration.queryOptions({ input: { year: thisYear - 1 } })).data
  const [cancelling, setCancelling] = useState<Receipt>()
  const work = useWork(duplicate)
  const again = async (id: number) => {
    try {
      const { name, file } = await work.run(id)
      saveFile(name, file)
    } catch (thrown) {
      note(thrown)
    }
  }
  if (receipts.length === 0) return null
  return (
    <section aria-label={t('receipts.given')}>
      <Title order={3}>{t('receipts.given')}</Title>
      {declared !== undefined && declared.count > 0 && (
        <p>
          {t('receipts.declared', {
            year: String(thisYear - 1),
            count: declared.count,
            sum: centsInWords(declared.cents, language),
          })}
        </p>
      )}
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {receipts.map((receipt) => (
            <Table.Tr key={receipt.id}>
              <Table.Td className={classes.number}>{receipt.number}</Table.Td>
              <Table.Td>
                <a href={fragmentOf({ screen: 'record', id: receipt.contact, editing: false })}>{receipt.name}</a>
                {receipt.takenBack && <strong> – {t('receipts.takenBack')}</strong>}
              </Table.Td>
              <Table.Td className={classes.number}>{dayInWords(receipt.issuedOn, language)}</Table.Td>
              <Table.Td className={classes.cents}>{centsInWords(receipt.cents, language)}</Table.Td>
              <Table.Td align="right">
                {receipt.cancelledOn !== '' ? (
                  <span className={classes.quiet}>{t('receipts.cancelled', { reason: receipt.cancelReason })}</span>
                ) : (
                  <>
                    <Button variant="subtle" size="compact-sm" onClick={() => void again(receipt.id)}>
                      {t('receipts.duplicate')}
                    </Button>
                    <Button variant="subtle" size="compact-sm" onClick={() => setCancelling(receipt)}>
                      {t('receipts.cancel')}
                    </Button>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {cancelling !== undefined && <Cancel receipt={cancelling} onClose={() => setCancelling(undefined)} />}
    </section>
  )
}

function Cancel({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const cancel = useOrder(() => client.receipts.cancel({ id: receipt.id, reason }), {
    done: () => t('receipts.cancelledNow', { number: receipt.number }),
  })
  return (
    <Modal opened onClose={onClose} title={receipt.number} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          cancel.mutate(undefined, { onSuccess: onClose })
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('receipts.reason')}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" disabled={reason.trim() === ''} loading={cancel.isPending}>
            {t('receipts.cancel')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** The eligibility question, for each thing money is given for: no unless the association says otherwise. */
function Funds({ funds }: { readonly funds: readonly Fund[] }) {
  const { t } = useWords()
  return (
    <section aria-label={t('receipts.funds')}>
      <Title order={3}>{t('receipts.funds')}</Title>
      <Alert color="gray" my="sm">
        {t('receipts.warning')}
      </Alert>
      <Stack>
        {funds.map((fund) => (
          <FundLine key={JSON.stringify(fund)} fund={fund} />
        ))}
      </Stack>
    </section>
  )
}

function FundLine({ fund }: { readonly fund: Fund }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(fund)
  const save = useOrder(() => client.receipts.setFund({ ...draft }), { done: () => t('receipts.fundSaved') })
  const name = fund.kind === 'due' ? t('receipts.dues') : fund.label === '' ? t('receipts.gifts') : fund.label
  return (
    <Group align="end">
      <Select
        label={name}
        data={[
          { value: 'no', label: t('receipts.eligible.no') },
          { value: 'selfAssessed', label: t('receipts.eligible.self') },
          { value: 'ruling', label: t('receipts.eligible.ruling') },
        ]}
        value={draft.eligible}
        allowDeselect={false}
        onChange={(value) => setDraft({ ...draft, eligible: (value ?? 'no') as Fund['eligible'] })}
      />
      {draft.eligible === 'ruling' && (
        <>
          <DayInput
            label={t('receipts.rulingOn')}
            value={draft.rulingOn}
            onChange={(rulingOn) => setDraft({ ...draft, rulingOn })}
          />
          <TextInput
            label={t('receipts.rulingReference')}
            value={draft.rulingReference}
            maxLength={120}
            onChange={(event) => setDraft({ ...draft, rulingReference: event.currentTarget.value })}
          />
        </>
      )}
      {JSON.stringify(draft) !== JSON.stringify(fund) && (
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('form.save')}
        </Button>
      )}
    </Group>
  )
}

function IssuerForm({ issuer }: { readonly issuer: Issuer }) {
  const { t } = useWords()
  const form = useForm<Issuer>({ initialValues: issuer })
  const save = useOrder(client.receipts.setIssuer, { done: () => t('receipts.issuerSaved') })
  return (
    <form
      className={classes.form}
      aria-label={t('receipts.issuer')}
      onSubmit={form.onSubmit((values) => save.mutate({ ...values }))}
    >
      <Title order={3} className={classes.whole}>
        {t('receipts.issuer')}
      </Title>
      <TextInput label={t('welcome.name')} maxLength={200} {...form.getInputProps('name')} />
      <TextInput label={t('receipts.number')} maxLength={20} {...form.getInputProps('number')} />
      <TextInput label={t('field.street')} maxLength={200} {...form.getInputProps('street')} />
      <TextInput label={t('field.postcode')} maxLength={20} {...form.getInputProps('postcode')} />
      <TextInput label={t('field.city')} maxLength={100} {...form.getInputProps('city')} />
      <Select
        label={t('receipts.nature')}
        data={[
          { value: 'generalInterest', label: t('receipts.nature.generalInterest') },
          { value: 'publicUtility', label: t('receipts.nature.publicUtility') },
          { value: 'endowmentFund', label: t('receipts.nature.endowmentFund') },
          { value: 'other', label: t('receipts.nature.other') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('nature')}
      />
      <Textarea
        className={classes.whole}
        label={t('receipts.purpose')}
        maxLength={1000}
        {...form.getInputProps('purpose')}
      />
      <TextInput label={t('letters.signatory')} maxLength={120} {...form.getInputProps('signatory')} />
      <TextInput label={t('letters.quality')} maxLength={120} {...form.getInputProps('quality')} />
      <div className={classes.whole}>
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}
