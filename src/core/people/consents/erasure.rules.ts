/** What erasing a person takes away, and what stays: the law keeps books, and the association what it was (rules-fr.md 4.2). */
import type { ContactInput } from '../people.requests.ts'

export const erasedKinds = ['emails', 'phones', 'addresses', 'notes', 'birth', 'extras', 'photo', 'others'] as const
export type ErasedKind = (typeof erasedKinds)[number]

/**
 * `kept`: the name stays, with groups, stays, mandates and days of membership, as the association's memory. `erased`: nothing
 * stays, and the record is gone.
 */
export const nameFates = ['kept', 'erased'] as const
export type NameFate = (typeof nameFates)[number]

/** Tables of money and its papers: what they say of a contact keeps its own clock. */
export const bookTables: readonly string[] = ['due', 'payment', 'payment_line', 'receipt']
/** Years that papers are kept: duplicates of tax receipts, and what accounts rest on (Service-public F32081). */
export const keptYears = { receipts: 6, payments: 10 } as const

/** Tables of a contact that stay when its name does. */
export const memoryTables: readonly string[] = ['membership', 'stay', 'mandate', 'consent', 'mailing_letter']
/** Tables whose rows go, and whose words the journal forgets. Each links to a contact by `contact_id`, but where said. */
export const erasedTables: readonly string[] = [
  ...['email', 'phone', 'address', 'extra', 'honour', 'alias', 'contact_tag', 'support', 'representative', 'photo'],
  ...['household_member', 'saved_list_member', 'accepted_remark', 'two_people', 'letter_channel', 'statement_label'],
]

/** A sheet of which the name and what the association remembers are left. The dead keep their birth, for the memorial pages. */
export function forgotten(contact: ContactInput): ContactInput {
  const bare = {
    ...contact,
    ...{ emails: [], phones: [], addresses: [], extras: [], honours: [], aliases: [], tags: [], supports: [] },
    ...{ profession: '', notes: '', confirmed: '', languages: [] },
  }
  if (bare.kind === 'organisation') return { ...bare, representatives: [] }
  return bare.status === 'deceased' ? { ...bare, pronoun: '' } : { ...bare, pronoun: '', born: '', birthPlace: '' }
}
