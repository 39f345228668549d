/** What acts are called inside a sentence: every order has its words here. */
import type { RefusalValues } from './refusal.ts'
import { moment, text } from './refusal-phrases.ts'

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
  'letters.setLetterhead': { fr: 'un changement du papier à lettres', en: 'a change of the letterhead' },
  'letters.setEmblem': { fr: 'un changement d’emblème', en: 'a change of the emblem' },
  'letters.saveModel': { fr: 'l’enregistrement d’une lettre type', en: 'the keeping of a letter model' },
  'letters.removeModel': { fr: 'le retrait d’une lettre type', en: 'the removal of a letter model' },
  'letters.write': { fr: 'un envoi de lettres', en: 'letters sent' },
  'labels.print': { fr: 'un envoi d’étiquettes', en: 'labels sent' },
  'letters.prefer': { fr: 'un choix de voie de courrier', en: 'a choice of how to be written to' },
  'reminders.setLadder': { fr: 'un changement des relances', en: 'a change of the reminders' },
  'reminders.write': { fr: 'un envoi de relances', en: 'reminders sent' },
  'editions.create': { fr: 'la création d’une édition', en: 'the making of an edition' },
  'editions.change': { fr: 'un changement d’édition', en: 'a change of an edition' },
  'editions.duplicate': { fr: 'la copie d’une édition', en: 'the copy of an edition' },
  'editions.remove': { fr: 'le retrait d’une édition', en: 'the removal of an edition' },
  'editions.addSection': { fr: 'l’ajout d’une section', en: 'the adding of a section' },
  'editions.changeSection': { fr: 'un changement de section', en: 'a change of a section' },
  'editions.orderSections': { fr: 'un changement d’ordre des sections', en: 'a change of the order of sections' },
  'editions.print': { fr: 'l’impression d’une édition', en: 'the printing of an edition' },
  'editions.removeSection': { fr: 'le retrait d’une section', en: 'the removal of a section' },
  'receipts.setIssuer': { fr: 'un changement de l’émetteur des reçus', en: 'a change of the issuer of receipts' },
  'receipts.setFund': { fr: 'un choix d’éligibilité', en: 'a choice of eligibility' },
  'receipts.issue': { fr: 'une délivrance de reçus', en: 'receipts issued' },
  'receipts.cancel': { fr: 'l’annulation d’un reçu', en: 'the cancelling of a receipt' },
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
  'consents.erase': { fr: 'un effacement', en: 'an erasing' },
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
  'dues.bringStatement': { fr: 'un relevé lu', en: 'a statement read' },
  'dues.confirmLine': { fr: 'le rapprochement d’une ligne de relevé', en: 'the matching of a statement line' },
  'dues.skipLine': { fr: 'une ligne de relevé écartée', en: 'a statement line set aside' },
  'dues.makeDeposit': { fr: 'une remise en banque', en: 'a deposit' },
  'dues.changeDeposit': { fr: 'un changement de remise', en: 'a change of a deposit' },
  'dues.bankDeposit': { fr: 'l’encaissement d’une remise', en: 'the crediting of a deposit' },
  'dues.removeDeposit': { fr: 'le retrait d’une remise', en: 'the removal of a deposit' },
  'sheets.saveFormat': { fr: 'une planche de l’association', en: 'a sheet of one’s own' },
  'sheets.removeFormat': { fr: 'le retrait d’une planche', en: 'the removal of a sheet' },
  'forms.answer': { fr: 'la réponse à un formulaire', en: 'the answer to a form' },
}

export function laterFr({ name, subject, at }: RefusalValues): string {
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
export function laterEn({ name, subject, at }: RefusalValues): string {
  const act = actsInWords[text(name)]?.en ?? 'a later act'
  const when = moment(at, 'en')
  return [act, subject === undefined || subject === '' ? '' : `(${subject})`, when === '' ? '' : `of ${when}`]
    .filter(Boolean)
    .join(' ')
}
