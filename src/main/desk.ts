/** The system's dialogs. They are shown by main, and what is chosen never passes through the page. */
import { basename, join } from 'node:path'
import type { BrowserWindow, Dialog, OpenDialogOptions, Session } from 'electron'
import { type Home, mayDownload } from './guards.ts'
import type { Language } from './menu.ts'

const words = {
  fr: { choose: 'Ouvrir une association', open: 'Ouvrir', save: 'Enregistrer' },
  en: { choose: 'Open an association', open: 'Open', save: 'Save' },
} as const satisfies Record<Language, Record<string, string>>

/** The dialog that lets the secretary choose an association's folder. */
export const folderDialog = (language: Language, home: string): OpenDialogOptions => ({
  title: words[language].choose,
  buttonLabel: words[language].open,
  defaultPath: home,
  properties: ['openDirectory'],
})

/** @returns the folder chosen, or nothing when the secretary gave up. */
export async function chooseFolder(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow,
  options: OpenDialogOptions,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? undefined : filePaths[0]
}

/** A name that means the same on every system, whatever the page called its file. */
export function safeFileName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain)
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 ? plain.slice(dot).slice(0, 10) : ''
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).slice(0, 90)
  return reserved || stem === '' ? `amicale${ending}` : `${stem}${ending}`
}

/** Files the page made go where the secretary says, in the system's own dialog; all other downloads are stopped. */
export function saveDownloads(session: Session, home: Home, downloads: string, language: Language): void {
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL(), home)) {
      event.preventDefault()
      return
    }
    item.setSaveDialogOptions({
      title: words[language].save,
      defaultPath: join(downloads, safeFileName(item.getFilename())),
    })
  })
}
