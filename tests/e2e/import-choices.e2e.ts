/** What a secretary chooses of an import: by column, by line, for couples; and what stops a file whose columns are shifted. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, rowOf, test, top } from './window.ts'

const galette = join(top, '..', 'shared', 'samples', '2-csv', 'galette', 'galette_members1_all_fields.csv')
const picker = (window: Page) => window.locator('input[type=file]')
const bring = (window: Page, text: string, name = 'liste.csv') =>
  picker(window).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const preview = (window: Page) => window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
const done = (window: Page) => expect(window.getByRole('heading', { name: 'La liste est importée' })).toBeVisible()
const counted = (window: Page, words: RegExp) => window.getByRole('listitem').filter({ hasText: words })

async function withList(window: Page, text: string, people: number): Promise<void> {
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await bring(window, text)
  await preview(window)
  await window.getByRole('button', { name: new RegExp(`^Importer ${people} fiche`) }).click()
  await done(window)
  await window.getByRole('button', { name: 'Choisir un autre fichier' }).click()
}

test('a secretary imports the Galette sample', async ({ window }) => {
  if (!existsSync(galette)) console.log(`SKIPPED: the Galette sample is not at ${galette}`)
  test.skip(!existsSync(galette), `SKIPPED: the Galette sample is not at ${galette}`)
  const lines = readFileSync(galette, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.slice(1, -1).split('";"'))
  const [heading = [], ...people] = lines
  const cell = (line: readonly string[], name: string): string => line[heading.indexOf(name)] ?? ''

  await makeAssociation(window, 'Les Amis de la Cité')
  await window.getByRole('button', { name: 'Importer un tableur' }).click()
  await picker(window).setInputFiles(galette)
  await expect(
    window.getByText(/10 lignes\. Reconnus\s: les noms.*les adresses.*les courriels.*les téléphones/),
  ).toBeVisible()
  await preview(window)
  await expect(counted(window, /^10\s*nouvelles fiches$/)).toBeVisible()
  await window.getByRole('button', { name: 'Importer 10 fiches' }).click()
  await done(window)
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await expect(window.getByText('10 fiches')).toBeVisible()
  const named = (line: readonly string[]) => `${cell(line, 'nom_adh')} ${cell(line, 'prenom_adh')}`
  for (const line of people) await expect(rowOf(window, named(line))).toBeVisible()
  const zeros = people.filter((line) => cell(line, 'cp_adh').startsWith('0'))
  expect(zeros.length).toBeGreaterThan(0)
  for (const line of [...people.slice(0, 1), ...zeros]) {
    await rowOf(window, named(line)).getByRole('link').click()
    const page = window.getByRole('main')
    await expect(window.getByRole('heading', { level: 1 })).toContainText(cell(line, 'nom_adh'))
    // Postcodes keep their zeros, days of birth are days.
    await expect(page).toContainText(cell(line, 'cp_adh'))
    const [year, month, day] = cell(line, 'ddn_adh').split('-').map(Number)
    const born = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day))
    const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
      .format(born)
      .replace(/^1 /, '1er ')
    await expect(page).toContainText(words)
    await goTo(window, 'Fiches')
  }
})

const before =
  'Nom;Prénom;Courriel;Téléphone;Profession\nMartin;Zoë;zoe@exemple.fr;01 45 67 89 10;\nDurand;Paul;paul@exemple.fr;01 45 67 89 11;notaire\n'
const after =
  'Nom;Prénom;Courriel;Téléphone;Profession\nMartin;Zoë;zoe@exemple.fr;01 45 67 89 99;juge\nDurand;Paul;paul@exemple.fr;01 45 67 89 98;juge\n'

test('what the list changes is left by column, and by line another record is chosen', async ({ window }) => {
  await withList(window, `${before}Petit;Luc;;;\n`, 3)
  await bring(window, after)
  await preview(window)
  await expect(counted(window, /^2\s*fiches modifiées$/)).toBeVisible()
  await window.getByRole('radiogroup', { name: 'Que faire du champ Téléphone' }).getByText('Laisser').click()
  await expect(window.getByText(/laissé\s: 01\s45\s67\s89\s99/)).toBeVisible()
  await window.getByRole('radiogroup', { name: 'Que faire du champ Profession' }).getByText('Compléter').click()
  await expect(counted(window, /^1\s*fiche modifiée$/)).toBeVisible()
  await window.getByRole('searchbox', { name: 'Chercher un nom dans les lignes' }).fill('dur')
  await expect(window.getByRole('button', { name: /Ligne 2, Martin Zoë/ })).toHaveCount(0)
  // By keyboard: the line is about somebody else in the register.
  await window.getByRole('button', { name: 'Ligne 3, Durand Paul : autres choix' }).press('Enter')
  await window.getByRole('menuitem', { name: 'Choisir une autre fiche…' }).press('Enter')
  await window.getByLabel('Chercher une fiche').first().fill('petit')
  await window.getByRole('button', { name: 'Petit Luc' }).press('Enter')
  await expect(window.getByText('déjà connue : Petit Luc, votre choix')).toBeVisible()
  await window.getByRole('button', { name: 'Importer 2 fiches' }).click()
  await done(window)
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await expect(rowOf(window, 'Durand Paul')).toHaveCount(2)

  // The next file of these headings finds the same choices.
  await goTo(window, 'Importer')
  await bring(window, after.replace('99', '97'))
  await preview(window)
  const phone = window.getByRole('radiogroup', { name: 'Que faire du champ Téléphone' })
  await expect(phone.getByRole('radio', { name: 'Laisser' })).toBeChecked()
})

test('what is doubtful is kept in a list, and what was corrected since stays when the list comes again', async ({
  window,
}) => {
  const list = 'N° de membre;Nom;Prénom;Téléphone;Ville\n1;Martin;Zoë;0612;Pau\n2;Durand;Paul;01 45 67 89 11;Lyon\n'
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await bring(window, list)
  await preview(window)
  await window.getByRole('button', { name: 'Importer 2 fiches' }).click()
  await done(window)
  await window.getByRole('button', { name: 'Voir la fiche à vérifier' }).click()
  await expect(window.getByRole('button', { name: 'À vérifier après import' })).toBeVisible()
  await expect(rowOf(window, 'Durand Paul')).toHaveCount(0)
  await rowOf(window, 'Martin Zoë').getByRole('link').click()
  await window.getByRole('button', { name: 'Modifier' }).click()
  await window.getByLabel('Téléphone', { exact: true }).fill('06 12 34 56 78')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('link', { name: '06 12 34 56 78' })).toBeVisible()

  await goTo(window, 'Importer')
  await bring(window, list)
  await preview(window)
  await expect(window.getByRole('status').filter({ hasText: 'la correction reste' })).toBeVisible()
  await window.getByText('Corrections gardées', { exact: true }).click()
  await expect(window.getByText(/gardé\s: corrigé par .*la liste dit encore «\s0612\s»/)).toBeVisible()
  await expect(window.getByText('Tout est déjà enregistré')).toBeVisible()
  await window.getByRole('button', { name: 'Ligne 2, Martin Zoë : autres choix' }).click()
  await window.getByRole('menuitem', { name: 'Tout mettre à jour' }).click()
  await expect(window.getByRole('button', { name: 'Importer 1 fiche' })).toBeVisible()
})

test('a couple on a line becomes two records and a household, or one', async ({ window }) => {
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await bring(
    window,
    'Nom complet;Voie;Ville\nM. et Mme Jean DUPONT;1 rue A;Pau\nPierre MARTIN et Claire DURAND;2 rue B;Lyon\n',
  )
  await preview(window)
  await expect(window.getByText('2 lignes nomment deux personnes')).toBeVisible()
  await expect(window.getByText('en foyer avec DURAND Claire')).toBeVisible()
  await window.getByRole('button', { name: 'Garder une seule fiche pour chacune' }).click()
  await expect(counted(window, /^2\s*nouvelles fiches$/)).toBeVisible()
  await window.getByRole('button', { name: 'Faire deux fiches et un foyer' }).click()
  await expect(counted(window, /^4\s*nouvelles fiches$/)).toBeVisible()
  await window.getByRole('button', { name: 'Ligne 2, DUPONT Jean : autres choix' }).click()
  await window.getByRole('menuitem', { name: 'Garder une seule fiche' }).click()
  await expect(counted(window, /^3\s*nouvelles fiches$/)).toBeVisible()
  await window.getByRole('button', { name: 'Importer 3 fiches' }).click()
  await done(window)
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await rowOf(window, 'MARTIN Pierre').getByRole('link').click()
  await expect(window.getByRole('main').getByRole('link', { name: 'DURAND Claire' })).toBeVisible()
})

test('columns that are shifted are stopped, the field is named and left with one click', async ({ window }) => {
  const rows = (shift: number) =>
    `N° de membre;Nom;Courriel\n${Array.from({ length: 24 }, (_, at) => `N${at};Nom${at};p${at + shift}@exemple.fr`).join('\n')}\n`
  await withList(window, rows(0), 24)
  await bring(window, rows(1))
  await preview(window)
  await window.getByRole('button', { name: 'Importer 24 fiches' }).click()
  const brake = window.getByRole('alert').filter({ hasText: 'Cet import modifierait' })
  await expect(brake).toContainText('Surtout : Courriel, qui changerait dans 24 fiches sur 24.')
  await brake.getByRole('button', { name: 'Laisser ce champ tel qu’il est' }).click()
  await expect(window.getByText('Tout est déjà enregistré')).toBeVisible()
})
