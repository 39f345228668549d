/** The bounds of every file that comes in (the gate: size, archive directory, streaming parse, cells). */
export const limits = {
  /** Bytes of a staged file. */
  fileBytes: 110_000_000,
  /** Entries of an archive. */
  entries: 2_000,
  /** Bytes of all entries once unpacked. */
  unpackedBytes: 150_000_000,
  /** Unpacked over packed, looked at above `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 10_000_000,
  rows: 200_000,
  columns: 256,
  cellCharacters: 32_767,
  depth: 64,
  sharedStrings: 2_000_000,
  /** Warnings kept for each file: the rest is only counted. */
  warnings: 500,
  merges: 20_000,
  /** Cells that a file may have by saying only how often one is repeated, and their characters. */
  repeatedCells: 1_000_000,
  repeatedCharacters: 20_000_000,
  sheets: 1000,
} as const

/** What the reader's thread may use. Its buffers are bounded by `limits`. */
export const workerLimits = {
  oldGenerationMegabytes: 384,
  youngGenerationMegabytes: 48,
  /** A file that takes longer altogether is given up. */
  wallClockMilliseconds: 180_000,
  /** A reader that says nothing for so long, and had the processor for half of it, is stuck (`silence.ts`). */
  silenceMilliseconds: 30_000,
} as const
