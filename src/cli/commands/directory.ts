import { directoryImpositions, directoryStandards } from '../../core/directory/directory.rules.ts'
import { type LookChoices, lookStyles, paperNames } from '../../core/directory/look.rules.ts'
import { finish } from '../../core/kit/request.ts'
import { ordinaryFields } from '../../core/people/consents/consents.rules.ts'
import { type Command, UsageFailure } from '../command.ts'
import { atFolder } from '../counter.ts'
import { checkOutput, writePaper, writeWhole } from '../files.ts'
import { harmlessJson } from '../terminal.ts'
import { count, type Words, words } from '../words.ts'

/** Papers one can name; measures of one’s own go by `ask directory.typeset`. */
const printedPapers = paperNames.filter((name) => name !== 'custom')

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
      value: directoryImpositions.filter((name) => name !== 'pages').join('|'),
      help: {
        fr: 'livret à plier et agrafer, cahiers de 16 ou 32 pages, ou pages pour un imprimeur (fonds perdus, traits de coupe)',
        en: 'booklet to fold and staple, signatures of 16 or 32 pages, or pages for a print shop (bleed, crop marks)',
      },
    },
    standard: {
      value: directoryStandards.filter((name) => name !== 'ordinary').join('|'),
      help: {
        fr: 'PDF que lisent les lecteurs d’écran (PDF/UA-1), ou à garder (PDF/A-2a)',
        en: 'PDF for screen readers (PDF/UA-1), or to be kept (PDF/A-2a)',
      },
    },
    paper: { value: printedPapers.join('|'), help: { fr: 'le format de la page', en: 'the size of the page' } },
    style: {
      value: lookStyles.join('|'),
      help: {
        fr: 'le style : classique, moderne, en grands caractères',
        en: 'the style: classic, modern, in large print',
      },
    },
    columns: { value: '1-4', help: { fr: 'le nombre de colonnes', en: 'the number of columns' } },
    size: { value: 'POINTS', help: { fr: 'le corps des lignes', en: 'the size of letters' } },
    leading: { value: 'POINTS', help: { fr: 'leur interligne', en: 'from line to line' } },
    colour: { value: '#RRGGBB', help: { fr: 'la couleur de l’édition', en: 'the edition’s colour' } },
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
    const imposed = oneOf(directoryImpositions, 'imposed', option, say)
    const standard = oneOf(directoryStandards, 'standard', option, say)
    const look = lookOf(option, say)
    if (!out.toLowerCase().endsWith('.pdf')) throw new UsageFailure(say.unknownFormat('.pdf'))
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
            ...(imposed === undefined ? {} : { imposition: imposed }),
            ...(standard === undefined ? {} : { standard }),
            look,
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
      if (report.sheets !== undefined) terminal.say(say.typesetSheets(number(report.sheets), report.sheet ?? 'spread'))
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
          ...(report.sheets === undefined ? {} : { sheets: report.sheets, sheet: report.sheet }),
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

type Option = (name: string) => string | undefined

function oneOf<T extends string>(all: readonly T[], name: string, option: Option, say: Words): T | undefined {
  const given = option(name)
  const found = all.find((one) => one === given)
  if (given !== undefined && found === undefined) throw new UsageFailure(say.badValue(name, given, all.join(', ')))
  return found
}

function numberOf(name: string, option: Option, say: Words): number | undefined {
  const given = option(name)
  if (given === undefined) return undefined
  const value = Number(given.replace(',', '.'))
  if (given.trim() === '' || !Number.isFinite(value)) throw new UsageFailure(say.badValue(name, given, '0-9'))
  return value
}

/** The look as the options say it; their bounds are the request’s. */
function lookOf(option: Option, say: Words): LookChoices {
  const [paper, style] = [oneOf(printedPapers, 'paper', option, say), oneOf(lookStyles, 'style', option, say)]
  const [columns, size] = [numberOf('columns', option, say), numberOf('size', option, say)]
  const [leading, colour] = [numberOf('leading', option, say), option('colour')]
  return {
    ...(paper === undefined ? {} : { paper }),
    ...(style === undefined ? {} : { style }),
    ...(columns === undefined ? {} : { columns }),
    ...(size === undefined ? {} : { size }),
    ...(leading === undefined ? {} : { leading }),
    ...(colour === undefined ? {} : { colour }),
  }
}
