/** What stands beside the files of the archive, so that nobody needs us to read it. */
import { csvHead, csvLine } from '../export-csv.ts'
import type { WholeSheet } from './whole-sheet.ts'
import { leftOut } from './whole-tables.ts'

type Language = 'fr' | 'en'

export type Contents = {
  readonly association: string
  readonly day: string
  readonly sheets: readonly (WholeSheet & { readonly rowCount: number })[]
  readonly photos: number
  readonly documents: number
  readonly editions: number
  /** Files that are missing or were changed on the disk. */
  readonly missing: readonly string[]
}

export const readMeName = { fr: 'LISEZMOI.txt', en: 'README.txt' } as const

export function readMe(contents: Contents, language: Language): string {
  const { association, day, sheets, photos, documents, editions, missing } = contents
  const files = sheets.map(({ file, about, rowCount }) => `  ${file}.csv : ${about[language]} (${rowCount})`)
  const out = Object.values(leftOut).map((reason) => `  - ${reason[language]}`)
  const lines =
    language === 'fr'
      ? [
          `${association} : tout ce que l’association tenait dans Amicale le ${day}.`,
          '',
          'Chaque fichier .csv est un tableau. C’est du texte (UTF-8), les colonnes séparées par des points-virgules, la première',
          'ligne donnant leurs titres. N’importe quel tableur ou éditeur de texte l’ouvre. Le N° d’une ligne sert à la désigner',
          'ailleurs : « N° de fiche » renvoie au N° de fiches.csv. dictionnaire.csv dit ce que contient chaque colonne.',
          'Les jours s’écrivent année-mois-jour ; ceux qu’on ne connaît qu’en partie, année ou année-mois. Une apostrophe devant',
          'un texte qui commence par = + - @ l’empêche d’être pris pour une formule : elle n’en fait pas partie.',
          '',
          'Les tableaux, et combien de lignes y sont remplies :',
          ...files,
          '',
          'fiches.json redit les fiches entières, chacune avec ses listes et les foyers, pour un programme ; une importation dans',
          'Amicale les reprend. Ni la corbeille ni les photos n’y sont.',
          `Photos, dans le dossier photos, chacune sous le N° de sa fiche : ${photos}. Autres fichiers, dans documents : ${documents}.`,
          `Éditions imprimées, dans editions : ${editions}.`,
          '',
          'Ne s’y trouvent pas :',
          ...out,
        ]
      : [
          `${association}: everything the association kept in Amicale on ${day}.`,
          '',
          'Each .csv file is a table. It is text (UTF-8), its columns parted by semicolons, its first line giving their headings.',
          'Any spreadsheet program or text editor opens it. The No. of a line is how other files name it: “Record no.” is the No.',
          'of records.csv. dictionary.csv says what each column holds. Days are written year-month-day; those known in part, year',
          'or year-month. An apostrophe before a text that begins with = + - @ keeps it from being taken for a formula: it is no',
          'part of the text.',
          '',
          'The tables, and how many lines they hold:',
          ...files,
          '',
          'records.json says the records again, each whole with its lists and the households, for a program; an import into',
          'Amicale takes them over. Neither the trash nor the photos are in it.',
          `Photos, in the folder photos, each under the No. of its record: ${photos}. Other files, in documents: ${documents}.`,
          `Printed editions, in editions: ${editions}.`,
          '',
          'Not in it:',
          ...out,
        ]
  const lost =
    missing.length === 0
      ? []
      : ['', language === 'fr' ? 'Fichiers introuvables ou altérés :' : 'Files missing or altered:', ...missing]
  return `${[...lines, ...lost].join('\r\n')}\r\n`
}

export const dictionaryName = { fr: 'dictionnaire.csv', en: 'dictionary.csv' } as const

export function dictionary(sheets: readonly WholeSheet[], language: Language): string {
  const headers = {
    fr: ['Fichier', 'Colonne', 'En français', 'En anglais', 'Type', 'Renvoie à', 'Mots possibles'],
    en: ['File', 'Column', 'In French', 'In English', 'Type', 'Refers to', 'Possible words'],
  }[language]
  const lines = sheets.flatMap(({ file, columns }) =>
    columns.map(({ header, meaning, type, link, choices }) =>
      csvLine([`${file}.csv`, header, meaning.fr, meaning.en, type, link, choices], 'excel'),
    ),
  )
  return csvHead(headers, 'excel') + lines.join('')
}
