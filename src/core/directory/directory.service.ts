/** Answers about the printed directory: who would be in it, and the directory itself. */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import { defaultChoiceOf, type Publishable, published } from '../people/consents/consents.rules.ts'
import { consentsStore } from '../people/consents/consents.store.ts'
import type { Register } from '../register/register.ts'
import type { directoryRequests } from './directory.requests.ts'
import { directoryPress } from './directory-press.ts'
import { editionsStore } from './editions/editions.store.ts'

/** Members counted at a time: a few milliseconds. */
const atOnce = 500

export function directoryAnswers(register: Register, papers: Papers): Answers<typeof directoryRequests> {
  const press = directoryPress(register, papers)
  const consents = consentsStore(register)
  const editions = editionsStore(register)
  const someMembers = register.prepare(
    `SELECT id, status, born FROM contact WHERE id > ? AND trashed = 0 AND status IN ('member', 'friend')
     ORDER BY id LIMIT ?`,
  )

  const everyone = register.prepare('SELECT count(*) FROM contact').pluck()

  /** How many would be printed, read a part at a time. */
  const printedCount = async (): Promise<number> => {
    const [defaults, day] = [consents.defaults(), register.today()]
    let printed = 0
    for (let after = 0; ; ) {
      await register.whenFree()
      const rows = someMembers.all(after, atOnce) as (Omit<Publishable, 'trashed'> & { id: number })[]
      const answers = consents.answersOf(rows.map(({ id }) => id))
      for (const row of rows) {
        const fields = published({ ...row, trashed: false }, answers.get(row.id) ?? [], defaults, 'paper', day)
        if (fields.has('name')) printed++
      }
      const last = rows.at(-1)
      if (last === undefined || rows.length < atOnce) return printed
      after = last.id
      await giveBack()
    }
  }

  return {
    summary: async () => {
      // Whoever looks at the directory will soon have it set.
      papers.warmUp()
      const printed = await printedCount()
      const left = Number(everyone.get()) - printed
      const choice = defaultChoiceOf(consents.defaults().paper)
      return { printed, left, edition: register.today().slice(0, 4), choice }
    },

    typeset: async (options, desk) => {
      if (options.of !== undefined) editions.open(options.of, 'of')
      const { name, bytes, report } = await press(options, desk)
      return { ...papers.keep(name, 'application/pdf', bytes), ...report }
    },
  }
}
