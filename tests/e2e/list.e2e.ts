import { join } from 'node:path'
import { expect, test } from './window.ts'

test('2,000 people scroll from the first to the last, few of them drawn', async ({ place, window }) => {
  const folder = join(place.home, 'Grande.amicale')
  place.run('new', folder, '--name', 'Grande amicale')
  place.run('invent', folder, '--people', '2000')
  await window.reload()
  await window.getByRole('button', { name: /^Grande/ }).click()
  await window.getByRole('button', { name: /^Montrer aussi les \d+ décédés$/ }).click()
  await expect(window.getByText(/^2\s000 fiches$/)).toBeVisible()

  const scroll = window.getByRole('rowgroup')
  const seen = new Set<string>()
  for (let share = 0; share <= 10; share++) {
    await scroll.evaluate(
      (element, at) => element.scrollTo(0, (element.scrollHeight - element.clientHeight) * at),
      share / 10,
    )
    // What is on screen is names, not their waiting places.
    await expect
      .poll(async () => {
        const box = await window.getByRole('grid').boundingBox()
        const names = await window.getByRole('grid').getByRole('link').all()
        const drawn = await Promise.all(
          names.map(async (name) => ({ text: await name.textContent(), at: await name.boundingBox() })),
        )
        const visible = drawn.filter(({ at }) => at && box && at.y > box.y && at.y < box.y + box.height)
        for (const { text } of visible) seen.add(text ?? '')
        return visible.length
      })
      .toBeGreaterThan(5)
    expect(await window.getByRole('row').count()).toBeLessThan(60)
  }
  await expect(window.locator('[aria-rowindex="2001"]')).toBeInViewport()
  expect(seen.size).toBeGreaterThan(70)
})
