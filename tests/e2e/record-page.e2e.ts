import type { Page } from '@playwright/test'
import { expect, makeAssociation, test } from './window.ts'

const section = (window: Page, name: string) => window.getByRole('region', { name, exact: true })
/** What one types in, by its label; lists of proposals bear the same one. */
const field = (window: Page, label: string) =>
  window.getByLabel(label, { exact: true }).and(window.locator('input, textarea'))
const fact = (window: Page, text: string | RegExp) => window.getByRole('definition').filter({ hasText: text })

async function newPerson(window: Page, firstName: string, lastName: string, shown = lastName): Promise<void> {
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  await field(window, 'Prénom').fill(firstName)
  await field(window, 'Nom').fill(lastName)
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: shown })).toBeVisible()
}

/** Opens a part of the page that says nothing yet. */
async function add(window: Page, part: string): Promise<void> {
  await window.getByRole('button', { name: 'Ajouter…' }).click()
  await window.getByRole('menuitem', { name: part }).click()
}

const save = async (window: Page): Promise<void> => {
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('button', { name: 'Enregistrer', exact: true })).toHaveCount(0)
}

test('each part of the page is filled in its place, saved as one order, and undone', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, 'Zoé', 'Aubert')

  await add(window, 'Naissance et décès')
  await field(window, 'Naissance').fill('31 mai 1962')
  await field(window, 'Lieu de naissance').fill('Oslo')
  await save(window)
  await expect(fact(window, '31 mai 1962, Oslo')).toBeVisible()

  await add(window, 'Séjours')
  await window.getByRole('button', { name: 'Ajouter un séjour' }).click()
  await field(window, 'Maison').fill('Maison de Norvège')
  await field(window, 'Depuis').fill('09/1984')
  await field(window, 'Jusqu’à').fill('1986')
  await field(window, 'Chambre').fill('214')
  await save(window)
  await expect(section(window, 'Séjours')).toContainText('septembre 1984 – 1986')
  await expect(section(window, 'Séjours')).toContainText('chambre 214')

  await add(window, 'Autres noms connus')
  await window.getByRole('button', { name: 'Ajouter un nom' }).click()
  await field(window, 'Nom').fill('Durand')
  await save(window)
  await expect(fact(window, 'Durand, voir Aubert Zoé')).toBeVisible()

  await add(window, 'Décorations')
  for (const [at, name] of ['Palmes académiques', 'Légion d’honneur'].entries()) {
    await window.getByRole('button', { name: 'Ajouter une décoration' }).click()
    await field(window, 'Ordre ou médaille').nth(at).fill(name)
    await window.keyboard.press('Escape')
  }
  await field(window, 'Grade').first().fill('officier')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Ranger dans l’ordre du port' }).click()
  await save(window)
  await expect(section(window, 'Décorations').getByRole('listitem')).toHaveText([
    'Légion d’honneur',
    /^Palmes académiques\s*officier$/,
  ])

  await add(window, 'Mandats')
  await window.getByRole('button', { name: 'Ajouter un mandat' }).click()
  await field(window, 'Instance').fill('Conseil')
  await field(window, 'Fonction').fill('trésorière')
  await field(window, 'Depuis').fill('2020')
  await field(window, 'Jusqu’à').fill('2019')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByText('La fin précède le début.')).toBeVisible()
  await field(window, 'Jusqu’à').fill('2023')
  await save(window)
  await expect(fact(window, 'trésorière, Conseil')).toBeVisible()

  await add(window, 'Entraide')
  await window.getByRole('button', { name: 'Ajouter une proposition ou une demande' }).click()
  await field(window, 'Domaine').fill('thèses de droit')
  await save(window)
  await expect(section(window, 'Entraide')).toContainText('thèses de droit')

  await window.keyboard.press('Control+z')
  await expect(section(window, 'Entraide')).toHaveCount(0)
  await expect(section(window, 'Mandats')).toBeVisible()
})

test('the whole record by Ctrl+E; an impossible birth is said beside its field', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, 'Zoé', 'Aubert')
  await window.keyboard.press('Control+e')
  const born = field(window, 'Naissance')
  for (const [typed, said] of [
    ['30/02/1962', 'Février 1962 n’a que 28 jours.'],
    ['hier', 'Un jour comme 31/05/1962'],
    ['1066', 'avant 1850'],
    ['31/12/2199', 'pas encore venue'],
  ] as const) {
    await born.fill(typed)
    await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(window.getByText(said)).toBeVisible()
  }
  await born.fill('1931')
  await field(window, 'Décès').fill('02/2024')
  await window.keyboard.press('Control+s')
  await expect(window.getByText(/^Décès enregistré/)).toBeVisible()
  await expect(fact(window, 'février 2024')).toBeVisible()
  await expect(fact(window, 'Décédé')).toBeVisible()

  // Kept in memory, out of the count, found by who looks for it.
  await window.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: 'Fiches' }).click()
  await expect(window.getByText('0 fiche', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Montrer aussi la personne décédée' }).click()
  await expect(window.getByRole('link', { name: 'Aubert Zoé' })).toBeVisible()
})

test('an organisation is reached through people found as one types; each side shows the other', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, 'Zoé', 'Aubert')
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/organisation'
  })
  await field(window, 'Nom de l’organisme').fill('Fondation X')
  await window.getByRole('button', { name: 'Ajouter une personne' }).click()
  await field(window, 'Personne').fill('aub')
  await window.getByRole('option', { name: 'Aubert Zoé' }).click()
  await field(window, 'Rôle, fonction').fill('présidente')
  await window.keyboard.press('Control+s')
  await expect(section(window, 'Interlocuteurs')).toContainText('présidente')
  await section(window, 'Interlocuteurs').getByRole('link', { name: 'Aubert Zoé' }).click()
  await expect(section(window, 'Pour un organisme')).toContainText('Fondation X')
})

test('hostile words stay words, and what nobody sees is taken out and said', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await newPerson(window, '<img src=x onerror=alert(1)>', 'Au\u202ebert', 'Aubert')
  await expect(window.getByText('Des caractères invisibles ont été retirés (Nom).')).toBeVisible()
  await expect(window.getByRole('heading', { level: 1, name: 'Aubert <img src=x onerror=alert(1)>' })).toBeVisible()
})
