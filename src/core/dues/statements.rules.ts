/** What a label says of who paid, and how sure one may be. No database, no clock. */
import { fold } from '../kit/text.ts'

/** Why a line is thought to be somebody's, the surest first. */
export const whys = ['remembered', 'email', 'name', 'lastName', 'amount', 'day'] as const
export type Why = (typeof whys)[number]

const weights: Readonly<Record<Why, number>> = { remembered: 60, email: 60, name: 50, lastName: 20, amount: 30, day: 5 }
export const weightOf = (why: readonly Why[]): number => why.reduce((sum, one) => sum + weights[one], 0)

/** Words of banks, never of people. */
const noise = new Set(
  (
    'vir virt virement virements sepa recu instantane inst de du des la le les et pour par ref reference motif cotisation ' +
    'cotisations adhesion don dons annee facture association asso mr mme mlle monsieur madame ou m emis web transfer payment ' +
    'paiement remise cheque cheques helloasso carte cb end to notprovided provided recus client compte banque bic iban id'
  ).split(' '),
)

/** Words of a label that may be of a name, in their order: folded, no figures, none of a bank's own. */
export const nameWords = (label: string): readonly string[] =>
  fold(label)
    .split(' ')
    .filter((word) => /^\p{L}+$/u.test(word) && word.length > 1 && !noise.has(word))
    .slice(0, 14)

/**
 * Beginnings of sort keys a label may hold: a name of one to four words with a forename of one or two beside it
 * (`whole`), or the name alone.
 */
export function keysIn(words: readonly string[]): {
  readonly whole: readonly string[]
  readonly alone: readonly string[]
} {
  const [whole, alone] = [new Set<string>(), new Set<string>()]
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
      const name = words.slice(from, to).join('')
      if (name.length >= 3) alone.add(name)
      for (const size of [1, 2]) {
        const after = words.slice(to, to + size)
        const before = words.slice(Math.max(0, from - size), from)
        if (after.length === size) whole.add(`${name} ${after.join('')}`)
        if (before.length === size) whole.add(`${name} ${before.join('')}`)
      }
    }
  }
  return { whole: [...whole], alone: [...alone] }
}

/** Under what a label is remembered: its words that are of no bank and no year; empty when too little is left to be somebody's. */
export function memoryOf(line: {
  readonly label: string
  readonly payer: string
  readonly beneficiary: string
  readonly email: string
}): string {
  const own = [line.payer, line.beneficiary, line.email].filter((part) => part !== '')
  if (own.length > 0) return fold(own.join(' ')).slice(0, 200)
  const words = nameWords(line.label)
  return words.join('').length < 5 ? '' : words.join(' ').slice(0, 200)
}

/** Whether a credit is what HelloAsso pays out: its payments are recorded from its own file. */
export const isPayout = (label: string): boolean => /\bhello ?asso\b/.test(fold(label))
