/** Bank references and the code that fills in a transfer. */
import { cleanLine, fold } from '../kit/text.ts'

/** Lengths of account numbers that are most met here; others are held to their check figures alone (ISO 13616). */
const lengths: Readonly<Record<string, number>> = {
  ...{ FR: 27, MC: 27, BE: 16, CH: 21, DE: 22, ES: 24, GB: 22, IT: 27, LU: 20, NL: 18, PT: 25 },
}

/** Whether an account number, without spaces, has the length of its country and right check figures (ISO 7064, MOD 97-10). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false
  const length = lengths[iban.slice(0, 2)]
  if (length !== undefined && iban.length !== length) return false
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** In groups of four, as it is printed. */
export const ibanInGroups = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0')

/** Signs every bank takes (EPC217-08): letters without accents, figures, and a few more. */
const bankWords = (text: string, most: number): string =>
  cleanLine(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[œŒ]/g, 'oe')
      .replace(/[æÆ]/g, 'ae')
      .replace(/[’‘]/g, "'")
      .replace(/[–—]/g, '-')
      .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' '),
  )
    .replace(/ {2,}/g, ' ')
    .slice(0, most)
    .trim()

/**
 * The text of an EPC QR code (EPC069-12, version 002): who is paid, where, how much in euros and with which words.
 * Empty when there is no account, or nothing to pay.
 */
export function transferCode(transfer: {
  readonly beneficiary: string
  readonly iban: string
  readonly bic: string
  readonly cents: number
  readonly words: string
}): string {
  const { beneficiary, iban, bic, cents, words } = transfer
  if (iban === '' || cents < 1 || cents > 99_999_999_999 || fold(beneficiary) === '') return ''
  const amount = `EUR${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  return ['BCD', '002', '1', 'SCT', bic, bankWords(beneficiary, 70), iban, amount, '', '', bankWords(words, 140)].join(
    '\n',
  )
}
