/** The sentences of refusals about files that come in. */
import type { RefusalValues } from './refusal.ts'
import {
  fileEn,
  fileFr,
  lineEn,
  lineFr,
  megabytes,
  namedEn,
  namedFr,
  type SentencesOf,
  text,
} from './refusal-phrases.ts'

const formats = {
  fr: 'Enregistrez la liste en .xlsx ou en .csv depuis votre tableur, puis recommencez.',
  en: 'Save the list as .xlsx or .csv from your spreadsheet program, then try again.',
}

/** `UTF-8`, `ISO-8859-15`, `windows-1252`, as they are usually written. */
const encodingName = ({ encoding }: RefusalValues): string =>
  String(encoding ?? 'utf-8').replace(/^(utf|iso|koi).*/, (name) => name.toUpperCase())

type Code =
  | 'fileMissing'
  | 'fileUnreadable'
  | 'fileTooLarge'
  | 'fileUnknownFormat'
  | 'fileDangerous'
  | 'fileFromTheFuture'
  | 'fileWrongEncoding'
  | 'fileMalformed'
  | 'fileEmpty'
  | 'fileNoRows'
  | 'fileNoHeader'
  | 'fileTooManyColumns'
  | 'fileTooManyRows'
  | 'sheetMissing'
  | 'importTooSweeping'
  | 'importStale'

/** What else a file may be, and what to do then. */
const otherFilesFr: Readonly<Record<string, string>> = {
  noCards:
    'ne contient aucune fiche d’adresse : aucune ligne BEGIN:VCARD n’a été trouvée à son début. Rien n’a été importé. Exportez de nouveau vos contacts au format vCard, puis recommencez.',
  text: 'porte le nom d’un classeur mais n’en est pas un. Rien n’a été importé. Renommez-le en .csv si c’est une liste, sinon enregistrez-la en .xlsx depuis votre tableur, puis recommencez.',
  encrypted:
    'est protégé par un mot de passe. Rien n’a été importé. Ouvrez-le dans votre tableur, enregistrez-en une copie sans mot de passe, puis recommencez.',
  xls: 'est un classeur d’un ancien format (.xls). Rien n’a été importé. Ouvrez-le dans votre tableur, enregistrez-le en .xlsx, puis recommencez.',
}

const otherFilesEn: Readonly<Record<string, string>> = {
  noCards:
    'holds no address card: no line BEGIN:VCARD was found at its beginning. Nothing was imported. Export your contacts as vCard again, then try again.',
  text: 'is named as a workbook but is not one. Nothing was imported. Rename it to .csv if it is a list, else save it as .xlsx from your spreadsheet program, then try again.',
  encrypted:
    'is protected by a password. Nothing was imported. Open it in your spreadsheet program, save a copy without a password, then try again.',
  xls: 'is a workbook of an old format (.xls). Nothing was imported. Open it in your spreadsheet program, save it as .xlsx, then try again.',
}

