/** Criteria as SQL over `contact c`: our own words, and the values somebody wrote as parameters. */
import { fold, fuse } from '../../kit/text.ts'
import { foldedName } from '../people.rules.ts'
import type { Condition, Criteria, choiceFields, dayFields, presences, textFields } from './criteria.requests.ts'
import { duesJoins, duesState } from './dues-state.sql.ts'

type Value = string | number | null
export type Sql = { readonly sql: string; readonly values: readonly Value[] }

export type CustomType = 'text' | 'number' | 'day' | 'choice' | 'choices' | 'yesNo' | 'link' | 'file'

/** What the answer depends on besides the contacts. */
export type Ground = {
  readonly today: string
  readonly typeOf: (customField: string) => CustomType
}

const part = (sql: string, ...values: readonly Value[]): Sql => ({ sql, values })

function joined(parts: readonly Sql[], word: 'AND' | 'OR', empty: string): Sql {
  if (parts.length === 0) return part(empty)
  return { sql: `(${parts.map(({ sql }) => sql).join(` ${word} `)})`, values: parts.flatMap(({ values }) => values) }
}

/** Where a text stands: a column of the contact, or one of a table that hangs on it, `x`. */
type Place = { readonly column: string } | { readonly table: string; readonly column: string }

const hanging = (table: string, column: string): Place => ({ table, column: `x.${column}` })

const textPlaces: Readonly<Record<(typeof textFields)[number], Place>> = {
  name: { column: 'c.display_name' },
  civility: { column: 'c.civility' },
  title: { column: 'c.title' },
  firstName: { column: 'c.first_name' },
  otherNames: { column: 'c.other_names' },
  particle: { column: 'c.particle' },
  lastName: { column: 'c.last_name' },
  birthName: { column: 'c.birth_name' },
  studiedName: { column: 'c.studied_name' },
  nobility: { column: 'c.nobility' },
  suffix: { column: 'c.suffix' },
  pronoun: { column: 'c.pronoun' },
  birthPlace: { column: 'c.birth_place' },
  organisation: { column: 'c.organisation_name' },
  acronym: { column: 'c.acronym' },
  originalName: { column: 'c.original_name' },
  sortOverride: { column: 'c.sort_override' },
  memberNumber: { column: 'c.member_number' },
  profession: { column: 'c.profession' },
  notes: { column: 'c.notes' },
  email: hanging('email', 'address'),
  phone: hanging('phone', 'number'),
  alias: hanging('alias', 'name'),
  honour: hanging('honour', 'name'),
  complement: hanging('address', 'complement'),
  street: hanging('address', 'street'),
  locality: hanging('address', 'locality'),
  postcode: hanging('address', 'postcode'),
  city: hanging('address', 'city'),
  region: hanging('address', 'region'),
  room: hanging('stay', 'room'),
  programme: hanging('stay', 'programme'),
  function: hanging('mandate', 'function'),
  election: hanging('mandate', 'election'),
  supportField: hanging('support', 'field'),
  supportNotes: hanging('support', 'notes'),
  role: hanging('representative', 'role'),
}

/** A condition on the text at a place: on any of them where there are several. */
const at = (place: Place, condition: Sql): Sql =>
  'table' in place
    ? part(
        `EXISTS (SELECT 1 FROM ${place.table} x WHERE x.contact_id = c.id AND ${condition.sql})`,
        ...condition.values,
      )
    : condition

/** The form in which texts are compared, as `foldedName` has it; the register lends it to SQL as `folded`. */
const same = (column: string): string => `folded(${column})`

function textCondition(column: string, op: 'is' | 'contains' | 'begins', value: string): Sql {
  const sought = foldedName(value)
  // Nothing sought is found nowhere: an empty text would stand in every other.
  if (sought === '') return part('0')
  switch (op) {
    case 'is':
      return part(`${same(column)} = ?`, sought)
    case 'contains':
      return part(`instr(${same(column)}, ?) > 0`, sought)
    case 'begins':
      return part(`substr(${same(column)}, 1, ?) = ?`, [...sought].length, sought)
  }
}

