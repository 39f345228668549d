import type { Migration, MovedColumn } from './migration.ts'

/** The honours of a contact were one text; a row each from here on. */
const honoursIn = (text: string): readonly string[] =>
  text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const honours: MovedColumn = {
  table: 'contact',
  column: 'honours',
  says: ({ all }, row, text) => {
    const rows = all('SELECT name, grade, year FROM honour WHERE contact_id = ? ORDER BY position', row)
    const names = honoursIn(text)
    return (
      rows.length === names.length &&
      rows.every(({ name, grade, year }, at) => name === names[at] && grade === '' && year === '')
    )
  },
  put: ({ run }, row, text) => {
    run('DELETE FROM honour WHERE contact_id = ?', row)
    for (const [position, name] of honoursIn(text).entries()) {
      run('INSERT INTO honour (contact_id, position, name) VALUES (?, ?, ?)', row, position, name)
    }
  },
}

/**
 * People as they really are: life and death, names that lead elsewhere, dated belongings, stays, mandates, households,
 * consents, and what the association itself adds (fields, tags, saved lists).
 *
 * Partial days (`1962`, `1962-05`, `1962-05-31`) compare as text. A household's address is the copy of it that each of its
 * people carries (`address.household_id`): every reader of addresses finds it where it looks, and who leaves keeps it.
 */
