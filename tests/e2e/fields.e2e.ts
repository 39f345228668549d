import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, test } from './window.ts'

const undo = (window: Page): Promise<void> =>
  window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Annuler/ })
    .click()
const field = (window: Page, label: string) =>
  window.getByLabel(label, { exact: true }).and(window.locator('input, textarea'))
const settings = (window: Page) => window.getByRole('region', { name: 'Rubriques', exact: true })

async function make(window: Page, name: string, type: string, choices = ''): Promise<void> {
  await settings(window).getByRole('button', { name: 'Nouvelle rubrique' }).click()
  await settings(window).getByLabel('Nom', { exact: true }).fill(name)
  await settings(window).getByLabel('Type', { exact: true }).and(window.locator('input')).click()
  await window.getByRole('option', { name: type, exact: true }).click()
  if (choices !== '') await settings(window).getByLabel('Choix, un par ligne').fill(choices)
  await settings(window).getByRole('button', { name: 'Créer' }).click()
  await expect(settings(window).getByRole('listitem').filter({ hasText: name })).toBeVisible()
}

test('fields of the association: made, filled as their type asks, refused beside the field, renamed, undone', async ({
  window,
}) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await goTo(window, 'Réglages')
  await make(window, 'Taille', 'Choix', 'Petite\nGrande')
  await make(window, 'Parts', 'Nombre')
  await make(window, 'Abonné', 'Oui ou non')

  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  await field(window, 'Nom').fill('Aubert')
  await field(window, 'Taille').click()
  await window.getByRole('option', { name: 'Grande' }).click()
  await field(window, 'Parts').fill('beaucoup')
  await window.keyboard.press('Control+s')
  await expect(window.getByText(/ce n’est pas un nombre/i).first()).toBeVisible()
  await field(window, 'Parts').fill('1 200')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Aubert' })).toBeVisible()
  const others = window.getByRole('region', { name: 'Autres rubriques' })
  await expect(others).toContainText('Grande')
  await expect(others).toContainText('1 200')

  await goTo(window, 'Réglages')
  await settings(window).getByRole('button', { name: 'Modifier Taille' }).click()
  await settings(window).getByLabel('Nom', { exact: true }).fill('Format')
  await settings(window).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(settings(window).getByRole('listitem').filter({ hasText: 'Format' })).toContainText('1 valeur')
  await undo(window)
  await expect(settings(window).getByRole('listitem').filter({ hasText: 'Taille' })).toContainText('1 valeur')
})

test('a column that came is given a type: what does not suit is said, and kept as text', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  await field(window, 'Nom').fill('Aubert')
  await window.getByRole('button', { name: 'Ajouter une rubrique' }).click()
  await field(window, 'Rubrique').fill('Visite')
  await field(window, 'Valeur').fill('bientôt')
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: 'Aubert' })).toBeVisible()

  await goTo(window, 'Réglages')
  await settings(window).getByRole('button', { name: 'Donner un type à Visite' }).click()
  await settings(window).getByLabel('Type', { exact: true }).and(window.locator('input')).click()
  await window.getByRole('option', { name: 'Date', exact: true }).click()
  await expect(settings(window).getByText('1 valeur ne convient pas à ce type')).toBeVisible()
  await settings(window).getByRole('button', { name: 'Créer' }).click()
  await expect(settings(window).getByText(/des valeurs déjà saisies ne conviennent pas/)).toBeVisible()
  await settings(window).getByLabel('Les garder comme texte').check()
  await settings(window).getByRole('button', { name: 'Créer' }).click()
  await expect(window.getByText('Rubrique créée.')).toBeVisible()
  await expect(settings(window).getByRole('button', { name: 'Donner un type à Visite' })).toHaveCount(0)
})

test('a repeated group is filled twice, a file is kept and saved back', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await goTo(window, 'Réglages')
  await make(window, 'Diplôme', 'Fichier')
  await settings(window).getByRole('button', { name: 'Nouvelle rubrique' }).click()
  await settings(window).getByLabel('Nom', { exact: true }).fill('Revue')
  await settings(window).getByLabel('Groupe répété').fill('Publications')
  await settings(window).getByRole('button', { name: 'Créer' }).click()
  await expect(settings(window).getByRole('listitem').filter({ hasText: 'Revue' })).toBeVisible()

  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  await field(window, 'Nom').fill('Aubert')
  for (const [at, name] of ['Annales', 'Cahiers'].entries()) {
    await window.getByRole('button', { name: 'Ajouter à Publications' }).click()
    await field(window, 'Revue').nth(at).fill(name)
  }
  const choosing = window.waitForEvent('filechooser')
  await window.getByRole('button', { name: 'Choisir un fichier' }).click()
  const buffer = Buffer.from('%PDF-1.4 diplôme')
  await (await choosing).setFiles({ name: 'diplome.pdf', mimeType: 'application/pdf', buffer })
  await expect(window.getByText('diplome.pdf')).toBeVisible()
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: 'Aubert' })).toBeVisible()
  const others = window.getByRole('region', { name: 'Autres rubriques' })
  for (const name of ['Annales', 'Cahiers']) await expect(others.getByText(name)).toBeVisible()
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    others.getByRole('button', { name: 'Enregistrer diplome.pdf' }).click(),
  ])
  expect(await readFile(await download.path())).toEqual(buffer)
})
