/** Where one can go, in the order of the work. */
import type { PlainKey } from '../i18n/words.tsx'
import type { IconName } from './icons.tsx'
import type { PlainScreen } from './route.ts'

type Place = { readonly screen: PlainScreen; readonly icon: IconName; readonly words: PlainKey }

export const places: readonly Place[] = [
  { screen: 'people', icon: 'people', words: 'screen.people' },
  { screen: 'groups', icon: 'groups', words: 'screen.groups' },
  { screen: 'dues', icon: 'dues', words: 'screen.dues' },
  { screen: 'letters', icon: 'letter', words: 'screen.letters' },
  { screen: 'duplicates', icon: 'duplicates', words: 'screen.duplicates' },
  { screen: 'quality', icon: 'quality', words: 'screen.quality' },
  { screen: 'directory', icon: 'directory', words: 'screen.directory' },
  { screen: 'consents', icon: 'check', words: 'screen.consents' },
  { screen: 'forms', icon: 'edit', words: 'screen.forms' },
  { screen: 'import', icon: 'import', words: 'screen.import' },
  { screen: 'export', icon: 'export', words: 'screen.export' },
  { screen: 'history', icon: 'history', words: 'screen.history' },
  { screen: 'trash', icon: 'trash', words: 'screen.trash' },
  { screen: 'settings', icon: 'settings', words: 'screen.settings' },
]

/** Views of the records, reached from their list and by name. */
export const viewsOfRecords: readonly Place[] = [
  { screen: 'households', icon: 'groups', words: 'screen.households' },
  { screen: 'returned', icon: 'returned', words: 'screen.returned' },
]
