import { useEffect, useRef, useState } from 'react'

/** Whether something that is dragged over the window is a file. */
const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Takes a file dropped anywhere on the window, and says while one is held over it. A browser left to itself would leave
 * the page for the file. Asleep, it leaves files to another that listens.
 */
export function useDropAnywhere(take: (file: File) => void, awake = true): boolean {
  const [over, setOver] = useState(false)
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    if (!awake) return
    const hover = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      // What a place of its own has taken is taken.
      if (!holdsFile(event) || event.defaultPrevented) return
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) taking.current(file)
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [awake])
  return over && awake
}
