/** The English words of labels, envelopes and cards. */
import type { sheetsFr } from './fr-sheets.ts'
import type { Translated } from './phrases.ts'

export const sheetsEn: Translated<typeof sheetsFr> = {
  'act.sheetsFormat': 'Sheet kept',
  'act.sheetsFormatGone': 'Sheet removed',
  'act.labelsPrint': 'Labels noted',
  'letters.why.byEmail': 'prefers e-mail',
  'letters.why.dead': 'deceased',
  'letters.why.trashed': 'in the trash',
  'labels.tab': 'Labels',
  'labels.lead': 'One label for each household, in the order of the posts, or printed envelopes.',
  'labels.format': 'Sheet or envelope',
  'labels.group.labels': 'Labels',
  'labels.group.envelopes': 'Envelopes',
  'labels.formatName': '{code} – {columns} × {rows}, {width} × {height} mm',
  'labels.envelopeName': 'Envelope {code}, {width} × {height} mm',
  'labels.first': 'First label to use',
  'labels.firstHelp': 'On the first sheet, when it was used in part.',
  'labels.right': 'Offset to the right (tenths of a mm)',
  'labels.down': 'Offset downwards (tenths of a mm)',
  'labels.byHousehold': 'One label for each household',
  'labels.preferEmail': 'Also for those who prefer e-mail',
  'labels.sender': 'With the association’s address',
  'labels.about': 'Note this mailing under the name',
  'labels.aboutHelp': 'Empty: nothing is noted.',
  'labels.testPage': 'Test page',
  'labels.proof': 'See the first sheet',
  'labels.make': 'Make',
  'labels.making': 'Labels',
  'labels.made': { one: '{count} label made.', other: '{count} labels made.' },
  'labels.count': { one: '{count} label', other: '{count} labels' },
  'labels.doubtful': {
    one: '{count} address beyond the postal norm (38 characters a line, six lines)',
    other: '{count} addresses beyond the postal norm (38 characters a line, six lines)',
  },
  'labels.tooLong': {
    one: '{count} address does not hold, its place stays blank: {names}',
    other: '{count} addresses do not hold, their places stay blank: {names}',
  },
}
