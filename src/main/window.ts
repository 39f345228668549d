/** The one place where a window is made. */
import { join } from 'node:path'
import { app, BrowserWindow, type Session } from 'electron'
import type { Home } from './guards.ts'

/** Opens the window. Its preferences are written out, even where they are Electron's own, so that they can be read and tested. */
export function openWindow(session: Session, home: Home): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 540,
    show: false,
    title: 'Amicale',
    backgroundColor: '#ffffff',
    icon: join(import.meta.dirname, '..', '..', 'resources', 'icons', 'amicale.png'),
    webPreferences: {
      session: session,
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  // The association's name comes from data; the page's own title is enough for the taskbar.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  void window.loadURL(home.address)
  return window
}
