/** The French words of labels, envelopes and cards. */
export const sheetsFr = {
  'act.sheetsFormat': 'Planche enregistrée',
  'act.sheetsFormatGone': 'Planche retirée',
} as const
