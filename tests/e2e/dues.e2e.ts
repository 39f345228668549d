/** A treasurer's evening: a year and its rates, cheque after cheque by keyboard, one for a couple, one that bounces. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, test, top } from './window.ts'

async function isAccessible(window: Page): Promise<void> {
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page: window as never }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Members of a category of the sample whose last name nobody else has: the name as the form finds it. */
function members(category: string): readonly string[] {
  const text = readFileSync(join(top, 'resources', 'samples', 'amis-de-la-cite.csv'), 'utf8')
  const rows = text.split(/\r?\n/).map((line) => line.split(';'))
  const [head = []] = rows
  const at = (name: string) => head.findIndex((heading) => heading.replace('\ufeff', '') === name)
  const [name, first, status, kind] = [at('Nom'), at('Prénom'), at('Statut'), at('Catégorie')]
  return rows
    .filter((row) => row[status] === 'Membre' && row[kind] === category && /^[A-Z][a-zé]{4,}$/.test(row[name] ?? ''))
    .map((row) => `${row[name]} ${row[first]}`)
    .filter((one, index, all) => all.findIndex((other) => other.split(' ')[0] === one.split(' ')[0]) === index)
}

const entry = (window: Page) => window.getByRole('form', { name: 'Enregistrer le règlement' })

/** A payment by keyboard alone: the name as one types it, what else is typed, Enter. */
async function pay(window: Page, who: string, number: string): Promise<void> {
  const field = entry(window).getByRole('combobox', { name: 'Qui règle' })
  await expect(field).toBeFocused()
  await window.keyboard.type(who)
  await expect(window.getByRole('option').first()).toContainText(who)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(entry(window).getByLabel('Montant')).not.toHaveValue('')
  await window.keyboard.press('Tab')
  await window.keyboard.press('Tab')
  await window.keyboard.type(number)
  await window.keyboard.press('Enter')
  await expect(field).toHaveValue('')
}

test('a year is defined, ten cheques are entered by keyboard, one bounces, and all is undone', async ({ window }) => {
  test.slow()
  await openSample(window)
  await goTo(window, 'Cotisations')
  await isAccessible(window)
  await window.getByRole('button', { name: /^Définir l’exercice \d{4}$/ }).click()
  const rates = window.getByRole('main')
  await rates.getByLabel('Montant').first().fill('douze')
  await rates.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(rates.getByText('Un montant comme 40 ou 12,50.')).toBeVisible()
  await rates.getByLabel('Montant').first().fill('35,50')
  await rates.getByLabel('Décision qui les a fixés').fill('AG du 16 mai 2025')
  await isAccessible(window)
  await window.screenshot({
    path: process.env.SHOTS === undefined ? '.cache/e2e/dues-rates.png' : `${process.env.SHOTS}/rates.png`,
  })
  await rates.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByText('Exercice ouvert.')).toBeVisible()

  const totals = (name: string) => window.locator('dl > div').filter({ hasText: name }).locator('dd')
  await window.getByRole('button', { name: 'Appeler les cotisations' }).click()
  await expect(window.getByText(/\d+ cotisations appelées\./)).toBeVisible()
  await expect(totals('Reçu')).toHaveText('0\u00a0€')

  const active = members('Actif').slice(0, 10)
  expect(active).toHaveLength(10)
  await entry(window).getByRole('combobox', { name: 'Qui règle' }).focus()
  for (const [at, who] of active.entries()) await pay(window, who, `10000${at}`)
  await expect(entry(window).getByRole('status')).toHaveText('10 règlements saisis\u00a0: 355\u00a0€')
  await expect(totals('Reçu')).toHaveText('355\u00a0€')
  await window.screenshot({
    path: process.env.SHOTS === undefined ? '.cache/e2e/dues-entry.png' : `${process.env.SHOTS}/entry.png`,
  })
  await window.keyboard.press('Escape')
  await isAccessible(window)

  // The same cheque again is asked about, and more than is owed.
  const [first = ''] = active
  const field = entry(window).getByRole('combobox', { name: 'Qui règle' })
  await field.focus()
  await window.keyboard.type(first)
  await expect(window.getByRole('option').first()).toContainText(first)
  await window.getByRole('option').first().click()
  await expect(entry(window).getByText('Rien à régler')).toBeVisible()
  await entry(window).getByLabel('Montant').fill('35,50')
  await entry(window).getByLabel('Numéro ou référence').fill('100000')
  await window.keyboard.press('Enter')
  await expect(entry(window).getByRole('alert')).toContainText(/déjà enregistré/)
  await expect(totals('Reçu')).toHaveText('355\u00a0€')
  await entry(window).getByLabel('Numéro ou référence').fill('200000')
  await window.keyboard.press('Enter')
  await expect(totals('Reçu')).toHaveText('355\u00a0€')
  await expect(window.getByRole('region', { name: 'Derniers règlements' })).toContainText('Don')

  // One bounces: taken back by an opposite payment, then that is undone.
  const latest = window.getByRole('region', { name: 'Derniers règlements' })
  await latest.getByRole('button', { name: `Contrepasser le règlement de ${active[8]}` }).click()
  await expect(totals('Reçu')).toHaveText('319,50\u00a0€')
  await expect(latest).toContainText('contrepassation')
  await window
    .getByRole('alert')
    .filter({ hasText: 'Règlement contrepassé.' })
    .getByRole('button', { name: 'Annuler' })
    .click()
  await expect(totals('Reçu')).toHaveText('355\u00a0€')

  // Who stands where, and the ledger on the record.
  await window.getByRole('tab', { name: 'Qui en est où' }).click()
  await window.getByRole('combobox', { name: 'État de la cotisation' }).click()
  await window.getByRole('option', { name: /^À jour/ }).click()
  const line = window.getByRole('row').filter({ hasText: first })
  await expect(line).toContainText('35,50')
  await window.screenshot({
    path: process.env.SHOTS === undefined ? '.cache/e2e/dues-standing.png' : `${process.env.SHOTS}/standing.png`,
  })
  await isAccessible(window)
  await line.getByRole('link', { name: first }).click()
  await expect(window.getByRole('region', { name: 'Cotisations' })).toContainText('À jour')
  await expect(window.getByRole('region', { name: 'Cotisations' })).toContainText('100000')
  await window.getByRole('region', { name: 'Cotisations' }).scrollIntoViewIfNeeded()
  await window.screenshot({
    path: process.env.SHOTS === undefined ? '.cache/e2e/dues-record.png' : `${process.env.SHOTS}/record.png`,
  })
})
