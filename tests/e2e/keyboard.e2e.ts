import { expect, openSample, test } from './window.ts'

test('a secretary who never touches the mouse finds, reads, changes, undoes', async ({ window }) => {
  await openSample(window)

  await window.keyboard.press('/')
  await window.keyboard.type('quinones')
  await expect(window.getByText('1 fiche trouvée')).toBeVisible()
  await window.keyboard.press('ArrowDown')
  await expect(window.getByRole('grid')).toBeFocused()
  await window.keyboard.press(' ')
  await expect(window.getByText('1 fiche cochée')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Quiñones Aníbal' })).toBeVisible()

  await window.keyboard.press('m')
  await expect(window.getByRole('button', { name: 'Enregistrer', exact: true })).toBeVisible()
  const profession = window.getByLabel('Profession')
  for (let presses = 0; presses < 60; presses++) {
    if (await profession.evaluate((field) => field === document.activeElement)) break
    await window.keyboard.press('Tab')
  }
  await expect(profession).toBeFocused()
  await window.keyboard.type('Luthier')
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('definition').filter({ hasText: 'Luthier' })).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('definition').filter({ hasText: 'Luthier' })).toHaveCount(0)

  await window.keyboard.press('Control+k')
  await expect(window.getByRole('textbox', { name: /^Chercher une fiche/ })).toBeFocused()
  await window.keyboard.type('histo')
  await expect(window.getByRole('button', { name: 'Historique' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Historique' })).toBeVisible()

  await window.keyboard.press('Control+k')
  await expect(window.getByRole('textbox', { name: /^Chercher une fiche/ })).toBeFocused()
  await window.keyboard.type('nguyen thi')
  await expect(window.getByRole('button', { name: /Nguyễn Thị Ánh/ })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: /Nguyễn/ })).toBeVisible()
})

test('the end of a list is one key away, and so is any letter', async ({ window }) => {
  await openSample(window)
  await window.getByRole('grid').focus()
  await window.keyboard.press('End')
  await expect(window.locator('[aria-rowindex="295"]')).toBeInViewport()
  await window.keyboard.press('Home')
  await expect(window.locator('[aria-rowindex="2"]')).toBeInViewport()
  await window.getByRole('button', { name: 'Aller à la lettre M' }).press('Enter')
  await expect(window.getByRole('button', { name: 'Aller à la lettre M' })).toHaveAttribute('aria-current', 'true')
})

test('the keys of a screen are one key away, and none acts behind their list', async ({ window }) => {
  await openSample(window)
  await window.keyboard.press('Shift+?')
  const keys = window.getByRole('dialog', { name: 'Raccourcis du clavier' })
  await expect(keys.getByRole('region', { name: 'Sur cet écran' })).toContainText('Ouvrir la fiche')
  await window.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)

  await window.getByRole('grid').focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Modifier', exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Raccourcis' }).click()
  await expect(keys.getByRole('region', { name: 'Sur cet écran' })).toContainText('Modifier')
  await window.keyboard.press('m')
  await expect(keys).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('m')
  await expect(window.getByRole('button', { name: 'Enregistrer', exact: true })).toBeVisible()
})

test('answers given as fast as keys go are all kept, and the focus stays where it was', async ({ window }) => {
  await openSample(window)
  await window.getByRole('grid').focus()
  await window.keyboard.press('Enter')
  const paper = window.getByRole('group', { name: 'Annuaire imprimé' })
  // Once where the answers come from is said, it is not asked again.
  await window.getByRole('button', { name: 'Champ par champ' }).click()
  await window.getByRole('combobox', { name: 'Reçu par' }).click()
  await window.getByRole('option', { name: 'lettre' }).click()
  await paper.getByRole('button', { name: 'Complet' }).focus()
  for (const key of ['Enter', 'Tab', 'Enter', 'Tab', 'Enter']) await window.keyboard.press(key)
  await expect(paper.getByRole('button', { name: 'Absent' })).toBeFocused()
  await expect(paper.getByRole('button', { name: 'Absent' })).toHaveAttribute('aria-pressed', 'true')
  // The three were three acts: two steps back, the first of them stands.
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(paper.getByRole('button', { name: 'Complet' })).toHaveAttribute('aria-pressed', 'true')
})
