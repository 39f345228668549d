import { expect, openSample, test } from './window.ts'

/** Words that only French has, and that no name of the sample or of a file holds. */
const french =
  /\b(Fiches?|Annuaire|Importer|Exporter|Historique|Réglages|Enregistrer|Annuler|Corbeille|aucune?|depuis|Chercher)\b/

test('English is complete: no French word is left on any screen', async ({ window }) => {
  await openSample(window)
  await window.getByRole('link', { name: 'Réglages' }).click()
  await window.getByText('English', { exact: true }).first().click()
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  expect(await window.evaluate(() => document.documentElement.lang)).toBe('en')
  for (const screen of ['Records', 'Dues', 'Letters', 'Directory', 'Import', 'Export', 'History', 'Settings']) {
    await window.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: screen }).click()
    await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible()
    const words = await window.getByRole('main').textContent()
    expect(words?.replaceAll('Français', '')).not.toMatch(french)
  }
  await window.reload()
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})
