/**
 * A step of the register's shape. Steps are numbered without holes and never edited once released:
 * a folder says how many it went through in `user_version`.
 */
export type Migration = {
  /** 1 for the first; the `user_version` of a register that went through it. */
  readonly number: number
  readonly name: string
  /** Runs inside the runner's transaction, foreign keys off, journal triggers absent. */
  readonly up: (hand: MigrationHand) => void
  /**
   * What can be computed again from other facts, `table` or `table.column`: not journalled and no matter for conflicts.
   * After an undo it is brought up to date by triggers or by a listener of `register.afterUndo`. Virtual tables and
   * their shadows need not be named.
   */
  readonly derived?: readonly string[]
  /**
   * Tables whose rows are made on the way (a category written in a list): undoing the act that made one leaves it when
   * others have come to use it.
   */
  readonly shared?: readonly string[]
  /** Tables whose number of rows this step is meant to change; any other change of number stops the migration. */
  readonly changesRowsOf?: readonly string[]
  /** Columns this step took away whose facts it put into rows: so that acts older than it are undone all the same. */
  readonly moved?: readonly MovedColumn[]
}

export type MovedColumn = {
  readonly table: string
  readonly column: string
  /** Whether the rows that now belong to this row say what the column said, and nothing more. */
  readonly says: (hand: MigrationHand, row: number, text: string) => boolean
  /** Makes the rows say what the column said; of an empty text there are none. */
  readonly put: (hand: MigrationHand, row: number, text: string) => void
}

export type MigrationHand = {
  readonly exec: (sql: string) => void
  readonly all: (sql: string, ...values: readonly unknown[]) => readonly Record<string, unknown>[]
  readonly run: (sql: string, ...values: readonly unknown[]) => void
}
