/** The households that our own JSON says, from the register. */
import type { Register } from '../../register/register.ts'
import type { JsonHousehold } from './own-json.ts'

/** The households with several among these contacts, and those of its people who are: one alone is none. */
export function householdsOf(register: Register, ids: readonly number[]): readonly JsonHousehold[] {
  const rows = register
    .prepare(
      `SELECT household.id AS ref, addressee, salutation, notes, member.contact_id AS contact, member.role
       FROM household JOIN household_member AS member ON member.household_id = household.id
       WHERE member.contact_id IN (SELECT value FROM json_each(?)) ORDER BY household.id, member.position`,
    )
    .all(JSON.stringify(ids)) as readonly (Omit<JsonHousehold, 'members'> & JsonHousehold['members'][number])[]
  const households = new Map<number, JsonHousehold>()
  for (const { contact, role, ...household } of rows) {
    const known = households.get(household.ref)
    if (known === undefined) households.set(household.ref, { ...household, members: [{ contact, role }] })
    else known.members.push({ contact, role })
  }
  return [...households.values()].filter(({ members }) => members.length > 1)
}
