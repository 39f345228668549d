/**
 * Reads the members out of the whole base of Paheko (1.3), one `.sqlite` file: each with its category, its family and its
 * subscriptions. The columns bear the labels the association gave them, as in Paheko's own list.
 */
import { readFile } from 'node:fs/promises'
import { Refusal } from '../../kit/refusal.ts'
import {
  type ForeignDatabase,
  type ForeignValue,
  mayHaveLog,
  withForeignDatabase,
} from '../../register/foreign-database.ts'
import { knownHeader } from '../recognition.ts'
import { limits } from './limits.ts'
import type { StagedFile } from './reading.types.ts'

export type PahekoMembers = {
  /** The heading, then one row a member. */
  readonly rows: readonly string[][]
  /** What was last written may be missing: it stands in a file beside that was not brought. */
  readonly logMissing: boolean
}

/** Subscriptions that have columns of their own for each member; a row has 256 columns at most. */
const subscriptionsShown = 30
const subscriptionHeadings = [
  'Activité',
  'Tarif',
  'Début de l’activité',
  'Date d’expiration',
  'Montant à régler',
  'Payé ?',
] as const
/** What is no fact about somebody: secrets, files, and what Paheko computes. */
const leftAside: ReadonlySet<string> = new Set(['password', 'file', 'virtual', 'generated'])

type Field = {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly options: readonly string[]
}

/** Refuses `fileUnknownFormat` for a base that is not Paheko’s, and what `withForeignDatabase` refuses. */
export async function readPaheko(file: StagedFile): Promise<PahekoMembers> {
  const bytes = await readFile(file.path)
  const logMissing = mayHaveLog(bytes)
  return withForeignDatabase(bytes, file.name, (database) => ({ rows: membersIn(database, file.name), logMissing }))
}

function membersIn(database: ForeignDatabase, name: string): string[][] {
  const columns = database.columns('users')
  if (columns === undefined || database.columns('config_users_fields') === undefined)
    throw new Refusal('fileUnknownFormat', { name, found: 'sqlite' })
  const fields = fieldsOf(database).filter((field) => columns.includes(field.name))
  if (fields.length === 0) throw new Refusal('fileUnknownFormat', { name, found: 'sqlite' })
  const own = (['id', 'id_category', 'id_parent'] as const).filter((column) => columns.includes(column))
  const categories = named(database, 'users_categories', 'name')
  const subscriptions = subscriptionsOf(database)
  const nameField = fields.find((field) => field.name === 'nom') ?? fields[0]
  const people = [...database.rows('users', [...own, ...fields.map((field) => field.name)], limits.rows)].map((row) => {
    const value = (column: string) => row[own.indexOf(column as never)] ?? null
    return {
      id: text(value('id')),
      category: text(value('id_category')),
      parent: text(value('id_parent')),
      values: fields.map((field, at) => said(field, row[own.length + at] ?? null)),
    }
  })
  const names = new Map(people.map(({ id, values }) => [id, values[fields.indexOf(nameField as Field)] ?? '']))
  const most = Math.min(subscriptionsShown, Math.max(0, ...people.map(({ id }) => subscriptions.get(id)?.length ?? 0)))
  const headings = [
    ...fields.map((field) => headingOf(field)),
    'Catégorie',
    'Rattaché à',
    ...Array.from({ length: most }, (_, at) =>
      subscriptionHeadings.map((heading) => (at === 0 ? heading : `${heading} (${at + 1})`)),
    ).flat(),
    'Activités antérieures',
  ]
  return [
    headings,
    ...people.map(({ id, category, parent, values }) => {
      const all = subscriptions.get(id) ?? []
      const older = all.slice(0, Math.max(0, all.length - most))
      const shown = all.slice(older.length)
      const cells = Array.from({ length: most }, (_, at) => shown[at] ?? subscriptionHeadings.map(() => '')).flat()
      return [
        ...values,
        categories.get(category) ?? '',
        parent === '' ? '' : (names.get(parent) ?? ''),
        ...cells,
        older.map((one) => one.filter((cell) => cell !== '').join(', ')).join(' ; '),
      ]
    }),
  ]
}

/** The fields of a member, as the association named and ordered them. */
function fieldsOf(database: ForeignDatabase): readonly Field[] {
  const known = database.columns('config_users_fields') ?? []
  if (!['name', 'label', 'type', 'sort_order', 'options'].every((column) => known.includes(column))) return []
  return [...database.rows('config_users_fields', ['name', 'label', 'type', 'sort_order', 'options'], limits.columns)]
    .map(([name = null, label = null, type = null, order = null, options = null]) => ({
      field: { name: text(name), label: text(label), type: text(type), options: optionsIn(text(options)) },
      order: Number(order),
    }))
    .filter(({ field }) => !leftAside.has(field.type))
    .sort((one, other) => one.order - other.order)
    .map(({ field }) => field)
}

function optionsIn(written: string): readonly string[] {
  try {
    const options: unknown = JSON.parse(written)
    return Array.isArray(options) ? options.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** A label of the association's own is known by the key of its field, which never changes. */
const headingOf = ({ name, label }: Field): string =>
  label === '' || (!knownHeader(label) && knownHeader(name)) ? name : label

function said({ type, options }: Field, value: ForeignValue): string {
  if (type === 'checkbox') return value === null ? '' : Number(value) === 1 ? 'Oui' : 'Non'
  // Several answers are bits of one number, in the order of the choices.
  if (type === 'multiple' && options.length > 0 && value !== null)
    return options.filter((_, at) => at < 52 && Math.floor(Number(value) / 2 ** at) % 2 === 1).join('; ')
  return text(value)
}

const text = (value: ForeignValue): string =>
  value === null || Buffer.isBuffer(value) ? '' : String(value).slice(0, limits.cellCharacters)

function named(database: ForeignDatabase, table: string, column: string): ReadonlyMap<string, string> {
  const known = database.columns(table)
  if (known === undefined || !known.includes('id') || !known.includes(column)) return new Map()
  return new Map(
    [...database.rows(table, ['id', column], limits.rows)].map(([id = null, name = null]) => [text(id), text(name)]),
  )
}

/** The subscriptions of each member, the oldest first, as the cells of `subscriptionHeadings`. */
function subscriptionsOf(database: ForeignDatabase): ReadonlyMap<string, readonly (readonly string[])[]> {
  const wanted = ['id_user', 'id_service', 'id_fee', 'date', 'expiry_date', 'expected_amount', 'paid']
  const known = database.columns('services_users')
  if (known === undefined || !wanted.every((column) => known.includes(column))) return new Map()
  const services = named(database, 'services', 'label')
  const fees = named(database, 'services_fees', 'label')
  const found = new Map<string, { readonly day: string; readonly cells: readonly string[] }[]>()
  for (const row of database.rows('services_users', wanted, limits.rows)) {
    const [user = '', service = '', fee = '', day = '', until = '', amount = '', paid = ''] = row.map(text)
    const cells = [
      services.get(service) ?? '',
      fees.get(fee) ?? '',
      day,
      until,
      /^\d{1,15}$/.test(amount) ? `${Math.floor(Number(amount) / 100)},${amount.padStart(2, '0').slice(-2)}` : amount,
      paid === '1' ? 'Oui' : 'Non',
    ]
    const one = { day, cells }
    const all = found.get(user)
    if (all === undefined) found.set(user, [one])
    else all.push(one)
  }
  return new Map(
    [...found].map(([user, all]) => [
      user,
      all.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).map(({ cells }) => cells),
    ]),
  )
}
