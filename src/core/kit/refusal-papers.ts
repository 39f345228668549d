/** The sentences of refusals about what is made: papers, exports, the page itself. */
import type { RefusalValues } from './refusal.ts'
import {
  fileEn,
  fileFr,
  folderEn,
  folderFr,
  megabytes,
  named,
  namedEn,
  namedFr,
  type SentencesOf,
} from './refusal-phrases.ts'

type Code =
  | 'archiveTooLarge'
  | 'photosTooHeavy'
  | 'glyphMissing'
  | 'nothingToPrint'
  | 'lookImpossible'
  | 'editionFrozen'
  | 'paperMissing'
  | 'outputExists'
  | 'outputInside'
  | 'outputUnwritable'
  | 'pageNotBuilt'
  | 'outputFolderMissing'

export const paperSentences: SentencesOf<Code> = {
  archiveTooLarge: {
    fr: () =>
      'Tout ne tient pas dans une archive de 4 Go. Rien n’a été gardé. Exportez les fiches sans les documents, et copiez à part le dossier de l’association.',
    en: () =>
      'Everything does not fit into an archive of 4 GB. Nothing was kept. Export the records without the documents, and copy the association’s folder separately.',
  },
  photosTooHeavy: {
    fr: (v) =>
      `Les photos pèsent trop lourd pour un seul fichier${typeof v.limit === 'number' ? ` (au plus ${megabytes(v.limit)} Mo ensemble)` : ''}. Rien n’a été écrit. Choisissez moins de personnes, ou une liste sans photos.`,
    en: (v) =>
      `The photos are too heavy for one file${typeof v.limit === 'number' ? ` (at most ${megabytes(v.limit)} MB together)` : ''}. Nothing was written. Choose fewer people, or a list without photos.`,
  },
  glyphMissing: {
    fr: (v) =>
      `Aucune police n’a tous les caractères à imprimer${v.name === undefined ? '' : ` (${v.name}${v.text === undefined ? '' : ` : ${v.text}`})`}. Rien n’a été imprimé. Corrigez les fiches nommées par l’épreuve, ou imprimez sans ces caractères.`,
    en: (v) =>
      `No font has all the characters to print${v.name === undefined ? '' : ` (${v.name}${v.text === undefined ? '' : `: ${v.text}`})`}. Nothing was printed. Correct the records the proof names, or print without these characters.`,
  },
  nothingToPrint: {
    fr: () =>
      'Il n’y a personne à imprimer. Aucun fichier n’a été fait. Ajoutez des membres ou importez une liste, puis recommencez.',
    en: () => 'There is nobody to print. No file was made. Add members or import a list, then try again.',
  },
  lookImpossible: {
    fr: (v) => `${lookFr(v.why)}${measures(v, 'au moins', ',')}. Rien n’a été composé. ${adviceFr(v.why)}`,
    en: (v) => `${lookEn(v.why)}${measures(v, 'at least', '.')}. Nothing was typeset. ${adviceEn(v.why)}`,
  },
  editionFrozen: {
    fr: (v) =>
      `L’édition${named(namedFr(v.name, ''))} est imprimée : elle reste telle qu’elle est. Rien n’a été changé. Copiez-la pour préparer la suivante.`,
    en: (v) =>
      `The edition${named(namedEn(v.name, ''))} is printed: it stays as it is. Nothing was changed. Copy it to prepare the next one.`,
  },
  paperMissing: {
    fr: () => 'Ce document n’est plus gardé. Le registre n’a pas changé. Faites-le de nouveau.',
    en: () => 'This document is no longer kept. The register has not changed. Make it again.',
  },
  outputExists: {
    fr: (v) => `Il y a déjà un fichier${fileFr(v)}. Il est resté tel quel. Donnez un autre nom, ou enlevez-le d’abord.`,
    en: (v) => `There is already a file${fileEn(v)}. It was left as it is. Give another name, or remove it first.`,
  },
  outputInside: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} est celui d’une association : seul Amicale y écrit. Aucun fichier n’a été fait. Donnez un endroit hors de ce dossier.`,
    en: (v) =>
      `The folder ${folderEn(v)} is an association’s own: Amicale alone writes there. No file was made. Give a place outside that folder.`,
  },
  outputUnwritable: {
    fr: (v) =>
      v.why === 'full'
        ? `Le disque est plein : rien ne peut être écrit dans le dossier ${folderFr(v)}. Aucun fichier n’a été fait, les anciens sont restés tels quels. Libérez de la place, puis recommencez.`
        : `Rien ne peut être écrit dans le dossier ${folderFr(v)} : il est protégé, ou n’accepte pas ce nom de fichier. Aucun fichier n’a été fait. Donnez un autre endroit ou un autre nom.`,
    en: (v) =>
      v.why === 'full'
        ? `The disk is full: nothing can be written in the folder ${folderEn(v)}. No file was made; former ones are as they were. Make room, then try again.`
        : `Nothing can be written in the folder ${folderEn(v)}: it is protected, or does not accept that file name. No file was made. Give another place or another name.`,
  },
  pageNotBuilt: {
    fr: () => 'La fenêtre n’a pas été construite. Rien n’a été ouvert. Lancez « npm run build », puis recommencez.',
    en: () => 'The window has not been built. Nothing was opened. Run “npm run build”, then try again.',
  },
  outputFolderMissing: {
    fr: (v) =>
      `Le dossier${named(namedFr(v.folder, 'du fichier à faire'))} est introuvable. Aucun fichier n’a été fait. Créez ce dossier, ou donnez un autre endroit.`,
    en: (v) =>
      `The folder${named(namedEn(v.folder, 'of the file to make'))} cannot be found. No file was made. Make that folder, or give another place.`,
  },
}

/** `(36,6 mm ; au moins 38)`: what a look measures and what it should. Lines are told in points. */
function measures({ why, is, least }: RefusalValues, atLeast: string, point: string): string {
  if (typeof is !== 'number' || typeof least !== 'number') return ''
  const number = (value: number) => String(value).replace('.', point)
  const unit = why === 'leadingTooTight' ? 'pt' : 'mm'
  return ` (${number(is)}\u00a0${unit}, ${atLeast} ${number(least)}\u00a0${unit})`
}

function lookFr(why: RefusalValues[string] | undefined): string {
  if (why === 'columnTooNarrow') return 'Les colonnes sont trop étroites pour tenir une adresse'
  if (why === 'pageTooShort') return 'La page est trop basse pour une suite de fiches'
  return 'Les lignes sont trop serrées pour leurs lettres'
}

function lookEn(why: RefusalValues[string] | undefined): string {
  if (why === 'columnTooNarrow') return 'The columns are too narrow to hold an address'
  if (why === 'pageTooShort') return 'The page is too short for a run of entries'
  return 'The lines are too close for their letters'
}

function adviceFr(why: RefusalValues[string] | undefined): string {
  if (why === 'columnTooNarrow') return 'Choisissez moins de colonnes, des marges ou des lettres plus petites.'
  if (why === 'pageTooShort') return 'Choisissez un papier plus haut, des marges ou des lettres plus petites.'
  return 'Choisissez un interligne plus grand ou des lettres plus petites.'
}

function adviceEn(why: RefusalValues[string] | undefined): string {
  if (why === 'columnTooNarrow') return 'Choose fewer columns, smaller margins or smaller letters.'
  if (why === 'pageTooShort') return 'Choose a taller paper, smaller margins or smaller letters.'
  return 'Choose more space between lines, or smaller letters.'
}
