/** People as they really are, in the window: what other specs do not touch. docs/technical/register-items.md says which does what. */
import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, rowOf, test } from './window.ts'

const field = (window: Page, label: string) =>
  window.getByLabel(label, { exact: true }).and(window.locator('input, textarea'))
const section = (window: Page, name: string) => window.getByRole('region', { name, exact: true })
const press = (window: Page, name: string) => window.getByRole('button', { name, exact: true }).click()
const search = (window: Page) => window.getByRole('textbox', { name: /^Nom, ville/ })
const undo = (window: Page) =>
  window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Annuler/ })
    .click()

async function choose(window: Page, label: string, option: string, at = 0): Promise<void> {
  await field(window, label).nth(at).click()
  await window.getByRole('option', { name: option, exact: true }).click()
}

async function open(window: Page, place: string): Promise<void> {
  await window.evaluate((hash) => {
    globalThis.location.hash = hash
  }, place)
}

/** Fills a part of the record that says nothing yet. */
async function add(window: Page, part: string, button: string): Promise<void> {
  await press(window, 'Ajouter…')
  await window.getByRole('menuitem', { name: part }).click()
  await press(window, button)
}

const save = async (window: Page): Promise<void> => {
  await press(window, 'Enregistrer')
  await expect(window.getByRole('button', { name: 'Enregistrer', exact: true })).toHaveCount(0)
}

test('a person as they are: two scripts, a name of birth that finds, a winter address abroad, an e-mail for two', async ({
  window,
}) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await open(window, '#/people/new/person')
  await press(window, 'Plus de noms et de titres')
  const said = {
    ...{ Civilité: 'Mme', Prénom: 'Łucja', Nom: 'Wójcik', 'Nom de naissance': 'Zając', Titre: 'Pr', Pronom: 'elle' },
    ...{ 'Nom dans son écriture': 'Łucja Wójcik-Zając', Voie: '4 rue Haute', 'Code postal': '69001', Ville: 'Lyon' },
    Courriel: 'couple@exemple.org',
  }
  for (const [label, text] of Object.entries(said)) await field(window, label).fill(text)
  await field(window, 'Langues de correspondance').fill('polonais')
  await window.getByRole('option', { name: 'polonais' }).click()
  await press(window, 'Ajouter une adresse')
  await field(window, 'Voie').nth(1).fill('Calle Mayor 5')
  await field(window, 'Code postal').nth(1).fill('28013')
  await field(window, 'Ville').nth(1).fill('Madrid')
  await field(window, 'Pays').nth(1).fill('Espagne')
  await window.getByRole('option', { name: 'Espagne' }).click()
  await choose(window, 'Nature', 'Résidence secondaire', 1)
  await window.getByRole('button', { name: 'Complément, dates, saison…' }).nth(1).click()
  await field(window, 'Chaque année du').fill('01/11')
  await field(window, 'au').fill('31/03')
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: 'Wójcik Łucja' })).toBeVisible()
  await expect(section(window, 'Coordonnées')).toContainText('chaque année du 1er novembre au 31 mars')
  await expect(section(window, 'Coordonnées')).toContainText('28013 Madrid')
  await expect(section(window, 'Identité')).toContainText('elle')
  await expect(section(window, 'Identité')).toContainText('Łucja Wójcik-Zając')

  // Another of the same e-mail: nothing is asked, nothing is refused.
  await open(window, '#/people/new/person')
  await field(window, 'Prénom').fill('Paul')
  await field(window, 'Nom').fill('Durand')
  await field(window, 'Courriel').fill('couple@exemple.org')
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: 'Durand Paul' })).toBeVisible()

  await goTo(window, 'Fiches')
  for (const words of ['zajac', 'couple@exemple', 'madrid', 'ojcik'])
    await test.step(words, async () => {
      await search(window).fill(words)
      await expect(rowOf(window, 'Wójcik Łucja')).toBeVisible()
    })
  await search(window).fill('')
  await undo(window)
  await expect(rowOf(window, 'Durand Paul')).toHaveCount(0)
})

test('stays, help and a substitute are kept, and found by year, by field, by language', async ({ window }) => {
  await makeAssociation(window, 'Les Amis du Phare')
  await open(window, '#/people/new/person')
  await field(window, 'Nom').fill('Aubert')
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('heading', { level: 1, name: 'Aubert' })).toBeVisible()
  await add(window, 'Séjours', 'Ajouter un séjour')
  for (const [at, [house, since, until]] of [
    ['Maison du Lac', '09/1984', '1986'],
    ['Maison du Nord', '1990', '1991'],
  ].entries()) {
    if (at > 0) await press(window, 'Ajouter un séjour')
    await field(window, 'Maison')
      .nth(at)
      .fill(house ?? '')
    await window.keyboard.press('Escape')
    await field(window, 'Depuis')
      .nth(at)
      .fill(since ?? '')
    await field(window, 'Jusqu’à')
      .nth(at)
      .fill(until ?? '')
  }
  await save(window)
  await add(window, 'Entraide', 'Ajouter une proposition ou une demande')
  await choose(window, 'Sujet', 'Relecture')
  await field(window, 'Domaine').fill('thèses de droit')
  await field(window, 'Langues').fill('espagnol')
  await window.getByRole('option', { name: 'espagnol' }).click()
  await save(window)

  await goTo(window, 'Groupes')
  await window
    .getByRole('navigation', { name: 'Arbre des groupes' })
    .getByRole('button', { name: /^Maison du Lac/ })
    .click()
  const stays = section(window, 'Séjours')
  await expect(stays.getByRole('link', { name: 'Aubert' })).toBeVisible()
  await stays.getByLabel('Année').fill('1990')
  await expect(stays.getByText('Personne.')).toBeVisible()
  await stays.getByLabel('Année').fill('1985')
  await expect(stays.getByRole('link', { name: 'Aubert' })).toBeVisible()

  await window.getByRole('tab', { name: 'Entraide' }).click()
  const board = section(window, 'Entraide')
  await board.getByLabel('Mots').fill('these')
  const language = board.getByRole('combobox', { name: 'Langue' })
  await language.fill('espa')
  await window.getByRole('option', { name: 'espagnol' }).click()
  await expect(board.getByRole('row')).toContainText('Relecture, thèses de droit')
  await language.fill('alle')
  await window.getByRole('option', { name: 'allemand' }).click()
  await expect(board.getByText('Personne n’offre ni ne demande cela.')).toBeVisible()

  await open(window, '#/people/new/organisation')
  await field(window, 'Nom de l’organisme').fill('Fondation X')
  await press(window, 'Ajouter une personne')
  await field(window, 'Personne').fill('aub')
  await window.getByRole('option', { name: 'Aubert' }).click()
  await choose(window, 'Qualité', 'Suppléant(e)')
  await window.keyboard.press('Control+s')
  await expect(section(window, 'Interlocuteurs')).toContainText('Suppléant(e)')
  // What was undone is no more: its page says so rather than showing what it was.
  await undo(window)
  await expect(section(window, 'Interlocuteurs')).toHaveCount(0)
  await goTo(window, 'Fiches')
  await expect(window.getByText('1 fiche', { exact: true })).toBeVisible()
})

