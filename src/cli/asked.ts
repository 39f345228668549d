/** Several requests of one run of `ask`: a line of each, and what a later one takes from an earlier answer. */
type Fields = Readonly<Record<string | number, unknown>>

/**
 * Reads a line, `["exchange.look", {"staging": {"$answer": 0, "path": "staging"}}]`. An object with `$answer` stands for
 * what the request of that rank answered, counted from 0, or for the part of it that `path` names, `columns.0.target`.
 * Undefined when it is no such line, or speaks of an answer that is not there.
 */
export function askedLine(
  text: string,
  answers: readonly unknown[],
): { readonly name: string; readonly input: unknown } | undefined {
  try {
    const pair: unknown = JSON.parse(text)
    if (!Array.isArray(pair) || pair.length > 2) return undefined
    const [name, input = {}]: readonly unknown[] = pair
    return typeof name === 'string' ? { name, input: filled(input, answers) } : undefined
  } catch {
    return undefined
  }
}

/** Throws when an answer it speaks of is not there. */
function filled(input: unknown, answers: readonly unknown[]): unknown {
  if (Array.isArray(input)) return input.map((one) => filled(one, answers))
  if (typeof input !== 'object' || input === null) return input
  if (!Object.hasOwn(input, '$answer'))
    return Object.fromEntries(Object.entries(input).map(([name, one]) => [name, filled(one, answers)]))
  const { $answer, path = '', ...others } = input as Fields
  if (typeof $answer !== 'number' || typeof path !== 'string' || Object.keys(others).length > 0) throw new TypeError()
  return [$answer, ...path.split('.').filter((name) => name !== '')].reduce<unknown>(part, answers)
}

/** What stands under a name or a rank; never what JavaScript itself puts there. */
function part(whole: unknown, name: string | number): unknown {
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, name)) throw new RangeError()
  return (whole as Fields)[name]
}
