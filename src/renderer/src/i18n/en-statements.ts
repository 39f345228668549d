/** The English words of statements. */
import type { statementsFr } from './fr-statements.ts'
import type { Translated } from './phrases.ts'

export const statementsEn: Translated<typeof statementsFr> = {
  'dues.part.statements': 'Statements',
  'statements.lead':
    'The statement of the bank (CSV or OFX) or the payments of HelloAsso: each credit finds its payment. The same statement read twice changes nothing.',
  'statements.choose': 'Choose a statement…',
  'statements.account': 'Account (if there are several)',
  'statements.brought': { one: '{count} new line.', other: '{count} new lines.' },
  'statements.broughtNone': 'These lines were here already.',
  'statements.broughtMore':
    '{known} known already, {debits} debits and {others} payments that did not go through left aside.',
  'statements.leaveUnread': 'Read the statement without these lines',
  'statements.none': 'No line waits.',
  'statements.waiting': 'To match ({count})',
  'statements.matched': 'Matched ({count})',
  'statements.skipped': 'Set aside ({count})',
  'statements.help':
    'Enter accepts what is chosen, the arrows choose, Tab seeks somebody else, Delete sets the line aside.',
  'statements.line': '{label}, {amount}',
  'statements.deposit': 'Deposit {number}, {count} cheques',
  'statements.payment': '{name}, payment of {day} recorded already',
  'statements.toAssign': 'to be assigned',
  'statements.nobody': 'Nobody is recognised: seek a name, or set the line aside.',
  'statements.payout': 'A transfer from HelloAsso: its payments come by its own file.',
  'statements.other': 'Somebody else',
  'statements.accept': 'Accept',
  'statements.skip': 'Set aside',
  'statements.again': 'Match again',
  'statements.done': 'Line matched.',
  'statements.skippedNow': 'Line set aside.',
  'statements.againNow': 'The line waits again.',
  'statements.why.remembered': 'recognised before',
  'statements.why.email': 'same e-mail',
  'statements.why.name': 'same name',
  'statements.why.lastName': 'last name',
  'statements.why.amount': 'same amount',
  'statements.why.day': 'same day',
  'act.duesBringStatement': 'Statement read',
  'act.duesConfirmLine': 'Line matched',
  'act.duesSkipLine': 'Line set aside',
}
