/** A treasurer's evening at the bank: cheques are brought together with their slip, the bank has them, a statement comes in. */
import { readFileSync } from 'node:fs'
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
    await expect(entry.getByLabel('Montant')).toHaveValue('40')
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

  // A statement: one line is recognised, one is found as one types, one is set aside; read again, it changes nothing.
  await window.getByRole('link', { name: 'Relevés' }).click()
  const rows = `05/01/2026;VIR SEPA LAFARGE MARGUERITE COTISATION;;40,00\n06/01/2026;VIR 3141;;25,00\n07/01/2026;REMBOURSEMENT;;3,00`
  const file = {
    name: 'releve.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Date;Libellé;Débit;Crédit\n${rows}`, 'latin1'),
  }
  const bring = async (): Promise<void> => {
    const choosing = window.waitForEvent('filechooser')
    await window.getByRole('button', { name: 'Choisir un relevé…' }).click()
    await (await choosing).setFiles(file)
  }
  await bring()
  const first = window.getByRole('form', { name: /LAFARGE/ })
  await expect(first.getByRole('radio').first()).toBeFocused()
  await expect(first.getByRole('radio').first()).toHaveAccessibleName(/Lafarge Marguerite.*même nom/)
  await shot(window, 'statement')
  await isAccessible(window)
  await window.keyboard.press('Enter')
  const second = window.getByRole('form', { name: /VIR 3141/ })
  await expect(second).toContainText('Personne n’est reconnu')
  const picker = second.getByRole('combobox', { name: 'Quelqu’un d’autre' })
  await picker.fill('Fontaine')
  await expect(window.getByRole('option').first()).toContainText('Fontaine')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await second.getByRole('button', { name: 'Accepter' }).click()
  const third = window.getByRole('form', { name: /REMBOURSEMENT/ })
  await third.getByRole('button', { name: 'Écarter' }).click()
  await expect(window.getByText('Aucune ligne n’attend.')).toBeVisible()
  await bring()
  await expect(window.getByText('Ces lignes étaient déjà là.')).toBeVisible()
  await window.getByText(/^Rapprochées/).click()
  await expect(window.getByRole('row').filter({ hasText: 'LAFARGE' })).toBeVisible()
  await shot(window, 'matched')

  // The accounts say what came in: three cheques, two lines of the statement.
  await window.getByRole('link', { name: 'Comptes' }).click()
  const sources = window.getByRole('table', { name: 'Par origine' })
  await expect(sources.getByRole('row', { name: /^Total/ })).toContainText('185\u00a0€')
  await window.getByText('Voir les chiffres').click()
  await expect(window.getByRole('table', { name: /^Par mois/ }).getByRole('row')).toHaveCount(13)
  await shot(window, 'accounts')
  await isAccessible(window)
  const journal = window.waitForEvent('download')
  await window
    .getByRole('region', { name: 'Pour la trésorerie' })
    .getByRole('button', { name: 'Journal (CSV)' })
    .click()
  const written = readFileSync(await (await journal).path(), 'utf8')
  expect(written).toMatch(/^JournalCode,JournalLib,EcritureNum/)
  expect(written).toContain(',5112,')

  // Who is in good standing and who votes, on paper; their cards, the first sheet on screen.
  await goTo(window, 'Cotisations')
  await window.getByRole('navigation', { name: 'Exercices' }).getByRole('button', { name: /reçus/ }).first().click()
  await window.getByRole('tab', { name: 'Listes et cartes' }).click()
  const lists = window.getByRole('region', { name: 'Listes de membres' })
  await expect(lists.getByRole('status')).toHaveText(/^\d+ personnes$/)
  await lists.getByRole('combobox', { name: 'Liste' }).click()
  await window.getByRole('option', { name: 'Liste électorale' }).click()
  await expect(lists.getByRole('status')).toHaveText(/^\d+ personnes, \d+ voix$/)
  await expect(lists.getByRole('checkbox', { name: 'Le vote est réservé aux membres à jour' })).toBeChecked()
  const roll = window.waitForEvent('download')
  await lists.getByRole('button', { name: 'Imprimer (PDF)' }).click()
  expect((await roll).suggestedFilename()).toMatch(/^Liste-electorale-/)
  const cards = window.getByRole('region', { name: 'Cartes de membre' })
  await cards.getByRole('checkbox', { name: /au dos/ }).check()
  await cards.getByRole('button', { name: 'Voir la première planche' }).click()
  await expect(cards.getByRole('img', { name: 'Page 1' })).toHaveAttribute('data-drawn', 'true')
  await shot(window, 'cards')
  await isAccessible(window)
})
