/** The requests of the router by their full names, `people.list`. */
import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import type { RequestKind, RequestMeta } from '../../core/kit/request.ts'
import { requests } from '../../core/requests.ts'

type Listed = {
  readonly name: string
  readonly path: readonly string[]
  readonly kind: RequestKind
  readonly input: z.ZodType
}

type Declared = { readonly '~orpc': { readonly meta: RequestMeta; readonly inputSchema?: unknown } }

function listed(contract: unknown, path: readonly string[]): readonly Listed[] {
  if (isContractProcedure(contract)) {
    const { meta, inputSchema } = (contract as unknown as Declared)['~orpc']
    const input = inputSchema instanceof z.ZodType ? inputSchema : z.unknown()
    return [{ name: path.join('.'), path, kind: meta.kind ?? 'question', input }]
  }
  return Object.entries(contract as Readonly<Record<string, unknown>>).flatMap(([part, under]) =>
    listed(under, [...path, part]),
  )
}

export const requestList: readonly Listed[] = listed(requests, [])

/** The input's shape as JSON Schema, as a visitor must give it. */
export const inputSchema = ({ input }: Listed): unknown =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
