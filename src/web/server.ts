/** The window in the system's browser: the counter behind a loopback door. */
import { openCounter } from '../core/desk/counter.ts'
import { Refusal } from '../core/kit/refusal.ts'
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
  /** Aborted by whoever listens to the process's signals. */
  readonly signal: AbortSignal
}

/**
 * Serves the window on loopback until it is gone, `signal` is aborted or `close` is called. Aborted before the door is
 * there, it refuses `cancelled` and leaves nothing.
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
    refuseCancelled(options.signal)
    if (options.folder !== undefined) await counter.open(options.folder)
    refuseCancelled(options.signal)
    const door = await openDoor({
      router: counter.router,
      closeCounter: counter.close,
      open: options.open,
      pageFolder: options.pageFolder ?? places.pageFolder,
      ...(options.development ? { development: options.development } : {}),
      ...(options.silence === undefined ? {} : { silence: options.silence }),
    })
    if (options.signal.aborted) await door.close()
    refuseCancelled(options.signal)
    const stop = () => void door.close()
    options.signal.addEventListener('abort', stop, { once: true })
    void door.closed.finally(() => options.signal.removeEventListener('abort', stop)).catch(() => {})
    return door
  } catch (error) {
    await counter.close()
    throw error
  }
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('cancelled')
}
