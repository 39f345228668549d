/** The system's Chromium for attacks that only a real browser can play. */
import type { Browser } from '@playwright/test'
import { chromium } from '@playwright/test'
import { findBrowser, surroundings } from '../../src/web/browser.ts'

/** Path of a Chromium, Chrome or Edge; its absence is said aloud, and the tests that need it are skipped by name. */
export const browserPath: string | undefined = findBrowser(surroundings())
if (browserPath === undefined)
  console.warn(
    'NO CHROMIUM: the attacks of a hostile page were NOT tried. Install the package chromium, Chrome or Edge.',
  )

/** A browser in which evil.test is this computer, and Chromium's own guard of the local network is off: only ours is left. */
export const hostileBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath ?? '',
    args: [
      '--host-resolver-rules=MAP evil.test 127.0.0.1',
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights',
    ],
  })
