/** What a secretary should know of a file before importing it. */
import type { DayOrder } from './day-order.ts'
import type { LineWarning } from './exchange.requests.ts'
import { formulaLike } from './export-guard.ts'
import type { LookFacts } from './reading/reader.messages.ts'
import { isSecondName, type RecognisedColumn } from './recognition.ts'
import type { WarningCode } from './warning.rules.ts'

export function lookWarnings(
  facts: LookFacts,
  columns: readonly RecognisedColumn[],
  { said, column: dayColumn = 0 }: DayOrder,
): readonly LineWarning[] {
  const warnings: LineWarning[] = facts.notes.map(({ line, column, code, text }) => ({
    line,
    ...(column === undefined ? {} : { column: facts.headers[column] ?? String(column + 1) }),
    code,
    text,
  }))
  const about = (column: number, code: WarningCode, text: string) =>
    warnings.push({ line: facts.headerRow, column: facts.headers[column] ?? '', code, text })
  for (const [column, { target }] of columns.entries()) {
    const look = facts.looks[column]
    if (look === undefined || look.seen === 0) continue
    // Names all in capitals are kept as written: the one who imports may want to know before printing them.
    if (/^(lastName|fullName|firstName)$/.test(target) && look.seen >= 3 && look.capitals >= look.seen * 0.8)
      about(column, 'capitalNames', look.samples[0] ?? '')
    if (target === 'email' && look.emails < look.seen * 0.2 && look.seen >= 5)
      about(column, 'fewEmails', look.samples[0] ?? '')
  }
  // Two names on a line may be a couple, or one person whose columns were doubled: nobody but a reader can tell.
  const second = columns.findIndex(({ target }, at) => target === 'spouseLastName' && isSecondName(facts.headers[at]))
  if (second >= 0) about(second, 'twoPeopleALine', facts.headers[second] ?? '')
  if (said !== undefined) about(dayColumn, said, facts.looks[dayColumn]?.samples[0] ?? '')
  const formula = facts.headers.findIndex(formulaLike)
  if (formula >= 0) about(formula, 'formulaLike', (facts.headers[formula] ?? '').slice(0, 120))
  if (!columns.some(({ target }) => /^(lastName|fullName|organisation|birthName|originalName)$/.test(target)))
    warnings.push({ line: facts.headerRow, code: 'noNameColumn', text: '' })
  if (facts.sheets.length > 1)
    warnings.push({
      line: 0,
      code: 'otherSheets',
      text: facts.sheets
        .filter((sheet) => sheet !== facts.sheet)
        .join(', ')
        .slice(0, 200),
    })
  return warnings
}
