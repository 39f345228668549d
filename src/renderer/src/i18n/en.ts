import { accountsEn } from './en-accounts.ts'
import { consentsEn } from './en-consents.ts'
import { depositsEn } from './en-deposits.ts'
import { deskEn } from './en-desk.ts'
import { duesEn } from './en-dues.ts'
import { duplicatesEn } from './en-duplicates.ts'
import { editionsEn } from './en-editions.ts'
import { exchangeEn } from './en-exchange.ts'
import { fieldsEn } from './en-fields.ts'
import { groupsEn } from './en-groups.ts'
import { historyEn } from './en-history.ts'
import { householdsEn } from './en-households.ts'
import { importEn } from './en-import.ts'
import { lettersEn } from './en-letters.ts'
import { listsEn } from './en-lists.ts'
import { lookEn } from './en-look.ts'
import { membershipEn } from './en-membership.ts'
import { receiptsEn } from './en-receipts.ts'
import { recordEn } from './en-record.ts'
import { registerEn } from './en-register.ts'
import { sheetsEn } from './en-sheets.ts'
import { statementsEn } from './en-statements.ts'
import type { fr } from './fr.ts'
import type { Translated } from './phrases.ts'

export const en = {
  ...recordEn,
  ...householdsEn,
  ...listsEn,
  ...consentsEn,
  ...groupsEn,
  ...fieldsEn,
  ...deskEn,
  ...duplicatesEn,
  ...historyEn,
  ...exchangeEn,
  ...importEn,
  ...duesEn,
  ...depositsEn,
  ...lettersEn,
  ...lookEn,
  ...sheetsEn,
  ...statementsEn,
  ...accountsEn,
  ...receiptsEn,
  ...membershipEn,
  ...editionsEn,
  ...registerEn,

  'shell.skip': 'Skip to the content',
  'shell.navigation': 'Sections',
  'shell.waiting': 'One moment…',
  'screen.people': 'Records',
  'screen.directory': 'Directory',
  'screen.import': 'Import',
  'screen.export': 'Export',
  'screen.history': 'History',
  'screen.settings': 'Settings',
  'time.now': 'just now',
  'action.close': 'Close',

  'palette.open': 'Search',
  'palette.keys': 'Ctrl + K',
  'palette.placeholder': 'Search for a record, a section, an action…',
  'palette.nothing': 'Nothing under these words',
  'palette.people': 'Records',
  'palette.doings': 'Actions',
  'palette.screens': 'Sections',

  'undo.bar': 'Latest action',
  'undo.nothing': 'Nothing has been changed yet.',
  'undo.undo': 'Undo',
  'undo.undoAll': { one: 'Undo for {count} record', other: 'Undo for {count} records' },
  'undo.reach': {
    one: '{count} record will be removed, or go back to what it was.',
    other: '{count} records will be removed, or go back to what they were.',
  },
  'undo.reachBack': {
    one: '{count} record will be again what it was.',
    other: '{count} records will be again what they were.',
  },
  'undo.reachMany': 'Thousands of records may be removed, or go back to what they were.',
  'undo.leave': 'Undo nothing',
  'undo.redo': 'Redo',
  'undo.undoOf': 'Undo: {act}',
  'undo.redoOf': 'Redo: {act}',
  'undo.done': 'Undone.',
  'undo.doneAgain': 'Done again.',
  'undo.undoKeys': 'Ctrl + Z',
  'undo.redoKeys': 'Ctrl + Shift + Z',

  'trouble.refusedTitle': 'Nothing was changed',
  'trouble.faultTitle': 'The action was not completed',
  'trouble.cancelled': 'The action was stopped; nothing was changed.',
  'trouble.fault':
    'Amicale could not answer. What was saved is still there. Start Amicale again; if this comes back, report the reference {reference}.',
  'trouble.unreachable':
    'Amicale no longer answers. What was saved is still there: close this window and start Amicale again.',

  'fault.title': 'This screen could not be shown',
  'fault.text':
    'Nothing is lost: what was saved is still there, and what was being typed is kept. The other screens are at hand.',
  'fault.again': 'Show it again',
  'fault.toRecords': 'Back to the records',

  'phase.working': 'Working',
  'phase.sending': 'Sending the file',
  'phase.reading': 'Reading the file',
  'phase.recognising': 'Recognising the columns',
  'phase.comparing': 'Comparing with the records',
  'phase.importing': 'Importing',
  'phase.inventing': 'Inventing records',
  'phase.gathering': 'Gathering the records',
  'phase.composing': 'Setting the pages',
  'phase.painting': 'Drawing the pages',
  'phase.imposing': 'Imposing the booklet',
  'phase.writing': 'Writing the file',
  'phase.fetching': 'Receiving the file',
  'work.of': '{done} of {total}',
  'work.stop': 'Stop',
  'work.seconds': { one: '{count} second left', other: 'about {count} seconds left' },
  'work.minutes': { one: 'about a minute left', other: 'about {count} minutes left' },

  'welcome.lead': 'Your association’s secretary’s office: the members’ records and the printed directory.',
  'welcome.local': 'Everything stays on this computer, in one folder that you can copy.',
  'welcome.known': 'Your associations',
  'welcome.new': 'Start an association',
  'welcome.name': 'Name of the association',
  'welcome.nameHelp': 'As it should appear on the directory.',
  'welcome.where': 'Its folder will be made here: {home}',
  'welcome.make': 'Create',
  'welcome.try': 'Try it first',
  'welcome.tryHelp': 'An invented association of three hundred members, to see how everything works.',
  'welcome.sample': 'Open the sample association',
  'welcome.sampleName': 'Sample association',
  'welcome.choose': 'Choose a folder…',

  'people.count': { one: '{count} record', other: '{count} records' },
  'people.found': { one: '{count} record found', other: '{count} records found' },
  'people.withDeceased': { one: 'Show the one who died too', other: 'Show the {count} who died too' },
  'people.livingAlone': 'Without those who died',
  'people.search': 'Search for a name, a city, a profession…',
  'people.clearSearch': 'Clear the search',
  'people.status': 'Status',
  'people.category': 'Category',
  'people.group': 'House or group',
  'people.anyGroup': 'House',
  'people.kind': 'Kind',
  'people.persons': 'Persons',
  'people.organisations': 'Organisations',
  'people.clearFilters': 'Show all',
  'people.new': 'New record',
  'people.newPerson': 'New person',
  'people.newOrganisation': 'New organisation',
  'people.export': 'Export',
  'people.trash': 'Trash',
  'people.leaveTrash': 'Back to the records',
  'people.trashEmpty': 'The trash is empty',
  'people.trashEmptyHelp': 'Records put in the trash wait here: nothing is ever deleted.',
  'people.empty': 'No records yet',
  'people.emptyHelp':
    'The easiest way is to bring your members’ spreadsheet: Amicale recognises the columns and shows everything before saving anything.',
  'people.importFirst': 'Import a spreadsheet',
  'people.nobodyFound': 'No record under these words',
  'people.nobodyFoundHelp': 'Try a shorter word, or remove a filter. Accents do not matter.',
  'people.ticked': 'Ticked records',
  'people.tick': 'Tick {name}',
  'people.untick': 'Untick all',
  'people.tickedCount': { one: '{count} record ticked', other: '{count} records ticked' },
  'people.putAway': 'Put in the trash',
  'people.takeOut': 'Take out of the trash',
  'people.trashed': { one: 'Record put in the trash.', other: '{count} records put in the trash.' },
  'people.untrashed': { one: 'Record taken out of the trash.', other: '{count} records taken out of the trash.' },
  'people.letters': 'Letters',
  'people.letter': 'Go to the letter {letter}',

  'status.member': 'Member',
  'status.resigned': 'Resigned',
  'status.struckOff': 'Struck off',
  'status.deceasedWoman': 'Deceased',
  'status.deceasedMan': 'Deceased',
  'status.deceased': 'Deceased',
  'status.lost': 'Lost from sight',
  'status.friend': 'Friend',
  'status.contact': 'Contact',
  'group.house': 'House',
  'group.section': 'Section',
  'group.branch': 'Branch',
  'group.committee': 'Committee',
  'group.class': 'Class',
  'group.body': 'Body',
  'group.other': 'Group',

  'act.records': { one: '{count} record', other: '{count} records' },
  'act.about': '{act}: {subject}',
  'act.aboutShort': '{act}, {subject}',
  'act.secretary': 'secretary',
  'act.associationNew': 'Association made',
  'act.associationUpdate': 'Association settings',
  'act.create': 'Record created',
  'act.update': 'Record changed',
  'act.setPhoto': 'Photo saved',
  'act.removePhoto': 'Photo removed',
  'act.trash': 'Trash',
  'act.import': 'Import',
  'act.invent': 'Records invented',
  'act.undo': 'Undoing',
  'act.redo': 'Doing again',
  'way.associationUpdate': 'settings of {subject}',
  'way.create': 'creation of {subject}',
  'way.update': 'change of {subject}',
  'way.trash': 'trash for {subject}',
  'way.import': 'import of {subject}',
  'way.invent': 'invented records, {subject}',
} satisfies Translated<typeof fr>
