/** The sentences of refusals: what happened, what was kept, what to do next. One per code, in French and in English. */
import { centsInWords } from './money.ts'
import type { RefusalCode, RefusalData, RefusalValues } from './refusal.ts'

type WordsLanguage = 'fr' | 'en'

type Sentence = (values: RefusalValues) => string
type Sentences = { readonly fr: Sentence; readonly en: Sentence }

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

/** A thing between quotation marks when it is named, else how it is called without its name. */
const namedFr = (value: string | number | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : `« ${value} »`
const namedEn = (value: string | number | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : `“${value}”`

/** A name after its noun, with the space between. */
const named = (words: string): string => (words === '' ? '' : ` ${words}`)

const fileFr = ({ name, file }: RefusalValues): string => named(namedFr(name ?? file, ''))
const fileEn = ({ name, file }: RefusalValues): string => named(namedEn(name ?? file, ''))
const lineFr = ({ line }: RefusalValues): string => (line === undefined ? '' : ` (ligne ${line})`)
const lineEn = ({ line }: RefusalValues): string => (line === undefined ? '' : ` (line ${line})`)
const folderFr = ({ folder }: RefusalValues): string => namedFr(folder, 'de l’association')
const folderEn = ({ folder }: RefusalValues): string => namedEn(folder, 'of the association')

const amountFr = (cents: string | number | undefined): string => centsInWords(Number(cents ?? 0), 'fr')
const amountEn = (cents: string | number | undefined): string => centsInWords(Number(cents ?? 0), 'en')

const megabytes = (bytes: string | number | undefined): string =>
  typeof bytes === 'number' ? String(Math.round(bytes / 1_000_000)) : ''

const doors: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  electron: { fr: 'la fenêtre d’Amicale', en: 'the Amicale window' },
  browser: { fr: 'une fenêtre du navigateur', en: 'a browser window' },
  command: { fr: 'une commande du terminal', en: 'a terminal command' },
}

/** `2026-11-22T19:23:53.744Z` as a day and an hour where the reader is. */
function moment(at: string | number | undefined, language: WordsLanguage): string {
  const date = new Date(text(at))
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(date)
}

function holderFr({ door, since, host, by }: RefusalValues): string {
  const parts = [doors[text(door)]?.fr, by === undefined ? '' : `(${by})`, host === undefined ? '' : `sur ${host}`]
  const when = moment(since, 'fr')
  const said = [...parts, when === '' ? '' : `depuis le ${when}`].filter(Boolean).join(' ')
  return said === '' ? 'un autre programme' : said
}
function holderEn({ door, since, host, by }: RefusalValues): string {
  const parts = [doors[text(door)]?.en, by === undefined ? '' : `(${by})`, host === undefined ? '' : `on ${host}`]
  const when = moment(since, 'en')
  const said = [...parts, when === '' ? '' : `since ${when}`].filter(Boolean).join(' ')
  return said === '' ? 'another program' : said
}

/** Why a household cannot be as asked: what is in the way, and what to do. */
const householdsFr: Readonly<Record<string, Sentence>> = {
  one: () => 'Un foyer réunit au moins deux personnes. Rien n’a été changé. Ajoutez-en une autre.',
  twice: () => 'La même personne est nommée deux fois. Rien n’a été changé. Ôtez-la une fois.',
  full: (v) => `Un foyer réunit au plus ${text(v.most)} personnes. Rien n’a été changé.`,
  organisation: (v) =>
    `${namedFr(v.name, 'Cette fiche')} est une organisation : un foyer réunit des personnes. Rien n’a été changé.`,
  trashed: (v) =>
    `${namedFr(v.name, 'Cette fiche')} est à la corbeille. Rien n’a été changé. Sortez-la d’abord de la corbeille.`,
  merged: (v) =>
    `${namedFr(v.name, 'Cette fiche')} a été fusionnée avec une autre. Rien n’a été changé. Choisissez la fiche conservée.`,
  elsewhere: (v) =>
    `${namedFr(v.name, 'Cette personne')} est déjà dans un foyer. Rien n’a été changé. Retirez-la d’abord de ce foyer.`,
  inNone: (v) => `${namedFr(v.name, 'Cette personne')} n’est dans aucun foyer. Rien n’a été changé.`,
  notInside: () => 'Cette adresse n’est pas celle d’une personne du foyer. Rien n’a été changé.',
  otherPeople: () =>
    'Les personnes nommées ne sont pas celles du foyer. Rien n’a été changé. Rouvrez-le, puis reprenez votre changement.',
}
const householdsEn: Readonly<Record<string, Sentence>> = {
  one: () => 'A household is two people at least. Nothing was changed. Add another one.',
  twice: () => 'The same person is named twice. Nothing was changed. Take one away.',
  full: (v) => `A household is ${text(v.most)} people at most. Nothing was changed.`,
  organisation: (v) =>
    `${namedEn(v.name, 'This record')} is an organisation: a household is made of people. Nothing was changed.`,
  trashed: (v) =>
    `${namedEn(v.name, 'This record')} is in the trash. Nothing was changed. Take it out of the trash first.`,
  merged: (v) =>
    `${namedEn(v.name, 'This record')} was merged into another. Nothing was changed. Choose the record that was kept.`,
  elsewhere: (v) =>
    `${namedEn(v.name, 'This person')} is in a household already. Nothing was changed. Take them out of it first.`,
  inNone: (v) => `${namedEn(v.name, 'This person')} is in no household. Nothing was changed.`,
  notInside: () => 'This address is not that of a person of the household. Nothing was changed.',
  otherPeople: () =>
    'The people named are not those of the household. Nothing was changed. Open it again, then redo your change.',
}

export const actsInWords: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'association.new': { fr: 'la création de l’association', en: 'the making of the association' },
  'association.update': { fr: 'un changement de l’association', en: 'a change of the association' },
  'people.create': { fr: 'la création d’une fiche', en: 'the making of a record' },
  'people.update': { fr: 'une modification de fiche', en: 'a change of a record' },
  'people.setPhoto': { fr: 'un changement de photo', en: 'a change of photo' },
  'people.removePhoto': { fr: 'le retrait d’une photo', en: 'the removal of a photo' },
  'people.trash': { fr: 'une mise à la corbeille', en: 'a move to or from the trash' },
  'exchange.import': { fr: 'un import', en: 'an import' },
  'exchange.saveModel': { fr: 'l’enregistrement d’un modèle d’export', en: 'the keeping of an export model' },
  'exchange.removeModel': { fr: 'le retrait d’un modèle d’export', en: 'the removal of an export model' },
  'exchange.invent': { fr: 'un remplissage d’exemple', en: 'an example filling' },
  'people.markReturned': { fr: 'un courrier revenu', en: 'mail that came back' },
  'lists.save': { fr: 'l’enregistrement d’une liste', en: 'the saving of a list' },
  'lists.rename': { fr: 'un changement de nom de liste', en: 'the renaming of a list' },
  'lists.remove': { fr: 'le retrait d’une liste', en: 'the removal of a list' },
  'lists.add': { fr: 'un ajout à une liste', en: 'an addition to a list' },
  'lists.take': { fr: 'un retrait d’une liste', en: 'a removal from a list' },
  'lists.bulk': { fr: 'la modification d’une liste de fiches', en: 'the change of a list of records' },
  'households.make': { fr: 'la formation d’un foyer', en: 'the making of a household' },
  'households.join': { fr: 'une arrivée dans un foyer', en: 'somebody joining a household' },
  'households.leave': { fr: 'un départ d’un foyer', en: 'somebody leaving a household' },
  'households.dissolve': { fr: 'la fin d’un foyer', en: 'the end of a household' },
  'households.change': { fr: 'un changement de foyer', en: 'a change of a household' },
  'households.share': { fr: 'le partage d’une adresse', en: 'the sharing of an address' },
  'duplicates.twoPeople': { fr: 'une distinction de deux personnes', en: 'two records said to be two people' },
  'duplicates.merge': { fr: 'une fusion de fiches', en: 'a merge of records' },
  'quality.fix': { fr: 'une correction proposée', en: 'a proposed correction' },
  'quality.accept': { fr: 'une remarque acceptée', en: 'an accepted remark' },
  'groups.create': { fr: 'la création d’un groupe', en: 'the making of a group' },
  'groups.update': { fr: 'un changement de groupe', en: 'a change of a group' },
  'groups.merge': { fr: 'une fusion de groupes', en: 'a merge of groups' },
  'groups.remove': { fr: 'le retrait d’un groupe', en: 'the removal of a group' },
  'groups.join': { fr: 'une entrée dans un groupe', en: 'people joining a group' },
  'groups.leave': { fr: 'une sortie d’un groupe', en: 'people leaving a group' },
  'groups.markDeclared': { fr: 'une déclaration de mandat', en: 'a declared mandate' },
  'consents.record': { fr: 'une réponse sur la publication', en: 'an answer about publication' },
  'consents.mode': { fr: 'un choix de publication', en: 'a choice of publication' },
  'consents.oppose': { fr: 'une opposition', en: 'an objection' },
  'consents.setDefaults': {
    fr: 'un choix de publication de l’association',
    en: 'the association’s choice of publication',
  },
  'fields.define': { fr: 'la création d’une rubrique', en: 'the making of a field' },
  'fields.update': { fr: 'un changement de rubrique', en: 'a change of a field' },
  'fields.order': { fr: 'un changement d’ordre des rubriques', en: 'a change of the order of fields' },
  'fields.remove': { fr: 'le retrait d’une rubrique', en: 'the removal of a field' },
  'history.undo': { fr: 'une annulation', en: 'an undoing' },
  'history.revertField': { fr: 'une valeur rétablie', en: 'a value put back' },
  'dues.createYear': { fr: 'l’ouverture d’un exercice', en: 'the opening of a year of dues' },
  'dues.updateYear': { fr: 'un changement d’exercice', en: 'a change of a year of dues' },
  'dues.setRates': { fr: 'un changement de tarifs', en: 'a change of rates' },
  'dues.ask': { fr: 'un appel de cotisations', en: 'a call for dues' },
  'dues.setDue': { fr: 'un changement de cotisation', en: 'a change of a due' },
  'dues.recordPayment': { fr: 'un règlement', en: 'a payment' },
  'dues.reverse': { fr: 'la contrepassation d’un règlement', en: 'the reversal of a payment' },
  'dues.assign': { fr: 'l’affectation d’un règlement', en: 'the assignment of a payment' },
  'dues.takeOver': { fr: 'la reprise de cotisations', en: 'dues taken over' },
  'dues.credit': { fr: 'une date d’encaissement', en: 'a day of credit' },
  'forms.answer': { fr: 'la réponse à un formulaire', en: 'the answer to a form' },
}

