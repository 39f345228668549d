import { Button, FileButton, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { Progress } from '../../../core/kit/request.ts'
import type { KeptPaper, Letterhead } from '../../../core/letters/letters.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Letters.module.css'
import { opaqueJpeg } from './opaque-jpeg.ts'

/** What stands on every letter: where the association is, who signs, where the address goes. */
export function LetterheadForm() {
  const asked = useQuery(ask.letters.letterhead.queryOptions({ input: {} }))
  if (asked.data === undefined) return <Waiting trouble={asked.error} />
  return <Form key={JSON.stringify(asked.data)} letterhead={asked.data} />
}

async function gauge(_nothing: undefined, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, { readonly name: string; readonly file: Blob }, void> {
    const paper: KeptPaper = yield* await client.letters.gauge({}, { signal })
    return { name: paper.name, file: yield* fetchPaper(paper, signal) }
  }
  return steps()
}

function Form({ letterhead: { emblem, ...kept } }: { readonly letterhead: Letterhead }) {
  const words = useWords()
  const { t } = words
  const note = useTroubleNote()
  const form = useForm({ initialValues: kept })
  const save = useOrder(client.letters.setLetterhead, {
    done: () => t('letters.saved'),
    refused: (thrown) => {
      const trouble = troubleOf(thrown)
      if (trouble.kind !== 'refused' || trouble.refusal.field === undefined) return false
      if (!(trouble.refusal.field in kept)) return false
      form.setFieldError(trouble.refusal.field, troubleWords(trouble, words))
      return true
    },
  })
  const setEmblem = useOrder((bytes: string) => client.letters.setEmblem({ bytes }), {
    done: (_, bytes) => t(bytes === '' ? 'letters.emblemGone' : 'letters.emblemSet'),
  })
  const work = useWork(gauge)
  const take = async (file: File | null) => {
    if (file === null) return
    try {
      setEmblem.mutate(await opaqueJpeg(file))
    } catch (thrown) {
      note(thrown)
    }
  }
  const printGauge = async () => {
    try {
      const { name, file } = await work.run(undefined)
      saveFile(name, file)
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => save.mutate({ ...values }))}>
      <div className={classes.emblem}>
        <FileButton accept="image/jpeg,image/png" onChange={(file) => void take(file)}>
          {(props) => (
            <Button variant="default" {...props} loading={setEmblem.isPending}>
              {t('letters.emblemChoose')}
            </Button>
          )}
        </FileButton>
        {emblem ? (
          <Button variant="subtle" onClick={() => setEmblem.mutate('')}>
            {t('letters.emblemRemove')}
          </Button>
        ) : (
          <span className={classes.quiet}>{t('letters.emblemHelp')}</span>
        )}
      </div>
      <div className={classes.two}>
        <Textarea
          label={t('letters.address')}
          description={t('letters.oneALine')}
          rows={3}
          maxLength={400}
          {...form.getInputProps('address')}
        />
        <Textarea
          label={t('letters.reachLines')}
          description={t('letters.oneALine')}
          rows={3}
          maxLength={400}
          {...form.getInputProps('reach')}
        />
        <TextInput label={t('letters.place')} maxLength={80} {...form.getInputProps('place')} />
        <TextInput label={t('letters.email')} maxLength={254} {...form.getInputProps('email')} />
        <TextInput label={t('letters.signatory')} maxLength={120} {...form.getInputProps('signatory')} />
        <TextInput label={t('letters.quality')} maxLength={120} {...form.getInputProps('quality')} />
        <TextInput label={t('letters.iban')} maxLength={50} {...form.getInputProps('iban')} />
        <TextInput label={t('letters.bic')} maxLength={20} {...form.getInputProps('bic')} />
      </div>
      <TextInput
        label={t('letters.legal')}
        description={t('letters.legalHelp')}
        maxLength={300}
        {...form.getInputProps('legal')}
      />
      <Group align="end">
        <Select
          label={t('letters.window')}
          data={[
            { value: 'any', label: t('letters.window.any') },
            { value: 'dl', label: t('letters.window.dl') },
            { value: 'c5', label: t('letters.window.c5') },
          ]}
          allowDeselect={false}
          {...form.getInputProps('window')}
        />
        <Button variant="default" loading={work.running !== undefined} onClick={() => void printGauge()}>
          {t('letters.gauge')}
        </Button>
      </Group>
      <div>
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}
