/** The rows of receipts: who gives them, what opens the right to one, those that were given. */
import type { LineKind, PaymentMode } from '../dues/dues.rules.ts'
import { asCents } from '../kit/money.ts'
import { foldedName } from '../people/people.rules.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import type { ReceiptFacts } from './receipts.job.ts'
import type { Fund, Issuer, Receipt, ReceiptChain } from './receipts.requests.ts'
import { type Eligibility, type ReceiptForm, receiptNumber } from './receipts.rules.ts'

/** A line of a payment as receipts see it. */
export type PaidLine = {
  readonly payment: number
  readonly line: number
  readonly donor: number
  readonly contact: number | null
  readonly contactName: string
  readonly kind: LineKind
  readonly label: string
  readonly yearName: string
  readonly cents: number
  readonly mode: PaymentMode
  readonly receivedOn: string
  readonly creditedOn: string
  /** Whether a tax receipt, or a plain one, that stands is for it. */
  readonly taxed: number
  readonly attested: number
}

const issuerColumns = {
  ...{ name: 'name', number: 'number', street: 'street', postcode: 'postcode', city: 'city', country: 'country' },
  ...{ purpose: 'purpose', nature: 'nature', decreeOn: 'decree_on', gazetteOn: 'gazette_on' },
  ...{ signatory: 'signatory', quality: 'quality' },
} as const satisfies Record<keyof Issuer, string>
const issuerFields = Object.keys(issuerColumns) as (keyof Issuer)[]

type Row = Omit<Receipt, 'number' | 'takenBack'> & {
  readonly year: number
  readonly sequence: number
  readonly takenBack: number
}
const numbered = ({ year, sequence, takenBack, ...row }: Row): Receipt => ({
  ...row,
  takenBack: takenBack === 1 && row.cancelledOn === '',
  number: receiptNumber(row.form, year, sequence),
})
const columns = `r.id, r.form, r.year, r.number AS sequence, r.contact_id AS contact, r.facts ->> '$.donor.name' AS name,
  r.issued_on AS issuedOn, r.cents, r.cancelled_on AS cancelledOn, r.cancel_reason AS cancelReason,
  EXISTS (SELECT 1 FROM receipt_part q JOIN payment_line l ON l.id = q.payment_line_id
    JOIN payment z ON z.reversal_of = l.payment_id WHERE q.receipt_id = r.id) AS takenBack`

export type ReceiptsStore = ReturnType<typeof receiptsStore>

