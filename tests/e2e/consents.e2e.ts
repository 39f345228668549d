import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, test } from './window.ts'

const undo = (window: Page): Promise<void> =>
  window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Annuler/ })
    .click()
const panel = (window: Page) => window.getByRole('region', { name: 'Publication', exact: true })
const paper = (window: Page) => panel(window).getByRole('group', { name: 'Annuaire imprimé' })
const mode = (window: Page, name: string) => paper(window).getByRole('button', { name, exact: true })

/** Opens the record of a member of the sample. @returns the name. */
async function openRecord(window: Page): Promise<string> {
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/108'
  })
  await expect(panel(window)).toBeVisible()
  return (await window.getByRole('heading', { level: 1 }).textContent()) ?? ''
}

test('three modes in one click, field by field with where it comes from, opposition, undone', async ({ window }) => {
  await openSample(window)
  const name = await openRecord(window)
  await expect(mode(window, 'Complet')).toHaveAttribute('aria-pressed', 'true')

  // What is to be published says first where that was agreed, by the keyboard alone; given up, nothing is written.
  await mode(window, 'Nom seul').click()
  const whence = panel(window).getByRole('form', { name: 'D’où vient la réponse' })
  const source = whence.getByRole('combobox', { name: 'Reçu par' })
  await expect(source).toBeFocused()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  await expect(whence).toHaveCount(0)
  await expect(mode(window, 'Nom seul')).toBeFocused()
  await expect(mode(window, 'Complet')).toHaveAttribute('aria-pressed', 'true')
  await window.keyboard.press('Enter')
  await expect(source).toBeFocused()
  await source.click()
  await window.getByRole('option', { name: 'lettre' }).click()
  await whence.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(mode(window, 'Nom seul')).toHaveAttribute('aria-pressed', 'true')
  await expect(window.getByText('Réponse enregistrée.')).toBeVisible()

  await panel(window).getByRole('button', { name: 'Champ par champ' }).click()
  await source.click()
  await window.getByRole('option', { name: 'formulaire' }).click()
  await panel(window).getByRole('combobox', { name: 'Fondement' }).click()
  await window.getByRole('option', { name: 'intérêt légitime' }).click()
  await panel(window).getByLabel('Preuve').fill('classeur 2026, f. 12')
  const email = panel(window).getByRole('checkbox', { name: 'Courriel, Annuaire imprimé' })
  await email.click()
  await expect(email).toBeChecked()
  const row = panel(window).getByRole('row', { name: /Courriel/ })
  await expect(row).toContainText(/réponse du .*, formulaire, intérêt légitime/)
  await expect(panel(window).getByRole('row', { name: /Photo/ })).toContainText('attend une réponse')
  await expect(paper(window).locator('..')).toContainText('nom, courriel')
  expect(
    (await new AxeBuilder({ page: window }).include('section[aria-label="Publication"]').analyze()).violations,
  ).toEqual([])

  await panel(window).getByRole('button', { name: 'S’oppose à tout' }).click()
  await expect(mode(window, 'Absent')).toHaveAttribute('aria-pressed', 'true')

  await goTo(window, 'Consentements')
  const oppositions = window.getByRole('region', { name: 'Oppositions' })
  await expect(oppositions.getByRole('row').filter({ hasText: name }).first()).toContainText('Ne paraît pas')

  await goTo(window, 'Annuaire')
  await expect(window.getByRole('combobox', { name: 'Pour qui n’a pas répondu, imprimer' })).toHaveValue(
    'Nom, groupes et ville',
  )
  await window.getByRole('button', { name: 'Composer l’annuaire' }).click()
  await window.getByText(/fiches non imprimées/).click({ timeout: 90_000 })
  await expect(window.getByText('– s’y oppose')).toBeVisible()

  await undo(window)
  await expect(window.getByText('C’est annulé.')).toBeVisible()
  await goTo(window, 'Consentements')
  await expect(oppositions.getByRole('row').filter({ hasText: name }).first()).toContainText('Sans')
})

