import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { atCounter } from '../counter.ts'
import { words } from '../words.ts'

/** Makes an association's folder. */
export const newCommand: Command = {
  name: 'new',
  summary: { fr: 'crée le dossier d’une association', en: 'makes an association’s folder' },
  arguments: ['FOLDER'],
  options: {
    name: { value: 'NAME', required: true, help: { fr: 'le nom de l’association', en: 'the association’s name' } },
    sample: {
      help: { fr: 'avec les membres de l’association inventée', en: 'with the members of the invented association' },
    },
  },
  run: ({ terminal, arguments: [folder = ''], option, switched }) =>
    atCounter(async (counter) => {
      const { open } = await counter.make(resolve(folder), { name: option('name') ?? '', sample: switched('sample') })
      const { total } = await counter.client.people.list({ limit: 1 })
      terminal.say(words(terminal.language).made(open?.name ?? '', open?.folder ?? ''))
      return { answer: { name: open?.name, folder: open?.folder, people: total } }
    }),
}