export function receiptsStore(register: Register) {
  const issuer = register.prepare(
    `SELECT ${issuerFields.map((field) => `${issuerColumns[field]} AS ${field}`).join(', ')} FROM receipt_issuer WHERE id = 1`,
  )
  const written = register.prepare(
    `INSERT INTO receipt_issuer (id, ${issuerFields.map((field) => issuerColumns[field]).join(', ')})
     VALUES (1, ${issuerFields.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${issuerFields.map((field) => `${issuerColumns[field]} = excluded.${issuerColumns[field]}`).join(', ')}`,
  )
  const funds = register.prepare(
    `SELECT kind, label, eligible, ruling_on AS rulingOn, ruling_reference AS rulingReference, folded FROM receipt_fund`,
  )
  const fundWritten = register.prepare(
    `INSERT INTO receipt_fund (kind, label, folded, eligible, ruling_on, ruling_reference) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, folded) DO UPDATE SET label = excluded.label, eligible = excluded.eligible,
       ruling_on = excluded.ruling_on, ruling_reference = excluded.ruling_reference`,
  )
  const labels = register
    .prepare("SELECT DISTINCT label FROM payment_line WHERE kind = 'gift' ORDER BY label LIMIT 200")
    .pluck()
  const greatest = register.prepare('SELECT coalesce(max(id), 0) FROM payment').pluck()
  // The year of taxes follows the day that counts; one not credited yet is looked at under the day it came.
  const paid = register.prepare(
    `SELECT p.id AS payment, l.id AS line, coalesce(p.payer_id, l.contact_id) AS donor, l.contact_id AS contact,
       coalesce(c.display_name, '') AS contactName, l.kind, l.label, coalesce(y.name, '') AS yearName, l.cents, p.mode,
       p.received_on AS receivedOn, p.credited_on AS creditedOn,
       EXISTS (SELECT 1 FROM receipt_part q JOIN receipt r ON r.id = q.receipt_id
         WHERE q.payment_line_id = l.id AND r.cancelled_on = '' AND r.form <> 'plain') AS taxed,
       EXISTS (SELECT 1 FROM receipt_part q JOIN receipt r ON r.id = q.receipt_id
         WHERE q.payment_line_id = l.id AND r.cancelled_on = '' AND r.form = 'plain') AS attested
     FROM payment p JOIN payment_line l ON l.payment_id = p.id LEFT JOIN contact c ON c.id = l.contact_id
       LEFT JOIN due_year y ON y.id = l.year_id
     WHERE p.id > ? AND p.id <= ? AND l.kind <> 'unassigned' AND l.cents > 0 AND p.reversal_of IS NULL
       AND NOT EXISTS (SELECT 1 FROM payment z WHERE z.reversal_of = p.id)
       AND (substr(p.received_on, 1, 4) = ? OR substr(p.credited_on, 1, 4) = ?)
     ORDER BY p.received_on, p.id, l.position`,
  )
  const next = register.prepare('SELECT coalesce(max(number), 0) + 1 FROM receipt WHERE form = ? AND year = ?').pluck()
  const made = register.prepare(
    'INSERT INTO receipt (form, year, number, contact_id, issued_on, cents, facts, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const part = register.prepare(
    'INSERT INTO receipt_part (receipt_id, payment_line_id, cents, fiscal_on) VALUES (?, ?, ?, ?)',
  )
  const one = register.prepare(`SELECT ${columns}, r.sha256, r.facts FROM receipt r WHERE r.id = ?`)
  const page = register.prepare(
    `SELECT ${columns} FROM receipt r WHERE ? = 0 OR r.year = ? ORDER BY r.year DESC, r.form, r.number DESC LIMIT ? OFFSET ?`,
  )
  const counted = register.prepare('SELECT count(*) FROM receipt r WHERE ? = 0 OR r.year = ?').pluck()
  const ofContact = register.prepare(
    `SELECT ${columns}, r.facts FROM receipt r WHERE r.contact_id = ? ORDER BY r.issued_on DESC, r.id DESC LIMIT 200`,
  )
  const banked = register.prepare(
    `SELECT p.reference, p.credited_on AS creditedOn, coalesce(d.number || CASE d.credited_on WHEN '' THEN '' ELSE
       ' (' || d.credited_on || ')' END, '') AS deposit
     FROM payment p LEFT JOIN deposit d ON d.id = p.deposit_id WHERE p.id = ?`,
  )
  const cancelled = register.prepare('UPDATE receipt SET cancelled_on = ?, cancel_reason = ? WHERE id = ?')
  const declared = register.prepare(
    `SELECT ${columns} FROM receipt r WHERE r.form <> 'plain' AND r.facts ->> '$.year' = ? ORDER BY r.form, r.year, r.number`,
  )

  return {
    issuer: (): Issuer => {
      const { name, country } = readAssociation(register)
      const blank = { number: '', street: '', postcode: '', city: '', purpose: '', decreeOn: '', gazetteOn: '' }
      return (
        (issuer.get() as Issuer | undefined) ?? {
          ...{ name, country: country as Issuer['country'], ...blank, nature: 'generalInterest' },
          ...{ signatory: '', quality: '' },
        }
      )
    },
    writeIssuer: (input: Issuer): void => void written.run(...issuerFields.map((field) => input[field])),
    /** Dues, gifts for nothing in particular, and each fund that payments or settings name. */
    funds: (): readonly Fund[] => {
      const known = new Map(
        (funds.all() as (Fund & { folded: string })[]).map(({ folded, ...fund }) => [`${fund.kind} ${folded}`, fund]),
      )
      const blank = (kind: Fund['kind'], label: string): Fund => ({
        ...{ kind, label, eligible: 'no' as Eligibility, rulingOn: '', rulingReference: '' },
      })
      const named = [
        blank('due', ''),
        blank('gift', ''),
        ...(labels.all() as string[]).map((label) => blank('gift', label)),
      ]
      for (const fund of named) {
        const key = `${fund.kind} ${foldedName(fund.label)}`
        if (!known.has(key)) known.set(key, fund)
      }
      return [...known.values()].toSorted(
        (one, other) => one.kind.localeCompare(other.kind) || one.label.localeCompare(other.label, 'fr'),
      )
    },
    writeFund: ({ kind, label, eligible, rulingOn, rulingReference }: Fund): void =>
      void fundWritten.run(kind, label, foldedName(label), eligible, rulingOn, rulingReference),
    lastPayment: (): number => Number(greatest.get()),
    /** Lines of payments that came in or were credited in a civil year, reversals left out. */
    paid: (after: number, to: number, year: string): readonly PaidLine[] =>
      paid.all(after, to, year, year) as PaidLine[],
    next: (form: ReceiptForm, year: number): number => Number(next.get(form, year)),
    insert: (facts: ReceiptFacts, year: number, number: number, contact: number, sha256: string): number => {
      const { form, issuedOn, cents } = facts
      const id = Number(
        made.run(form, year, number, contact, issuedOn, cents, JSON.stringify(facts), sha256).lastInsertRowid,
      )
      for (const { line, cents: amount, fiscalOn } of facts.parts) part.run(id, line, amount, fiscalOn)
      return id
    },
    read: (id: number): (Receipt & { readonly sha256: string; readonly facts: ReceiptFacts }) | undefined => {
      const row = one.get(id) as (Row & { sha256: string; facts: string }) | undefined
      if (row === undefined) return undefined
      const { sha256, facts, ...rest } = row
      return { ...numbered(rest), sha256, facts: JSON.parse(facts) as ReceiptFacts }
    },
    page: (year: number | undefined, offset: number, limit: number) => ({
      total: Number(counted.get(year ?? 0, year ?? 0)),
      receipts: (page.all(year ?? 0, year ?? 0, limit, offset) as Row[]).map(numbered),
    }),
    ofContact: (contact: number): readonly ReceiptChain[] =>
      (ofContact.all(contact) as (Row & { facts: string })[]).map(({ facts, ...row }) => ({
        ...numbered(row),
        parts: (JSON.parse(facts) as ReceiptFacts).parts.map((one) => ({
          ...one,
          cents: asCents(one.cents),
          ...((banked.get(one.payment) as { reference: string; creditedOn: string; deposit: string } | undefined) ?? {
            ...{ reference: '', creditedOn: '', deposit: '' },
          }),
        })),
      })),
    cancel: (id: number, day: string, reason: string): void => void cancelled.run(day, reason, id),
    declared: (year: number): readonly Receipt[] => (declared.all(year) as Row[]).map(numbered),
  }
}