/** A number is kept as `+33612345678`: what is sought loses its spaces, and the zeros by which one dials. */
function phoneCondition(column: string, op: 'is' | 'contains' | 'begins', value: string): Sql {
  const digits = fuse(value).replace(/^00?/, '')
  if (digits === '') return part('0')
  const kept = `replace(${column}, '+', '')`
  if (op === 'contains') return part(`instr(${kept}, ?) > 0`, digits)
  // From its beginning, or after a country's one to three figures.
  const from =
    op === 'begins'
      ? part(`substr(${kept}, at.value, ?) = ?`, digits.length, digits)
      : part(`substr(${kept}, at.value) = ?`, digits)
  return part(`EXISTS (SELECT 1 FROM json_each('[1,2,3,4]') at WHERE ${from.sql})`, ...from.values)
}

const known = (column: string): Sql => part(`${column} <> ''`)

function textField(field: (typeof textFields)[number], op: string, value: string): Sql {
  const place = textPlaces[field]
  if (op === 'known') return at(place, known(place.column))
  if (op === 'unknown') return negated(at(place, known(place.column)))
  const compare = field === 'phone' ? phoneCondition : textCondition
  return at(place, compare(place.column, op as 'is' | 'contains' | 'begins', value))
}

const negated = ({ sql, values }: Sql): Sql => ({ sql: `NOT ${sql}`, values })

/** Days known in part compare over what both of them say (`isBefore` in day.rules.ts). */
const before = (column: string, day: string): Sql =>
  part(`(${column} <> '' AND substr(${column}, 1, ?) < substr(?, 1, length(${column})))`, day.length, day)
const after = (column: string, day: string): Sql =>
  part(`(${column} <> '' AND substr(${column}, 1, ?) > substr(?, 1, length(${column})))`, day.length, day)
const within = (column: string, day: string): Sql => part(`substr(${column}, 1, ?) = ?`, day.length, day)

/** From a day to another, each included when given; for certain. */
function between(column: string, from: string, to: string): Sql {
  const sides = [
    ...(from === '' ? [] : [joined([within(column, from), after(column, from)], 'OR', '0')]),
    ...(to === '' ? [] : [joined([within(column, to), before(column, to)], 'OR', '0')]),
  ]
  return joined([known(column), ...sides], 'AND', '1')
}

function dayCondition(column: string, op: string, value: string, until: string): Sql {
  switch (op) {
    case 'known':
      return known(column)
    case 'between':
      return between(column, value, until)
    case 'before':
      return value === '' ? part('0') : before(column, value)
    case 'after':
      return value === '' ? part('0') : after(column, value)
    default:
      return value === '' ? part('0') : within(column, value)
  }
}

const dayPlaces: Readonly<Record<(typeof dayFields)[number], Place>> = {
  born: { column: 'c.born' },
  died: { column: 'c.died' },
  joined: { column: 'c.joined' },
  left: { column: 'c.left_on' },
  confirmed: { column: 'c.confirmed' },
  returned: hanging('address', 'returned'),
}

function dayField(field: (typeof dayFields)[number], op: string, value: string, until: string): Sql {
  const place = dayPlaces[field]
  if (op === 'unknown') return negated(at(place, known(place.column)))
  return at(place, dayCondition(place.column, op, value, until))
}

/** Any of several values, in the column's own spelling. */
const among = (column: string, values: readonly string[]): Sql =>
  part(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values))

/** Whether any of the languages kept in a column, parted by spaces, is among these. */
const speaks = (column: string, values: readonly string[]): Sql =>
  joined(
    values.map((language) => part(`instr(' ' || ${column} || ' ', ?) > 0`, ` ${language} `)),
    'OR',
    '0',
  )

function choiceField(field: (typeof choiceFields)[number], values: readonly string[]): Sql {
  const names = values.map(foldedName)
  const of = (table: string, condition: Sql): Sql => at({ table, column: '' }, condition)
  switch (field) {
    case 'kind':
      return among('c.kind', values)
    case 'status':
      return among('c.status', values)
    case 'category':
      return part(
        'coalesce(c.category_id, 0) IN (SELECT id FROM member_category WHERE folded IN (SELECT value FROM json_each(?)))',
        JSON.stringify(names),
      )
    case 'tag':
      return of(
        'contact_tag',
        part(
          'x.tag_id IN (SELECT id FROM tag WHERE folded IN (SELECT value FROM json_each(?)))',
          JSON.stringify(names),
        ),
      )
    case 'country':
      return of('address', among('x.country', values))
    case 'language':
      return speaks('c.languages', values)
    case 'addressKind':
      return of('address', among('x.kind', values))
    case 'aliasKind':
      return of('alias', among('x.kind', values))
    case 'supportWay':
      return of('support', among('x.way', values))
    case 'supportSubject':
      return of('support', among('x.subject', values))
    case 'householdRole':
      return of('household_member', among('x.role', values))
  }
}

