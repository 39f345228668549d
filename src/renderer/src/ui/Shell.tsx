import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../client.ts'
import { DropCover } from '../exchange/DropCover.tsx'
import { leaveFile } from '../exchange/dropped-file.ts'
import { useDropAnywhere } from '../exchange/use-drop-anywhere.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from './icons.tsx'
import { KeysPanel } from './KeysPanel.tsx'
import { openPalette } from './Palette.tsx'
import { places } from './places.ts'
import { RunningWorks } from './RunningWorks.tsx'
import type { Route } from './route.ts'
import { fragmentOf, go } from './route.ts'
import classes from './Shell.module.css'
import { UndoBar } from './UndoBar.tsx'

const amongPeople: readonly Route['screen'][] = ['record', 'newRecord', 'households', 'returned']

const placeOf = (route: Route): Route['screen'] => (amongPeople.includes(route.screen) ? 'people' : route.screen)

/** The frame of an open association: where one can go at the left, the screen, the latest act at the foot. */
export function Shell({
  route,
  children,
  lost,
}: {
  readonly route: Route
  readonly children: ReactNode
  readonly lost: boolean
}) {
  const { t } = useWords()
  // The screen that brings lists in takes its files itself.
  const over = useDropAnywhere((file) => {
    leaveFile(file)
    go({ screen: 'import' })
  }, route.screen !== 'import')
  const association = useQuery(ask.association.read.queryOptions({ input: {} }))
  return (
    <div className={classes.window}>
      {over && <DropCover />}
      <button type="button" className={classes.skip} onClick={() => document.getElementById('screen')?.focus()}>
        {t('shell.skip')}
      </button>
      <div className={classes.side}>
        <div className={classes.association}>{association.data?.name ?? ' '}</div>
        <nav className={classes.navigation} aria-label={t('shell.navigation')}>
          {places.map(({ screen, icon, words }) => (
            <a
              key={screen}
              className={classes.link}
              href={fragmentOf({ screen })}
              aria-current={placeOf(route) === screen ? 'page' : undefined}
              title={t(words)}
            >
              <Icon name={icon} />
              {t(words)}
            </a>
          ))}
        </nav>
        <div className={classes.foot}>
          <RunningWorks route={route} />
          <button type="button" className={classes.quiet} onClick={openPalette}>
            <Icon name="search" />
            {t('palette.open')}
            <kbd className={classes.keys}>{t('palette.keys')}</kbd>
          </button>
          <KeysPanel />
        </div>
      </div>
      <main className={classes.main} id="screen" tabIndex={-1}>
        {lost && (
          <Text role="status" className={classes.lost}>
            {t('trouble.unreachable')}
          </Text>
        )}
        {children}
      </main>
      <UndoBar />
    </div>
  )
}
