import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, goTo, openSample, test } from './window.ts'

async function exported(window: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    window.getByRole('button', { name: 'Exporter', exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test.beforeEach(({ page: _page }, { project }) => {
  test.skip(project.name === 'electron', 'saving in Electron goes through the system’s dialog')
})

test('the whole list goes to a spreadsheet that opens', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Exporter')
  await expect(window.getByText('294 fiches')).toBeVisible()
  await window.getByRole('checkbox', { name: 'Avec les personnes décédées' }).check()
  const { name, bytes } = await exported(window)
  expect(name).toMatch(/\.xlsx$/)
  const parts = unzipSync(bytes)
  const text = Object.entries(parts)
    .filter(([part]) => part.endsWith('.xml'))
    .map(([, content]) => strFromU8(content))
    .join('')
  expect(text).toContain('Quiñones')
  expect(text).toContain('Nguyễn')
  await expect(window.getByText(/300 fiches exportées/)).toBeVisible()
})

test('the filtered list goes to a text file, with the chosen columns alone', async ({ window }) => {
  await openSample(window)
  await window.getByRole('textbox', { name: /^Nom, ville/ }).fill('lyon')
  await expect(window.getByText(/fiches trouvées/)).toBeVisible()
  await goTo(window, 'Exporter')
  await expect(window.getByRole('radio', { name: 'Les fiches de la liste filtrée' })).toBeChecked()
  await window.getByRole('radio', { name: /^Texte pour Excel/ }).check()
  await window.getByRole('button', { name: 'Aucune' }).click()
  await expect(window.getByRole('button', { name: 'Exporter', exact: true })).toBeDisabled()
  await window.getByRole('checkbox', { name: 'Nom', exact: true }).check()
  await window.getByRole('checkbox', { name: 'Ville' }).check()
  const { name, bytes } = await exported(window)
  expect(name).toMatch(/\.csv$/)
  const lines = bytes.toString('utf8').split(/\r?\n/).filter(Boolean)
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(lines[0]?.replace('\uFEFF', '').split(';')).toHaveLength(2)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.length).toBeLessThan(300)
})