function laterFr({ name, subject, at }: RefusalValues): string {
  const act = actsInWords[text(name)]?.fr ?? 'une opération'
  const when = moment(at, 'fr')
  return [
    act,
    subject === undefined || subject === '' ? '' : `(${subject})`,
    when === '' ? 'plus récente' : `du ${when}`,
  ]
    .filter(Boolean)
    .join(' ')
}
function laterEn({ name, subject, at }: RefusalValues): string {
  const act = actsInWords[text(name)]?.en ?? 'a later act'
  const when = moment(at, 'en')
  return [act, subject === undefined || subject === '' ? '' : `(${subject})`, when === '' ? '' : `of ${when}`]
    .filter(Boolean)
    .join(' ')
}

const formats = {
  fr: 'Enregistrez la liste en .xlsx ou en .csv depuis votre tableur, puis recommencez.',
  en: 'Save the list as .xlsx or .csv from your spreadsheet program, then try again.',
}

/** Why an input does not suit, after the reasons of the rooms. */
const reasons: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  noSuchDay: { fr: 'ce jour n’existe pas dans le calendrier', en: 'there is no such day in the calendar' },
  tooLongAgo: { fr: 'cette date est avant 1850', en: 'this date is before 1850' },
  inTheFuture: { fr: 'cette date n’est pas encore venue', en: 'this date has not come yet' },
  deathBeforeBirth: { fr: 'le décès précède la naissance', en: 'the death comes before the birth' },
  endBeforeBeginning: { fr: 'la fin précède le début', en: 'the end comes before the beginning' },
  notEnded: { fr: 'ce mandat n’a pas encore de fin', en: 'this mandate has no end yet' },
  unknownPerson: { fr: 'cette personne n’est pas dans le registre', en: 'this person is not in the register' },
  notAPerson: { fr: 'cette fiche n’est pas celle d’une personne', en: 'this record is not that of a person' },
  itself: { fr: 'une fiche ne peut pas renvoyer à elle-même', en: 'a record cannot refer to itself' },
  notAPicture: { fr: 'ce fichier n’est pas une photo JPEG ou PNG', en: 'this file is not a JPEG or PNG photo' },
  brokenPicture: { fr: 'cette photo est incomplète ou abîmée', en: 'this photo is incomplete or damaged' },
  pictureTooBig: {
    fr: 'cette photo a trop de points (au plus 10 000 de côté)',
    en: 'this photo has too many dots (at most 10,000 a side)',
  },
  fieldOfAnotherMedium: {
    fr: 'cette réponse ne va pas avec ce support',
    en: 'this answer does not go with this medium',
  },
  saidTwice: { fr: 'c’est dit deux fois', en: 'it is said twice' },
  loop: { fr: 'un groupe ne peut pas être sous lui-même', en: 'a group cannot be under itself' },
  listInList: { fr: 'une liste ne peut pas mener à une autre', en: 'a list cannot lead to another' },
  numbersInList: { fr: 'une liste vivante ne garde pas de numéros', en: 'a live list keeps no numbers' },
  listIsLive: { fr: 'cette liste se compose d’elle-même', en: 'this list makes itself' },
  unknownColumn: { fr: 'cette colonne n’existe pas', en: 'there is no such column' },
  nameTaken: { fr: 'ce nom est déjà pris', en: 'this name is already taken' },
  otherKind: {
    fr: 'des séjours ou des mandats tiennent à la nature de ce groupe',
    en: 'stays or mandates depend on the kind of this group',
  },
  noSuchLine: { fr: 'le fichier n’a pas cette ligne', en: 'the file has no such line' },
  repeatsLeft: {
    fr: 'cette ligne en répète une qui est laissée de côté',
    en: 'this line repeats one that is left out',
  },
  noCouple: { fr: 'cette ligne n’est pas celle d’un couple', en: 'this line is not that of a couple' },
  numberKnown: {
    fr: 'ce numéro de membre est déjà celui d’une fiche',
    en: 'this member number is already that of a record',
  },
  noSuchRecord: {
    fr: 'cette fiche n’est pas dans le registre, ou est à la corbeille',
    en: 'this record is not in the register, or is in the trash',
  },
  noRecord: { fr: 'cette ligne ne mène à aucune fiche', en: 'this line leads to no record' },
  noContact: { fr: 'cette ligne est refusée', en: 'this line is refused' },
  otherKindOfRecord: {
    fr: 'l’une est une personne, l’autre une organisation',
    en: 'one is a person, the other an organisation',
  },
  otherNumber: { fr: 'cette fiche porte un autre numéro', en: 'this record has another number' },
  recordOfLine: {
    fr: 'une autre ligne du fichier est déjà celle de cette fiche',
    en: 'another line of the file is about this record already',
  },
  stillUsed: { fr: 'des fiches s’y rattachent encore', en: 'records still refer to it' },
  notInGroup: { fr: 'cette personne n’est pas dans ce groupe', en: 'this person is not in this group' },
  notANumber: { fr: 'ce n’est pas un nombre', en: 'it is not a number' },
  notADay: { fr: 'ce n’est pas une date', en: 'it is not a date' },
  notAChoice: { fr: 'ce n’est pas un des choix de la rubrique', en: 'it is not one of the choices of the field' },
  notYesNo: { fr: 'répondez par oui ou par non', en: 'answer with yes or no' },
  notALink: { fr: 'ce n’est pas un lien (https://…)', en: 'it is not a link (https://…)' },
  notAFile: { fr: 'ce fichier n’est pas gardé ici', en: 'this file is not kept here' },
  notOfThisKind: {
    fr: 'cette rubrique n’est pas pour ce genre de fiche',
    en: 'this field is not for this kind of record',
  },
  yearClosed: {
    fr: 'cet exercice est clos ; rouvrez-le d’abord',
    en: 'this year is closed; open it again first',
  },
  inTrash: {
    fr: 'cette fiche est à la corbeille ; sortez-la d’abord',
    en: 'this record is in the trash; take it out first',
  },
  exemptPays: { fr: 'une catégorie exonérée ne paie rien', en: 'an exempt category pays nothing' },
  leastMissing: { fr: 'il manque le montant minimal', en: 'the least amount is missing' },
  amountMissing: { fr: 'il manque le montant', en: 'the amount is missing' },
  rateUsed: {
    fr: 'des cotisations ont déjà été appelées à ce tarif',
    en: 'dues have already been asked at this rate',
  },
  yearOfNoDue: { fr: 'seule une cotisation a un exercice', en: 'only a due has a year' },
  whoseDue: { fr: 'il manque de qui est la cotisation', en: 'whose due it is is missing' },
  whichYear: { fr: 'il manque l’exercice de la cotisation', en: 'the year of the due is missing' },
  noYearInName: { fr: 'ce titre ne dit aucun exercice', en: 'this heading names no year' },
  isReversal: {
    fr: 'c’est déjà une contrepassation ; annulez-la plutôt',
    en: 'it is already a reversal; undo it instead',
  },
  alreadyReversed: { fr: 'ce règlement est déjà contrepassé', en: 'this payment is already reversed' },
  moreThanUnassigned: {
    fr: 'c’est plus que ce qui reste à affecter',
    en: 'it is more than what is left to assign',
  },
  valuesDoNotFit: {
    fr: 'des valeurs déjà saisies ne conviennent pas à ce type',
    en: 'values already written do not suit this type',
  },
}

