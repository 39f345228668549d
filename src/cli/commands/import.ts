import type {
  Foreseen,
  LineWarning,
  Look,
  PreviewCounts,
  PreviewLine,
  Reading,
} from '../../core/exchange/exchange.requests.ts'
import { programCalled, programKeys, programNames } from '../../core/exchange/program.rules.ts'
import { warningWords } from '../../core/exchange/warning.rules.ts'
import { centsInWords } from '../../core/kit/money.ts'
import { exitStatus } from '../../core/kit/refusal.ts'
import { finish } from '../../core/kit/request.ts'
import { fold } from '../../core/kit/text.ts'
import { type Call, type Command, NotFoundFailure, type Outcome, UsageFailure } from '../command.ts'
import { atFolder, type CounterClient } from '../counter.ts'
import { checkOutput, stageFile, writePaper } from '../files.ts'
import { targetWords } from '../target-words.ts'
import type { Terminal } from '../terminal.ts'
import { count, words } from '../words.ts'

/** Lines of each outcome shown to a reader; `--json` gives them all. */
const shown = 20
/** Lines fetched at once. */
const page = 200

/** Brings a list in: recognised, previewed, then imported all or nothing. */
export const importCommand: Command = {
  name: 'import',
  summary: {
    fr: 'importe une liste ou un carnet d’adresses (CSV, XLSX, ODS, vCard, JSON)',
    en: 'imports a list or an address book (CSV, XLSX, ODS, vCard, JSON)',
  },
  arguments: ['FOLDER', 'FILE'],
  options: {
    preset: {
      value: 'auto|NAME',
      help: { fr: 'modèle d’import ; auto reconnaît les colonnes', en: 'import preset; auto recognises the columns' },
    },
    sheet: { value: 'S', help: { fr: 'la feuille du classeur', en: 'the sheet of the workbook' } },
    encoding: {
      value: 'NAME',
      help: {
        fr: 'le codage des caractères d’un texte : utf-8, windows-1252, macintosh…',
        en: 'the encoding of a text: utf-8, windows-1252, macintosh…',
      },
    },
    leave: {
      value: 'LINES',
      help: { fr: 'laisse ces lignes de côté : 4,17', en: 'leaves these lines aside: 4,17' },
    },
    other: {
      value: 'LINES',
      help: {
        fr: 'ces lignes, reconnues par leur nom, sont quelqu’un d’autre : une fiche de plus pour chacune',
        en: 'these lines, known by their name, are someone else: one more record for each',
      },
    },
    record: {
      value: 'LINE=NUMBER',
      help: {
        fr: 'ces lignes sont celles de ces fiches, par leur numéro interne : 5=12,9=31',
        en: 'these lines are about these records, by their inner number: 5=12,9=31',
      },
    },
    update: {
      help: {
        fr: 'met à jour les fiches qui existent, même si l’on avait choisi autre chose la dernière fois',
        en: 'updates the records that exist, even if something else was chosen last time',
      },
    },
    'fill-only': {
      help: {
        fr: 'complète les fiches qui existent, sans rien remplacer',
        en: 'fills in the records that exist, replacing nothing',
      },
    },
    'skip-columns': {
      value: 'A,B',
      help: { fr: 'laisse ces colonnes de côté, par leur titre', en: 'leaves these columns aside, by their headings' },
    },
    'couples-as-one': {
      help: {
        fr: 'garde en une fiche, telle qu’écrite, une ligne qui nomme deux personnes',
        en: 'keeps a line that names two people as one record, as written',
      },
    },
    'dry-run': {
      help: { fr: 'montre ce qui serait fait, ne change rien', en: 'shows what would be done, changes nothing' },
    },
    'leave-refused': {
      help: {
        fr: 'importe les autres lignes quand certaines sont refusées',
        en: 'imports the other lines when some are refused',
      },
    },
    'left-out': {
      value: 'FILE.csv',
      help: {
        fr: 'écrit là les lignes refusées ou laissées de côté, telles quelles, avec la raison',
        en: 'writes there the lines that are refused or left aside, as they came, with the reason',
      },
    },
    'even-if-sweeping': { help: { fr: 'même si la plupart des fiches changent', en: 'even if most records change' } },
  },
  run: async (call) => {
    const program = chosenProgram(call)
    const [folder = '', file = ''] = call.arguments
    const choices = chosenLines(call)
    const encoding = await chosenEncoding(call)
    const leftOut = call.option('left-out')
    if (leftOut !== undefined) checkOutput(leftOut)
    return atFolder(folder, async (client) => {
      const staging = await stageFile(client, file, call.terminal.progress, call.signal)
      try {
        return await importStaged(client, staging, call, choices, { ...program, ...encoding })
      } finally {
        await client.exchange.discard({ staging })
      }
    })
  },
}

