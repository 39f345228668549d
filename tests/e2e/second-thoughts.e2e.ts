import { join } from 'node:path'
import { expect, goTo, makeAssociation, openSample, test, top } from './window.ts'

test('undo and redo name their act, and redo goes forward only', async ({ window }) => {
  await makeAssociation(window, 'Les Amis de la Cité')
  const foot = window.getByRole('contentinfo')
  await expect(foot.getByRole('button')).toHaveCount(0)
  await window.getByRole('button', { name: 'Importer un tableur' }).click()
  await window.locator('input[type=file]').setInputFiles(join(top, 'resources', 'samples', 'amis-de-la-cite.xlsx'))
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await window.getByRole('button', { name: 'Importer 300 fiches' }).click()
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await window.getByRole('row').getByRole('link').first().click()
  await window.getByRole('button', { name: 'Mettre à la corbeille' }).click()

  const undoImport = foot.getByRole('button', { name: /^Annuler\s: importation de amis-de-la-cite\.xlsx$/ })
  const redoImport = foot.getByRole('button', { name: /^Refaire\s: importation de amis-de-la-cite\.xlsx$/ })
  const undoTrash = foot.getByRole('button', { name: /^Annuler\s: corbeille pour / })
  const redoTrash = foot.getByRole('button', { name: /^Refaire\s: corbeille pour / })
  await undoTrash.click()
  await goTo(window, 'Fiches')
  await undoImport.click()
  await window.getByRole('button', { name: 'Annuler pour 300 fiches' }).click()
  await expect(foot.getByRole('button', { name: /^Annuler/ })).toHaveCount(0)
  await redoImport.click()
  await expect(window.getByText('294 fiches')).toBeVisible()
  await redoTrash.click()
  await expect(undoTrash).toBeVisible()
  await expect(foot.getByRole('button', { name: /^Refaire/ })).toHaveCount(0)
  await expect(window.getByText('293 fiches')).toBeVisible()
})

test('a doubtful e-mail is said and saved; closing goes to the welcome; colours change', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await window.getByRole('button', { name: 'Nouvelle personne' }).click()
  await window.getByLabel('Prénom').fill('Łucja')
  await window.getByLabel('Courriel').fill('pas un courriel')
  await expect(window.getByText('Courriel à vérifier')).toBeVisible()
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByText('Fiche créée.')).toBeVisible()
  await expect(window.getByText('Fiche créée.')).toHaveCount(0)

  await goTo(window, 'Réglages')
  await window.getByText('Sombre', { exact: true }).click()
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await window.getByRole('button', { name: 'Fermer cette association' }).click()
  await expect(window.getByRole('heading', { name: 'Amicale', level: 1 })).toBeVisible()
  await window.getByRole('button', { name: /Les Amis du Phare/ }).click()
  await expect(window.getByText('1 fiche', { exact: true })).toBeVisible()
})

test('pages of earlier choices are said to be so, and are not saved', async ({ window }) => {
  await window.setViewportSize({ width: 1366, height: 768 })
  await openSample(window)
  await goTo(window, 'Annuaire')
  await window.getByRole('button', { name: 'Composer l’annuaire' }).click()
  const save = window.getByRole('button', { name: 'Enregistrer le PDF' })
  await expect(save).toBeEnabled({ timeout: 60_000 })
  await window.getByText(/fiches non imprimées/).click()
  const again = window.getByRole('button', { name: 'Recomposer' })
  expect((await again.boundingBox())?.height).toBeGreaterThan(30)

  await window.getByLabel('Livret à plier et agrafer').click()
  await expect(window.getByText('Ces pages sont celles des choix précédents.')).toBeVisible()
  await expect(save).toBeDisabled()
  await again.click()
  await expect(save).toBeEnabled({ timeout: 60_000 })
  await expect(window.getByText('Ces pages sont celles des choix précédents.')).toHaveCount(0)
})

test('a screen that fails leaves the window standing, and says that nothing is lost', async ({
  window,
  complaints,
}) => {
  await openSample(window)
  // An answer as no office gives it: what the form proposes is spoilt on its way.
  await window.addInitScript(() => {
    const asked = globalThis.fetch
    globalThis.fetch = async (request, options) => {
      const answer = await asked(request, options)
      if (!answer.url.endsWith('/people/choices')) return answer
      const body = (await answer.json()) as { json: object }
      return new Response(JSON.stringify({ ...body, json: { ...body.json, extras: [null] } }), answer)
    }
  })
  await window.reload()
  await window.getByRole('row').getByRole('link').first().click()
  await window
    .getByRole('link', { name: 'Modifier' })
    .or(window.getByRole('button', { name: 'Modifier' }))
    .first()
    .click()
  const fault = window.getByRole('alert').filter({ hasText: 'Cet écran n’a pas pu s’afficher' })
  await expect(fault).toContainText('Rien n’est perdu')
  expect(complaints.length).toBeGreaterThan(0)
  complaints.length = 0
  await goTo(window, 'Historique')
  await expect(fault).toHaveCount(0)
  await expect(window.getByRole('heading', { name: 'Historique', level: 1 })).toBeVisible()
})
