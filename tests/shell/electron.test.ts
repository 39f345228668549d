/** Main against a fake Electron: reliability 4.A, every row that needs no binary. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Requests } from '../../src/core/requests.ts'
import { appOrigin, homeOf, isOurWindow, mayDownload, mayFetch, mayNavigate } from '../../src/main/guards.ts'
import { languageOf, menuPlan } from '../../src/main/menu.ts'
import { privileges } from '../../src/main/scheme.ts'
import { portChannel } from '../../src/preload/bridge.ts'
import { smallPage } from './doors.ts'
import type * as Fake from './fake-electron.ts'
import { strange } from './strange-addresses.ts'

const built = homeOf(true, {})
const developed = homeOf(false, { ELECTRON_RENDERER_URL: 'http://localhost:5173' })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amicale-main-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts main anew on a fake Electron of its own. */
async function startMain(change: Partial<typeof Fake.switches> = {}): Promise<typeof Fake> {
  vi.resetModules()
  vi.stubEnv('AMICALE_HOME', join(folder, 'home'))
  vi.stubEnv('AMICALE_STATE', join(folder, 'state'))
  const page = smallPage()
  // The stand-in anew, so that each test has its own record.
  vi.doMock('electron', () => import('./fake-electron.ts'))
  vi.doMock('../../src/web/places.ts', async (original) => {
    const places = await original<typeof import('../../src/web/places.ts')>()
    return { ...places, usualPlaces: () => ({ ...places.usualPlaces(), pageFolder: page }) }
  })
  const fake = (await import('electron')) as unknown as typeof Fake
  Object.assign(fake.switches, change)
  await import('../../src/main/index.ts')
  await vi.waitFor(() => expect(fake.windows.length).toBe(1))
  return fake
}

/** Preferences of the window that was made. */
const preferencesOf = (fake: typeof Fake): Record<string, unknown> => {
  const options = named(fake, 'new BrowserWindow')[0]?.[1] as
    | { readonly webPreferences: Record<string, unknown> }
    | undefined
  return options?.webPreferences ?? {}
}

const named = (fake: typeof Fake, name: string) => fake.calls.filter(([called]) => called === name)

