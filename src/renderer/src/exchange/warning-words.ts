import type { LineWarning } from '../../../core/exchange/exchange.requests.ts'
import type { PlainKey, WordKey, Words } from '../i18n/words.tsx'

const plain = {
  formulaWithoutValue: 'warning.formulaWithoutValue',
  mergedFilled: 'warning.mergedFilled',
  nulRemoved: 'warning.nulRemoved',
  noHeader: 'warning.noHeader',
  twoHeaderRows: 'warning.twoHeaderRows',
  extrasInNotes: 'warning.extrasInNotes',
  repeatedHeader: 'warning.repeatedHeader',
  nameMissing: 'warning.nameMissing',
} as const satisfies Record<string, PlainKey>

const withText = {
  cellError: 'warning.cellError',
  cellCut: 'warning.cellCut',
  hiddenRows: 'warning.hiddenRows',
  raggedRow: 'warning.raggedRow',
  moreWarnings: 'warning.moreWarnings',
  encodingGuessed: 'warning.encodingGuessed',
  titleRows: 'warning.titleRows',
  doubledHeader: 'warning.doubledHeader',
  unknownStatus: 'warning.unknownStatus',
  yearUnread: 'warning.yearUnread',
  emailInvalid: 'warning.emailInvalid',
  phoneUnread: 'warning.phoneUnread',
  unknownCountry: 'warning.unknownCountry',
  postcodePadded: 'warning.postcodePadded',
  addressPartly: 'warning.addressPartly',
  tooLong: 'warning.tooLong',
  invalid: 'warning.invalid',
  emailTooLong: 'warning.emailTooLong',
  tooMany: 'warning.tooMany',
  ambiguous: 'warning.ambiguous',
  duplicate: 'warning.duplicate',
} as const satisfies Record<string, WordKey>

const has = <T extends object>(table: T, code: PropertyKey): code is keyof T => Object.hasOwn(table, code)

/** A remark of the reader in a sentence, with the column it is about when there is one. */
export function warningWords({ code, text, column }: LineWarning, { t }: Words): string {
  const said = has(plain, code) ? t(plain[code]) : has(withText, code) ? t(withText[code], { text }) : `${code} ${text}`
  return column === undefined || column === '' ? said : `${column} – ${said}`
}
