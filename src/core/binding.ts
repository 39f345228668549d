/**
 * Binds requests to their answers by kind, the same for every room: a question reads, an order is one act of the journal,
 * a work says where it stands and can be cancelled. Refusals travel as data; a fault is logged and travels as a number.
 */
import { randomBytes } from 'node:crypto'
import { type AnyContractRouter, type ContractRouterClient, isContractProcedure } from '@orpc/contract'
import { type AnyRouter, createRouterClient, implement, ORPCError, type Router } from '@orpc/server'
import { Refusal, refusalData } from './kit/refusal.ts'
import { type RequestKind, type RequestMeta, refusedStatus, type WorkDesk } from './kit/request.ts'
import { followedWork } from './work.ts'

/** One answer, whatever its request: the builders of kit/request.ts keep the types, the binding only carries. */
type AnyAnswer = (input: unknown, desk?: WorkDesk) => unknown

/** Where a room's requests are answered now. Asked anew at each request, so that the counter may change association. */
export type Hall = {
  readonly answers: Readonly<Record<string, unknown>>
  /** Waits until no long writing is under way: nobody sees half an import. */
  readonly whenFree: () => Promise<void>
  readonly order: <T>(name: string, act: () => T) => T
  /** Keeps count of the works under way, so that closing can end them. */
  readonly follow: <A>(work: Promise<A>, stop: () => void) => Promise<A>
}

/** Where a fault is written down: the reference the visitor is given, the request, and what was thrown. */
export type FaultLog = (reference: string, request: string, error: unknown) => void

export const faultsToStandardError: FaultLog = (reference, request, error) => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`Fault ${reference} in ${request}: ${words}\n`)
}

type Issue = {
  readonly path?: readonly unknown[]
  readonly code?: string
  readonly errors?: readonly (readonly Issue[])[]
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly inclusive?: boolean
}

/** The bounds an issue names, as values that would be taken: our numbers are whole, so more than 0 is at least 1. */
function boundsOf({ minimum, maximum, inclusive = true }: Issue): { minimum?: number; maximum?: number } {
  const within = inclusive ? 0 : 1
  return {
    ...(minimum === undefined ? {} : { minimum: Number(minimum) + within }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) - within }),
  }
}

/** The field and the reason of the first thing zod found, unions followed down to what was meant. */
function invalidInput(issues: readonly Issue[]): Refusal {
  const path: unknown[] = []
  let issue = issues[0]
  for (let under = issue; under !== undefined; under = under.errors?.[0]?.[0]) {
    path.push(...(under.path ?? []))
    issue = under
  }
  const key = (part: unknown): string =>
    String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part)
  return new Refusal(
    'invalidInput',
    { reason: issue?.code ?? 'unknown', ...boundsOf(issue ?? {}) },
    path.length === 0 ? undefined : path.map(key).join('.'),
  )
}

/** What is thrown inside, as it may leave the office: a refusal with its data, or a fault without any. */
export function outward(error: unknown, request: string, log: FaultLog): ORPCError<string, unknown> {
  if (error instanceof Refusal) {
    return new ORPCError('REFUSED', { status: refusedStatus, message: error.code, data: refusalData(error) })
  }
  if (error instanceof ORPCError) {
    if (error.code === 'REFUSED' || error.code === 'FAULT') return error
    if (error.code === 'BAD_REQUEST' && Array.isArray(error.data?.issues)) {
      return outward(invalidInput(error.data.issues), request, log)
    }
  }
  if (error instanceof Error && error.name === 'AbortError') return outward(new Refusal('cancelled'), request, log)
  const reference = randomBytes(4).toString('hex')
  log(reference, request, error)
  return new ORPCError('FAULT', { message: `Fault ${reference}`, data: { reference } })
}

/** The function that answers a request, found by its path among the hall's answers. */
function answerAt(hall: Hall, path: readonly string[]): AnyAnswer {
  let found: unknown = hall.answers
  for (const part of path) found = (found as Readonly<Record<string, unknown>> | undefined)?.[part]
  if (typeof found !== 'function') throw new Error(`Nobody answers ${path.join('.')}`)
  return found as AnyAnswer
}

type Procedure = { readonly '~orpc': { readonly meta: RequestMeta } }
type Asked = { readonly input: unknown; readonly signal?: AbortSignal | undefined }
type Implementer = {
  readonly use: (around: (options: { next: () => Promise<unknown> }) => Promise<unknown>) => Implementer
  readonly handler: (answer: (asked: Asked) => unknown) => unknown
}

const answering = (
  kind: RequestKind | 'orderInSlices',
  path: readonly string[],
  hallNow: () => Hall,
  log: FaultLog,
) => {
  const name = path.join('.')
  switch (kind) {
    case 'question':
    case 'desk':
      return async ({ input }: Asked) => {
        const hall = hallNow()
        await hall.whenFree()
        const answer = answerAt(hall, path)(input)
        // One that comes in slices is waited for when the association closes.
        return answer instanceof Promise ? await hall.follow(answer, () => {}) : answer
      }
    case 'order':
      return async ({ input }: Asked) => {
        const hall = hallNow()
        await hall.whenFree()
        return hall.order(name, () => answerAt(hall, path)(input))
      }
    case 'orderInSlices':
      return async ({ input, signal }: Asked) => {
        const hall = hallNow()
        await hall.whenFree()
        const stopping = new AbortController()
        const desk: WorkDesk = {
          signal: signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]),
          progress: () => {},
        }
        return await hall.follow(Promise.resolve(answerAt(hall, path)(input, desk)), () => stopping.abort())
      }
    case 'work':
      return ({ input, signal }: Asked) => {
        const hall = hallNow()
        const answer = answerAt(hall, path)
        return followedWork<unknown>({
          run: async (desk) => {
            await hall.whenFree()
            return await answer(input, desk)
          },
          follow: hall.follow,
          signal,
          outward: (error) => outward(error, name, log),
        })
      }
  }
}

type Contracts = { readonly [name: string]: unknown }

/** A router that answers the requests at the hall of the moment. */
export function boundRouter<R extends AnyContractRouter>(
  requests: R,
  hallNow: () => Hall,
  log: FaultLog,
): Router<R, object> {
  const bind = (contract: unknown, path: readonly string[]): unknown => {
    if (isContractProcedure(contract)) {
      const { kind = 'question', inSlices } = (contract as unknown as Procedure)['~orpc'].meta
      const name = path.join('.')
      const implementer = implement(
        contract as never,
        // The input is checked inside what is put around, so that a bad one is refused like everything else.
        { initialInputValidationIndex: Number.POSITIVE_INFINITY },
      ) as unknown as Implementer
      return implementer
        .use(async ({ next }) => {
          try {
            return await next()
          } catch (error) {
            throw outward(error, name, log)
          }
        })
        .handler(answering(inSlices ? 'orderInSlices' : kind, path, hallNow, log))
    }
    const parts = Object.entries(contract as Contracts)
    return Object.fromEntries(parts.map(([part, under]) => [part, bind(under, [...path, part])]))
  }
  return bind(requests, []) as Router<R, object>
}

/** A client that stands inside: no transport, the same checks. */
export const insideClient = <R extends AnyContractRouter>(router: unknown): ContractRouterClient<R> =>
  createRouterClient(router as AnyRouter, { context: {} }) as unknown as ContractRouterClient<R>
