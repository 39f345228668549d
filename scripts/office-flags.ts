/**
 * What Node is told when it carries the office. Of the memory new objects are made in, half is copied at once when it is
 * full: with V8's own 32 MB, on long lists, that held the thread for 65 to 100 ms; with 8, for less than 35. `bin/amicale`
 * says the same.
 */
export const officeFlags = ['--max-semi-space-size=8'] as const
