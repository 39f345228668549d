import type { QueryKey } from '@tanstack/react-query'
import { useIsFetching } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'

/**
 * Opens a form only on facts that are not being asked again: an order does not wait for the screens, and a form begun in that
 * moment would start from what was before it. Once open it stays; what changes while one types is told when one saves.
 */
export function WhenFresh({ of, children }: { readonly of: QueryKey; readonly children: ReactNode }) {
  const asking = useIsFetching({ queryKey: of }) > 0
  const [open, setOpen] = useState(!asking)
  if (!open && !asking) setOpen(true)
  return open ? children : null
}
