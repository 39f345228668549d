/** What the person at this computer likes: language, density, light or dark. Kept by the desk, not the association's business. */
import type { MantineColorSchemeManager } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo } from 'react'
import type { Preferences as Kept } from '../../../core/desk/desk.requests.ts'
import { ask, client } from '../client.ts'

type Preferences = { readonly [K in keyof Kept]-?: NonNullable<Kept[K]> }

const usual: Preferences = { language: 'fr', density: 'comfortable', colours: 'auto' }

type Choices = Preferences & { readonly prefer: (changes: Partial<Preferences>) => void }
const Context = createContext<Choices>({ ...usual, prefer: () => {} })

/** Shows nothing before the desk has answered, or failed to: a window does not change its language under its reader. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const kept = useQuery({ ...ask.desk.preferences.queryOptions({ input: {} }), retry: false })
  const { language = usual.language, density = usual.density, colours = usual.colours } = kept.data ?? {}
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  const choices = useMemo(() => {
    const prefer = (changes: Partial<Preferences>): void => {
      queries.setQueryData(ask.desk.preferences.queryKey({ input: {} }), (now: Kept | undefined) => ({
        ...now,
        ...changes,
      }))
      // Where the desk cannot keep it, the preference lasts as long as the window.
      client.desk.keepPreferences(changes).catch(() => {})
    }
    return { language, density, colours, prefer }
  }, [queries, language, density, colours])
  return kept.isPending ? null : <Context.Provider value={choices}>{children}</Context.Provider>
}

export const usePreferences = (): Choices => useContext(Context)

/** Light or dark as Mantine asks for it, kept with the other preferences. */
export const colourKeeper = ({ colours, prefer }: Choices): MantineColorSchemeManager => ({
  get: () => colours,
  set: (chosen) => prefer({ colours: chosen }),
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => prefer({ colours: usual.colours }),
})
