/** The menu: standard acts by their roles, in the two languages. Everything of the association is in the window itself. */
import type { MenuItemConstructorOptions } from 'electron'

export type Language = 'fr' | 'en'

/** French unless the system speaks English. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'fr')

const words = {
  fr: {
    file: 'Fichier',
    close: 'Fermer la fenêtre',
    quit: 'Quitter Amicale',
    edit: 'Édition',
    undo: 'Annuler la saisie',
    redo: 'Rétablir la saisie',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    resetZoom: 'Taille normale',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fullScreen: 'Plein écran',
    window: 'Fenêtre',
    minimize: 'Placer dans le Dock',
    development: 'Développement',
    reload: 'Recharger',
    tools: 'Outils de développement',
  },
  en: {
    file: 'File',
    close: 'Close Window',
    quit: 'Quit Amicale',
    edit: 'Edit',
    undo: 'Undo Typing',
    redo: 'Redo Typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    window: 'Window',
    minimize: 'Minimise',
    development: 'Development',
    reload: 'Reload',
    tools: 'Developer Tools',
  },
} as const satisfies Record<Language, Record<string, string>>

type Surroundings = { readonly language: Language; readonly packaged: boolean; readonly mac: boolean }

/** The menu's plan. Reloading and the developer's tools are there only while the app is being written. */
export function menuPlan({ language, packaged, mac }: Surroundings): MenuItemConstructorOptions[] {
  const say = words[language]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: say.file,
      submenu: mac ? [{ role: 'close', label: say.close }] : [{ role: 'quit', label: say.quit }],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        separator,
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'resetZoom', label: say.resetZoom },
        { role: 'zoomIn', label: say.zoomIn },
        { role: 'zoomOut', label: say.zoomOut },
        separator,
        { role: 'togglefullscreen', label: say.fullScreen },
      ],
    },
    ...(mac
      ? [
          {
            label: say.window,
            submenu: [{ role: 'minimize', label: say.minimize }],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    ...(packaged
      ? []
      : [
          {
            label: say.development,
            submenu: [
              { role: 'reload', label: say.reload },
              { role: 'toggleDevTools', label: say.tools },
            ],
          } satisfies MenuItemConstructorOptions,
        ]),
  ]
}
