import type { Migration } from './migration.ts'

/**
 * Editions of the printed directory. A section is a row, so that changes of two sections are undone apart.
 */
export const migration: Migration = {
  number: 11,
  name: 'editions',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE edition (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        -- Words on the cover and in the file; empty: the usual ones.
        title TEXT NOT NULL DEFAULT '',
        subtitle TEXT NOT NULL DEFAULT '',
        -- Day the register is read on; empty: the day it is made.
        cutoff TEXT NOT NULL DEFAULT '',
        -- fr or en; empty: the language of the association.
        language TEXT NOT NULL DEFAULT '',
        look TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(look)),
        template TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(template))
      ) STRICT;

      CREATE TABLE edition_section (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1)),
        title TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options))
      ) STRICT;
      CREATE INDEX edition_section_order ON edition_section (edition_id, position);
    `),
}
