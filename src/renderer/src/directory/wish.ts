/** What was asked of the directory from elsewhere (the palette), until its screen takes it up. */
import { useSyncExternalStore } from 'react'

type DirectoryForm = 'pages' | 'booklet'

let wished: DirectoryForm | undefined
const listeners = new Set<() => void>()

export function wishForDirectory(form: DirectoryForm | undefined): void {
  wished = form
  for (const listener of listeners) listener()
}

/** @returns the form the directory is to be made in at once; the screen clears it when it begins. */
export const useDirectoryWish = (): DirectoryForm | undefined => useSyncExternalStore(listen, () => wished)

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
