/**
 * What lists say of dues: which year a heading is about and what its cells are, and what the cells of one year come to
 * together. Ours and those people keep by hand are read the same way.
 */
import { type Cents, centsWritten } from '../kit/money.ts'
import { cleanLine, fold } from '../kit/text.ts'
import { dayWritten } from '../people/day.rules.ts'
import type { DuesState } from '../people/lists/dues-state.rules.ts'
import type { DueSaid, PaymentMode } from './dues.rules.ts'
import { dueRead, yearOfHeading } from './dues-reading.rules.ts'

/** What a list tells of one due of one contact. */
export type DueTold = {
  /** The year by its name; or a day that stands in it. */
  readonly year?: string
  readonly on?: string
  readonly said: DueSaid
  readonly owed?: number
  /** What was paid for it, in cents, and when it came in or when it was so. */
  readonly paid?: number
  readonly day?: string
  readonly mode?: PaymentMode
  readonly reference?: string
  /** Who paid, when it is somebody else: in words. */
  readonly payer?: string
  /** As it was written. */
  readonly written: string
}

/** What the cells under a heading are. `said`: an amount, a day or a word, as `dueRead` takes it. */
export type DuesPart = 'said' | 'state' | 'owed' | 'day' | 'mode'

/** The columns of one year in a list of ours; `of`: as it is named. */
export const duesHeadings = {
  fr: {
    state: (year: string) => `Cotisation ${year} (état)`,
    owed: (year: string) => `Cotisation ${year} (montant dû)`,
    paid: (year: string) => `Cotisation ${year} (payé)`,
    day: (year: string) => `Cotisation ${year} (payé le)`,
  },
  en: {
    state: (year: string) => `Dues ${year} (state)`,
    owed: (year: string) => `Dues ${year} (owed)`,
    paid: (year: string) => `Dues ${year} (paid)`,
    day: (year: string) => `Dues ${year} (paid on)`,
  },
} as const

const parts: readonly (readonly [DuesPart, RegExp])[] = [
  ['state', /\b(etat|statut|situation|state|status)\b/],
  ['day', /\b(date|le|jour|on|day)\b/],
  ['mode', /\b(mode|moyen|method|by)\b/],
  ['owed', /\b(du|due|owed|asked|appele|appelee|a payer|a regler|to pay)\b/],
]

/** The year and the part a heading is about; undefined when it names no dues of a year. */
export function duesHeading(heading: string): { readonly year: string; readonly part: DuesPart } | undefined {
  const ours = /^(?:Cotisation|Dues) (.{1,60}) \((état|montant dû|payé|payé le|state|owed|paid|paid on)\)$/.exec(
    heading,
  )
  if (ours !== null) {
    const [, year = '', part = ''] = ours
    return { year, part: ownParts[part] ?? 'said' }
  }
  const year = yearOfHeading(heading)
  if (year === undefined) return undefined
  return { year, part: parts.find(([, words]) => words.test(fold(heading)))?.[0] ?? 'said' }
}

const ownParts: Readonly<Record<string, DuesPart>> = {
  ...{ état: 'state', 'montant dû': 'owed', payé: 'said', 'payé le': 'day' },
  ...{ state: 'state', owed: 'owed', paid: 'said', 'paid on': 'day' },
}

/** States as a list says them. `waived` is told apart from what was never due: it comes back as what it was. */
export type ListedState = DuesState | 'waived'
export const duesStateWords = {
  fr: {
    upToDate: 'à jour',
    partly: 'payée en partie',
    owes: 'à payer',
    late: 'en retard',
    exempt: 'exonérée',
    waived: 'remise',
    life: 'payée à vie',
    stopped: 'arrêtée',
    gap: 'interruption',
    notAsked: 'pas demandée',
  },
  en: {
    upToDate: 'up to date',
    partly: 'partly paid',
    owes: 'to pay',
    late: 'late',
    exempt: 'exempt',
    waived: 'waived',
    life: 'paid for life',
    stopped: 'stopped',
    gap: 'gap',
    notAsked: 'not asked',
  },
} as const satisfies Readonly<Record<'fr' | 'en', Readonly<Record<ListedState, string>>>>

const stateOfWord: ReadonlyMap<string, ListedState> = new Map(
  (['fr', 'en'] as const).flatMap((language) =>
    Object.entries(duesStateWords[language]).map(([state, word]) => [fold(word), state as ListedState] as const),
  ),
)

/** What is told of a due by its state alone; the others follow from amounts, or say nothing. */
const saidByState: Partial<Record<ListedState, DueSaid>> = {
  ...{ exempt: 'exempt', waived: 'waived', stopped: 'stopped', upToDate: 'settled', life: 'settled' },
  ...{ owes: 'owed', late: 'owed', partly: 'owed' },
}

