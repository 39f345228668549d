import type { Migration } from './migration.ts'

/**
 * The association's own line and the journal.
 *
 * `journal_now` names the running act: outside an order it names none, and the journal's triggers then refuse any
 * writing, because `journal_row.act` may not be null.
 */
export const migration: Migration = {
  number: 1,
  name: 'register',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE association (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uuid TEXT NOT NULL,
        name TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
        country TEXT NOT NULL DEFAULT 'FR',
        accent TEXT NOT NULL DEFAULT '#7a1f2b'
      ) STRICT;

      CREATE TABLE journal_act (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        name TEXT NOT NULL,
        by TEXT NOT NULL,
        subject TEXT NOT NULL DEFAULT '',
        undoes INTEGER REFERENCES journal_act (id) ON DELETE RESTRICT,
        first_row INTEGER NOT NULL,
        last_row INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX journal_act_undoes ON journal_act (undoes) WHERE undoes IS NOT NULL;

      CREATE TABLE journal_row (
        id INTEGER PRIMARY KEY,
        act INTEGER NOT NULL REFERENCES journal_act (id) ON DELETE RESTRICT,
        table_name TEXT NOT NULL,
        row INTEGER NOT NULL,
        contact INTEGER,
        old TEXT,
        new TEXT
      ) STRICT;
      CREATE INDEX journal_row_contact ON journal_row (contact, id) WHERE contact IS NOT NULL;

      CREATE TABLE journal_now (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        act INTEGER
      ) STRICT;
      INSERT INTO journal_now (id, act) VALUES (1, NULL);
    `),
}
