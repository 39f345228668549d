import { useEffect, useState } from 'react'
import { ConsentsScreen } from './consents/ConsentsScreen.tsx'
import { DirectoryScreen } from './directory/DirectoryScreen.tsx'
import { DirectoryMemory } from './directory/directory-memory.tsx'
import { DuesScreen } from './dues/DuesScreen.tsx'
import { DuplicatesScreen } from './duplicates/DuplicatesScreen.tsx'
import { ExportScreen } from './exchange/ExportScreen.tsx'
import { ImportScreen } from './exchange/ImportScreen.tsx'
import { FormsScreen } from './forms/FormsScreen.tsx'
import { GroupsScreen } from './groups/GroupsScreen.tsx'
import { TrashScreen } from './history/TrashScreen.tsx'
import { HouseholdsScreen } from './households/HouseholdsScreen.tsx'
import { ReturnedScreen } from './households/ReturnedScreen.tsx'
import { LettersScreen } from './letters/LettersScreen.tsx'
import { useDraftKept } from './people/DraftKept.tsx'
import { ListMemory } from './people/list-memory.tsx'
import { NewRecordScreen } from './people/NewRecordScreen.tsx'
import { PeopleScreen } from './people/PeopleScreen.tsx'
import { RecordScreen } from './people/RecordScreen.tsx'
import { takeDrafts } from './people/record-draft.ts'
import { QualityScreen } from './quality/QualityScreen.tsx'
import { HistoryScreen } from './register/HistoryScreen.tsx'
import { SettingsScreen } from './register/SettingsScreen.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { Palette } from './ui/Palette.tsx'
import type { Route } from './ui/route.ts'
import { routeOf, useFragment } from './ui/route.ts'
import { Shell } from './ui/Shell.tsx'

/** Everything that is on screen while an association is open. */
export function OpenAssociation({ folder, lost }: { readonly folder: string; readonly lost: boolean }) {
  const fragment = useFragment()
  const route = routeOf(fragment)
  const ready = useDraftsTaken(folder)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new screen takes the focus, as a new page would
  useEffect(() => {
    // Unless the palette was opened meanwhile: the letters are then for it.
    if (document.querySelector('[role=dialog]')) return
    const screen = document.getElementById('screen')
    // A screen to type in has a first field: the letters are for that one.
    const field = screen?.querySelector<HTMLElement>('[data-autofocus]') ?? screen
    field?.focus({ preventScroll: true })
  }, [route.screen, ready])
  return (
    <ListMemory>
      <DirectoryMemory>
        <Shell route={route} lost={lost}>
          <FaultBoundary at={fragment}>{ready && <Screen route={route} />}</FaultBoundary>
        </Shell>
        <Palette />
      </DirectoryMemory>
    </ListMemory>
  )
}

/** Whether what a window that died left unsaved is here again; the latest is told, with the way back to it. */
function useDraftsTaken(folder: string): boolean {
  const [ready, setReady] = useState(false)
  const sayKept = useDraftKept()
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, when the association opens
  useEffect(() => {
    takeDrafts(folder)
      .then((brought) => {
        const last = brought.at(-1)
        if (last === 'person' || last === 'organisation') sayKept(undefined, last)
        else if (last !== undefined) sayKept(Number(last), 'person')
      })
      // What was left stays in the folder for the next time.
      .catch(() => {})
      .finally(() => setReady(true))
  }, [folder])
  return ready
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'people':
      return <PeopleScreen />
    case 'record':
      return <RecordScreen key={route.id} id={route.id} editing={route.editing} />
    case 'newRecord':
      return <NewRecordScreen key={route.kind} kind={route.kind} />
    case 'groups':
      return <GroupsScreen />
    case 'dues':
      return <DuesScreen part={route.part} />
    case 'letters':
      return <LettersScreen />
    case 'consents':
      return <ConsentsScreen />
    case 'duplicates':
      return <DuplicatesScreen />
    case 'quality':
      return <QualityScreen key={String(route.households)} households={route.households === true} />
    case 'import':
      return <ImportScreen />
    case 'export':
      return <ExportScreen />
    case 'directory':
      return <DirectoryScreen />
    case 'history':
      return <HistoryScreen />
    case 'trash':
      return <TrashScreen />
    case 'forms':
      return <FormsScreen key={String(route.printing)} printing={route.printing === true} />
    case 'households':
      return <HouseholdsScreen />
    case 'returned':
      return <ReturnedScreen />
    case 'settings':
      return <SettingsScreen />
  }
}
