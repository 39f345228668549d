import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Refusal } from '../../core/kit/refusal.ts'
import { finish } from '../../core/kit/request.ts'
import { ordinaryFields } from '../../core/people/consents/consents.rules.ts'
import { usualPlaces } from '../../web/places.ts'
import type { Command } from '../command.ts'
import { atCounter, type CounterClient } from '../counter.ts'
import { demoAssociation, demoLetterhead, demoNames, makeDemo } from '../demo-place.ts'
import { stageFile, writePaper } from '../files.ts'
import { count, type Language, words } from '../words.ts'

/** The main job on the sample spreadsheet. */
export const demoCommand: Command = {
  name: 'demo',
  summary: {
    fr: 'fait le travail principal sur l’association inventée',
    en: 'does the main job on the invented association',
  },
  arguments: [],
  options: {
    out: {
      value: 'FOLDER',
      help: { fr: 'où ranger le résultat ; ./demo sinon', en: 'where the result goes; else ./demo' },
    },
  },
  run: async ({ terminal, option, signal }) => {
    const say = words(terminal.language)
    const out = resolve(option('out') ?? 'demo')
    const { sampleFile } = await import('../../core/desk/sample.ts')
    const sample = sampleFile(usualPlaces().resources)
    const start = performance.now()
    const time = (since: number) =>
      say.seconds(((performance.now() - since) / 1000).toLocaleString(terminal.language, { maximumFractionDigits: 1 }))
    const number = (value: number) => count(value, terminal.language)
    const place = (name: string) => join(out, name)
    const show = (name: string, what: string) => terminal.say(`  ${fromHere(place(name))} — ${what}`)

    const make = (nursery: string, stateFolder: string) =>
      atCounter(
        async (counter) => {
          await counter.make(join(nursery, demoNames.association), { name: demoAssociation })
          const { client } = counter
          await client.consents.setDefaults({ media: ['paper', 'pdf'], fields: [...ordinaryFields] })
          const imported = await importSample(client, sample, signal, terminal.progress)
          const importTime = time(start)
          const pages = await finish(await client.directory.typeset({}, { signal }), terminal.progress)
          await writePaper(client, pages, join(nursery, demoNames.directory))
          const booklet = await finish(
            await client.directory.typeset({ imposition: 'booklet' }, { signal }),
            terminal.progress,
          )
          await writePaper(client, booklet, join(nursery, demoNames.booklet))
          const list = await finish(await client.exchange.export({ format: 'xlsx' }, { signal }), terminal.progress)
          await writePaper(client, list, join(nursery, demoNames.list))
          const treasurer = await treasurersEvening(client, nursery, signal, terminal.progress)
          return { imported, importTime, pages, booklet, list, dues: await duesState(client), treasurer }
        },
        { ...usualPlaces(), stateFolder },
      )
    const { imported, importTime, pages, booklet, list, dues, treasurer } = await makeDemo({
      ...{ out, sample: basename(sample), signal, say, make },
    })

    terminal.say(`${say.demoTitle} (${out})`)
    terminal.say(say.demoImported(number(imported), importTime))
    show(demoNames.association, say.demoFolder)
    show(demoNames.directory, say.demoDirectory(number(pages.report.pages)))
    show(demoNames.booklet, say.demoBooklet(number(booklet.report.sheets ?? 0)))
    show(demoNames.list, `${say.demoList} (${number(list.rows)})`)
    show(demoNames.reminders, say.demoReminders(number(treasurer.reminders.letters), treasurer.year))
    show(demoNames.receipts, say.demoReceipts(number(treasurer.receipts.issued), treasurer.year))
    show(demoNames.cards, say.demoCards(number(treasurer.cards.cards), treasurer.year))
    terminal.say(say.demoDues)
    for (const { year, payers, cents } of dues)
      terminal.say(say.demoDuesYear(year, number(payers), euros(cents, terminal.language)))
    terminal.say(say.demoDone(time(start)))
    return {
      answer: {
        folder: place(demoNames.association),
        imported,
        directory: { file: place(demoNames.directory), pages: pages.report.pages, printed: pages.proof.printed },
        booklet: { file: place(demoNames.booklet), sheets: booklet.report.sheets },
        list: { file: place(demoNames.list), rows: list.rows },
        dues,
        reminders: { file: place(demoNames.reminders), ...treasurer.reminders },
        receipts: { file: place(demoNames.receipts), ...treasurer.receipts },
        cards: { file: place(demoNames.cards), ...treasurer.cards },
        seconds: (performance.now() - start) / 1000,
      },
    }
  },
}

/** Of the latest year: members are called, those who owe are written to, receipts and cards go to those who paid. */
async function treasurersEvening(
  client: CounterClient,
  nursery: string,
  signal: AbortSignal,
  progress: Parameters<typeof finish>[1],
) {
  const { years, usual } = await client.dues.years({})
  const [year] = years
  if (year === undefined) throw new Refusal('fileEmpty', { file: 'sample' })
  await client.dues.setRates({ year: year.id, rates: [...usual] })
  await client.dues.ask({ year: year.id })
  await client.letters.setLetterhead(demoLetterhead)
  const letters = await finish(
    await client.reminders.write({ year: year.id, rung: 'call', evenIfMissing: true }, { signal }),
    progress,
  )
  if (letters.post !== undefined) await writePaper(client, letters.post, join(nursery, demoNames.reminders))
  const given = await finish(
    await client.receipts.issue({ form: 'plain', year: Number(year.starts.slice(0, 4)) }, { signal }),
    progress,
  )
  if (given.post !== undefined) await writePaper(client, given.post, join(nursery, demoNames.receipts))
  const cards = await finish(await client.membership.cards({ year: year.id }, { signal }), progress)
  await writePaper(client, cards.file, join(nursery, demoNames.cards))
  return {
    year: year.name,
    reminders: { letters: letters.report.post, pages: letters.report.pages, people: letters.report.people },
    receipts: { issued: given.issued, cents: given.cents },
    cards: { cards: cards.report.cards, pages: cards.report.pages },
  }
}

/** A path as short as one may type it: from the current folder when it is inside, else whole. */
function fromHere(path: string): string {
  const from = relative(process.cwd(), path)
  return from === '' || isAbsolute(from) || from.split(sep)[0] === '..' ? path : from
}

async function importSample(
  client: CounterClient,
  sample: string,
  signal: AbortSignal,
  progress: Parameters<typeof finish>[1],
): Promise<number> {
  const staging = await stageFile(client, sample, progress ?? (() => {}), signal)
  const look = await finish(await client.exchange.look({ staging }, { signal }), progress)
  const mapping = look.columns.map(({ target }) => target)
  const { preview } = await finish(await client.exchange.preview({ staging, mapping }, { signal }), progress)
  const { counts } = await finish(await client.exchange.import({ preview }, { signal }), progress)
  await client.exchange.discard({ staging })
  if (counts.created === 0) throw new Refusal('fileEmpty', { file: 'sample' })
  return counts.created
}

type DuesYear = { readonly year: string; readonly payers: number; readonly cents: number }

/** What each year brought: the columns « Cotisation 2025 » of the list came in as dues. */
async function duesState(client: CounterClient): Promise<readonly DuesYear[]> {
  const { years } = await client.dues.years({})
  return Promise.all(
    years.toReversed().map(async ({ id, name }) => {
      const { totals } = await client.dues.year({ year: id, limit: 1 })
      return { year: name, payers: totals.states.upToDate ?? 0, cents: totals.received }
    }),
  )
}

const euros = (cents: number, language: Language): string =>
  (cents / 100).toLocaleString(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
