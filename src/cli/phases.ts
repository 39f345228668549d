/** The phases a work says it is in, as a reader of the terminal calls them. */
import type { Language } from './words.ts'

const phases: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  staging: { fr: 'Copie du fichier', en: 'Copying the file' },
  reading: { fr: 'Lecture', en: 'Reading' },
  recognising: { fr: 'Reconnaissance des colonnes', en: 'Recognising columns' },
  comparing: { fr: 'Comparaison', en: 'Comparing' },
  importing: { fr: 'Import', en: 'Importing' },
  inventing: { fr: 'Invention', en: 'Inventing' },
  gathering: { fr: 'Rassemblement des fiches', en: 'Gathering records' },
  writing: { fr: 'Écriture', en: 'Writing' },
  typesetting: { fr: 'Composition', en: 'Typesetting' },
  composing: { fr: 'Composition', en: 'Typesetting' },
  painting: { fr: 'Impression des pages', en: 'Painting pages' },
  imposing: { fr: 'Imposition', en: 'Imposing' },
  checking: { fr: 'Vérification', en: 'Checking' },
}

/** The phase in words; a phase nobody has named here is shown by its own word. */
export const phaseWords = (phase: string, language: Language): string =>
  Object.hasOwn(phases, phase) ? (phases[phase]?.[language] ?? phase) : phase
