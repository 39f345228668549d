/** Whether a record is being typed over: what was done before is not taken back under the hands of whoever types. */
import { useEffect, useSyncExternalStore } from 'react'

let open = 0
const listeners = new Set<() => void>()

function count(more: 1 | -1): void {
  open += more
  for (const changed of listeners) changed()
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export const useEditingRecord = (): boolean => useSyncExternalStore(subscribe, () => open > 0)

/** Says that a record is being typed over, for as long as the form stands. */
export function useSayEditing(editing: boolean): void {
  useEffect(() => {
    if (!editing) return undefined
    count(1)
    return () => count(-1)
  }, [editing])
}
