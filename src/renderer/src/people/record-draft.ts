/**
 * What was typed and not saved. The window has it at once, for whoever leaves a form and comes back; the office has it a moment
 * later, in the association's folder, for a window that dies.
 */
import { client } from '../client.ts'
import { emptyRecord, type RecordValues } from './record-values.ts'

export type Draft = { readonly revision: number; readonly values: RecordValues }

const prefix = 'amicale-draft-'
const keyOf = (record: string): string => `${prefix}${record}`
/** Whose drafts the window has: numbers of records say nothing in another association. */
const owner = 'amicale-drafts-of'
/** How long after the last key the office is told, in milliseconds. */
const moment = 700

const waiting = new Map<string, ReturnType<typeof setTimeout>>()
// One after the other: what is forgotten must not come back by what was kept just before.
let told: Promise<unknown> = Promise.resolve()
const tell = (what: () => Promise<unknown>): void => {
  // Without the office the form still works; only a window that dies loses what was typed.
  told = told.then(what).catch(() => {})
}

/** Takes what the office has kept of an association; answers the records this window had nothing of, the latest last. */
export async function takeDrafts(association: string): Promise<readonly string[]> {
  const { sessionStorage } = window
  if (sessionStorage.getItem(owner) !== association) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
    sessionStorage.setItem(owner, association)
  }
  const { drafts } = await client.drafts.list({})
  const brought = drafts.filter(({ record }) => sessionStorage.getItem(keyOf(record)) === null)
  for (const { record, draft } of brought) sessionStorage.setItem(keyOf(record), draft)
  return brought.map(({ record }) => record)
}

/** @param record `12`, or `person` and `organisation` for a new one. */
export function keptDraft(record: string): Draft | undefined {
  try {
    const kept = window.sessionStorage.getItem(keyOf(record))
    if (kept === null) return undefined
    const { revision, values } = JSON.parse(kept) as Draft
    // A version before may have had fewer fields.
    return { revision, values: { ...emptyRecord(), ...values } }
  } catch {
    return undefined
  }
}

export function keepDraft(record: string, draft: Draft): void {
  const text = JSON.stringify(draft)
  try {
    window.sessionStorage.setItem(keyOf(record), text)
  } catch {
    // Without storage the form still works; only leaving it loses what was typed.
  }
  clearTimeout(waiting.get(record))
  waiting.set(
    record,
    setTimeout(() => {
      waiting.delete(record)
      tell(() => client.drafts.keep({ record, draft: text }))
    }, moment),
  )
}

export function forgetDraft(record: string): void {
  if (window.sessionStorage.getItem(keyOf(record)) === null && !waiting.has(record)) return
  clearTimeout(waiting.get(record))
  waiting.delete(record)
  window.sessionStorage.removeItem(keyOf(record))
  tell(() => client.drafts.forget({ record }))
}
