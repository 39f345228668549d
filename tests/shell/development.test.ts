/** `npm run dev` in a browser: Vite behind the loopback door, with the same guards. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, test } from 'vitest'
import { openVitePage } from '../../src/web/vite-page.ts'
import { browserPath } from './chromium.ts'
import { atEnd, knock, request, temporaryFolder, testDoor } from './doors.ts'

test.skipIf(browserPath === undefined)('a page being written reloads by itself, behind the same guards', async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'src'))
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><head><title>Draft</title><link rel="icon" href="/icon.svg"></head><body><p id="said"></p><script type="module" src="/src/draft.js"></script></body>',
  )
  const draft = join(root, 'src/draft.js')
  const write = (word: string) =>
    writeFileSync(draft, `import './draft.css'\ndocument.getElementById('said').textContent = '${word}'\n`)
  writeFileSync(join(root, 'src/draft.css'), '#said { color: rgb(1, 2, 3) }')
  writeFileSync(join(root, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  write('first')
  const vite = await openVitePage({
    root,
    html: { cspNonce: 'AMICALE_NONCE' },
    logLevel: 'silent',
    cacheDir: join(root, '.vite'),
  })
  atEnd(vite.close)
  const door = await testDoor({ development: vite.development })
  const foreign = await knock(door.port, request('GET', '/src/draft.js', ['Host: evil.test']))
  expect(foreign.status).toBe(421)

  const browser = await chromium.launch({ executablePath: browserPath ?? '' })
  atEnd(() => browser.close())
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${door.origin}/`)
  await expect.poll(() => page.textContent('#said')).toBe('first')
  expect(await page.evaluate("getComputedStyle(document.getElementById('said')).color")).toBe('rgb(1, 2, 3)')
  write('second')
  await expect.poll(() => page.textContent('#said'), { timeout: 10_000 }).toBe('second')
  expect(complaints).toEqual([])
})
