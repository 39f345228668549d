/** The answers about years, their rates, and what is asked of each one. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { cleanLine } from '../kit/text.ts'
import { foldedName } from '../people/people.rules.ts'
import type { Register } from '../register/register.ts'
import { askOne } from './asking.ts'
import type { duesRequests } from './dues.requests.ts'
import { nextYear, owedAt, type RateFacts, usualRates } from './dues.rules.ts'
import { duesStore, refuseNoDay } from './dues.store.ts'
import { standingStore } from './standing.store.ts'

type YearAnswers = Pick<
  Answers<typeof duesRequests>,
  'years' | 'createYear' | 'updateYear' | 'setRates' | 'ask' | 'setDue'
>

export function yearsAnswers(register: Register): YearAnswers {
  const store = duesStore(register)
  const standing = standingStore(register)
  const language = register.prepare('SELECT language FROM association WHERE id = 1').pluck()
  const members = register
    .prepare(
      "SELECT id FROM contact INDEXED BY contact_list WHERE trashed = 0 AND status = 'member' ORDER BY sort_key, id",
    )
    .pluck()

  const counts = register.prepare(
    'SELECT count(*) AS "rows", count(covered_by_id) AS covered FROM due WHERE year_id = ?',
  )
  const counted = (year: number) => counts.get(year) as { readonly rows: number; readonly covered: number }

  /** Refuses a rate that contradicts itself, naming its field. */
  const cleanedRates = (rates: readonly RateFacts[]): readonly RateFacts[] => {
    const seen = new Set<string>()
    return rates.map((rate, at) => {
      const refuse = (field: string, reason: string): never => {
        throw new Refusal('invalidInput', { reason }, `rates.${at}.${field}`)
      }
      const category = cleanLine(rate.category)
      const folded = foldedName(category)
      if (folded === '') refuse('category', 'too_small')
      if (seen.has(folded)) refuse('category', 'nameTaken')
      seen.add(folded)
      refuseNoDay(rate.decidedOn, `rates.${at}.decidedOn`)
      if (rate.exempt && rate.cents > 0) refuse('cents', 'exemptPays')
      if (!rate.exempt && rate.cents === 0) refuse('cents', rate.free ? 'leastMissing' : 'amountMissing')
      return { ...rate, category }
    })
  }

  return {
    years: () => {
      const years = store.years().map((year) => ({ ...year, rates: store.rates(year.id) }))
      return {
        years,
        usual: usualRates(language.get() === 'en' ? 'en' : 'fr'),
        next: nextYear(years[0], register.today()),
      }
    },

    createYear: ({ rates, ...facts }) => {
      const id = store.insertYear({ ...facts, closed: false })
      register.subject(facts.name)
      store.setRates(id, cleanedRates(rates))
      return { id, revision: store.year(id).revision }
    },

    updateYear: ({ id, revision, ...given }) => {
      const before = store.year(id, 'id')
      if (before.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      const { id: _id, revision: _revision, ...known } = before
      const facts = {
        ...known,
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      }
      register.subject(facts.name)
      if (JSON.stringify(facts) === JSON.stringify(known)) return { id, revision }
      if (known.closed && facts.closed)
        throw new Refusal('invalidInput', { reason: 'yearClosed', name: known.name }, 'closed')
      store.updateYear(id, facts)
      return { id, revision: store.year(id).revision }
    },

    setRates: ({ year, rates }) => {
      register.subject(store.openYear(year).name)
      return { changed: store.setRates(year, cleanedRates(rates)) }
    },

    ask: async ({ year, contacts }, desk) => {
      const { name } = store.openYear(year)
      for (const [at, id] of (contacts ?? []).entries()) store.contact(id, `contacts.${at}`)
      const everybody = contacts ?? (members.all() as number[])
      const steps = function* () {
        const before = counted(year)
        let without = 0
        for (const [done, id] of everybody.entries()) {
          const known = store.due(id, year) !== undefined || standing.of(id, year, '').state === 'life'
          if (!known && askOne(store, id, year) === 'without') without++
          yield { done: done + 1, total: everybody.length }
        }
        const after = counted(year)
        const covered = after.covered - before.covered
        return { asked: after.rows - before.rows - covered, covered, without }
      }
      const { answer } = await register.orderInSlices('dues.ask', name, steps, desk, 'working', 'dropped')
      return answer
    },

    setDue: ({ contact, year, said, cents, since, reason, together }) => {
      const { displayName } = store.contact(contact, 'contact')
      store.openYear(year)
      // That nothing is due of who pays would say it of everybody it covers: it is asked first.
      const [other] = said === 'owed' ? [] : store.covered(contact, year)
      if (other !== undefined && !together)
        throw new Refusal('invalidInput', { reason: 'coversOthers', name: other.displayName }, 'together')
      refuseNoDay(since, 'since')
      register.subject(displayName)
      const known = store.due(contact, year)
      const rate = store.rateFor(contact, year)
      // Nothing is kept of who was exempt: to owe again, one owes what the category pays. Who owes nothing is exempt.
      // Who was covered by another and owes alone is asked what: the amount of the couple is not theirs.
      const usual = known?.cents || (rate === undefined ? undefined : owedAt(rate))
      const owed = cents ?? (known !== undefined && known.coveredBy !== null && said === 'owed' ? undefined : usual)
      if ((owed ?? 0) === 0 && said === 'owed') throw new Refusal('invalidInput', { reason: 'amountMissing' }, 'cents')
      const facts = {
        ...{ rate: known?.rate ?? rate?.id ?? null, cents: owed ?? 0, said, since, reason: cleanLine(reason) },
        coveredBy: null,
      }
      if (known === undefined) return { id: store.insertDue(contact, year, facts) }
      store.updateDue(known.id, facts)
      return { id: known.id }
    },
  }
}
