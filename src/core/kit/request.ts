/**
 * The builders of requests. A question reads; an order changes, synchronously, in one transaction
 * that is one entry of the journal; a work is long, says where it stands, can be cancelled, and
 * may place at most one order when its computing is over. An act of the desk opens, closes or keeps something outside the
 * register: nothing of it is in the journal, nothing can be undone.
 */
import type { ContractProcedure, Schema } from '@orpc/contract'
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import { countryCodes } from './country-codes.ts'
import type { RefusalData } from './refusal.ts'
import { cleanLine, cleanLines } from './text.ts'

export type RequestKind = 'question' | 'order' | 'work' | 'desk'

/** What a work says while it goes on. `phase` is a word the interface translates. */
export type Progress = { readonly phase: string; readonly done: number; readonly total: number }

/** `inSlices`: the order's answer places its act itself, in slices; it answers once, without saying how far it is. */
export type RequestMeta = { readonly kind?: RequestKind; readonly inSlices?: true }

/** Answers come from our own functions: typed, not checked again on their way out. */
const answer = type as unknown as <A>() => Schema<A, A>

/** Over HTTP a refusal is an answer about the request (422); a fault is one about us (500). */
export const refusedStatus = 422
const refused = { REFUSED: { status: refusedStatus, data: answer<RefusalData>() } } as const
type Errors = { readonly REFUSED: { readonly status: number; readonly data: Schema<RefusalData, RefusalData> } }

declare const answered: unique symbol
type Request<K extends RequestKind | 'orderInSlices', I extends z.ZodType, Out, Answer> = ContractProcedure<
  I,
  Schema<Out, Out>,
  Errors,
  RequestMeta
> & { readonly [answered]?: { readonly kind: K; readonly answer: Answer } }

export type Question<I extends z.ZodType, A> = Request<'question', I, A, A>
export type Order<I extends z.ZodType, A> = Request<'order', I, A, A>
export type OrderInSlices<I extends z.ZodType, A> = Request<'orderInSlices', I, A, A>
export type DeskAct<I extends z.ZodType, A> = Request<'desk', I, A, A>
export type Work<I extends z.ZodType, A> = Request<'work', I, AsyncIteratorObject<Progress, A, void>, A>

const base = oc.$meta<RequestMeta>({}).errors(refused)

/** Shapes a request that reads: `question<Answer>()(inputSchema)`. */
export const question =
  <A>() =>
  <I extends z.ZodType>(input: I): Question<I, A> =>
    base.meta({ kind: 'question' }).input(input).output(answer<A>()) as unknown as Question<I, A>

/** Shapes a request that acts outside the register, and so outside the journal: `deskAct<Answer>()(inputSchema)`. */
export const deskAct =
  <A>() =>
  <I extends z.ZodType>(input: I): DeskAct<I, A> =>
    base.meta({ kind: 'desk' }).input(input).output(answer<A>()) as unknown as DeskAct<I, A>

/** Shapes a request that changes: `order<Answer>()(inputSchema)`. */
export const order =
  <A>() =>
  <I extends z.ZodType>(input: I): Order<I, A> =>
    base.meta({ kind: 'order' }).input(input).output(answer<A>()) as unknown as Order<I, A>

/** Shapes a request that changes more than one moment allows: `orderInSlices<Answer>()(inputSchema)`. */
export const orderInSlices =
  <A>() =>
  <I extends z.ZodType>(input: I): OrderInSlices<I, A> =>
    base.meta({ kind: 'order', inSlices: true }).input(input).output(answer<A>()) as unknown as OrderInSlices<I, A>

/** Shapes a long request: progress as it goes, its answer at the end. */
export const work =
  <A>() =>
  <I extends z.ZodType>(input: I): Work<I, A> =>
    base.meta({ kind: 'work' }).input(input).output(eventIterator(answer<Progress>(), answer<A>())) as unknown as Work<
      I,
      A
    >

/** What a work is handed: where to say how far it is, and whether it was cancelled. */
export type WorkDesk = {
  readonly signal: AbortSignal
  readonly progress: (phase: string, done: number, total: number) => void
}

type Input<I> = I extends z.ZodType ? z.output<I> : never

/** The function that answers each request: one missing, or of the wrong kind, does not compile. */
export type Answers<Requests> = {
  readonly [K in keyof Requests]: Requests[K] extends Request<infer Kind, infer I, infer _Out, infer A>
    ? Kind extends 'work' | 'orderInSlices'
      ? (input: Input<I>, desk: WorkDesk) => Promise<A>
      : Kind extends 'order'
        ? (input: Input<I>) => A extends Promise<unknown> ? never : A
        : (input: Input<I>) => A | Promise<A>
    : never
}

/**
 * Follows a work to its end, as the windows and the command line do.
 *
 * @returns the answer; refusals and cancellation are thrown as they come.
 */
export async function finish<A>(
  running: AsyncIterator<Progress, A, void>,
  progress: (progress: Progress) => void = () => {},
): Promise<A> {
  for (;;) {
    const step = await running.next()
    if (step.done) return step.value
    progress(step.value)
  }
}

// Bounded words shared by every room's schemas.

/** A single line of text, at most `max` UTF-16 units as it comes, cleaned (`cleanLine`): whatever it is for, it can be shown. */
export const line = (max = 200) => z.string().max(max).transform(cleanLine)

/** Several lines of text, at most `max` UTF-16 units as they come, each cleaned. */
export const lines = (max = 10_000) => z.string().max(max).transform(cleanLines)

/** A line as it was typed, trimmed and composed (NFC), for a room that cleans it itself and says what it took out. */
export const typedLine = (max = 200) =>
  z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').trim())

/** Lines as they were typed, for a room that cleans them itself and says what it took out. */
export const typedLines = (max = 10_000) =>
  z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

/** A country by its code, `FR`. */
export const country = z.enum(countryCodes)

/** A row's number in the register. */
export const identifier = z.int().positive().max(Number.MAX_SAFE_INTEGER)

/** A day, `YYYY-MM-DD`. */
export const day = z.iso.date()

/** Bytes on their way in or out, in base64: at most 600,000 bytes a request, which keeps a request under 1 MB. */
export const chunk = z.base64().max(800_000)

/** The question without input. */
export const nothing = z.strictObject({}).default({})
