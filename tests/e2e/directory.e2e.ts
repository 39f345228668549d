import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { expect, goTo, makeAssociation, openSample, test } from './window.ts'

/** Share of dark pixels on a drawn page: text covers a few hundredths of it, a blank page none. */
const inkOf = (page: Locator): Promise<number> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) + (data[at + 1] ?? 255) < 256) dark += 1
    return dark / (data.length / 4)
  })

test('the real pages are shown, two by two, and saved as they are', async ({ window }, { project }) => {
  await openSample(window)
  await goTo(window, 'Annuaire')
  await window.getByRole('button', { name: 'Composer l’annuaire' }).click()

  const cover = window.getByRole('img', { name: 'Page 1', exact: true })
  await expect(cover).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 })
  expect(await inkOf(cover)).toBeGreaterThan(0.001)

  await window.getByRole('textbox', { name: 'Aller à la page' }).fill('12')
  const left = window.getByRole('img', { name: 'Page 12', exact: true })
  const right = window.getByRole('img', { name: 'Page 13', exact: true })
  await expect(left).toHaveAttribute('data-drawn', 'true')
  await expect(right).toHaveAttribute('data-drawn', 'true')
  expect(await inkOf(left)).toBeGreaterThan(0.01)
  expect((await left.boundingBox())?.x).toBeLessThan((await right.boundingBox())?.x ?? 0)

  const before = (await left.boundingBox())?.width ?? 0
  await window.getByRole('button', { name: 'Agrandir' }).click()
  await expect.poll(async () => (await left.boundingBox())?.width ?? 0).toBeGreaterThan(before)

  await window.getByText(/fiches non imprimées/).click()
  await expect(window.getByText('– décédé').first()).toBeVisible()

  test.skip(project.name === 'electron', 'saving in Electron goes through the system’s dialog')
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    window.getByRole('button', { name: 'Enregistrer le PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.subarray(-8).toString()).toContain('%%EOF')
})

test('a name is found in the pages, and the palette makes the directory from anywhere', async ({ window }) => {
  await openSample(window)
  await window.keyboard.press('Control+k')
  await window.keyboard.type('livret')
  await window
    .getByRole('option', { name: 'Composer le livret de l’annuaire' })
    .or(window.getByText('Composer le livret de l’annuaire'))
    .first()
    .click()
  const begun = performance.now()
  await expect(window.getByRole('img', { name: 'Page 1', exact: true })).toHaveAttribute('data-drawn', 'true', {
    timeout: 60_000,
  })
  console.log(`first page of the booklet of 300 shown after ${Math.round(performance.now() - begun)} ms`)
  await expect(window.getByText(/\d+ feuilles/)).toBeVisible()

  await window.keyboard.press('Control+f')
  const box = window.getByRole('textbox', { name: 'Chercher un nom' })
  await expect(box).toBeFocused()
  await box.fill('personne de ce nom')
  await box.press('Enter')
  await expect(window.getByText('introuvable')).toBeVisible()
  await box.fill('zolc')
  await box.press('Enter')
  await expect(window.locator('output', { hasText: /Page \d+/ })).toBeVisible()
  const page = await window.locator('output').textContent()
  await expect(window.getByRole('img', { name: page ?? '', exact: true })).toHaveAttribute('data-drawn', 'true')
})

test('the booklet lies on sheets', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Annuaire')
  await window.getByRole('radio', { name: 'Livret à plier et agrafer' }).check()
  await window.getByRole('button', { name: 'Composer l’annuaire' }).click()
  const sheet = window.getByRole('img', { name: 'Page 1', exact: true })
  await expect(sheet).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 })
  const box = await sheet.boundingBox()
  expect(box?.width).toBeGreaterThan(box?.height ?? Number.POSITIVE_INFINITY)
  await expect(window.getByText(/\d+ feuilles/)).toBeVisible()
})

test('nobody to print: the screen says the first step', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await goTo(window, 'Annuaire')
  await expect(window.getByRole('heading', { name: 'L’annuaire n’a encore personne à imprimer' })).toBeVisible()
  await window.getByRole('button', { name: 'Importer un tableur' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Importer' })).toBeVisible()
})

test('a look is chosen, what cannot be set is said at once, and a print shop gets its boxes', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Annuaire')
  const choose = async (field: string, option: RegExp) => {
    await window.getByRole('combobox', { name: field }).click()
    await window.getByRole('option', { name: option }).click()
  }
  await choose('Colonnes', /^3$/)
  await expect(window.getByRole('alert')).toContainText('Les colonnes sont trop étroites')
  await expect(window.getByRole('button', { name: 'Composer l’annuaire' })).toBeDisabled()
  await choose('Style', /^Moderne$/)
  await choose('Format de la page', /^A4/)
  await expect(window.getByRole('alert')).toHaveCount(0)
  await window.getByRole('button', { name: 'Caractères et marges' }).click()
  const inner = window.getByRole('textbox', { name: 'Marge intérieure (mm)' })
  await inner.fill('6')
  await inner.blur()
  await expect(inner).toHaveValue('6')
  await inner.fill('3')
  await inner.blur()
  await expect(inner).toHaveValue('5')
  await window.getByRole('radio', { name: 'Pages pour un imprimeur' }).check()
  await window.getByRole('button', { name: 'Composer l’annuaire' }).click()
  await expect(window.getByRole('img', { name: 'Page 1', exact: true })).toHaveAttribute('data-drawn', 'true', {
    timeout: 60_000,
  })
  const saving = window.waitForEvent('download')
  await window.getByRole('button', { name: 'Enregistrer le PDF' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^Annuaire-\d{4}-imprimeur\.pdf$/)
  const text = (await readFile(await saved.path())).toString('latin1')
  // 210 × 297 mm in points, ten millimetres inside the page.
  expect(text).toMatch(/\/TrimBox \[28\.3\d* 28\.3\d* 623\.6\d* 870\.2\d*\]/)
})
