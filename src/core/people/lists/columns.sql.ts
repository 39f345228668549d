/** What stands in each column of a list, as SQL over `contact c` and the day, `now.day`: what is shown, and what it is sorted by. */
import { addressOfDay } from '../address.sql.ts'
import { foldedName } from '../people.rules.ts'
import { customColumn, type ListColumn, type listColumns } from './columns.requests.ts'
import { duesStateOf, type Sql } from './criteria.sql.ts'

const first = (table: string, column: string): string =>
  `(SELECT ${column} FROM ${table} x WHERE x.contact_id = c.id ORDER BY x.position LIMIT 1)`

/** Of the address one is found at today; the query has it as `now.day`. */
const ofDay = (column: string): string =>
  `(SELECT ${column} FROM address WHERE id = ${addressOfDay('c.id', 'now.day')})`

/** Several, parted by commas, in their order. */
const all = (from: string, text: string): string =>
  `(SELECT group_concat(${text}, ', ' ORDER BY x.position) FROM ${from} WHERE x.contact_id = c.id)`

const groups = 'membership x JOIN contact_group g ON g.id = x.group_id'

const expressions: Readonly<Record<(typeof listColumns)[number], string>> = {
  name: 'c.display_name',
  kind: 'c.kind',
  status: 'c.status',
  memberNumber: 'c.member_number',
  category: '(SELECT name FROM member_category WHERE id = c.category_id)',
  groups: all(groups, 'g.name'),
  house: `(SELECT group_concat(g.name, ', ' ORDER BY x.position) FROM ${groups} WHERE x.contact_id = c.id AND g.kind = 'house')`,
  joined: 'c.joined',
  left: 'c.left_on',
  civility: 'c.civility',
  title: 'c.title',
  firstName: 'c.first_name',
  // No space after an apostrophe: `d’Aubigné`.
  lastName: `CASE c.kind WHEN 'person' THEN
    trim(c.particle || CASE WHEN substr(c.particle, -1) IN ('’', 'ʼ', '''') THEN '' ELSE ' ' END || c.last_name)
    ELSE c.organisation_name END`,
  birthName: 'c.birth_name',
  aliases: all('alias x', 'x.name'),
  originalName: 'c.original_name',
  honours: all('honour x', 'x.name'),
  born: 'c.born',
  birthPlace: 'c.birth_place',
  died: 'c.died',
  profession: 'c.profession',
  languages: 'c.languages',
  tags: all('contact_tag x JOIN tag t ON t.id = x.tag_id', 't.name'),
  stays: all(
    'stay x JOIN contact_group g ON g.id = x.group_id',
    "trim(g.name || ' ' || substr(x.since, 1, 4) || iif(x.until = '', '', '-' || substr(x.until, 1, 4)))",
  ),
  mandates: all(
    'mandate x JOIN contact_group g ON g.id = x.group_id',
    "trim(x.function || iif(x.function = '', '', ', ') || g.name)",
  ),
  email: first('email', 'address'),
  emails: all('email x', 'x.address'),
  phone: first('phone', 'number'),
  phones: all('phone x', 'x.number'),
  street: ofDay('street'),
  postcode: ofDay('postcode'),
  city: ofDay('city'),
  region: ofDay('region'),
  country: ofDay('country'),
  returned: '(SELECT max(returned) FROM address x WHERE x.contact_id = c.id)',
  household: `(SELECT group_concat(o.display_name, ' · ' ORDER BY y.position)
    FROM household_member x JOIN household_member y ON y.household_id = x.household_id AND y.id <> x.id
    JOIN contact o ON o.id = y.contact_id WHERE x.contact_id = c.id)`,
  supports: all('support x', "iif(x.way = 'offers', '+ ', '? ') || iif(x.field = '', x.subject, x.field)"),
  confirmed: 'c.confirmed',
  notes: "replace(substr(c.notes, 1, 200), char(10), ' ')",
  // Of the year the day is in.
  dues: duesStateOf("''", 'now.day', 'NULL'),
}

/** The text of a column; empty when the contact says nothing there. */
export function columnSql(column: ListColumn): Sql {
  if (column.startsWith(customColumn)) {
    return {
      sql: `coalesce((SELECT group_concat(x.value, ', ' ORDER BY x.occurrence, x.position) FROM extra x
            WHERE x.contact_id = c.id AND folded(x.name) = ?), '')`,
      values: [foldedName(column.slice(customColumn.length))],
    }
  }
  return { sql: `coalesce(${expressions[column as (typeof listColumns)[number]]}, '')`, values: [] }
}
