import type { Command } from '../command.ts'
import { words } from '../words.ts'

/** Lists what may be asked. */
export const requestsCommand: Command = {
  name: 'requests',
  summary: { fr: 'énumère les demandes et leurs entrées', en: 'lists the requests and their inputs' },
  arguments: [],
  options: {},
  run: async ({ terminal }) => {
    const { kind: kinds } = words(terminal.language)
    const { inputSchema, requestList } = await import('./request-list.ts')
    const described = requestList.map((request) => ({
      name: request.name,
      kind: request.kind,
      input: inputSchema(request),
    }))
    for (const { name, kind, input } of described) {
      terminal.say(`${name} (${kinds[kind]})`)
      terminal.say(`  ${JSON.stringify(input)}`)
    }
    return { answer: { requests: described } }
  },
}
