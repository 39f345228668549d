/**
 * What the page and the doors agree on: how a window reaches the counter, in Electron and in a browser.
 *
 * In Electron the page calls `window.amicale.requestPort()`, then receives one `message` event from its own
 * origin whose data is `portMessage` and whose only port speaks oRPC. In a browser it posts to `rpcPrefix` on its
 * own origin with the token kept in `sessionStorage`.
 */

/** The whole of what the preload script adds to the page, under `window.amicale`. */
export type AmicaleBridge = {
  /** Asks for the window's port; an earlier port is closed. */
  readonly requestPort: () => void
}

/** Name under which the bridge stands in the page. */
export const bridgeName = 'amicale'

/** Data of the page's `message` event that carries the port. */
export const portMessage = 'amicale-port'

/** Channel between preload and main; the page never names it. */
export const portChannel = 'amicale:port'

/** Path under which requests are asked on loopback. */
export const rpcPrefix = '/rpc'

/** Header that carries the token on loopback. */
export const tokenHeader = 'x-amicale-token'

/** Key of the token in the page's `sessionStorage`. */
export const tokenKey = 'amicale-token'

/** Finds the element whose `nonce` lets styles made by scripts through the content policy. */
export const nonceSelector = 'meta[property="csp-nonce"]'
