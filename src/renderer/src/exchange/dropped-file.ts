/** A file dropped on another screen waits here for the screen that brings lists in. */
let waiting: File | undefined

export function leaveFile(file: File): void {
  waiting = file
}

/** The file that waits, once. */
export function takeFile(): File | undefined {
  const file = waiting
  waiting = undefined
  return file
}
