/** The French words of the directory's editions. */
export const editionsFr = {
  'act.editionCreate': 'Édition créée',
  'act.editionChange': 'Édition modifiée',
  'act.editionDuplicate': 'Édition copiée',
  'act.editionRemove': 'Édition retirée',
  'act.sectionAdd': 'Section ajoutée',
  'act.sectionChange': 'Section modifiée',
  'act.sectionOrder': 'Sections déplacées',
  'act.sectionRemove': 'Section retirée',
} as const
