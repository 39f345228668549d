/** Reads the lines of a statement that came as a table: which column says what, and what each row is. Pure: on the reader's thread. */
import { asCents, type Cents, centsWritten } from '../kit/money.ts'
import { cleanLine, fold } from '../kit/text.ts'

/** Credits of one file: more than a year of a large association. */
export const mostLines = 10_000

/** A credit as the file says it. */
export type FoundLine = {
  readonly line: number
  readonly day: string
  readonly cents: Cents
  readonly label: string
  /** The end of its number, as it is shown. */
  readonly account: string
  /** The whole of it, which tells apart two that end alike; it is kept nowhere. Empty: the file does not say. */
  readonly accountKey: string
  /** The number the bank gave it (FITID). */
  readonly bankId: string
  readonly reference: string
  readonly payer: string
  readonly beneficiary: string
  readonly email: string
}

export type StatementFile = {
  readonly kind: 'table' | 'helloAsso' | 'ofx'
  readonly mode: 'transfer' | 'helloAsso'
  readonly lines: readonly FoundLine[]
  /** Rows that took money out. */
  readonly debits: number
  /** Payments that were not made in the end: refused, refunded, waiting. */
  readonly others: number
  /** Rows of which the day or the amount cannot be read. */
  readonly unread: readonly { readonly line: number; readonly reason: 'day' | 'amount' }[]
  /** What no column says, of a table that cannot be read at all. */
  readonly missing: readonly ('day' | 'amount' | 'label')[]
}

