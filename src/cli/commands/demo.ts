import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Refusal } from '../../core/kit/refusal.ts'
import { finish } from '../../core/kit/request.ts'
import { ordinaryFields } from '../../core/people/consents/consents.rules.ts'
import { makeFolders } from '../../core/register/folder.ts'
import { usualPlaces } from '../../web/places.ts'
import { type Command, UsageFailure } from '../command.ts'
import { atCounter, type CounterClient } from '../counter.ts'
import { checkOutput, refuseInside, stageFile, writePaper, writingRefusal } from '../files.ts'
import { count, type Language, words } from '../words.ts'

const associationName = 'Association des Anciens et Amis de la Cité de Valcreuse'

/** What a demonstration makes; a folder with anything else in it is somebody's. */
const made = {
  association: 'Cité de Valcreuse.amicale',
  directory: 'annuaire.pdf',
  booklet: 'annuaire-livret.pdf',
  list: 'membres.xlsx',
} as const

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
    clearFormerDemo(out, say.demoForeign(out))
    makeOutput(out)
    const start = performance.now()
    const time = (since: number) =>
      say.seconds(((performance.now() - since) / 1000).toLocaleString(terminal.language, { maximumFractionDigits: 1 }))
    const number = (value: number) => count(value, terminal.language)
    const place = (name: string) => join(out, name)
    const show = (name: string, what: string) =>
      terminal.say(`  ${relative(process.cwd(), place(name)) || place(name)} — ${what}`)

    return atCounter(async (counter) => {
      await counter.make(place(made.association), { name: associationName })
      const { client } = counter
      await client.consents.setDefaults({ media: ['paper', 'pdf'], fields: [...ordinaryFields] })
      const imported = await importSample(client, signal, terminal.progress)
      const importTime = time(start)
      const pages = await finish(await client.directory.typeset({}, { signal }), terminal.progress)
      await writePaper(client, pages, place(made.directory))
      const booklet = await finish(
        await client.directory.typeset({ imposition: 'booklet' }, { signal }),
        terminal.progress,
      )
      await writePaper(client, booklet, place(made.booklet))
      const list = await finish(await client.exchange.export({ format: 'xlsx' }, { signal }), terminal.progress)
      await writePaper(client, list, place(made.list))
      const dues = await duesState(client)

      terminal.say(`${say.demoTitle} (${out})`)
      terminal.say(say.demoImported(number(imported), importTime))
      show(made.association, say.demoFolder)
      show(made.directory, say.demoDirectory(number(pages.report.pages)))
      show(made.booklet, say.demoBooklet(number(booklet.report.sheets ?? 0)))
      show(made.list, `${say.demoList} (${number(list.rows)})`)
      terminal.say(say.demoDues)
      for (const { year, payers, cents } of dues)
        terminal.say(say.demoDuesYear(year, number(payers), euros(cents, terminal.language)))
      terminal.say(say.demoDone(time(start)))
      return {
        answer: {
          folder: place(made.association),
          imported,
          directory: { file: place(made.directory), pages: pages.report.pages, printed: pages.proof.printed },
          booklet: { file: place(made.booklet), sheets: booklet.report.sheets },
          list: { file: place(made.list), rows: list.rows },
          dues,
          seconds: (performance.now() - start) / 1000,
        },
      }
    })
  },
}

/** Takes away what an earlier demonstration made; refuses a folder that holds anything else. */
function clearFormerDemo(out: string, refusal: string): void {
  const ours: readonly string[] = [...Object.values(made), 'Cité de Valcreuse backups']
  try {
    const there = statSync(out, { throwIfNoEntry: false })
    if (there === undefined) return
    if (!there.isDirectory()) throw new Refusal('outputExists', { file: out })
    const found = readdirSync(out)
    if (found.some((name) => !ours.includes(name))) throw new UsageFailure(refusal)
    for (const name of found) rmSync(join(out, name), { recursive: true })
  } catch (error) {
    throw writingRefusal(error, out)
  }
}

/** The folder of the demonstration, made if need be and tried before the work starts. */
function makeOutput(out: string): void {
  try {
    makeFolders(out)
    refuseInside(out)
  } catch (error) {
    throw writingRefusal(error, out)
  }
  checkOutput(join(out, made.directory))
}

async function importSample(
  client: CounterClient,
  signal: AbortSignal,
  progress: Parameters<typeof finish>[1],
): Promise<number> {
  const { sampleFile } = await import('../../core/desk/sample.ts')
  const staging = await stageFile(client, sampleFile(usualPlaces().resources), progress ?? (() => {}), signal)
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
