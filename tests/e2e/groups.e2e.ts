import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, openSample, test } from './window.ts'

const undo = (window: Page): Promise<void> =>
  window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Annuler/ })
    .click()
const field = (window: Page, label: string) =>
  window.getByLabel(label, { exact: true }).and(window.locator('input, textarea'))
const tree = (window: Page) => window.getByRole('navigation', { name: 'Arbre des groupes' })
const page = (window: Page, name: string) => window.getByRole('article', { name, exact: true })
const members = (window: Page) => window.getByRole('region', { name: 'Membres', exact: true })

async function choose(window: Page, label: string, option: string | RegExp): Promise<void> {
  await field(window, label).first().click()
  await window.getByRole('option', { name: option }).first().click()
}

/** Names are found as one types. */
async function find(window: Page, label: string, name: string): Promise<void> {
  await field(window, label).fill(name.slice(0, 3))
  await window.getByRole('option', { name }).first().click()
}

async function newPerson(window: Page, lastName: string): Promise<void> {
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  await field(window, 'Nom').fill(lastName)
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: lastName })).toBeVisible()
}

async function makeGroup(window: Page, button: string, name: string, kind = 'Section'): Promise<void> {
  await window.getByRole('button', { name: button, exact: true }).click()
  await field(window, 'Nom').fill(name)
  await choose(window, 'Nature', kind)
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page(window, name)).toBeVisible()
}

test('a tree of groups: people come in and leave, two groups become one, and it is undone', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, 'Aubert')
  await goTo(window, 'Groupes')
  await expect(window.getByRole('heading', { name: 'Aucun groupe pour l’instant' })).toBeVisible()
  await makeGroup(window, 'Nouveau groupe', 'Europe')
  await makeGroup(window, 'Nouveau sous-groupe', 'Nord')
  await makeGroup(window, 'Nouveau groupe', 'Nordique')

  await find(window, 'Personne à faire entrer', 'Aubert')
  await members(window).getByLabel('Depuis').fill('09/2020')
  await members(window).getByRole('button', { name: 'Faire entrer' }).click()
  await expect(members(window).getByRole('link', { name: 'Aubert' })).toBeVisible()
  await expect(members(window)).toContainText('septembre 2020')

  await tree(window)
    .getByRole('button', { name: /^Nord section/ })
    .click()
  await page(window, 'Nord').getByRole('button', { name: 'Fusionner avec…' }).click()
  await choose(window, 'Groupe à fusionner avec celui-ci', /Nordique/)
  await window.getByRole('button', { name: 'Fusionner les deux' }).click()
  await expect(tree(window).getByRole('button', { name: /Nordique/ })).toHaveCount(0)
  await expect(members(window).getByRole('link', { name: 'Aubert' })).toBeVisible()
  await expect(tree(window).getByRole('button', { name: /^Europe/ })).toContainText('0 (1 avec les sous-groupes)')
  expect((await new AxeBuilder({ page: window }).include('main').analyze()).violations).toEqual([])

  await undo(window)
  await expect(tree(window).getByRole('button', { name: /Nordique/ })).toBeVisible()

  await tree(window)
    .getByRole('button', { name: /Nordique/ })
    .click()
  await members(window).getByRole('button', { name: 'Faire sortir Aubert' }).click()
  await expect(members(window).getByRole('button', { name: 'Faire sortir Aubert' })).toHaveCount(0)
  await members(window).getByLabel('Le', { exact: true }).fill('01/01/2099')
  await expect(members(window).getByText('Personne.')).toBeVisible()
  await members(window).getByText('Anciens', { exact: true }).click()
  await expect(members(window).getByRole('link', { name: 'Aubert' })).toBeVisible()
})

test('a body: who held what on any day, what is to be declared', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, 'Aubert')
  await window.getByRole('button', { name: 'Ajouter…' }).click()
  await window.getByRole('menuitem', { name: 'Mandats' }).click()
  await window.getByRole('button', { name: 'Ajouter un mandat' }).click()
  await field(window, 'Instance').fill('Conseil')
  await field(window, 'Fonction').fill('membre')
  await field(window, 'Depuis').fill('10/06/2023')
  await window.getByRole('button', { name: 'Ajouter un mandat' }).click()
  await field(window, 'Instance').nth(1).fill('conseil')
  await field(window, 'Fonction').nth(1).fill('Membre')
  const twice = window.getByText('Ce mandat est déjà dit plus haut, aux mêmes dates.')
  await expect(twice).toBeVisible()
  await field(window, 'Jusqu’à').nth(0).fill('2024')
  await field(window, 'Depuis').nth(1).fill('2024')
  await expect(twice).toHaveCount(0)
  await window
    .getByRole('button', { name: /^Retirer/ })
    .nth(1)
    .click()
  await field(window, 'Jusqu’à').fill('')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('region', { name: 'Mandats' })).toContainText('Conseil')

  await goTo(window, 'Groupes')
  await tree(window)
    .getByRole('button', { name: /^Conseil/ })
    .click()
  const holders = window.getByRole('region', { name: 'Qui tient quoi' })
  await expect(holders.getByRole('link', { name: 'Aubert' })).toBeVisible()
  // After an election the officers are added here, one after the other.
  const appoint = holders.getByRole('form', { name: 'Donner ce mandat' })
  const who = appoint.getByRole('combobox', { name: 'Qui reçoit un mandat' })
  await who.fill('aub')
  await window.getByRole('option', { name: /^Aubert/ }).click()
  await appoint.getByRole('combobox', { name: 'Fonction' }).fill('Trésorière')
  await appoint.getByLabel('Depuis').fill('01/03/2026')
  await window.keyboard.press('Enter')
  await expect(holders.getByRole('row', { name: /Trésorière.*depuis le/ })).toBeVisible()
  await expect(who).toBeFocused()
  await undo(window)
  await expect(holders.getByRole('row', { name: /Trésorière/ })).toHaveCount(0)
  // The same function once more, at the same time, is said before it is given.
  await who.fill('aub')
  await window.getByRole('option', { name: /^Aubert/ }).click()
  await appoint.getByRole('combobox', { name: 'Fonction' }).fill('Membre')
  await expect(appoint.getByText('Cette personne tient déjà ce mandat à ces dates.')).toBeVisible()
  await appoint.getByRole('combobox', { name: 'Fonction' }).fill('')
  await holders.getByLabel('Le', { exact: true }).fill('01/01/2020')
  await expect(holders.getByText('Personne.')).toBeVisible()
  await holders.getByLabel('Depuis l’origine').check()
  await expect(holders.getByRole('link', { name: 'Aubert' })).toBeVisible()
  await page(window, 'Conseil').getByRole('button', { name: 'Modifier' }).click()
  await window.getByLabel('Ses changements se déclarent à la préfecture').check()
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()

  await window.getByRole('tab', { name: 'Mandats à suivre' }).click()
  const declare = window.getByRole('region', { name: 'À déclarer' })
  await expect(declare).toContainText(/entrée en fonction le\s10\sjuin\s2023/)
  await expect(declare).toContainText(/ans de retard/)
  await declare.getByRole('button', { name: 'Déclaré', exact: true }).click()
  await expect(declare.getByText('Rien à déclarer.')).toBeVisible()
  await undo(window)
  await expect(declare).toContainText('entrée en fonction')
})

test('the sample’s Houses are there with their members', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Groupes')
  await tree(window).getByRole('button').nth(1).click()
  await expect(members(window).getByRole('row').first()).toBeVisible()
  await window.getByRole('tab', { name: 'Entraide' }).click()
  await expect(window.getByText('Personne n’offre ni ne demande cela.')).toBeVisible()
})
