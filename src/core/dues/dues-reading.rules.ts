/** What a list says of dues: the year in a heading, and in a cell an amount, a day, a word. */
import { type Cents, centsWritten } from '../kit/money.ts'
import { fold } from '../kit/text.ts'
import { dayWritten } from '../people/day.rules.ts'

/** The year of dues a heading names: `Cotisation 2024`, `Adhésion 2024-2025`; undefined when it names none. */
export function yearOfHeading(heading: string): string | undefined {
  if (!/\b(cotis\w*|adhesion\w*|dues|subscription\w*|membership fees?)\b/.test(fold(heading))) return undefined
  const years = /(?<!\d)((?:19|20)\d{2})(?:\s?[-/–]\s?((?:19|20)?\d{2}))?(?!\d)/.exec(heading)
  const [, first, second] = years ?? []
  if (first === undefined) return undefined
  if (second === undefined) return first
  const until = second.length === 2 ? `${first.slice(0, 2)}${second}` : second
  return Number(until) === Number(first) + 1 ? `${first}-${until}` : undefined
}

/** The days of a year so named: the calendar's, or a season's from September to August. */
export const periodOfName = (
  name: string,
): { readonly kind: 'calendar' | 'season'; readonly starts: string; readonly ends: string } => {
  const [first = '', second] = name.split('-')
  return second === undefined
    ? { kind: 'calendar', starts: `${first}-01-01`, ends: `${first}-12-31` }
    : { kind: 'season', starts: `${first}-09-01`, ends: `${second}-08-31` }
}

/**
 * What a cell says: an amount that was paid, and when; paid (`settled`) without an amount; nothing due; or not paid (`owed`).
 */
export type DueRead = {
  readonly said: 'owed' | 'exempt' | 'settled'
  readonly paid?: Cents
  readonly day?: string
}

const paidWords =
  /^(oui|o|x|ok|v|vrai|true|1|yes|y|paye|payee|paid|regle|reglee|a jour|recu|recue|encaisse|encaissee|solde|soldee|fait)$/
const unpaidWords = /^(non|n|no|faux|false|0|0 00|impaye|impayee|unpaid|a payer|a regler|en attente|relance|due|du)$/
const exemptWords =
  /^(exonere|exoneree|exempt|exempte|exemptee|dispense|dispensee|gratuit|gratuite|offert|offerte|honneur|honoraire|membre d honneur|free|waived)$/

/** Undefined when nothing is said, or nothing we understand: the cell then stays what it is. */
export function dueRead(cell: string): DueRead | undefined {
  const text = cell.trim()
  const folded = fold(text)
  if (folded === '') return undefined
  if (paidWords.test(folded)) return { said: 'settled' }
  if (unpaidWords.test(folded)) return { said: 'owed' }
  if (exemptWords.test(folded)) return { said: 'exempt' }
  const whole = dayWritten(text)
  if (whole?.length === 10) return { said: 'settled', day: whole }
  // A year alone is when, not how much.
  if (/^(19|20)\d\d$/.test(text)) return undefined
  const amount = centsWritten(text)
  if (amount !== undefined) return amount === 0 ? { said: 'owed' } : { said: 'owed', paid: amount }
  // An amount and a day beside each other: `35 € le 12/01/2024`, `12/01/2024 : 35,00`.
  const written = /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/.exec(text)?.[0]
  const day = written === undefined ? undefined : dayWritten(written)
  const paid = centsWritten(
    text.replace(written ?? '', '').replace(/\b(le|du|au|on|chq|cheque|chèque|vir|virement)\b|[:(),;]+\s|[()]/gi, ''),
  )
  return day?.length === 10 && paid !== undefined && paid > 0 ? { said: 'owed', paid, day } : undefined
}
