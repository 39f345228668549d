import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DirectoryProof } from '../../../core/directory/directory.requests.ts'
import { publishedFieldKeys } from '../consents/consent-words.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from '../ui/route.ts'
import classes from './Directory.module.css'

const whyKeys = {
  trashed: 'directory.whyTrashed',
  resigned: 'status.resigned',
  struckOff: 'status.struckOff',
  deceased: 'status.deceased',
  lost: 'status.lost',
  contact: 'directory.whyContact',
  opposed: 'consent.whyOpposed',
  minor: 'consent.whyMinor',
  notPublished: 'consent.whyNotPublished',
} as const satisfies Record<DirectoryProof['left'][number]['why'], PlainKey>

/** As many names as are shown of one kind; the rest is counted. */
const shown = 200

/** What a careful reader checks before printing: who is not in, what no font can draw, what had to be fitted. */
export function ProofPanel({ proof }: { readonly proof: DirectoryProof }) {
  const { t } = useWords()
  const said = [proof.left, proof.withheld, proof.doubtful, proof.missing, proof.shortened]
  const clean = said.every(({ length }) => length === 0)
  return (
    <section className={classes.proof}>
      <Title order={2}>{t('directory.proof')}</Title>
      {clean && <Text>{t('directory.clean')}</Text>}
      <Names
        summary={t('directory.missing', { count: proof.missing.length })}
        entries={proof.missing.map(({ id, name, text }) => ({ id, name, why: text }))}
        opened
      />
      <Names
        summary={t('directory.doubtful', { count: proof.doubtful.length })}
        entries={proof.doubtful.map(({ id, name, email }) => ({ id, name, why: email }))}
        opened
      />
      <Names
        summary={t('directory.left', { count: proof.left.length })}
        entries={proof.left.map(({ id, name, why }) => ({ id, name, why: t(whyKeys[why]).toLowerCase() }))}
      />
      <Names
        summary={t('consent.withheld', { count: proof.withheld.length })}
        entries={proof.withheld.map(({ id, name, fields }) => ({
          id,
          name,
          why: t('consent.without', {
            fields: fields.map((field) => t(publishedFieldKeys[field]).toLowerCase()).join(', '),
          }),
        }))}
      />
      <Names
        summary={t('directory.shortened', { count: proof.shortened.length })}
        entries={proof.shortened.map(({ id, name, text, how }) => ({
          id,
          name,
          why: `${t(how === 'narrowed' ? 'directory.narrowed' : 'directory.wrapped')} – ${text}`,
        }))}
      />
    </section>
  )
}

type Entry = { readonly id: number; readonly name: string; readonly why: ReactNode }

function Names({
  summary,
  entries,
  opened = false,
}: {
  readonly summary: string
  readonly entries: readonly Entry[]
  readonly opened?: boolean
}) {
  const { t } = useWords()
  if (entries.length === 0) return null
  return (
    <details className={classes.details} open={opened}>
      <summary>{summary}</summary>
      <ul className={classes.names}>
        {entries.slice(0, shown).map(({ id, name, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record may be named twice, and a proof does not move
          <li key={index}>
            <a href={fragmentOf({ screen: 'record', id, editing: false })}>{name}</a>{' '}
            <span className={classes.why}>– {why}</span>
          </li>
        ))}
        {entries.length > shown && <li>{t('directory.more', { count: entries.length - shown })}</li>}
      </ul>
    </details>
  )
}
