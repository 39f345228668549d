/** The command line's own sentences, in French and in English. */

import { type PrintedSheet, printedSheets } from '../core/directory/directory.rules.ts'

export type Language = 'fr' | 'en'

/** The language of `--lang`, else of the locale variables, else French. */
export function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const wanted = asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '')
  return /^en([_.@-]|$)/i.test(wanted) ? 'en' : 'fr'
}

type Counts = Readonly<Record<'created' | 'changed' | 'unchanged' | 'refused', number>>

/** Zero and one are singular in French, one alone in English; `counted` is written for its language. */
const fewFr = (counted: string): boolean => counted === '0' || counted === '1'
const sFr = (counted: string): string => (fewFr(counted) ? '' : 's')
const sEn = (counted: string): string => (counted === '1' ? '' : 's')

const frenchOutcomes = { created: 'créée', changed: 'modifiée', unchanged: 'inchangée', refused: 'refusée' }

const frenchToDo = { created: 'à créer', changed: 'à modifier' }

const frenchBecause = {
  memberNumber: 'même numéro',
  nameAndEmail: 'mêmes nom et courriel',
  nameAndBirth: 'mêmes nom et naissance',
  nameAndBirthName: 'mêmes nom et nom de naissance',
  nameAndPhone: 'mêmes nom et téléphone',
  nameAndAddress: 'mêmes nom et adresse',
  household: 'même nom, même foyer',
  name: 'même nom',
  chosen: 'votre choix',
}

