/**
 * A treasurer's evening, by keyboard alone: thirty cheques, their deposit, a HelloAsso file, reminders to those who did not
 * pay, receipts for the year. What the window says is what `ask` answers; then it is undone, or reversed where it must be.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, type Place, test, top } from './window.ts'

const day = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', {
    ...{ style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' },
  }).format(cents / 100)

/** Active members of the sample whose last name nobody else has: the name as the form finds it. */
function members(): readonly string[] {
  const text = readFileSync(join(top, 'resources', 'samples', 'amis-de-la-cite.csv'), 'utf8')
  const rows = text.split(/\r?\n/).map((line) => line.split(';'))
  const at = (name: string) => rows[0]?.findIndex((heading) => heading.replace('\ufeff', '') === name) ?? -1
  const [name, first, status, kind] = [at('Nom'), at('Prénom'), at('Statut'), at('Catégorie')]
  return rows
    .filter((row) => row[status] === 'Membre' && row[kind] === 'Actif' && /^[A-Z][a-zé]{4,}$/.test(row[name] ?? ''))
    .map((row) => `${row[name]} ${row[first]}`)
    .filter((one, index, all) => all.findIndex((other) => other.split(' ')[0] === one.split(' ')[0]) === index)
}

/** What several requests answer, one after the other; nobody else may hold the folder. */
const asked = (place: Place, folder: string, requests: readonly (readonly [string, object])[]): readonly unknown[] =>
  requests.map(([request, input]) => JSON.parse(place.run('ask', folder, request, JSON.stringify(input), '--json')))

const entry = (window: Page) => window.getByRole('form', { name: 'Enregistrer le règlement' })
const total = (window: Page, name: string) => window.locator('dl > div').filter({ hasText: name }).locator('dd')

/** Presses what has the focus once it is there. */
async function press(what: Locator, key = 'Enter'): Promise<void> {
  await what.focus()
  await what.press(key)
}
async function goByPalette(window: Page, words: string, heading: string): Promise<void> {
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('textbox', { name: /^Chercher une fiche/ })).toBeFocused()
  await window.keyboard.type(words)
  await expect(window.getByRole('dialog').getByRole('button', { name: words, exact: true })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: heading, exact: true })).toBeVisible()
}

async function pay(window: Page, who: string, number: string, amount?: string): Promise<void> {
  const field = entry(window).getByRole('combobox', { name: 'Qui règle' })
  await expect(field).toBeFocused()
  await window.keyboard.type(who)
  await expect(window.getByRole('option').first()).toContainText(who)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(entry(window).getByLabel('Montant')).toHaveValue('40')
  await window.keyboard.press('Tab')
  if (amount !== undefined) await window.keyboard.type(amount)
  await window.keyboard.press('Tab')
  await window.keyboard.type(number)
  await window.keyboard.press('Enter')
  await expect(field).toHaveValue('')
}

