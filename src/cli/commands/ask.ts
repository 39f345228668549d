import type { Progress } from '../../core/kit/request.ts'
import { finish } from '../../core/kit/request.ts'
import { type Command, NotFoundFailure, UsageFailure } from '../command.ts'
import { atCounter } from '../counter.ts'
import { harmlessJson } from '../terminal.ts'
import { type Language, words } from '../words.ts'

/** Bytes of JSON accepted from standard input: a request itself is at most 1 MB. */
const most = 2_000_000

type AnyRequest = (input: unknown, options: { readonly signal: AbortSignal }) => Promise<unknown>

/** Places any request of the router. */
export const askCommand: Command = {
  name: 'ask',
  summary: { fr: 'pose une demande quelconque, en JSON', en: 'places any request, in JSON' },
  arguments: ['FOLDER', 'REQUEST', '[JSON|-]'],
  options: {},
  run: async ({ terminal, arguments: [folder = '', name = '', text = '{}'], signal }) => {
    const { requestList } = await import('./request-list.ts')
    const request = requestList.find((one) => one.name === name)
    if (request === undefined) throw new NotFoundFailure(words(terminal.language).unknownRequest(name))
    const input = parsed(text === '-' ? await standardInput(terminal.language) : text, terminal.language)
    return atCounter(async (counter) => {
      // `-` asks at the desk with no association open.
      if (folder !== '-') await counter.open(folder)
      let place: unknown = counter.client
      for (const part of request.path) place = (place as Readonly<Record<string, unknown>>)[part]
      const answered = await (place as AnyRequest)(input, { signal })
      const answer =
        request.kind === 'work'
          ? await finish(answered as AsyncIterator<Progress, unknown, void>, terminal.progress)
          : answered
      if (!terminal.json) terminal.show(harmlessJson(answer, 2).split('\n'))
      return { answer }
    })
  },
}

function parsed(text: string, language: Language): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageFailure(words(language).badJson)
  }
}

async function standardInput(language: Language): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin) {
    size += part.length
    if (size > most) throw new UsageFailure(words(language).inputTooLong)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
