import type { Migration } from './migration.ts'

/**
 * What goes to the bank and what comes from it: deposits of cheques and cash, and lines of statements with what was made of
 * them. Money that came in has more kinds than it had, so that receipts are told apart by source.
 */
export const migration: Migration = {
  number: 8,
  name: 'bank',
  up: ({ exec }) =>
    exec(`
      -- Cheques, or cash, brought to the bank together. Its amount is that of its payments.
      CREATE TABLE deposit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        mode TEXT NOT NULL CHECK (mode IN ('cheque', 'cash')),
        -- As printed: '2026-03'.
        number TEXT NOT NULL,
        made_on TEXT NOT NULL,
        account TEXT NOT NULL DEFAULT '',
        -- When the bank had it; from then on it is what it is.
        credited_on TEXT NOT NULL DEFAULT '',
        -- Notes and coins as counted: how many of each value in cents, as JSON; empty when nobody counted.
        counted TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX deposit_made ON deposit (made_on, id);
      ALTER TABLE payment ADD COLUMN deposit_id INTEGER REFERENCES deposit (id) ON DELETE RESTRICT;
      CREATE INDEX payment_deposit ON payment (deposit_id) WHERE deposit_id IS NOT NULL;
      CREATE INDEX payment_undeposited ON payment (mode, received_on, id)
        WHERE deposit_id IS NULL AND credited_on = '' AND reversal_of IS NULL;
      -- What may answer for the credit of a statement: the bank does not have it yet.
      CREATE INDEX payment_uncredited ON payment (received_on, id) WHERE credited_on = '' AND reversal_of IS NULL;

      CREATE TABLE payment_line_wider (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        payment_id INTEGER NOT NULL REFERENCES payment (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL
          CHECK (kind IN ('due', 'gift', 'grant', 'training', 'event', 'sale', 'service', 'unassigned')),
        contact_id INTEGER REFERENCES contact (id) ON DELETE RESTRICT,
        year_id INTEGER REFERENCES due_year (id) ON DELETE RESTRICT,
        cents INTEGER NOT NULL CHECK (cents <> 0),
        label TEXT NOT NULL DEFAULT '',
        CHECK ((kind = 'due') = (year_id IS NOT NULL)),
        CHECK (kind <> 'due' OR contact_id IS NOT NULL)
      ) STRICT;
      INSERT INTO payment_line_wider (id, payment_id, position, kind, contact_id, year_id, cents, label)
        SELECT id, payment_id, position, kind, contact_id, year_id, cents, label FROM payment_line ORDER BY id;
      -- A number is never given again, not even that of a line that is gone.
      DELETE FROM sqlite_sequence WHERE name = 'payment_line_wider';
      INSERT INTO sqlite_sequence (name, seq)
        SELECT 'payment_line_wider', seq FROM sqlite_sequence WHERE name = 'payment_line';
      DROP TABLE payment_line;
      ALTER TABLE payment_line_wider RENAME TO payment_line;
      CREATE INDEX payment_line_payment ON payment_line (payment_id, position);
      CREATE INDEX payment_line_due ON payment_line (year_id, contact_id, cents, payment_id) WHERE year_id IS NOT NULL;
      CREATE INDEX payment_line_contact ON payment_line (contact_id) WHERE contact_id IS NOT NULL;
      CREATE INDEX payment_line_unassigned ON payment_line (id) WHERE kind = 'unassigned';

      -- A credit of a bank's statement, or a payment of HelloAsso's, and what was made of it.
      CREATE TABLE statement_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        day TEXT NOT NULL,
        label TEXT NOT NULL,
        cents INTEGER NOT NULL CHECK (cents > 0),
        -- What makes it itself, so that a statement that comes twice brings nothing.
        identity TEXT NOT NULL UNIQUE,
        mode TEXT NOT NULL CHECK (mode IN ('transfer', 'helloAsso')),
        reference TEXT NOT NULL DEFAULT '',
        -- Who paid and who for, where the file says so.
        payer TEXT NOT NULL DEFAULT '',
        beneficiary TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'matched', 'skipped')),
        payment_id INTEGER REFERENCES payment (id) ON DELETE RESTRICT,
        deposit_id INTEGER REFERENCES deposit (id) ON DELETE RESTRICT
      ) STRICT;
      CREATE INDEX statement_line_state ON statement_line (state, day, id);
      CREATE INDEX statement_line_payment ON statement_line (payment_id) WHERE payment_id IS NOT NULL;
      CREATE INDEX statement_line_deposit ON statement_line (deposit_id) WHERE deposit_id IS NOT NULL;

      -- Who a label was said to be: proposed first when it comes again.
      CREATE TABLE statement_label (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        folded TEXT NOT NULL UNIQUE,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT
      ) STRICT;
      CREATE INDEX statement_label_contact ON statement_label (contact_id);
    `),
}
