/** The English words of lists of members, of cards, and of the accounts as files. */
import type { membershipFr } from './fr-membership.ts'
import type { Translated } from './phrases.ts'

export const membershipEn: Translated<typeof membershipFr> = {
  'membership.tab': 'Lists and cards',
  'membership.lists': 'Lists of members',
  'membership.kind': 'List',
  'membership.kind.goodStanding': 'Members in good standing',
  'membership.kind.voters': 'Voters',
  'membership.reserved': 'The vote is for members in good standing',
  'membership.people': { one: '{count} person', other: '{count} people' },
  'membership.votes': { one: '{people}, {count} vote', other: '{people}, {count} votes' },
  'membership.nobody': 'Nobody on {day}.',
  'membership.print': 'Print (PDF)',
  'membership.sheet': 'Spreadsheet (XLSX)',
  'membership.cards': 'Membership cards',
  'membership.cardsHelp': 'A card for each member in good standing, on pre-cut sheets of 85 × 54 mm.',
  'membership.format': 'Sheet of cards',
  'membership.first': 'First card to use',
  'membership.back': 'With the association’s address on the back',
  'membership.proof': 'See the first sheet',
  'membership.make': 'Make the cards',
  'membership.made': { one: '{count} card made.', other: '{count} cards made.' },
  'membership.tooLong': {
    one: '{count} name does not hold and leaves its place blank: {names}',
    other: '{count} names do not hold and leave their places blank: {names}',
  },
  'accounts.files': 'For the treasurer',
  'accounts.filesHelp':
    'The payments of the year line by line, receipts by month, or a journal that Paheko and accounting programs can take in.',
  'accounts.file.lines': 'Payments (XLSX)',
  'accounts.file.months': 'Receipts by month (XLSX)',
  'accounts.file.journal': 'Journal (CSV)',
  'dues.reversedReceipt': 'Payment reversed. Receipt to cancel: {numbers}.',
  'dues.credit': 'Credited on…',
  'dues.creditOf': 'Credited on… ({name})',
  'dues.creditDay': 'Day the bank credited the payment of {name}',
  'dues.creditedNow': 'Day of credit noted: {name}.',
  'dues.creditedOn': 'credited on {day}',
  'receipts.takenBack': 'payment reversed: to be cancelled',
}
