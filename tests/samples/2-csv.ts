/** What the samples of 2-csv give when they are read well. */
import type { Expectations } from './expectation.ts'

export const expectations: Expectations = {}
