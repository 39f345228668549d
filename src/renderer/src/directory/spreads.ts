/** How pages lie side by side: the cover alone at the right, then left and right pages together. */

/** @returns for each spread its left and right page (1-based); undefined where nothing lies. */
export function spreads(
  pages: number,
  imposed: boolean,
): readonly (readonly [number | undefined, number | undefined])[] {
  if (imposed) return Array.from({ length: pages }, (_, index) => [index + 1, undefined] as const)
  const count = Math.floor(pages / 2) + 1
  return Array.from({ length: count }, (_, index) => {
    const left = index * 2
    return [left >= 1 ? left : undefined, left + 1 <= pages ? left + 1 : undefined] as const
  })
}

/** @returns the spread a page lies on. */
export const spreadOf = (page: number, imposed: boolean): number => (imposed ? page - 1 : Math.floor(page / 2))
