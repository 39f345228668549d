/** Files made to take long, on the reader's thread. The goal is that of their issue, in processor time. */
import { inTurn } from '../measure.ts'
import { line } from '../table.ts'
import type { Area } from './area.ts'

/** In ms. */
const GOAL = 1000

export const exchangeHostile: Area = async ({ folder, rounds, say }) => {
  const work = { name: 'hostile', work: 'exchange-hostile.ts', arguments: [folder] }
  const figures = (await inTurn([work], rounds, say)).get('hostile') ?? {}
  return Object.entries(figures)
    .filter(([name]) => name.includes('.'))
    .map(([name, value]) =>
      line({ area: 'exchange', name: `made to take long: ${name}, processor time`, value, unit: 'ms', goal: GOAL }),
    )
}
