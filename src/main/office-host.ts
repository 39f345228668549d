/**
 * Where the office lives: here, in main, behind one port for each load of the window. Moving it to a process of its own
 * would change this file and no other.
 */
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { gatedPort, type MainPort } from './port-gate.ts'

type OfficeHost = {
  /** Answers through this port from now on; the port of an earlier load is closed, and its works are cancelled. */
  readonly serve: (port: MainPort) => void
  readonly leave: () => void
}

export function hostOffice(router: AnyRouter): OfficeHost {
  const handler = new RPCHandler(router)
  let serving: MainPort | undefined
  const leave = () => {
    serving?.close()
    serving = undefined
  }
  return {
    serve: (port) => {
      leave()
      serving = port
      handler.upgrade(gatedPort(port))
      port.start()
    },
    leave,
  }
}
