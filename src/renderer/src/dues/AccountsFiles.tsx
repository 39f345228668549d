import { Button, Group, Title } from '@mantine/core'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { savedPaper } from '../ui/fetch-paper.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Dues.module.css'

const make = savedPaper(client.exchange.exportAccounts)
const files = ['lines', 'months', 'journal'] as const

/** A civil year as files: what a treasurer computes with, and what an accounting program takes in. */
export function AccountsFiles({ year }: { readonly year: number }) {
  const { t } = useWords()
  const note = useTroubleNote()
  const work = useWork(make)
  const save = async (what: (typeof files)[number]) => {
    try {
      // A journal as other programs read it.
      const form = what === 'journal' ? ({ format: 'csv', csv: 'rfc' } as const) : ({ format: 'xlsx' } as const)
      await work.run({ what, from: `${year}-01-01`, until: `${year}-12-31`, ...form })
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <section aria-label={t('accounts.files')}>
      <Title order={3}>{t('accounts.files')}</Title>
      <p className={classes.quiet}>{t('accounts.filesHelp')}</p>
      {work.running ? (
        <WorkProgress running={work.running} cancel={work.cancel} />
      ) : (
        <Group>
          {files.map((what) => (
            <Button key={what} variant="default" onClick={() => void save(what)}>
              {t(`accounts.file.${what}`)}
            </Button>
          ))}
        </Group>
      )}
    </section>
  )
}