/** The encoding that `--encoding` names, capitals aside; nothing to have it recognised. */
async function chosenEncoding({ option, terminal }: Call): Promise<Pick<Reading, 'encoding'>> {
  const asked = option('encoding')
  if (asked === undefined) return {}
  const { encodings } = await import('../../core/exchange/exchange.requests.ts')
  const encoding = encodings.find((one) => one === asked.toLowerCase())
  if (encoding === undefined)
    throw new UsageFailure(words(terminal.language).badValue('encoding', asked, encodings.join(', ')))
  return { encoding }
}

/** The program that `--preset` names; nothing to have it recognised. */
function chosenProgram({ option, terminal }: Call): Pick<Reading, 'program'> {
  const preset = option('preset') ?? 'auto'
  if (preset === 'auto') return {}
  const program = programCalled(preset)
  if (program === undefined)
    throw new NotFoundFailure(words(terminal.language).unknownPreset(preset, ['auto', ...programKeys].join(', ')))
  return { program }
}

type ChosenLine = { readonly line: number; readonly choice: 'leave' | 'other' | 'record'; readonly record?: number }

/** The lines that `--leave`, `--other` and `--record` name, as they are counted in the file. */
function chosenLines({ option, terminal }: Call): readonly ChosenLine[] {
  const records = option('record')
  if (records !== undefined && !/^[1-9]\d{0,6}=[1-9]\d{0,9}(,[1-9]\d{0,6}=[1-9]\d{0,9})*$/.test(records))
    throw new UsageFailure(words(terminal.language).badValue('record', records, '5=12'))
  const told = (records?.split(',') ?? []).map((one) => {
    const [line, record] = one.split('=').map(Number)
    return { line: line as number, choice: 'record' as const, record: record as number }
  })
  return [...told, ...plainChoices(option, terminal)]
}

function plainChoices(option: Call['option'], terminal: Terminal): readonly ChosenLine[] {
  return (['leave', 'other'] as const).flatMap((choice) => {
    const written = option(choice)
    if (written === undefined) return []
    if (!/^[1-9]\d{0,6}(,[1-9]\d{0,6})*$/.test(written))
      throw new UsageFailure(words(terminal.language).badValue(choice, written, '4,17'))
    return written.split(',').map((line) => ({ line: Number(line), choice }))
  })
}

