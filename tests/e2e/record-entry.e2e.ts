import { expect, makeAssociation, rowOf, test } from './window.ts'

test('a new person with address and category, then the next, by the keyboard alone', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await window.evaluate(() => {
    window.location.hash = '#/people/new/person'
  })
  await expect(window.getByLabel('Civilité')).toBeFocused()
  const type = (text: string) => window.keyboard.type(text)
  /** Goes on to a field by Tab alone, however many stand between. */
  const tabTo = async (label: string): Promise<void> => {
    const field = window.getByLabel(label, { exact: true }).first()
    for (let presses = 0; presses < 25; presses += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) return
      await window.keyboard.press('Tab')
    }
    throw new Error(`${label} is not reached by Tab`)
  }
  await type('Mme')
  await tabTo('Prénom')
  await type('Zoé')
  await tabTo('Nom')
  await type('Aubert')
  await tabTo('Voie')
  await type('3 rue des Sources')
  await tabTo('Code postal')
  await type('69002')
  await tabTo('Ville')
  await type('Lyon')
  await tabTo('Catégorie')
  await type('Actif')
  await tabTo('Maison')
  await type('Norvège')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('1 fiche saisie ; la dernière :')).toBeVisible()
  await expect(window.getByLabel('Civilité')).toBeFocused()

  await expect(window.getByLabel('Ville')).toHaveValue('Lyon')
  await expect(window.getByLabel('Catégorie')).toHaveValue('Actif')
  await expect(window.getByLabel('Voie')).toHaveValue('')
  await tabTo('Nom')
  await type('Bernard')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('2 fiches saisies ; la dernière :')).toBeVisible()

  await window.evaluate(() => {
    window.location.hash = '#/people'
  })
  for (const name of ['Aubert Zoé', 'Bernard']) {
    await expect(rowOf(window, name)).toContainText('Lyon')
    await expect(rowOf(window, name)).toContainText('Actif')
    await expect(rowOf(window, name)).toContainText('Norvège')
  }
})
