/** What went wrong, as an exit status and as words. */
import { ORPCError } from '@orpc/client'
import { exitStatus, Refusal, type RefusalData, refusalCodes, refusalData } from '../core/kit/refusal.ts'
import { refusalWords } from '../core/kit/refusal-words.ts'
import { NotFoundFailure, UsageFailure } from './command.ts'
import { type Language, words } from './words.ts'

const usageStatus = 2
/** A fault is a bug: the status that programs give when they do not know better. */
export const faultStatus = 1

/** Refusals whose sentence says nothing of what it speaks of. */
const namesNoField: readonly string[] = ['invalidInput', 'notFound'] satisfies readonly RefusalData['code'][]

type Failure = {
  readonly status: number
  readonly message: string
  readonly refusal?: RefusalData
  readonly reference?: string
}

function refusalOf(error: unknown): RefusalData | undefined {
  if (error instanceof Refusal) return refusalData(error)
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('code' in data)) return undefined
  return Object.hasOwn(refusalCodes, String(data.code)) ? (data as RefusalData) : undefined
}

/** What a typed line needs besides the sentence of a window, which shows the words beside their field. */
function hintsOf({ code, field }: RefusalData, language: Language): readonly string[] {
  if (code === 'folderMissing') return [words(language).folderMade]
  if (code === 'fileWrongEncoding') return [words(language).encodingChosen]
  return field !== undefined && namesNoField.includes(code) ? [words(language).field(field)] : []
}

/** Tells a refusal, a usage failure and a fault apart. */
export function failureOf(error: unknown, language: Language): Failure {
  if (error instanceof UsageFailure) return { status: usageStatus, message: error.message }
  if (error instanceof NotFoundFailure) return { status: exitStatus.notFound, message: error.message }
  const refusal = refusalOf(error)
  if (refusal !== undefined) {
    const said = refusalWords(refusal, language)
    const message = [said, ...hintsOf(refusal, language)].join(' ')
    return { status: refusalCodes[refusal.code], message, refusal }
  }
  const data: unknown = error instanceof ORPCError ? error.data : undefined
  const reference =
    typeof data === 'object' && data !== null && 'reference' in data ? String(data.reference) : undefined
  return {
    status: faultStatus,
    message: words(language).fault(reference ?? '–'),
    ...(reference === undefined ? {} : { reference }),
  }
}
