/** Lists as the secretary makes them: sought, narrowed, shown, kept, and acted upon as a whole. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, rowOf, test } from './window.ts'

const status = (window: Page) => window.getByRole('main').getByRole('status').first()

async function isAccessible(window: Page): Promise<void> {
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page: window as never }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('criteria narrow the list, which is kept under a name with its columns and opened again', async ({ window }) => {
  await openSample(window)
  // What was done last to many says how many, and not the first of their names.
  await expect(window.getByRole('contentinfo')).toContainText(/Réponse sur la publication\s: \d+ fiches/)
  await window.getByRole('button', { name: 'Critères', exact: true }).click()
  const dialog = window.getByRole('dialog', { name: 'Critères' })
  await dialog.getByRole('combobox', { name: 'Critère' }).click()
  await window.getByRole('option', { name: 'Ville', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Valeur' }).fill('paris')
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ fiches$/)
  const parisians = (await dialog.getByRole('status').textContent()) ?? ''
  // Another criterion, turned round.
  await dialog.getByRole('button', { name: 'Ajouter un critère' }).click()
  await dialog.getByRole('combobox', { name: 'Critère' }).nth(1).click()
  await window.getByRole('option', { name: 'Courriel', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Valeur' }).nth(1).fill('example.org')
  await dialog.getByRole('switch', { name: 'Sauf' }).nth(1).click()
  await expect(dialog.getByRole('status')).not.toHaveText(parisians)
  // A country is chosen by its name, accents or not.
  await dialog.getByRole('button', { name: 'Ajouter un critère' }).click()
  await dialog.getByRole('combobox', { name: 'Critère' }).nth(2).click()
  await window.getByRole('option', { name: 'Pays', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Valeur' }).fill('etats')
  await window.getByRole('option', { name: 'États-Unis', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText(/^0 fiche/)
  await dialog.getByRole('button', { name: 'Retirer ce critère' }).nth(2).click()
  await isAccessible(window)
  const fewer = (await dialog.getByRole('status').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Montrer la liste' }).click()
  const found = new RegExp(`^${fewer.replace(/\D/g, '')} fiches? trouvée`)
  await expect(status(window)).toHaveText(found)
  await expect(window.getByRole('button', { name: '2 critères' })).toBeVisible()

  // A column more, and another order.
  await window.getByRole('button', { name: 'Colonnes' }).click()
  await window.getByRole('combobox', { name: 'Ajouter une colonne' }).fill('Code postal')
  await window.getByRole('option', { name: 'Code postal' }).click()
  await window.keyboard.press('Escape')
  await window.getByRole('columnheader', { name: 'Code postal' }).getByRole('button').click()
  await expect(window.getByRole('columnheader', { name: 'Code postal' })).toHaveAttribute('aria-sort', 'ascending')
  const cells = window.getByRole('gridcell').filter({ hasText: /^75\d{3}$/ })
  await expect(cells.nth(2)).toBeVisible()
  const postcodes = await cells.allTextContents()
  expect(postcodes).toEqual(postcodes.toSorted())

  await window.getByRole('button', { name: 'Listes' }).click()
  await window.getByRole('menuitem', { name: 'Garder cette liste…' }).click()
  await window.getByLabel('Nom de la liste').fill('Parisiens d’ailleurs')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Liste « Parisiens d’ailleurs » gardée.')).toBeVisible()
  await window.getByRole('button', { name: 'Tout montrer' }).click()
  await expect(window.getByText('294 fiches')).toBeVisible()
  await window.getByRole('button', { name: 'Listes' }).click()
  await window.getByRole('menuitem', { name: 'Parisiens d’ailleurs' }).click()
  await expect(status(window)).toHaveText(found)
  await expect(window.getByRole('columnheader', { name: 'Code postal' })).toHaveAttribute('aria-sort', 'ascending')
})

test('the whole result is chosen by keyboard, changed after a preview, and put back at once', async ({ window }) => {
  await openSample(window)
  await window.getByRole('textbox', { name: /^Nom, ville/ }).fill('paris')
  await expect(status(window)).toHaveText(/^\d{1,2} fiches trouvées$/)
  const count = Number(((await status(window).textContent()) ?? '').replace(/\D/g, ''))
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Control+a')
  await expect(window.getByText(`${count} fiches cochées`)).toBeVisible()
  await window.getByRole('button', { name: 'Marquer' }).click()
  await window.getByRole('menuitem', { name: 'Ajouter une étiquette' }).click()
  const dialog = window.getByRole('dialog', { name: `Modifier ${count} fiches` })
  await dialog.getByRole('combobox', { name: 'Étiquette' }).fill('Parisiens')
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText(`${count} fiches changeront.`)
  await isAccessible(window)
  await dialog.getByRole('button', { name: `Changer ${count} fiches` }).click()
  await expect(window.getByText(`${count} fiches changées.`)).toBeVisible()

  await window.getByRole('textbox', { name: /^Nom, ville/ }).fill('parisiens')
  await expect(status(window)).toHaveText(`${count} fiches trouvées`)
  await window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Annuler/ })
    .click()
  await window.getByRole('button', { name: `Annuler pour ${count} fiches` }).click()
  await expect(window.getByText('Aucune fiche sous ces mots')).toBeVisible()
})

test('lines are chosen on the way, put into a fixed list and taken out; export takes them alone', async ({
  window,
}) => {
  await openSample(window)
  await window.getByRole('button', { name: 'Listes' }).click()
  await window.getByRole('menuitem', { name: 'Garder cette liste…' }).click()
  await window.getByLabel('Nom de la liste').fill('Chorale')
  await window.getByRole('radio', { name: 'Fixe' }).check()
  await window.getByRole('button', { name: 'Garder', exact: true }).click()
  await expect(window.getByText('Liste « Chorale » gardée.')).toBeVisible()

  await window.getByRole('grid').focus()
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByText('3 fiches cochées')).toBeVisible()
  await window.getByRole('button', { name: 'Mettre dans une liste' }).click()
  await window.getByRole('menuitem', { name: 'Retirer de cette liste' }).click()
  await expect(window.getByText('3 fiches retirées de la liste.')).toBeVisible()
  await expect(status(window)).toHaveText(/^29\d fiches trouvées$/)
  // Those taken out are no longer ticked: their bar goes before others are chosen.
  await expect(window.getByRole('toolbar')).toHaveCount(0)

  await window.getByRole('grid').focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Shift+ArrowDown')
  await window.getByRole('toolbar').getByRole('button', { name: 'Exporter' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Exporter' })).toBeVisible()
  await expect(window.getByText('2 fiches', { exact: true })).toBeVisible()
  await window.getByRole('radio', { name: /^Texte pour Excel/ }).check()
  const coming = window.waitForEvent('download')
  await window.getByRole('button', { name: 'Exporter', exact: true }).click()
  const file = await (await coming).path()
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3)
})

test('what is chosen while the office looks up the numbers of others is not lost', async ({ window }, { project }) => {
  test.skip(project.name === 'electron', 'Requests are held as the browser sends them')
  await openSample(window)
  await expect(status(window)).toHaveText(/^29\d fiches/)
  const all = Number.parseInt((await status(window).textContent()) ?? '', 10)
  const grid = window.getByRole('grid')
  await grid.focus()
  for (let step = 0; step < 5; step += 1) await window.keyboard.press('ArrowDown')
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await window.route(/people\/ids/, async (route) => {
    await released
    await route.continue()
  })
  const asked = window.waitForRequest(/people\/ids/)
  await window.keyboard.press('Shift+End')
  await asked
  await window.keyboard.press('Home')
  await window.keyboard.press('Space')
  await expect(window.getByText('1 fiche cochée')).toBeVisible()
  release()
  await expect(window.getByText(`${all - 4} fiches cochées`)).toBeVisible()
})

test('a fragment finds, a letter leaps, and what sweeps must be said twice', async ({ window }) => {
  await openSample(window)
  await window.getByRole('button', { name: 'Aller à la lettre M' }).click()
  await expect(rowOf(window, /^M/).first()).toBeInViewport()
  await window.getByRole('textbox', { name: /^Nom, ville/ }).fill('artin')
  await expect(rowOf(window, /artin/i).first()).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^Tout sélectionner/ }).click()
  await window.getByRole('button', { name: 'Mettre à la corbeille' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await expect(dialog.getByText(/fiches changeront/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Changer/ })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /la plupart/ }).check()
  await expect(dialog.getByRole('button', { name: /^Changer/ })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Fermer' }).last().click()
  await goTo(window, 'Fiches')
})
