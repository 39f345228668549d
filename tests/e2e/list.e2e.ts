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
    // Looked at in the page at once: a line asked about after it was scrolled away would be waited for.
    await expect
      .poll(async () => {
        const visible = await window.getByRole('grid').evaluate((grid) => {
          const box = grid.getBoundingClientRect()
          return [...grid.querySelectorAll('a')]
            .filter((name) => {
              const { y } = name.getBoundingClientRect()
              return y > box.y && y < box.y + box.height
            })
            .map((name) => name.textContent)
        })
        for (const name of visible) seen.add(name)
        return visible.length
      })
      .toBeGreaterThan(5)
    expect(await window.getByRole('row').count()).toBeLessThan(60)
  }
  await expect(window.locator('[aria-rowindex="2001"]')).toBeInViewport()
  expect(seen.size).toBeGreaterThan(70)
})
