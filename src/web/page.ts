/**
 * The built page as the doors serve it: a closed list of files, and the headers that go with every answer.
 * Shared by the loopback server (src/web) and Electron's own scheme (src/main).
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../core/kit/refusal.ts'

/** Put by the build wherever the page needs the nonce of its load. */
export const noncePlaceholder = 'AMICALE_NONCE'

/** What a door lets a page in development reach besides itself: the hot-reload socket, `ws://127.0.0.1:PORT`. */
export type DevelopmentSources = { readonly socket: string }

/**
 * The content policy of one load of the page. `nonce` lets in the `<style>` elements that the interface library makes;
 * scripts never need it. In development Vite inlines scripts and talks to a socket, and trusted types stay off.
 */
export function contentPolicy(nonce: string, development?: DevelopmentSources): string {
  const noncing = `'nonce-${nonce}'`
  const policy = [
    "default-src 'none'",
    development ? `script-src 'self' ${noncing}` : "script-src 'self'",
    `style-src 'self' ${noncing}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    development ? `connect-src 'self' ${development.socket}` : "connect-src 'self'",
    development ? "worker-src 'self' blob:" : "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return [...policy, ...(development ? [] : ["require-trusted-types-for 'script'", 'trusted-types default'])].join('; ')
}

/** Policy of every answer that is not the page: nothing may load, run or be framed. */
export const closedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Policy of a built file: that of a worker is its own file's, not the page's. */
export const filePolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Headers of every answer, refusals and malformed requests included. */
export const securityHeaders = (policy: string = closedPolicy): Record<string, string> => ({
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Permissions-Policy': permissionsPolicy,
})

const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

export const freshNonce = (): string => randomBytes(18).toString('base64url')

const typeOf: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  bcmap: 'application/octet-stream',
}

type PageFile = { readonly type: string; readonly bytes: () => Promise<Buffer> }

export type Page = {
  /** The page itself for one load, with its own nonce. */
  readonly html: (nonce: string) => string
  /** Files by the exact path of their URL, `/assets/index-abc.js`; the page is not among them. */
  readonly files: ReadonlyMap<string, PageFile>
}

/**
 * Takes the list the build wrote and reads from disk only what is in it.
 *
 * @param folder `out/renderer`
 * Refuses `pageNotBuilt`.
 */
export function loadPage(folder: string): Page {
  const { names, html } = built(folder)
  const files = new Map<string, PageFile>()
  for (const name of names) {
    const type = typeOf[name.slice(name.lastIndexOf('.') + 1)]
    if (name === 'index.html' || type === undefined) continue
    const place = join(folder, name)
    files.set(`/${name}`, { type, bytes: () => readFile(place) })
  }
  return { html: (nonce) => html.replaceAll(noncePlaceholder, nonce), files }
}

function built(folder: string): { readonly names: readonly string[]; readonly html: string } {
  try {
    const files = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as { name: string }[]
    return { names: files.map(({ name }) => name), html: readFileSync(join(folder, 'index.html'), 'utf8') }
  } catch {
    throw new Refusal('pageNotBuilt')
  }
}
