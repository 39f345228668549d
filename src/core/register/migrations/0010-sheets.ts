import type { Migration } from './migration.ts'

/** Sheets of labels of one's own; runs of labels are noted beside those of letters. */
export const migration: Migration = {
  number: 10,
  name: 'sheets',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE sheet_format (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        use TEXT NOT NULL CHECK (use IN ('labels', 'cards', 'envelopes')),
        -- Page, cells, pitch and margins in millimetres.
        measures TEXT NOT NULL CHECK (json_valid(measures))
      ) STRICT;

      CREATE TABLE mailing_wider (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('letter', 'reminder', 'receipt', 'labels')),
        day TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        -- Of a reminder: the year it is about, and the rung of the ladder.
        year_id INTEGER REFERENCES due_year (id) ON DELETE RESTRICT,
        rung TEXT NOT NULL DEFAULT ''
      ) STRICT;
      INSERT INTO mailing_wider (id, kind, day, subject, body, year_id, rung)
        SELECT id, kind, day, subject, body, year_id, rung FROM mailing ORDER BY id;
      -- A number is never given again, not even that of a run that is gone.
      DELETE FROM sqlite_sequence WHERE name = 'mailing_wider';
      INSERT INTO sqlite_sequence (name, seq) SELECT 'mailing_wider', seq FROM sqlite_sequence WHERE name = 'mailing';
      DROP TABLE mailing;
      ALTER TABLE mailing_wider RENAME TO mailing;
      CREATE INDEX mailing_year ON mailing (year_id, day) WHERE year_id IS NOT NULL;
    `),
}
