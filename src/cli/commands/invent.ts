import { finish } from '../../core/kit/request.ts'
import { type Command, UsageFailure } from '../command.ts'
import { atFolder } from '../counter.ts'
import { count, words } from '../words.ts'

/** Fills a folder with invented people. */
export const inventCommand: Command = {
  name: 'invent',
  summary: { fr: 'remplit un dossier de personnes inventées', en: 'fills a folder with invented people' },
  arguments: ['FOLDER'],
  options: {
    people: { value: 'N', required: true, help: { fr: 'combien, de 1 à 200 000', en: 'how many, 1 to 200,000' } },
    seed: {
      value: 'S',
      help: { fr: 'un nombre ; le même donne les mêmes personnes', en: 'a number; the same one gives the same people' },
    },
  },
  run: ({ terminal, arguments: [folder = ''], option, signal }) => {
    const whole = (name: string, least: number, most: number, usual: string): number => {
      const text = option(name) ?? usual
      const value = Number(text)
      if (!/^\d+$/.test(text) || value < least || value > most) {
        throw new UsageFailure(words(terminal.language).badValue(name, text, `${least}–${most}`))
      }
      return value
    }
    const people = whole('people', 1, 200_000, '')
    const seed = whole('seed', 0, 0xffffffff, '1')
    return atFolder(folder, async (client) => {
      const answer = await finish(await client.exchange.invent({ people, seed }, { signal }), terminal.progress)
      terminal.say(words(terminal.language).invented(count(answer.created, terminal.language), folder))
      return { answer }
    })
  },
}
