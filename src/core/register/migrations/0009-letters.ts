import type { Migration } from './migration.ts'

/**
 * Letters and what goes by letter: the letterhead, texts kept under a name, who was written to and how, the ladder of
 * reminders, receipts.
 *
 * A run of letters (`mailing`) keeps its own words: the texts and the ladder may change afterwards. A receipt keeps all it
 * says (`facts`) and the bytes it was given out as (`sha256`, among the documents); it names the lines of payments it is for,
 * so that money and paper can be followed both ways.
 */
export const migration: Migration = {
  number: 9,
  name: 'letters',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE letterhead (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        -- Lines under the name; lines to reach the association by; the line at the foot (RNA, SIREN).
        address TEXT NOT NULL DEFAULT '',
        reach TEXT NOT NULL DEFAULT '',
        legal TEXT NOT NULL DEFAULT '',
        -- Where letters are dated from.
        place TEXT NOT NULL DEFAULT '',
        signatory TEXT NOT NULL DEFAULT '',
        quality TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        iban TEXT NOT NULL DEFAULT '',
        bic TEXT NOT NULL DEFAULT '',
        window TEXT NOT NULL DEFAULT 'any' CHECK (window IN ('any', 'dl', 'c5')),
        -- A picture among the documents; empty: none.
        emblem TEXT NOT NULL DEFAULT ''
      ) STRICT;

      CREATE TABLE letter_model (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        subject TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;

      -- How somebody wants to be written to; no row: as the run says.
      CREATE TABLE letter_channel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL UNIQUE REFERENCES contact (id) ON DELETE RESTRICT,
        channel TEXT NOT NULL CHECK (channel IN ('post', 'email', 'nothing'))
      ) STRICT;

      CREATE TABLE mailing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('letter', 'reminder', 'receipt')),
        day TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        -- Of a reminder: the year it is about, and the rung of the ladder.
        year_id INTEGER REFERENCES due_year (id) ON DELETE RESTRICT,
        rung TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX mailing_year ON mailing (year_id, day) WHERE year_id IS NOT NULL;

      -- Who was written to; those of one envelope have one number.
      CREATE TABLE mailing_letter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mailing_id INTEGER NOT NULL REFERENCES mailing (id) ON DELETE RESTRICT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        envelope INTEGER NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('post', 'email', 'board'))
      ) STRICT;
      CREATE INDEX mailing_letter_mailing ON mailing_letter (mailing_id, envelope);
      CREATE INDEX mailing_letter_contact ON mailing_letter (contact_id, mailing_id);

      -- The ladder of reminders, in its order; none: the usual one.
      CREATE TABLE reminder_rung (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL,
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        does TEXT NOT NULL CHECK (does IN ('letter', 'registered', 'board')),
        -- Days after the rung before; after the beginning of the year for the first.
        after_days INTEGER NOT NULL CHECK (after_days BETWEEN 0 AND 1000),
        subject TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        -- Whether a payment slip stands at the foot.
        slip INTEGER NOT NULL DEFAULT 1 CHECK (slip IN (0, 1))
      ) STRICT;

      -- What receipts say of the association.
      CREATE TABLE receipt_issuer (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL DEFAULT '',
        -- SIREN (nine figures) or RNA (W and nine figures).
        number TEXT NOT NULL DEFAULT '',
        street TEXT NOT NULL DEFAULT '',
        postcode TEXT NOT NULL DEFAULT '',
        city TEXT NOT NULL DEFAULT '',
        country TEXT NOT NULL DEFAULT 'FR',
        purpose TEXT NOT NULL DEFAULT '',
        nature TEXT NOT NULL DEFAULT 'generalInterest'
          CHECK (nature IN ('generalInterest', 'publicUtility', 'endowmentFund', 'other')),
        decree_on TEXT NOT NULL DEFAULT '',
        gazette_on TEXT NOT NULL DEFAULT '',
        signatory TEXT NOT NULL DEFAULT '',
        quality TEXT NOT NULL DEFAULT ''
      ) STRICT;

      -- Whether what is given for something opens the right to a tax receipt; no row: it does not.
      CREATE TABLE receipt_fund (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('due', 'gift')),
        label TEXT NOT NULL,
        folded TEXT NOT NULL,
        eligible TEXT NOT NULL CHECK (eligible IN ('no', 'selfAssessed', 'ruling')),
        ruling_on TEXT NOT NULL DEFAULT '',
        ruling_reference TEXT NOT NULL DEFAULT '',
        UNIQUE (kind, folded)
      ) STRICT;

      CREATE TABLE receipt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form TEXT NOT NULL CHECK (form IN ('plain', 'individual', 'company')),
        year INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        issued_on TEXT NOT NULL,
        cents INTEGER NOT NULL CHECK (cents > 0),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        sha256 TEXT NOT NULL,
        cancelled_on TEXT NOT NULL DEFAULT '',
        cancel_reason TEXT NOT NULL DEFAULT '',
        UNIQUE (form, year, number)
      ) STRICT;
      CREATE INDEX receipt_contact ON receipt (contact_id);

      -- The lines of payments a receipt is for, with the day that counts for taxes.
      CREATE TABLE receipt_part (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        receipt_id INTEGER NOT NULL REFERENCES receipt (id) ON DELETE RESTRICT,
        payment_line_id INTEGER NOT NULL REFERENCES payment_line (id) ON DELETE RESTRICT,
        cents INTEGER NOT NULL CHECK (cents > 0),
        fiscal_on TEXT NOT NULL
      ) STRICT;
      CREATE INDEX receipt_part_receipt ON receipt_part (receipt_id);
      CREATE INDEX receipt_part_line ON receipt_part (payment_line_id);
    `),
}
