/**
 * Ways back that are being answered: no other is pressed until what they did is shown, and for a moment after. The first press
 * of a double click changes what the second falls upon.
 */
import { useSyncExternalStore } from 'react'

/** How long a way back stays dead once its answer is shown, in milliseconds: a double click is over by then. */
const pause = 600

let answering = 0
const listeners = new Set<() => void>()

function count(more: 1 | -1): void {
  answering += more
  for (const changed of listeners) changed()
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Whether a way back is being answered, or was a moment ago: buttons that take back are dead. */
export const useUndoing = (): boolean => useSyncExternalStore(subscribe, () => answering > 0)

/** Keeps the buttons that take back dead while this goes on, and a moment longer. */
export async function whileUndoing(act: () => Promise<void>): Promise<void> {
  count(1)
  try {
    await act()
  } finally {
    setTimeout(() => count(-1), pause)
  }
}
