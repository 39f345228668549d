import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, makeAssociation, test } from './window.ts'

const field = (window: Page, label: string) =>
  window.getByLabel(label, { exact: true }).and(window.locator('input, textarea'))
const part = (window: Page, name: string) => window.getByRole('region', { name, exact: true })
const press = (window: Page, name: string) => window.getByRole('button', { name, exact: true }).click()

type Person = Readonly<Record<'Civilité' | 'Prénom' | 'Nom' | 'Voie' | 'Code postal' | 'Ville', string>>

/** @returns the place of the record in the window. */
async function newPerson(window: Page, person: Person): Promise<string> {
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  for (const [label, text] of Object.entries(person)) await field(window, label).fill(text)
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: `${person.Nom} ${person.Prénom}` })).toBeVisible()
  return new URL(window.url()).hash
}

async function open(window: Page, place: string): Promise<void> {
  await window.evaluate((hash) => {
    globalThis.location.hash = hash
  }, place)
  await expect(part(window, 'Courrier')).toBeVisible()
}

const jean = {
  ...{ Civilité: 'M.', Prénom: 'Jean', Nom: 'Martin', Voie: '5 bis rue de l’Église' },
  ...{ 'Code postal': '42000', Ville: 'Saint-Étienne' },
}
const anne = {
  ...{ Civilité: 'Mme', Prénom: 'Anne', Nom: 'Durand', Voie: '2 rue Haute', 'Code postal': '69001', Ville: 'Lyon' },
}

/** @returns the places of his record and hers. */
async function makeCouple(window: Page): Promise<{ readonly his: string; readonly hers: string }> {
  await makeAssociation(window, 'Les Amis du Phare')
  const hers = await newPerson(window, anne)
  const his = await newPerson(window, jean)
  await press(window, 'Former un foyer')
  await field(window, 'Avec').fill('dur')
  await window.getByRole('option', { name: 'Durand Anne' }).click()
  // Shown while one chooses, in both languages.
  await expect(part(window, 'Foyer')).toContainText('Mme Anne Durand et M. Jean Martin')
  await expect(part(window, 'Foyer')).toContainText('Dear Ms Durand and Mr Martin,')
  await part(window, 'Foyer').getByRole('button', { name: 'Former un foyer' }).click()
  await expect(window.getByText('Foyer formé.')).toBeVisible()
  return { his, hers }
}

test('a household is made by finding as one types, shares an address, and words its envelope', async ({ window }) => {
  await makeCouple(window)
  await expect(part(window, 'Foyer').getByRole('link', { name: 'Durand Anne' })).toBeVisible()
  await expect(part(window, 'Courrier')).toContainText('5 B RUE DE L EGLISE')
  await expect(part(window, 'Courrier')).toContainText('42000 ST ETIENNE')
  await expect(part(window, 'Courrier')).toContainText('5 bis rue de l’Église')

  await press(window, 'Écrire l’enveloppe autrement')
  await field(window, 'Destinataire').fill('Les Durand-Martin et toute leur nombreuse famille')
  await press(window, 'Enregistrer')
  await expect(window.getByText('Enveloppe enregistrée.')).toBeVisible()
  await expect(part(window, 'Courrier')).toContainText('Ligne 1\u202f: 49 caractères pour 38')
  // A page half faded in has no colours yet.
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page: window as never }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])

  await window.keyboard.press('Control+z')
  await expect(part(window, 'Foyer')).toContainText('Mme Anne Durand et M. Jean Martin')

  // Who is not in the register yet is written down by the way, by the keyboard.
  await press(window, 'Ajouter quelqu’un')
  await press(window, 'Pas encore au registre : créer sa fiche')
  await expect(field(window, 'Civilité')).toBeFocused()
  await field(window, 'Prénom').fill('Léo')
  await window.keyboard.press('Enter')
  await expect(part(window, 'Foyer').getByRole('button', { name: 'Enregistrer' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText('Le foyer compte une personne de plus.')).toBeVisible()
  await expect(part(window, 'Foyer').getByRole('link', { name: 'Léo' })).toBeVisible()
})

