/** Chance that is the same on every machine: the invented people of a seed never change. */

export type Dice = {
  /** A fraction from 0 to just under 1. */
  readonly roll: () => number
  /** A whole number from 0 to `limit` - 1. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(choices: readonly T[]) => T
  /** Replaces each `x` by a digit. */
  readonly digits: (pattern: string) => string
}

/** Spreads the bits of a 32-bit number so that neighbours share nothing. */
function spread(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/**
 * Dice for one person: they depend on the seed and on the person's place alone, so that
 * the first 300 people of a list of 20,000 are those of a list of 300.
 */
export function diceOf(seed: number, place: number): Dice {
  let state = spread(spread(seed ^ 0x5bd1e995) + Math.imul(place + 1, 0x9e3779b9))
  const roll = () => {
    state = (state + 0x9e3779b9) | 0
    return spread(state) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(roll() * limit)
  return {
    roll,
    below,
    chance: (share) => roll() < share,
    pick: (choices) => {
      const chosen = choices[below(choices.length)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
    digits: (pattern) => pattern.replaceAll('x', () => String(below(10))),
  }
}

/** Finds the entry of a weighted list for a fraction: the weights need not sum to anything. */
export function weighted<T extends { readonly weight: number }>(choices: readonly T[], fraction: number): T {
  let left = fraction * choices.reduce((sum, choice) => sum + choice.weight, 0)
  for (const choice of choices) {
    left -= choice.weight
    if (left < 0) return choice
  }
  const last = choices.at(-1)
  if (last === undefined) throw new RangeError('nothing to pick from')
  return last
}
