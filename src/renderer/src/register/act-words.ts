/** What an act was, in words: the order's name translated, and what it was about. */
import type { Act } from '../../../core/register/register.requests.ts'
import type { PlainKey, WordKey, Words } from '../i18n/words.tsx'

/** Orders and works that place an act, and their words. */
export const known: Readonly<Record<string, PlainKey>> = {
  'association.new': 'act.associationNew',
  'association.update': 'act.associationUpdate',
  'people.create': 'act.create',
  'people.update': 'act.update',
  'people.trash': 'act.trash',
  'people.setPhoto': 'act.setPhoto',
  'people.removePhoto': 'act.removePhoto',
  'people.markReturned': 'act.markReturned',
  'households.make': 'act.householdMake',
  'households.join': 'act.householdJoin',
  'households.leave': 'act.householdLeave',
  'households.dissolve': 'act.householdDissolve',
  'households.change': 'act.householdChange',
  'households.share': 'act.householdShare',
  'lists.save': 'act.listsSave',
  'lists.rename': 'act.listsRename',
  'lists.remove': 'act.listsRemove',
  'lists.add': 'act.listsAdd',
  'lists.take': 'act.listsTake',
  'lists.bulk': 'act.listsBulk',
  'groups.create': 'act.groupCreate',
  'groups.update': 'act.groupUpdate',
  'groups.merge': 'act.groupMerge',
  'groups.remove': 'act.groupRemove',
  'groups.join': 'act.groupJoin',
  'groups.leave': 'act.groupLeave',
  'groups.markDeclared': 'act.groupDeclared',
  'consents.record': 'act.consentRecord',
  'consents.mode': 'act.consentRecord',
  'consents.oppose': 'act.consentOppose',
  'consents.setDefaults': 'act.consentDefaults',
  'consents.erase': 'act.consentErase',
  'fields.define': 'act.fieldDefine',
  'fields.update': 'act.fieldUpdate',
  'fields.order': 'act.fieldOrder',
  'fields.remove': 'act.fieldRemove',
  'duplicates.merge': 'act.merge',
  'duplicates.twoPeople': 'act.twoPeople',
  'quality.fix': 'act.fix',
  'quality.accept': 'act.accept',
  'exchange.import': 'act.import',
  'exchange.invent': 'act.invent',
  'exchange.saveModel': 'act.saveModel',
  'exchange.removeModel': 'act.removeModel',
  'forms.answer': 'act.formAnswer',
  'dues.createYear': 'act.duesCreateYear',
  'dues.updateYear': 'act.duesUpdateYear',
  'dues.setRates': 'act.duesSetRates',
  'dues.ask': 'act.duesAsk',
  'dues.setDue': 'act.duesSetDue',
  'dues.recordPayment': 'act.duesRecordPayment',
  'dues.reverse': 'act.duesReverse',
  'dues.assign': 'act.duesAssign',
  'dues.takeOver': 'act.duesTakeOver',
  'dues.credit': 'act.duesCredit',
  'dues.bringStatement': 'act.duesBringStatement',
  'dues.confirmLine': 'act.duesConfirmLine',
  'dues.skipLine': 'act.duesSkipLine',
  'dues.makeDeposit': 'act.duesMakeDeposit',
  'dues.changeDeposit': 'act.duesChangeDeposit',
  'dues.bankDeposit': 'act.duesBankDeposit',
  'dues.removeDeposit': 'act.duesRemoveDeposit',
  'letters.setLetterhead': 'act.lettersHead',
  'letters.setEmblem': 'act.lettersEmblem',
  'letters.saveModel': 'act.lettersModel',
  'letters.removeModel': 'act.lettersModelGone',
  'letters.write': 'act.lettersWrite',
  'letters.prefer': 'act.lettersPrefer',
  'labels.print': 'act.labelsPrint',
  'sheets.saveFormat': 'act.sheetsFormat',
  'sheets.removeFormat': 'act.sheetsFormatGone',
  'reminders.setLadder': 'act.remindersLadder',
  'reminders.write': 'act.remindersWrite',
  'receipts.setIssuer': 'act.receiptsIssuer',
  'receipts.setFund': 'act.receiptsFund',
  'receipts.issue': 'act.receiptsIssue',
  'receipts.cancel': 'act.receiptsCancel',
  'editions.create': 'act.editionCreate',
  'editions.change': 'act.editionChange',
  'editions.duplicate': 'act.editionDuplicate',
  'editions.remove': 'act.editionRemove',
  'editions.addSection': 'act.sectionAdd',
  'editions.changeSection': 'act.sectionChange',
  'editions.orderSections': 'act.sectionOrder',
  'editions.print': 'act.editionPrint',
  'editions.removeSection': 'act.sectionRemove',
  'history.revertField': 'act.revertField',
  'history.undo': 'act.undo',
}