const fr = {
  usage: 'Usage :',
  options: 'Options :',
  commands: 'Commandes :',
  general: [
    ['--json', 'un objet JSON sur la sortie standard, et rien d’autre'],
    ['--lang fr|en', 'langue des messages'],
    ['--help', 'cette aide ; « amicale COMMANDE --help » pour une commande'],
    ['--version', 'la version'],
  ] as readonly (readonly [string, string])[],
  colon: ' : ',
  about: 'Amicale : le secrétariat d’une association, hors ligne.',
  statuses:
    'Codes de sortie : 0 fait, 1 panne, 2 usage, 3 dossier occupé, 4 endommagé, 5 version plus récente, 6 disque, 7 refusé, 8 introuvable.',
  nearest: (name: string) => ` Vouliez-vous dire « ${name} » ?`,
  unknownCommand: (name: string) => `« ${name} » n’est pas une commande. « amicale --help » les énumère.`,
  missingArgument: (name: string) => `Il manque ${name}.`,
  tooManyArguments: (text: string) => `« ${text} » est de trop.`,
  missingOption: (name: string) => `Il manque l’option --${name}.`,
  unknownOption: (name: string) => `L’option ${name} n’existe pas pour cette commande.`,
  optionNeedsValue: (name: string) => `L’option ${name} attend une valeur.`,
  optionTwice: (name: string) => `L’option ${name} est donnée deux fois.`,
  optionTakesNone: (name: string) => `L’option ${name} ne prend pas de valeur.`,
  badValue: (name: string, value: string, allowed: string) => `--${name} ne peut pas être « ${value} » : ${allowed}.`,
  notWithEverything: (name: string) => `--${name} ne va pas avec --everything : l’archive contient tout.`,
  badJson: 'L’entrée n’est pas du JSON lisible.',
  inputTooLong: 'L’entrée dépasse 2 Mo.',
  badAskedLine: (line: number) =>
    `Ligne ${line} de l’entrée : il y faut ["demande", {…}], et des réponses déjà données. Ce qui la précède est fait.`,
  noPaper: 'La demande est faite, mais sa réponse n’est pas un document : --out n’a rien à écrire.',
  unknownRequest: (name: string) => `« ${name} » n’est pas une demande. « amicale requests » les énumère.`,
  unknownPreset: (name: string, known: string) =>
    `Le modèle d’import « ${name} » n’existe pas. Ceux qui existent : ${known}.`,
  programRecognised: (program: string, chosen: boolean) =>
    chosen ? `Fichier lu comme venant de ${program}.` : `Fichier de ${program} reconnu.`,
  unknownModel: (name: string) => `Aucun modèle d’export ne s’appelle « ${name} ».`,
  unknownList: (name: string) => `Aucune catégorie ni aucun groupe ne s’appelle « ${name} ».`,
  unknownFormat: (allowed: string) => `Le nom du fichier doit finir par ${allowed}.`,
  stopping: 'Arrêt demandé : on finit ou on revient en arrière.',
  fault: (reference: string) =>
    `Une panne inattendue a interrompu le travail (référence ${reference}). Rien n’a été laissé à moitié fait.`,
  made: (name: string, folder: string) => `${name} : ${folder}`,
  invented: (count: string, folder: string) => `${count} fiche${sFr(count)} inventée${sFr(count)} dans ${folder}`,
  importCounts: (counts: Counts, number: (value: number) => string, foreseen: boolean) =>
    (['created', 'changed', 'unchanged', 'refused'] as const)
      .map((outcome) =>
        foreseen && (outcome === 'created' || outcome === 'changed')
          ? `${number(counts[outcome])} ${frenchToDo[outcome]}`
          : `${number(counts[outcome])} ${frenchOutcomes[outcome]}${counts[outcome] < 2 ? '' : 's'}`,
      )
      .join(', '),
  importDues: (dues: string, payments: string, amount: string) =>
    `${dues} cotisation${sFr(dues)}, ${payments} règlement${sFr(payments)} : ${amount}`,
  importLine: (line: number, outcome: string, name: string) => `ligne ${line} : ${outcome} ${name}`,
  importMore: (count: string) =>
    `… et ${count} autre${sFr(count)} ligne${sFr(count)} ; --json ${fewFr(count) ? 'la donne aussi' : 'les donne toutes'}.`,
  importProblem: (line: number, said: string) => `ligne ${line}, ${said}`,
  importWarnings: (count: string) =>
    `${count} avertissement${sFr(count)} en tout ; --json ${fewFr(count) ? 'le donne' : 'les donne tous'}.`,
  importToCheck: (count: string) =>
    `${count} ligne${sFr(count)} à vérifier : reconnue${sFr(count)} par le nom seul. Si c’est quelqu’un d’autre, choisissez dans la fenêtre, ou avec --other LIGNES et --leave LIGNES.`,
  importShelf: (count: string) => `${count} fiche${sFr(count)} à vérifier dans la liste « À vérifier après import ».`,
  importCorrected: (count: string) =>
    `${count} ligne${sFr(count)} ${fewFr(count) ? 'dit' : 'disent'} encore ce qui a été corrigé ici depuis : les corrections restent. La fenêtre permet d’en décider ligne par ligne.`,
  importMatched: (name: string, id: number, why: string) => `fiche ${id}, ${name} (${why})`,
  importCandidate: (said: string, id: number) => `peut-être la fiche ${id} : ${said}`,
  because: frenchBecause,
  importField: (field: string, replaced: string, filled: string, way: 'skip' | 'update' | 'fill') =>
    `${field} : ${replaced} remplacé${sFr(replaced)}, ${filled} complété${sFr(filled)}${
      way === 'update' ? '' : way === 'fill' ? ' (compléter seulement)' : ' (laissé)'
    }`,
  notTogether: (one: string, other: string) => `--${one} et --${other} ne vont pas ensemble.`,
  noColumn: (name: string) => `Aucune colonne n’a pour titre « ${name} ».`,
  importDry: 'Essai : rien n’a été changé.',
  importRefused:
    'Rien n’a été importé, à cause des lignes refusées. Corrigez-les, ou ajoutez --leave-refused pour importer les autres.',
  imported: (act: number, folder: string) =>
    `Importé. Pour l’annuler : l’historique de la fenêtre, ou amicale ask "${folder}" history.undo '{"act": ${act}}'`,
  importLeftOut: (rows: number, said: string, file: string) =>
    rows === 0 ? 'Aucune ligne de côté : pas de fichier.' : `Lignes de côté, avec la raison (${said}) : ${file}`,
  importNothing: 'Tout y était déjà : rien n’a été changé.',
  field: (path: string) => `Champ : ${path}.`,
  folderMade: 'Pour en créer un : amicale new DOSSIER --name NOM.',
  importCouplesAsOne: 'L’option --couples-as-one garde une seule fiche pour chacune.',
  encodingChosen: 'L’option --encoding choisit le codage.',
  importColumn: (header: string, target: string) => `colonne « ${header} » : ${target}`,
  outcome: frenchOutcomes,
  exported: (rows: string, file: string) => `${rows} fiche${sFr(rows)} dans ${file}`,
  typeset: (pages: string, printed: string, file: string) =>
    `${pages} page${sFr(pages)}, ${printed} fiche${sFr(printed)} imprimée${sFr(printed)} : ${file}`,
  typesetSheets: (sheets: string, paper: PrintedSheet) =>
    `${sheets} feuille${sFr(sheets)}${sheetName(paper)} à imprimer recto verso (retourner sur le bord court) et à plier.`,
  leftOut: (count: string) =>
    fewFr(count)
      ? `${count} fiche n’y est pas ; --proof FICHIER.json dit laquelle et pourquoi.`
      : `${count} fiches n’y sont pas ; --proof FICHIER.json dit lesquelles et pourquoi.`,
  shortened: (count: string) =>
    fewFr(count) ? `${count} ligne a été resserrée ou coupée.` : `${count} lignes ont été resserrées ou coupées.`,
  doubtfulEmails: (count: string) =>
    fewFr(count) ? `${count} courriel douteux n’est pas imprimé.` : `${count} courriels douteux ne sont pas imprimés.`,
  withheld: (count: string) =>
    fewFr(count)
      ? `${count} fiche paraît avec moins que les autres, à sa demande.`
      : `${count} fiches paraissent avec moins que les autres, à leur demande.`,
  safeFields:
    'De qui n’a rien dit, seuls le nom, les groupes et la ville sont imprimés ; --unless-opposed ajoute les coordonnées, une fois les membres informés.',
  proofWritten: (file: string) => `Épreuve : ${file}`,
  checkGood: (people: string, organisations: string, acts: string) =>
    `En bon état : ${people} personne${sFr(people)}, ${organisations} organisme${sFr(organisations)}, ${acts} acte${sFr(acts)}.`,
  checkBad: 'Le dossier est endommagé :',
  webOpened: 'La fenêtre est ouverte ; fermez-la, ou tapez Ctrl+C, pour finir.',
  webStartFile: (file: string) => `Ouvrez ce fichier dans un navigateur : ${file}`,
  webNoWindow: {
    noBrowser: 'Aucun navigateur de la famille Chromium n’a été trouvé.',
    noDisplay: 'Il n’y a pas d’écran ici.',
    root: 'Le navigateur refuse de s’ouvrir pour l’administrateur (root).',
    browserFailed: 'Le navigateur n’a pas pu s’ouvrir.',
    notAsked: 'La fenêtre n’a pas été demandée.',
  },
  webServing:
    'Ce fichier ne sert qu’une fois. Le programme finit de lui-même quand sa fenêtre est fermée ; Ctrl+C pour finir avant.',
  webEnd: {
    asked: 'Fermé.',
    windowClosed: 'La fenêtre a été fermée.',
    windowSilent: 'La fenêtre n’est plus là.',
    tooManyBadTokens: 'Trop d’essais d’intrusion : fermé.',
  },
  kind: { question: 'question', order: 'ordre', work: 'travail', desk: 'comptoir' },
  demoTitle: 'L’association de démonstration',
  demoImported: (count: string, time: string) =>
    `${count} fiche${sFr(count)} importée${sFr(count)} de la feuille de calcul en ${time}`,
  demoDues: 'Cotisations reçues :',
  demoDuesYear: (year: string, payers: string, amount: string) => `  ${year} : ${payers} cotisants, ${amount}`,
  demoFolder: 'le dossier de l’association (pour « amicale web »)',
  demoDirectory: (pages: string) => `l’annuaire, ${pages} pages A5`,
  demoBooklet: (sheets: string) => `l’annuaire en livret, ${sheets} feuilles A4`,
  demoList: 'la liste des membres',
  demoReminders: (count: string, year: string) =>
    `les appels de cotisation ${year} par la poste, ${count} lettres avec talon`,
  demoReceipts: (count: string, year: string) => `les attestations de paiement ${year} (${count})`,
  demoCards: (count: string, year: string) => `les cartes de membre ${year} (${count})`,
  demoDone: (time: string) => `Le tout en ${time}.`,
  seconds: (value: string) => `${value} s`,
  demoForeign: (folder: string) =>
    `${folder} contient autre chose qu’une démonstration ; choisissez un autre dossier avec --out.`,
  demoLived: (folder: string) =>
    `On a travaillé dans ${folder} depuis la démonstration : il est resté tel quel. Choisissez un autre dossier avec --out, ou enlevez-le vous-même s’il ne sert plus.`,
}

