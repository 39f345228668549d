/**
 * What may come through the window's port, before the request library sees it: text of a bounded length, of the shape
 * our own page sends. The page is sandboxed but may be deceived; main must stay on its feet whatever it is sent.
 */

/** The part of Electron's MessagePortMain that we use. */
export type MainPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  readonly postMessage: (message: unknown) => void
  readonly start: () => void
  readonly close: () => void
}

/** In characters; the same bound as a request's body on loopback. */
export const largestMessage = 1_048_576

/** A request (`p.u` is its path) or the cancelling of one (`t: 4`). Streams towards the office do not exist. */
const abort = 4

/** A port that passes on, as plain data, only the messages that have our shape. */
export function gatedPort(port: MainPort) {
  return {
    on: (event: string, listener: (event?: { data: unknown }) => void): void => {
      if (event === 'close') port.on('close', () => listener())
      if (event === 'message')
        port.on('message', ({ data }) => {
          const message = requestMessage(data)
          if (message) listener({ data: message })
        })
    },
    postMessage: (message: unknown): void => port.postMessage(message),
  }
}

type RequestMessage = { readonly i: string; readonly t?: typeof abort; readonly p?: object }

/** The message as plain data, or nothing. */
export function requestMessage(data: unknown): RequestMessage | undefined {
  if (typeof data !== 'string' || data.length > largestMessage) return undefined
  const message = parsed(data)
  if (!isRecord(message) || typeof message.i !== 'string' || !/^[\w-]{1,40}$/.test(message.i)) return undefined
  if (message.t === abort) return { i: message.i, t: abort }
  if (message.t !== undefined || !isRecord(message.p)) return undefined
  const { u: path, b: body, h: headers, m: method } = message.p
  if (typeof path !== 'string' || !/^\/[\w/]{1,100}$/.test(path)) return undefined
  if (headers !== undefined || method !== undefined) return undefined
  return { i: message.i, p: { u: path, ...(body === undefined ? {} : { b: body }) } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
