/**
 * An HTTP server for one window on this computer: built files, the start file's door, and requests.
 * It knows nothing of what is asked; see server.ts for what stands behind it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Guard, type House, kindOf, sameSecret, verdict } from './guards.ts'
import {
  closedPolicy,
  contentPolicy,
  type DevelopmentSources,
  filePolicy,
  freshNonce,
  type Page,
  securityHeaders,
} from './page.ts'
import { arrivalPage, arrivalScript, arrivalScriptPath } from './start-file.ts'

export type Limits = {
  readonly bodyBytes: number
  readonly headersMilliseconds: number
  readonly requestMilliseconds: number
  readonly connections: number
  readonly headers: number
  readonly badTokens: number
  /** How often slow connections are looked for. */
  readonly checkMilliseconds: number
}

/** A request carries at most 600,000 bytes in base64: 800,000 characters and a little around them. */
export const usualLimits: Limits = {
  bodyBytes: 1_048_576,
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  connections: 32,
  headers: 64,
  badTokens: 20,
  checkMilliseconds: 2_000,
}

/** Replaces the built page while it is being written: Vite's own handler, and where its socket listens. */
export type Development = DevelopmentSources & {
  readonly page: (nonce: string) => Promise<string>
  readonly handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}

type LoopbackOptions = {
  readonly guards: readonly Guard[]
  readonly limits: Limits
  readonly page: Page | Development
  readonly token: string
  /** The start file's secret, good once. */
  readonly pass: string
  /** Answers a request that passed the gate; its parsed body is `request.body`. Says whether it knew the path. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  /** The start file was used. */
  readonly onArrival: () => void
  /** A request with the right token began (+1) or ended (-1). */
  readonly onLife: (change: 1 | -1) => void
  readonly onTooManyBadTokens: () => void
}

type Loopback = {
  readonly port: number
  readonly origin: string
  /** Takes no new connection; `cut` ends those that are left. */
  readonly close: (cut: boolean) => Promise<void>
}

/** Listens on 127.0.0.1, on a port the system chooses. */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { limits } = options
  const server = createServer({
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: limits.checkMilliseconds,
    // The guards look at Host themselves, so that a missing one is refused in the same words as a wrong one.
    requireHostHeader: false,
    insecureHTTPParser: false,
    maxHeaderSize: 16_384,
  })
  server.maxConnections = limits.connections
  // One more than allowed, so that the guard sees that there were too many.
  server.maxHeadersCount = limits.headers + 1
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseSocket(socket, statusOfParser(error)))
  for (const event of ['upgrade', 'connect'] as const)
    server.on(event, (_request: IncomingMessage, socket: Duplex) => socket.destroy())
  for (const event of ['checkContinue', 'checkExpectation'] as const)
    server.on(event, (_request: IncomingMessage, response: ServerResponse) => refuse(response, 417))

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port')
  const house: House = { host: `127.0.0.1:${address.port}`, token: options.token, maxHeaders: limits.headers }
  server.on('request', receiver(options, house))
  return { port: address.port, origin: `http://${house.host}`, close: (cut) => close(server, cut) }
}

function receiver(options: LoopbackOptions, house: House) {
  let badTokens = 0
  let pass: string | undefined = options.pass

  return (request: IncomingMessage, response: ServerResponse): void => {
    const target = request.url ?? ''
    const asked = { method: request.method ?? '', target, rawHeaders: request.rawHeaders }
    const refusal = verdict(options.guards, asked, house)
    if (refusal) {
      refuse(response, refusal.status)
      if (refusal.badToken && ++badTokens === options.limits.badTokens) options.onTooManyBadTokens()
      return
    }
    const failed = () => refuse(response, 500)
    if (kindOf(target) === 'rpc') ask(options, request, response).catch(failed)
    else if (kindOf(target) === 'start') start(request, response).catch(failed)
    else serveFile(options, request, response).catch(failed)
  }

  async function start(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request, 1024)
    if (typeof body === 'number') return refuse(response, body)
    const given = new URLSearchParams(body.toString('latin1')).get('pass') ?? ''
    if (pass === undefined || !sameSecret(given, pass)) return refuse(response, 401)
    pass = undefined
    options.onArrival()
    send(response, 200, "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'", {
      type: 'text/html; charset=utf-8',
      body: arrivalPage(house.token),
    })
  }
}

async function ask(options: LoopbackOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await bodyOf(request, options.limits.bodyBytes)
  if (typeof bytes === 'number') return refuse(response, bytes)
  const body = parsed(bytes)
  if (body === undefined) return refuse(response, 400)
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value)
  options.onLife(1)
  response.once('close', () => options.onLife(-1))
  const known = await options.answer(Object.assign(request, { body }), response)
  if (!known) refuse(response, 404)
}

async function serveFile({ page }: LoopbackOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? ''
  if (target === arrivalScriptPath)
    return send(response, 200, closedPolicy, { type: 'text/javascript; charset=utf-8', body: arrivalScript })
  if (target === '/') {
    const nonce = freshNonce()
    const development = 'handle' in page ? page : undefined
    const body = 'handle' in page ? await page.page(nonce) : page.html(nonce)
    return send(response, 200, contentPolicy(nonce, development), { type: 'text/html; charset=utf-8', body })
  }
  if ('handle' in page) {
    for (const [name, value] of Object.entries(securityHeaders(filePolicy))) response.setHeader(name, value)
    return page.handle(request, response, () => refuse(response, 404))
  }
  const file = page.files.get(target)
  if (!file) return refuse(response, 404)
  send(response, 200, filePolicy, { type: file.type, body: await file.bytes() })
}

/** The whole body, or the status to refuse it with. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | number> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 413
  const parts: Buffer[] = []
  let size = 0
  // A stream destroyed at an early return would take the refusal with it.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return 413
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const strictText = new TextDecoder('utf-8', { fatal: true })

function parsed(bytes: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(strictText.decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function send(
  response: ServerResponse,
  status: number,
  policy: string,
  content: { readonly type: string; readonly body: string | Buffer },
): void {
  const body = Buffer.from(content.body)
  response.writeHead(status, {
    ...securityHeaders(policy),
    'Content-Type': content.type,
    'Content-Length': body.length,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** A refusal has a status and nothing else: no words that could teach a stranger, and the connection ends. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, { ...securityHeaders(), Connection: 'close', 'Content-Length': 0 })
  response.end()
}

const statusOfParser = (error: NodeJS.ErrnoException): number =>
  error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400

function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const headers = Object.entries({ ...securityHeaders(), Connection: 'close', 'Content-Length': '0' })
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} `, ...lines, '', ''].join('\r\n'), () => socket.destroy())
}

function close(server: Server, cut: boolean): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if (cut) server.closeAllConnections()
    else server.closeIdleConnections()
  })
}
