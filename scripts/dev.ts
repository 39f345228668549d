/** Development with hot reload: in Electron when its binary is there, else in the browser over loopback. */
import { join } from 'node:path'
import { renderer } from '../electron.vite.config.ts'
import { serveWeb } from '../src/web/server.ts'
import { openVitePage } from '../src/web/vite-page.ts'
import { electronBinary, electronCanShow } from './electron-binary.ts'
import { top } from './freshness.ts'
import { runPackage } from './run-program.ts'

async function developInBrowser(folder: string | undefined): Promise<void> {
  const vite = await openVitePage({ ...renderer, root: join(top, 'src', 'renderer') })
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopping.abort())
  const door = await serveWeb({
    open: true,
    ...(folder === undefined ? {} : { folder }),
    development: vite.development,
    signal: stopping.signal,
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
