/** What the lines of a plan add to dues: said before anything is written, line by line and in all. */
import type { DuesComingIn } from '../dues/coming-in.ts'
import type { DueTold } from '../dues/dues-list.rules.ts'
import { centsInWords } from '../kit/money.ts'
import type { DuesForeseen } from './exchange.requests.ts'
import type { Change } from './merge.ts'
import type { WarningCode } from './warning.rules.ts'

/** The room of dues as a plan asks it, in the association's language. */
export type DuesRoom = Pick<DuesComingIn, 'foreseen' | 'isNew'> & { readonly language: 'fr' | 'en' }

/** What a line adds. */
export type DuesAdded = DuesForeseen & { readonly words: readonly string[] }

const nothing: DuesAdded = { dues: 0, payments: 0, cents: 0, years: [], words: [] }

export type PlanDues = {
  /** What dues come to for a record, or for somebody new of that category; what the register says otherwise is told. */
  readonly added: (
    told: readonly DueTold[],
    contact: number | undefined,
    category: () => string,
    warn?: (code: WarningCode, text: string) => void,
  ) => DuesAdded
}

export function planDues(room: DuesRoom | undefined): PlanDues {
  return {
    added: (told, contact, category, warn) => {
      if (room === undefined || told.length === 0) return nothing
      let [dues, payments, cents] = [0, 0, 0]
      const years: string[] = []
      const words: string[] = []
      for (const one of told) {
        const coming = room.foreseen(one, contact, category)
        if (coming.adds === 'nothing') {
          if (coming.why !== undefined)
            warn?.(coming.why === 'closed' ? 'duesClosed' : 'duesDiffer', toldWords(one, coming.year, room.language))
          continue
        }
        if (coming.adds !== 'payment') dues += 1
        if (coming.adds !== 'due') {
          payments += 1
          cents += one.paid ?? 0
        }
        if (room.isNew(coming.year) && !years.includes(coming.year)) years.push(coming.year)
        words.push(toldWords(one, coming.year, room.language))
      }
      return { dues, payments, cents, years, words }
    },
  }
}

/** What dues change in a record that exists. */
export const duesChange = ({ words }: DuesAdded): readonly Change[] =>
  words.length === 0 ? [] : [{ field: 'dues', old: '', new: words.join(' ; ').slice(0, 1000) }]

const saidWords = {
  fr: { owed: 'à payer', exempt: 'exonérée', waived: 'remise', stopped: 'arrêtée', settled: 'payée' },
  en: { owed: 'to pay', exempt: 'exempt', waived: 'waived', stopped: 'stopped', settled: 'paid' },
} as const

/** `2024 : 35 €, 12/01/2024`: a due as a list tells it. */
function toldWords({ said, owed, paid, day }: DueTold, year: string, language: 'fr' | 'en'): string {
  const amount = paid ?? owed
  const parts = [
    ...(paid === undefined ? [saidWords[language][said]] : []),
    ...(amount === undefined ? [] : [centsInWords(amount, language)]),
    ...(day === undefined ? [] : [day.split('-').reverse().join('/')]),
  ]
  return `${year}${language === 'fr' ? '\u00a0' : ''}: ${parts.join(', ')}`
}

/** The sum of what lines add. */
export function sumOfDues(all: Iterable<DuesAdded>): DuesForeseen | undefined {
  let [dues, payments, cents] = [0, 0, 0]
  const years = new Set<string>()
  for (const one of all) {
    dues += one.dues
    payments += one.payments
    cents += one.cents
    for (const year of one.years) years.add(year)
  }
  return dues + payments === 0 ? undefined : { dues, payments, cents, years: [...years].sort() }
}
