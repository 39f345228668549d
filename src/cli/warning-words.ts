/** What an import found odd, as a reader of the terminal is told it. */
import type { LineWarning } from '../core/exchange/exchange.requests.ts'
import type { Language } from './words.ts'

type Pair = { readonly fr: string; readonly en: string }

/** `{text}` stands for what the warning quotes. */
const warnings: Readonly<Record<string, Pair>> = {
  addressPartly: {
    fr: 'ville changée ; le reste de l’adresse est gardé ({text})',
    en: 'city changed; the rest of the address is kept ({text})',
  },
  cellCut: { fr: 'cellule coupée à {text} caractères', en: 'cell cut at {text} characters' },
  cellError: {
    fr: 'le tableur y a mis une faute de calcul ({text})',
    en: 'the spreadsheet holds a failed sum ({text})',
  },
  couple: { fr: 'semble nommer deux personnes', en: 'seems to name two people' },
  doubledHeader: { fr: 'deux colonnes ont ce titre', en: 'two columns have this heading' },
  duplicateOfLine: { fr: 'répète la ligne {text}', en: 'repeats line {text}' },
  emailInvalid: { fr: 'courriel à vérifier ({text})', en: 'e-mail to check ({text})' },
  emailTooLong: { fr: 'courriel trop long ({text})', en: 'e-mail too long ({text})' },
  encodingGuessed: { fr: 'encodage supposé : {text}', en: 'encoding guessed: {text}' },
  extrasInNotes: { fr: '{text} colonnes gardées dans les notes', en: '{text} columns kept in the notes' },
  formulaWithoutValue: { fr: 'formule sans résultat enregistré', en: 'formula without a saved result' },
  hiddenRows: { fr: '{text} lignes masquées, lues aussi', en: '{text} hidden rows, read as well' },
  lastNameMissing: { fr: 'il manque le nom', en: 'the name is missing' },
  mergedFilled: { fr: 'cellules fusionnées, répétées', en: 'merged cells, repeated' },
  moreWarnings: { fr: 'et {text} autres avertissements', en: 'and {text} more warnings' },
  noHeader: { fr: 'aucune ligne de titres reconnue', en: 'no heading row recognised' },
  noNameColumn: { fr: 'aucune colonne de noms reconnue', en: 'no column of names recognised' },
  nulRemoved: { fr: 'caractères nuls ôtés', en: 'null characters removed' },
  numberOfAnother: { fr: 'ce numéro est celui de {text}', en: 'this number is that of {text}' },
  otherSheets: { fr: 'autres feuilles non lues : {text}', en: 'other sheets not read: {text}' },
  phoneUnread: { fr: 'téléphone gardé tel quel ({text})', en: 'phone kept as written ({text})' },
  postcodePadded: { fr: 'zéro rendu au code postal ({text})', en: 'zero given back to the postcode ({text})' },
  raggedRow: { fr: 'nombre de cellules inattendu ({text})', en: 'unexpected number of cells ({text})' },
  sameNameOfLine: { fr: 'même nom qu’à la ligne {text}', en: 'same name as line {text}' },
  severalSameName: { fr: '{text} fiches ont ce nom', en: '{text} records have this name' },
  titleRows: { fr: '{text} lignes sautées avant les titres', en: '{text} rows skipped before the headings' },
  twoHeaderRows: { fr: 'titres sur deux lignes', en: 'headings on two rows' },
  unknownCountry: { fr: 'pays inconnu ({text})', en: 'unknown country ({text})' },
  unknownStatus: { fr: 'statut inconnu ({text})', en: 'unknown status ({text})' },
  yearUnread: { fr: 'année illisible ({text})', en: 'unreadable year ({text})' },
}

/** `Courriel : à vérifier (pas un courriel)`; a code nobody has named here is shown by its own word. */
export function warningWords({ column, code, text }: LineWarning, language: Language): string {
  const known = Object.hasOwn(warnings, code) ? warnings[code] : undefined
  const said =
    known === undefined ? [code, text].filter(Boolean).join(' ') : known[language].replace('{text}', () => text)
  return column === undefined ? said : `${column}${language === 'fr' ? '\u00a0: ' : ': '}${said}`
}
