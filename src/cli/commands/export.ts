import { extname } from 'node:path'
import {
  type CsvForm,
  csvForms,
  type ExportColumn,
  type ExportFormat,
  exportColumns,
  exportFormats,
  vcardVersions,
} from '../../core/exchange/export.requests.ts'
import { finish } from '../../core/kit/request.ts'
import { type Command, NotFoundFailure, UsageFailure } from '../command.ts'
import { atFolder, type CounterClient } from '../counter.ts'
import { checkOutput, writePaper } from '../files.ts'
import type { Terminal } from '../terminal.ts'
import { checkEmptyFolder, unpackPaper } from '../unpack.ts'
import { count, type Language, words } from '../words.ts'

const formatList = Object.keys(exportFormats).join(', ').toUpperCase()

/** Takes a list out. */
export const exportCommand: Command = {
  name: 'export',
  summary: { fr: `exporte la liste (${formatList})`, en: `exports the list (${formatList})` },
  arguments: ['FOLDER'],
  options: {
    out: {
      value: 'FILE',
      required: true,
      help: { fr: 'le fichier ; son nom dit le format', en: 'the file; its name says the format' },
    },
    list: { value: 'NAME', help: { fr: 'une catégorie ou un groupe', en: 'a category or a group' } },
    everything: {
      help: {
        fr: 'tout ce que l’association tient, en une archive .zip ou un dossier neuf',
        en: 'everything the association keeps, in one .zip archive or a new folder',
      },
    },
    csv: {
      value: 'excel|rfc',
      help: {
        fr: 'CSV pour un tableur français ou selon la RFC 4180',
        en: 'CSV for a French spreadsheet or by RFC 4180',
      },
    },
    vcard: {
      value: '4.0|3.0',
      help: {
        fr: 'la version des fiches d’adresse ; 3.0 pour les carnets anciens',
        en: 'the version of address cards; 3.0 for older address books',
      },
    },
    'no-photos': {
      help: { fr: 'sans les photos (.vcf et .json)', en: 'without the photos (.vcf and .json)' },
    },
    deceased: { help: { fr: 'avec les personnes décédées', en: 'with those who died' } },
    model: {
      value: 'NAME',
      help: { fr: 'les colonnes d’un modèle enregistré', en: 'the columns of a saved model' },
    },
    columns: { value: 'a,b', help: { fr: 'les colonnes, dans cet ordre', en: 'the columns, in this order' } },
  },
  run: ({ terminal, arguments: [folder = ''], option, switched, signal }) => {
    const out = option('out') ?? ''
    if (switched('everything')) {
      const useless = (['list', 'csv', 'vcard', 'columns', 'model'] as const).find((name) => option(name) !== undefined)
      if (useless !== undefined) throw new UsageFailure(words(terminal.language).notWithEverything(useless))
      return everything(terminal, folder, out, signal)
    }
    const format = formatOf(out, terminal.language)
    const given = columnsOf(option('columns'), terminal.language)
    const model = option('model')
    if (model !== undefined && given.length > 0)
      throw new UsageFailure(words(terminal.language).badValue('columns', option('columns') ?? '', '--model'))
    const csv = csvOf(option('csv'), terminal.language)
    const version = vcardOf(option('vcard'), terminal.language)
    checkOutput(out)
    return atFolder(folder, async (client) => {
      const list = await filterOf(client, option('list'), terminal.language)
      const columns = model === undefined ? given : await modelOf(client, model, terminal.language)
      const filter = { ...list, deceased: switched('deceased') }
      const made = await finish(
        await client.exchange.export(
          { format, csv, vcard: { version }, photos: !switched('no-photos'), filter, columns },
          { signal },
        ),
        terminal.progress,
      )
      await writePaper(client, made, out)
      terminal.say(words(terminal.language).exported(count(made.rows, terminal.language), out))
      return { answer: { file: out, format, rows: made.rows, size: made.size } }
    })
  },
}

/** Everything the association keeps: in one archive, or in a folder when the name is not that of an archive. */
function everything(terminal: Terminal, folder: string, out: string, signal: AbortSignal) {
  const ending = extname(out).toLowerCase()
  if (ending !== '' && ending !== '.zip') throw new UsageFailure(words(terminal.language).unknownFormat('.zip'))
  const asFolder = ending === ''
  if (asFolder) checkEmptyFolder(out)
  else checkOutput(out)
  return atFolder(folder, async (client) => {
    const made = await finish(await client.exchange.exportEverything({}, { signal }), terminal.progress)
    if (asFolder) await unpackPaper(client, made, out, signal)
    else await writePaper(client, made, out)
    terminal.say(words(terminal.language).exported(count(made.contacts, terminal.language), out))
    const { tables, contacts, files, missing, size } = made
    const format = asFolder ? 'folder' : 'zip'
    return { answer: { file: out, format, tables, rows: contacts, files, missing, size } }
  })
}

function formatOf(file: string, language: Language): ExportFormat {
  const ending = extname(file).toLowerCase().slice(1)
  const formats = Object.keys(exportFormats) as ExportFormat[]
  const format = formats.find((one) => exportFormats[one].extension === ending)
  if (format !== undefined) return format
  throw new UsageFailure(
    words(language).unknownFormat(formats.map((one) => `.${exportFormats[one].extension}`).join(', ')),
  )
}

function csvOf(text: string | undefined, language: Language): CsvForm | undefined {
  const form = csvForms.find((one) => one === text)
  if (text !== undefined && form === undefined)
    throw new UsageFailure(words(language).badValue('csv', text, csvForms.join(', ')))
  return form
}

function vcardOf(text: string | undefined, language: Language): (typeof vcardVersions)[number] | undefined {
  const version = vcardVersions.find((one) => one === text)
  if (text !== undefined && version === undefined)
    throw new UsageFailure(words(language).badValue('vcard', text, vcardVersions.join(', ')))
  return version
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

async function modelOf(client: CounterClient, name: string, language: Language): Promise<ExportColumn[]> {
  const { models } = await client.exchange.models({})
  const model = models.find((one) => one.name === name)
  if (model === undefined) throw new NotFoundFailure(words(language).unknownModel(name))
  return [...model.columns]
}

/** A list is named by a category or by a group. */
async function filterOf(client: CounterClient, list: string | undefined, language: Language) {
  if (list === undefined) return {}
  const { categories, groups } = await client.people.choices({})
  if (categories.some(({ name }) => name === list)) return { category: list }
  if (groups.some(({ name }) => name === list)) return { group: list }
  throw new NotFoundFailure(words(language).unknownList(list))
}
