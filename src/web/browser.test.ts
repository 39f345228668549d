import { expect, test } from 'vitest'
import { browserArguments, findBrowser, type Surroundings, whyNoWindow } from './browser.ts'

const desktop = (change: Partial<Surroundings> = {}): Surroundings => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin:relative:.', DISPLAY: ':0' },
  user: 1000,
  mayRun: (path) => ['/usr/bin/google-chrome', '/usr/bin/chromium', 'relative/chromium'].includes(path),
  ...change,
})

test('the arguments, all of them: no secret, no loosened sandbox, nothing that lets another program in', () => {
  const given = browserArguments('/run/user/1/a b/start.html', '/run/user/1/a b/profile')
  expect(given).toEqual([
    '--app=file:///run/user/1/a%20b/start.html',
    '--user-data-dir=/run/user/1/a b/profile',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-breakpad',
  ])
  expect(given.join(' ')).not.toMatch(/no-sandbox|disable-web-security|remote-debugging|allow-file-access/)
})

test('finds Chromium before Chrome, never in a relative folder, and obeys AMICALE_BROWSER', () => {
  expect(findBrowser(desktop())).toBe('/usr/bin/chromium')
  expect(findBrowser(desktop({ mayRun: (path) => path === '/usr/bin/microsoft-edge' }))).toBe('/usr/bin/microsoft-edge')
  expect(findBrowser(desktop({ mayRun: (path) => path === 'relative/chromium' }))).toBeUndefined()
  const named = { PATH: '/usr/bin', AMICALE_BROWSER: '/opt/chrome' }
  expect(findBrowser(desktop({ env: named, mayRun: () => true }))).toBe('/opt/chrome')
  expect(findBrowser(desktop({ env: named }))).toBeUndefined()
  const windows = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\S\\AppData\\Local' }
  const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(findBrowser(desktop({ platform: 'win32', env: windows, mayRun: (path) => path === edge }))).toBe(edge)
})

test('says why there is no window', () => {
  const browser = '/usr/bin/chromium'
  expect(whyNoWindow(desktop(), browser)).toBeUndefined()
  expect(whyNoWindow(desktop({ user: 0 }), browser)).toBe('root')
  expect(whyNoWindow(desktop({ env: {} }), browser)).toBe('noDisplay')
  expect(whyNoWindow(desktop({ env: { WAYLAND_DISPLAY: 'wayland-0' } }), browser)).toBeUndefined()
  expect(whyNoWindow(desktop(), undefined)).toBe('noBrowser')
  expect(whyNoWindow(desktop({ platform: 'darwin', env: {}, user: 501 }), browser)).toBeUndefined()
})
