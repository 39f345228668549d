/** The words of headings as they are looked up: which column a heading names, by its words alone. */
import { fold } from '../kit/text.ts'
import { fieldWords } from '../people/field.rules.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import { groupDayWords, groupKindWords } from './export-words.ts'
import { headerWords } from './header-words.ts'

export type Word = { readonly target: ColumnTarget; readonly rank: number }

export const words: ReadonlyMap<string, Word> = new Map(
  Object.entries(headerWords)
    .flatMap(([target, list]) =>
      list.split('|').map((word, rank) => [word, { target: target as ColumnTarget, rank }] as const),
    )
    // A word given to two targets keeps the first.
    .reverse()
    // The headers of our own lists come before all others.
    .concat(
      (['en', 'fr'] as const).flatMap((language) =>
        Object.entries(fieldWords[language]).map(
          ([target, header]) => [fold(header), ownWord(target as ColumnTarget, header)] as const,
        ),
      ),
      groupDays(),
    ),
)

/** `Maison depuis`, `Section until`: the days that stand beside a group of ours. */
function groupDays(): (readonly [string, Word])[] {
  return (['fr', 'en'] as const).flatMap((language) =>
    Object.values(groupKindWords[language]).flatMap((kind) =>
      (['since', 'until'] as const).map((part) => {
        const target = part === 'since' ? 'groupSince' : 'groupUntil'
        return [fold(groupDayWords[language][part](kind)), { target, rank: 0 }] as const
      }),
    ),
  )
}

function ownWord(target: ColumnTarget, header: string): Word {
  const rank = (headerWords[target] ?? '').split('|').indexOf(fold(header))
  return { target, rank: Math.max(0, rank) }
}

/** A folded header without its rank: `e mail 2` is `e mail`, and 2. */
export function ranked(folded: string): { readonly bare: string; readonly rank: number } {
  const rank = /(?:^| )(\d{1,2})(?: |$)/.exec(folded)?.[1]
  return rank === undefined
    ? { bare: folded, rank: 1 }
    : { bare: folded.replace(/(^| )\d{1,2}( |$)/, ' ').trim(), rank: Number(rank) }
}