/** Why a field does not suit, as a sentence beside it; empty when the reason is not one of the rooms'. */
export function reasonSentence(reason: string, language: WordsLanguage): string {
  const words = reasons[reason]?.[language] ?? ''
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** Why an input does not suit, after the reasons of the schemas. */
function reasonFr({ reason, maximum, minimum }: RefusalValues): string {
  const known = reasons[String(reason)]
  if (known !== undefined) return known.fr
  if (reason === 'too_big')
    return maximum === undefined ? 'c’est trop long' : `c’est trop long ou trop grand (au plus ${maximum})`
  if (reason === 'too_small')
    return minimum === undefined ? 'c’est trop court' : `c’est vide ou trop petit (au moins ${minimum})`
  if (reason === 'invalid_format') return 'la forme n’est pas celle attendue'
  if (reason === 'unrecognized_keys') return 'il y a un champ inconnu'
  return 'cette valeur ne convient pas'
}
function reasonEn({ reason, maximum, minimum }: RefusalValues): string {
  const known = reasons[String(reason)]
  if (known !== undefined) return known.en
  if (reason === 'too_big')
    return maximum === undefined ? 'it is too long' : `it is too long or too big (at most ${maximum})`
  if (reason === 'too_small')
    return minimum === undefined ? 'it is too short' : `it is empty or too small (at least ${minimum})`
  if (reason === 'invalid_format') return 'it is not written as expected'
  if (reason === 'unrecognized_keys') return 'there is an unknown field'
  return 'this value does not suit'
}

const sentences: Readonly<Record<RefusalCode, Sentences>> = {
  folderInUse: {
    fr: (v) =>
      v.holder === 'anotherProgram'
        ? 'Un autre programme se sert du fichier de l’association. Rien n’a été changé. Fermez-le (sauvegarde, synchronisation, lecteur de bases), puis recommencez.'
        : `Le dossier ${folderFr(v)} est déjà ouvert : ${holderFr(v)}. Rien n’a été changé. Fermez-le là-bas, puis recommencez.`,
    en: (v) =>
      v.holder === 'anotherProgram'
        ? 'Another program is using the association’s file. Nothing was changed. Close it (backup, synchronisation, database viewer), then try again.'
        : `The folder ${folderEn(v)} is already open: ${holderEn(v)}. Nothing was changed. Close it there, then try again.`,
  },
  folderDamaged: {
    fr: (v) =>
      `Le registre du dossier ${folderFr(v)} est abîmé ou incomplet. Rien n’y a été changé. Gardez ce dossier tel quel et repartez de la dernière sauvegarde ; si le dossier est synchronisé, attendez d’abord la fin de la synchronisation.`,
    en: (v) =>
      `The register of the folder ${folderEn(v)} is damaged or incomplete. Nothing in it was changed. Keep this folder as it is and start again from the latest backup; if the folder is synchronised, first let that finish.`,
  },
  folderFromTheFuture: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} a été fait par une version plus récente d’Amicale. Rien n’a été changé. Installez la dernière version, puis ouvrez-le de nouveau.`,
    en: (v) =>
      `The folder ${folderEn(v)} was made by a newer version of Amicale. Nothing was changed. Install the latest version, then open it again.`,
  },
  folderForeign: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} n’est pas celui d’une association tenue par Amicale. Rien n’y a été changé. Choisissez un dossier dont le nom finit par « .amicale ».`,
    en: (v) =>
      `The folder ${folderEn(v)} is not that of an association kept by Amicale. Nothing in it was changed. Choose a folder whose name ends with “.amicale”.`,
  },
  folderReadOnly: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} est protégé en écriture. Rien n’a été changé. Copiez-le sur le disque de l’ordinateur, ou rendez-le modifiable, puis ouvrez-le de nouveau.`,
    en: (v) =>
      `The folder ${folderEn(v)} is write-protected. Nothing was changed. Copy it to the computer’s disk, or make it writable, then open it again.`,
  },
  folderUnreadable: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} ne se laisse pas lire : il est à quelqu’un d’autre, ou dans un endroit fermé. Rien n’a été changé. Demandez-en l’accès, ou copiez-le chez vous, puis ouvrez-le de nouveau.`,
    en: (v) =>
      `The folder ${folderEn(v)} cannot be read: it is somebody else’s, or in a closed place. Nothing was changed. Ask for access, or copy it to a place of yours, then open it again.`,
  },
  folderMissing: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} est introuvable. Rien n’a été créé à sa place. Vérifiez que la clé ou le disque est branché, ou choisissez un autre dossier.`,
    en: (v) =>
      `The folder ${folderEn(v)} cannot be found. Nothing was made in its place. Check that the stick or disk is plugged in, or choose another folder.`,
  },
  folderNotMade: {
    fr: (v) =>
      `Aucun dossier ne peut être créé à l’emplacement ${folderFr(v)} : le nom est trop long, ou l’endroit n’en accepte pas. Rien n’a été créé. Choisissez un autre endroit ou un nom plus court.`,
    en: (v) =>
      `No folder can be made at ${folderEn(v)}: the name is too long, or the place accepts none. Nothing was made. Choose another place or a shorter name.`,
  },
  folderExists: {
    fr: (v) => `Il y a déjà un dossier ${folderFr(v)}. Il est resté tel quel. Ouvrez-le, ou donnez un autre nom.`,
    en: (v) => `There is already a folder ${folderEn(v)}. It was left as it is. Open it, or give another name.`,
  },
  folderReplaced: {
    fr: () =>
      'Le fichier de l’association a été remplacé ou déplacé par un autre programme pendant qu’il était ouvert. Votre dernier changement n’est pas enregistré, les précédents le sont dans l’ancien fichier. Arrêtez la synchronisation, puis rouvrez l’association.',
    en: () =>
      'The association’s file was replaced or moved by another program while it was open. Your last change is not saved; earlier ones are, in the former file. Stop the synchronisation, then open the association again.',
  },
  folderNotOpen: {
    fr: () => 'Aucune association n’est ouverte. Ouvrez-en une, ou créez-la, puis recommencez.',
    en: () => 'No association is open. Open one, or make one, then try again.',
  },
  diskFull: {
    fr: () =>
      'Le disque est plein. Votre dernier changement n’est pas enregistré, tout ce qui l’était avant le reste. Libérez de la place, puis recommencez.',
    en: () =>
      'The disk is full. Your last change is not saved; everything saved before it still is. Make room, then try again.',
  },
  archiveTooLarge: {
    fr: () =>
      'Tout ne tient pas dans une archive de 4 Go. Rien n’a été gardé. Exportez les fiches sans les documents, et copiez à part le dossier de l’association.',
    en: () =>
      'Everything does not fit into an archive of 4 GB. Nothing was kept. Export the records without the documents, and copy the association’s folder separately.',
  },
  storageUncertain: {
    fr: () =>
      'Le disque a mal répondu : il n’est pas certain que le dernier changement soit enregistré. Fermez l’association, rouvrez-la, et vérifiez ce changement avant de le refaire.',
    en: () =>
      'The disk answered badly: whether the last change is saved is not certain. Close the association, open it again, and look at that change before making it again.',
  },
  invalidInput: {
    fr: (v) => `Cette saisie ne convient pas : ${reasonFr(v)}. Rien n’a été changé. Corrigez-la, puis recommencez.`,
    en: (v) => `This entry does not suit: ${reasonEn(v)}. Nothing was changed. Correct it, then try again.`,
  },
  notFound: {
    fr: () =>
      'Cette fiche ou cette opération n’existe pas, ou plus. Rien n’a été changé. Revenez à la liste et recommencez.',
    en: () =>
      'This record or act does not exist, or no longer. Nothing was changed. Go back to the list and try again.',
  },
  changedMeanwhile: {
    fr: () =>
      'Cette fiche a changé depuis que vous l’avez ouverte. Votre saisie n’est pas enregistrée et la fiche garde son dernier état. Rouvrez-la, puis reprenez votre changement.',
    en: () =>
      'This record has changed since you opened it. Your entry is not saved and the record keeps its latest state. Open it again, then redo your change.',
  },
  cancelled: {
    fr: () => 'Vous avez annulé. Rien n’a été changé. Vous pouvez recommencer quand vous voulez.',
    en: () => 'You cancelled. Nothing was changed. You can start again whenever you like.',
  },
  householdRefused: {
    fr: (v) => householdsFr[text(v.what)]?.(v) ?? 'Ce foyer n’est pas possible. Rien n’a été changé.',
    en: (v) => householdsEn[text(v.what)]?.(v) ?? 'This household is not possible. Nothing was changed.',
  },
  undoConflict: {
    fr: (v) =>
      v.what === 'beginning'
        ? 'La création de l’association ne s’annule pas. Rien n’a été changé. Pour repartir de zéro, créez une autre association.'
        : v.what === 'household'
          ? `Cette opération ne peut pas être annulée seule : le foyer « ${text(v.household)} » a changé depuis (${laterFr(v)}), et les siens n’auraient plus la même adresse. Rien n’a été changé. Annulez d’abord la plus récente, ou corrigez l’adresse à la main.`
          : `Cette opération ne peut pas être annulée seule : ${laterFr(v)} a touché les mêmes données. Rien n’a été changé. Annulez d’abord la plus récente, ou corrigez la fiche à la main.`,
    en: (v) =>
      v.what === 'beginning'
        ? 'The making of the association cannot be undone. Nothing was changed. To start afresh, make another association.'
        : v.what === 'household'
          ? `This act cannot be undone alone: the household “${text(v.household)}” has changed since (${laterEn(v)}), and its people would no longer have the same address. Nothing was changed. Undo the later one first, or correct the address by hand.`
          : `This act cannot be undone alone: ${laterEn(v)} touched the same facts. Nothing was changed. Undo the later one first, or correct the record by hand.`,
  },
  alreadyUndone: {
    fr: () => 'Cette opération est déjà annulée. Rien n’a été changé. Pour la rétablir, annulez son annulation.',
    en: () => 'This act is already undone. Nothing was changed. To do it again, undo its undoing.',
  },
  cannotRevert: {
    fr: (v) =>
      `${
        v.what === 'gone'
          ? `Cette ligne n’est plus sur la fiche : ${laterFr(v)} l’a retirée.`
          : v.what === 'linkGone'
            ? `${v.name === undefined || v.name === '' ? 'Ce à quoi menait cette valeur' : `« ${v.name} »`} n’existe plus.`
            : v.what === 'twice'
              ? 'La fiche a déjà une ligne qui dit la même chose.'
              : v.what === 'same'
                ? 'La fiche dit déjà cela.'
                : v.what === 'household'
                  ? 'Cette adresse est celle d’un foyer, et d’autres la partagent.'
                  : 'Cette valeur ne se rétablit pas seule.'
      } Rien n’a été changé. Annulez plutôt l’acte entier, ou corrigez la fiche à la main.`,
    en: (v) =>
      `${
        v.what === 'gone'
          ? `This line is no longer on the record: ${laterEn(v)} took it away.`
          : v.what === 'linkGone'
            ? `${v.name === undefined || v.name === '' ? 'What this value led to' : `“${v.name}”`} is no longer there.`
            : v.what === 'twice'
              ? 'The record already has a line that says the same.'
              : v.what === 'same'
                ? 'The record already says so.'
                : v.what === 'household'
                  ? 'This address is that of a household, and others share it.'
                  : 'This value is not put back alone.'
      } Nothing was changed. Undo the whole act instead, or correct the record by hand.`,
  },
  cannotMerge: {
    fr: (v) =>
      v.what === 'itself'
        ? 'C’est deux fois la même fiche. Rien n’a été changé. Choisissez deux fiches différentes.'
        : v.what === 'kinds'
          ? 'Une personne et un organisme ne font pas une seule fiche. Rien n’a été changé. Reliez-les plutôt : la personne devient interlocutrice de l’organisme.'
          : v.what === 'trashed'
            ? `La fiche${named(namedFr(v.name, ''))} est à la corbeille. Rien n’a été changé. Sortez-la de la corbeille d’abord.`
            : v.what === 'absorbed'
              ? `La fiche${named(namedFr(v.name, ''))} a été fusionnée avec ${v.kept === undefined ? 'une autre' : `la fiche n° ${v.kept}`}. Rien n’a été changé. Pour la retrouver, annulez la fusion dans l’historique.`
              : 'Les deux fiches portent chacune ce qui ne peut être qu’une fois. Rien n’a été changé. Retirez-le de l’une des deux, puis recommencez.',
    en: (v) =>
      v.what === 'itself'
        ? 'This is the same record twice. Nothing was changed. Choose two different records.'
        : v.what === 'kinds'
          ? 'A person and an organisation do not make one record. Nothing was changed. Link them instead: the person becomes a contact of the organisation.'
          : v.what === 'trashed'
            ? `The record${named(namedEn(v.name, ''))} is in the trash. Nothing was changed. Take it out of the trash first.`
            : v.what === 'absorbed'
              ? `The record${named(namedEn(v.name, ''))} was merged into ${v.kept === undefined ? 'another' : `record ${v.kept}`}. Nothing was changed. To have it back, undo the merge in the history.`
              : 'Both records hold what there can be only one of. Nothing was changed. Take it away from one of them, then try again.',
  },
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
  photosTooHeavy: {
    fr: (v) =>
      `Les photos pèsent trop lourd pour un seul fichier${typeof v.limit === 'number' ? ` (au plus ${megabytes(v.limit)} Mo ensemble)` : ''}. Rien n’a été écrit. Choisissez moins de personnes, ou une liste sans photos.`,
    en: (v) =>
      `The photos are too heavy for one file${typeof v.limit === 'number' ? ` (at most ${megabytes(v.limit)} MB together)` : ''}. Nothing was written. Choose fewer people, or a list without photos.`,
  },
  fileUnknownFormat: {
    fr: (v) =>
      v.found === 'noCards'
        ? `Le fichier${fileFr(v)} ne contient aucune fiche d’adresse : aucune ligne BEGIN:VCARD n’a été trouvée à son début. Rien n’a été importé. Exportez de nouveau vos contacts au format vCard, puis recommencez.`
        : v.found === 'text'
          ? `Le fichier${fileFr(v)} porte le nom d’un classeur mais n’en est pas un. Rien n’a été importé. Renommez-le en .csv si c’est une liste, sinon enregistrez-la en .xlsx depuis votre tableur, puis recommencez.`
          : `Le fichier${fileFr(v)} n’est pas une liste qu’Amicale sache lire. Rien n’a été importé. ${formats.fr}`,
    en: (v) =>
      v.found === 'noCards'
        ? `The file${fileEn(v)} holds no address card: no line BEGIN:VCARD was found at its beginning. Nothing was imported. Export your contacts as vCard again, then try again.`
        : v.found === 'text'
          ? `The file${fileEn(v)} is named as a workbook but is not one. Nothing was imported. Rename it to .csv if it is a list, else save it as .xlsx from your spreadsheet program, then try again.`
          : `The file${fileEn(v)} is not a list Amicale can read. Nothing was imported. ${formats.en}`,
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
      `Les caractères du fichier${fileFr(v)} ne correspondent pas à l’encodage choisi${lineFr(v)}. Rien n’a été importé. Choisissez un autre encodage, ou enregistrez la liste en .xlsx.`,
    en: (v) =>
      `The characters of the file${fileEn(v)} do not fit the chosen encoding${lineEn(v)}. Nothing was imported. Choose another encoding, or save the list as .xlsx.`,
  },
  fileMalformed: {
    fr: (v) =>
      `Le fichier${fileFr(v)} est abîmé ou mal formé${lineFr(v)}. Rien n’a été importé. Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis recommencez.`,
    en: (v) =>
      `The file${fileEn(v)} is damaged or malformed${lineEn(v)}. Nothing was imported. Open it in your spreadsheet program, save it again, then try again.`,
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
      `La feuille ${namedFr(v.sheet, 'choisie')} n’est pas dans ce classeur. Rien n’a été importé. Choisissez-en une autre.`,
    en: (v) => `The sheet ${namedEn(v.sheet, 'chosen')} is not in this workbook. Nothing was imported. Choose another.`,
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
  bulkTooSweeping: {
    fr: () =>
      'Cela changerait la plupart des fiches. Rien n’a été changé. Relisez l’aperçu ; si c’est bien ce que vous voulez, confirmez-le.',
    en: () =>
      'This would change most records. Nothing was changed. Read the preview again; if that is what you want, confirm it.',
  },
  bulkStale: {
    fr: () => 'Le registre a changé depuis l’aperçu. Rien n’a été changé. Refaites l’aperçu.',
    en: () => 'The register has changed since the preview. Nothing was changed. Make the preview again.',
  },
  paymentDoubtful: {
    fr: (v) =>
      v.what === 'twice'
        ? `Un règlement du même montant, du même payeur, avec la même référence, est déjà enregistré à ce jour${v.payment === undefined ? '' : ` (n° ${v.payment})`}. Rien n’a été changé. Si c’en est un autre, confirmez-le.`
        : v.what === 'deceased'
          ? `${namedFr(v.name, 'Cette personne')} est décédée. Rien n’a été changé. Si ce règlement est bien pour elle ou d’elle, confirmez-le.`
          : `C’est plus que ce que doit ${namedFr(v.name, 'cette personne')} (${amountFr(v.owed)}). Rien n’a été changé. Mettez le surplus en don, ou confirmez.`,
    en: (v) =>
      v.what === 'twice'
        ? `A payment of the same amount, from the same payer, with the same reference, is already recorded on that day${v.payment === undefined ? '' : ` (no. ${v.payment})`}. Nothing was changed. If it is another one, confirm it.`
        : v.what === 'deceased'
          ? `${namedEn(v.name, 'This person')} has died. Nothing was changed. If this payment is for them or from them, confirm it.`
          : `It is more than ${namedEn(v.name, 'this person')} owes (${amountEn(v.owed)}). Nothing was changed. Make the rest a gift, or confirm.`,
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

/** The sentence of a refusal, complete and ready to show; the field it speaks of is left to whoever shows it. */
export function refusalWords(refusal: RefusalData, language: WordsLanguage): string {
  return sentences[refusal.code][language](refusal.values)
}
