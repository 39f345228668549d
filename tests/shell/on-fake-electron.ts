/** Preloaded by a test: gives the built main a fake Electron, then says, in JSON, what it did with it. */
import { registerHooks } from 'node:module'

const fakeUrl = new URL('./fake-electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fakeUrl, shortCircuit: true } : next(specifier, context),
})
const fake = await import('./fake-electron.ts')

process.once('beforeExit', async () => {
  type Handler = (asked: { url: string; method: string }) => Promise<Response>
  const answer = fake.sessions[0]?.handlers.protocol as unknown as Handler
  const look = async (url: string) => {
    const { status, headers } = await answer({ url, method: 'GET' })
    return { status, policy: headers.get('content-security-policy') }
  }
  const { readFileSync } = await import('node:fs')
  const files = JSON.parse(readFileSync('out/renderer/files.json', 'utf8')) as { name: string }[]
  const script = files.find(({ name }) => name.endsWith('.js'))?.name
  const made = fake.calls.find(([name]) => name === 'new BrowserWindow')?.[1] as { webPreferences: { preload: string } }
  const seen = {
    order: fake.calls.map(([name]) => name),
    windows: fake.windows.length,
    address: fake.calls.find(([name]) => name === 'window.loadURL')?.[1],
    preload: made.webPreferences.preload,
    page: await look('app://amicale/'),
    file: await look(`app://amicale/${script}`),
    other: await look('app://amicale/../package.json'),
  }
  process.stdout.write(JSON.stringify(seen))
})
