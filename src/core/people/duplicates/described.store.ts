/** Reads what of the records is compared, many at a time, without the rest of their sheets. */
import type { Register } from '../../register/register.ts'
import type { Described } from './duplicates.rules.ts'

type Row = Omit<Described, 'aliases' | 'emails' | 'phones' | 'places'> &
  Readonly<Record<'aliases' | 'emails' | 'phones' | 'places', string | null>>

/** Parts lines and the cells of a line: neither stands in a cleaned text. */
const line = '\n'
const cell = '\t'

const columns = `c.id, c.kind, c.civility, c.first_name AS firstName, c.other_names AS otherNames, c.particle,
  c.last_name AS lastName, c.birth_name AS birthName, c.studied_name AS studiedName, c.suffix,
  c.organisation_name AS name, c.acronym, c.original_name AS originalName, c.member_number AS memberNumber, c.status,
  c.born, c.died, c.joined,
  (SELECT group_concat(name, char(10)) FROM alias WHERE contact_id = c.id) AS aliases,
  (SELECT group_concat(address, char(10)) FROM email WHERE contact_id = c.id) AS emails,
  (SELECT group_concat(number, char(10)) FROM phone WHERE contact_id = c.id) AS phones,
  (SELECT group_concat(street || char(9) || postcode || char(9) || city, char(10)) FROM address
   WHERE contact_id = c.id) AS places`

const linesOf = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split(line))

const describedOf = ({ aliases, emails, phones, places, ...row }: Row): Described => ({
  ...row,
  aliases: linesOf(aliases),
  emails: linesOf(emails),
  phones: linesOf(phones),
  places: linesOf(places).map((text) => {
    const [street = '', postcode = '', city = ''] = text.split(cell)
    return { street, postcode, city }
  }),
})

export type DescribedStore = {
  /** Those out of the trash among the numbers given. */
  readonly some: (ids: readonly number[]) => readonly Described[]
  /** The next ones after a number, out of the trash, by number. */
  readonly after: (id: number, limit: number) => readonly Described[]
}

export function describedStore(register: Register): DescribedStore {
  const some = register.prepare(
    `SELECT ${columns} FROM contact c WHERE c.id IN (SELECT value FROM json_each(?)) AND c.trashed = 0`,
  )
  const after = register.prepare(
    `SELECT ${columns} FROM contact c WHERE c.id > ? AND c.trashed = 0 ORDER BY c.id LIMIT ?`,
  )
  return {
    some: (ids) => (some.all(JSON.stringify(ids)) as Row[]).map(describedOf),
    after: (id, limit) => (after.all(id, limit) as Row[]).map(describedOf),
  }
}
