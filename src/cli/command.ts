/** What a command is, and how its arguments are read. */

import { parseArgs } from 'node:util'
import { lettersApart } from '../core/people/duplicates/likeness.rules.ts'
import type { Terminal } from './terminal.ts'
import { type Language, words } from './words.ts'

type Option = {
  /** What stands for the value in the usage, `FILE`; absent for a switch. */
  readonly value?: string
  readonly required?: boolean
  readonly help: { readonly fr: string; readonly en: string }
}

export type Call = {
  readonly terminal: Terminal
  readonly arguments: readonly string[]
  /** The value of an option, if it was given. */
  readonly option: (name: string) => string | undefined
  readonly switched: (name: string) => boolean
  /** Aborted by SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal
}

/** What a command leaves: the object of `--json`, and an exit status when it is not 0. */
export type Outcome = { readonly answer: unknown; readonly status?: number }

export type Command = {
  readonly name: string
  readonly summary: { readonly fr: string; readonly en: string }
  /** Names as the usage shows them; those in brackets may be left out. */
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly run: (call: Call) => Promise<Outcome>
}

/** The command was not understood: exit status 2. */
export class UsageFailure extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageFailure'
  }
}

/** What was asked for is not there, though no request says so: exit status 8. */
export class NotFoundFailure extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotFoundFailure'
  }
}

/** Options every command takes. */
const general = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

export type Line = {
  readonly arguments: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** The one of the known words that was probably meant, in a sentence; nothing when none is near. */
export function nearestSaid(typed: string, known: readonly string[], { nearest }: ReturnType<typeof words>): string {
  const apart = (name: string): number => lettersApart(typed.replaceAll('-', ''), name.replaceAll('-', ''), mistakes)
  const [best] = known.toSorted((one, other) => apart(one) - apart(other))
  return best === undefined || apart(best) > mistakes ? '' : nearest(best)
}

/** Letters changed, left out, added or exchanged with the next, at most. */
const mistakes = 2

/** Reads a command's arguments; throws a {@link UsageFailure} that says which one is wrong. */
export function readLine(command: Command, args: readonly string[], language: Language): Line {
  const say = words(language)
  const options = {
    ...general,
    ...Object.fromEntries(
      Object.entries(command.options).map(([name, option]) => [
        name,
        { type: option.value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  }
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  const values: Record<string, string | boolean> = Object.create(null)
  const given: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value)
    if (token.kind !== 'option') continue
    const known = Object.hasOwn(options, token.name) ? options[token.name as keyof typeof options] : undefined
    if (known === undefined)
      throw new UsageFailure(
        say.unknownOption(token.rawName) +
          nearestSaid(
            token.rawName,
            Object.keys(options).map((name) => `--${name}`),
            say,
          ),
      )
    if (known.type === 'boolean' && token.value !== undefined)
      throw new UsageFailure(say.optionTakesNone(token.rawName))
    if (
      known.type === 'string' &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
    ) {
      throw new UsageFailure(say.optionNeedsValue(token.rawName))
    }
    if (token.name in values) throw new UsageFailure(say.optionTwice(token.rawName))
    values[token.name] = token.value ?? true
  }
  return { arguments: given, values }
}

/** Refuses a line that lacks an argument or an option, or has too many. */
export function checkLine(command: Command, line: Line, language: Language): void {
  const say = words(language)
  const missing = command.arguments.slice(line.arguments.length).find((name) => !name.startsWith('['))
  if (missing !== undefined) throw new UsageFailure(say.missingArgument(inLanguage(missing, language)))
  const extra = line.arguments[command.arguments.length]
  if (extra !== undefined) throw new UsageFailure(say.tooManyArguments(extra))
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && line.values[name] === undefined) throw new UsageFailure(say.missingOption(name))
  }
}

type Row = readonly [left: string, right: string]

/** Two columns, the second aligned. */
function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
}

const optionText = (name: string, { value }: Option): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`

/** What stands for a value in a usage, in French. */
const frenchPlaces: Readonly<Record<string, string>> = {
  COMMAND: 'COMMANDE',
  FOLDER: 'DOSSIER',
  FILE: 'FICHIER',
  NAME: 'NOM',
  REQUEST: 'DEMANDE',
  LINES: 'LIGNES',
  LINE: 'LIGNE',
  NUMBER: 'NUMÉRO',
}

const inLanguage = (usage: string, language: Language): string =>
  language === 'en' ? usage : usage.replace(/\b[A-Z]+\b/g, (place) => frenchPlaces[place] ?? place)

/** The usage of one command. */
export function commandHelp(command: Command, language: Language): readonly string[] {
  const say = words(language)
  const options = Object.entries(command.options)
  const shown = options.map(([name, option]) =>
    option.required ? optionText(name, option) : `[${optionText(name, option)}]`,
  )
  return [
    inLanguage(`${say.usage} amicale ${[command.name, ...command.arguments, ...shown].join(' ')}`, language),
    '',
    command.summary[language],
    '',
    say.options,
    ...table([
      ...options.map(([name, option]): Row => [inLanguage(optionText(name, option), language), option.help[language]]),
      ...say.general,
    ]),
  ]
}

/** The usage of the whole command line. */
export function generalHelp(commands: readonly Command[], language: Language): readonly string[] {
  const say = words(language)
  return [
    say.about,
    '',
    inLanguage(`${say.usage} amicale COMMAND …`, language),
    '',
    say.commands,
    ...table(commands.map(({ name, summary }): Row => [name, summary[language]])),
    '',
    say.options,
    ...table(say.general),
    '',
    say.statuses,
  ]
}
