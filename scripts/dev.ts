/** Development with hot reload: in Electron when its binary is there, else in the browser over loopback. */
import { readFile } from 'node:fs/promises'
import { createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'vite'
import { renderer } from '../electron.vite.config.ts'
import { serveWeb } from '../src/web/server.ts'
import { electronBinary, electronCanShow } from './electron-binary.ts'
import { top } from './freshness.ts'
import { runPackage } from './run-program.ts'

const pages = join(top, 'src', 'renderer')
const noncePlaceholder = 'AMICALE_NONCE'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createSocketServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

async function developInBrowser(folder: string | undefined): Promise<void> {
  const socketPort = await freePort()
  const vite = await createServer({
    ...renderer,
    configFile: false,
    appType: 'custom',
    server: { ...renderer.server, middlewareMode: true, hmr: { host: '127.0.0.1', port: socketPort } },
  })
  const door = await serveWeb({
    open: true,
    ...(folder === undefined ? {} : { folder }),
    development: {
      socket: `ws://127.0.0.1:${socketPort}`,
      page: async (nonce) => {
        const html = await readFile(join(pages, 'index.html'), 'utf8')
        return (await vite.transformIndexHtml('/', html)).replaceAll(noncePlaceholder, nonce)
      },
      handle: vite.middlewares,
    },
  })
  const opening = await door.opening
  console.error(
    opening === 'opened'
      ? `The window is open at ${door.origin}; Ctrl+C to finish.`
      : `No window could be opened (${opening}): open ${door.startFile} in a browser. Ctrl+C to finish.`,
  )
  await door.closed
  await vite.close()
}

if (electronBinary() !== undefined && electronCanShow()) {
  process.exitCode = (await runPackage('electron-vite/bin/electron-vite.js', ['dev'])).status
} else {
  console.error('Electron is not here: the window opens in the browser, with hot reload.')
  await developInBrowser(process.argv[2])
}
