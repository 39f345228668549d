import { expect, goTo, openSample, rowOf, test } from './window.ts'

test('from the welcome to a changed record and back', async ({ window }) => {
  await openSample(window)

  const search = window.getByRole('textbox', { name: /^Nom, ville/ })
  await search.fill('nguyen')
  await expect(rowOf(window, /Nguyễn Thị Ánh/)).toBeVisible()
  await search.fill('QUINONES lyon')
  await expect(window.getByText('1 fiche trouvée')).toBeVisible()

  await rowOf(window, /Quiñones/)
    .getByRole('link')
    .click()
  await expect(window.getByRole('heading', { level: 1, name: 'Quiñones Aníbal' })).toBeVisible()
  await expect(window.getByRole('region', { name: 'Coordonnées' }).getByText('69002 Lyon')).toBeVisible()

  await window.getByRole('button', { name: 'Modifier' }).click()
  await window.getByLabel('Profession').fill('Horloger')
  await window.keyboard.press('Control+s')
  await expect(window.getByText('Fiche enregistrée.')).toBeVisible()
  await expect(window.getByRole('definition').filter({ hasText: 'Horloger' })).toBeVisible()
  await expect(window.getByRole('contentinfo')).toContainText('Fiche modifiée : Quiñones Aníbal')

  await window.getByRole('contentinfo').getByRole('button', { name: 'Annuler' }).click()
  await expect(window.getByText('C’est annulé.')).toBeVisible()
  await expect(window.getByRole('definition').filter({ hasText: 'Horloger' })).toHaveCount(0)

  await window.keyboard.press('Control+Shift+z')
  await expect(window.getByRole('definition').filter({ hasText: 'Horloger' })).toBeVisible()

  await goTo(window, 'Historique')
  await expect(window.getByRole('row', { name: /Importation/ })).toBeVisible()
})

test('a new association says its first step, takes a person, puts them in the trash and back', async ({ window }) => {
  await expect(window.getByText(/Son dossier sera fait ici\s: .*home$/)).toBeVisible()
  await window.getByLabel('Nom de l’association').fill('Les Amis du Phare')
  await window.getByRole('button', { name: 'Créer' }).click()
  await expect(window.getByRole('heading', { name: 'Aucune fiche pour l’instant' })).toBeVisible()

  await window.getByRole('button', { name: 'Nouvelle personne' }).click()
  await window.getByLabel('Prénom').fill('Łucja')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  // A first name alone is enough to know somebody by; nothing at all is not.
  await expect(window.getByRole('heading', { level: 1, name: /Łucja/ })).toBeVisible()

  await window.getByRole('button', { name: 'Mettre à la corbeille' }).click()
  await expect(window.getByText('Cette fiche est à la corbeille')).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(window.getByText('Cette fiche est à la corbeille')).toHaveCount(0)
})

test('a form left empty says beside the field what is missing', async ({ window }) => {
  await window.getByLabel('Nom de l’association').fill('Les Amis du Phare')
  await window.getByRole('button', { name: 'Créer' }).click()
  await window.getByRole('button', { name: 'Nouvelle personne' }).click()
  await window.getByLabel('Année d’entrée').fill('98')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByText('Indiquez un nom.')).toBeVisible()
  await expect(window.getByText('Une année en quatre chiffres, comme 1998.')).toBeVisible()
  // Saving goes to the first of them, and names them all beside its button.
  await expect(window.getByRole('alert')).toHaveText('Rien n’est enregistré. À revoir : Nom, Année d’entrée.')
  await expect(window.getByRole('textbox', { name: 'Nom', exact: true })).toBeFocused()
  await expect(window.getByRole('textbox', { name: 'Nom', exact: true })).toBeInViewport()
})
