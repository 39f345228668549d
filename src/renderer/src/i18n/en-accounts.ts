/** The English words of receipts and of who comes and goes. */
import type { accountsFr } from './fr-accounts.ts'
import type { Translated } from './phrases.ts'

export const accountsEn: Translated<typeof accountsFr> = {
  'dues.part.accounts': 'Accounts',
  'accounts.lead':
    'What came in, by the day it was received. It is not double-entry accounting: the treasurer finds the figures here.',
  'accounts.year': 'Year',
  'accounts.nothing': 'Nothing has come in yet.',
  'accounts.bySource': 'By source',
  'accounts.source': 'Source',
  'accounts.dues': 'Dues',
  'accounts.total': 'Total',
  'accounts.byMonth': 'By month, {year}',
  'accounts.month': 'Month',
  'accounts.chart': 'Chart: {title}; the figures are in the table.',
  'accounts.figures': 'See the figures',
  'accounts.byGroup': 'By group, {year}',
  'accounts.byGroupHelp': 'Whoever is in two groups counts in both.',
  'accounts.group': 'Group',
  'accounts.payers': 'People',
  'accounts.ofDues': 'Dues',
  'accounts.renewals': 'Renewals expected, {year}',
  'accounts.renewalsHelp': 'Who paid {before} and not yet the next, by the month each is used to pay in.',
  'accounts.usual': 'The year before, {share} % had come back.',
  'accounts.people': { one: '{count} person', other: '{count} people' },
  'accounts.moves': 'From one year to another',
  'accounts.from': 'From',
  'accounts.to': 'To',
  'accounts.kept': 'Stayed ({count})',
  'accounts.lost': 'Left ({count})',
  'accounts.won': 'Came or came back ({count})',
  'accounts.cohorts': 'Faithfulness by year of arrival',
  'accounts.cohortsHelp': 'Of those who paid for the first time in a year, the part that still pays later.',
  'accounts.cohort': 'First year',
  'accounts.firstYear': 'People',
}
