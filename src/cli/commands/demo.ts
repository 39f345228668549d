import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Refusal } from '../../core/kit/refusal.ts'
import { finish } from '../../core/kit/request.ts'
import { ordinaryFields } from '../../core/people/consents/consents.rules.ts'
import { usualPlaces } from '../../web/places.ts'
import type { Command } from '../command.ts'
import { atCounter, type CounterClient } from '../counter.ts'
import { demoAssociation, demoNames, makeDemo } from '../demo-place.ts'
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
          return { imported, importTime, pages, booklet, list, dues: await duesState(client) }
        },
        { ...usualPlaces(), stateFolder },
      )
    const { imported, importTime, pages, booklet, list, dues } = await makeDemo({
      ...{ out, sample: basename(sample), signal, say, make },
    })

    terminal.say(`${say.demoTitle} (${out})`)
    terminal.say(say.demoImported(number(imported), importTime))
    show(demoNames.association, say.demoFolder)
    show(demoNames.directory, say.demoDirectory(number(pages.report.pages)))
    show(demoNames.booklet, say.demoBooklet(number(booklet.report.sheets ?? 0)))
    show(demoNames.list, `${say.demoList} (${number(list.rows)})`)
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
        seconds: (performance.now() - start) / 1000,
      },
    }
  },
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

/** What each year brought, read from the columns « Cotisation 2025 » that the association keeps of its own. */
async function duesState(client: CounterClient): Promise<readonly DuesYear[]> {
  const { extras } = await client.people.choices({})
  const years = new Map<string, { payers: number; cents: number }>()
  for (const name of extras) {
    const year = /^Cotisation (\d{4})$/.exec(name)?.[1]
    if (year !== undefined) years.set(name, { payers: 0, cents: 0 })
  }
  const page = 500
  for (let offset = 0; ; offset += page) {
    const { total, rows } = await client.people.list({ offset, limit: page })
    for (const { id } of rows) {
      const contact = await client.people.read({ id })
      for (const { name, value } of contact.extras) {
        const year = years.get(name)
        const cents = centsOf(value)
        if (year === undefined || cents === 0) continue
        year.payers++
        year.cents += cents
      }
    }
    if (offset + page >= total) break
  }
  return [...years]
    .map(([name, sums]) => ({ year: name.slice(-4), ...sums }))
    .sort((a, b) => a.year.localeCompare(b.year))
}

/** An amount typed by a secretary, `35,00 €`, in cents; 0 when it is no amount. */
function centsOf(text: string): number {
  const [, whole, part = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f€]/g, '')) ?? []
  return whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

const euros = (cents: number, language: Language): string =>
  (cents / 100).toLocaleString(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
