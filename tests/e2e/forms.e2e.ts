/** Verification forms: printed from the window, answers keyed in by keyboard alone, undone. */
import { readFileSync } from 'node:fs'
import { expect, goTo, openSample, test } from './window.ts'

test('the sheets of a list are made and saved', async ({ window }, { project }) => {
  test.skip(project.name === 'electron', 'Electron saves without a download of the page')
  await openSample(window)
  await window.getByLabel('Nom, ville, métier, téléphone…').fill('achard')
  await goTo(window, 'Vérification')
  await window.getByRole('tab', { name: 'Imprimer les feuilles' }).click()
  await window.getByLabel('Celles de la liste affichée').check()
  await window.getByText('de la poste').click()
  await window.getByLabel('À rendre à').fill('Secrétariat\n3 quai du Lac\n74000 Annecy')
  await window.getByLabel('Avant le').fill('15/04/2027')
  const download = window.waitForEvent('download')
  await window.getByRole('button', { name: 'Préparer les feuilles' }).click()
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(window.getByText(/prêtes?.: Fiches-a-verifier/)).toBeVisible()
})

test('answers are keyed in by keyboard alone: as it was, corrected, undone', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Vérification')
  await expect(window.getByText('0 réponse aujourd’hui')).toBeVisible()

  const typed = window.getByLabel('Référence ou nom')
  await expect(typed).toBeFocused()
  await window.keyboard.type('achard')
  await typed.press('Enter')
  await expect(window.getByRole('button', { name: /Confirmé tel quel/ })).toBeVisible()
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('1 réponse aujourd’hui')).toBeVisible()

  await typed.fill('achard')
  await typed.press('Enter')
  const profession = window.getByRole('textbox', { name: 'Profession' })
  await profession.fill('Factrice de clavecins')
  await window.getByLabel('Courriel, Annuaire').check()
  await expect(window.getByRole('button', { name: /Enregistrer la réponse/ })).toBeVisible()
  await profession.press('Control+Enter')
  await expect(window.getByText('2 réponses aujourd’hui')).toBeVisible()
  await expect(typed).toBeFocused()

  await typed.fill('clavecins')
  await expect(window.getByRole('button', { name: /Achard.*confirmée le/ })).toBeVisible()
  await typed.fill('')
  await window.locator('#screen').focus()
  await window.keyboard.press('Control+z')
  await expect(window.getByText('1 réponse aujourd’hui')).toBeVisible()
  await typed.fill('clavecins')
  await expect(window.getByText('Personne sous cette référence ni ce nom.')).toBeVisible()
})
