/** The English words of weighing a list against the records that exist. */

import type { importFr } from './fr-import.ts'
import type { Translated } from './phrases.ts'

export const importEn = {
  'import.recognised': { one: '{count} line. Recognised: {parts}.', other: '{count} lines. Recognised: {parts}.' },
  'import.nothingRecognised': {
    one: '{count} line. No column is recognised: say what each becomes.',
    other: '{count} lines. No column is recognised: say what each becomes.',
  },
  'import.partNames': 'names',
  'import.partNumbers': 'member numbers',
  'import.partEmails': 'e-mails',
  'import.partPhones': 'phones',
  'import.partAddresses': 'addresses',
  'import.partBirths': 'births',
  'import.partMembership': 'life in the association',
  'import.partSpouses': 'spouses',
  'import.toSay': {
    one: '{count} column is not recognised: it is kept under its heading.',
    other: '{count} columns are not recognised: they are kept under their headings.',
  },
  'import.readingText': 'Is the text garbled, or are the headings on another line?',
  'import.readingSheet': 'Is it another sheet, or are the headings on another line?',
  'import.readingRows': 'Are the column headings on another line?',
  'import.oneLine': 'line {lines}',
  'import.severalLines': 'lines {lines}',
  'import.andMore': '{text} and {count} more',
  'import.dropAnywhere': 'Drop the file: it will be read, nothing will be kept yet',

  'import.existing': 'Records that exist already',
  'import.existingHelp': 'What the list would change in them. New records are not concerned.',
  'import.wayOf': 'What to do with the field {field}',
  'import.wayOfFile': 'What to do with records that exist',
  'import.wayUpdate': 'Update',
  'import.wayFill': 'Fill in',
  'import.waySkip': 'Leave',
  'import.wayHelp': 'To fill in writes only where there is nothing; to leave changes nothing.',
  'import.field': 'Field',
  'import.fieldChanges': { one: '{count} record would change', other: '{count} records would change' },
  'import.seeField': 'See the lines that change the field {field}',
  'import.onlyField': 'Lines that change: {field}',
  'import.allFields': 'See all lines',
  'import.searchLines': 'Find a name in the lines',
  'import.filterCouples': 'Couples',
  'import.couples': {
    one: '{count} line names two people: two records and a household.',
    other: '{count} lines name two people: two records and a household for each.',
  },
  'import.couplesAsOne': 'Keep one record for each',
  'import.couplesAsTwo': 'Make two records and a household of lines that name two people',
  'import.coupleWith': 'in a household with {name}',
  'import.candidates': 'Perhaps also:',
  'import.more': 'More choices',
  'import.moreOf': 'Line {line}, {name}: more choices',
  'import.recordTitle': 'Line {line}: which record is it about?',
  'import.recordSearch': 'Find a record',
  'import.recordNone': 'No record matches.',
  'import.recordOfLine': 'Another line of the file is about this record already.',
  'import.recordOther': 'The line cannot be about this record: it has another number, or is of another kind.',
  'import.change.left': 'left',
  'import.corrected': { one: '{count} line with a correction kept', other: '{count} lines with corrections kept' },
  'import.correctedHelp': {
    one: 'One line still says what was corrected here since: the correction stays. To write the list in its place, choose “{update}” for that line.',
    other:
      '{count} lines still say what was corrected here since: the corrections stay. To write the list in their place, choose “{update}” line by line.',
  },
  'import.shelfHelp': {
    one: 'One record has something to check: it is kept in the list “To check after import”, among the lists of records, until it is taken out.',
    other:
      '{count} records have something to check: they are kept in the list “To check after import”, among the lists of records, until they are taken out.',
  },
  'import.seeShelf': { one: 'See the record to check', other: 'See the {count} records to check' },
  'import.filterCorrected': 'Corrections kept',
  'import.change.kept': '(kept: corrected by {by}, {at}; the list still says “{value}”)',
  'import.change.removed': 'stays empty',

  'import.sweepingField': 'Above all: {field}, which would change in {count} records out of {total}.',
  'import.sweepingLeave': 'Leave this field as it is',
} as const satisfies Translated<typeof importFr>
