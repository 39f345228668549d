/** The people's tables for typed queries; their truth is register/migrations, and a test compares the two. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ContactStatus, GroupKind } from './people.requests.ts'

const id = () => integer('id').primaryKey({ autoIncrement: true })
const line = (name: string) => text(name).notNull().default('')

const memberCategory = sqliteTable('member_category', {
  id: id(),
  name: text('name').notNull(),
  folded: text('folded').notNull(),
})

const contactGroup = sqliteTable('contact_group', {
  id: id(),
  kind: text('kind').$type<GroupKind>().notNull(),
  name: text('name').notNull(),
  folded: text('folded').notNull(),
})

export const contact = sqliteTable('contact', {
  id: id(),
  revision: integer('revision').notNull().default(1),
  kind: text('kind').$type<'person' | 'organisation'>().notNull(),
  trashed: integer('trashed', { mode: 'boolean' }).notNull().default(false),
  civility: line('civility'),
  title: line('title'),
  firstName: line('first_name'),
  otherNames: line('other_names'),
  particle: line('particle'),
  lastName: line('last_name'),
  birthName: line('birth_name'),
  studiedName: line('studied_name'),
  nobility: line('nobility'),
  honours: line('honours'),
  suffix: line('suffix'),
  organisationName: line('organisation_name'),
  acronym: line('acronym'),
  originalName: line('original_name'),
  sortOverride: line('sort_override'),
  sortKey: line('sort_key'),
  displayName: line('display_name'),
  memberNumber: line('member_number'),
  status: text('status').$type<ContactStatus>().notNull().default('member'),
  categoryId: integer('category_id').references(() => memberCategory.id, { onDelete: 'restrict' }),
  joined: line('joined'),
  profession: line('profession'),
  notes: line('notes'),
  searchText: line('search_text'),
})

/** The columns every child of a contact has. */
const child = {
  id: id(),
  contactId: integer('contact_id')
    .notNull()
    .references(() => contact.id, { onDelete: 'restrict' }),
  position: integer('position').notNull(),
}

export const email = sqliteTable('email', { ...child, label: line('label'), address: line('address') })
export const phone = sqliteTable('phone', { ...child, label: line('label'), number: line('number') })
export const address = sqliteTable('address', {
  ...child,
  label: line('label'),
  complement: line('complement'),
  street: line('street'),
  locality: line('locality'),
  postcode: line('postcode'),
  city: line('city'),
  region: line('region'),
  country: line('country'),
  override: line('override'),
})
export const extra = sqliteTable('extra', { ...child, name: line('name'), value: line('value') })
export const membership = sqliteTable('membership', {
  ...child,
  groupId: integer('group_id')
    .notNull()
    .references(() => contactGroup.id, { onDelete: 'restrict' }),
})
