/** A record's life: who changed what, one value put back, an act undone, the trash, Ctrl+Z everywhere. */
import type { Page } from '@playwright/test'
import { expect, goTo, makeAssociation, test } from './window.ts'

/** Asks the office through the door of the page. */
async function ask(window: Page, name: string, input: unknown): Promise<Record<string, unknown>> {
  return await window.evaluate(
    async ([request, asked]) => {
      const answer = await fetch(`/rpc/${request}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-amicale-token': sessionStorage.getItem('amicale-token') ?? '',
        },
        body: JSON.stringify({ json: asked }),
      })
      return ((await answer.json()) as { json: Record<string, unknown> }).json
    },
    [name, input] as const,
  )
}

async function withRecord(window: Page): Promise<number> {
  await makeAssociation(window, 'Les Amis')
  const person = { kind: 'person', lastName: 'Gruber', firstName: 'Anna', profession: 'Luthière' }
  const { id } = await ask(window, 'people/create', { contact: person })
  const { revision } = await ask(window, 'people/read', { id })
  await ask(window, 'people/update', {
    id,
    revision,
    contact: {
      ...person,
      profession: 'Organiste',
      emails: [{ address: 'anna@exemple.org' }],
      groups: [{ name: 'Maison du Lac' }],
    },
  })
  // What came by another way is seen when the window asks again.
  await window.reload()
  await expect(window.getByRole('link', { name: /Gruber/ })).toBeVisible()
  return Number(id)
}

test.beforeEach(({ page: _page }, { project }) => {
  test.skip(project.name === 'electron', 'records are made by loopback in this spec')
})

test('a value is put back from the life of the record, and that is undone', async ({ window }) => {
  const id = await withRecord(window)
  await window.goto(`${new URL(window.url()).origin}/#/people/${id}`)
  const life = window.getByRole('complementary', { name: 'Vie de la fiche' })
  await expect(life).toContainText('Luthière')
  await expect(life).toContainText('Maison du Lac')
  await life.getByRole('button', { name: /Rétablir cette valeur : Profession, Luthière/ }).click()
  await expect(window.getByText('Valeur rétablie.').first()).toBeVisible()
  await expect(window.getByRole('definition').filter({ hasText: 'Luthière' })).toBeVisible()

  await life.getByRole('button', { name: /Retirer cette ligne : anna@exemple.org/ }).click()
  await expect(window.getByRole('link', { name: 'anna@exemple.org' })).toHaveCount(0)

  // Ctrl+Z, twice: the line, then the value. Each key waits until the bar knows what comes next.
  const bar = window.getByRole('contentinfo')
  await expect(bar).toContainText('Annuler : valeur rétablie')
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('link', { name: 'anna@exemple.org' })).toBeVisible()
  await expect(bar).toContainText('Refaire : valeur rétablie')
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('definition').filter({ hasText: 'Organiste' })).toBeVisible()
  await expect(bar).toContainText('Annuler : modification de Gruber Anna')
  await window.keyboard.press('Control+Shift+z')
  await expect(window.getByRole('definition').filter({ hasText: 'Luthière' })).toBeVisible()
})

test('an act is undone from the record; what a later one built upon is refused, naming it', async ({ window }) => {
  const id = await withRecord(window)
  const { id: _id, revision, sortKey, displayName, trashed, ...contact } = await ask(window, 'people/read', { id })
  void [sortKey, displayName, trashed]
  await ask(window, 'people/update', { id, revision, contact: { ...contact, profession: 'Facteur d’orgues' } })
  await window.goto(`${new URL(window.url()).origin}/#/people/${id}`)
  const life = window.getByRole('complementary', { name: 'Vie de la fiche' })
  await expect(life.getByRole('button', { name: /^Annuler cet acte/ })).toHaveCount(3)
  await life
    .getByRole('button', { name: /^Annuler cet acte/ })
    .nth(1)
    .click()
  await expect(window.getByText(/une modification de fiche \(Gruber Anna\)/)).toBeVisible()
  await life
    .getByRole('button', { name: /^Annuler cet acte/ })
    .first()
    .click()
  await expect(window.getByText('C’est annulé.').first()).toBeVisible()
  await expect(window.getByRole('definition').filter({ hasText: 'Organiste' })).toBeVisible()
  await expect(life).toContainText('annulé depuis')
})

test('Ctrl+Z works on every screen, not in a field; it says what it undid and leads there', async ({ window }) => {
  await withRecord(window)
  const bar = window.getByRole('contentinfo')
  for (const screen of ['Annuaire', 'Vérification', 'Exporter', 'Historique', 'Corbeille']) {
    await goTo(window, screen)
    await window.locator('#screen').focus()
    await window.keyboard.press('Control+z')
    await expect(bar).toContainText('Refaire : modification de Gruber Anna')
    await expect(window.getByText(/C’est annulé\. Fiche modifiée.: Gruber Anna/).first()).toBeVisible()
    await window.keyboard.press('Control+Shift+z')
    await expect(bar).toContainText('Annuler : modification de Gruber Anna')
  }
  await goTo(window, 'Vérification')
  const field = window.getByLabel('Référence ou nom')
  await field.fill('Gru')
  await field.press('Control+z')
  await window.locator('#screen').focus()
  // In the field the key was the field's own: the modification still stands.
  await expect(bar).toContainText('Annuler : modification de Gruber Anna')
  await window.keyboard.press('Control+z')
  await window.getByRole('button', { name: 'Y aller' }).first().click()
  await expect(window.getByRole('heading', { level: 1, name: /Gruber/ })).toBeVisible()
})

test('the trash says since when and by whom, and gives one or many back', async ({ window }) => {
  const id = await withRecord(window)
  const other = await ask(window, 'people/create', { contact: { kind: 'person', lastName: 'Zola' } })
  const third = await ask(window, 'people/create', { contact: { kind: 'person', lastName: 'Abel' } })
  await ask(window, 'people/trash', { ids: [id, other.id, third.id] })
  const { id: group } = await ask(window, 'groups/create', { kind: 'section', name: 'Vide', founded: '', closed: '' })
  await ask(window, 'groups/remove', { id: group })
  await goTo(window, 'Corbeille')
  const records = window.getByRole('table', { name: 'Fiches' })
  await expect(records.getByRole('row')).toHaveCount(4)
  // One given back by the keyboard, the next is in hand.
  await window.getByRole('button', { name: 'Remettre : Abel' }).press('Enter')
  await expect(records.getByRole('row')).toHaveCount(3)
  await expect(records.getByRole('button').first()).toBeFocused()
  await window.getByLabel('Cocher Gruber Anna').check()
  await window.getByLabel('Cocher Zola').check()
  await window.getByRole('button', { name: 'Remettre les 2 fiches cochées' }).click()
  await expect(records).toHaveCount(0)
  await window.getByRole('button', { name: /Remettre : .*Vide/ }).click()
  await expect(window.getByText('La corbeille est vide.')).toBeVisible()
})
