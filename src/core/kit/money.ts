/** Money: integer cents of the euro, and how people write them. No amount is ever a fraction. */
import { z } from 'zod'

declare const unit: unique symbol
/** Cents of the euro, an integer; negative only where money goes back. */
export type Cents = number & { readonly [unit]: 'cents' }

/** Ten million euros: more than an association’s cheque, less than what would spoil a sum. */
export const mostCents = 1_000_000_000

export const asCents = (amount: number): Cents => amount as Cents

export const sumOf = (amounts: readonly number[]): Cents => asCents(amounts.reduce((sum, one) => sum + one, 0))

/** An amount that may be nothing: a rate, what is owed. */
export const centsOrNone = z.int().min(0).max(mostCents).transform(asCents)
/** An amount of money that came in: at least a cent. */
export const centsPaid = z.int().min(1).max(mostCents).transform(asCents)

/**
 * An amount as people write it: `30`, `12,5`, `12.50 €`, `1 234,56`, `1.234,56`. Read figure by figure, never through a
 * fraction; undefined when it is none, is negative, has more than two decimals, or is more than `mostCents`.
 */
export function centsWritten(text: string): Cents | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/€|eur(os?)?\b/gi, '')
    .replace(/[\s'’]/g, '')
  // One sign parts thousands, another the cents; of one alone, three figures after it are thousands.
  const [, whole = '', decimals = ''] =
    /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)$/.exec(plain) ??
    /^(\d+|\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(plain) ??
    /^(\d+|\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(plain) ??
    []
  if (whole === '') return undefined
  const amount = Number(whole.replace(/[.,]/g, '')) * 100 + Number(decimals.padEnd(2, '0'))
  return Number.isSafeInteger(amount) && amount <= mostCents ? asCents(amount) : undefined
}

/** `12,50` as one types it, without its sign: what a field shows; whole euros without decimals. */
export const centsTyped = (cents: number, language: 'fr' | 'en'): string => {
  const [euros, rest] = [Math.trunc(Math.abs(cents) / 100), Math.abs(cents) % 100]
  const parted = language === 'fr' ? ',' : '.'
  return `${cents < 0 ? '-' : ''}${euros}${rest === 0 ? '' : `${parted}${String(rest).padStart(2, '0')}`}`
}

const formats = {
  fr: new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }),
}

/** `1 234,50 €`, `€1,234.50`: an amount in words of the language. */
export const centsInWords = (cents: number, language: 'fr' | 'en'): string => formats[language].format(cents / 100)
