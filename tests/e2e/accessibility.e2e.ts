import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, rowOf, test, top } from './window.ts'

/** The rules of WCAG 2.2 A and AA, and what axe calls good practice; only what is serious counts. */
async function seriousOn(window: Page): Promise<readonly string[]> {
  // A page half faded in has no colours yet.
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page: window as never }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    )
}

for (const scheme of ['light', 'dark'] as const) {
  const shown = async (window: Page) => {
    await window.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    return async (screen: string): Promise<void> =>
      expect.soft(await seriousOn(window), `${screen}, ${scheme}`).toEqual([])
  }

  test(`no serious obstacle in the list and the record, ${scheme}`, async ({ window }) => {
    test.slow()
    const clean = await shown(window)
    await clean('welcome')
    await openSample(window)
    await clean('list')
    await window.getByRole('checkbox', { name: /Cocher Achard/ }).check()
    await clean('list, ticked')
    await rowOf(window, /Achard/)
      .getByRole('link')
      .click()
    await expect(window.getByRole('heading', { level: 1, name: /Achard/ })).toBeVisible()
    await clean('record')
    await window.getByRole('button', { name: 'Modifier' }).click()
    await expect(window.getByRole('button', { name: 'Enregistrer', exact: true })).toBeVisible()
    await clean('form')
    await window.keyboard.press('Control+k')
    await window.keyboard.type('an')
    await expect(window.getByRole('button', { name: 'Annuaire', exact: true })).toBeVisible()
    await clean('palette')
  })

  test(`no serious obstacle in the directory, ${scheme}`, async ({ window }) => {
    test.slow()
    const clean = await shown(window)
    await openSample(window)
    await goTo(window, 'Annuaire')
    await clean('directory, before')
    await window.getByRole('button', { name: 'Nouvelle édition' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Créer' }).click()
    await expect(window.getByRole('combobox', { name: 'Édition' })).toBeVisible()
    await clean('an edition')
    await window.getByRole('button', { name: /^Modifier « Achevé/ }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    await clean('a section')
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Composer l’annuaire' }).click()
    await expect(window.getByRole('img', { name: 'Page 1', exact: true })).toHaveAttribute('data-drawn', 'true', {
      timeout: 60_000,
    })
    await clean('directory')
  })

  test(`no serious obstacle in an import, ${scheme}`, async ({ window }) => {
    test.slow()
    const clean = await shown(window)
    await openSample(window)
    await goTo(window, 'Importer')
    await clean('import')
    await window.locator('input[type=file]').setInputFiles(join(top, 'resources', 'samples', 'amis-de-la-cite.csv'))
    await expect(window.getByRole('button', { name: 'Voir ce qui va changer' })).toBeVisible()
    await clean('import, columns')
    await window.getByRole('button', { name: 'Voir ce qui va changer' }).click()
    await expect(window.getByRole('button', { name: 'Revenir aux colonnes' })).toBeVisible()
    await clean('import, preview')
  })

  test(`no serious obstacle on the other screens, ${scheme}`, async ({ window }) => {
    test.slow()
    const clean = await shown(window)
    await openSample(window)
    for (const screen of [
      'Cotisations',
      'Courrier',
      'Exporter',
      'Vérification',
      'Historique',
      'Corbeille',
      'Réglages',
    ]) {
      await goTo(window, screen)
      await clean(screen)
    }
    await goTo(window, 'Courrier')
    await window.getByRole('tab', { name: 'Étiquettes' }).click()
    await expect(window.getByRole('region', { name: 'Qui sera atteint' })).toContainText(/\d+ étiquettes/)
    await clean('Étiquettes')
    for (const view of ['Foyers', 'Courrier revenu']) {
      await goTo(window, 'Fiches')
      await window.getByRole('link', { name: view, exact: true }).click()
      await expect(window.getByRole('heading', { level: 1, name: view })).toBeVisible()
      await clean(view)
    }
  })
}
