import type { Migration } from './migration.ts'

/** What each column was taken for, by the headers of the file: the next file of the same kind is read the same way. */
export const migration: Migration = {
  number: 3,
  name: 'exchange',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE import_memory (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        signature TEXT NOT NULL UNIQUE,
        mapping TEXT NOT NULL CHECK (json_valid(mapping))
      ) STRICT;
    `),
}
