import type { Found } from '../../../core/people/quality/quality.requests.ts'
import { remarkWords } from '../../../core/people/quality/remark-words.rules.ts'
import { client } from '../client.ts'
import classes from '../duplicates/Duplicates.module.css'
import { fieldWords } from '../duplicates/field-words.ts'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { KeyButton } from '../ui/KeyButton.tsx'
import { fragmentOf, go } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import { type QualityBench, remarksShown } from './quality-bench.ts'

/** Remarks shown after the one in hand. */
const ahead = 6

/** One remark: corrected, the record edited, accepted as right, or skipped; how far one is. */
export function RemarkDesk({
  bench,
  put,
}: {
  readonly bench: QualityBench
  readonly put: (next: (known: QualityBench) => QualityBench) => void
}) {
  const { t } = useWords()
  const shown = remarksShown(bench)
  const remark = shown[bench.at]
  const without = (gone: Found, revision?: number) =>
    put((known) => ({
      ...known,
      total: known.total - 1,
      unconfirmed: known.unconfirmed - (gone.kind === 'unconfirmed' ? 1 : 0),
      remarks: known.remarks
        .filter((other) => other !== gone)
        .map((other) => (revision !== undefined && other.contact === gone.contact ? { ...other, revision } : other)),
    }))
  const fix = useOrder(
    ({ contact, revision, changes }: Found) => client.quality.fix({ contact, revision, changes: [...changes] }),
    {
      done: ({ revision }, fixed) => {
        without(fixed, revision)
        return t('quality.fixed')
      },
    },
  )
  const accept = useOrder(({ contact, kind, said }: Found) => client.quality.accept({ contact, remark: kind, said }), {
    done: (_, accepted) => {
      without(accepted)
      return t('quality.accepted')
    },
  })
  const gather = useOrder(
    async ({ contact, together }: Found) => {
      const people = [contact, ...(together?.contacts ?? [])]
      if (together === undefined || together.household === null) {
        const members = people.map((member) => ({ contact: member }))
        await client.households.make({ members, address: { contact, position: 0 } })
      } else await client.households.join({ id: together.household, contact })
      const read = await Promise.all(people.map((id) => client.people.read({ id })))
      return new Map(read.map(({ id, revision }) => [id, revision]))
    },
    {
      done: (revisions, gathered) => {
        without(gathered)
        put((known) => ({
          ...known,
          remarks: known.remarks.map((one) => ({ ...one, revision: revisions.get(one.contact) ?? one.revision })),
        }))
        return t(gathered.together?.household == null ? 'household.made' : 'household.joined')
      },
    },
  )
  // By the time an order is answered the next remark is in hand, and its keys are its own.
  const fixing = fix.isPending && fix.variables === remark
  const accepting = accept.isPending && accept.variables === remark
  const gathering = gather.isPending && gather.variables === remark
  const busy = fixing || accepting || gathering
  const move = (step: number) =>
    put((known) => ({ ...known, at: Math.max(0, Math.min(shown.length, known.at + step)) }))
  const doFix = () => {
    if (remark !== undefined && remark.changes.length > 0 && !busy) fix.mutate(remark)
  }
  const doAccept = () => {
    if (remark !== undefined && !busy) accept.mutate(remark)
  }
  const doGather = () => {
    if (remark?.together !== undefined && !busy) gather.mutate(remark)
  }
  const edit = () => {
    if (remark !== undefined) go({ screen: 'record', id: remark.contact, editing: true })
  }
  if (shown.length === 0) return <FirstStep title={t('quality.none')} text={t('quality.noneOfKind')} />
  if (remark === undefined) {
    return (
      <div>
        <FirstStep title={t('quality.done')} text={t('quality.doneHelp')}>
          <KeyButton words={t('quality.previous')} onDo={() => move(-1)} variant="default" />
        </FirstStep>
      </div>
    )
  }
  return (
    <div>
      <div className={classes.doings}>
        <span className={classes.place} role="status">
          {t('quality.place', { place: bench.at + 1, total: shown.length })}
        </span>
        {remark.together === undefined ? (
          <KeyButton words={t('quality.fix')} onDo={doFix} loading={fixing} disabled={remark.changes.length === 0} />
        ) : (
          <KeyButton words={t('household.make')} onDo={doGather} loading={gathering} />
        )}
        <KeyButton words={t('quality.edit')} onDo={edit} variant="default" />
        <KeyButton words={t('quality.accept')} onDo={doAccept} loading={accepting} variant="default" />
        <KeyButton words={t('quality.previous')} onDo={() => move(-1)} disabled={bench.at === 0} variant="subtle" />
        <KeyButton words={t('quality.next')} onDo={() => move(1)} variant="subtle" />
      </div>
      <Remark remark={remark} />
      {shown.length > bench.at + 1 && (
        <>
          <h2 className={classes.section}>{t('quality.following')}</h2>
          <ul className={classes.list}>
            {shown.slice(bench.at + 1, bench.at + 1 + ahead).map((next) => (
              <li key={`${next.contact} ${next.kind} ${next.field}`} className={classes.quiet}>
                <Sentence remark={next} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Remark({ remark }: { readonly remark: Found }) {
  const { t, language } = useWords()
  return (
    <section className={classes.card}>
      <h2>
        <a className={classes.link} href={fragmentOf({ screen: 'record', id: remark.contact, editing: false })}>
          {remark.displayName}
        </a>
      </h2>
      <p>{remarkWords(remark, language)}</p>
      {remark.changes.map(({ field, value }) => {
        const words = fieldWords(field)
        return (
          <p key={field}>
            {'key' in words ? t(words.key) : words.name} {t('quality.becomes')} <b>{value}</b>
          </p>
        )
      })}
    </section>
  )
}

function Sentence({ remark }: { readonly remark: Found }) {
  const { language } = useWords()
  return (
    <>
      {remark.displayName} – {remarkWords(remark, language)}
    </>
  )
}
