/** The window in the system's browser: the counter behind a loopback door. */
import { openCounter } from '../core/desk/counter.ts'
import { localDay } from './day.ts'
import { openDoor, type WebDoor } from './door.ts'
import type { Development } from './loopback.ts'
import { type Places, userName, usualPlaces } from './places.ts'

type WebOptions = Partial<Places> & {
  /** Association to open at once; refused with the office's own refusals. */
  readonly folder?: string
  /** Opens a browser window; otherwise the start file waits to be opened. */
  readonly open: boolean
  readonly by?: string
  readonly today?: () => string
  /** The page as Vite serves it, in development. */
  readonly development?: Development
  readonly silence?: number
}

/**
 * Serves the window on loopback until it is gone, or until SIGTERM, SIGINT or `close`.
 * `closed` settles with the reason once the association is closed and the start file and browser profile are removed.
 */
export async function serveWeb(options: WebOptions): Promise<WebDoor> {
  process.umask(0o077)
  const places = usualPlaces()
  const counter = openCounter({
    door: 'browser',
    by: options.by ?? userName(),
    today: options.today ?? localDay,
    resources: options.resources ?? places.resources,
    home: options.home ?? places.home,
    stateFolder: options.stateFolder ?? places.stateFolder,
  })
  try {
    if (options.folder !== undefined) await counter.open(options.folder)
    const door = await openDoor({
      router: counter.router,
      closeCounter: counter.close,
      open: options.open,
      pageFolder: options.pageFolder ?? places.pageFolder,
      ...(options.development ? { development: options.development } : {}),
      ...(options.silence === undefined ? {} : { silence: options.silence }),
    })
    const stop = () => void door.close()
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop)
    void door.closed.then(() => {
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.removeListener(signal, stop)
    })
    return door
  } catch (error) {
    await counter.close()
    throw error
  }
}
