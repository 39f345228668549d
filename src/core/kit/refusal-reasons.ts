/** Why what was given to a request cannot be so: bounds, and reasons that have a sentence of their own. */
import type { RefusalValues } from './refusal.ts'
import type { WordsLanguage } from './refusal-phrases.ts'

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
  notOnSheets: {
    fr: 'un fichier accessible ou à conserver se lit page après page : il ne peut être ni un livret, ni des pages pour un imprimeur',
    en: 'an accessible file, or one to be kept, is read page after page: it can be neither a booklet nor pages for a print shop',
  },
  sheetTooLarge: {
    fr: 'les étiquettes sortent de la page ; vérifiez les mesures',
    en: 'the labels leave the page; check the measures',
  },
  cellsOverlap: {
    fr: 'les étiquettes se chevauchent ; le pas va d’un bord à l’autre bord semblable',
    en: 'the labels overlap; the pitch goes from one edge to the next one alike',
  },
  noSuchCell: {
    fr: 'la planche n’a pas autant d’étiquettes',
    en: 'the sheet has not as many labels',
  },
  cardTooSmall: {
    fr: 'une carte ne tient pas dans des cases aussi petites ; prenez une planche de cartes de 85 × 54 mm',
    en: 'a card does not hold in such small cells; take a sheet of cards of 85 × 54 mm',
  },
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
  coversOthers: {
    fr: 'cette cotisation couvre aussi d’autres personnes ; dites si cela vaut pour elles aussi',
    en: 'this due covers other people too; say whether this holds for them as well',
  },
  yearOverlaps: {
    fr: 'un autre exercice a déjà de ces jours',
    en: 'another year of dues has some of these days already',
  },
  lineDone: {
    fr: 'cette ligne est déjà rapprochée ; annulez ce rapprochement d’abord',
    en: 'this line is matched already; undo that first',
  },
  oneOfThree: {
    fr: 'une ligne est une remise, un règlement déjà saisi, ou celui de quelqu’un',
    en: 'a line is a deposit, a payment recorded already, or somebody’s',
  },
  otherAmount: { fr: 'ce n’est pas le montant de la ligne', en: 'it is not the amount of the line' },
  depositBanked: {
    fr: 'la banque a déjà cette remise ; un de ses règlements se contrepasse',
    en: 'the bank has this deposit already; one of its payments is reversed instead',
  },
  inDeposit: {
    fr: 'ce règlement est dans une remise ; retirez-le d’abord de la remise',
    en: 'this payment is in a deposit; take it out of the deposit first',
  },
  otherMode: {
    fr: 'une remise est de chèques ou d’espèces, pas des deux',
    en: 'a deposit is of cheques or of cash, not of both',
  },
  twiceInDeposit: { fr: 'ce règlement y est déjà', en: 'this payment is there already' },
  alreadyCredited: { fr: 'la banque a déjà ce règlement', en: 'the bank has this payment already' },
  cashDiffers: {
    fr: 'ce qui est compté n’est pas la somme des règlements',
    en: 'what was counted is not the sum of the payments',
  },
  chequesUncounted: {
    fr: 'seules les espèces se comptent en billets et en pièces',
    en: 'only cash is counted in notes and coins',
  },
  moreThanUnassigned: {
    fr: 'c’est plus que ce qui reste à affecter',
    en: 'it is more than what is left to assign',
  },
  issuerIncomplete: {
    fr: 'il manque ce que les reçus doivent dire de l’association',
    en: 'what receipts must say of the association is missing',
  },
  notAnIssuerNumber: {
    fr: 'ce n’est ni un SIREN (neuf chiffres) ni un numéro RNA (W et neuf chiffres)',
    en: 'it is neither a SIREN (nine figures) nor an RNA number (W and nine figures)',
  },
  rulingMissing: {
    fr: 'un rescrit favorable a une date et une référence',
    en: 'a favourable ruling has a day and a reference',
  },
  alreadyCancelled: { fr: 'ce reçu est déjà annulé', en: 'this receipt is already cancelled' },
  unknownField: {
    fr: 'il n’y a pas de champ de ce nom',
    en: 'there is no field of this name',
  },
  notAnIban: {
    fr: 'ce n’est pas un IBAN : un chiffre manque ou n’est pas le bon',
    en: 'it is not an IBAN: a figure is missing or wrong',
  },
  transparentPicture: {
    fr: 'cette image est transparente ou entrelacée ; enregistrez-la en JPEG',
    en: 'this picture is transparent or interlaced; save it as JPEG',
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
export function reasonFr({ reason, maximum, minimum, name }: RefusalValues): string {
  if (reason === 'unknownField' && name !== undefined) return `il n’y a pas de champ « ${name} »`
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
export function reasonEn({ reason, maximum, minimum, name }: RefusalValues): string {
  if (reason === 'unknownField' && name !== undefined) return `there is no field “${name}”`
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