describe('the start', () => {
  test('sandbox and scheme come before anything else, and one window is made with every preference said', async () => {
    const fake = await startMain()
    expect(fake.calls.slice(0, 4)).toEqual([
      ['app.enableSandbox'],
      ['protocol.registerSchemesAsPrivileged', [privileges]],
      ['app.requestSingleInstanceLock'],
      ['app.whenReady'],
    ])
    expect(privileges.privileges).toEqual({ standard: true, secure: true, supportFetchAPI: true })
    expect(named(fake, 'session.fromPartition')).toEqual([['session.fromPartition', 'amicale', { cache: false }]])
    expect(named(fake, 'new BrowserWindow').length).toBe(1)
    const { session, preload, ...preferences } = preferencesOf(fake)
    expect(session).toBe(fake.sessions[0])
    expect(preload).toMatch(/preload.index\.cjs$/)
    expect(preferences).toEqual({
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
      devTools: false,
    })
    expect(named(fake, 'window.loadURL')).toEqual([['window.loadURL', 'app://amicale/']])
  })

  test('a second start leaves at once; the first shows itself', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => {
      throw new Error('left')
    }) as never)
    await expect(startMain({ lock: false })).rejects.toThrow('left')
    exit.mockRestore()
    const fake = await startMain({ lock: true })
    fake.app.emit('second-instance')
    expect(named(fake, 'new BrowserWindow').length).toBe(1)
    expect([named(fake, 'window.restore').length, named(fake, 'window.focus').length]).toEqual([1, 1])
  })

  test('the association is closed before the end', async () => {
    const fake = await startMain()
    const event = { preventDefault: vi.fn() }
    fake.app.emit('before-quit', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    await expect.poll(() => named(fake, 'app.quit').length).toBe(1)
    fake.app.emit('before-quit', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  test('development tools only where the app is not packaged', async () => {
    const fake = await startMain({ packaged: false })
    expect(preferencesOf(fake).devTools).toBe(true)
  })
})

const permissions = [
  'ar',
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'usb',
  'vr',
  'web-printing',
  'window-management',
  'unknown',
]

test('every permission and every device is refused', async () => {
  const { sessions } = await startMain()
  const handlers = sessions[0]?.handlers as Record<string, (...values: unknown[]) => unknown>
  for (const permission of permissions) {
    const answer = vi.fn()
    handlers.setPermissionRequestHandler?.({}, permission, answer)
    expect([permission, answer.mock.calls]).toEqual([permission, [[false]]])
    expect(handlers.setPermissionCheckHandler?.({}, permission, appOrigin)).toBe(false)
  }
  expect(handlers.setDevicePermissionHandler?.({ deviceType: 'usb' })).toBe(false)
  const screen = vi.fn()
  handlers.setDisplayMediaRequestHandler?.({}, screen)
  expect(screen.mock.calls).toEqual([[null]])
  const pairing = vi.fn()
  handlers.setBluetoothPairingHandler?.({}, pairing)
  expect(pairing.mock.calls).toEqual([[{ confirmed: false }]])
  expect(handlers.setUSBProtectedClassesHandler?.({ protectedClasses: ['audio', 'hid'] })).toEqual(['audio', 'hid'])
})

describe('addresses', () => {
  test('a window stays on its page', () => {
    expect(mayNavigate('app://amicale/', built)).toBe(true)
    for (const url of [
      ...strange,
      'app://amicale/assets/x.js',
      'app://amicale/?x',
      'app://amicale/../',
      'blob:app://amicale/1',
    ])
      expect([url, mayNavigate(url, built)]).toEqual([url, false])
  })

  test('the network does not exist', () => {
    for (const url of strange) expect([url, mayFetch(url, built)]).toEqual([url, false])
    for (const url of ['app://amicale/', 'app://amicale/assets/x.js', 'blob:app://amicale/1'])
      expect(mayFetch(url, built)).toBe(true)
    expect(mayFetch('http://localhost:5173/src/main.tsx', developed)).toBe(true)
    expect(mayFetch('http://localhost:5174/', developed)).toBe(false)
  })

  test('a packaged app does not look at its environment; nothing but this computer serves a page in development', () => {
    expect(homeOf(true, { ELECTRON_RENDERER_URL: 'http://localhost:5173' })).toEqual(built)
    for (const url of [
      'https://localhost:1',
      'http://evil.test:80',
      'http://localhost:1@evil.test',
      'http://localhost.evil.test:1',
      'http://localhost:1/path',
      'file:///x',
    ])
      expect(homeOf(false, { ELECTRON_RENDERER_URL: url })).toEqual(built)
    expect(developed.address).toBe('http://localhost:5173/')
  })

  test('only files the page made are saved', () => {
    expect(mayDownload('blob:app://amicale/1', built)).toBe(true)
    for (const url of [...strange, 'app://amicale/assets/x.js'])
      expect([url, mayDownload(url, built)]).toEqual([url, false])
  })

  test('the events of any contents are stopped', async () => {
    const fake = await startMain()
    const contents = new fake.WebContents(99)
    fake.app.emit('web-contents-created', {}, contents)
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])
      for (const url of strange) {
        const event = { url, isMainFrame: true, preventDefault: vi.fn() }
        contents.emit(name, event)
        expect([name, url, event.preventDefault.mock.calls.length]).toEqual([name, url, 1])
      }
    const home = { url: 'app://amicale/', isMainFrame: true, preventDefault: vi.fn() }
    contents.emit('will-navigate', home)
    contents.emit('will-frame-navigate', home)
    expect(home.preventDefault).not.toHaveBeenCalled()
    contents.emit('will-frame-navigate', { ...home, isMainFrame: false })
    expect(home.preventDefault).toHaveBeenCalledOnce()
    expect(contents.windowOpen({ url: 'app://amicale/' })).toEqual({ action: 'deny' })
  })

  test('downloads: ours asks where, any other is stopped', async () => {
    const { sessions } = await startMain()
    const stopped = { preventDefault: vi.fn() }
    sessions[0]?.emit('will-download', stopped, { getURL: () => 'https://example.org/x.exe' })
    expect(stopped.preventDefault).toHaveBeenCalledOnce()
    const event = { preventDefault: vi.fn() }
    const item = {
      getURL: () => 'blob:app://amicale/1',
      getFilename: () => '../../annuaire.pdf',
      setSaveDialogOptions: vi.fn(),
    }
    sessions[0]?.emit('will-download', event, item)
    expect(event.preventDefault).not.toHaveBeenCalled()
    expect(item.setSaveDialogOptions).toHaveBeenCalledWith({
      title: 'Enregistrer',
      defaultPath: '/home/someone/downloads/annuaire.pdf',
    })
  })
})