const presentTables: Readonly<Record<(typeof presences)[number], string>> = {
  email: 'email',
  phone: 'phone',
  address: 'address',
  photo: 'photo',
  household: 'household_member',
  group: 'membership',
  stay: 'stay',
  mandate: 'mandate',
  support: 'support',
  tag: 'contact_tag',
  honour: 'honour',
  alias: 'alias',
  custom: 'extra',
  representative: 'representative',
  consent: 'consent',
}

/** A day some years before another. */
const yearsBefore = (day: string, years: number): string =>
  `${String(Math.max(0, Number(day.slice(0, 4)) - years)).padStart(4, '0')}${day.slice(4)}`

function ageCondition({ op, value, until }: Extract<Condition, { field: 'age' }>, today: string): Sql {
  const atLeast = (years: number): Sql => negated(after('c.born', yearsBefore(today, years)))
  // One birthday more than that is not reached.
  const atMost = (years: number): Sql => after('c.born', yearsBefore(today, years + 1))
  const asked =
    op === 'atLeast'
      ? [atLeast(value)]
      : op === 'atMost'
        ? [atMost(value)]
        : [atLeast(value), atMost(op === 'is' ? value : until)]
  return joined([known('c.born'), part("c.status <> 'deceased'"), ...asked], 'AND', '1')
}

/** Whether a period `x.since`-`x.until` holds a day or meets a year; an end that is not said is open. */
const during = (day: string): readonly Sql[] =>
  day === '' ? [] : [negated(after('x.since', day)), negated(before('x.until', day))]

const groupsNamed = (kinds: readonly string[], name: string): Sql =>
  joined(
    [
      ...(kinds.length === 0 ? [] : [among('kind', kinds)]),
      ...(name === '' ? [] : [part('folded = ?', foldedName(name))]),
    ],
    'AND',
    '1',
  )

/** The groups of a kind and a name, with those under them when asked. */
function groupIds(kinds: readonly string[], name: string, below: boolean): Sql {
  const named = groupsNamed(kinds, name)
  if (!below) return part(`(SELECT id FROM contact_group WHERE ${named.sql})`, ...named.values)
  return part(
    `(WITH RECURSIVE down (id) AS (
        SELECT id FROM contact_group WHERE ${named.sql}
        UNION SELECT g.id FROM contact_group g JOIN down ON g.parent_id = down.id
      ) SELECT id FROM down)`,
    ...named.values,
  )
}

function belonging(table: string, groups: Sql, conditions: readonly Sql[]): Sql {
  const asked = joined([part(`x.group_id IN ${groups.sql}`, ...groups.values), ...conditions], 'AND', '1')
  return at({ table, column: '' }, asked)
}

function consentCondition({ medium, about, value }: Extract<Condition, { field: 'consent' }>): Sql {
  const said = 'FROM consent x WHERE x.contact_id = c.id AND x.medium = ? AND x.field = ?'
  return value === 'unsaid'
    ? part(`NOT EXISTS (SELECT 1 ${said})`, medium, about)
    : part(`coalesce((SELECT x.value ${said} ORDER BY x.day DESC, x.id DESC LIMIT 1), '') = ?`, medium, about, value)
}

/** The year itself, or the one a day is in: the latest to begin. */
const yearOfDay =
  '(SELECT id FROM due_year WHERE starts <= asked.now AND asked.now <= ends ORDER BY starts DESC, id DESC LIMIT 1)'

/** The state of `contact c` for a year (null: that of the day), as a text; null when there is no such year. Each of them SQL. */
export const duesStateOf = (day: string, now: string, year: string): string =>
  `(SELECT ${duesState} FROM (SELECT ${day} AS day, ${now} AS now) asked
    JOIN due_year y ON y.id = coalesce(${year}, ${yearOfDay}) ${duesJoins})`

function duesCondition({ year, states, day }: Extract<Condition, { field: 'dues' }>, today: string): Sql {
  const state = `coalesce(${duesStateOf('?', '?', '?')}, '')`
  const values = [day, day === '' ? today : day, year]
  return states.length === 0
    ? part(`${state} <> ''`, ...values)
    : part(`${state} IN (SELECT value FROM json_each(?))`, ...values, JSON.stringify(states))
}

