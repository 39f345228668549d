/** What the page may reach and who may speak to main: pure decisions, and the one place where they are set up. */
import type { App, Session, WebContents, WebFrameMain } from 'electron'

export const scheme = 'app'
export const appOrigin = `${scheme}://amicale`

/** Where the window's page lives: our own scheme, or Vite's server while the page is being written. */
export type Home = { readonly origin: string; readonly address: string; readonly development: boolean }

const builtHome: Home = { origin: appOrigin, address: `${appOrigin}/`, development: false }

/** A packaged app never looks at its environment; in development only a server of this computer will do. */
export function homeOf(packaged: boolean, env: Readonly<Record<string, string | undefined>>): Home {
  const address = env.ELECTRON_RENDERER_URL
  if (packaged || address === undefined) return builtHome
  const origin = /^(http:\/\/(?:127\.0\.0\.1|localhost):\d{1,5})\/?$/.exec(address)?.[1]
  return origin === undefined ? builtHome : { origin, address: `${origin}/`, development: true }
}

/** The page itself, and nothing beside it: the only place a window may be taken to. */
export const mayNavigate = (url: string, home: Home): boolean => url === home.address || url === `${home.address}#`

/** What the page and its workers may fetch. Everything else is cut: the app has no network. */
export function mayFetch(url: string, home: Home): boolean {
  if (url.startsWith(`${home.origin}/`) || url.startsWith(`blob:${home.origin}/`)) return true
  if (!home.development) return false
  return url.startsWith('devtools://') || url.startsWith(`${home.origin.replace('http:', 'ws:')}/`)
}

/** A download is a file the page made itself, from the bytes the office gave it. */
export const mayDownload = (url: string, home: Home): boolean => url.startsWith(`blob:${home.origin}/`)

type Sender = {
  readonly senderFrame: Pick<WebFrameMain, 'origin' | 'parent'> | null
  readonly sender: Pick<WebContents, 'id'>
}

/** Our own window's main frame, still on our own page. */
export const isOurWindow = ({ senderFrame, sender }: Sender, windowId: number | undefined, home: Home): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.origin === home.origin && sender.id === windowId

/** Refuses what a page may ask of the system, and the whole network. */
export function guardSession(session: Session, home: Home): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayFetch(url, home) }))
}

/** Keeps every page, ours included, where it is: no other address, no other window, nothing embedded. */
export function guardContents(app: Pick<App, 'on'>, home: Home): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url, home)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !mayNavigate(event.url, home)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!mayNavigate(event.url, home)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
