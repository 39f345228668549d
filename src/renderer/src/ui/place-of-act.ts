/** The screen an act happened on: the record it touched, else the place of its room. */
import type { Route } from './route.ts'

const places: Readonly<Record<string, Route>> = {
  association: { screen: 'settings' },
  fields: { screen: 'settings' },
  people: { screen: 'people' },
  lists: { screen: 'people' },
  exchange: { screen: 'people' },
  duplicates: { screen: 'duplicates' },
  quality: { screen: 'quality' },
  groups: { screen: 'groups' },
  dues: { screen: 'dues' },
  receipts: { screen: 'dues', part: 'receipts' },
  reminders: { screen: 'dues' },
  sheets: { screen: 'letters' },
  labels: { screen: 'letters' },
  editions: { screen: 'directory' },
  letters: { screen: 'letters' },
  households: { screen: 'people' },
  consents: { screen: 'consents' },
  forms: { screen: 'forms' },
}

/** Undefined for an act of a room this window does not know. */
export function placeOfAct({
  name,
  contact,
}: {
  readonly name: string
  readonly contact: number | null
}): Route | undefined {
  if (contact !== null) return { screen: 'record', id: contact, editing: false }
  return places[name.split('.')[0] ?? '']
}
