import type { Command } from '../command.ts'
import { computerToday } from '../today.ts'
import { words } from '../words.ts'

/** Opens the window in the system's browser, and serves it until it is gone. */
export const webCommand: Command = {
  name: 'web',
  summary: { fr: 'ouvre la fenêtre dans le navigateur', en: 'opens the window in the browser' },
  arguments: ['[FOLDER]'],
  options: {
    'no-open': {
      help: { fr: 'n’ouvre pas de fenêtre, dit quel fichier ouvrir', en: 'opens no window, says which file to open' },
    },
  },
  run: async ({ terminal, arguments: [folder], switched, signal }) => {
    const say = words(terminal.language)
    const { serveWeb } = await import('../../web/server.ts')
    const door = await serveWeb({
      ...(folder === undefined ? {} : { folder }),
      open: !switched('no-open'),
      today: () => computerToday(),
      signal,
    })
    const opening = await Promise.race([door.opening, door.closed.then(() => undefined)])
    if (opening === 'opened') terminal.tell(say.webOpened)
    else if (opening !== undefined) {
      if (opening !== 'notAsked') terminal.tell(say.webNoWindow[opening])
      // The line a person, or a program that drives the window, has to find.
      if (terminal.json) terminal.tell(door.startFile)
      else terminal.say(say.webStartFile(door.startFile))
      terminal.tell(say.webServing)
    }
    const end = await door.closed
    terminal.tell(say.webEnd[end])
    return { answer: { end }, status: end === 'tooManyBadTokens' ? 7 : 0 }
  },
}