test('criteria joined by any, a group on a day, what is missing; a field and a group changed for all, undone at once', async ({
  window,
}, { project }) => {
  test.skip(project.name === 'electron', 'records are made by loopback in this spec')
  await makeAssociation(window, 'Les Amis du Phare')
  const people = [
    { lastName: 'Aubert', groups: [{ kind: 'section', name: 'Rhône', since: '2001', until: '2010' }] },
    { lastName: 'Bernard', addresses: [{ city: 'Lyon', country: 'FR' }], emails: [{ address: 'b@exemple.org' }] },
    {
      lastName: 'Chopin',
      category: 'Soutien',
      emails: [{ address: 'c@exemple.org' }],
      extras: [{ name: 'Taille', value: 'Grande' }],
    },
  ]
  await window.evaluate(async (all) => {
    const ask = async (name: string, input: unknown): Promise<{ readonly id: number }> => {
      const answer = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-amicale-token': sessionStorage.getItem('amicale-token') ?? '',
        },
        body: JSON.stringify({ json: input }),
      })
      return ((await answer.json()) as { json: { readonly id: number } }).json
    }
    for (const person of all) await ask('people/create', { contact: { kind: 'person', ...person } })
    // One owes the dues of this year.
    const name = String(new Date().getFullYear())
    const rates = [{ category: 'Soutien', cents: 4000 }]
    const { id } = await ask('dues/createYear', {
      ...{ name, kind: 'calendar', starts: `${name}-01-01`, ends: `${name}-12-31`, rates },
    })
    await ask('dues/ask', { year: id })
  }, people)
  await window.reload()
  await expect(window.getByText('3 fiches', { exact: true })).toBeVisible()

  await press(window, 'Critères')
  const dialog = window.getByRole('dialog', { name: 'Critères' })
  const about = async (at: number, name: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: 'Critère' }).nth(at).click()
    await window.getByRole('option', { name, exact: true }).click()
  }
  await about(0, 'Groupe ou Maison')
  await dialog.getByLabel(/^Jour \(vide/).fill('2005')
  await expect(dialog.getByRole('status')).toHaveText('1 fiche')
  await dialog.getByText('L’une d’elles').click()
  await press(window, 'Ajouter un critère')
  await about(1, 'Ville')
  await dialog.getByRole('textbox', { name: 'Valeur' }).fill('lyon')
  await expect(dialog.getByRole('status')).toHaveText('2 fiches')
  await dialog.getByRole('button', { name: 'Montrer la liste' }).click()

  await press(window, 'Tout montrer')
  await search(window).fill('grande')
  await expect(rowOf(window, 'Chopin')).toBeVisible()
  await expect(rowOf(window, 'Bernard')).toHaveCount(0)
  await search(window).fill('')
  await press(window, 'Critères')
  await about(0, 'Cotisation')
  await expect(dialog.getByRole('status')).toHaveText('1 fiche')
  await about(0, 'Champ vide')
  await expect(dialog.getByRole('status')).toHaveText('1 fiche')
  await dialog.getByRole('button', { name: 'Montrer la liste' }).click()
  await expect(rowOf(window, 'Aubert')).toBeVisible()
  await press(window, 'Tout montrer')

  await window.getByRole('button', { name: 'Tout sélectionner (3)' }).click()
  const change = async (entry: () => Promise<void>): Promise<void> => {
    const changing = window.getByRole('dialog')
    await entry()
    await changing.getByRole('button', { name: 'Voir ce qui changera' }).click()
    await changing.getByRole('button', { name: 'Changer 3 fiches' }).click()
    await expect(window.getByText('3 fiches changées.').first()).toBeVisible()
  }
  await press(window, 'Modifier…')
  await change(() => field(window, 'Valeur').fill('Actif'))
  await window.getByRole('button', { name: 'Tout sélectionner (3)' }).click()
  await press(window, 'Marquer')
  await window.getByRole('menuitem', { name: 'Ajouter à un groupe' }).click()
  await change(() => field(window, 'Groupe').fill('Maison du Lac'))
  await expect(rowOf(window, 'Chopin')).toContainText('Maison du Lac')
  await undo(window)
  await expect(rowOf(window, 'Chopin')).not.toContainText('Maison du Lac')
})