/**
 * The beginning cannot be undone: there would be nothing left to undo it in. Receipts that were given out are cancelled
 * instead; what was erased is no more.
 */
const forGood: readonly string[] = ['association.new', 'receipts.issue', 'consents.erase']
export const isUndoable = (act: Pick<Act, 'name' | 'undoneBy'>): boolean =>
  act.undoneBy === undefined && !forGood.includes(act.name)

const gestures: Readonly<Record<string, WordKey & `way.${string}`>> = {
  'association.update': 'way.associationUpdate',
  'people.create': 'way.create',
  'people.update': 'way.update',
  'people.trash': 'way.trash',
  'exchange.import': 'way.import',
  'exchange.invent': 'way.invent',
  'forms.answer': 'way.formAnswer',
  'history.revertField': 'way.revertField',
}

/** What an act was about: its subject, or how many records, where the subject names the first of them only. */
function aboutWords({ subject, records }: Pick<Act, 'subject' | 'records'>, { t }: Words): string {
  return records !== undefined && / \+ \d+$/.test(subject) ? t('act.records', { count: records }) : subject
}

/** An act as the object of a gesture: `Annuler : modification de Gruber Anna`. */
export function gestureWords(act: Pick<Act, 'name' | 'undoes' | 'subject' | 'records'>, words: Words): string {
  const key = gestures[act.name]
  if (key !== undefined && act.subject !== '') return words.t(key, { subject: act.subject })
  const said = actName(act, words)
  // It goes on after a colon, where no capital stands, but for letters that stand for words.
  const name = /^.\p{Lu}/u.test(said) ? said : said.slice(0, 1).toLocaleLowerCase(words.locale) + said.slice(1)
  // After the colon of the gesture, a second one would be one too many.
  return act.subject === '' ? name : words.t('act.aboutShort', { act: name, subject: aboutWords(act, words) })
}

/** Acts that bring records in: taking them back takes those away. */
const bringing: readonly string[] = ['exchange.import', 'exchange.invent', 'people.create']

/** What taking an act of many records back does to them, in words. */
export const reachKey = ({ name }: Pick<Act, 'name'>) =>
  bringing.includes(name) ? ('undo.reach' as const) : ('undo.reachBack' as const)

/** Who did it: the office names the secretary in English, a person by their own name. */
export const doer = (by: string, words: Words): string => (by === 'secretary' ? words.t('act.secretary') : by)

/** Names the kind of an act; an act of a version that knows more is named by its order. `again`: it undid an undoing. */
export function actName(act: Pick<Act, 'name' | 'undoes'>, words: Words, again = false): string {
  const key = act.undoes === undefined ? known[act.name] : again ? 'act.redo' : 'act.undo'
  return key ? words.t(key) : act.name
}

/** The kind of an act and its subject: `Fiche modifiée : Gruber Anna`. */
export function actWords(
  act: Pick<Act, 'name' | 'undoes' | 'subject' | 'records'>,
  words: Words,
  again = false,
): string {
  const name = actName(act, words, again)
  return act.subject === '' ? name : words.t('act.about', { act: name, subject: aboutWords(act, words) })
}
