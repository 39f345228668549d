/** A door on loopback: the server, its start file, the window that stands in it, and its end. */
import { randomBytes } from 'node:crypto'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { rpcPrefix } from '../preload/bridge.ts'
import {
  findBrowser,
  type NoWindow,
  type OpenWindow,
  openWindow,
  type Surroundings,
  surroundings,
  whyNoWindow,
} from './browser.ts'
import { type Guard, loopbackGuards } from './guards.ts'
import { usualSilence, watchLife } from './life.ts'
import { type Development, type Limits, openLoopback, usualLimits } from './loopback.ts'
import { loadPage } from './page.ts'
import { usualPlaces } from './places.ts'
import { type StartFile, writeStartFile } from './start-file.ts'

/** Why the server stopped. */
type WebEnd = 'asked' | 'windowClosed' | 'windowSilent' | 'tooManyBadTokens'

export type Opening = 'opened' | 'notAsked' | NoWindow

export type DoorOptions = {
  /** What stands at the counter. */
  readonly router: AnyRouter
  readonly closeCounter: () => Promise<void>
  /** Opens a browser window; otherwise the start file waits to be opened. */
  readonly open: boolean
  readonly pageFolder?: string
  readonly development?: Development
  /** Milliseconds of silence after which the window is gone. */
  readonly silence?: number
  readonly limits?: Partial<Limits>
  /** The computer as it is, unless a test says otherwise. */
  readonly surroundings?: Surroundings
  /** Tests leave one out to see that it mattered. */
  readonly guards?: readonly Guard[]
}

export type WebDoor = {
  /** The file to open in a browser: good once, readable by this user alone. */
  readonly startFile: string
  readonly port: number
  readonly origin: string
  /** Settles when the window has arrived, or with the reason why the start file has to be opened by hand. */
  readonly opening: Promise<Opening>
  readonly closed: Promise<WebEnd>
  /** Lets what is being written finish, cancels long works, then closes the association. */
  readonly close: () => Promise<WebEnd>
}

/** Milliseconds left to answers in progress before their connections are cut. */
const lastAnswers = 1_000

/** Opens the loopback door on a counter that is already there. */
export async function openDoor(options: DoorOptions): Promise<WebDoor> {
  const token = randomBytes(32).toString('base64url')
  const pass = randomBytes(32).toString('base64url')
  const handler = new RPCHandler(options.router)
  const { promise: closed, resolve: settle, reject: fail } = Promise.withResolvers<WebEnd>()
  const { promise: opening, resolve: opened } = Promise.withResolvers<Opening>()
  let window: OpenWindow | undefined
  let arrived = false
  let ending = false

  const end = (why: WebEnd): Promise<WebEnd> => {
    if (!ending) tidy().then(() => settle(why), fail)
    ending = true
    return closed
  }
  const life = watchLife(options.silence ?? usualSilence, () => void end('windowSilent'))
  const loopback = await openLoopback({
    guards: options.guards ?? loopbackGuards,
    limits: { ...usualLimits, ...options.limits },
    page: options.development ?? loadPage(options.pageFolder ?? usualPlaces().pageFolder),
    token,
    pass,
    answer: async (request, response) => (await handler.handle(request, response, { prefix: rpcPrefix })).matched,
    onArrival: () => {
      arrived = true
      opened('opened')
      start.used()
      // A window that we started is there as long as its process, however seldom a hidden page is woken.
      if (!window) life.arrived()
    },
    onLife: life.changed,
    onTooManyBadTokens: () => void end('tooManyBadTokens'),
  })
  let start: StartFile
  try {
    start = writeStartFile(loopback.origin, pass)
  } catch (error) {
    life.stop()
    await loopback.close(true)
    throw error
  }

  async function tidy(): Promise<void> {
    life.stop()
    const gone = loopback.close(false)
    try {
      // Cancels long works, whose visitors are told so, and finishes what is being written.
      await options.closeCounter()
      const cut = setTimeout(() => void loopback.close(true), lastAnswers)
      await gone
      clearTimeout(cut)
    } finally {
      window?.end()
      await window?.ended
      start.clear()
    }
  }

  const around = options.surroundings ?? surroundings()
  const browser = options.open ? findBrowser(around) : undefined
  const noWindow = options.open ? whyNoWindow(around, browser) : 'notAsked'
  if (browser !== undefined && noWindow === undefined) {
    window = openWindow(browser, start.path, start.folder)
    void window.ended.then(() => {
      if (arrived) return end('windowClosed')
      // It could not start (a sandbox the system forbids, for one): the start file still can be opened by hand.
      window = undefined
      opened('browserFailed')
    })
  } else opened(noWindow ?? 'noBrowser')

  return {
    startFile: start.path,
    port: loopback.port,
    origin: loopback.origin,
    opening,
    closed,
    close: () => end('asked'),
  }
}
