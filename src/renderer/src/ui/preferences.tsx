/** What the person at this computer likes: language, density, light or dark. Not the association's business. */
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { Language } from '../i18n/phrases.ts'

export type Density = 'comfortable' | 'compact'
type Preferences = { readonly language: Language; readonly density: Density }

const key = 'amicale-preferences'
const usual: Preferences = { language: 'fr', density: 'comfortable' }

function remembered(): Preferences {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? '{}') as Partial<Record<keyof Preferences, unknown>>
    return {
      language: kept.language === 'en' ? 'en' : 'fr',
      density: kept.density === 'compact' ? 'compact' : 'comfortable',
    }
  } catch {
    return usual
  }
}

type Kept = Preferences & { readonly prefer: (changes: Partial<Preferences>) => void }
const Context = createContext<Kept>({ ...usual, prefer: () => {} })

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(remembered)
  useEffect(() => {
    document.documentElement.dataset.density = preferences.density
    try {
      window.localStorage.setItem(key, JSON.stringify(preferences))
    } catch {
      // A browser may forbid storage; the preference then lasts as long as the window.
    }
  }, [preferences])
  const kept = useMemo(
    () => ({
      ...preferences,
      prefer: (changes: Partial<Preferences>) => setPreferences((now) => ({ ...now, ...changes })),
    }),
    [preferences],
  )
  return <Context.Provider value={kept}>{children}</Context.Provider>
}

export const usePreferences = (): Kept => useContext(Context)
