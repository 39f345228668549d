/** Which act Ctrl+Z takes back and Ctrl+Shift+Z does again: two stacks, read from the journal. */
import type { Act } from '../../../core/register/register.requests.ts'
import { isUndoable } from '../register/act-words.ts'

/** An undone act, and the undoing to take back so that it stands again. */
type Redoable = { readonly act: Act; readonly undoing: Act }

type Origin = { readonly act: Act; readonly undone: boolean }

/**
 * The act at the end of a chain of undoings, and whether this act left it undone: an undoing of an undoing does it again.
 * Undefined when the chain leaves the acts given.
 */
function originOf(act: Act, byId: ReadonlyMap<number, Act>): Origin | undefined {
  let found: Act | undefined = act
  let undone = false
  while (found?.undoes !== undefined) {
    found = byId.get(found.undoes)
    undone = !undone
  }
  return found && { act: found, undone }
}

const known = (acts: readonly Act[]): ReadonlyMap<number, Act> => new Map(acts.map((act) => [act.id, act]))

/** Ids of the acts that took something back, among acts given latest first; those that did again are not there. */
export function undoings(acts: readonly Act[]): ReadonlySet<number> {
  const byId = known(acts)
  const taking = acts.filter((act) => act.undoes !== undefined && (originOf(act, byId)?.undone ?? true))
  return new Set(taking.map(({ id }) => id))
}

/** The act Ctrl+Z takes back: the latest that stands and is no undoing. */
export const undoable = (acts: readonly Act[]): Act | undefined =>
  acts.find((act) => act.undoes === undefined && isUndoable(act))

/** The act Ctrl+Shift+Z does again: the one undone last, forward only, until something new is done. */
export function redoable(acts: readonly Act[]): Redoable | undefined {
  const byId = known(acts)
  const again = new Set<number>()
  for (const act of acts) {
    if (act.undoes === undefined) return undefined
    const origin = originOf(act, byId)
    if (origin === undefined || again.has(origin.act.id)) continue
    if (origin.undone && act.undoneBy === undefined) return { act: origin.act, undoing: act }
    again.add(origin.act.id)
  }
  return undefined
}