/** A number as people write it: a comma, spaces between thousands. */
export const numberWritten = (text: string): number => Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))

const asNumber =
  "CAST(replace(replace(replace(replace(x.value, ' ', ''), char(160), ''), char(8239), ''), ',', '.') AS REAL)"

function customCondition(asked: Extract<Condition, { field: 'custom' }>, type: CustomType): Sql {
  const { name, op, value, until } = asked
  const among = (condition: Sql): Sql =>
    part(
      `EXISTS (SELECT 1 FROM extra x WHERE x.contact_id = c.id AND folded(x.name) = ? AND ${condition.sql})`,
      foldedName(name),
      ...condition.values,
    )
  if (op === 'known') return among(known('x.value'))
  if (op === 'unknown') return negated(among(known('x.value')))
  if (type === 'number') return among(numberCondition(op, numberWritten(value), numberWritten(until)))
  if (type === 'day') return among(dayCondition('x.value', op === 'is' ? 'on' : dayWord(op), value, until))
  return among(textCondition('x.value', op === 'is' || op === 'begins' ? op : 'contains', value))
}

const dayWord = (op: string): string => (op === 'atLeast' || op === 'atMost' ? 'between' : op)

function numberCondition(op: string, value: number, until: number): Sql {
  if (Number.isNaN(value)) return part('0')
  const numeric = part("x.value GLOB '*[0-9]*'")
  switch (op) {
    case 'atLeast':
    case 'after':
      return joined([numeric, part(`${asNumber} >= ?`, value)], 'AND', '1')
    case 'atMost':
    case 'before':
      return joined([numeric, part(`${asNumber} <= ?`, value)], 'AND', '1')
    case 'between':
      return joined([numeric, part(`${asNumber} BETWEEN ? AND ?`, value, until)], 'AND', '1')
    default:
      return joined([numeric, part(`${asNumber} = ?`, value)], 'AND', '1')
  }
}

/** Every word typed stands somewhere in what is known of the contact. */
const anything = (value: string): Sql =>
  joined(
    fold(value)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => part('instr(c.search_text, ?) > 0', word)),
    'AND',
    '0',
  )

const isText = (condition: Condition): condition is Extract<Condition, { field: (typeof textFields)[number] }> =>
  Object.hasOwn(textPlaces, condition.field)
const isDay = (condition: Condition): condition is Extract<Condition, { field: (typeof dayFields)[number] }> =>
  Object.hasOwn(dayPlaces, condition.field)

function conditionSql(condition: Condition, ground: Ground): Sql {
  if (isText(condition)) return textField(condition.field, condition.op, condition.value)
  if (isDay(condition)) return dayField(condition.field, condition.op, condition.value, condition.until)
  if ('values' in condition) return choiceField(condition.field, condition.values)
  switch (condition.field) {
    case 'anything':
      return anything(condition.value)
    case 'age':
      return ageCondition(condition, ground.today)
    case 'has':
      return at({ table: presentTables[condition.what], column: '' }, part('1'))
    case 'group': {
      const { kind, name, day, below } = condition
      return belonging('membership', groupIds(kind === '' ? [] : [kind], name, below), during(day))
    }
    case 'stay': {
      const dated = condition.day === '' ? [] : [part("(x.since <> '' OR x.until <> '')")]
      return belonging('stay', groupIds(['house'], condition.house, true), [...dated, ...during(condition.day)])
    }
    case 'mandate': {
      const held = condition.function === '' ? [] : [textCondition('x.function', 'is', condition.function)]
      return belonging('mandate', groupIds([], condition.body, false), [...held, ...during(condition.day)])
    }
    case 'consent':
      return consentCondition(condition)
    case 'custom':
      return customCondition(condition, ground.typeOf(condition.name))
    case 'dues':
      return duesCondition(condition, ground.today)
    case 'list':
      return part('c.id IN (SELECT contact_id FROM saved_list_member WHERE list_id = ?)', condition.id)
  }
}

/** Criteria as one SQL condition. */
export function criteriaSql(criteria: Criteria, ground: Ground): Sql {
  const each = (inside: readonly Criteria[]): readonly Sql[] => inside.map((one) => criteriaSql(one, ground))
  if ('all' in criteria) return joined(each(criteria.all), 'AND', '1')
  if ('any' in criteria) return joined(each(criteria.any), 'OR', '0')
  if ('not' in criteria) return negated(criteriaSql(criteria.not, ground))
  return conditionSql(criteria, ground)
}
