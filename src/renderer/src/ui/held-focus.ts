import { type RefCallback, useCallback } from 'react'

const pressed = 'button:not([disabled]), a[href]'

/**
 * Keeps one's place where lines go away as they are worked through: when the button in hand is gone with its line, the one that
 * took its place is in hand, the last when there are fewer, the whole when none is left.
 */
export function useHeldFocus<Box extends HTMLElement>(): RefCallback<Box> {
  return useCallback((box: Box) => {
    let at = -1
    const all = (): readonly HTMLElement[] => [...box.querySelectorAll<HTMLElement>(pressed)]
    const enter = (event: FocusEvent): void => {
      at = event.target instanceof HTMLElement ? all().indexOf(event.target) : -1
    }
    const leave = (event: FocusEvent): void => {
      // What leaves because it is gone is what the place is held for; what one leaves by oneself is not.
      const left = event.target as Node
      queueMicrotask(() => {
        if (left.isConnected && !box.contains(document.activeElement)) at = -1
      })
    }
    const gone = new MutationObserver(() => {
      if (at < 0 || (document.activeElement !== null && document.activeElement !== document.body)) return
      const left = all()
      const next = left[Math.min(at, left.length - 1)]
      if (next === undefined) box.tabIndex = -1
      ;(next ?? box).focus({ preventScroll: next === undefined })
    })
    box.addEventListener('focusin', enter)
    box.addEventListener('focusout', leave)
    gone.observe(box, { childList: true, subtree: true })
    return () => {
      gone.disconnect()
      box.removeEventListener('focusin', enter)
      box.removeEventListener('focusout', leave)
    }
  }, [])
}
