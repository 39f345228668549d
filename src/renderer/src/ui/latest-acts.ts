/** Which act Ctrl+Z and Ctrl+Shift+Z take back. */
import type { Act } from '../../../core/register/register.requests.ts'
import { isUndoable } from '../register/act-words.ts'

/** The act Ctrl+Z takes back: the latest that is neither an undoing nor undone. */
export const undoable = (acts: readonly Act[]): Act | undefined =>
  acts.find((act) => act.undoes === undefined && isUndoable(act))

/** The undoing Ctrl+Shift+Z takes back: only when nothing was done since. */
export function redoable(acts: readonly Act[]): Act | undefined {
  const latest = acts.find((act) => act.undoneBy === undefined)
  return latest?.undoes === undefined ? undefined : latest
}
