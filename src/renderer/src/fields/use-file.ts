/** Files kept in a field: chosen from the person's folders, and saved back to them. */
import { notifications } from '@mantine/notifications'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { saveFile } from '../ui/fetch-paper.ts'
import { useTroubleNote } from '../ui/use-order.tsx'

/** The most bytes a file may have. */
const most = 600_000

const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** Keeps a file at the office. @returns the value to write for it; undefined when it is not kept, and that is said. */
export function useKeepFile(): (file: File) => Promise<string | undefined> {
  const { t } = useWords()
  const note = useTroubleNote()
  return async (file) => {
    if (file.size > most) {
      notifications.show({ message: t('fields.fileTooBig'), color: 'orange' })
      return undefined
    }
    try {
      return (await client.fields.keepFile({ name: file.name.slice(-80), bytes: await base64Of(file) })).value
    } catch (thrown) {
      note(thrown)
      return undefined
    }
  }
}

/** Saves the file a value stands for where the browser puts what is saved. */
export function useSaveFile(): (value: string) => Promise<void> {
  const { t } = useWords()
  const note = useTroubleNote()
  return async (value) => {
    try {
      const file = await client.fields.file({ value })
      if (file === null) {
        notifications.show({ message: t('fields.fileGone'), color: 'orange' })
        return
      }
      const bytes = Uint8Array.from(atob(file.bytes), (character) => character.charCodeAt(0))
      saveFile(file.name, new Blob([bytes], { type: 'application/octet-stream' }))
    } catch (thrown) {
      note(thrown)
    }
  }
}