/** Whether the calendar has a whole day. */
export function isDayThere(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

/** `31/01/2026 14:05`, `31-01-26`, `2026-01-31`, `20260131`: the day; undefined when it is none. */
export function dayOf(text: string): string | undefined {
  const figures = text.trim().split(/[\sT]/)[0] ?? ''
  const [, year = '', month = '', date = ''] = /^(\d{4})[/.-]?(\d{2})[/.-]?(\d{2})$/.exec(figures) ?? []
  if (year !== '') return isDayThere(`${year}-${month}-${date}`) ? `${year}-${month}-${date}` : undefined
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(figures) ?? []
  const day = `${y.length === 2 ? '20' : ''}${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return d !== '' && isDayThere(day) ? day : undefined
}

/** An amount with its sign before, after, or as brackets; undefined when it is none. */
export function signedCents(text: string): Cents | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim()
  const negative = /^-|-$|^\(.*\)$/.test(plain)
  const cents = centsWritten(plain.replace(/^[+-]\s*|\s*[+-]$|^\(|\)$/g, ''))
  return cents === undefined ? undefined : ((negative ? -cents : cents) as Cents)
}

type Role =
  | ('day' | 'label' | 'debit' | 'credit' | 'amount' | 'reference' | 'status' | 'discount' | 'email' | 'company')
  | ('payerLast' | 'payerFirst' | 'memberLast' | 'memberFirst' | 'sign')

/** What each heading says, folded; the first that fits a column is taken, in this order. */
const headings: readonly (readonly [Role, RegExp])[] = [
  ['status', /^statut( de la commande)?$/],
  ['payerLast', /^nom (du )?payeur$/],
  ['payerFirst', /^prenom (du )?payeur$/],
  ['memberLast', /^nom (de l )?(adherent|participant|acheteur)$/],
  ['memberFirst', /^prenom (de l )?(adherent|participant|acheteur)$/],
  ['email', /^(e ?mail|courriel|adresse e ?mail)( (du )?payeur)?$/],
  ['company', /^raison sociale$/],
  ['discount', /^montant (du )?code promo$/],
  [
    'reference',
    /^(reference( commande| de l operation)?|ref( .*)?|numero( d operation)?|n piece|n de cheque|reference operation)$/,
  ],
  [
    'day',
    /^(date|date (de )?(l )?operation|date (de )?comptab\w*|date comptable|date (de la|de) commande|date (du |de )?paiement|jour|booking date|transaction date)$/,
  ],
  ['debit', /^(debit|debits|montant debit|debit euros?|retrait|sorties?|paid out|withdrawals?)$/],
  ['credit', /^(credit|credits|montant credit|credit euros?|versement|entrees?|paid in|deposits?)$/],
  ['sign', /^sens$/],
  [
    'amount',
    /^(montant|montant( en)? euros?|montant( de l)? operation|montant tarif|montant (du )?tarif|montant total|montant \w{3}|valeur|amount)$/,
  ],
  [
    'label',
    /^(libelle.*|label|description|designation|nature( de l operation)?|detail.*|intitule|operation|motif|communication|tarif|billet|memo|payee|informations? complementaires?|type operation)$/,
  ],
]

/** Headings whose amounts carry a unit: `Débit (EUR)`. */
const heading = (text: string): string =>
  fold(text.replace(/\((eur|euros?|€)\)/gi, ' ').replace(/€/g, ' '))
    .replace(/\b(eur|euros)$/, '')
    .trim()

const roleOf = (text: string): Role | undefined => headings.find(([, words]) => words.test(heading(text)))?.[0]

/** Whether a heading is one of a statement. */
export const statementHeading = (text: string): boolean => text.length <= 60 && roleOf(text) !== undefined

type Columns = Readonly<Partial<Record<Role, readonly number[]>>>

/** Which columns say what: by their headings, else by what the first rows hold. */
function columnsOf(headers: readonly string[], rows: readonly (readonly string[])[]): Columns {
  const found: Partial<Record<Role, number[]>> = {}
  for (const [at, text] of headers.entries()) {
    const role = roleOf(text)
    if (role !== undefined) found[role] = [...(found[role] ?? []), at]
  }
  const taken = new Set(Object.values(found).flat())
  const share = (column: number, holds: (cell: string) => boolean): number => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length
  }
  const free = headers.map((_, at) => at).filter((at) => !taken.has(at))
  found.day ??= free.filter((at) => share(at, (cell) => dayOf(cell) !== undefined) > 0.8).slice(0, 1)
  if (found.amount === undefined && found.credit === undefined) {
    const holdsAmount = (cell: string) => dayOf(cell) === undefined && signedCents(cell) !== undefined
    const sums = free.filter((at) => !found.day?.includes(at) && share(at, holdsAmount) > 0.8)
    // Without a heading, what is never negative may be a balance: the first one is the amount.
    found.amount = sums.slice(0, 1)
  }
  if (found.label === undefined) {
    const words = free.filter((at) => !found.day?.includes(at) && share(at, (cell) => /\p{L}{3}/u.test(cell)) > 0.5)
    found.label = words.slice(0, 3)
  }
  return found
}

/** An account as it is shown: the end of its number. */
export const accountShown = (number: string): string => number.replace(/.*(?=.{4})/, '…')

/** The account that the lines above the headings of a statement name; empty when they name none. */
export function accountAbove(beginning: string): string {
  for (const line of beginning.split(/\r?\n/, 20)) {
    if (line.split(/[;,\t]/).filter((cell) => statementHeading(cell.replaceAll('"', ''))).length > 1) return ''
    const [, number = ''] =
      /(?:compte|account|iban)[^0-9]{0,25}?\b([A-Z]{2}\d{2}(?: ?[0-9A-Z]){10,30}|\d(?: ?\d){6,25})\b/i.exec(line) ?? []
    if (number !== '') return number.replaceAll(' ', '').toUpperCase()
  }
  return ''
}

/** Reads the rows of a statement. `rows` have their line and cells; the headings are those the reader found. */
export function readTableStatement(
  headers: readonly string[],
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  account = '',
): StatementFile {
  const columns = columnsOf(
    headers,
    rows.slice(0, 60).map(({ cells }) => cells),
  )
  const helloAsso = columns.status !== undefined && columns.amount !== undefined
  const mode = helloAsso ? ('helloAsso' as const) : ('transfer' as const)
  const missing = [
    ...((columns.day?.length ?? 0) === 0 ? (['day'] as const) : []),
    ...((columns.amount?.length ?? 0) + (columns.credit?.length ?? 0) === 0 ? (['amount'] as const) : []),
    ...((columns.label?.length ?? 0) === 0 && !helloAsso ? (['label'] as const) : []),
  ]
  const empty = { kind: helloAsso ? ('helloAsso' as const) : ('table' as const), mode, missing }
  if (missing.length > 0) return { ...empty, lines: [], debits: 0, others: 0, unread: [] }
  const lines: FoundLine[] = []
  const unread: { line: number; reason: 'day' | 'amount' }[] = []
  let [debits, others] = [0, 0]
  for (const { line, cells } of rows) {
    const cell = (role: Role): string => cells[columns[role]?.[0] ?? -1]?.trim() ?? ''
    const joined = (...roles: Role[]): string =>
      cleanLine(
        roles
          .flatMap((role) => (columns[role] ?? []).map((at) => cells[at]?.trim() ?? ''))
          .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
          .join(' '),
      )
    const amounts = [cell('amount'), cell('credit'), cell('debit')]
    const written = cell('day')
    // Titles, balances and empty rows have no day.
    if (!/^\d{1,4}[/.-]?\d{1,2}[/.-]?\d{2,4}/.test(written)) {
      if (
        written === '' &&
        amounts.some((text) => text !== '') &&
        joined('label') !== '' &&
        !/sold|total/i.test(joined('label'))
      )
        unread.push({ line, reason: 'day' })
      continue
    }
    if (amounts.every((text) => text === '')) continue
    if (
      columns.status !== undefined &&
      !/^(valide|paye|regle|traite|autorise|processed|authorized|effectue)/.test(fold(cell('status')))
    ) {
      others++
      continue
    }
    const cents = amountOf(cell('amount'), cell('credit'), cell('debit'), cell('sign'), cell('discount'))
    if (cents === undefined) {
      unread.push({ line, reason: 'amount' })
      continue
    }
    if (cents <= 0) {
      debits++
      continue
    }
    const day = dayOf(written)
    if (day === undefined) {
      unread.push({ line, reason: 'day' })
      continue
    }
    const company = joined('company')
    lines.push({
      ...{
        line,
        day,
        cents: asCents(cents),
        label: joined('label').slice(0, 300),
        account: helloAsso ? 'HelloAsso' : accountShown(account),
        accountKey: helloAsso ? '' : account,
        bankId: '',
      },
      ...{ reference: cell('reference').slice(0, 80), email: cell('email').slice(0, 200) },
      payer: (company === '' ? joined('payerFirst', 'payerLast') : company).slice(0, 120),
      beneficiary: joined('memberFirst', 'memberLast').slice(0, 120),
    })
    if (lines.length > mostLines) break
  }
  return { ...empty, lines, debits, others, unread }
}

/** What came in: negative when it went out; undefined when a figure cannot be read. */
function amountOf(amount: string, credit: string, debit: string, sign: string, discount: string): number | undefined {
  if (amount !== '') {
    const cents = signedCents(amount)
    const less = discount === '' ? 0 : signedCents(discount)
    if (cents === undefined || less === undefined) return undefined
    return /^(d|debit)$/.test(fold(sign)) ? -Math.abs(cents) : cents - Math.abs(less)
  }
  const came = credit === '' ? 0 : signedCents(credit)
  const went = debit === '' ? 0 : signedCents(debit)
  return came === undefined || went === undefined ? undefined : Math.abs(came) - Math.abs(went)
}
