/** The French words: they are the type, every other language must have the same keys and the same places. */
import { accountsFr } from './fr-accounts.ts'
import { consentsFr } from './fr-consents.ts'
import { depositsFr } from './fr-deposits.ts'
import { deskFr } from './fr-desk.ts'
import { duesFr } from './fr-dues.ts'
import { duplicatesFr } from './fr-duplicates.ts'
import { editionsFr } from './fr-editions.ts'
import { exchangeFr } from './fr-exchange.ts'
import { fieldsFr } from './fr-fields.ts'
import { groupsFr } from './fr-groups.ts'
import { historyFr } from './fr-history.ts'
import { householdsFr } from './fr-households.ts'
import { importFr } from './fr-import.ts'
import { lettersFr } from './fr-letters.ts'
import { listsFr } from './fr-lists.ts'
import { lookFr } from './fr-look.ts'
import { membershipFr } from './fr-membership.ts'
import { receiptsFr } from './fr-receipts.ts'
import { recordFr } from './fr-record.ts'
import { registerFr } from './fr-register.ts'
import { sheetsFr } from './fr-sheets.ts'
import { statementsFr } from './fr-statements.ts'

export const fr = {
  ...recordFr,
  ...householdsFr,
  ...listsFr,
  ...consentsFr,
  ...groupsFr,
  ...fieldsFr,
  ...deskFr,
  ...duplicatesFr,
  ...historyFr,
  ...exchangeFr,
  ...importFr,
  ...duesFr,
  ...depositsFr,
  ...lettersFr,
  ...lookFr,
  ...sheetsFr,
  ...statementsFr,
  ...accountsFr,
  ...receiptsFr,
  ...membershipFr,
  ...editionsFr,
  ...registerFr,

  'shell.skip': 'Aller au contenu',
  'shell.navigation': 'Rubriques',
  'shell.waiting': 'Un instant…',
  'screen.people': 'Fiches',
  'screen.directory': 'Annuaire',
  'screen.import': 'Importer',
  'screen.export': 'Exporter',
  'screen.history': 'Historique',
  'screen.settings': 'Réglages',
  'time.now': 'à l’instant',
  'action.close': 'Fermer',

  'palette.open': 'Chercher',
  'palette.keys': 'Ctrl + K',
  'palette.placeholder': 'Chercher une fiche, une rubrique, une action…',
  'palette.nothing': 'Rien sous ces mots',
  'palette.people': 'Fiches',
  'palette.doings': 'Actions',
  'palette.screens': 'Rubriques',

  'undo.bar': 'Dernière action',
  'undo.nothing': 'Rien n’a encore été changé.',
  'undo.undo': 'Annuler',
  'undo.undoAll': { one: 'Annuler pour {count} fiche', other: 'Annuler pour {count} fiches' },
  'undo.reach': {
    one: '{count} fiche sera retirée ou redeviendra ce qu’elle était.',
    other: '{count} fiches seront retirées ou redeviendront ce qu’elles étaient.',
  },
  'undo.reachBack': {
    one: '{count} fiche redeviendra ce qu’elle était.',
    other: '{count} fiches redeviendront ce qu’elles étaient.',
  },
  'undo.reachMany': 'Des milliers de fiches peuvent être retirées ou redevenir ce qu’elles étaient.',
  'undo.leave': 'Ne rien annuler',
  'undo.redo': 'Rétablir',
  'undo.undoOf': 'Annuler : {act}',
  'undo.redoOf': 'Refaire : {act}',
  'undo.done': 'C’est annulé.',
  'undo.doneAgain': 'C’est rétabli.',
  'undo.undoKeys': 'Ctrl + Z',
  'undo.redoKeys': 'Ctrl + Maj + Z',

  'trouble.refusedTitle': 'Rien n’a été changé',
  'trouble.faultTitle': 'L’action n’a pas abouti',
  'trouble.cancelled': 'L’action a été arrêtée ; rien n’a été changé.',
  'trouble.fault':
    'Amicale n’a pas pu répondre. Ce qui était enregistré l’est toujours. Relancez Amicale ; si cela se répète, signalez la référence {reference}.',
  'trouble.unreachable':
    'Amicale ne répond plus. Ce qui était enregistré l’est toujours : fermez cette fenêtre et relancez Amicale.',

  'fault.title': 'Cet écran n’a pas pu s’afficher',
  'fault.text':
    'Rien n’est perdu\xa0: ce qui était enregistré l’est toujours, et une saisie en cours est gardée. Les autres écrans restent à portée.',
  'fault.again': 'Afficher de nouveau',
  'fault.toRecords': 'Revenir aux fiches',

  'phase.working': 'En cours',
  'phase.sending': 'Envoi du fichier',
  'phase.reading': 'Lecture du fichier',
  'phase.recognising': 'Reconnaissance des colonnes',
  'phase.comparing': 'Comparaison avec les fiches',
  'phase.importing': 'Importation',
  'phase.inventing': 'Invention des fiches',
  'phase.gathering': 'Rassemblement des fiches',
  'phase.composing': 'Composition des pages',
  'phase.painting': 'Tracé des pages',
  'phase.imposing': 'Imposition en livret',
  'phase.writing': 'Écriture du fichier',
  'phase.fetching': 'Réception du fichier',
  'work.of': '{done} sur {total}',
  'work.stop': 'Arrêter',
  'work.seconds': { one: 'encore {count} seconde', other: 'encore {count} secondes environ' },
  'work.minutes': { one: 'encore une minute environ', other: 'encore {count} minutes environ' },

  'welcome.lead': 'Le secrétariat de votre association : les fiches des membres et l’annuaire imprimé.',
  'welcome.local': 'Tout reste sur cet ordinateur, dans un seul dossier que vous pouvez copier.',
  'welcome.known': 'Vos associations',
  'welcome.new': 'Créer une association',
  'welcome.name': 'Nom de l’association',
  'welcome.nameHelp': 'Tel qu’il doit paraître sur l’annuaire.',
  'welcome.where': 'Son dossier sera fait ici : {home}',
  'welcome.make': 'Créer',
  'welcome.try': 'Essayer d’abord',
  'welcome.tryHelp': 'Une association inventée de trois cents membres, pour voir comment tout fonctionne.',
  'welcome.sample': 'Ouvrir l’association d’exemple',
  'welcome.sampleName': 'Amicale d’exemple',
  'welcome.choose': 'Choisir un dossier…',

  'people.count': { one: '{count} fiche', other: '{count} fiches' },
  'people.found': { one: '{count} fiche trouvée', other: '{count} fiches trouvées' },
  'people.withDeceased': { one: 'Montrer aussi la personne décédée', other: 'Montrer aussi les {count} décédés' },
  'people.livingAlone': 'Sans les personnes décédées',
  'people.search': 'Nom, ville, métier, téléphone…',
  'people.clearSearch': 'Effacer la recherche',
  'people.status': 'Situation',
  'people.category': 'Catégorie',
  'people.group': 'Maison ou groupe',
  'people.anyGroup': 'Maison',
  'people.kind': 'Nature',
  'people.persons': 'Personnes',
  'people.organisations': 'Organismes',
  'people.clearFilters': 'Tout montrer',
  'people.new': 'Nouvelle fiche',
  'people.newPerson': 'Nouvelle personne',
  'people.newOrganisation': 'Nouvel organisme',
  'people.export': 'Exporter',
  'people.trash': 'Corbeille',
  'people.leaveTrash': 'Retour aux fiches',
  'people.trashEmpty': 'La corbeille est vide',
  'people.trashEmptyHelp': 'Les fiches mises à la corbeille attendent ici : rien n’est jamais effacé.',
  'people.empty': 'Aucune fiche pour l’instant',
  'people.emptyHelp':
    'Le plus simple est d’apporter votre tableur de membres : Amicale reconnaît les colonnes et montre tout avant de rien enregistrer.',
  'people.importFirst': 'Importer un tableur',
  'people.nobodyFound': 'Aucune fiche sous ces mots',
  'people.nobodyFoundHelp': 'Essayez un mot plus court, ou retirez un filtre. Les accents ne comptent pas.',
  'people.ticked': 'Fiches cochées',
  'people.tick': 'Cocher {name}',
  'people.untick': 'Tout décocher',
  'people.tickedCount': { one: '{count} fiche cochée', other: '{count} fiches cochées' },
  'people.putAway': 'Mettre à la corbeille',
  'people.takeOut': 'Sortir de la corbeille',
  'people.trashed': { one: 'Fiche mise à la corbeille.', other: '{count} fiches mises à la corbeille.' },
  'people.untrashed': { one: 'Fiche sortie de la corbeille.', other: '{count} fiches sorties de la corbeille.' },
  'people.letters': 'Lettres',
  'people.letter': 'Aller à la lettre {letter}',

  'status.member': 'Membre',
  'status.resigned': 'Démissionnaire',
  'status.struckOff': 'Radié(e)',
  'status.deceasedWoman': 'Décédée',
  'status.deceasedMan': 'Décédé',
  'status.deceased': 'Décédé(e)',
  'status.lost': 'Perdu(e) de vue',
  'status.friend': 'Ami(e)',
  'status.contact': 'Contact',
  'group.house': 'Maison',
  'group.section': 'Section',
  'group.branch': 'Antenne',
  'group.committee': 'Commission',
  'group.class': 'Promotion',
  'group.body': 'Instance',
  'group.other': 'Groupe',

  'act.records': { one: '{count} fiche', other: '{count} fiches' },
  'act.about': '{act} : {subject}',
  'act.aboutShort': '{act}, {subject}',
  'act.secretary': 'secrétariat',
  'act.associationNew': 'Association créée',
  'act.associationUpdate': 'Réglages de l’association',
  'act.create': 'Fiche créée',
  'act.update': 'Fiche modifiée',
  'act.setPhoto': 'Photo enregistrée',
  'act.removePhoto': 'Photo retirée',
  'act.trash': 'Corbeille',
  'act.import': 'Importation',
  'act.invent': 'Fiches inventées',
  'act.undo': 'Annulation',
  'act.redo': 'Rétablissement',
  'way.associationUpdate': 'réglages de {subject}',
  'way.create': 'création de {subject}',
  'way.update': 'modification de {subject}',
  'way.trash': 'corbeille pour {subject}',
  'way.import': 'importation de {subject}',
  'way.invent': 'fiches inventées, {subject}',
} as const
