/** What was typed and not saved, kept for as long as the window lives, so that leaving a form loses nothing. */
import type { RecordValues } from './record-values.ts'

export type Draft = { readonly revision: number; readonly values: RecordValues }

const keyOf = (record: string): string => `amicale-draft-${record}`

/** @param record `12`, or `person` and `organisation` for a new one. */
export function keptDraft(record: string): Draft | undefined {
  try {
    const kept = window.sessionStorage.getItem(keyOf(record))
    return kept === null ? undefined : (JSON.parse(kept) as Draft)
  } catch {
    return undefined
  }
}

export function keepDraft(record: string, draft: Draft): void {
  try {
    window.sessionStorage.setItem(keyOf(record), JSON.stringify(draft))
  } catch {
    // Without storage the form still works; only leaving it loses what was typed.
  }
}

export function forgetDraft(record: string): void {
  window.sessionStorage.removeItem(keyOf(record))
}
