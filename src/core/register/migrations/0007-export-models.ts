import type { Migration } from './migration.ts'

/** Columns of a list going out and their order, kept under a name. */
export const migration: Migration = {
  number: 7,
  name: 'export models',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE export_model (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        columns TEXT NOT NULL CHECK (json_valid(columns))
      ) STRICT
    `),
}