const modes: readonly (readonly [PaymentMode, RegExp])[] = [
  ['cheque', /\b(cheque|chq|check)\b/],
  ['cash', /\b(especes?|liquide|cash|caisse)\b/],
  ['transfer', /\b(virement|vir|transfer|bank transfer)\b/],
  ['directDebit', /\b(prelevement|sepa|direct debit)\b/],
  ['helloAsso', /\bhello ?asso\b/],
  ['card', /\b(cartes?|cb|card)\b/],
]
/** How it was paid, in whatever words. */
export const modeWritten = (text: string): PaymentMode =>
  modes.find(([, words]) => words.test(fold(text)))?.[0] ?? 'other'

export type DuesCell = { readonly part: DuesPart; readonly text: string }

/** What the cells of one year say together; undefined when they say nothing that is understood. */
export function dueTold(year: string, cells: readonly DuesCell[]): DueTold | undefined {
  const of = (part: DuesPart) => cleanLine(cells.find((cell) => cell.part === part)?.text ?? '')
  const state = stateOfWord.get(fold(of('state')))
  const said = of('said')
  const read = said === '' ? undefined : dueRead(said)
  if (said !== '' && read === undefined) return undefined
  const owed = of('owed') === '' ? undefined : centsWritten(of('owed'))
  const whole = dayWritten(of('day'))
  const day = whole?.length === 10 ? whole : read?.day
  const paid = read?.paid
  const figures = owed !== undefined || paid !== undefined
  // Who is up to date because of what was paid owes that, and paid it.
  const byState = state === undefined ? undefined : saidByState[state]
  const stated = figures && byState === 'settled' ? 'owed' : byState
  const told = stated ?? read?.said ?? (owed === undefined ? undefined : 'owed')
  if (told === undefined) return undefined
  const mode = of('mode')
  return {
    year,
    said: told,
    ...(owed === undefined ? {} : { owed }),
    ...(paid === undefined ? {} : { paid }),
    ...(day === undefined ? {} : { day }),
    ...(mode === '' ? {} : { mode: modeWritten(mode) }),
    written: cells
      .map(({ text }) => text)
      .join(' ; ')
      .slice(0, 500),
  }
}

/** The cells of a subscription, as a program writes them one a line. */
export type Subscription = {
  readonly amount: string
  /** Taken off the amount. */
  readonly less: string
  /** When it was paid; a day of the year that is paid for: the former when there is no other. */
  readonly day: string
  readonly begins: string
  /** Until when it holds. */
  readonly until: string
  /** Whether it was paid, in words; empty when only what was paid is listed. */
  readonly isPaid: string
  readonly mode: string
  readonly reference: string
  readonly payer: string
}

const donePayment = /^(valide|validee|paye|payee|processed|authorized|confirme|confirmee|oui|o|1|x|yes|true)$/
const openPayment = /^(non|n|0|no|false|a payer|en attente)$/

/** What a subscription says; `dayOf` reads a day as the list writes it. Undefined when nothing that is understood. */
export function subscriptionTold(
  { amount, less, day, begins, until, isPaid, mode, reference, payer }: Subscription,
  dayOf: (text: string) => string | undefined,
): DueTold | undefined {
  const wholeDay = (text: string) => {
    // The hour beside a day is nothing to dues.
    const read = dayOf(text.replace(/[ T]\d{1,2}[:h]\d{2}.*$/, ''))
    return read?.length === 10 ? read : undefined
  }
  const on = wholeDay(begins) ?? wholeDay(day) ?? wholeDay(until)
  if (on === undefined) return undefined
  const cents = amount === '' ? undefined : centsWritten(amount)
  if (amount !== '' && cents === undefined) return undefined
  const off = less === '' ? 0 : centsWritten(less.replace(/^-/, ''))
  if (off === undefined || off > (cents ?? 0)) return undefined
  const net = cents === undefined ? undefined : ((cents - off) as Cents)
  const word = fold(isPaid)
  const written = [amount, less, day, begins, until, isPaid, mode, reference, payer].filter(Boolean).join(' ; ')
  const base = {
    on,
    written: written.slice(0, 500),
    ...(reference === '' ? {} : { reference: reference.slice(0, 80) }),
    ...(payer === '' ? {} : { payer: payer.slice(0, 120) }),
    ...(mode === '' ? {} : { mode: modeWritten(mode) }),
  }
  if (openPayment.test(word)) return net === undefined || net === 0 ? undefined : { ...base, said: 'owed', owed: net }
  if (word !== '' && !donePayment.test(word)) return undefined
  const paidOn = wholeDay(day) ?? wholeDay(begins)
  if (net === undefined || net === 0)
    return { ...base, said: net === 0 ? 'exempt' : 'settled', ...(paidOn === undefined ? {} : { day: paidOn }) }
  return { ...base, said: 'owed', owed: net, paid: net, ...(paidOn === undefined ? {} : { day: paidOn }) }
}
