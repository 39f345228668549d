/** What an import finds odd, in words: the same in the window and in the terminal. `{text}` stands for what is quoted. */
const words = {
  addressNotShared: {
    fr: 'Adresse qui n’est plus commune : le fichier n’en donne pas le foyer',
    en: 'Address no longer shared: the file does not give its household',
  },
  addressPartly: {
    fr: 'Ville changée ; le reste de l’adresse est gardé : {text}',
    en: 'City changed; the rest of the address is kept: {text}',
  },
  addressWhole: {
    fr: 'Adresse gardée dans ses lignes : rien n’y montre à coup sûr le code postal et la ville',
    en: 'Address kept in its lines: nothing shows its postcode and town for certain',
  },
  capitalNames: {
    fr: 'Noms en capitales, gardés comme ils sont écrits',
    en: 'Names in capitals, kept as they are written',
  },
  cardInside: {
    fr: 'Fiche à l’intérieur d’une autre, gardée en une ligne : {text}',
    en: 'Card inside another, kept as one line: {text}',
  },
  cardTooLarge: {
    fr: 'Fiche trop longue : sa fin n’a pas été lue',
    en: 'Card too long: its end was not read',
  },
  cardUnfinished: {
    fr: 'La fiche n’a pas de fin (END:VCARD) : ce qui a été lu est gardé',
    en: 'The card has no end (END:VCARD): what was read is kept',
  },
  cellCut: { fr: 'Texte trop long, coupé à {text} caractères', en: 'Text too long, cut at {text} characters' },
  cellError: { fr: 'Cellule en anomalie : {text}', en: 'The cell holds a failed sum: {text}' },
  couple: { fr: 'Semble nommer deux personnes', en: 'Seems to name two people' },
  doubledHeader: { fr: 'Titre présent deux fois : {text}', en: 'Heading present twice: {text}' },
  duesClosed: {
    fr: 'Cotisation d’une année close, laissée : {text}',
    en: 'Due of a closed year, left: {text}',
  },
  duesDiffer: {
    fr: 'Cotisation enregistrée autrement ; le registre est gardé : {text}',
    en: 'Due recorded otherwise; the register is kept: {text}',
  },
  duesOfDouble: {
    fr: 'Cotisations d’une ligne répétée, laissées : {text}',
    en: 'Dues of a repeated line, left: {text}',
  },
  duesUnread: {
    fr: 'Cotisation non reconnue, gardée à part : {text}',
    en: 'Dues not recognised, kept aside: {text}',
  },
  dayUnread: { fr: 'Date non reconnue, gardée à part : {text}', en: 'Day not recognised, kept aside: {text}' },
  daysEitherWay: {
    fr: 'Dates lues avec le jour d’abord ({text}) ; rien ne le montre à coup sûr',
    en: 'Days read with the day first ({text}); nothing shows it for certain',
  },
  daysMonthFirst: {
    fr: 'Dates lues avec le mois d’abord : {text}',
    en: 'Days read with the month first: {text}',
  },
  duplicateOfLine: {
    fr: 'Répète la ligne {text} ; n’est pas écrite à part',
    en: 'Repeats line {text}; not written by itself',
  },
  emailInvalid: { fr: 'Courriel à vérifier : {text}', en: 'E-mail to check: {text}' },
  emailTooLong: { fr: 'Courriel trop long : {text}', en: 'E-mail too long: {text}' },
  encodingGuessed: { fr: 'Codage supposé : {text}', en: 'Encoding guessed: {text}' },
  extrasInNotes: { fr: 'Rubriques en trop, gardées en note', en: 'Too many columns, kept in the notes' },
  fewEmails: { fr: 'Peu de ces cellules sont des courriels', en: 'Few of these cells are e-mails' },
  formulaLike: {
    fr: 'Ressemble à une formule ; gardé comme texte, jamais calculé : {text}',
    en: 'Looks like a formula; kept as text, never computed: {text}',
  },
  formulaWithoutValue: { fr: 'Formule sans valeur enregistrée', en: 'Formula without a saved value' },
  headingOtherDelimiter: {
    fr: 'Les titres et les lignes n’ont pas le même séparateur ({text}) ; les titres ont été lus avec le leur',
    en: 'Headings and lines are not parted by the same sign ({text}); the headings were read with their own',
  },
  hiddenColumns: {
    fr: 'Colonnes masquées dans le tableur, lues aussi : {text}',
    en: 'Columns hidden in the spreadsheet, read as well: {text}',
  },
  hiddenRows: {
    fr: 'Lignes masquées dans le tableur, lues aussi : {text}',
    en: 'Rows hidden in the spreadsheet, read as well: {text}',
  },
  hiddenSheet: {
    fr: 'Cette feuille est masquée dans le tableur : {text}',
    en: 'This sheet is hidden in the spreadsheet: {text}',
  },
  householdAlone: {
    fr: 'Foyer non repris : il n’y a qu’une personne ({text})',
    en: 'Household not taken over: it has one person alone ({text})',
  },
  householdInvalid: {
    fr: 'Foyer non repris : mal écrit ({text})',
    en: 'Household not taken over: written wrongly ({text})',
  },
  householdMissing: {
    fr: 'Foyer non repris : le fichier n’a pas tous ceux qu’il nomme ({text})',
    en: 'Household not taken over: the file has not all those it names ({text})',
  },
  householdNotPeople: {
    fr: 'Foyer non repris : il nomme une organisation ({text})',
    en: 'Household not taken over: it names an organisation ({text})',
  },
  householdTwice: {
    fr: 'Foyer non repris : déjà nommé dans un foyer du fichier ({text})',
    en: 'Household not taken over: already named in a household of the file ({text})',
  },
  lastNameMissing: { fr: 'Le nom de famille manque', en: 'The last name is missing' },
  lineJoined: {
    fr: 'Ligne sans nom, lue comme la suite de celle du dessus : {text}',
    en: 'Line without a name, read as going on from the one above: {text}',
  },
  logMissing: {
    fr: 'Ce qui a été écrit en dernier peut manquer : il est dans {text}, qui n’a pas été apporté',
    en: 'What was written last may be missing: it is in {text}, which was not brought',
  },
  looseQuotes: {
    fr: 'Guillemets mal fermés, lus comme ils sont écrits',
    en: 'Quotes left open, read as they are written',
  },
  mergedCells: { fr: 'Cellules fusionnées dans le tableur', en: 'Cells merged in the spreadsheet' },
  mergedFilled: { fr: 'Cellules fusionnées : la valeur est répétée', en: 'Merged cells: the value is repeated' },
  moreWarnings: { fr: 'Autres remarques : {text}', en: 'Other remarks: {text}' },
  nameAlone: {
    fr: 'À vérifier : reconnue par le nom seul, {text}',
    en: 'To check: known by the name alone, {text}',
  },
  matchesTwo: {
    fr: 'À vérifier : même nom que l’une et même courriel que l’autre ({text})',
    en: 'To check: the name of one and the e-mail of another ({text})',
  },
  nameTwice: {
    fr: 'Nom écrit deux fois dans le même objet ; la dernière valeur a été lue : {text}',
    en: 'Name written twice in the same object; the last value was read: {text}',
  },
  namedByOther: {
    fr: 'Sans nom ; la fiche porte à sa place : {text}',
    en: 'Without a name; the record is called instead: {text}',
  },
  nameMissing: { fr: 'Le nom manque', en: 'The name is missing' },
  noHeader: { fr: 'Pas de ligne de titres reconnue', en: 'No heading row recognised' },
  twoPeopleALine: {
    fr: 'Chaque ligne est lue comme deux personnes, la seconde sous « {text} » ; l’aperçu permet de n’en faire qu’une fiche',
    en: 'Each line is read as two people, the second under “{text}”; the preview lets you keep one record for each',
  },
  noNameColumn: { fr: 'Aucune colonne de noms reconnue', en: 'No column of names recognised' },
  signRemoved: { fr: 'Signe qui n’est pas un caractère retiré', en: 'A sign that is no character removed' },
  nulRemoved: { fr: 'Caractères nuls retirés', en: 'Null characters removed' },
  numberOfAnother: { fr: 'Ce numéro est celui de {text}', en: 'This number is that of {text}' },
  otherBirth: {
    fr: 'Une fiche de ce nom a une autre date de naissance : {text}',
    en: 'A record of this name has another day of birth: {text}',
  },
  otherSheets: { fr: 'Autres feuilles, non lues : {text}', en: 'Other sheets, not read: {text}' },
  ownUnread: {
    fr: 'Non reconnu, gardé en note : {text}',
    en: 'Not recognised, kept as a note: {text}',
  },
  partLeft: { fr: 'Pièce jointe laissée de côté : {text}', en: 'Attachment left aside: {text}' },
  phoneUnread: { fr: 'Téléphone gardé tel qu’écrit : {text}', en: 'Phone kept as written: {text}' },
  photoKept: {
    fr: 'Photo laissée de côté : la fiche en a déjà une autre',
    en: 'Photo left aside: the record has another already',
  },
  photoNotFetched: {
    fr: 'Photo sur le web, non téléchargée ; son adresse est gardée : {text}',
    en: 'Photo on the web, not fetched; its address is kept: {text}',
  },
  photoSecond: {
    fr: 'Seconde photo laissée de côté : une fiche en a une seule',
    en: 'Second photo left aside: a record has one alone',
  },
  photoTooBig: {
    fr: 'Photo trop grande, laissée de côté (au plus 600 ko)',
    en: 'Photo too big, left aside (at most 600 kB)',
  },
  photoUnread: {
    fr: 'Photo abîmée, ou ni JPEG ni PNG : laissée de côté',
    en: 'Photo damaged, or neither JPEG nor PNG: left aside',
  },
  postcodePadded: { fr: 'Code postal complété : {text}', en: 'Postcode completed: {text}' },
  raggedRow: {
    fr: 'Texte à droite du tableau, gardé dans les notes : {text}',
    en: 'Text to the right of the table, kept in the notes: {text}',
  },
  repeatedHeader: { fr: 'La ligne répète les titres', en: 'The line repeats the headings' },
  sameMemberAsLine: {
    fr: 'Même personne qu’à la ligne {text} ; ce que celle-ci ajoute est gardé avec elle',
    en: 'Same person as on line {text}; what this one adds is kept with it',
  },
  sameNameOfLine: { fr: 'Même nom qu’à la ligne {text}', en: 'Same name as on line {text}' },
  severalSameName: { fr: 'Fiches de ce nom : {text}', en: 'Records of this name: {text}' },
  sheetInvalid: {
    fr: 'Ne peut être une fiche : {text}',
    en: 'Cannot be a record: {text}',
  },
  shortRow: { fr: 'Cellules manquantes : {text}', en: 'Cells missing: {text}' },
  tiesLeft: {
    fr: 'Personnes à joindre, non reprises : {text}',
    en: 'People to reach it through, not taken over: {text}',
  },
  titleRows: {
    fr: 'Lignes au-dessus des titres, laissées de côté : {text}',
    en: 'Above the headings, left aside: {text}',
  },
  tooLong: { fr: 'Trop long : {text}', en: 'Too long: {text}' },
  tooMany: { fr: 'Trop de valeurs : {text}', en: 'Too many values: {text}' },
  tooManyInNotes: { fr: 'En trop, gardé en note : {text}', en: 'One too many, kept as a note: {text}' },
  twoHeaderRows: { fr: 'Deux lignes de titres, lues ensemble', en: 'Two heading rows, read together' },
  unknownCountry: { fr: 'Pays non reconnu : {text}', en: 'Country not recognised: {text}' },
  unknownStatus: { fr: 'Situation inconnue, gardée en note : {text}', en: 'Unknown status, kept as a note: {text}' },
  yearUnread: { fr: 'Année non reconnue : {text}', en: 'Year not recognised: {text}' },
} as const satisfies Record<string, { readonly fr: string; readonly en: string }>

/** Every code a reading, a draft or a preview may say. */
export type WarningCode = keyof typeof words

/** Remarks on a line that somebody should look at before it is let in: what could not be read, and who it may be. */
export const doubts: ReadonlySet<WarningCode> = new Set([
  ...(['dayUnread', 'yearUnread', 'emailInvalid', 'phoneUnread', 'unknownCountry', 'unknownStatus'] as const),
  ...(['nameAlone', 'matchesTwo', 'sameNameOfLine', 'severalSameName', 'otherBirth', 'couple'] as const),
])

type Remark = { readonly code: WarningCode; readonly text: string; readonly column?: string }

/** `Courriel – Courriel à vérifier : pas un courriel`: a remark in a sentence, after the column it is about when there is one. */
export function warningWords({ code, text, column }: Remark, language: 'fr' | 'en'): string {
  const said = words[code][language].replace('{text}', () => text)
  return column === undefined || column === '' ? said : `${column} – ${said}`
}