export const fileSentences: SentencesOf<Code> = {
  fileMissing: {
    fr: (v) => `Le fichier${fileFr(v)} est introuvable. Rien n’a été importé. Choisissez-le de nouveau.`,
    en: (v) => `The file${fileEn(v)} cannot be found. Nothing was imported. Choose it again.`,
  },
  fileUnreadable: {
    fr: (v) =>
      `Le fichier${fileFr(v)} ne se laisse pas lire. Rien n’a été importé. Fermez-le dans les autres programmes, vérifiez que vous y avez accès, puis recommencez.`,
    en: (v) =>
      `The file${fileEn(v)} cannot be read. Nothing was imported. Close it in other programs, check that you have access to it, then try again.`,
  },
  fileTooLarge: {
    fr: (v) =>
      `Le fichier${fileFr(v)} est trop gros${typeof v.limit === 'number' ? ` (au plus ${megabytes(v.limit)} Mo)` : ''}. Rien n’a été importé. Ne gardez que la feuille des membres, sans images, puis recommencez.`,
    en: (v) =>
      `The file${fileEn(v)} is too big${typeof v.limit === 'number' ? ` (at most ${megabytes(v.limit)} MB)` : ''}. Nothing was imported. Keep only the sheet of members, without pictures, then try again.`,
  },
  fileUnknownFormat: {
    fr: (v) =>
      `Le fichier${fileFr(v)} ${otherFilesFr[text(v.found)] ?? `n’est pas une liste qu’Amicale sache lire. Rien n’a été importé. ${formats.fr}`}`,
    en: (v) =>
      `The file${fileEn(v)} ${otherFilesEn[text(v.found)] ?? `is not a list Amicale can read. Nothing was imported. ${formats.en}`}`,
  },
  fileDangerous: {
    fr: (v) =>
      `Le fichier${fileFr(v)} est construit de façon dangereuse et n’a pas été lu jusqu’au bout. Rien n’a été importé. Ouvrez-le dans votre tableur, copiez les lignes dans un classeur neuf, puis importez celui-ci.`,
    en: (v) =>
      `The file${fileEn(v)} is built in a dangerous way and was not read to its end. Nothing was imported. Open it in your spreadsheet program, copy its rows to a new workbook, then import that one.`,
  },
  fileFromTheFuture: {
    fr: (v) =>
      `Le fichier${fileFr(v)} a été fait par une version plus récente d’Amicale. Rien n’a été importé. Installez la dernière version, puis recommencez.`,
    en: (v) =>
      `The file${fileEn(v)} was made by a newer version of Amicale. Nothing was imported. Install the latest version, then try again.`,
  },
  fileWrongEncoding: {
    fr: (v) =>
      `Les caractères du fichier${fileFr(v)} ne sont pas tous écrits en ${encodingName(v)}${lineFr(v)}. Rien n’a été importé. Retapez ce qui est abîmé, choisissez un autre codage, ou enregistrez la liste en .xlsx.`,
    en: (v) =>
      `The characters of the file${fileEn(v)} are not all written in ${encodingName(v)}${lineEn(v)}. Nothing was imported. Type again what is damaged, choose another encoding, or save the list as .xlsx.`,
  },
  fileMalformed: {
    fr: (v) =>
      v.reason === 'unclosedQuote'
        ? `Dans le fichier${fileFr(v)}, un guillemet ouvert${lineFr(v)} n’est jamais fermé. Rien n’a été importé. Fermez-le ou enlevez-le à cette ligne, puis recommencez.`
        : v.reason === 'cellTooLong'
          ? `Une cellule du fichier${fileFr(v)} est trop longue${lineFr(v)} : au plus ${Number(v.limit).toLocaleString('fr')} caractères. Rien n’a été importé. Raccourcissez-la, puis recommencez.`
          : `Le fichier${fileFr(v)} est abîmé ou mal formé${lineFr(v)}. Rien n’a été importé. Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis recommencez.`,
    en: (v) =>
      v.reason === 'unclosedQuote'
        ? `In the file${fileEn(v)}, a quote opened${lineEn(v)} is never closed. Nothing was imported. Close it or remove it on that line, then try again.`
        : v.reason === 'cellTooLong'
          ? `A cell of the file${fileEn(v)} is too long${lineEn(v)}: at most ${Number(v.limit).toLocaleString('en')} characters. Nothing was imported. Shorten it, then try again.`
          : `The file${fileEn(v)} is damaged or malformed${lineEn(v)}. Nothing was imported. Open it in your spreadsheet program, save it again, then try again.`,
  },
  fileEmpty: {
    fr: (v) =>
      `Le fichier${fileFr(v)} est vide. Rien n’a été changé. Vérifiez que c’est le bon fichier, et enregistrez-le de nouveau depuis votre tableur.`,
    en: (v) =>
      `The file${fileEn(v)} is empty. Nothing was changed. Check that it is the right file, and save it again from your spreadsheet program.`,
  },
  fileNoRows: {
    fr: (v) =>
      `Le fichier${fileFr(v)} n’a ${v.headings === 'yes' ? 'que des titres : aucune ligne n’est remplie en dessous' : 'que des lignes vides'}. Rien n’a été changé. Vérifiez que c’est le bon fichier, et la bonne feuille.`,
    en: (v) =>
      `The file${fileEn(v)} has ${v.headings === 'yes' ? 'headings only: no line is filled below them' : 'empty lines only'}. Nothing was changed. Check that it is the right file, and the right sheet.`,
  },
  fileNoHeader: {
    fr: (v) =>
      `Le fichier${fileFr(v)} n’a ni titres ni noms, seulement des chiffres. Rien n’a été importé. Ajoutez en tête une ligne de titres (Nom, Prénom…), ou choisissez une autre feuille.`,
    en: (v) =>
      `The file${fileEn(v)} has neither headings nor names, only figures. Nothing was imported. Add a line of headings at the top (Last name, First name…), or choose another sheet.`,
  },
  fileTooManyColumns: {
    fr: (v) =>
      `Le fichier${fileFr(v)} a trop de colonnes${v.limit === undefined ? '' : ` (au plus ${v.limit})`}${lineFr(v)}. Rien n’a été importé. Supprimez les colonnes inutiles, puis recommencez.`,
    en: (v) =>
      `The file${fileEn(v)} has too many columns${v.limit === undefined ? '' : ` (at most ${v.limit})`}${lineEn(v)}. Nothing was imported. Remove the useless columns, then try again.`,
  },
  fileTooManyRows: {
    fr: (v) =>
      `Le fichier${fileFr(v)} a trop de lignes${v.limit === undefined ? '' : ` (au plus ${v.limit})`}. Rien n’a été importé. Partagez-le en plusieurs fichiers, puis recommencez.`,
    en: (v) =>
      `The file${fileEn(v)} has too many lines${v.limit === undefined ? '' : ` (at most ${v.limit})`}. Nothing was imported. Split it into several files, then try again.`,
  },
  sheetMissing: {
    fr: (v) =>
      v.sheets === 0
        ? `La feuille ${namedFr(v.sheet, 'choisie')} ne peut pas être lue : ce fichier n’a pas de feuilles. Rien n’a été importé. Recommencez sans choisir de feuille.`
        : `La feuille ${namedFr(v.sheet, 'choisie')} n’est pas dans ce classeur. Rien n’a été importé. Choisissez-en une autre.`,
    en: (v) =>
      v.sheets === 0
        ? `The sheet ${namedEn(v.sheet, 'chosen')} cannot be read: this file has no sheets. Nothing was imported. Try again without choosing a sheet.`
        : `The sheet ${namedEn(v.sheet, 'chosen')} is not in this workbook. Nothing was imported. Choose another.`,
  },
  importTooSweeping: {
    fr: () =>
      'Cet import changerait la plupart des fiches. Rien n’a été importé. Relisez l’aperçu ; si c’est bien ce que vous voulez, confirmez-le.',
    en: () =>
      'This import would change most records. Nothing was imported. Read the preview again; if that is what you want, confirm it.',
  },
  importStale: {
    fr: () => 'Le registre a changé depuis l’aperçu. Rien n’a été importé. Refaites l’aperçu, puis importez.',
    en: () => 'The register has changed since the preview. Nothing was imported. Make the preview again, then import.',
  },
}
