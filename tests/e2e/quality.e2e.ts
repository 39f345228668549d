import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, makeAssociation, test } from './window.ts'

test('remarks are worked through by keyboard: corrected, accepted, skipped, the record edited', async ({
  window,
  place,
}) => {
  await makeAssociation(window, 'Les Amis du Lavoir')
  const list = join(place.home, 'membres.csv')
  writeFileSync(
    list,
    [
      'Nom;Prénom;Courriel;Adresse;Code postal;Ville;Pays',
      'Dupont;Jean;jean@gmial.com;1 rue Haute;53000;Laval;Canada',
      'MARTIN;Zoé;zoe@exemple.org;2 rue Haute;75005;Lyon;France',
    ].join('\n'),
  )
  await window.getByRole('button', { name: 'Importer un tableur' }).click()
  await window.locator('input[type=file]').setInputFiles(list)
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await window.getByRole('button', { name: 'Importer 2 fiches' }).click()
  await expect(window.getByRole('button', { name: 'Voir les fiches' })).toBeVisible()

  await goTo(window, 'Qualité')
  await window.getByRole('button', { name: 'Examiner les fiches' }).click()
  await expect(window.getByText(/^1 sur 4$/)).toBeVisible()

  // The most pressing first: Laval in Mayenne is not in Canada.
  await expect(window.getByText('Pays douteux pour')).toBeVisible()
  await window.getByRole('heading', { level: 1 }).click()
  await window.keyboard.press('c')
  await expect(window.getByText(/^1 sur 3$/)).toBeVisible()
  await expect(window.getByText('jean@gmail.com')).toBeVisible()
  await window.keyboard.press('c')
  await expect(window.getByText(/^1 sur 2$/)).toBeVisible()
  await expect(window.getByText('où Lyon n’est pas')).toBeVisible()
  await window.keyboard.press('p')
  await expect(window.getByText(/^2 sur 2$/)).toBeVisible()
  await window.keyboard.press('r')
  await window.keyboard.press('l')
  await expect(window.getByText('Cette remarque ne reviendra que si la fiche change.')).toBeVisible()

  // To the record and back: one is where one was.
  await expect(window.getByText(/^1 sur 1$/)).toBeVisible()
  await window.getByRole('button', { name: 'Modifier la fiche' }).click()
  await expect(window.getByRole('heading', { level: 1, name: /MARTIN/ })).toBeVisible()
  await window.goBack()
  await expect(window.getByText(/^1 sur 1$/)).toBeVisible()
  await window.getByRole('button', { name: 'Corriger' }).click()
  await expect(window.getByText('Rien à remarquer')).toBeVisible()

  // Each correction is an act of its own, undone like any other.
  await window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Annuler/ })
    .click()
  await window.getByRole('button', { name: 'Examiner de nouveau' }).click()
  await expect(window.getByText(/^1 sur 1$/)).toBeVisible()
})
