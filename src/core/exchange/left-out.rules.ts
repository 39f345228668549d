/** A list of the lines an import left out: as they came, with a last column that says why, to be mended and brought in again. */
import { fold } from '../kit/text.ts'
import type { LineWarning } from './exchange.requests.ts'
import { warningWords } from './warning.rules.ts'

type Language = 'fr' | 'en'

/** A line that is not brought in, and what was said of it; nothing, when somebody chose to leave it. */
export type LeftOutLine = { readonly line: number; readonly problems: readonly LineWarning[] }

export const leftOutHeading = { fr: 'Laissée de côté parce que', en: 'Left out because' } as const
const chosen = { fr: 'C’est ce qui a été choisi', en: 'This is what was chosen' } as const
const folded: ReadonlySet<string> = new Set(Object.values(leftOutHeading).map(fold))

/** Whether a column is ours: it says something of the lines, and nothing of the people. */
export const isLeftOutHeading = (header: string): boolean => folded.has(fold(header))

/** What goes with the columns of a list, without what goes with ours. */
export const withoutLeftOut = <T>(headers: readonly string[], values: readonly T[]): readonly T[] =>
  isLeftOutHeading(headers.at(-1) ?? '') ? values.slice(0, headers.length - 1) : values

export const leftOutReason = ({ problems }: LeftOutLine, language: Language): string =>
  problems.length === 0
    ? chosen[language]
    : problems.map((problem) => warningWords(problem, language)).join(language === 'fr' ? '\u00a0; ' : '; ')
