/** What is being keyed in from a sheet of paper: the texts of its rows, and its boxes. */
import {
  type PublicationMedium,
  type PublishedField,
  publicationMedia,
} from '../../../core/people/consents/consents.rules.ts'
import type { VerificationForm } from '../../../core/people/forms/forms.rules.ts'
import {
  blankAddress,
  type Contact,
  type ContactInput,
  type PersonInput,
} from '../../../core/people/people.requests.ts'
import { formatPhone, isMobile } from '../../../core/people/phone.rules.ts'

export type Boxes = Readonly<Record<string, boolean>>
export const boxOf = (field: PublishedField, medium: PublicationMedium): string => `${field} ${medium}`

export type AnswerDraft = {
  readonly sheet: PersonInput
  /** The place in the sheet of the address that stands on the paper; the one after the last where none does. */
  readonly address: number
  readonly boxes: Boxes
  readonly keep: boolean
  /** Which of the phones stand on the row of mobiles, by their place. */
  readonly mobiles: readonly boolean[]
}

/** A line to write on after those that are there. */
const withBlank = <T>(lines: readonly T[], blank: T): T[] => [...lines, blank]

/** The record as the sheet of paper shows it; undefined for an organisation, which gets none. */
export function draftOf(form: VerificationForm, contact: Contact): AnswerDraft | undefined {
  if (contact.kind !== 'person') return undefined
  const { id: _id, revision: _revision, sortKey: _key, displayName: _name, trashed: _trashed, ...sheet } = contact
  const { address = sheet.addresses.length } = form
  return {
    address,
    sheet: {
      ...sheet,
      addresses: address < sheet.addresses.length ? sheet.addresses : withBlank(sheet.addresses, blankAddress),
      // With its prefix, a number is read the same wherever the person lives.
      phones: [
        ...sheet.phones.map(({ label, number }) => ({ label, number: formatPhone(number, '').replace(/\s/g, ' ') })),
        { label: '', number: '' },
        { label: '', number: '' },
      ],
      emails: withBlank(sheet.emails, { label: '', address: '' }),
    },
    boxes: Object.fromEntries(
      form.rows.flatMap(({ field, published }) =>
        publicationMedia.map((medium) => [boxOf(field, medium), published[medium]]),
      ),
    ),
    keep: form.keep === true,
    // A line to write on in each row.
    mobiles: [...sheet.phones.map(({ number }) => isMobile(number)), false, true],
  }
}

/** Whether anything was written on the paper. */
export const isUnchanged = (one: AnswerDraft, other: AnswerDraft): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type Answer = {
  readonly medium: PublicationMedium | 'register'
  readonly field: PublishedField | 'keep'
  readonly value: 'yes' | 'no'
}

/** What goes to the office: the sheet when a text changed, and an answer for each box that did. */
export function answerOf(
  before: AnswerDraft,
  after: AnswerDraft,
): { readonly sheet?: ContactInput; readonly answers: Answer[] } {
  const answers = Object.keys(after.boxes).flatMap((box): Answer[] => {
    if (after.boxes[box] === before.boxes[box]) return []
    const [field, medium] = box.split(' ') as [PublishedField, PublicationMedium]
    return [{ medium, field, value: after.boxes[box] ? 'yes' : 'no' }]
  })
  if (after.keep !== before.keep) answers.push({ medium: 'register', field: 'keep', value: after.keep ? 'yes' : 'no' })
  const same = JSON.stringify(before.sheet) === JSON.stringify(after.sheet)
  return { ...(same ? {} : { sheet: after.sheet }), answers }
}
