import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
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

const selected = (area: HTMLElement | SVGElement) => {
  const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement
  return value.slice(selectionStart, selectionEnd)
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

test('every other way out makes its file, and the screen is sound for all of them', async ({ window }) => {
  test.slow()
  await openSample(window)
  await goTo(window, 'Exporter')
  const choose = (way: RegExp) => window.getByRole('radio', { name: way }).check()
  const sound = async () => {
    const { violations } = await new AxeBuilder({ page: window as never }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([])
  }
  await choose(/^Classeur LibreOffice/)
  const ods = await exported(window)
  expect(ods.name).toMatch(/\.ods$/)
  expect(strFromU8(unzipSync(ods.bytes)['content.xml'] as Uint8Array)).toContain('Quiñones')
  await choose(/^Texte pour un autre programme/)
  expect((await exported(window)).bytes.toString('utf8').split('\r\n')[0]).toMatch(/^N° de membre,/)
  await choose(/^Cartes de visite/)
  expect((await exported(window)).bytes.toString('utf8').match(/BEGIN:VCARD/g)).toHaveLength(294)
  await choose(/^Fiches entières/)
  expect(JSON.parse((await exported(window)).bytes.toString('utf8')).contacts).toHaveLength(294)
  await choose(/^Courriels à coller/)
  await window.getByRole('combobox', { name: 'Adresses par lot' }).click()
  await window.getByRole('option', { name: '30', exact: true }).click()
  await window.getByRole('combobox', { name: 'Entre les adresses' }).click()
  await window.getByRole('option', { name: /^point-virgule/ }).click()
  const lots = (await exported(window)).bytes.toString('utf8').trimEnd().split('\r\n\r\n')
  expect(lots.length).toBeGreaterThan(2)
  for (const lot of lots.slice(0, -1)) expect(lot.split('; ')).toHaveLength(30)
  await expect(window.getByRole('textbox', { name: /^Lot 1/ })).toHaveValue(lots[0] as string)
  await window.getByRole('button', { name: 'Copier le lot 1' }).click()
  await expect(window.getByText('Le lot 1 est copié.')).toBeAttached()
  expect(await window.getByRole('textbox', { name: /^Lot 1/ }).evaluate(selected)).toBe(lots[0])
  await sound()
  await choose(/^Publipostage/)
  const envelopes = await exported(window)
  expect(envelopes.name).toMatch(/publipostage.*\.xlsx$/)
  expect(unzipSync(envelopes.bytes)['xl/worksheets/sheet1.xml']).toBeDefined()
  await choose(/^Tout /)
  await sound()
  const all = await exported(window)
  expect(all.name).toMatch(/\.zip$/)
  expect(Object.keys(unzipSync(all.bytes)).some((name) => name.endsWith('/LISEZMOI.txt'))).toBe(true)
})

test('columns and their order are kept as a model, chosen again, renamed and removed', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Exporter')
  await window.getByRole('radio', { name: /^Texte pour Excel/ }).check()
  await window.getByRole('button', { name: 'Aucune' }).click()
  for (const name of ['Nom', 'Ville', 'Prénom']) await window.getByRole('checkbox', { name, exact: true }).check()
  const order = window.getByRole('listbox', { name: 'Ordre des colonnes' })
  await expect(order.getByRole('option')).toHaveText(['Prénom', 'Nom', 'Ville'])
  await order.focus()
  await order.press('End')
  await order.press('Alt+Home')
  await expect(order.getByRole('option')).toHaveText(['Ville', 'Prénom', 'Nom'])
  await order.getByRole('option', { name: 'Nom', exact: true }).dragTo(order.getByRole('option', { name: 'Prénom' }))
  await expect(order.getByRole('option')).toHaveText(['Ville', 'Nom', 'Prénom'])
  const models = window.getByRole('button', { name: /^Modèle/ })
  const act = async (name: RegExp) => {
    await models.click()
    await window.getByRole('menuitem', { name }).click()
  }
  await act(/^Garder ces colonnes/)
  await window.getByRole('textbox', { name: 'Nom du modèle' }).fill('Pour le routeur')
  await window.getByRole('button', { name: 'Garder', exact: true }).click()
  await expect(models).toHaveText('Modèle : Pour le routeur')
  await window.getByRole('button', { name: 'Descendre' }).click()
  await window.getByRole('button', { name: 'Toutes', exact: true }).click()
  await act(/^Pour le routeur/)
  const { bytes } = await exported(window)
  expect(bytes.toString('utf8').split('\r\n')[0]).toBe('\uFEFFVille;Nom;Prénom')
  await act(/^Renommer/)
  await window.getByRole('textbox', { name: 'Nom du modèle' }).fill('Routeur')
  await window.getByRole('button', { name: 'Garder', exact: true }).click()
  await expect(models).toHaveText('Modèle : Routeur')
  await act(/^Retirer/)
  await expect(models).toHaveText('Modèles')
  await models.click()
  await expect(window.getByText('Aucun modèle pour l’instant')).toBeVisible()
})
