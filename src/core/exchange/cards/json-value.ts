/**
 * Reads JSON (RFC 8259) into plain values whose objects are lists of names and values: a name that comes in a file never
 * becomes a key of ours. Bounded in depth and in number of values.
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export type JsonObject = { readonly members: readonly (readonly [name: string, value: JsonValue])[] }

export const isJsonObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isJsonList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

/** What a contact or a household may have: the sheet of ours has far fewer. */
export const mostNames = 500
const mostDepth = 32
const mostValues = 100_000

/**
 * The value of a text, or undefined when it is no JSON, or too deep or too large to be a contact.
 *
 * @param enough names of the outermost object after which the rest is not even read
 */
export function jsonValue(text: string, enough = Number.POSITIVE_INFINITY): JsonValue | undefined {
  let at = 0
  let values = 0
  let failed = false
  const blanks = /[ \t\r\n]*/y
  const strings = /"(?:[^"\\]+|\\[\s\S])*"/y
  const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

  const skip = () => {
    blanks.lastIndex = at
    blanks.exec(text)
    at = blanks.lastIndex
  }
  const token = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) at = pattern.lastIndex
    return found
  }
  const fail = (): null => {
    failed = true
    return null
  }
  const value = (depth: number): JsonValue => {
    values += 1
    if (failed || depth > mostDepth || values > mostValues) return fail()
    skip()
    const sign = text[at]
    if (sign === '{') return object(depth)
    if (sign === '[') return list(depth)
    const found = sign === '"' ? token(strings) : token(plain)
    return found === undefined ? fail() : single(found)
  }
  /** A string or a number by itself makes no object. */
  const single = (written: string): string | number | boolean | null => {
    try {
      return JSON.parse(written) as string | number | boolean | null
    } catch {
      return fail()
    }
  }
  const list = (depth: number): JsonValue => {
    const items: JsonValue[] = []
    at += 1
    skip()
    if (text[at] === ']') {
      at += 1
      return items
    }
    while (!failed) {
      items.push(value(depth + 1))
      skip()
      const sign = text[at]
      at += 1
      if (sign === ']') return items
      if (sign !== ',') return fail()
    }
    return null
  }
  const object = (depth: number): JsonValue => {
    const members: (readonly [string, JsonValue])[] = []
    at += 1
    skip()
    if (text[at] === '}') {
      at += 1
      return { members }
    }
    while (!failed) {
      skip()
      const name = text[at] === '"' ? token(strings) : undefined
      if (name === undefined) return fail()
      skip()
      if (text[at] !== ':') return fail()
      at += 1
      members.push([String(single(name)), value(depth + 1)])
      if (depth === 0 && members.length > enough) {
        at = text.length
        return { members }
      }
      skip()
      const sign = text[at]
      at += 1
      if (sign === '}') return { members }
      if (sign !== ',') return fail()
    }
    return null
  }
  const whole = value(0)
  skip()
  return failed || at !== text.length ? undefined : whole
}

/** The first value of that name. */
export const memberOf = (object: JsonObject, name: string): JsonValue | undefined =>
  object.members.find(([one]) => one === name)?.[1]

/**
 * An object without a prototype: names are data in it, whatever they are. Of a name that comes twice the last value stays,
 * as everywhere, and `twice` is told.
 */
export function bareObject(value: JsonValue, twice: (name: string) => void = () => {}): unknown {
  if (isJsonList(value)) return value.map((one) => bareObject(one, twice))
  if (!isJsonObject(value)) return value
  const bare = Object.create(null) as Record<string, unknown>
  for (const [name, one] of value.members) {
    if (name in bare) twice(name)
    bare[name] = bareObject(one, twice)
  }
  return bare
}
