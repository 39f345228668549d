/**
 * Who may speak to the loopback server, decided before a request is read any further.
 *
 * The list is applied in order and the first refusal is the answer. Each guard stands alone, so that a test can leave
 * one out and watch the attack it stops succeed.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { rpcPrefix, tokenHeader } from '../preload/bridge.ts'

export type Asked = {
  readonly method: string
  readonly target: string
  /** Names and values in turn, as Node hands them over, doubles included. */
  readonly rawHeaders: readonly string[]
}

export type House = {
  /** `127.0.0.1:PORT`. */
  readonly host: string
  readonly token: string
  readonly maxHeaders: number
}

type Verdict = { readonly status: number; readonly badToken?: true }

export type Guard = {
  readonly name: GuardName
  readonly refuses: (asked: Asked, house: House) => Verdict | undefined
}

export type GuardName = 'host' | 'headers' | 'target' | 'method' | 'origin' | 'fetchSite' | 'contentType' | 'token'

/** Every value of a header: two of them is an attack as often as not. */
export function valuesOf(asked: Asked, name: string): string[] {
  const values: string[] = []
  for (let index = 0; index + 1 < asked.rawHeaders.length; index += 2)
    if (asked.rawHeaders[index]?.toLowerCase() === name) values.push(asked.rawHeaders[index + 1] ?? '')
  return values
}

const only = (asked: Asked, name: string): string | undefined => {
  const values = valuesOf(asked, name)
  return values.length === 1 ? values[0] : undefined
}

/** Where the start file posts its pass, once. */
export const startTarget = '/start'

/** Three kinds of place: requests, the door of the start file, and built files that hold nobody's data. */
export const kindOf = (target: string): 'rpc' | 'start' | 'file' =>
  target.startsWith(`${rpcPrefix}/`) ? 'rpc' : target === startTarget ? 'start' : 'file'

/** Compares without telling, by the time it takes, how much of the secret was right. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

const guard = (name: GuardName, refuses: Guard['refuses']): Guard => ({ name, refuses })

/** The whole gate, in order. */
export const loopbackGuards: readonly Guard[] = [
  // DNS rebinding: a page of evil.test that resolves to 127.0.0.1 still sends its own name here.
  guard('host', (asked, house) => (only(asked, 'host') === house.host ? undefined : { status: 421 })),
  guard('headers', (asked, house) => (asked.rawHeaders.length / 2 <= house.maxHeaders ? undefined : { status: 431 })),
  guard('target', (asked) =>
    asked.target.startsWith('/') && asked.target.length <= 2048 ? undefined : { status: 400 },
  ),
  guard('method', (asked) => {
    const allowed = kindOf(asked.target) === 'file' ? ['GET', 'HEAD'] : ['POST']
    return allowed.includes(asked.method) ? undefined : { status: 405 }
  }),
  guard('origin', (asked, house) => {
    const origins = valuesOf(asked, 'origin')
    const kind = kindOf(asked.target)
    if (origins.length === 0 && kind === 'file') return undefined
    // A file on disk has no origin, and browsers say `null` for it.
    const ours = kind === 'start' ? 'null' : `http://${house.host}`
    return origins.length === 1 && origins[0] === ours ? undefined : { status: 403 }
  }),
  guard('fetchSite', (asked) => {
    const kind = kindOf(asked.target)
    const site = only(asked, 'sec-fetch-site')
    if (site === 'same-origin' && kind !== 'start') return undefined
    if (kind === 'rpc') return { status: 403 }
    // The page is reached from the start file or by hand, as a window of its own, never as a part of another page.
    const asWindow = only(asked, 'sec-fetch-dest') === 'document' && only(asked, 'sec-fetch-mode') === 'navigate'
    return asWindow && (kind === 'start' || asked.target === '/') ? undefined : { status: 403 }
  }),
  guard('contentType', (asked) => {
    const kind = kindOf(asked.target)
    if (kind === 'file') return undefined
    const expected =
      kind === 'rpc' ? /^application\/json(?:;\s*charset=utf-8)?$/i : /^application\/x-www-form-urlencoded$/i
    const fits = expected.test(only(asked, 'content-type') ?? '')
    return fits && valuesOf(asked, 'content-encoding').length === 0 ? undefined : { status: 415 }
  }),
  // Last, so that a web page, which cannot pass the guards above, can never make the count of bad tokens rise.
  guard('token', (asked, house) => {
    if (kindOf(asked.target) !== 'rpc') return undefined
    const given = only(asked, tokenHeader)
    return given !== undefined && sameSecret(given, house.token) ? undefined : { status: 401, badToken: true }
  }),
]

export function verdict(guards: readonly Guard[], asked: Asked, house: House): Verdict | undefined {
  for (const { refuses } of guards) {
    const refusal = refuses(asked, house)
    if (refusal) return refusal
  }
  return undefined
}
