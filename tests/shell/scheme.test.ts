/** Our own scheme and our file names, decided without Electron. */
import { expect, test } from 'vitest'
import { safeFileName } from '../../src/main/desk.ts'
import { answerPage } from '../../src/main/scheme.ts'
import { loadPage } from '../../src/web/page.ts'
import { smallPage } from './doors.ts'
import { strange } from './strange-addresses.ts'

test('file names are plain on every system', () => {
  const table: Record<string, string> = {
    'Annuaire 2026.pdf': 'Annuaire 2026.pdf',
    'a/b\\c.xlsx': 'c.xlsx',
    '..': 'amicale',
    'CON.pdf': 'amicale.pdf',
    'x\u202Efdp.exe': 'xfdp.exe',
    '  . a\u0000b?.pdf . ': 'ab.pdf',
    [`${'n'.repeat(300)}.pdf`]: `${'n'.repeat(90)}.pdf`,
    '': 'amicale',
  }
  for (const [given, kept] of Object.entries(table)) expect([given, safeFileName(given)]).toEqual([given, kept])
})

test('our scheme answers the page and its files, and 60 other addresses with nothing', async () => {
  const page = loadPage(smallPage())
  const asked = (url: string, method = 'GET') => answerPage(page, { url, method })
  const answer = await asked('app://amicale/')
  const policy = answer.headers.get('content-security-policy') ?? ''
  const nonce = /nonce-([\w-]{24})'/.exec(policy)?.[1]
  expect(await answer.text()).toContain(`nonce="${nonce}"`)
  expect(policy.replace(nonce ?? '', 'NONCE')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
  )
  expect((await asked('app://amicale/assets/page.js')).headers.get('content-type')).toBe(
    'text/javascript; charset=utf-8',
  )
  const inside = ['..', '%2e%2e', '.%2e', '\\..', '%5c..', '%00', '/', '//', '/./', '%252e', 'x', '?', '#'].flatMap(
    (way) => [
      `app://amicale/${way}`,
      `app://amicale/assets/${way}`,
      `app://amicale/assets/page.js${way}`,
      `app://amicale/${way}/etc/passwd`,
    ],
  )
  const all = [
    ...strange.filter((url) => url !== 'app://amicale'),
    ...inside,
    'app://amicale/index.html',
    'app://amicale/files.json',
    'app://amicale/constructor',
  ]
  expect(all.length).toBeGreaterThan(60)
  for (const url of all) expect([url, (await asked(url)).status]).toEqual([url, 404])
  for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS'])
    expect((await asked('app://amicale/', method)).status).toBe(405)
})
