import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, makeAssociation, rowOf, test } from './window.ts'

/** One red dot. */
const redDot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
const cards = [
  ...['BEGIN:VCARD', 'VERSION:3.0', 'N:de La Fontaine;Jean;;M.;', 'FN:Jean de La Fontaine'],
  ...['TEL;TYPE=CELL:06 12 34 56 78', `PHOTO;ENCODING=b;TYPE=PNG:${redDot}`, 'END:VCARD'],
  ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:Marie Curie', 'EMAIL:marie@example.org', 'BDAY:--1107', 'END:VCARD'],
  ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:<b>Institut</b>', 'ORG:<b>Institut</b>', 'KIND:org', 'END:VCARD', ''],
].join('\r\n')

/** Lets a file fall on the page, as from the desk. */
async function dropFile(window: Page, name: string, text: string, where?: Locator): Promise<void> {
  const files = await window.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content as string], called as string, { type: 'text/vcard' }))
      return transfer
    },
    [name, text],
  )
  await (where ?? window.getByText('Déposez ici votre fichier')).dispatchEvent('drop', { dataTransfer: files })
}

test('an address book falls on the page, is seen card by card, imported with its photo, and undone', async ({
  window,
}) => {
  await makeAssociation(window, 'Les Amis de la Cité')
  await goTo(window, 'Importer')
  await dropFile(window, 'contacts.vcf', cards)

  await expect(window.getByText(/^3 fiches ont été lues dans ce fichier/)).toBeVisible()
  await expect(window.getByRole('row', { name: /La Fontaine Jean.*avec photo/ })).toBeVisible()
  await expect(window.getByRole('row', { name: /Curie Marie.*marie@example\.org/ })).toBeVisible()
  await expect(window.getByText(/Naissance.*Date non reconnue.*--1107.*ligne 12/)).toBeVisible()
  const { violations } = await new AxeBuilder({ page: window as never }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await expect(window.getByRole('listitem').filter({ hasText: /^3\s*nouvelles fiches$/ })).toBeVisible()
  await window.getByRole('button', { name: 'Importer 3 fiches' }).click()
  await window.getByRole('button', { name: 'Voir les fiches' }).click()

  await expect(rowOf(window, '<b>Institut</b>')).toBeVisible()
  await rowOf(window, 'La Fontaine Jean (de)').getByRole('link').click()
  await expect(window.getByRole('img', { name: /^Photo de/ })).toBeVisible()

  await window.getByRole('contentinfo').getByRole('button', { name: 'Annuler' }).click()
  await goTo(window, 'Fiches')
  await expect(window.getByRole('heading', { name: 'Aucune fiche pour l’instant' })).toBeVisible()
})

test('a file named as cards that holds none is refused in words', async ({ window }) => {
  await makeAssociation(window, 'Les Amis de la Cité')
  // From any screen: what falls on the window goes to the screen that brings lists in.
  await dropFile(window, 'contacts.vcf', 'BEGIN:VCAR\nFN:Bono\nEND:VCARD\n', window.getByRole('main'))
  await expect(window.getByRole('heading', { level: 1, name: 'Importer' })).toBeVisible()
  await expect(window.getByRole('alert')).toContainText('aucune fiche d’adresse')
})
