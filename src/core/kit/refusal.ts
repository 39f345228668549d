/**
 * A refusal is an expected "no": it has a code that the interface translates, it changes nothing,
 * and it says what to do next. Anything else that is thrown is a fault (a bug or a broken disk).
 */

/** Exit statuses of the command line, a stable contract (0 is done, 2 is usage). */
export const exitStatus = {
  inUse: 3,
  damaged: 4,
  newer: 5,
  disk: 6,
  refused: 7,
  notFound: 8,
} as const

/** Every refusal code and the exit status it leads to. The words are in the refusal-….ts of their subject. */
export const refusalCodes = {
  // the association folder
  folderInUse: exitStatus.inUse,
  folderDamaged: exitStatus.damaged,
  folderFromTheFuture: exitStatus.newer,
  folderForeign: exitStatus.refused,
  folderReadOnly: exitStatus.disk,
  folderUnreadable: exitStatus.disk,
  folderMissing: exitStatus.notFound,
  folderExists: exitStatus.refused,
  folderNotMade: exitStatus.disk,
  folderReplaced: exitStatus.disk,
  folderNotOpen: exitStatus.refused,
  diskFull: exitStatus.disk,
  archiveTooLarge: exitStatus.refused,
  storageUncertain: exitStatus.disk,
  // requests
  invalidInput: exitStatus.refused,
  notFound: exitStatus.notFound,
  changedMeanwhile: exitStatus.refused,
  cancelled: exitStatus.refused,
  householdRefused: exitStatus.refused,
  // history
  undoConflict: exitStatus.refused,
  alreadyUndone: exitStatus.refused,
  cannotRevert: exitStatus.refused,
  // two records made one
  cannotMerge: exitStatus.refused,
  // erasing for good
  cannotErase: exitStatus.refused,
  // files coming in
  fileMissing: exitStatus.notFound,
  fileUnreadable: exitStatus.refused,
  fileTooLarge: exitStatus.refused,
  fileUnknownFormat: exitStatus.refused,
  fileDangerous: exitStatus.refused,
  fileFromTheFuture: exitStatus.newer,
  fileWrongEncoding: exitStatus.refused,
  fileMalformed: exitStatus.refused,
  fileEmpty: exitStatus.refused,
  fileNoRows: exitStatus.refused,
  fileNoHeader: exitStatus.refused,
  fileTooManyColumns: exitStatus.refused,
  fileTooManyRows: exitStatus.refused,
  photosTooHeavy: exitStatus.refused,
  sheetMissing: exitStatus.notFound,
  importTooSweeping: exitStatus.refused,
  importStale: exitStatus.refused,
  // changes to many
  bulkTooSweeping: exitStatus.refused,
  bulkStale: exitStatus.refused,
  // money
  paymentDoubtful: exitStatus.refused,
  statementUnread: exitStatus.refused,
  statementRow: exitStatus.refused,
  // papers
  glyphMissing: exitStatus.refused,
  nothingToPrint: exitStatus.refused,
  lookImpossible: exitStatus.refused,
  editionFrozen: exitStatus.refused,
  paperMissing: exitStatus.notFound,
  outputExists: exitStatus.refused,
  outputInside: exitStatus.refused,
  outputFolderMissing: exitStatus.notFound,
  outputUnwritable: exitStatus.disk,
  // the program itself
  pageNotBuilt: exitStatus.notFound,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusalCodes

/** Values named in the sentence of a refusal (`{holder}`, `{line}`). */
export type RefusalValues = Readonly<Record<string, string | number>>

export type RefusalData = {
  readonly code: RefusalCode
  readonly values: RefusalValues
  /** Path of the input field the refusal speaks of, `emails.0.address`. */
  readonly field?: string
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly values: RefusalValues
  readonly field: string | undefined

  constructor(code: RefusalCode, values: RefusalValues = {}, field?: string) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.values = values
    this.field = field
  }
}

/** The plain data of a refusal, as it travels. */
export const refusalData = (refusal: Refusal): RefusalData => ({
  code: refusal.code,
  values: refusal.values,
  ...(refusal.field === undefined ? {} : { field: refusal.field }),
})
