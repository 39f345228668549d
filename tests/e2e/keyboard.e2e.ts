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

  await window.keyboard.press('e')
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
