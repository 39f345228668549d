import type { Migration } from './migration.ts'

/**
 * Persons and organisations, what hangs on them, and the index that seeks in all of it.
 *
 * `sort_key` orders the lists by its bytes; `contact_list` covers a list's order and its filters, so that any window of
 * it is found without touching the rows. `search_text` is folded by us (kit/text.ts): the tokenizer only cuts at spaces.
 * The triggers of the index are plain SQL, work under trusted_schema=OFF, and therefore follow an undo too.
 */
export const migration: Migration = {
  number: 2,
  name: 'people',
  derived: ['search_hold', 'contact.sort_key', 'contact.display_name', 'contact.search_text'],
  shared: ['member_category', 'contact_group'],
  up: ({ exec }) =>
    exec(`
      CREATE TABLE member_category (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE contact_group (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('house', 'section', 'branch', 'committee', 'class')),
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        UNIQUE (kind, folded)
      ) STRICT;

      CREATE TABLE contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL DEFAULT 1,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
        trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
        civility TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        first_name TEXT NOT NULL DEFAULT '',
        other_names TEXT NOT NULL DEFAULT '',
        particle TEXT NOT NULL DEFAULT '',
        last_name TEXT NOT NULL DEFAULT '',
        birth_name TEXT NOT NULL DEFAULT '',
        studied_name TEXT NOT NULL DEFAULT '',
        nobility TEXT NOT NULL DEFAULT '',
        honours TEXT NOT NULL DEFAULT '',
        suffix TEXT NOT NULL DEFAULT '',
        organisation_name TEXT NOT NULL DEFAULT '',
        acronym TEXT NOT NULL DEFAULT '',
        original_name TEXT NOT NULL DEFAULT '',
        sort_override TEXT NOT NULL DEFAULT '',
        sort_key TEXT NOT NULL DEFAULT '',
        display_name TEXT NOT NULL DEFAULT '',
        member_number TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT 'member'
          CHECK (status IN ('member', 'resigned', 'struckOff', 'deceased', 'lost', 'friend', 'contact')),
        category_id INTEGER REFERENCES member_category (id) ON DELETE RESTRICT,
        joined TEXT NOT NULL DEFAULT '',
        profession TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '',
        search_text TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX contact_list ON contact (trashed, sort_key, id, kind, status, category_id);
      CREATE INDEX contact_member_number ON contact (member_number) WHERE member_number <> '';

      CREATE TABLE email (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX email_contact ON email (contact_id, position);

      CREATE TABLE phone (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        number TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX phone_contact ON phone (contact_id, position);

      CREATE TABLE address (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        complement TEXT NOT NULL DEFAULT '',
        street TEXT NOT NULL DEFAULT '',
        locality TEXT NOT NULL DEFAULT '',
        postcode TEXT NOT NULL DEFAULT '',
        city TEXT NOT NULL DEFAULT '',
        region TEXT NOT NULL DEFAULT '',
        country TEXT NOT NULL DEFAULT '',
        override TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX address_contact ON address (contact_id, position);

      CREATE TABLE extra (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        value TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX extra_contact ON extra (contact_id, position);

      CREATE TABLE membership (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        group_id INTEGER NOT NULL REFERENCES contact_group (id) ON DELETE RESTRICT
      ) STRICT;
      CREATE INDEX membership_contact ON membership (contact_id, position);
      CREATE INDEX membership_group ON membership (group_id, contact_id);

      CREATE VIRTUAL TABLE contact_search USING fts5 (
        search_text,
        content = 'contact', content_rowid = 'id',
        tokenize = 'ascii', prefix = '1 2 3', detail = none, columnsize = 0
      );
      -- While a list comes in, contacts beyond held_from are indexed together at its end (PeopleStore.inBulk).
      CREATE TABLE search_hold (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        held_from INTEGER NOT NULL
      ) STRICT;
      INSERT INTO search_hold (id, held_from) VALUES (1, 9223372036854775807);

      CREATE TRIGGER contact_search_insert AFTER INSERT ON contact
      WHEN NEW.id <= (SELECT held_from FROM search_hold WHERE id = 1)
      BEGIN
        INSERT INTO contact_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
      END;
      CREATE TRIGGER contact_search_delete AFTER DELETE ON contact
      WHEN OLD.id <= (SELECT held_from FROM search_hold WHERE id = 1)
      BEGIN
        INSERT INTO contact_search (contact_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
      END;
      CREATE TRIGGER contact_search_update AFTER UPDATE OF search_text ON contact
      WHEN OLD.search_text IS NOT NEW.search_text AND OLD.id <= (SELECT held_from FROM search_hold WHERE id = 1)
      BEGIN
        INSERT INTO contact_search (contact_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
        INSERT INTO contact_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
      END;
    `),
}
