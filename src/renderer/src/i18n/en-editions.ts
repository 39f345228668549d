/** The English words of the directory's editions. */
export const editionsEn = {
  'act.editionCreate': 'Edition made',
  'act.editionChange': 'Edition changed',
  'act.editionDuplicate': 'Edition copied',
  'act.editionRemove': 'Edition removed',
  'act.sectionAdd': 'Section added',
  'act.sectionChange': 'Section changed',
  'act.sectionOrder': 'Sections moved',
  'act.sectionRemove': 'Section removed',
} as const