test('thirty cheques, a deposit, HelloAsso, reminders and receipts by keyboard agree with ask, then all is taken back', async ({
  window,
  place,
}, { project }) => {
  test.skip(project.name === 'electron', 'Electron saves without a download of the page')
  test.slow()
  const folder = join(place.home, 'Amis.amicale')
  const today = new Date()
  // The year began 200 days ago, and everybody was called 100 days ago: whatever the month, the first reminder is due.
  const called = { ...process.env, AMICALE_TODAY: day(today, -100) }
  place.run('new', folder, '--name', 'Amis de la Cité', '--sample')
  const year = {
    ...{ name: 'Saison', kind: 'season', starts: day(today, -200), ends: day(today, 164), dueBy: day(today, -60) },
    rates: [{ category: 'Actif', cents: 4000 }],
  }
  process.env.AMICALE_TODAY = called.AMICALE_TODAY
  try {
    place.run('ask', folder, 'dues.createYear', JSON.stringify(year))
    place.run('ask', folder, 'dues.ask', '{"year":1}')
    place.run('ask', folder, 'reminders.write', '{"year":1,"rung":"call"}')
  } finally {
    delete process.env.AMICALE_TODAY
  }
  const [before] = asked(place, folder, [['dues.year', { year: 1, limit: 1 }]]) as [
    { totals: { asked: number; stillOwed: number } },
  ]
  const all = before.totals.asked / 4000

  await window.reload()
  await press(window.getByRole('button', { name: /^Amis/ }))
  await expect(window.getByText('294 fiches')).toBeVisible({ timeout: 60_000 })
  await goByPalette(window, 'Cotisations', 'Saison')
  await expect(total(window, 'Reste dû')).toHaveText(euros(before.totals.stillOwed))

  // Thirty cheques; one pays a part, one gives more than it owes.
  const names = members().slice(0, 33)
  expect(names).toHaveLength(33)
  for (const [at, who] of names.slice(0, 30).entries())
    await pay(window, who, String(700_000 + at), at === 4 ? '25' : at === 9 ? '100' : undefined)
  const cheques = 28 * 4000 + 2500 + 10_000
  await expect(entry(window)).toContainText(`30 règlements saisis\u00a0: ${euros(cheques)}`)
  await expect(total(window, 'Reçu')).toHaveText(euros(29 * 4000 + 2500))

  await goByPalette(window, 'Remises en banque', 'Remises en banque')
  const deposit = window.getByRole('form', { name: 'Faire la remise' })
  await expect(deposit.getByRole('status')).toHaveText(`30 règlements\u00a0: ${euros(cheques)}`)
  const account = deposit.getByLabel('Compte crédité')
  await account.focus()
  await window.keyboard.type('Compte courant')
  await window.keyboard.press('Enter')
  const made = window.getByRole('table', { name: 'Remises faites' })
  await expect(made.getByRole('row')).toContainText(euros(cheques))
  const slip = window.waitForEvent('download')
  await press(made.getByRole('button', { name: /^Bordereau/ }))
  expect(
    readFileSync(await (await slip).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await press(made.getByRole('button', { name: /^Créditée le/ }))
  await expect(made.getByRole('textbox', { name: /^Jour où la banque/ })).toBeFocused()
  await window.keyboard.type(today.toLocaleDateString('fr-FR'))
  await window.keyboard.press('Enter')
  await expect(made.getByRole('row')).toContainText('créditée le')

  // Three dues paid through HelloAsso, one of them by a parent.
  await goByPalette(window, 'Relevés', 'Relevés')
  const lines = names.slice(30).map((who, at) => {
    const [last, first] = who.split(' ')
    return `91${at};${today.toLocaleDateString('fr-FR')} 18:0${at};Validé;${last};${first};${last};${at === 0 ? 'Odile' : first};p${at}@example.org;;Carte bancaire;Actif;40,00`
  })
  const head =
    'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Tarif;Montant tarif'
  const choosing = window.waitForEvent('filechooser')
  await press(window.getByRole('button', { name: 'Choisir un relevé…' }))
  await (await choosing).setFiles({
    ...{ name: 'helloasso.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([head, ...lines].join('\n')),
  })
  for (const who of names.slice(30)) {
    const line = window.getByRole('form', { name: new RegExp(who.split(' ')[0] ?? '') })
    await expect(line.getByRole('radio').first()).toBeFocused()
    await expect(line.getByRole('radio').first()).toHaveAccessibleName(new RegExp(`${who}.*Cotisation Saison, 40`))
    await window.keyboard.press('Enter')
    await expect(line).toHaveCount(0)
  }
  await expect(window.getByText('Aucune ligne n’attend.')).toBeVisible()

  // The first reminder, to all those who were called and have not paid all.
  await goByPalette(window, 'Cotisations', 'Saison')
  const received = 32 * 4000 + 2500
  await expect(total(window, 'Reçu')).toHaveText(euros(received))
  await expect(total(window, 'Reste dû')).toHaveText(euros(before.totals.stillOwed - received))
  await press(window.getByRole('tab', { name: 'Relances' }))
  const first = window.getByRole('region', { name: 'Premier rappel' })
  const toWrite = `À écrire à ${all - 32} personnes, pour ${euros(before.totals.stillOwed - received)}.`
  await expect(first).toContainText(toWrite)
  const letters = window.waitForEvent('download')
  await press(first.getByRole('button', { name: 'Composer les lettres' }))
  expect(
    readFileSync(await (await letters).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await expect(window.getByRole('region', { name: 'Second rappel' })).toContainText(`${all - 32} personnes plus tard`)

  await goByPalette(window, 'Reçus', 'Reçus et attestations')
  const issuing = window.getByRole('region', { name: 'Délivrer' })
  const paid = received + 6000
  await expect(issuing.getByRole('status')).toHaveText(new RegExp(`^33 à délivrer, pour ${euros(paid)}\\.`))
  const receipts = window.waitForEvent('download')
  await press(issuing.getByRole('button', { name: 'Délivrer' }))
  expect(
    readFileSync(await (await receipts).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const given = window.getByRole('region', { name: 'Délivrés' })
  await expect(given.getByRole('row')).toHaveCount(33)
  await goByPalette(window, 'Comptes', 'Comptes')
  const sources = window.getByRole('table', { name: 'Par origine' })
  await expect(sources.getByRole('row', { name: /^Total/ })).toContainText(euros(paid))

  // What the window said is what anybody is told who asks; the window gives the folder back first.
  const leave = async (): Promise<void> => {
    await goByPalette(window, 'Réglages', 'Réglages')
    await press(window.getByRole('button', { name: 'Fermer cette association' }))
    await expect(window.getByLabel('Nom de l’association')).toBeVisible()
  }
  const state = () =>
    asked(place, folder, [
      ['dues.year', { year: 1, limit: 1 }],
      ['dues.deposits', {}],
      ['reminders.due', { year: 1 }],
      ['receipts.list', {}],
      ['dues.accounts', {}],
      ['dues.statementLines', {}],
    ]) as [
      { totals: { received: number; stillOwed: number } },
      { deposits: { total: number; count: number; creditedOn: string }[] },
      { rungs: { code: string; due: number; owed: number; waiting: number }[] },
      { receipts: { cents: number; cancelledOn: string }[] },
      { years: { total: number; sources: object }[] },
      { counts: object },
    ]
  await leave()
  const [dues, { deposits }, { rungs }, list, accounts, statement] = state()
  expect(dues.totals).toMatchObject({ received, stillOwed: before.totals.stillOwed - received })
  expect(deposits).toMatchObject([{ total: cheques, count: 30, creditedOn: day(today, 0) }])
  expect(rungs.map(({ code, due, waiting }) => [code, due, waiting])).toEqual([
    ...[
      ['call', 0, 0],
      ['first', 0, 0],
      ['second', 0, all - 32],
      ['notice', 0, 0],
      ['board', 0, 0],
    ],
  ])
  expect(list.receipts).toHaveLength(33)
  expect(list.receipts.reduce((sum, { cents }) => sum + cents, 0)).toBe(paid)
  expect(accounts.years).toMatchObject([{ total: paid, sources: { due: received, gift: 6000 } }])
  expect(statement.counts).toEqual({ waiting: 0, matched: 3, skipped: 0 })

  // A receipt is cancelled, never unmade; a cheque the bank had is reversed; the rest is undone from the history.
  await press(window.getByRole('button', { name: /^Amis/ }))
  await expect(window.getByText('294 fiches')).toBeVisible()
  await goByPalette(window, 'Cotisations', 'Saison')
  const latest = window.getByRole('region', { name: 'Derniers règlements' })
  await press(latest.getByRole('button', { name: `Contrepasser le règlement de ${names[29]}` }))
  await expect(total(window, 'Reçu')).toHaveText(euros(received - 4000))
  await expect(window.getByText(/^Règlement contrepassé\. Reçu à annuler/)).toBeVisible()
  await goByPalette(window, 'Reçus', 'Reçus et attestations')
  const taken = given.getByRole('row').filter({ hasText: 'règlement contrepassé' })
  await press(taken.getByRole('button', { name: 'Annuler le reçu' }))
  await expect(window.getByRole('dialog').getByLabel('Raison')).toBeFocused()
  await window.keyboard.type('Chèque impayé')
  await window.keyboard.press('Enter')
  await expect(given.getByText('annulé\u00a0: Chèque impayé')).toBeVisible()
  await goByPalette(window, 'Historique', 'Historique')
  const undo = async (what: RegExp): Promise<void> => {
    const row = window.getByRole('row', { name: what }).last()
    const button = row.getByRole('button', { name: /^Annuler/ })
    await expect(button).not.toHaveAttribute('aria-disabled')
    await press(button)
    await expect(row).toContainText('annulé')
  }
  await undo(/^Relances envoyées.*Premier rappel/)
  await undo(/^Règlement contrepassé/)
  await leave()
  const [after, , again, kept] = state()
  expect(after.totals).toEqual(dues.totals)
  expect(again.rungs.map(({ code, due }) => [code, due]).slice(0, 2)).toEqual([
    ...[
      ['call', 0],
      ['first', all - 32],
    ],
  ])
  expect(again.rungs[1]?.owed).toBe(before.totals.stillOwed - received)
  expect(kept.receipts.filter(({ cancelledOn }) => cancelledOn !== '')).toHaveLength(1)
})
