import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, test } from './window.ts'

/** Keeps a person through the form, with what a test needs. */
async function keep(window: Page, given: Readonly<Record<string, string>>): Promise<void> {
  await window.goto(`${window.url().split('#')[0]}#/people/new/person`)
  await expect(window.getByRole('heading', { level: 1, name: 'Nouvelle personne' })).toBeVisible()
  for (const [label, text] of Object.entries(given)) await window.getByLabel(label, { exact: true }).first().fill(text)
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1, name: given.Nom ?? '' })).toBeVisible()
}

test('two records of one person: said while typing, found, merged by keyboard, and the merge undone', async ({
  window,
}) => {
  await makeAssociation(window, 'Les Amis du Lavoir')
  await keep(window, { Prénom: 'Hélène', Nom: 'Dupont', Téléphone: '06 12 34 56 78', Profession: 'Médecin' })
  await keep(window, { Prénom: 'Zoé', Nom: 'Martin' })

  // While typing, before anything is saved.
  await window.goto(`${window.url().split('#')[0]}#/people/new/person`)
  await window.getByLabel('Prénom', { exact: true }).fill('Helene')
  await window.getByLabel('Nom', { exact: true }).fill('Dupond')
  await window.getByLabel('Téléphone', { exact: true }).first().fill('06 12 34 56 78')
  await expect(window.getByText('Déjà dans le registre ?')).toBeVisible()
  await expect(window.getByRole('link', { name: 'Dupont Hélène' })).toBeVisible()
  await window.getByLabel('Profession').fill('Chirurgienne')
  await window.getByLabel('Courriel').first().fill('helene@exemple.org')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Dupond Helene' })).toBeVisible()

  await goTo(window, 'Doublons')
  await window.getByRole('button', { name: 'Chercher les doublons' }).click()
  await expect(window.getByText('1 sur 1', { exact: true })).toBeVisible()
  await expect(window.getByText('même téléphone')).toBeVisible()
  await window.getByRole('radio', { name: /^Profession\s: Médecin$/ }).check()
  const result = window.getByRole('region', { name: 'La fiche après la fusion' })
  await expect(result).toContainText('Médecin')
  await expect(result).toContainText('helene@exemple.org')
  await window.getByRole('heading', { level: 1 }).click()
  await window.keyboard.press('f')
  await expect(window.getByText('Fiches fusionnées.')).toBeVisible()
  await expect(window.getByText('Aucun doublon en vue')).toBeVisible()
  await goTo(window, 'Fiches')
  await expect(window.getByText('2 fiches', { exact: true })).toBeVisible()

  // Found again among the merges made, undone there, and done again from the foot of the window.
  await goTo(window, 'Doublons')
  await window.getByRole('button', { name: 'Fusions faites' }).click()
  const merge = window.getByRole('table', { name: 'Fusions faites' }).getByRole('row').nth(1)
  await expect(merge).toContainText('Dupont Hélène')
  await merge.getByRole('button', { name: /^Annuler la fusion/ }).click()
  await expect(merge).toContainText('annulé')
  await goTo(window, 'Fiches')
  await expect(window.getByText('3 fiches', { exact: true })).toBeVisible()
  await window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Refaire/ })
    .click()
  await expect(window.getByText('2 fiches', { exact: true })).toBeVisible()

  // Undone from the foot of the window, whatever the screen.
  const foot = window.getByRole('contentinfo')
  await foot.getByRole('button', { name: /^Annuler/ }).click()
  await expect(window.getByText('3 fiches', { exact: true })).toBeVisible()
})

test('two people who look alike are not brought together twice', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Lavoir')
  await keep(window, { Prénom: 'Jean', Nom: 'Dupont' })
  await keep(window, { Prénom: 'Jean', Nom: 'Dupont' })
  await goTo(window, 'Doublons')
  await window.getByRole('button', { name: 'Chercher les doublons' }).click()
  await expect(window.getByText('1 sur 1', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Deux personnes' }).click()
  await expect(window.getByText('Ces deux personnes ne seront plus rapprochées.')).toBeVisible()
  await window.getByRole('button', { name: 'Chercher de nouveau' }).click()
  await expect(window.getByText('Aucun doublon en vue')).toBeVisible()
})
