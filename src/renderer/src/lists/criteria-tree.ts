/** Criteria while they are built: lines and groups of lines, each with a number of its own for the screen. */
import type { Condition, Criteria } from '../../../core/people/lists/criteria.requests.ts'
import { isWhole } from './condition-words.ts'

export type Line = { readonly key: number; readonly not: boolean; readonly condition: Condition }
export type Bundle = {
  readonly key: number
  readonly not: boolean
  readonly join: 'all' | 'any'
  readonly items: readonly (Line | Bundle)[]
}

let last = 0
const fresh = (): number => {
  last += 1
  return last
}

export const newLine = (condition: Condition, not = false): Line => ({ key: fresh(), not, condition })
export const newBundle = (join: 'all' | 'any', items: readonly (Line | Bundle)[], not = false): Bundle => ({
  ...{ key: fresh(), not, join, items },
})
export const isBundle = (item: Line | Bundle): item is Bundle => 'items' in item

/** The same criteria on the screen. */
export function bundleOf(criteria: Criteria | undefined): Bundle {
  if (criteria === undefined) return newBundle('all', [])
  const item = itemOf(criteria, false)
  return isBundle(item) && !item.not ? item : newBundle('all', [item])
}
function itemOf(criteria: Criteria, not: boolean): Line | Bundle {
  if ('all' in criteria)
    return newBundle(
      'all',
      criteria.all.map((one) => itemOf(one, false)),
      not,
    )
  if ('any' in criteria)
    return newBundle(
      'any',
      criteria.any.map((one) => itemOf(one, false)),
      not,
    )
  return 'not' in criteria ? itemOf(criteria.not, !not) : newLine(criteria, not)
}

/** What the screen says, as it is asked; lines that say too little are left out, and a bundle of nothing with them. */
export function criteriaOf(item: Line | Bundle): Criteria | undefined {
  if (!isBundle(item)) {
    if (!isWhole(item.condition)) return undefined
    return item.not ? { not: item.condition } : item.condition
  }
  const inside = item.items.map(criteriaOf).filter((one) => one !== undefined)
  if (inside.length === 0) return undefined
  const joined: Criteria = item.join === 'all' ? { all: inside } : { any: inside }
  return item.not ? { not: joined } : joined
}
