/** What the samples of 1-vcard give when they are read well. */
import type { Expectations } from './expectation.ts'

export const expectations: Expectations = {}
