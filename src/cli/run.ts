/** Runs one command line from its arguments to its exit status. */
import { version } from '../core/desk/version.ts'
import { type Command, checkLine, commandHelp, generalHelp, nearestSaid, readLine, UsageFailure } from './command.ts'
import { askCommand } from './commands/ask.ts'
import { checkCommand } from './commands/check.ts'
import { demoCommand } from './commands/demo.ts'
import { directoryCommand } from './commands/directory.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { inventCommand } from './commands/invent.ts'
import { newCommand } from './commands/new.ts'
import { requestsCommand } from './commands/requests.ts'
import { webCommand } from './commands/web.ts'
import { failureOf, faultStatus } from './failure.ts'
import { type Outlet, openTerminal, type Terminal } from './terminal.ts'
import { type Language, languageOf, words } from './words.ts'

export const commands: readonly Command[] = [
  newCommand,
  inventCommand,
  importCommand,
  exportCommand,
  directoryCommand,
  checkCommand,
  askCommand,
  requestsCommand,
  webCommand,
  demoCommand,
]

/** The value of `--lang` wherever it stands, so that even a usage failure is said in the language asked for. */
function askedLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = at < 0 ? undefined : args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1]
  return languageOf(given, env)
}

/**
 * Runs a command line.
 *
 * @returns its exit status; never throws.
 */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  out: Outlet = process.stdout,
  beside: Outlet = process.stderr,
): Promise<number> {
  const language = askedLanguage(args, env)
  const terminal = openTerminal({ language, json: args.includes('--json') }, out, beside)
  const say = words(language)
  try {
    const { name, rest } = commandOf(args)
    const command = commands.find((one) => one.name === name)
    if (command === undefined) {
      if (name === '' || name === 'help') return general(args, terminal)
      throw new UsageFailure(
        say.unknownCommand(name) +
          nearestSaid(
            name,
            commands.map((one) => one.name),
            say,
          ),
      )
    }
    const line = readLine(command, rest, language)
    if (line.values.help !== undefined) {
      terminal.show(commandHelp(command, language))
      return 0
    }
    const asked = line.values.lang
    if (asked !== undefined && asked !== 'fr' && asked !== 'en') {
      throw new UsageFailure(say.badValue('lang', String(asked), 'fr, en'))
    }
    checkLine(command, line, language)
    return await perform(command, line, terminal)
  } catch (error) {
    return explain(error, terminal)
  }
}

/** The command is the first argument that is not a general option; those may stand before it too. */
function commandOf(args: readonly string[]): { readonly name: string; readonly rest: readonly string[] } {
  let at = 0
  while (args[at]?.startsWith('-')) at += args[at] === '--lang' ? 2 : 1
  return { name: args[at] ?? '', rest: [...args.slice(0, at), ...args.slice(at + 1)] }
}

function general(args: readonly string[], terminal: Terminal): number {
  if (args.includes('--version')) {
    terminal.say(version)
    terminal.sayJson({ version })
    return 0
  }
  const asked = args.includes('--help') || args.includes('-h') || args.includes('help')
  const help = generalHelp(commands, terminal.language)
  if (terminal.json) {
    terminal.sayJson({ commands: commands.map(({ name, summary }) => ({ name, summary: summary[terminal.language] })) })
  } else if (asked) terminal.show(help)
  else for (const line of help) terminal.tell(line)
  return asked ? 0 : 2
}

/** SIGHUP: the terminal was closed. */
const stoppingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function perform(command: Command, line: ReturnType<typeof readLine>, terminal: Terminal): Promise<number> {
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) return
    terminal.tell(words(terminal.language).stopping)
    stopping.abort()
  }
  for (const name of stoppingSignals) process.on(name, stop)
  try {
    const outcome = await command.run({
      terminal,
      arguments: line.arguments,
      option: (name) => {
        const value = line.values[name]
        return typeof value === 'string' ? value : undefined
      },
      switched: (name) => line.values[name] === true,
      signal: stopping.signal,
    })
    terminal.sayJson(outcome.answer)
    return outcome.status ?? 0
  } finally {
    for (const name of stoppingSignals) process.removeListener(name, stop)
  }
}

function explain(error: unknown, terminal: Terminal): number {
  const failure = failureOf(error, terminal.language)
  terminal.tell(failure.message)
  if (failure.status === faultStatus && failure.reference === undefined && error instanceof Error) {
    // Nobody wrote this one down yet. A stack names our own files, never a member.
    for (const line of (error.stack ?? error.message).split('\n')) terminal.tell(line)
  }
  terminal.sayJson({
    failed: true,
    status: failure.status,
    message: failure.message,
    ...(failure.refusal === undefined ? {} : { refusal: failure.refusal }),
  })
  return failure.status
}
