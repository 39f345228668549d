import { Progress } from '@mantine/core'
import { useEffect } from 'react'
import { useWords } from '../i18n/words.tsx'
import { stopKeptWorks, useKeptWorks } from './kept-work.ts'
import type { Route } from './route.ts'
import { fragmentOf } from './route.ts'
import classes from './Shell.module.css'

/** At the side of every screen but their own: works that go on, how far they are, and the way to where they were asked. */
export function RunningWorks({ route }: { readonly route: Route }) {
  const { t } = useWords()
  const works = [...useKeptWorks()].filter(([, { from }]) => from.screen !== route.screen)
  useEffect(() => stopKeptWorks, [])
  return (
    <div role="status">
      {works.map(([name, { words, from, running }]) => (
        <a key={name} className={classes.work} href={fragmentOf(from)}>
          {t(words)}
          <Progress
            value={running.total > 0 ? (100 * running.done) / running.total : 100}
            animated={running.total === 0}
            striped={running.total === 0}
            size="sm"
            mt={4}
            aria-label={t(words)}
          />
        </a>
      ))}
    </div>
  )
}
