import { extname } from 'node:path'
import { type ExportColumn, exportColumns } from '../../core/exchange/exchange.requests.ts'
import { finish } from '../../core/kit/request.ts'
import { type Command, NotFoundFailure, UsageFailure } from '../command.ts'
import { atFolder, type CounterClient } from '../counter.ts'
import { checkOutput, writePaper } from '../files.ts'
import { count, type Language, words } from '../words.ts'

/** Takes a list out. */
export const exportCommand: Command = {
  name: 'export',
  summary: { fr: 'exporte la liste (XLSX, CSV)', en: 'exports the list (XLSX, CSV)' },
  arguments: ['FOLDER'],
  options: {
    out: {
      value: 'FILE',
      required: true,
      help: { fr: 'le fichier ; son nom dit le format', en: 'the file; its name says the format' },
    },
    list: { value: 'NAME', help: { fr: 'une catégorie ou un groupe', en: 'a category or a group' } },
    deceased: { help: { fr: 'avec les personnes décédées', en: 'with those who died' } },
    columns: { value: 'a,b', help: { fr: 'les colonnes, dans cet ordre', en: 'the columns, in this order' } },
  },
  run: ({ terminal, arguments: [folder = ''], option, switched, signal }) => {
    const out = option('out') ?? ''
    const format = formatOf(out, terminal.language)
    const columns = columnsOf(option('columns'), terminal.language)
    checkOutput(out)
    return atFolder(folder, async (client) => {
      const list = await filterOf(client, option('list'), terminal.language)
      const filter = { ...list, deceased: switched('deceased') }
      const made = await finish(
        await client.exchange.export({ format, filter, columns }, { signal }),
        terminal.progress,
      )
      await writePaper(client, made, out)
      terminal.say(words(terminal.language).exported(count(made.rows, terminal.language), out))
      return { answer: { file: out, format, rows: made.rows, size: made.size } }
    })
  },
}

function formatOf(file: string, language: Language): 'xlsx' | 'csv' {
  const ending = extname(file).toLowerCase()
  if (ending === '.xlsx') return 'xlsx'
  if (ending === '.csv') return 'csv'
  if (['.ods', '.vcf', '.json'].includes(ending)) throw new UsageFailure(words(language).notYet(ending.slice(1)))
  throw new UsageFailure(words(language).unknownFormat('.xlsx, .csv'))
}

function columnsOf(text: string | undefined, language: Language): ExportColumn[] {
  if (text === undefined) return []
  return text.split(',').map((part) => {
    const column = exportColumns.find((one) => one === part.trim())
    if (column === undefined)
      throw new UsageFailure(words(language).badValue('columns', part.trim(), exportColumns.join(', ')))
    return column
  })
}

/** A list is named by a category or by a group. */
async function filterOf(client: CounterClient, list: string | undefined, language: Language) {
  if (list === undefined) return {}
  const { categories, groups } = await client.people.choices({})
  if (categories.some(({ name }) => name === list)) return { category: list }
  if (groups.some(({ name }) => name === list)) return { group: list }
  throw new NotFoundFailure(words(language).unknownList(list))
}
