import { expect, goTo, openSample, test } from './window.ts'

test('an edition is named, arranged, printed and copied for the next year, in the window', async ({ window }, {
  project,
}) => {
  test.slow()
  await openSample(window)
  await goTo(window, 'Annuaire')
  await window.getByRole('button', { name: 'Nouvelle édition' }).click()
  const naming = window.getByRole('dialog', { name: 'Nouvelle édition' })
  await naming.getByRole('textbox', { name: 'Nom' }).fill('2027')
  await naming.getByRole('button', { name: 'Créer' }).click()
  await expect(window.getByRole('combobox', { name: 'Édition' })).toHaveValue('2027')

  await window.getByRole('textbox', { name: 'Sous-titre' }).fill('Édition du cinquantenaire')
  await window.keyboard.press('Enter')
  const sections = window
    .getByRole('list')
    .filter({ has: window.getByRole('button', { name: 'Modifier « Couverture »' }) })
  await expect(sections.getByRole('listitem')).toHaveCount(16)

  // A text is written, switched on, and stands where it is put.
  await sections.getByRole('button', { name: 'Modifier « Texte libre »' }).click()
  const form = window.getByRole('dialog', { name: 'Texte libre' })
  await form.getByRole('textbox', { name: 'Titre' }).fill('Le mot du conseil')
  await form.getByRole('textbox', { name: 'Texte' }).fill('Chers amis,\n\nBonne lecture à **toutes et tous**.')
  await form.getByRole('button', { name: 'Enregistrer la section' }).click()
  await expect(form).toBeHidden()
  const own = sections.getByRole('switch', { name: 'Imprimer « Le mot du conseil »' })
  await own.click({ force: true })
  await expect(own).toBeChecked()
  await sections.getByRole('button', { name: 'Monter « Le mot du conseil »' }).click()
  await expect(sections.getByRole('listitem').nth(2)).toContainText('Le mot du conseil')

  // The last act is taken back, and nothing else.
  await window.keyboard.press('Control+z')
  await expect(sections.getByRole('listitem').nth(3)).toContainText('Le mot du conseil')
  await expect(own).toBeChecked()

  // Entries say what one wants of them.
  await window.getByRole('button', { name: 'Composer les notices' }).click()
  const entries = window.getByRole('dialog', { name: 'Composition des notices' })
  await entries.getByRole('button', { name: 'Retirer la ligne 1' }).click()
  await entries.getByRole('button', { name: 'Enregistrer les notices' }).click()
  await expect(entries).toBeHidden()

  await window.getByRole('button', { name: 'Composer l’annuaire' }).click()
  await expect(window.getByRole('img', { name: 'Page 1', exact: true })).toHaveAttribute('data-drawn', 'true', {
    timeout: 60_000,
  })
  await window.getByRole('textbox', { name: 'Chercher un nom' }).fill('toutes et tous')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('img', { name: 'Page 4', exact: true })).toHaveAttribute('data-drawn', 'true')

  // Printed for good, its files are given as they were printed and its settings are no longer shown.
  await window.getByRole('button', { name: 'Imprimer pour de bon' }).click()
  const printing = window.getByRole('dialog', { name: 'Imprimer pour de bon' })
  await printing.getByRole('checkbox', { name: 'Pages pour un imprimeur' }).check()
  await printing.getByRole('button', { name: 'Imprimer pour de bon' }).click()
  const files = window.getByRole('region', { name: 'Fichiers imprimés' })
  await expect(files).toBeVisible({ timeout: 60_000 })
  await expect(sections).toHaveCount(0)
  await expect(window.getByRole('button', { name: /^(Rec|C)ompos/ })).toBeDisabled()
  if (project.name !== 'electron') {
    const [download] = await Promise.all([
      window.waitForEvent('download'),
      files.getByRole('button', { name: 'Enregistrer : Pages pour un imprimeur' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Annuaire-2027-imprimeur.pdf')
  }

  await window.getByRole('button', { name: 'Copier pour l’année suivante' }).click()
  const copying = window.getByRole('dialog', { name: 'Copier pour l’année suivante' })
  await expect(copying.getByRole('textbox', { name: 'Nom' })).toHaveValue('2028')
  await copying.getByRole('button', { name: 'Créer' }).click()
  await expect(window.getByRole('combobox', { name: 'Édition' })).toHaveValue('2028')
  await expect(sections.getByText('Le mot du conseil')).toBeVisible()
})
