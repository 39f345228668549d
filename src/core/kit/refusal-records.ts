/** The sentences of refusals about records, money and what was done before. */
import { laterEn, laterFr } from './refusal-acts.ts'
import {
  amountEn,
  amountFr,
  named,
  namedEn,
  namedFr,
  type Sentence,
  type SentencesOf,
  text,
} from './refusal-phrases.ts'
import { reasonEn, reasonFr } from './refusal-reasons.ts'

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

type Code =
  | 'invalidInput'
  | 'notFound'
  | 'changedMeanwhile'
  | 'cancelled'
  | 'householdRefused'
  | 'undoConflict'
  | 'alreadyUndone'
  | 'cannotRevert'
  | 'cannotMerge'
  | 'cannotErase'
  | 'bulkTooSweeping'
  | 'bulkStale'
  | 'paymentDoubtful'
  | 'statementUnread'
  | 'statementRow'

/** Why an act of a kind is not undone. */
const conflictsFr: Readonly<Record<string, Sentence>> = {
  beginning: () =>
    'La création de l’association ne s’annule pas. Rien n’a été changé. Pour repartir de zéro, créez une autre association.',
  receipt: () =>
    'Un reçu délivré ne se défait pas : il garde son numéro. Rien n’a été changé. Annulez plutôt le reçu, avec la raison.',
  erased: () =>
    'Cette opération ne s’annule plus : une personne qu’elle a touchée a été effacée, et ce que le registre en gardait n’existe plus. Rien n’a été changé.',
  edition: () =>
    'Cette opération ne s’annule plus : l’édition est imprimée, elle reste telle qu’elle est. Rien n’a été changé. Annulez d’abord l’impression, ou copiez l’édition.',
  editionChanged: () =>
    'Cette impression ne se rétablit plus : l’édition a changé depuis. Rien n’a été changé. Imprimez-la de nouveau.',
  household: (v) =>
    `Cette opération ne peut pas être annulée seule : le foyer « ${text(v.household)} » a changé depuis (${laterFr(v)}), et les siens n’auraient plus la même adresse. Rien n’a été changé. Annulez d’abord la plus récente, ou corrigez l’adresse à la main.`,
}

const conflictsEn: Readonly<Record<string, Sentence>> = {
  beginning: () =>
    'The making of the association cannot be undone. Nothing was changed. To start afresh, make another association.',
  receipt: () =>
    'A receipt that was issued is not unmade: it keeps its number. Nothing was changed. Cancel the receipt instead, with the reason.',
  erased: () =>
    'This act can no longer be undone: somebody it touched was erased, and what the register kept of them is no more. Nothing was changed.',
  edition: () =>
    'This act can no longer be undone: the edition is printed and stays as it is. Nothing was changed. Undo the printing first, or copy the edition.',
  editionChanged: () =>
    'This printing can no longer be put back: the edition has changed since. Nothing was changed. Print it again.',
  household: (v) =>
    `This act cannot be undone alone: the household “${text(v.household)}” has changed since (${laterEn(v)}), and its people would no longer have the same address. Nothing was changed. Undo the later one first, or correct the address by hand.`,
}

export const recordSentences: SentencesOf<Code> = {
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
      conflictsFr[text(v.what)]?.(v) ??
      `Cette opération ne peut pas être annulée seule : ${laterFr(v)} a touché les mêmes données. Rien n’a été changé. Annulez d’abord la plus récente, ou corrigez la fiche à la main.`,
    en: (v) =>
      conflictsEn[text(v.what)]?.(v) ??
      `This act cannot be undone alone: ${laterEn(v)} touched the same facts. Nothing was changed. Undo the later one first, or correct the record by hand.`,
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
                : v.what === 'erased'
                  ? 'Cette valeur a été effacée.'
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
                : v.what === 'erased'
                  ? 'This value was erased.'
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
  cannotErase: {
    fr: (v) =>
      v.what === 'member'
        ? `${namedFr(v.name, 'Cette personne')} est encore membre. Rien n’a été changé. Notez d’abord son départ sur sa fiche.`
        : `Des règlements ou des reçus portent le nom de ${namedFr(v.name, 'cette personne')} : la loi les fait garder jusqu’en ${text(v.until)}. Rien n’a été changé. Effacez tout sauf le nom.`,
    en: (v) =>
      v.what === 'member'
        ? `${namedEn(v.name, 'This person')} is still a member. Nothing was changed. First note on the record that they left.`
        : `Payments or receipts bear the name of ${namedEn(v.name, 'this person')}: the law wants them kept until ${text(v.until)}. Nothing was changed. Erase all but the name.`,
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
  statementUnread: {
    fr: ({ missing }) =>
      `Ce fichier n’est pas lisible comme un relevé : aucune colonne ne dit ${missing === 'day' ? 'les dates' : missing === 'amount' ? 'les montants' : 'les libellés'}. Rien n’a été changé. Téléchargez le relevé de nouveau au format CSV ou OFX, ou donnez un titre à cette colonne.`,
    en: ({ missing }) =>
      `This file cannot be read as a statement: no column says ${missing === 'day' ? 'the dates' : missing === 'amount' ? 'the amounts' : 'the labels'}. Nothing was changed. Download the statement again as CSV or OFX, or give that column a heading.`,
  },
  statementRow: {
    fr: ({ line, reason }) =>
      `${line === undefined ? 'À une ligne' : `À la ligne ${line}`}, ${reason === 'day' ? 'la date' : 'le montant'} ne se lit pas. Rien n’a été changé. Corrigez la ligne, ou lisez le relevé en laissant de côté ce qui ne se lit pas.`,
    en: ({ line, reason }) =>
      `At ${line === undefined ? 'a line' : `line ${line}`} the ${reason === 'day' ? 'date' : 'amount'} cannot be read. Nothing was changed. Correct the line, or read the statement leaving aside what cannot be read.`,
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
}
