/** A treasurer's evening at the bank: cheques are brought together with their slip, the bank has them, a statement comes in. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, test } from './window.ts'

async function isAccessible(window: Page): Promise<void> {
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page: window as never }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const shot = async (window: Page, name: string): Promise<void> => {
  await window.screenshot({ path: `${process.env.SHOTS ?? '.cache/e2e'}/bank-${name}.png`, fullPage: true })
}

test('cheques are brought to the bank and locked, a statement is matched, the accounts say it', async ({ window }) => {
  test.slow()
  await openSample(window)
  await goTo(window, 'Cotisations')
  await window.getByRole('button', { name: /^Définir l’exercice \d{4}$/ }).click()
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByText('Exercice ouvert.')).toBeVisible()
  const entry = window.getByRole('form', { name: 'Enregistrer le règlement' })
  for (const [at, who] of ['Cailleau', 'Rollin', 'Guyon'].entries()) {
    const field = entry.getByRole('combobox', { name: 'Qui règle' })
    await field.focus()
    await window.keyboard.type(who)
    await expect(window.getByRole('option').first()).toContainText(who)
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await entry.getByLabel('Montant').fill('40')
    await entry.getByLabel('Numéro ou référence').fill(`55000${at}`)
    await window.keyboard.press('Enter')
    await expect(field).toHaveValue('')
  }

  await window.getByRole('link', { name: 'Remises en banque' }).click()
  const form = window.getByRole('form', { name: 'Faire la remise' })
  await expect(form.getByRole('status')).toHaveText('3 règlements\u00a0: 120\u00a0€')
  await form.getByRole('checkbox', { name: /Guyon/ }).uncheck()
  await expect(form.getByRole('status')).toHaveText('2 règlements\u00a0: 80\u00a0€')
  await form.getByLabel('Compte crédité').fill('Banque postale')
  await shot(window, 'deposit')
  await isAccessible(window)
  await form.getByRole('button', { name: 'Faire la remise' }).click()
  const made = window.getByRole('table', { name: 'Remises faites' })
  await expect(made.getByRole('row')).toContainText('80\u00a0€')
  await expect(form.getByRole('status')).toHaveText('1 règlement\u00a0: 40\u00a0€')

  const download = window.waitForEvent('download')
  await made.getByRole('button', { name: /^Bordereau/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^Remise-\d{4}-01\.pdf$/)

  // What is untied is brought too, then the bank has it.
  await made.getByRole('button', { name: /^Modifier la remise/ }).click()
  const change = window.getByRole('form', { name: /^Modifier la remise/ })
  await change.getByRole('checkbox', { name: /Guyon/ }).check()
  await expect(change.getByRole('status')).toHaveText('3 règlements\u00a0: 120\u00a0€')
  await change.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(made.getByRole('row')).toContainText('120\u00a0€')
  await made.getByRole('button', { name: /^Créditée le/ }).click()
  const today = new Date().toLocaleDateString('fr-FR')
  await made.getByRole('textbox', { name: /^Jour où la banque/ }).fill(today)
  await window.keyboard.press('Enter')
  await expect(made.getByRole('row')).toContainText('créditée le')
  await expect(made.getByRole('button', { name: /^Défaire/ })).toHaveCount(0)
  await shot(window, 'banked')
  await isAccessible(window)
})
