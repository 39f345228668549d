/** By what a line of a file is known to the lines after it: its number, its name, its e-mails. */
import type { DraftPart } from './draft.ts'
import { partedMap } from './growing.ts'
import { shareEmail } from './matching.ts'

type Sought = Pick<DraftPart, 'key' | 'memberNumber' | 'emails'>

/** Lines are told by their places in the plan. */
export type EarlierLines = {
  readonly remember: (at: number, sought: Sought) => void
  /** The line of that member number. */
  readonly numbered: (number: string) => number | undefined
  /** Lines of that name, at most fifty. */
  readonly named: (key: string) => readonly number[]
  /** The line that said that e-mail first. */
  readonly written: (email: string) => number | undefined
  readonly hasNumber: (at: number) => boolean
  readonly sharesEmail: (at: number, emails: readonly string[]) => boolean
}

/** Homonyms that are compared with a line. */
const comparedAtMost = 50

/**
 * Places and texts, with no object for a line: 100,000 of them are marked and moved by the collector, which holds the
 * office meanwhile.
 */
export function earlierLines(): EarlierLines {
  const byNumber = partedMap<string, number>()
  const byEmail = partedMap<string, number>()
  /** One place, or several when the name comes again. */
  const byName = partedMap<string, number | number[]>()
  /** Places that have a number. */
  const withNumber = partedMap<number, true>()
  /** E-mails of a place, parted by spaces. */
  const emailsAt = partedMap<number, string>()
  return {
    remember: (at, { key, memberNumber, emails }) => {
      if (memberNumber !== '') {
        byNumber.set(memberNumber, at)
        withNumber.set(at, true)
      }
      for (const email of emails) if (!byEmail.has(email)) byEmail.set(email, at)
      if (emails.length > 0) emailsAt.set(at, emails.join(' '))
      if (key === '') return
      const named = byName.get(key)
      if (named === undefined) byName.set(key, at)
      else if (typeof named === 'number') byName.set(key, [named, at])
      else if (named.length < comparedAtMost) named.push(at)
    },
    numbered: (number) => (number === '' ? undefined : byNumber.get(number)),
    named: (key) => {
      const named = key === '' ? undefined : byName.get(key)
      return named === undefined ? [] : typeof named === 'number' ? [named] : named
    },
    written: (email) => byEmail.get(email),
    hasNumber: (at) => withNumber.has(at),
    sharesEmail: (at, emails) => emails.length > 0 && shareEmail(emails, (emailsAt.get(at) ?? '').split(' ')),
  }
}