async function importStaged(
  client: CounterClient,
  staging: string,
  call: Call,
  choices: readonly ChosenLine[],
  chosen: Pick<Reading, 'program' | 'encoding'>,
): Promise<Outcome> {
  const { terminal, option, switched, signal } = call
  const [folder = ''] = call.arguments
  const say = words(terminal.language)
  const sheet = option('sheet')
  const reading: Reading = { ...chosen, ...(sheet === undefined ? {} : { sheet }) }
  const look = await finish(await client.exchange.look({ staging, reading }, { signal }), terminal.progress)
  const aside = skippedColumns(call, look)
  const mapping = look.columns.map(({ target }, at) => (aside.has(at) ? 'skip' : target))
  const { preview, ...proposed } = await finish(
    await client.exchange.preview({ staging, reading, mapping, choices: choicesOf(call, look) }, { signal }),
    terminal.progress,
  )
  let foreseen: Foreseen = proposed
  for (const { line, choice, record } of choices)
    foreseen = await client.exchange.decide({ preview, line, choice, ...(record === undefined ? {} : { record }) })
  const { counts, toCheck, corrected } = foreseen
  if (look.program !== undefined)
    terminal.tell(say.programRecognised(programNames[look.program], chosen.program !== undefined))
  for (const warning of look.warnings.slice(0, shown)) {
    if (warning.code === 'twoPeopleALine' && switched('couples-as-one')) continue
    tellWarning(terminal, warning)
    if (warning.code === 'twoPeopleALine') terminal.tell(`    ${say.importCouplesAsOne}`)
  }
  const lines = await outcomes(client, preview, terminal, foreseen)
  const leftOut = await writeLeftOut(client, preview, call)
  const answer = {
    ...counts,
    ...(leftOut === undefined ? {} : { leftOut }),
    toCheck,
    corrected,
    way: foreseen.way,
    couples: foreseen.couples,
    fields: foreseen.fields,
    ...(foreseen.dues === undefined ? {} : { dues: foreseen.dues }),
    reading: look.reading,
    ...(look.program === undefined ? {} : { program: look.program }),
    columns: look.columns.map(({ header, because }, at) => ({ header, target: mapping[at], because })),
    ...(look.cards === undefined ? {} : { cards: look.cards }),
    warnings: look.warnings,
    lines,
  }
  if (switched('dry-run')) {
    for (const [at, { header }] of look.columns.entries())
      terminal.say(say.importColumn(header, targetWords(mapping[at] ?? 'skip', terminal.language)))
    sayFields(terminal, foreseen)
    sayCounts(terminal, counts, true)
    sayDues(terminal, foreseen)
    terminal.say(say.importDry)
    return {
      answer: { ...answer, dryRun: true },
      ...(counts.refused > 0 && !switched('leave-refused') ? { status: exitStatus.refused } : {}),
    }
  }
  if (counts.refused > 0 && !switched('leave-refused')) {
    sayCounts(terminal, counts, true)
    sayDues(terminal, foreseen)
    terminal.tell(say.importRefused)
    return { answer: { ...answer, imported: false }, status: exitStatus.refused }
  }
  const {
    act,
    counts: done,
    toCheck: shelf,
  } = await finish(
    await client.exchange.import(
      { preview, leaveRefused: switched('leave-refused'), evenIfSweeping: switched('even-if-sweeping') },
      { signal },
    ),
    terminal.progress,
  )
  sayCounts(terminal, done)
  sayDues(terminal, foreseen)
  terminal.say(act === 0 ? say.importNothing : say.imported(act, folder))
  if (shelf !== undefined) terminal.say(say.importShelf(count(shelf.records, terminal.language)))
  return { answer: { ...answer, ...done, imported: true, act, ...(shelf === undefined ? {} : { shelf }) } }
}

/** Writes what `--left-out` asks for, before the import forgets the file; there is no file when no line is left out. */
async function writeLeftOut(client: CounterClient, preview: string, { option, terminal, signal }: Call) {
  const out = option('left-out')
  if (out === undefined) return undefined
  const paper = await finish(await client.exchange.leftOut({ preview }, { signal }), terminal.progress)
  if (paper.rows > 0) await writePaper(client, paper, out)
  terminal.tell(words(terminal.language).importLeftOut(paper.rows, count(paper.rows, terminal.language), out))
  return { rows: paper.rows, ...(paper.rows > 0 ? { file: out } : {}) }
}

/** What is chosen for the whole file: as last time, unless the call says otherwise. */
function choicesOf({ switched, terminal }: Call, { remembered }: Look) {
  if (switched('update') && switched('fill-only'))
    throw new UsageFailure(words(terminal.language).notTogether('update', 'fill-only'))
  const last = remembered ?? { couples: true, photos: true, way: 'update' as const, fields: [] }
  const couples = last.couples && !switched('couples-as-one')
  const way = switched('fill-only') ? ('fill' as const) : switched('update') ? ('update' as const) : undefined
  return way === undefined ? { ...last, couples } : { ...last, couples, way, fields: [] }
}

/** The places of the columns that `--skip-columns` names, accents and capitals aside. */
function skippedColumns({ option, terminal }: Call, { columns }: Look): ReadonlySet<number> {
  const names = option('skip-columns')?.split(',') ?? []
  return new Set(
    names.flatMap((name) => {
      const found = [...columns.keys()].filter((at) => fold(columns[at]?.header ?? '') === fold(name))
      if (found.length === 0) throw new NotFoundFailure(words(terminal.language).noColumn(name))
      return found
    }),
  )
}

/** In how many of the records that exist each field would change. */
function sayFields(terminal: Terminal, { fields }: Foreseen): void {
  const say = words(terminal.language)
  for (const { field, replaced, filled, way } of fields.slice(0, shown)) {
    const number = (value: number) => count(value, terminal.language)
    terminal.say(say.importField(targetWords(field, terminal.language), number(replaced), number(filled), way))
  }
}

/** `foreseen`: what would be done, and was not. */
function sayCounts(terminal: Terminal, counts: PreviewCounts, foreseen = false): void {
  terminal.say(words(terminal.language).importCounts(counts, (value) => count(value, terminal.language), foreseen))
}