export const migration: Migration = {
  number: 4,
  name: 'whole people',
  shared: ['tag'],
  moved: [honours],
  up: ({ exec, all, run }) => {
    exec(`
      ALTER TABLE contact ADD COLUMN pronoun TEXT NOT NULL DEFAULT '';
      ALTER TABLE contact ADD COLUMN born TEXT NOT NULL DEFAULT '';
      ALTER TABLE contact ADD COLUMN birth_place TEXT NOT NULL DEFAULT '';
      ALTER TABLE contact ADD COLUMN died TEXT NOT NULL DEFAULT '';
      ALTER TABLE contact ADD COLUMN left_on TEXT NOT NULL DEFAULT '';
      ALTER TABLE contact ADD COLUMN confirmed TEXT NOT NULL DEFAULT '';
      ALTER TABLE contact ADD COLUMN languages TEXT NOT NULL DEFAULT '';
      -- The record this one was merged into; it then lies in the trash.
      ALTER TABLE contact ADD COLUMN merged_into INTEGER REFERENCES contact (id) ON DELETE RESTRICT;
      CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL;
      -- What befell a group, a label, a household: a history names them as they were called then.
      CREATE INDEX journal_row_thing ON journal_row (table_name, row, id) WHERE contact IS NULL;

      ALTER TABLE address ADD COLUMN kind TEXT NOT NULL DEFAULT 'home'
        CHECK (kind IN ('home', 'work', 'second', 'parents', 'temporary', 'other'));
      ALTER TABLE address ADD COLUMN since TEXT NOT NULL DEFAULT '';
      ALTER TABLE address ADD COLUMN until TEXT NOT NULL DEFAULT '';
      -- Month and day, MM-DD: the part of each year when the address is lived at.
      ALTER TABLE address ADD COLUMN season_from TEXT NOT NULL DEFAULT '';
      ALTER TABLE address ADD COLUMN season_until TEXT NOT NULL DEFAULT '';
      -- Day when mail came back from there.
      ALTER TABLE address ADD COLUMN returned TEXT NOT NULL DEFAULT '';
      ALTER TABLE address ADD COLUMN household_id INTEGER REFERENCES household (id) ON DELETE RESTRICT;
      CREATE INDEX address_household ON address (household_id) WHERE household_id IS NOT NULL;

      ALTER TABLE extra ADD COLUMN occurrence INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX extra_name ON extra (name, contact_id);

      ALTER TABLE membership ADD COLUMN since TEXT NOT NULL DEFAULT '';
      ALTER TABLE membership ADD COLUMN until TEXT NOT NULL DEFAULT '';

      CREATE TABLE contact_group_wider (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        kind TEXT NOT NULL CHECK (kind IN ('house', 'section', 'branch', 'committee', 'class', 'body', 'other')),
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        parent_id INTEGER REFERENCES contact_group (id) ON DELETE RESTRICT,
        founded TEXT NOT NULL DEFAULT '',
        closed TEXT NOT NULL DEFAULT '',
        -- Changes among those who hold its mandates are declared to the authorities within three months.
        declared INTEGER NOT NULL DEFAULT 0 CHECK (declared IN (0, 1)),
        notes TEXT NOT NULL DEFAULT '',
        UNIQUE (kind, folded)
      ) STRICT;
      INSERT INTO contact_group_wider (id, kind, name, folded) SELECT id, kind, name, folded FROM contact_group;
      DROP TABLE contact_group;
      ALTER TABLE contact_group_wider RENAME TO contact_group;
      CREATE INDEX contact_group_parent ON contact_group (parent_id);

      CREATE TABLE honour (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        grade TEXT NOT NULL DEFAULT '',
        year TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX honour_contact ON honour (contact_id, position);

      CREATE TABLE alias (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL DEFAULT 'former',
        name TEXT NOT NULL DEFAULT '',
        printed INTEGER NOT NULL DEFAULT 1 CHECK (printed IN (0, 1))
      ) STRICT;
      CREATE INDEX alias_contact ON alias (contact_id, position);

      CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE contact_tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE RESTRICT
      ) STRICT;
      CREATE INDEX contact_tag_contact ON contact_tag (contact_id, position);
      CREATE INDEX contact_tag_tag ON contact_tag (tag_id, contact_id);

      CREATE TABLE stay (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        group_id INTEGER NOT NULL REFERENCES contact_group (id) ON DELETE RESTRICT,
        since TEXT NOT NULL DEFAULT '',
        until TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL DEFAULT '',
        programme TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX stay_contact ON stay (contact_id, position);
      CREATE INDEX stay_group ON stay (group_id, contact_id);

      CREATE TABLE mandate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        group_id INTEGER NOT NULL REFERENCES contact_group (id) ON DELETE RESTRICT,
        function TEXT NOT NULL DEFAULT '',
        since TEXT NOT NULL DEFAULT '',
        until TEXT NOT NULL DEFAULT '',
        election TEXT NOT NULL DEFAULT '',
        -- Days when the beginning and the end were declared to the authorities.
        declared TEXT NOT NULL DEFAULT '',
        end_declared TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX mandate_contact ON mandate (contact_id, position);
      CREATE INDEX mandate_group ON mandate (group_id, since);

      CREATE TABLE support (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        way TEXT NOT NULL DEFAULT 'offers' CHECK (way IN ('offers', 'asks')),
        subject TEXT NOT NULL DEFAULT 'other',
        field TEXT NOT NULL DEFAULT '',
        languages TEXT NOT NULL DEFAULT '',
        until TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX support_contact ON support (contact_id, position);

      -- The people through whom an organisation is reached.
      CREATE TABLE representative (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        person_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        rank TEXT NOT NULL DEFAULT 'contact' CHECK (rank IN ('delegate', 'substitute', 'contact')),
        role TEXT NOT NULL DEFAULT '',
        since TEXT NOT NULL DEFAULT '',
        until TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX representative_contact ON representative (contact_id, position);
      CREATE INDEX representative_person ON representative (person_id);

      CREATE TABLE household (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        -- Lines for the envelope and words of greeting as they must be; empty: composed from the people.
        addressee TEXT NOT NULL DEFAULT '',
        salutation TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT ''
      ) STRICT;
      -- Who belongs to it now; who belonged once is the journal's to tell. One household at a time, nobody at its head.
      CREATE TABLE household_member (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL UNIQUE REFERENCES contact (id) ON DELETE RESTRICT,
        household_id INTEGER NOT NULL REFERENCES household (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        role TEXT NOT NULL DEFAULT 'partner' CHECK (role IN ('partner', 'child', 'other'))
      ) STRICT;
      CREATE INDEX household_member_household ON household_member (household_id, position);

      -- Each answer of a person, dated, never overwritten: the latest of a field and medium counts.
      CREATE TABLE consent (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        medium TEXT NOT NULL CHECK (medium IN ('paper', 'pdf', 'web', 'register')),
        field TEXT NOT NULL,
        value TEXT NOT NULL CHECK (value IN ('yes', 'no')),
        basis TEXT NOT NULL DEFAULT 'consent',
        day TEXT NOT NULL,
        source TEXT NOT NULL DEFAULT '',
        proof TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX consent_contact ON consent (contact_id, medium, field, day);
      CREATE INDEX consent_objection ON consent (day, contact_id) WHERE value = 'no';
      -- What is published of those who said nothing; a field absent here is not.
      CREATE TABLE publication_default (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        medium TEXT NOT NULL CHECK (medium IN ('paper', 'pdf', 'web')),
        field TEXT NOT NULL,
        UNIQUE (medium, field)
      ) STRICT;

      CREATE TABLE photo (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL UNIQUE REFERENCES contact (id) ON DELETE RESTRICT,
        -- The file in documents/, by the SHA-256 of its bytes.
        sha256 TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL
      ) STRICT;

      -- What the association adds to its records. The values stay in extra, under the field's name.
      CREATE TABLE custom_field (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        position INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL CHECK (type IN ('text', 'number', 'day', 'choice', 'choices', 'yesNo', 'link', 'file')),
        applies TEXT NOT NULL DEFAULT 'both' CHECK (applies IN ('person', 'organisation', 'both')),
        -- Choices, one per line.
        choices TEXT NOT NULL DEFAULT '',
        -- Fields of one repeatable group are filled together, several times over.
        repeats_in TEXT NOT NULL DEFAULT ''
      ) STRICT;

      CREATE TABLE saved_list (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('live', 'fixed')),
        filter TEXT NOT NULL CHECK (json_valid(filter)),
        columns TEXT NOT NULL CHECK (json_valid(columns)),
        sort TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE TABLE saved_list_member (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        list_id INTEGER NOT NULL REFERENCES saved_list (id) ON DELETE RESTRICT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT
      ) STRICT;
      CREATE UNIQUE INDEX saved_list_member_of ON saved_list_member (list_id, contact_id);

      -- Who has an e-mail or a number already, asked while a new record is typed.
      CREATE INDEX email_address ON email (address COLLATE NOCASE);
      CREATE INDEX phone_number ON phone (number);

      -- Two records that were looked at and are two people.
      CREATE TABLE two_people (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        first_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        second_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        UNIQUE (first_id, second_id),
        CHECK (first_id < second_id)
      ) STRICT;

      -- A remark of the quality desk that was looked at and is right as it is; comes back when what it speaks of changes.
      CREATE TABLE accepted_remark (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        remark TEXT NOT NULL,
        said TEXT NOT NULL DEFAULT '',
        UNIQUE (contact_id, remark, said)
      ) STRICT;
    `)
    exec(`
      -- Words sought by what stands inside them, from three characters: each text in pieces of three.
      CREATE VIRTUAL TABLE contact_fragment USING fts5 (
        search_text,
        content = 'contact', content_rowid = 'id',
        tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0
      );
      INSERT INTO contact_fragment (rowid, search_text) SELECT id, search_text FROM contact;

      CREATE TRIGGER contact_fragment_insert AFTER INSERT ON contact
      WHEN NEW.id <= (SELECT held_from FROM search_hold WHERE id = 1)
      BEGIN
        INSERT INTO contact_fragment (rowid, search_text) VALUES (NEW.id, NEW.search_text);
      END;
      CREATE TRIGGER contact_fragment_delete AFTER DELETE ON contact
      WHEN OLD.id <= (SELECT held_from FROM search_hold WHERE id = 1)
      BEGIN
        INSERT INTO contact_fragment (contact_fragment, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
      END;
      CREATE TRIGGER contact_fragment_update AFTER UPDATE OF search_text ON contact
      WHEN OLD.search_text IS NOT NEW.search_text AND OLD.id <= (SELECT held_from FROM search_hold WHERE id = 1)
      BEGIN
        INSERT INTO contact_fragment (contact_fragment, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
        INSERT INTO contact_fragment (rowid, search_text) VALUES (NEW.id, NEW.search_text);
      END;
    `)
    const hand = { exec, all, run }
    for (const { id, said } of all("SELECT id, honours AS said FROM contact WHERE honours <> '' ORDER BY id")) {
      honours.put(hand, Number(id), String(said))
    }
    exec('ALTER TABLE contact DROP COLUMN honours')
    // Safe defaults: on paper and in the members' PDF the name, the class and the city; nothing on a website (rules-fr.md 4.1, 6).
    for (const medium of ['paper', 'pdf']) {
      for (const field of ['name', 'groups', 'city']) {
        run('INSERT INTO publication_default (medium, field) VALUES (?, ?)', medium, field)
      }
    }
  },
}
