/** What the list remembers while one reads a record: what is sought, how it is shown, who is ticked, where one stood. */
import type { ReactNode } from 'react'
import { createContext, useContext, useMemo, useState } from 'react'
import { byName, type ListColumn, type ListSort, usualColumns } from '../../../core/people/lists/columns.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { nobody, type Ticked } from '../lists/ticked.ts'

export const everybody: ContactFilter = {
  search: '',
  status: [],
  category: '',
  group: '',
  trashed: false,
  deceased: false,
  except: [],
}

type Memory = {
  readonly filter: ContactFilter
  readonly columns: readonly ListColumn[]
  readonly sort: ListSort
  /** The saved list that was opened last, while what it asked is still asked. */
  readonly saved: number | undefined
  readonly active: number
  readonly ticked: Ticked
}
/** What changes; or how, from what stands by then: what waited for the office may come after another change. */
type Changes = Partial<Memory> | ((now: Memory) => Partial<Memory>)
type Kept = Memory & { readonly remember: (changes: Changes) => void }

const Context = createContext<Kept | undefined>(undefined)

export function ListMemory({ children }: { readonly children: ReactNode }) {
  const [memory, setMemory] = useState<Memory>({
    ...{ filter: everybody, columns: usualColumns, sort: byName, saved: undefined, active: 0, ticked: nobody },
  })
  const kept = useMemo(
    () => ({
      ...memory,
      remember: (changes: Changes) =>
        setMemory((now) => ({ ...now, ...(typeof changes === 'function' ? changes(now) : changes) })),
    }),
    [memory],
  )
  return <Context.Provider value={kept}>{children}</Context.Provider>
}

export function useListMemory(): Kept {
  const kept = useContext(Context)
  if (!kept) throw new Error('useListMemory stands outside of ListMemory')
  return kept
}

/** Whether the list shows less than everybody. */
export const narrowed = (filter: ContactFilter): boolean =>
  filter.search !== '' ||
  filter.status.length > 0 ||
  filter.kind !== undefined ||
  filter.category !== '' ||
  filter.group !== '' ||
  filter.criteria !== undefined ||
  filter.list !== undefined ||
  filter.ids !== undefined
