import { finish } from '../../core/kit/request.ts'
import { ordinaryFields } from '../../core/people/consents/consents.rules.ts'
import { type Command, UsageFailure } from '../command.ts'
import { atFolder } from '../counter.ts'
import { checkOutput, writePaper, writeWhole } from '../files.ts'
import { harmlessJson } from '../terminal.ts'
import { count, words } from '../words.ts'

/** Typesets the printed directory. */
export const directoryCommand: Command = {
  name: 'directory',
  summary: { fr: 'compose l’annuaire (PDF)', en: 'typesets the directory (PDF)' },
  arguments: ['FOLDER'],
  options: {
    out: { value: 'FILE.pdf', required: true, help: { fr: 'le fichier', en: 'the file' } },
    edition: {
      value: 'NAME',
      help: { fr: 'le nom de l’édition ; l’année sinon', en: 'the edition’s name; else the year' },
    },
    imposed: {
      value: 'booklet',
      help: {
        fr: 'deux pages par feuille A4, à plier et agrafer',
        en: 'two pages on each A4 sheet, to fold and staple',
      },
    },
    proof: {
      value: 'FILE.json',
      help: { fr: 'qui y est, qui n’y est pas et pourquoi', en: 'who is in, who is not and why' },
    },
    'unless-opposed': {
      help: {
        fr: 'publie aussi les coordonnées, sauf de qui s’y oppose ; ce choix est gardé',
        en: 'also publishes coordinates, save of those who object; this choice is kept',
      },
    },
    'even-if-missing': {
      help: { fr: 'même si aucune police n’a certains caractères', en: 'even if no font has some characters' },
    },
  },
  run: ({ terminal, arguments: [folder = ''], option, switched, signal }) => {
    const say = words(terminal.language)
    const out = option('out') ?? ''
    const proofFile = option('proof')
    const imposed = option('imposed')
    if (!out.toLowerCase().endsWith('.pdf')) throw new UsageFailure(say.unknownFormat('.pdf'))
    if (imposed !== undefined && imposed !== 'booklet')
      throw new UsageFailure(say.badValue('imposed', imposed, 'booklet'))
    checkOutput(out)
    if (proofFile !== undefined) {
      if (!proofFile.toLowerCase().endsWith('.json')) throw new UsageFailure(say.unknownFormat('.json'))
      checkOutput(proofFile)
    }
    return atFolder(folder, async (client) => {
      const edition = option('edition')
      if (switched('unless-opposed')) {
        await client.consents.setDefaults({ media: ['paper', 'pdf'], fields: [...ordinaryFields] })
      }
      const { choice } = await client.directory.summary()
      const made = await finish(
        await client.directory.typeset(
          {
            imposition: imposed ?? 'pages',
            evenIfMissing: switched('even-if-missing'),
            ...(edition === undefined ? {} : { edition }),
          },
          { signal },
        ),
        terminal.progress,
      )
      await writePaper(client, made, out)
      const { report, proof } = made
      const number = (value: number) => count(value, terminal.language)
      if (proofFile !== undefined) {
        await writeWhole(proofFile, [Buffer.from(`${harmlessJson(proof, 2)}\n`)])
      }
      terminal.say(say.typeset(number(report.pages), number(proof.printed), out))
      if (report.sheets !== undefined) terminal.say(say.typesetSheets(number(report.sheets)))
      if (choice === 'safe') terminal.say(say.safeFields)
      if (proof.withheld.length > 0) terminal.say(say.withheld(number(proof.withheld.length)))
      if (proof.doubtful.length > 0) terminal.say(say.doubtfulEmails(number(proof.doubtful.length)))
      if (proof.shortened.length > 0) terminal.say(say.shortened(number(proof.shortened.length)))
      if (proofFile !== undefined) terminal.say(say.proofWritten(proofFile))
      else if (proof.left.length > 0) terminal.say(say.leftOut(number(proof.left.length)))
      return {
        answer: {
          file: out,
          size: made.size,
          pages: report.pages,
          ...(report.sheets === undefined ? {} : { sheets: report.sheets }),
          printed: proof.printed,
          left: proof.left.length,
          withheld: proof.withheld.length,
          doubtful: proof.doubtful.length,
          published: choice,
          shortened: proof.shortened.length,
          missing: proof.missing.length,
        },
      }
    })
  },
}
