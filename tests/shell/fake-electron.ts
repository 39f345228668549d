/** A stand-in for Electron that records what main asks of it, in order, and lets a test play Electron's part. */
import { EventEmitter } from 'node:events'

/** What was called, in order: name and arguments. */
export const calls: [string, ...unknown[]][] = []
const said =
  (name: string, answer?: unknown) =>
  (...values: unknown[]): unknown => {
    calls.push([name, ...values])
    return answer
  }

export const switches = {
  lock: true,
  packaged: true,
  locale: 'fr-FR',
  answer: { canceled: true, filePaths: [] as string[] },
}

class App extends EventEmitter {
  enableSandbox = said('app.enableSandbox')
  quit = said('app.quit')
  requestSingleInstanceLock = () => {
    calls.push(['app.requestSingleInstanceLock'])
    return switches.lock
  }
  whenReady = () => {
    calls.push(['app.whenReady'])
    return Promise.resolve()
  }
  getLocale = () => switches.locale
  getPath = (name: string) => `/home/someone/${name}`
  get isPackaged() {
    return switches.packaged
  }
}
export const app = new App()

export const protocol = { registerSchemesAsPrivileged: said('protocol.registerSchemesAsPrivileged') }
export const dialog = {
  showOpenDialog: async (...values: unknown[]) => {
    calls.push(['dialog.showOpenDialog', ...values])
    return switches.answer
  },
}
export const Menu = {
  buildFromTemplate: (plan: unknown) => plan,
  setApplicationMenu: said('Menu.setApplicationMenu'),
}

class Session extends EventEmitter {
  /** The last handler given to each setter. */
  readonly handlers: Record<string, (...values: never[]) => unknown> = {}
  private readonly keep = (name: string) => (handler: (...values: never[]) => unknown) => {
    calls.push([`session.${name}`])
    this.handlers[name] = handler
  }
  setPermissionRequestHandler = this.keep('setPermissionRequestHandler')
  setPermissionCheckHandler = this.keep('setPermissionCheckHandler')
  setDevicePermissionHandler = this.keep('setDevicePermissionHandler')
  setDisplayMediaRequestHandler = this.keep('setDisplayMediaRequestHandler')
  setUSBProtectedClassesHandler = this.keep('setUSBProtectedClassesHandler')
  setBluetoothPairingHandler = this.keep('setBluetoothPairingHandler')
  setSpellCheckerEnabled = said('session.setSpellCheckerEnabled')
  webRequest = { onBeforeRequest: this.keep('onBeforeRequest') }
  protocol = {
    handle: (scheme: string, handler: (...values: never[]) => unknown) => {
      calls.push(['session.protocol.handle', scheme])
      this.handlers.protocol = handler
    },
  }
}
export const sessions: Session[] = []
export const session = {
  fromPartition: (name: string, options: unknown) => {
    calls.push(['session.fromPartition', name, options])
    const made = new Session()
    sessions.push(made)
    return made
  },
}

export class WebContents extends EventEmitter {
  readonly id: number
  windowOpen: (details: { url: string }) => unknown = () => ({ action: 'allow' })
  constructor(id: number) {
    super()
    this.id = id
  }
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown) => {
    this.windowOpen = handler
  }
  reload = said('webContents.reload')
}

export const windows: BrowserWindow[] = []
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  constructor(options: unknown) {
    super()
    calls.push(['new BrowserWindow', options])
    this.webContents = new WebContents(windows.length + 1)
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = async (address: string) => void calls.push(['window.loadURL', address])
  show = said('window.show')
  focus = said('window.focus')
  restore = said('window.restore')
  isMinimized = () => true
}

export const ipcMain = new EventEmitter()

/** A port as Electron's main process has them: events with `data`, silent until started. */
export class FakePort extends EventEmitter {
  other: FakePort | undefined
  private waiting: unknown[] | undefined = []
  closed = false
  postMessage = (data: unknown): void => {
    const copy = structuredClone(data)
    queueMicrotask(() => this.other?.receive(copy))
  }
  receive(data: unknown): void {
    if (this.closed) return
    if (this.waiting) this.waiting.push(data)
    else this.emit('message', { data })
  }
  start = (): void => {
    const waiting = this.waiting ?? []
    this.waiting = undefined
    for (const data of waiting) this.emit('message', { data })
  }
  close = (): void => {
    if (this.closed) return
    this.closed = true
    queueMicrotask(() => {
      this.emit('close')
      this.other?.close()
    })
  }
}
export const channels: MessageChannelMain[] = []
export class MessageChannelMain {
  readonly port1 = new FakePort()
  readonly port2 = new FakePort()
  constructor() {
    this.port1.other = this.port2
    this.port2.other = this.port1
    channels.push(this)
  }
}
