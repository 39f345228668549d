/** The English words of what comes in and goes out. */
import type { exchangeFr } from './fr-exchange.ts'
import type { Translated } from './phrases.ts'

export const exchangeEn = {} satisfies Translated<typeof exchangeFr>
