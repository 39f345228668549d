import type { Migration } from './migration.ts'

/**
 * How many there are, and how many of them died, is asked with every first page: counted over this index it takes a fifth
 * of what the index of the list takes, for 1.6 MB of 275 in a register of 100,000.
 */
export const migration: Migration = {
  number: 6,
  name: 'counted',
  up: ({ exec }) => exec('CREATE INDEX contact_counted ON contact (trashed, status)'),
}
