import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, rowOf, test, top } from './window.ts'

const sample = join(top, 'resources', 'samples', 'amis-de-la-cite.xlsx')
const picker = (window: Page) => window.locator('input[type=file]')

test('a spreadsheet becomes records, is undone, and comes again', async ({ window }) => {
  await makeAssociation(window, 'Les Amis de la Cité')
  await window.getByRole('button', { name: 'Importer un tableur' }).click()
  await picker(window).setInputFiles(sample)

  await expect(window.getByRole('combobox', { name: 'Ce que devient la colonne Nom' }).first()).toHaveValue('Nom')
  await expect(window.getByText('d’après le titre').first()).toBeVisible()
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await expect(window.getByRole('listitem').filter({ hasText: /^300\s*nouvelles fiches$/ })).toBeVisible()
  await window.getByRole('button', { name: 'Importer 300 fiches' }).click()
  await expect(window.getByRole('heading', { name: 'La liste est importée' })).toBeVisible()

  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await expect(window.getByText('294 fiches')).toBeVisible()
  // Many records go at once: how many is said first, and a double click is one.
  await window.getByRole('contentinfo').getByRole('button', { name: 'Annuler' }).dblclick()
  await window.getByRole('button', { name: 'Annuler pour 300 fiches' }).click()
  await expect(window.getByRole('heading', { name: 'Aucune fiche pour l’instant' })).toBeVisible()
  await window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Refaire/ })
    .click()
  await expect(window.getByText('294 fiches')).toBeVisible()

  // The same file again changes nothing, and says so.
  await goTo(window, 'Importer')
  await picker(window).setInputFiles(sample)
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await expect(window.getByText('Tout est déjà enregistré')).toBeVisible()
})

test('a file that cannot be read is refused in words, and the next one is taken', async ({ window }) => {
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await picker(window).setInputFiles({
    name: 'photo.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004 not a workbook'),
  })
  await expect(window.getByRole('alert')).toContainText('photo.xlsx')
  await expect(window.getByRole('alert')).toContainText('Rien n’a été importé')

  await picker(window).setInputFiles({ name: 'vide.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) })
  await expect(window.getByRole('alert')).toContainText('vide.csv')

  await picker(window).setInputFiles({
    name: 'bonne.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Nom;Prénom\nGrüber;Anna\n'),
  })
  await expect(window.getByRole('combobox', { name: 'Ce que devient la colonne Nom' })).toHaveValue('Nom')
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await window.getByRole('button', { name: 'Importer 1 fiche' }).click()
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await window.getByRole('textbox', { name: /^Nom, ville/ }).fill('gruber')
  await expect(rowOf(window, 'Grüber Anna')).toBeVisible()
})

test('hostile cells are shown as the text they are', async ({ window }) => {
  const script = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
  const rows = [
    'Nom;Prénom;Profession;Notes',
    `"${script.replaceAll('"', '""')}";Alba;=cmd|' /C calc'!A0;{count} \${7*7}`,
    '"<b>Gras</b>";Bruno;javascript:alert(1);\u202Eenvers',
  ].join('\n')
  await makeAssociation(window, 'Les <i>Amis</i>')
  await goTo(window, 'Importer')
  await picker(window).setInputFiles({ name: '<b>liste</b>.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await window.getByRole('button', { name: /^Importer 2 fiches/ }).click()
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await rowOf(window, /Gras/).getByRole('link').click()
  await expect(window.getByRole('heading', { level: 1 })).toContainText('<b>Gras</b>')
  await goTo(window, 'Fiches')
  await rowOf(window, /onerror/)
    .getByRole('link')
    .click()
  await expect(window.getByRole('heading', { level: 1 })).toContainText('<script>window.ran=1</script>')
  await expect(window.getByRole('definition').filter({ hasText: '=cmd|' })).toBeVisible()
  expect(await window.evaluate(() => 'ran' in window)).toBe(false)
  expect(await window.locator('#root img, #root script, #root b > i').count()).toBe(0)
})

test('a long import can be stopped and leaves nothing', async ({ window }) => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `Nom${index};Prénom${index};${index}@example.org`)
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await picker(window).setInputFiles({
    name: 'longue.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Nom;Prénom;Courriel', ...rows].join('\n')),
  })
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await window.getByRole('button', { name: /^Importer 20\s?000 fiches/ }).click()
  await window.getByRole('button', { name: 'Arrêter' }).click()
  await expect(window.getByRole('button', { name: /^Importer 20\s?000 fiches/ })).toBeVisible()
  await goTo(window, 'Fiches')
  await expect(window.getByRole('heading', { name: 'Aucune fiche pour l’instant' })).toBeVisible()
})

test('a record known by the name alone is to check, and the line may be someone else', async ({ window }) => {
  const bring = (name: string, text: string) =>
    picker(window).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await bring(
    'avant.csv',
    'Nom;Prénom;Courriel;Ville\nMartin;Zoë;zoe@exemple.fr;Pau\nDurand;Paul;paul@exemple.fr;Lyon\n',
  )
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await window.getByRole('button', { name: 'Importer 2 fiches' }).click()
  await expect(window.getByRole('heading', { name: 'La liste est importée' })).toBeVisible()

  await goTo(window, 'Importer')
  await window.getByRole('button', { name: 'Choisir un autre fichier' }).click()
  await bring(
    'apres.csv',
    'Nom;Prénom;Courriel;Ville\nMartin;Zoë;;Nice\nDurand;Paul;paul@exemple.fr;Brest\nNeuf;Jean;jean@exemple.fr;Tours\n',
  )
  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await expect(window.getByRole('status').filter({ hasText: '1 ligne à vérifier' })).toBeVisible()
  await expect(window.getByText('À vérifier : reconnue par le nom seul, Martin Zoë')).toBeVisible()
  await window.getByText('Tout', { exact: true }).click()
  await expect(window.getByText('Tours · jean@exemple.fr')).toBeVisible()
  await window.getByRole('button', { name: 'Ligne 2, Martin Zoë : c’est quelqu’un d’autre' }).click()
  await expect(window.getByRole('button', { name: 'Ligne 2, Martin Zoë : revenir à la proposition' })).toBeVisible()
  await window.getByRole('button', { name: 'Ligne 3, Durand Paul : ne pas reprendre' }).click()
  await expect(window.getByText('laissée de côté')).toBeVisible()
  await window.getByRole('button', { name: 'Importer 2 fiches' }).click()
  await window.getByRole('button', { name: 'Voir les fiches' }).click()
  await expect(rowOf(window, 'Martin Zoë')).toHaveCount(2)
})
