/** The page while it is being written: Vite behind the same guards as the built one. For `npm run dev` only. */
import { readFile } from 'node:fs/promises'
import { createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { createServer, type InlineConfig } from 'vite'
import type { Development } from './loopback.ts'
import { noncePlaceholder } from './page.ts'

/**
 * Starts Vite inside the loopback door: pass `development` to `serveWeb`. Only the hot-reload socket listens by itself,
 * on 127.0.0.1; Vite asks it for a token of its own.
 *
 * @param config `renderer` of electron.vite.config.ts
 */
export async function openVitePage(
  config: InlineConfig & { readonly root: string },
): Promise<{ readonly development: Development; readonly close: () => Promise<void> }> {
  const port = await freePort()
  const vite = await createServer({
    ...config,
    configFile: false,
    appType: 'custom',
    server: {
      ...config.server,
      middlewareMode: true,
      ws: { protocol: 'ws', host: '127.0.0.1', port, clientPort: port },
    },
  } as InlineConfig)
  const page = async (nonce: string): Promise<string> => {
    const html = await readFile(join(config.root, 'index.html'), 'utf8')
    return (await vite.transformIndexHtml('/', html)).replaceAll(noncePlaceholder, nonce)
  }
  return {
    development: { socket: `ws://127.0.0.1:${port}`, page, handle: vite.middlewares },
    close: () => vite.close(),
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createSocketServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
