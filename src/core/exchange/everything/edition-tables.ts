/** Tables of the directory's editions, in words: the part of `wholeTables` that is theirs. */
import type { Said, WholeTable } from './whole-tables.ts'

const said = (fr: string, en: string): Said => ({ fr, en })

export const editionTables: Readonly<Record<string, WholeTable>> = {
  edition: {
    file: said('editions', 'editions'),
    about: said('Les éditions de l’annuaire', 'Editions of the directory'),
    without: ['revision', 'folded'],
    columns: { title: said('Titre', 'Title') },
  },
  edition_section: {
    file: said('editions-sections', 'edition-sections'),
    about: said('Les sections de chaque édition, dans leur ordre', 'The sections of each edition, in their order'),
    columns: { title: said('Titre', 'Title') },
    words: {
      kind: {
        cover: said('couverture', 'cover'),
        notice: said('avertissement', 'legal notice'),
        contents: said('sommaire', 'contents'),
        text: said('texte', 'text'),
        bodies: said('instances', 'bodies'),
        holders: said('anciens mandats', 'past holders'),
        members: said('liste alphabétique', 'alphabetical list'),
        index: said('index', 'index'),
        memorial: said('in memoriam', 'in memoriam'),
        newcomers: said('nouveaux membres', 'new members'),
        statistics: said('statistiques', 'statistics'),
        notes: said('notes', 'notes'),
        colophon: said('colophon', 'colophon'),
      },
    },
  },
  edition_print: {
    file: said('editions-imprimees', 'printed-editions'),
    without: ['arranged'],
    about: said('Ce qui fut imprimé pour de bon, et dans quel fichier', 'What was printed for good, and in which file'),
    columns: { people: said('Entrées', 'Entries'), size: said('Octets', 'Bytes'), file: said('Fichier', 'File') },
    words: {
      form: {
        pages: said('pages à lire', 'pages to read'),
        booklet: said('livret', 'booklet'),
        signatures16: said('cahiers de 16 pages', 'signatures of 16 pages'),
        signatures32: said('cahiers de 32 pages', 'signatures of 32 pages'),
        press: said('pages pour un imprimeur', 'pages for a print shop'),
      },
    },
  },
}

/** Headings of their columns. */
export const editionColumns: Readonly<Record<string, Said>> = {
  subtitle: said('Sous-titre', 'Subtitle'),
  cutoff: said('Arrêtée au', 'Cut-off day'),
  look: said('Présentation (JSON)', 'Look (JSON)'),
  template: said('Modèle de notice (JSON)', 'Entry template (JSON)'),
  edition_id: said('N° d’édition', 'Edition no.'),
  shown: said('Imprimée', 'Printed'),
  options: said('Réglages (JSON)', 'Settings (JSON)'),
  form: said('Forme', 'Form'),
  printed_on: said('Imprimée le', 'Printed on'),
  pages: said('Pages', 'Pages'),
}
