/** Reads what went wrong with a request: a refusal to be shown in words, a cancellation, or a fault. */
import { ORPCError } from '@orpc/client'
import type { RefusalData } from '../../../core/kit/refusal.ts'
import { refusalWords } from '../../../core/kit/refusal-words.ts'
import type { Words } from '../i18n/words.tsx'

export type Trouble =
  | { readonly kind: 'refused'; readonly refusal: RefusalData }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'fault'; readonly reference: string }
  | { readonly kind: 'unreachable' }

export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return { kind: 'cancelled' }
  if (!(thrown instanceof ORPCError)) return { kind: 'unreachable' }
  if (thrown.code === 'REFUSED') {
    const refusal = thrown.data as RefusalData
    return refusal.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'refused', refusal }
  }
  const reference = (thrown.data as { readonly reference?: unknown } | undefined)?.reference
  return { kind: 'fault', reference: typeof reference === 'string' ? reference : String(thrown.code) }
}

/** The sentence shown for it: what happened, and what to do. */
export function troubleWords(trouble: Trouble, words: Words): string {
  switch (trouble.kind) {
    case 'refused':
      return refusalWords(trouble.refusal, words.language)
    case 'cancelled':
      return words.t('trouble.cancelled')
    case 'fault':
      return words.t('trouble.fault', { reference: trouble.reference })
    case 'unreachable':
      return words.t('trouble.unreachable')
  }
}
