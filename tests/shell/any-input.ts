/** Inputs for every request: right ones made from their schemas, and wrong ones of every kind. */
import { isContractProcedure } from '@orpc/contract'
import fc from 'fast-check'
import { z } from 'zod'

export type AskedRequest = {
  readonly name: string
  readonly path: readonly string[]
  readonly kind: string
  readonly schema: z.ZodType
}

type Procedure = { readonly '~orpc': { readonly inputSchema?: z.ZodType; readonly meta: { readonly kind?: string } } }

/** Every request of a router, by its path. One without a schema, or without a kind, is a mistake. */
export function everyRequest(router: unknown, path: readonly string[] = []): AskedRequest[] {
  if (isContractProcedure(router)) {
    const { inputSchema, meta } = (router as unknown as Procedure)['~orpc']
    if (!(inputSchema instanceof z.ZodType) || meta.kind === undefined) throw new Error(`${path.join('.')} is open`)
    return [{ name: path.join('.'), path, kind: meta.kind, schema: inputSchema }]
  }
  return Object.entries(router as object).flatMap(([name, under]) => everyRequest(under, [...path, name]))
}

/** Text that has broken programs before: markup, marks that turn the line, lone surrogates, SQL, paths, formulas. */
export const hostileText = [
  '<img src=x onerror=alert(1)>',
  '\u202Egnp.exe',
  'a\u0000b',
  '\uD800',
  "'; DROP TABLE people; --",
  '../../../etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  '=cmd|calc!A1',
  '__proto__',
  'constructor',
  '\u001B[2J',
  '\u200B\u200B',
  'ﷺ'.repeat(50),
  '%00%2e%2e',
  '" OR 1=1 *',
  'NEAR(a b)',
]

const hostileKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  'toJSON',
  'id',
  'path',
  'folder',
)

const wild: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, 2 ** 53, true, [], {}),
  fc.constantFrom(...hostileText),
  fc.dictionary(hostileKey, fc.jsonValue({ maxDepth: 2 })),
  fc.constant('x'.repeat(100_000)),
  fc.constant(Array.from({ length: 5_000 }, () => ({}))),
)

/** Whether the input, as it travels in JSON, is one the request takes. */
export const accepts = (schema: z.ZodType, input: unknown): boolean =>
  schema.safeParse(JSON.parse(JSON.stringify({ input })).input).success

/** Anything at all, or a right input with one of its parts made wrong. */
export const wrongInput = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  fc
    .oneof(
      wild,
      fc
        .tuple(rightInput(schema), fc.string({ maxLength: 6 }), wild)
        .map(([right, key, value]) => (isRecord(right) ? { ...right, [key]: value } : value)),
      fc.tuple(rightInput(schema), fc.nat(20), wild).map(([right, index, value]) => {
        if (!isRecord(right)) return value
        const keys = Object.keys(right)
        const key = keys[index % Math.max(1, keys.length)]
        return key === undefined ? value : { ...right, [key]: value }
      }),
    )
    .filter((input) => !accepts(schema, input))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type JsonSchema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly maxItems?: number
  readonly minItems?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly additionalProperties?: JsonSchema | boolean
  readonly $ref?: string
}

/** Inputs the schema accepts, with hostile text wherever text may stand. */
export function rightInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fromJson(jsonOf(schema))
}

/** What a request says it takes, as `amicale requests` shows it. */
export const jsonOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline', cycles: 'ref' }) as JsonSchema

function fromJson(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return fc.oneof(...ways.map(fromJson))
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required ?? [])
      const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, fromJson(part)] as const)
      const known = fc.record(Object.fromEntries(parts), { requiredKeys: [...required] })
      const more = schema.additionalProperties
      if (typeof more !== 'object' || parts.length > 0) return known
      return fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fromJson(more), { maxKeys: 5 })
    }
    case 'array':
      return fc.array(fromJson(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, (schema.minItems ?? 0) + 5),
      })
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -1000, -1_000_000),
        max: Math.min(schema.maximum ?? 1000, 1_000_000),
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string': {
      if (schema.format === 'date') return fc.constantFrom('2026-02-28', '1900-01-01', '2024-02-29', '9999-12-31')
      if (schema.format === 'base64')
        return fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64'))
      if (schema.pattern)
        return fc.stringMatching(new RegExp(schema.pattern, 'u'), { maxLength: schema.maxLength ?? 40 })
      const most = Math.min(schema.maxLength ?? 60, 60)
      return fc.oneof(
        fc.string({ maxLength: most }),
        fc.constantFrom(...hostileText.map((text) => text.slice(0, most))),
      )
    }
    default:
      return fc.jsonValue()
  }
}
