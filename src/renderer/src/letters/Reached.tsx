import type { LettersReport, Unreached } from '../../../core/letters/letters.requests.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from '../ui/route.ts'
import classes from './Letters.module.css'

const whyKeys = {
  noAddress: 'letters.why.noAddress',
  returned: 'letters.why.returned',
  noEmail: 'letters.why.noEmail',
  wish: 'letters.why.wish',
  byEmail: 'letters.why.byEmail',
  dead: 'letters.why.dead',
  trashed: 'letters.why.trashed',
} as const satisfies Record<Unreached, PlainKey>

/** Names shown; the rest are counted. */
const shown = 100

type Told = Pick<LettersReport, 'doubtful' | 'nobody' | 'unreached'>

/** How many are reached by which way, and who is not and why. */
export function Reached({ report }: { readonly report: LettersReport | undefined }) {
  const { t } = useWords()
  const ways =
    report &&
    `${t('letters.byPost', { count: report.post })}${report.email > 0 ? `, ${t('letters.byEmail', { count: report.email })}` : ''}`
  const doubtful = t('letters.doubtful', { count: report?.doubtful.length ?? 0 })
  return <ReachedWhom said={ways ?? ''} doubtful={doubtful} report={report} />
}

/** What is `said` of who is reached and of `doubtful` addresses, then whose these are, who is not reached, and why. */
export function ReachedWhom({
  said,
  doubtful,
  report,
}: {
  readonly said: string
  readonly doubtful: string
  readonly report: Told | undefined
}) {
  const { t } = useWords()
  return (
    <section className={classes.reach} aria-label={t('letters.reach')} aria-busy={report === undefined}>
      {report !== undefined && (
        <>
          <p role="status">{said}</p>
          {report.doubtful.length > 0 && (
            <p>
              {doubtful}
              {' – '}
              {report.doubtful.slice(0, 5).map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <a href={fragmentOf({ screen: 'record', id, editing: false })}>{name}</a>
                </span>
              ))}
            </p>
          )}
          {report.unreached > 0 && (
            <details>
              <summary>{t('letters.unreached', { count: report.unreached })}</summary>
              <ul>
                {report.nobody.slice(0, shown).map(({ id, name, why }) => (
                  <li key={id}>
                    <a href={fragmentOf({ screen: 'record', id, editing: false })}>{name}</a>{' '}
                    <span className={classes.quiet}>– {t(whyKeys[why])}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  )
}
