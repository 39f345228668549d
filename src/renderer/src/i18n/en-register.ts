/** The English words of the history and the settings. */
import type { registerFr } from './fr-register.ts'
import type { Translated } from './phrases.ts'

export const registerEn = {
  'history.lead': 'Everything that was done, latest first. Any action can be undone.',
  'history.empty': 'Nothing has been done yet',
  'history.emptyHelp': 'Each creation, change or import will appear here, with the way back.',
  'history.what': 'Action',
  'history.when': 'When',
  'history.who': 'By',
  'history.way': 'Undoing',
  'history.records': { one: '{count} record', other: '{count} records' },
  'history.undone': 'undone',
  'history.earlier': 'Earlier actions',

  'settings.association': 'The association',
  'settings.papersLanguage': 'Language of the papers',
  'settings.country': 'Country',
  'settings.countryHelp': 'The one the post leaves from: it is not written in addresses.',
  'settings.accent': 'Colour',
  'settings.accentHelp': 'That of the window and of the papers.',
  'settings.saved': 'Settings saved.',
  'settings.window': 'The window',
  'settings.language': 'Language of the window',
  'settings.density': 'Lines of the list',
  'settings.comfortable': 'Airy',
  'settings.compact': 'Tight',
  'settings.scheme': 'Light or dark',
  'settings.auto': 'As the computer',
  'settings.light': 'Light',
  'settings.dark': 'Dark',
  'settings.folder': 'The folder',
  'settings.leave': 'Close this association',
  'settings.version': 'Amicale {version}',
} satisfies Translated<typeof registerFr>
