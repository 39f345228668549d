import type { Migration } from './migration.ts'

/**
 * Dues by named year, and the money that came in. Amounts are integer cents, days whole (`YYYY-MM-DD`, empty for none).
 *
 * What is owed (`due`) and what was paid (`payment_line`) never say each other's sums: a payment is the sum of its lines, a
 * year the sum of the lines that name it. A line names a contact and a year, not a due: money may come before anything was
 * asked, and stays where it is when what is owed changes.
 */
export const migration: Migration = {
  number: 5,
  name: 'dues',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE due_year (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('calendar', 'season', 'rolling')),
        starts TEXT NOT NULL,
        ends TEXT NOT NULL,
        -- After this day what is not paid is late; empty: after the year's end.
        due_by TEXT NOT NULL DEFAULT '',
        -- Who joins from this day on pays for the next year; empty: nobody.
        late_from TEXT NOT NULL DEFAULT '',
        closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
        CHECK (ends >= starts)
      ) STRICT;

      -- What a category pays for a year, and what it opens; with the decision that set it.
      CREATE TABLE due_rate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        year_id INTEGER NOT NULL REFERENCES due_year (id) ON DELETE RESTRICT,
        category_id INTEGER NOT NULL REFERENCES member_category (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL DEFAULT 0,
        -- The amount; the least one where it is free.
        cents INTEGER NOT NULL CHECK (cents >= 0),
        free INTEGER NOT NULL DEFAULT 0 CHECK (free IN (0, 1)),
        persons INTEGER NOT NULL DEFAULT 1 CHECK (persons BETWEEN 1 AND 20),
        votes INTEGER NOT NULL DEFAULT 1 CHECK (votes BETWEEN 0 AND 20),
        eligible INTEGER NOT NULL DEFAULT 1 CHECK (eligible IN (0, 1)),
        directory_copy INTEGER NOT NULL DEFAULT 0 CHECK (directory_copy IN (0, 1)),
        legal_person INTEGER NOT NULL DEFAULT 0 CHECK (legal_person IN (0, 1)),
        life INTEGER NOT NULL DEFAULT 0 CHECK (life IN (0, 1)),
        exempt INTEGER NOT NULL DEFAULT 0 CHECK (exempt IN (0, 1)),
        decision TEXT NOT NULL DEFAULT '',
        decided_on TEXT NOT NULL DEFAULT '',
        UNIQUE (year_id, category_id)
      ) STRICT;
      CREATE INDEX due_rate_category ON due_rate (category_id);

      -- What a contact owes for a year. 'settled': said to be paid by a list that tells no amount.
      CREATE TABLE due (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        year_id INTEGER NOT NULL REFERENCES due_year (id) ON DELETE RESTRICT,
        rate_id INTEGER REFERENCES due_rate (id) ON DELETE RESTRICT,
        cents INTEGER NOT NULL CHECK (cents >= 0),
        said TEXT NOT NULL DEFAULT 'owed' CHECK (said IN ('owed', 'exempt', 'waived', 'stopped', 'settled')),
        -- From when on that is so; empty: from the beginning.
        said_on TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        -- Whose due covers this one: a couple pays once. The amount then counts with that contact alone.
        covered_by_id INTEGER REFERENCES contact (id) ON DELETE RESTRICT,
        UNIQUE (contact_id, year_id)
      ) STRICT;
      CREATE INDEX due_of_year ON due (year_id, contact_id, covered_by_id, said, cents);
      CREATE INDEX due_rate_used ON due (rate_id) WHERE rate_id IS NOT NULL;
      CREATE INDEX due_covered ON due (covered_by_id) WHERE covered_by_id IS NOT NULL;

      -- Money that came in; its amount is the sum of its lines.
      CREATE TABLE payment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        payer_id INTEGER REFERENCES contact (id) ON DELETE RESTRICT,
        -- Who paid, when no contact did.
        payer TEXT NOT NULL DEFAULT '',
        mode TEXT NOT NULL
          CHECK (mode IN ('cheque', 'cash', 'transfer', 'directDebit', 'card', 'helloAsso', 'other')),
        received_on TEXT NOT NULL,
        credited_on TEXT NOT NULL DEFAULT '',
        reference TEXT NOT NULL DEFAULT '',
        drawer TEXT NOT NULL DEFAULT '',
        bank TEXT NOT NULL DEFAULT '',
        -- What was paid in another currency, in its hundredths, and what the bank kept of it, in cents of the euro.
        currency TEXT NOT NULL DEFAULT '',
        foreign_amount INTEGER NOT NULL DEFAULT 0 CHECK (foreign_amount >= 0),
        charges INTEGER NOT NULL DEFAULT 0 CHECK (charges >= 0),
        reversal_of INTEGER UNIQUE REFERENCES payment (id) ON DELETE RESTRICT,
        note TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX payment_received ON payment (received_on, id);
      CREATE INDEX payment_payer ON payment (payer_id, received_on) WHERE payer_id IS NOT NULL;

      -- What a payment is for. Negative in a reversal alone.
      CREATE TABLE payment_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        payment_id INTEGER NOT NULL REFERENCES payment (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('due', 'gift', 'service', 'event', 'unassigned')),
        contact_id INTEGER REFERENCES contact (id) ON DELETE RESTRICT,
        year_id INTEGER REFERENCES due_year (id) ON DELETE RESTRICT,
        cents INTEGER NOT NULL CHECK (cents <> 0),
        -- The fund of a gift, the name of a service or an event.
        label TEXT NOT NULL DEFAULT '',
        CHECK ((kind = 'due') = (year_id IS NOT NULL)),
        CHECK (kind <> 'due' OR contact_id IS NOT NULL)
      ) STRICT;
      CREATE INDEX payment_line_payment ON payment_line (payment_id, position);
      CREATE INDEX payment_line_due ON payment_line (year_id, contact_id, cents, payment_id) WHERE year_id IS NOT NULL;
      CREATE INDEX payment_line_contact ON payment_line (contact_id) WHERE contact_id IS NOT NULL;
      CREATE INDEX payment_line_unassigned ON payment_line (id) WHERE kind = 'unassigned';
    `),
}
