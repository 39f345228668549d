/** The English words of labels, envelopes and cards. */
import type { sheetsFr } from './fr-sheets.ts'
import type { Translated } from './phrases.ts'

export const sheetsEn: Translated<typeof sheetsFr> = {
  'act.sheetsFormat': 'Sheet kept',
  'act.sheetsFormatGone': 'Sheet removed',
}