/** Dues and payments that come in with the list. */
function sayDues(terminal: Terminal, { dues }: Foreseen): void {
  if (dues === undefined) return
  const { language } = terminal
  const number = (value: number) => count(value, language)
  terminal.say(words(language).importDues(number(dues.dues), number(dues.payments), centsInWords(dues.cents, language)))
}

function tellWarning(terminal: Terminal, warning: LineWarning): void {
  const said = warningWords(warning, terminal.language)
  terminal.tell(warning.line > 0 ? words(terminal.language).importProblem(warning.line, said) : said)
}

/** Every line under `--json`; else those that are refused or change something, as far as a reader follows. */
async function outcomes(
  client: CounterClient,
  preview: string,
  terminal: Terminal,
  { counts, warnings, toCheck, corrected }: Foreseen,
): Promise<readonly PreviewLine[]> {
  if (terminal.json) {
    const lines: PreviewLine[] = []
    for (;;) {
      const next = await client.exchange.previewLines({ preview, offset: lines.length, limit: page })
      lines.push(...next.lines)
      if (next.lines.length === 0 || lines.length >= next.total) return lines
    }
  }
  const open = ({ choice }: PreviewLine) => choice === undefined
  await sayLines(client, preview, terminal, 'refused', counts.refused, open)
  // What is certain comes before what is to check, which is told apart.
  const certain = counts.changed - toCheck
  await sayLines(client, preview, terminal, 'changed', certain, (line) => open(line) && !line.toCheck)
  await sayLines(client, preview, terminal, 'toCheck', toCheck, open)
  if (toCheck > 0) terminal.tell(words(terminal.language).importToCheck(count(toCheck, terminal.language)))
  if (corrected > 0) terminal.tell(words(terminal.language).importCorrected(count(corrected, terminal.language)))
  if (warnings > 0) await tellProblems(client, preview, terminal, warnings)
  return []
}

type ToldOutcome = 'refused' | 'changed' | 'toCheck'

/** The first lines of an outcome that `isTold`, and how many of the `total` are left unsaid. */
async function sayLines(
  client: CounterClient,
  preview: string,
  terminal: Terminal,
  outcome: ToldOutcome,
  total: number,
  isTold: (line: PreviewLine) => boolean,
): Promise<void> {
  const most = Math.min(shown, total)
  let told = 0
  for (let offset = 0; told < most; offset += page) {
    const { lines } = await client.exchange.previewLines({ preview, outcome, offset, limit: page })
    if (lines.length === 0) break
    for (const line of lines.filter(isTold).slice(0, most - told)) {
      sayLine(terminal, line, outcome)
      told++
    }
  }
  if (total > told) terminal.say(words(terminal.language).importMore(count(total - told, terminal.language)))
}

function sayLine(terminal: Terminal, line: PreviewLine, outcome: ToldOutcome): void {
  const say = words(terminal.language)
  terminal.say(say.importLine(line.line, say.outcome[line.outcome], line.name))
  for (const problem of line.problems)
    if (outcome === 'refused' || problem.code === 'nameAlone')
      terminal.say(`    ${warningWords(problem, terminal.language)}`)
  const { matched, candidates = [] } = line
  if (matched !== undefined)
    terminal.say(`    ${say.importMatched(matched.name, matched.id, say.because[matched.because])}`)
  for (const { id, name, about } of candidates)
    terminal.say(`    ${say.importCandidate([name, ...about].join(', '), id)}`)
  for (const change of line.changes.filter(({ left }) => left !== true))
    terminal.say(`    ${targetWords(change.field, terminal.language)}${say.colon}${change.old} → ${change.new}`)
}

/** The first odd things of lines that are accepted all the same, and how many there are. Those of others are said beside them. */
async function tellProblems(
  client: CounterClient,
  preview: string,
  terminal: Terminal,
  warnings: number,
): Promise<void> {
  let told = 0
  let met = 0
  for (let offset = 0; met < warnings; offset += page) {
    const { lines } = await client.exchange.previewLines({ preview, offset, limit: page })
    if (lines.length === 0) break
    for (const { outcome, choice, problems } of lines) {
      met += problems.length
      if (outcome === 'refused' || choice === 'leave') continue
      for (const problem of problems) {
        if (problem.code === 'nameAlone') continue
        if (told < shown) tellWarning(terminal, problem)
        told++
      }
    }
  }
  if (told > shown) terminal.tell(words(terminal.language).importWarnings(count(told, terminal.language)))
}
