/** The journal's rows about one record, gathered by act and said field by field. */
import type { PlainKey } from '../i18n/words.tsx'

export type JournalRow = {
  readonly act: number
  readonly at: string
  readonly name: string
  readonly by: string
  readonly table: string
  readonly old: Readonly<Record<string, unknown>> | null
  readonly new: Readonly<Record<string, unknown>> | null
}

type FieldChange = { readonly field: PlainKey; readonly old: string; readonly new: string }
type RecordAct = {
  readonly act: number
  readonly at: string
  readonly name: string
  readonly by: string
  readonly changes: readonly FieldChange[]
}

/** Columns of the record itself that a reader knows; the others (keys, folded text) are the register's business. */
const contactColumns: Readonly<Record<string, PlainKey>> = {
  civility: 'field.civility',
  title: 'field.title',
  first_name: 'field.firstName',
  other_names: 'field.otherNames',
  particle: 'field.particle',
  last_name: 'field.lastName',
  birth_name: 'field.birthName',
  studied_name: 'field.studiedName',
  nobility: 'field.nobility',
  honours: 'field.honours',
  suffix: 'field.suffix',
  organisation_name: 'field.organisationName',
  acronym: 'field.acronym',
  original_name: 'field.originalName',
  sort_override: 'field.sortOverride',
  member_number: 'field.memberNumber',
  status: 'field.status',
  joined: 'field.joined',
  profession: 'field.profession',
  notes: 'field.notes',
  trashed: 'field.trashed',
}

/** What hangs on a record, and the columns worth reading of it. */
const hangingTables: Readonly<Record<string, { readonly field: PlainKey; readonly columns: readonly string[] }>> = {
  email: { field: 'field.email', columns: ['address'] },
  phone: { field: 'field.phone', columns: ['number'] },
  address: {
    field: 'field.address',
    columns: ['complement', 'street', 'locality', 'postcode', 'city', 'region', 'country', 'override'],
  },
  extra: { field: 'field.extra', columns: ['name', 'value'] },
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function changesOf(row: JournalRow): readonly FieldChange[] {
  const hanging = hangingTables[row.table]
  if (hanging) {
    const said = (facts: JournalRow['old']) =>
      hanging.columns
        .map((column) => textOf(facts?.[column]))
        .filter((text) => text !== '')
        .join(' ')
    return [{ field: hanging.field, old: said(row.old), new: said(row.new) }]
  }
  if (row.table !== 'contact' || row.old === null || row.new === null) return []
  const { old, new: now } = row
  return Object.entries(contactColumns).flatMap(([column, field]) =>
    column in now && textOf(old[column]) !== textOf(now[column])
      ? [{ field, old: textOf(old[column]), new: textOf(now[column]) }]
      : [],
  )
}

/** Rows in, latest first; acts out, latest first, without what went out and came back the same. */
export function recordActs(rows: readonly JournalRow[]): readonly RecordAct[] {
  const acts = new Map<number, { act: number; at: string; name: string; by: string; changes: FieldChange[] }>()
  // An act that made the record would name every field; that it was made says enough.
  const making = new Set(rows.filter((row) => row.table === 'contact' && row.old === null).map((row) => row.act))
  for (const row of rows) {
    const { act, at, name, by } = row
    const known = acts.get(act) ?? { act, at, name, by, changes: [] }
    acts.set(act, known)
    if (!making.has(act)) known.changes.push(...changesOf(row))
  }
  return [...acts.values()].map((act) => ({ ...act, changes: paired(act.changes) }))
}

/** A removed and an added row of the same kind are one change; equal ones are none. */
function paired(changes: readonly FieldChange[]): readonly FieldChange[] {
  const left = changes.filter((change) => change.old !== change.new)
  const out: FieldChange[] = []
  for (const change of left) {
    const twin = out.findIndex(
      (other) =>
        other.field === change.field &&
        ((other.old === '' && change.new === '') || (other.new === '' && change.old === '')),
    )
    const other = out[twin]
    if (!other) out.push(change)
    else out[twin] = { field: change.field, old: other.old || change.old, new: other.new || change.new }
  }
  return out.filter((change) => change.old !== change.new)
}
