import type { Migration } from './migration.ts'

/** The files of editions that were printed for good, in the folder `editions/`; an edition that has one is changed no more. */
export const migration: Migration = {
  number: 12,
  name: 'printed editions',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE edition_print (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE RESTRICT,
        -- How the pages of this file come: in reading order, as a booklet, for a print shop.
        form TEXT NOT NULL,
        printed_on TEXT NOT NULL,
        pages INTEGER NOT NULL,
        -- Contacts that have an entry.
        people INTEGER NOT NULL,
        -- Name of the file, and what it must still be.
        file TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        -- Fingerprint of the settings it was printed with: a printing is not put back on others.
        arranged TEXT NOT NULL,
        UNIQUE (edition_id, form)
      ) STRICT;
    `),
}
