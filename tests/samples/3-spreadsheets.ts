/** What the samples of 3-spreadsheets give when they are read well. */
import type { Expectations } from './expectation.ts'

export const expectations: Expectations = {}
