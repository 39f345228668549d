import { Button, Checkbox, Group, Menu, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { finish } from '../../../core/kit/request.ts'
import { type Channel, letterFields, plainFields } from '../../../core/letters/letters.rules.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useKeptWork } from '../ui/kept-work.ts'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useDone, useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Letters.module.css'
import { makeLetters, saveAll } from './make-letters.ts'
import { Proof } from './Proof.tsx'
import { Reached } from './Reached.tsx'

const making = { words: 'letters.making', from: { screen: 'letters' } } as const

/** A letter to whom a filter lets through: its text, how it goes, who is reached, a proof on screen, then the papers. */
export function WriteLetter({ filter, onMade }: { readonly filter: ContactFilter; readonly onMade?: () => void }) {
  const words = useWords()
  const { t, language } = words
  const note = useTroubleNote()
  const done = useDone()
  const [model, setModel] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const [body, setBody] = useState('')
  const [by, setBy] = useState<Channel>('post')
  const [otherwise, setOtherwise] = useState(true)
  const [byHousehold, setByHousehold] = useState(true)
  const [together, setTogether] = useState(false)
  const [evenIfMissing, setEvenIfMissing] = useState(false)
  const [proof, setProof] = useState<Blob>()
  const [trouble, setTrouble] = useState<{ readonly field: string; readonly words: string }>()
  const text = useRef<HTMLTextAreaElement>(null)
  const work = useKeptWork('letters', making, makeLetters)
  const proofWork = useWork(makeLetters)
  const { models = [] } = useQuery(ask.letters.models.queryOptions({ input: {} })).data ?? {}
  const way = { by, otherwise, byHousehold }
  const look = useQuery({
    queryKey: ['letters', 'look', filter, way],
    queryFn: async ({ signal }) => await finish(await client.letters.look({ filter, ...way }, { signal })),
    placeholderData: keepPreviousData,
  })
  const asked = { filter, subject, body, ...way, together, evenIfMissing }

  const run = async (isProof: boolean) => {
    setTrouble(undefined)
    try {
      const { made, files } = await (isProof ? proofWork : work).run({ ...asked, proof: isProof })
      if (isProof) {
        setProof(files[0]?.file)
        return
      }
      saveAll(files)
      const act = (await client.history.list({ limit: 1 })).acts[0]?.id
      done(t('letters.made', { count: made.report.letters }), act)
      onMade?.()
    } catch (thrown) {
      const met = troubleOf(thrown)
      if (met.kind === 'refused' && (met.refusal.field === 'body' || met.refusal.field === 'subject'))
        setTrouble({ field: met.refusal.field, words: troubleWords(met, words) })
      else note(thrown)
    }
  }
  const insert = (name: string) => {
    const at = text.current?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{${name}}${body.slice(text.current?.selectionEnd ?? at)}`)
    window.setTimeout(() => {
      text.current?.focus()
      text.current?.setSelectionRange(at + name.length + 2, at + name.length + 2)
    }, 0)
  }
  const choose = (id: string | null) => {
    setModel(id)
    const chosen = models.find((one) => String(one.id) === id)
    if (chosen === undefined) return
    setSubject(chosen.subject)
    setBody(chosen.body)
  }
  const running = work.running ?? proofWork.running
  return (
    <div className={classes.panes}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (running === undefined) void run(false)
        }}
      >
        {models.length > 0 && (
          <Select
            label={t('letters.model')}
            placeholder={t('letters.noModel')}
            data={models.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={model}
            onChange={choose}
            clearable
          />
        )}
        <TextInput
          label={t('letters.subject')}
          value={subject}
          maxLength={200}
          error={trouble?.field === 'subject' ? trouble.words : undefined}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <div>
          <Textarea
            ref={text}
            label={t('letters.body')}
            description={t('letters.bodyHelp')}
            value={body}
            autosize
            minRows={8}
            maxRows={18}
            maxLength={20_000}
            error={trouble?.field === 'body' ? trouble.words : undefined}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <Menu position="bottom-start" returnFocus={false}>
            <Menu.Target>
              <Button variant="subtle" size="compact-md" mt="xs">
                {t('letters.insert')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {plainFields.map((field) => (
                <Menu.Item key={field} onClick={() => insert(letterFields[field][language])}>
                  {letterFields[field][language]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
        <Group gap="lg">
          <SegmentedControl
            aria-label={t('letters.by')}
            data={[
              { value: 'post', label: t('letters.by.post') },
              { value: 'email', label: t('letters.by.email') },
            ]}
            value={by}
            onChange={(value) => setBy(value === 'email' ? 'email' : 'post')}
          />
          <Checkbox
            label={t('letters.otherwise')}
            checked={otherwise}
            onChange={(event) => setOtherwise(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('letters.byHousehold')}
            checked={byHousehold}
            onChange={(event) => setByHousehold(event.currentTarget.checked)}
          />
        </Group>
        {(by === 'email' || otherwise) && (
          <Checkbox
            label={t('letters.together')}
            checked={together}
            onChange={(event) => setTogether(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          label={t('letters.evenIfMissing')}
          checked={evenIfMissing}
          onChange={(event) => setEvenIfMissing(event.currentTarget.checked)}
        />
        <Reached report={look.data} />
        {running ? (
          <WorkProgress running={running} cancel={work.running ? work.cancel : proofWork.cancel} />
        ) : (
          <Group>
            <Button variant="default" onClick={() => void run(true)} disabled={body.trim() === ''}>
              {t('letters.proof')}
            </Button>
            <Button type="submit" disabled={body.trim() === '' || look.data?.letters === 0}>
              {t('letters.make')}
            </Button>
          </Group>
        )}
        <KeepModel {...{ model, subject, body }} name={models.find(({ id }) => String(id) === model)?.name ?? ''} />
      </form>
      {proof !== undefined && <Proof file={proof} />}
    </div>
  )
}

/** Keeps the text under a name: a new one, or the one that was chosen. */
function KeepModel({
  model,
  name: chosen,
  subject,
  body,
}: {
  readonly model: string | null
  readonly name: string
  readonly subject: string
  readonly body: string
}) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const shown = name === '' ? chosen : name
  const save = useOrder(
    () =>
      client.letters.saveModel({
        ...(model !== null && shown === chosen ? { id: Number(model) } : {}),
        ...{ name: shown, subject, body },
      }),
    { done: () => t('letters.kept') },
  )
  const drop = useOrder(() => client.letters.removeModel({ id: Number(model) }), { done: () => t('letters.dropped') })
  return (
    <Group align="end">
      <TextInput
        label={t('letters.keepName')}
        value={shown}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={shown.trim() === '' || body.trim() === ''}
        loading={save.isPending}
        onClick={() => save.mutate(undefined)}
      >
        {t('letters.keep')}
      </Button>
      {model !== null && (
        <Button variant="subtle" loading={drop.isPending} onClick={() => drop.mutate(undefined)}>
          {t('letters.drop')}
        </Button>
      )}
    </Group>
  )
}
