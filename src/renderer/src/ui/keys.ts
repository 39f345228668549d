/**
 * Keys of one letter, and the list of keys `?` shows. A letter is the first of the words on its button, in the language of
 * the window: F for « Fusionner », M for "Merge". What a key does is said where it is taken, so that the list cannot lie.
 */
import { useEffect, useRef } from 'react'

export type KeyWords = {
  /** As on the keyboard: `F`, `Ctrl + S`. */
  readonly keys: string
  readonly words: string
}

const writes = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]'
const told = new Map<object, readonly KeyWords[]>()

/** Keys of the screen as it is now, in the order their places were drawn. */
export const keysNow = (): readonly KeyWords[] =>
  [...told.values()].flat().filter(({ keys }, at, all) => all.findIndex((other) => other.keys === keys) === at)

/** Names keys in the list while the screen that takes them is there. */
export function useKeyWords(list: readonly KeyWords[]): void {
  const known = useRef<object>({})
  useEffect(() => {
    const mine = known.current
    told.set(mine, list)
    return () => void told.delete(mine)
  })
}

/** The letter of a button: the first of its words. */
export const letterOf = (words: string): string => words.charAt(0).toUpperCase()

/**
 * Acts on a character typed outside of any field, whatever the keyboard needs for it (`/` is Shift and `:` on a French one);
 * never behind a dialog.
 */
export function useCharacter(character: string, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.key.toLowerCase() !== character.toLowerCase()) return
      if (event.target instanceof Element && event.target.closest(writes)) return
      if (document.querySelector('[role=dialog]')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [character])
}
