import { exitStatus } from '../../core/kit/refusal.ts'
import { finish } from '../../core/kit/request.ts'
import type { Command } from '../command.ts'
import { atFolder } from '../counter.ts'
import { count, words } from '../words.ts'

/** Looks a folder over: integrity, links between tables, totals. */
export const checkCommand: Command = {
  name: 'check',
  summary: { fr: 'vérifie le dossier d’une association', en: 'checks an association’s folder' },
  arguments: ['FOLDER'],
  options: {},
  run: ({ terminal, arguments: [folder = ''], signal }) =>
    atFolder(folder, async (client) => {
      const report = await finish(await client.history.check({}, { signal }), terminal.progress)
      const say = words(terminal.language)
      const { persons, organisations, acts } = report.totals
      const number = (value: number) => count(value, terminal.language)
      if (report.ok) terminal.say(say.checkGood(number(persons), number(organisations), number(acts)))
      else {
        terminal.say(say.checkBad)
        for (const fact of report.integrity) terminal.say(`  ${fact}`)
        if (report.foreignKeys > 0) terminal.say(`  foreign_key_check: ${report.foreignKeys}`)
      }
      return { answer: report, status: report.ok ? 0 : exitStatus.damaged }
    }),
}