const sheetName = (paper: PrintedSheet): string => (printedSheets[paper] === '' ? '' : ` ${printedSheets[paper]}`)

export type Words = typeof fr

const en: Words = {
  usage: 'Usage:',
  options: 'Options:',
  commands: 'Commands:',
  general: [
    ['--json', 'one JSON object on standard output and nothing else'],
    ['--lang fr|en', 'language of messages'],
    ['--help', 'this help; “amicale COMMAND --help” for one command'],
    ['--version', 'the version'],
  ],
  colon: ': ',
  about: 'Amicale: the secretary’s office of an association, offline.',
  statuses:
    'Exit codes: 0 done, 1 fault, 2 usage, 3 folder in use, 4 damaged, 5 newer version, 6 disk, 7 refused, 8 not found.',
  nearest: (name) => ` Did you mean “${name}”?`,
  unknownCommand: (name) => `“${name}” is not a command. “amicale --help” lists them.`,
  missingArgument: (name) => `${name} is missing.`,
  tooManyArguments: (text) => `“${text}” is one argument too many.`,
  missingOption: (name) => `The option --${name} is missing.`,
  unknownOption: (name) => `This command has no option ${name}.`,
  optionNeedsValue: (name) => `The option ${name} needs a value.`,
  optionTwice: (name) => `The option ${name} is given twice.`,
  optionTakesNone: (name) => `The option ${name} takes no value.`,
  badValue: (name, value, allowed) => `--${name} cannot be “${value}”: ${allowed}.`,
  notWithEverything: (name) => `--${name} does not go with --everything: the archive holds all there is.`,
  badJson: 'The input is not readable JSON.',
  inputTooLong: 'The input is longer than 2 MB.',
  badAskedLine: (line) =>
    `Line ${line} of the input must be ["request", {…}], with answers already given. What stands before it is done.`,
  noPaper: 'The request is done, but its answer is no paper: --out has nothing to write.',
  unknownRequest: (name) => `“${name}” is not a request. “amicale requests” lists them.`,
  unknownPreset: (name, known) => `There is no import preset “${name}”. There are: ${known}.`,
  programRecognised: (program, chosen) =>
    chosen ? `File read as coming from ${program}.` : `File from ${program} recognised.`,
  unknownModel: (name) => `No export model is named “${name}”.`,
  unknownList: (name) => `No category and no group is called “${name}”.`,
  unknownFormat: (allowed) => `The name of the file must end in ${allowed}.`,
  stopping: 'Asked to stop: finishing or rolling back.',
  fault: (reference) => `An unexpected fault stopped the work (reference ${reference}). Nothing was left half done.`,
  made: (name, folder) => `${name}: ${folder}`,
  invented: (count, folder) => `${count} record${sEn(count)} invented in ${folder}`,
  importCounts: (counts, number, foreseen) =>
    `${number(counts.created)} ${foreseen ? 'to create' : 'created'}, ${number(counts.changed)} ${foreseen ? 'to change' : 'changed'}, ${number(counts.unchanged)} unchanged, ${number(counts.refused)} refused`,
  importDues: (dues, payments, amount) => `${dues} due${sEn(dues)}, ${payments} payment${sEn(payments)}: ${amount}`,
  importLine: (line, outcome, name) => `line ${line}: ${outcome} ${name}`,
  importMore: (count) =>
    `… and ${count} more line${sEn(count)}; --json gives ${count === '1' ? 'it too' : 'them all'}.`,
  importProblem: (line, said) => `line ${line}, ${said}`,
  importWarnings: (count) => `${count} warning${sEn(count)} in all; --json gives ${count === '1' ? 'it' : 'them all'}.`,
  importToCheck: (count) =>
    `${count} line${sEn(count)} to check: known by the name alone. If it is someone else, choose in the window, or with --other LINES and --leave LINES.`,
  importShelf: (count) => `${count} record${sEn(count)} to check in the list “To check after import”.`,
  importCorrected: (count) =>
    `${count} line${sEn(count)} still ${count === '1' ? 'says' : 'say'} what was corrected here since: the corrections stay. The window lets you decide line by line.`,
  importMatched: (name, id, why) => `record ${id}, ${name} (${why})`,
  importCandidate: (said, id) => `perhaps record ${id}: ${said}`,
  because: {
    memberNumber: 'same number',
    nameAndEmail: 'same name and e-mail',
    nameAndBirth: 'same name and birth',
    nameAndBirthName: 'same name and birth name',
    nameAndPhone: 'same name and phone',
    nameAndAddress: 'same name and address',
    household: 'same name, same household',
    name: 'same name',
    chosen: 'your choice',
  },
  importField: (field, replaced, filled, way) =>
    `${field}: ${replaced} replaced, ${filled} filled in${
      way === 'update' ? '' : way === 'fill' ? ' (fill in only)' : ' (left)'
    }`,
  notTogether: (one, other) => `--${one} and --${other} do not go together.`,
  noColumn: (name) => `No column has the heading “${name}”.`,
  importDry: 'Trial: nothing was changed.',
  importRefused:
    'Nothing was imported, because of the refused lines. Correct them, or add --leave-refused to import the others.',
  imported: (act, folder) =>
    `Imported. To undo it: the history in the window, or amicale ask "${folder}" history.undo '{"act": ${act}}'`,
  importLeftOut: (rows, said, file) =>
    rows === 0 ? 'No line left out: no file.' : `Lines left out, with the reason (${said}): ${file}`,
  importNothing: 'Everything was there already: nothing was changed.',
  field: (path: string) => `Field: ${path}.`,
  folderMade: 'To make one: amicale new FOLDER --name NAME.',
  importCouplesAsOne: 'The option --couples-as-one keeps one record for each.',
  encodingChosen: 'The option --encoding chooses the encoding.',
  importColumn: (header, target) => `column “${header}”: ${target}`,
  outcome: { created: 'created', changed: 'changed', unchanged: 'unchanged', refused: 'refused' },
  exported: (rows, file) => `${rows} record${sEn(rows)} in ${file}`,
  typeset: (pages, printed, file) => `${pages} page${sEn(pages)}, ${printed} record${sEn(printed)} printed: ${file}`,
  typesetSheets: (sheets, paper) =>
    `${sheets}${sheetName(paper)} sheet${sEn(sheets)} to print on both sides (flip on the short edge) and fold.`,
  leftOut: (count) => `${count} records are left out; --proof FILE.json says which and why.`,
  shortened: (count) => `${count} lines were narrowed or wrapped.`,
  doubtfulEmails: (count) => `${count} doubtful e-mail${sEn(count)} not printed.`,
  withheld: (count) => `${count} records appear with less than the others, as they asked.`,
  safeFields:
    'Of those who said nothing, only the name, the groups and the town are printed; --unless-opposed adds their coordinates, once the members are informed.',
  proofWritten: (file) => `Proof: ${file}`,
  checkGood: (people, organisations, acts) =>
    `In good order: ${people} person${sEn(people)}, ${organisations} organisation${sEn(organisations)}, ${acts} act${sEn(acts)}.`,
  checkBad: 'The folder is damaged:',
  webOpened: 'The window is open; close it, or press Ctrl+C, to finish.',
  webStartFile: (file) => `Open this file in a browser: ${file}`,
  webNoWindow: {
    noBrowser: 'No browser of the Chromium family was found.',
    noDisplay: 'There is no display here.',
    root: 'The browser refuses to open for the administrator (root).',
    browserFailed: 'The browser could not open.',
    notAsked: 'No window was asked for.',
  },
  webServing: 'This file serves once. The program ends by itself when its window is closed; Ctrl+C to end before.',
  webEnd: {
    asked: 'Closed.',
    windowClosed: 'The window was closed.',
    windowSilent: 'The window is gone.',
    tooManyBadTokens: 'Too many attempts to get in: closed.',
  },
  kind: { question: 'question', order: 'order', work: 'work', desk: 'desk' },
  demoTitle: 'The demonstration association',
  demoImported: (count, time) => `${count} record${sEn(count)} imported from the spreadsheet in ${time}`,
  demoDues: 'Dues received:',
  demoDuesYear: (year, payers, amount) => `  ${year}: ${payers} payers, ${amount}`,
  demoFolder: 'the association’s folder (for “amicale web”)',
  demoDirectory: (pages) => `the directory, ${pages} A5 pages`,
  demoBooklet: (sheets) => `the directory as a booklet, ${sheets} A4 sheets`,
  demoList: 'the list of members',
  demoReminders: (count, year) => `the calls for the dues of ${year} by post, ${count} letters with a slip`,
  demoReceipts: (count, year) => `the statements of payment of ${year} (${count})`,
  demoCards: (count, year) => `the membership cards of ${year} (${count})`,
  demoDone: (time) => `All of it in ${time}.`,
  seconds: (value) => `${value} s`,
  demoForeign: (folder) => `${folder} holds something else than a demonstration; choose another folder with --out.`,
  demoLived: (folder) =>
    `There is work in ${folder} later than the demonstration: it was left as it is. Choose another folder with --out, or remove it yourself if it is of no more use.`,
}

export const words = (language: Language): Words => (language === 'en' ? en : fr)

/** A whole number with the language's thousands. */
export const count = (value: number, language: Language): string => value.toLocaleString(language)
