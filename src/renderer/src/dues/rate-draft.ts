/** Rates while they are typed: amounts as text, and what kind of due it is as one word. */
import type { RateFacts } from '../../../core/dues/dues.rules.ts'
import { centsTyped, centsWritten } from '../../../core/kit/money.ts'

export const rateNatures = ['yearly', 'free', 'life', 'exempt'] as const
export type RateNature = (typeof rateNatures)[number]

export type RateDraft = Pick<
  RateFacts,
  'category' | 'persons' | 'votes' | 'eligible' | 'directoryCopy' | 'legalPerson'
> & { readonly amount: string; readonly nature: RateNature }

export const draftOf = (rate: RateFacts, language: 'fr' | 'en'): RateDraft => ({
  category: rate.category,
  persons: rate.persons,
  votes: rate.votes,
  eligible: rate.eligible,
  directoryCopy: rate.directoryCopy,
  legalPerson: rate.legalPerson,
  amount: rate.exempt ? '' : centsTyped(rate.cents, language),
  nature: rate.exempt ? 'exempt' : rate.life ? 'life' : rate.free ? 'free' : 'yearly',
})

export const blankDraft: RateDraft = {
  ...{ category: '', persons: 1, votes: 1, eligible: true, directoryCopy: true, legalPerson: false },
  ...{ amount: '', nature: 'yearly' },
}

/** Undefined when the amount is none. */
export function rateOf(
  { amount, nature, ...facts }: RateDraft,
  decided: Pick<RateFacts, 'decision' | 'decidedOn'>,
): RateFacts | undefined {
  const cents = nature === 'exempt' ? 0 : centsWritten(amount)
  if (cents === undefined || (nature !== 'exempt' && cents === 0)) return undefined
  return { ...facts, ...decided, cents, free: nature === 'free', life: nature === 'life', exempt: nature === 'exempt' }
}
