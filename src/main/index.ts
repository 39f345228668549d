/** Amicale in Electron: the order of its start and of its end. Decisions are in the files beside this one. */
import { app, type BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session } from 'electron'
import { openCounter } from '../core/desk/counter.ts'
import { portChannel } from '../preload/bridge.ts'
import { localDay } from '../web/day.ts'
import { loadPage } from '../web/page.ts'
import { userName, usualPlaces } from '../web/places.ts'
import { chooseFolder, folderDialog, saveDownloads } from './desk.ts'
import { guardContents, guardSession, homeOf, isOurWindow, scheme } from './guards.ts'
import { languageOf, menuPlan } from './menu.ts'
import { hostOffice } from './office-host.ts'
import { answerPage, privileges } from './scheme.ts'
import { openWindow } from './window.ts'

process.umask(0o077)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([privileges])

// One window for one user: a second start shows the first. Quitting alone would let the rest of this file go on.
if (!app.requestSingleInstanceLock()) {
  app.quit()
  process.exit(0)
}

const home = homeOf(app.isPackaged, process.env)
guardContents(app, home)
// Not awaited at the top: Electron is ready only once this module has been read to its end.
void app.whenReady().then(start)

function start(): void {
  const places = usualPlaces()
  const language = languageOf(app.getLocale())
  const mac = process.platform === 'darwin'
  let window: BrowserWindow | undefined

  const counter = openCounter({
    door: 'electron',
    by: userName(),
    today: localDay,
    resources: places.resources,
    home: places.home,
    stateFolder: places.stateFolder,
    chooseFolder: async () => (window ? chooseFolder(dialog, window, folderDialog(language, places.home)) : undefined),
  })
  const host = hostOffice(counter.router)

  // Without the prefix `persist:` the session lives in memory: nothing of the page stays on disk.
  const room = session.fromPartition('amicale', { cache: false })
  guardSession(room, home)
  saveDownloads(room, home, app.getPath('downloads'), language)
  const page = home.development ? undefined : loadPage(places.pageFolder)
  room.protocol.handle(scheme, (request) => (page ? answerPage(page, request) : new Response(null, { status: 404 })))

  ipcMain.on(portChannel, (event) => {
    if (!isOurWindow(event, window?.webContents.id, home)) return
    const { port1, port2 } = new MessageChannelMain()
    host.serve(port1)
    event.senderFrame?.postMessage(portChannel, null, [port2])
  })

  const show = () => {
    window ??= openWindow(room, home)
    window.once('closed', () => {
      window = undefined
      host.leave()
    })
  }
  app.on('second-instance', () => {
    if (!window) return show()
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('activate', () => {
    if (!window) show()
  })
  app.on('window-all-closed', () => app.quit())

  // The association is closed before the program ends: works are cancelled, what was being written is finished.
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void counter.close().finally(() => {
      closed = true
      app.quit()
    })
  })

  Menu.setApplicationMenu(Menu.buildFromTemplate(menuPlan({ language, packaged: app.isPackaged, mac })))
  show()
}
