import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nonceSelector } from '../../preload/bridge.ts'
import { ask, client } from './client.ts'
import { WelcomeScreen } from './desk/WelcomeScreen.tsx'
import { WordsProvider } from './i18n/words.tsx'
import { OpenAssociation } from './OpenAssociation.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { colourKeeper, usePreferences } from './ui/preferences.tsx'
import shell from './ui/Shell.module.css'
import { windowTheme } from './ui/theme.ts'
import { useThemeSheet } from './ui/theme-sheet.ts'
import { Waiting } from './ui/Waiting.tsx'

/** The colour of the window before an association has chosen its own. */
const usualAccent = '#1d5c63'

const nonce = (): string => document.querySelector<HTMLMetaElement>(nonceSelector)?.nonce ?? ''

/** The office closes by itself when no window has shown itself for about a minute. */
const heartbeatEvery = 15_000

export function App() {
  const choices = usePreferences()
  const [colours] = useState(() => colourKeeper(choices))
  const state = useQuery(ask.desk.state.queryOptions({ input: {} }))
  const open = state.data?.open
  const heartbeat = useQuery({
    queryKey: ['heartbeat'],
    queryFn: ({ signal }) => client.desk.heartbeat({}, { signal }),
    refetchInterval: heartbeatEvery,
    refetchIntervalInBackground: true,
  })
  const association = useQuery({ ...ask.association.read.queryOptions({ input: {} }), enabled: open !== undefined })
  const accent = association.data?.accent ?? usualAccent
  useThemeSheet(accent)
  return (
    <MantineProvider
      theme={windowTheme(accent)}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <WordsProvider language={choices.language}>
        <Notifications
          className={shell.notes}
          position="bottom-left"
          limit={3}
          zIndex={400}
          pauseResetOnHover="notification"
        />
        <FaultBoundary at={open?.folder ?? ''}>
          {state.data === undefined ? (
            <Waiting trouble={state.error} />
          ) : open ? (
            <OpenAssociation key={open.folder} folder={open.folder} lost={heartbeat.isError} />
          ) : (
            <WelcomeScreen state={state.data} />
          )}
        </FaultBoundary>
      </WordsProvider>
    </MantineProvider>
  )
}
