/** The window in the system's browser: the counter behind a loopback door. */
import { openCounter } from '../core/desk/counter.ts'
import { openDoor, type WebDoor } from './door.ts'
import type { Development } from './loopback.ts'
import { type Places, usualPlaces } from './places.ts'

export type WebOptions = Partial<Places> & {
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

/** Today where the secretary sits, `YYYY-MM-DD`. */
const localDay = (): string => {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
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
    by: options.by ?? 'secretary',
    today: options.today ?? localDay,
    resources: options.resources ?? places.resources,
    home: options.home ?? places.home,
    stateFolder: options.stateFolder ?? places.stateFolder,
  })
  const closeCounter = async () => {
    await counter.close()
  }
  try {
    if (options.folder !== undefined) await counter.open(options.folder)
    const door = await openDoor({
      router: counter.router,
      closeCounter,
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
    await closeCounter()
    throw error
  }
}