test('only the main frame of our window, on our page, may speak', () => {
  const ours = { senderFrame: { origin: appOrigin, parent: null }, sender: { id: 1 } }
  expect(isOurWindow(ours, 1, built)).toBe(true)
  const forged = {
    'no frame': { ...ours, senderFrame: null },
    'frame within': { ...ours, senderFrame: { origin: appOrigin, parent: {} as never } },
    'other origin': { ...ours, senderFrame: { origin: 'https://example.org', parent: null } },
    'near origin': { ...ours, senderFrame: { origin: 'app://amicale.evil', parent: null } },
    'opaque origin': { ...ours, senderFrame: { origin: 'null', parent: null } },
    'other contents': { ...ours, sender: { id: 2 } },
  }
  for (const [name, event] of Object.entries(forged))
    expect([name, isOurWindow(event, 1, built)]).toEqual([name, false])
  expect(isOurWindow(ours, undefined, built)).toBe(false)
})

test('the port: our window gets one and asks through it, a stranger gets none, a new one closes the old', async () => {
  const fake = await startMain()
  const given: Fake.FakePort[] = []
  const frame = {
    origin: appOrigin,
    parent: null,
    postMessage: (_channel: string, _data: null, ports: Fake.FakePort[]) => given.push(...ports),
  }
  fake.ipcMain.emit(portChannel, { senderFrame: { ...frame, origin: 'https://example.org' }, sender: { id: 1 } })
  fake.ipcMain.emit(portChannel, { senderFrame: null, sender: { id: 1 } })
  expect([given.length, fake.channels.length]).toEqual([0, 0])
  fake.ipcMain.emit(portChannel, { senderFrame: frame, sender: { id: 1 } })
  const client = createORPCClient<ContractRouterClient<Requests>>(new RPCLink({ port: given[0] as never }))
  given[0]?.start()
  expect(await client.desk.state({})).toMatchObject({ door: 'electron', dialogs: true })
  // The secretary gives up in the dialog: nothing changes, and the page gave no path.
  expect(await client.desk.choose({})).not.toHaveProperty('open')
  expect(named(fake, 'dialog.showOpenDialog')[0]?.[2]).toEqual({
    title: 'Ouvrir une association',
    buttonLabel: 'Ouvrir',
    defaultPath: join(folder, 'home'),
    properties: ['openDirectory'],
  })
  fake.ipcMain.emit(portChannel, { senderFrame: frame, sender: { id: 1 } })
  await expect.poll(() => given[0]?.closed).toBe(true)
  expect([given.length, given[1]?.closed]).toEqual([2, false])
})

describe('the menu', () => {
  const rolesOf = (plan: ReturnType<typeof menuPlan>) => JSON.stringify(plan).match(/"role":"(\w+)"/g) ?? []
  test('has no reloading and no developer’s tools once packaged', () => {
    expect(rolesOf(menuPlan({ language: 'fr', packaged: true, mac: false })).join()).not.toMatch(/reload|devTools/i)
    expect(rolesOf(menuPlan({ language: 'fr', packaged: false, mac: false })).join()).toMatch(/reload/)
  })
  test('speaks French unless the system speaks English', () => {
    expect(['fr-FR', 'en-GB', 'de', ''].map(languageOf)).toEqual(['fr', 'en', 'fr', 'fr'])
    const labels = (language: 'fr' | 'en') =>
      menuPlan({ language, packaged: true, mac: false }).map(({ label }) => label)
    expect([labels('fr'), labels('en')]).toEqual([
      ['Fichier', 'Édition', 'Affichage'],
      ['File', 'Edit', 'View'],
    ])
  })
})