test('an address of the household changes for all of them, or for one alone', async ({ window }) => {
  const { his, hers } = await makeCouple(window)
  const correct = async (city: string, whom: string): Promise<void> => {
    await window.getByRole('button', { name: 'Modifier', exact: true }).click()
    await field(window, 'Ville').first().fill(city)
    await window.getByRole('radio', { name: whom, exact: true }).check()
    await press(window, 'Enregistrer')
    await expect(window.getByText('Fiche enregistrée.')).toBeVisible()
  }
  await correct('Firminy', 'pour tout le foyer')
  await open(window, hers)
  await expect(part(window, 'Courrier')).toContainText('42000 FIRMINY')
  await correct('Nice', 'pour cette personne seulement')
  await expect(part(window, 'Courrier')).toContainText('42000 NICE')
  await open(window, his)
  await expect(part(window, 'Courrier')).toContainText('42000 FIRMINY')
})

test('who leaves takes the right address along; what comes back marks an address', async ({ window }) => {
  const { hers } = await makeCouple(window)
  await press(window, 'Quitter le foyer')
  await window.getByRole('radio', { name: /Une nouvelle adresse/ }).check()
  await field(window, 'Ville').fill('Metz')
  // Of two, the other is asked about as well.
  await expect(window.getByRole('radiogroup', { name: /Durand Anne, qui ne forme plus de foyer/ })).toBeVisible()
  await part(window, 'Foyer').getByRole('button', { name: 'Quitter le foyer' }).click()
  await expect(window.getByText(/il est dissous/)).toBeVisible()
  await expect(part(window, 'Foyer')).toContainText('à son seul nom')
  await expect(part(window, 'Courrier')).toContainText('METZ')

  const back = part(window, 'Courrier').getByRole('button', { name: 'Le courrier est revenu (NPAI)' })
  await back.first().click()
  await expect(part(window, 'Courrier').getByText(/^Courrier revenu le/)).toBeVisible()
  await part(window, 'Courrier').getByRole('button', { name: 'Le courrier arrive de nouveau' }).click()
  await expect(part(window, 'Courrier').getByText(/^Courrier revenu le/)).toHaveCount(0)

  await open(window, hers)
  await expect(part(window, 'Courrier')).toContainText('42000 ST ETIENNE')
})

test('who lives at one address is proposed as a household, and one is begun from the screen of households', async ({
  window,
}) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, anne)
  await newPerson(window, { ...jean, Voie: '2, RUE HAUTE', 'Code postal': '69001', Ville: 'Lyon' })
  await newPerson(window, { ...jean, Prénom: 'Luc', Voie: '9 quai Bas' })
  await window.evaluate(() => {
    globalThis.location.hash = '#/households'
  })
  await press(window, 'Qui vit à la même adresse\u202f?')
  await expect(window.getByText('Un foyer, une seule enveloppe')).toBeVisible()
  await window.keyboard.press('f')
  await expect(window.getByText('Foyer formé.')).toBeVisible()
  await expect(window.getByText('Aucune remarque de ce genre ne reste.')).toBeVisible()

  await window.goBack()
  await expect(window.getByText('1 foyer', { exact: true })).toBeVisible()
  await press(window, 'Nouveau foyer')
  // The hand goes from the one to the other.
  await expect(field(window, 'Première personne')).toBeFocused()
  await window.keyboard.type('luc')
  await window.getByRole('option', { name: 'Martin Luc' }).click()
  await expect(field(window, 'Avec')).toBeFocused()
  await field(window, 'Avec').fill('dur')
  await window.getByRole('option', { name: 'Durand Anne' }).click()
  await press(window, 'Enregistrer')
  await expect(window.getByText('Luc').first()).toBeVisible()
  await expect(window.getByRole('button', { name: 'Nouveau foyer' })).toBeFocused()
})
