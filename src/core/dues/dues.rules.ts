/** Facts and sums of dues: no database, no clock. */
import { asCents, type Cents, sumOf } from '../kit/money.ts'

export const yearKinds = ['calendar', 'season', 'rolling'] as const
export type YearKind = (typeof yearKinds)[number]

export const paymentModes = ['cheque', 'cash', 'transfer', 'directDebit', 'card', 'helloAsso', 'other'] as const
export type PaymentMode = (typeof paymentModes)[number]

/** What money is for, and so the sources of receipts; a `grant` comes from a foundation or an authority. */
export const lineKinds = ['due', 'gift', 'grant', 'training', 'event', 'sale', 'service', 'unassigned'] as const
export type LineKind = (typeof lineKinds)[number]

/** What is said of a due: `settled` is paid, by a list that tells no amount. */
export const dueSaid = ['owed', 'exempt', 'waived', 'stopped', 'settled'] as const
export type DueSaid = (typeof dueSaid)[number]

/** What makes a payment doubtful, and may be confirmed. */
export const doubts = ['twice', 'deceased', 'overpaid'] as const
export type Doubt = (typeof doubts)[number]

export type RateFacts = {
  readonly category: string
  /** The amount; the least one when `free`. */
  readonly cents: number
  readonly free: boolean
  /** How many people of a household one due covers. */
  readonly persons: number
  readonly votes: number
  /** May be elected. */
  readonly eligible: boolean
  readonly directoryCopy: boolean
  readonly legalPerson: boolean
  /** Paid once for good. */
  readonly life: boolean
  readonly exempt: boolean
  /** What decided it, and when: `AG du 14 mai`, `2025-05-14`. */
  readonly decision: string
  readonly decidedOn: string
}

const plainRate: Omit<RateFacts, 'category'> = {
  cents: 0,
  free: false,
  persons: 1,
  votes: 1,
  eligible: true,
  directoryCopy: true,
  legalPerson: false,
  life: false,
  exempt: false,
  decision: '',
  decidedOn: '',
}

/** The usual categories (rules-fr.md 2.3), proposed to a register that has none: the amounts are an example to change. */
export const usualRates = (language: 'fr' | 'en'): readonly RateFacts[] =>
  (
    [
      ['Actif', 'Full', { cents: 4000 }],
      ['Couple', 'Couple', { cents: 6000, persons: 2, votes: 2 }],
      ['Étudiant', 'Student', { cents: 1500, directoryCopy: false }],
      ['Bienfaiteur', 'Benefactor', { cents: 10_000, free: true }],
      ['Honoraire', 'Honorary', { exempt: true }],
      ['À vie', 'Life', { cents: 60_000, life: true }],
      ['Personne morale', 'Organisation', { cents: 15_000, legalPerson: true, eligible: false }],
    ] as const
  ).map(([fr, en, more]) => ({ ...plainRate, category: language === 'fr' ? fr : en, ...more }))

/** The day after: `2025-12-31` gives `2026-01-01`. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** The same day a year later, or earlier; 29 February becomes 28. */
export function yearsAfter(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1
  return `${year}${day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)}`
}

/** The year that would come next: after the latest, else the calendar year of today. */
export function nextYear(
  latest:
    | { readonly name: string; readonly kind: YearKind; readonly starts: string; readonly ends: string }
    | undefined,
  today: string,
): { readonly name: string; readonly kind: YearKind; readonly starts: string; readonly ends: string } {
  if (latest === undefined) {
    const year = today.slice(0, 4)
    return { name: year, kind: 'calendar', starts: `${year}-01-01`, ends: `${year}-12-31` }
  }
  const name = latest.name.replace(/\d{4}/g, (year) => String(Number(year) + 1).padStart(4, '0'))
  return {
    name: name === latest.name ? `${latest.name} +1` : name,
    kind: latest.kind,
    starts: yearsAfter(latest.starts, 1),
    ends: yearsAfter(latest.ends, 1),
  }
}

/** What is still owed of an amount; never less than nothing. */
export const stillOwed = (owed: number, paid: number): Cents => asCents(Math.max(0, owed - paid))

/** What a category pays: the least amount where it is free, nothing where it is exempt. */
export const owedAt = (rate: Pick<RateFacts, 'cents' | 'exempt'>): Cents => asCents(rate.exempt ? 0 : rate.cents)

/** Lines put in the place of unassigned money: what they leave stays unassigned. Undefined when they take more than there is. */
export function restUnassigned(unassigned: number, lines: readonly { readonly cents: number }[]): Cents | undefined {
  const rest = unassigned - sumOf(lines.map(({ cents }) => cents))
  return rest < 0 ? undefined : asCents(rest)
}
