// First: schemas are made while modules are being read.
import './ui/plain-checks.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@mantine/dropzone/styles.css'
import './ui/fonts.css'
import './ui/base.css'
import { App } from './App.tsx'
import { PreferencesProvider } from './ui/preferences.tsx'
import { troubleOf } from './ui/refusals.ts'
import { trustOwnScripts } from './ui/trusted-types.ts'

trustOwnScripts()

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The office is on this computer: what it answers holds until an order changes it, and waiting for a network makes no sense.
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (count, thrown) => count < 2 && troubleOf(thrown).kind === 'unreachable',
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <PreferencesProvider>
          <App />
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
