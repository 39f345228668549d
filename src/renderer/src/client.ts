/** The window's way to the counter: Electron's MessagePort when the preload is there, else fetch on loopback. */
import type { ClientContext, ClientLink } from '@orpc/client'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Requests } from '../../core/requests.ts'
import { portMessage, rpcPrefix, tokenHeader, tokenKey } from '../../preload/bridge.ts'

export type OfficeClient = ContractRouterClient<Requests>

async function portLink(): Promise<ClientLink<ClientContext>> {
  const port = await new Promise<MessagePort>((resolve) => {
    window.addEventListener('message', function receive(event) {
      if (event.source !== window || event.data !== portMessage || !event.ports[0]) return
      window.removeEventListener('message', receive)
      resolve(event.ports[0])
    })
    window.amicale?.requestPort()
  })
  port.start()
  return new PortLink({ port })
}

function fetchLink(): ClientLink<ClientContext> {
  return new FetchLink({
    url: new URL(rpcPrefix, window.location.origin),
    headers: () => ({ [tokenHeader]: window.sessionStorage.getItem(tokenKey) ?? '' }),
  })
}

let chosen: Promise<ClientLink<ClientContext>> | undefined

const link: ClientLink<ClientContext> = {
  async call(path, input, options) {
    chosen ??= window.amicale ? portLink() : Promise.resolve(fetchLink())
    return (await chosen).call(path, input, options)
  },
}

/** Asks directly: orders, works, and questions outside a component. */
export const client: OfficeClient = createORPCClient(link)

/** Asks from a component, through TanStack Query. */
export const ask = createTanstackQueryUtils(client)
