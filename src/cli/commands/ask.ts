import type { Progress } from '../../core/kit/request.ts'
import { finish } from '../../core/kit/request.ts'
import type { Paper } from '../../core/papers/papers.requests.ts'
import { askedLine } from '../asked.ts'
import { type Call, type Command, NotFoundFailure, type Outcome, UsageFailure } from '../command.ts'
import { atCounter, type CounterClient } from '../counter.ts'
import { checkOutput, writePaper } from '../files.ts'
import { standardInput, standardLines } from '../standard-input.ts'
import { harmlessJson } from '../terminal.ts'
import { words } from '../words.ts'

type AnyRequest = (input: unknown, options: { readonly signal: AbortSignal }) => Promise<unknown>

/** Places any request of the router, or several of them one after another. */
export const askCommand: Command = {
  name: 'ask',
  summary: {
    fr: 'pose une demande quelconque, en JSON, ou plusieurs, une par ligne',
    en: 'places any request, in JSON, or several, one a line',
  },
  arguments: ['FOLDER', 'REQUEST|-', '[JSON|-]'],
  options: {
    out: {
      value: 'FILE',
      help: {
        fr: 'écrit là le document que fait la dernière demande',
        en: 'writes there the paper that the last request makes',
      },
    },
  },
  run: async (call) => {
    const { terminal, arguments: given, option } = call
    const [folder = '', name = '', text] = given
    const several = name === '-'
    if (several && text !== undefined) throw new UsageFailure(words(terminal.language).tooManyArguments(text))
    const out = option('out')
    if (out !== undefined) checkOutput(out)
    const place = await placing(call)
    const lone = several ? undefined : place(name)
    const input = lone === undefined ? undefined : await loneInput(text ?? '{}', call)
    return atCounter(async (counter) => {
      // `-` asks at the desk with no association open.
      if (folder !== '-') await counter.open(folder)
      const { client } = counter
      if (lone !== undefined) {
        const answer = await lone(client, input)
        if (!terminal.json) terminal.show(harmlessJson(answer, 2).split('\n'))
        await keepPaper(client, answer, call)
        return { answer }
      }
      return askSeveral(client, place, call)
    })
  },
}

type Placed = (client: CounterClient, input: unknown) => Promise<unknown>

/** Finds requests by their names. */
async function placing({ terminal, signal }: Call): Promise<(name: string) => Placed> {
  const { requestList } = await import('./request-list.ts')
  return (name) => {
    const request = requestList.find((one) => one.name === name)
    if (request === undefined) throw new NotFoundFailure(words(terminal.language).unknownRequest(name))
    return async (client, input) => {
      let place: unknown = client
      for (const part of request.path) place = (place as Readonly<Record<string, unknown>>)[part]
      const answered = await (place as AnyRequest)(input, { signal })
      return request.kind === 'work'
        ? finish(answered as AsyncIterator<Progress, unknown, void>, terminal.progress)
        : answered
    }
  }
}

async function loneInput(text: string, { terminal: { language }, signal }: Call): Promise<unknown> {
  const json = text === '-' ? await standardInput({ signal, language }) : text
  try {
    return JSON.parse(json)
  } catch {
    throw new UsageFailure(words(language).badJson)
  }
}

/** Each line of standard input is a request, answered by a line before the next is read: a program may talk with the office. */
async function askSeveral(client: CounterClient, place: (name: string) => Placed, call: Call): Promise<Outcome> {
  const { terminal, signal } = call
  const { language } = terminal
  const answers: unknown[] = []
  for await (const { text, line } of standardLines({ signal, language })) {
    const asked = askedLine(text, answers)
    if (asked === undefined) throw new UsageFailure(words(language).badAskedLine(line))
    const answer = await place(asked.name)(client, asked.input)
    answers.push(answer)
    if (!terminal.json) terminal.show([harmlessJson(answer)])
  }
  await keepPaper(client, answers.at(-1), call)
  return { answer: { answers } }
}

/** Writes the paper that was answered where `--out` says; status 8 when the answer is none. */
async function keepPaper(client: CounterClient, answer: unknown, { option, terminal }: Call): Promise<void> {
  const out = option('out')
  if (out === undefined) return
  const paper = paperIn(answer)
  if (paper === undefined) throw new NotFoundFailure(words(terminal.language).noPaper)
  await writePaper(client, paper, out)
}

/** The answer itself, or the first paper it holds: a run of letters answers with its report too. */
const paperIn = (answer: unknown): Paper | undefined =>
  isPaper(answer) ? answer : Object.values(answer ?? {}).find(isPaper)

const isPaper = (answer: unknown): answer is Paper =>
  typeof answer === 'object' && answer !== null && 'paper' in answer && typeof answer.paper === 'string'
