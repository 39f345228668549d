import { expect, makeAssociation, rowOf, test } from './window.ts'

test('a new person with address and category, then the next, by the keyboard alone', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await window.evaluate(() => {
    globalThis.location.hash = '#/people/new/person'
  })
  /** What one types in, by its label; lists of proposals bear the same one. */
  const field = (label: string) => window.getByLabel(label, { exact: true }).and(window.locator('input, textarea'))
  await expect(field('Civilité')).toBeFocused()
  const type = (text: string) => window.keyboard.type(text)
  /** Goes on to a field by Tab alone, however many stand between. */
  const tabTo = async (label: string): Promise<void> => {
    const sought = field(label)
    for (let presses = 0; presses < 25; presses += 1) {
      if (await sought.evaluate((element) => element === document.activeElement)) return
      await window.keyboard.press('Tab')
    }
    throw new Error(`${label} is not reached by Tab`)
  }
  await type('Mme')
  await tabTo('Prénom')
  await type('Zoé')
  // Enter goes on to the next field, and makes nothing half filled by the way.
  await window.keyboard.press('Enter')
  await expect(field('Particule')).toBeFocused()
  await tabTo('Nom')
  await type('Aubert')
  await tabTo('Voie')
  await type('3 rue des Sources')
  await tabTo('Code postal')
  await type('69002')
  await tabTo('Ville')
  await type('Lyon')
  // A country typed takes the place of the one there; what is none is refused, and nothing is saved.
  await tabTo('Pays')
  await type('Atlantide')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('alert')).toContainText('Pays')
  await expect(field('Pays')).toBeFocused()
  await type('lib')
  await window.keyboard.press('Enter')
  await expect(field('Pays')).toHaveValue('Liban')
  await window.getByRole('button', { name: 'Ajouter un téléphone' }).click()
  await expect(window.locator('[data-path="phones.1.number"]')).toBeFocused()
  await tabTo('Catégorie')
  await type('Actif')
  await tabTo('Maison')
  await type('Norvège')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('1 fiche saisie ; la dernière :')).toBeVisible()
  await expect(field('Civilité')).toBeFocused()

  await expect(field('Ville')).toHaveValue('Lyon')
  await expect(field('Catégorie')).toHaveValue('Actif')
  await expect(field('Voie')).toHaveValue('')
  await tabTo('Nom')
  await type('Bernard')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('2 fiches saisies ; la dernière :')).toBeVisible()

  await window.evaluate(() => {
    globalThis.location.hash = '#/people'
  })
  for (const name of ['Aubert Zoé', 'Bernard']) {
    await expect(rowOf(window, name)).toContainText('Lyon')
    await expect(rowOf(window, name)).toContainText('Norvège')
  }
  await rowOf(window, 'Bernard').getByRole('link').click()
  await expect(window.getByRole('definition').filter({ hasText: 'Actif' })).toBeVisible()
})