test('what is printed of those who said nothing is chosen on the directory’s screen, and undone', async ({
  window,
}) => {
  await openSample(window)
  await goTo(window, 'Annuaire')
  const choice = window.getByRole('combobox', { name: 'Pour qui n’a pas répondu, imprimer' })
  await choice.click()
  await window.getByRole('option', { name: 'Coordonnées, sauf opposition' }).click()
  await expect(window.getByText('Choix enregistré.')).toBeVisible()
  await expect(choice).toHaveValue('Coordonnées, sauf opposition')
  await undo(window)
  await expect(choice).toHaveValue('Nom, groupes et ville')
})

test('whom to forget: what would be erased is said, and agreeing to be kept takes one off the list', async ({
  window,
}) => {
  await openSample(window)
  await goTo(window, 'Consentements')
  const part = window.getByRole('region', { name: 'À oublier' })
  const settled = () => expect(part).toHaveAttribute('aria-busy', 'false')
  await part.getByLabel('Parties depuis plus de (mois)').fill('0')
  await settled()
  const lines = part.getByRole('row').filter({ has: window.getByRole('button', { name: 'Accepte d’être gardée' }) })
  await expect(lines.first()).toBeVisible()
  await expect(lines.first()).toContainText(/courriel|téléphone|adresse/)
  const before = await lines.count()
  await lines.first().getByRole('button', { name: 'Accepte d’être gardée' }).click()
  await expect(lines).toHaveCount(before - 1)

  // A departure nobody dated is given its day where it is missing; too recent, it leaves the list.
  await part.getByLabel('Parties depuis plus de (mois)').fill('12')
  await settled()
  const undated = part.getByRole('textbox', { name: /^Départ de .* \(date inconnue\)$/ })
  const without = await undated.count()
  await undated.first().fill('2015')
  await window.keyboard.press('Enter')
  await expect(window.getByText(/^Départ noté/).first()).toBeVisible()
  await expect(undated).toHaveCount(without - 1)
  await expect(part.getByRole('cell', { name: '2015', exact: true })).toBeVisible()
})

test('somebody is erased: what goes and what stays is read first, and nothing brings it back', async ({ window }) => {
  await openSample(window)
  await goTo(window, 'Consentements')
  const part = window.getByRole('region', { name: 'À oublier' })
  await part.getByLabel('Parties depuis plus de (mois)').fill('0')
  await expect(part).toHaveAttribute('aria-busy', 'false')
  const line = part
    .getByRole('row')
    .filter({ hasText: /courriel/ })
    .first()
  const link = line.getByRole('link')
  const name = (await link.textContent()) ?? ''
  const record = (await link.getAttribute('href')) ?? ''
  await line.getByRole('button', { name: `Effacer ${name}…` }).click()
  const dialog = window.getByRole('dialog', { name: `Effacer ${name}` })
  await expect(dialog).toContainText('courriel')
  await expect(dialog).toContainText('le nom et les dates')
  await expect(dialog).toContainText('Cet effacement ne s’annule pas.')
  expect((await new AxeBuilder({ page: window }).include('[role="dialog"]').analyze()).violations).toEqual([])
  const erase = dialog.getByRole('button', { name: 'Effacer pour de bon' })
  await expect(erase).toBeDisabled()
  await dialog.getByRole('checkbox').check()
  await erase.click()
  await expect(window.getByText('Personne effacée.')).toBeVisible()
  await expect(part.getByRole('link', { name, exact: true })).toHaveCount(0)
  // No undo is offered, neither there nor at the foot.
  await expect(window.getByRole('alert').getByRole('button', { name: 'Annuler' })).toHaveCount(0)
  await expect(window.getByRole('contentinfo')).not.toContainText('effacement')

  // The name stays on a bare record; then, from the record, nothing stays at all.
  await window.evaluate((hash) => {
    globalThis.location.hash = hash
  }, record)
  await expect(window.getByRole('heading', { level: 1 })).toContainText(name.split(' ')[0] ?? name)
  await expect(window.getByText('@')).toHaveCount(0)
  await panel(window).getByRole('button', { name: 'Effacer…' }).click()
  await dialog.getByRole('radio', { name: /Effacer aussi le nom/ }).check()
  await expect(dialog).toContainText('la fiche entière')
  await dialog.getByRole('checkbox').check()
  await erase.click()
  await expect(window.getByText('293 fiches')).toBeVisible()
})
