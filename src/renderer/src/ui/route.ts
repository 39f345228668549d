/** The address of the screen, kept in the fragment: the window has no server to ask for pages. */
import { useSyncExternalStore } from 'react'
import { type DuesPart, duesParts } from '../dues/dues-parts.ts'

export type Route =
  | { readonly screen: 'people' }
  | { readonly screen: 'record'; readonly id: number; readonly editing: boolean }
  | { readonly screen: 'newRecord'; readonly kind: 'person' | 'organisation' }
  | { readonly screen: 'groups' }
  /** `part`: deposits, statements…, beside the years. */
  | { readonly screen: 'dues'; readonly part?: DuesPart }
  | { readonly screen: 'letters' }
  | { readonly screen: 'consents' }
  | { readonly screen: 'duplicates' }
  /** `households`: begins with the people who may live together. */
  | { readonly screen: 'quality'; readonly households?: boolean }
  | { readonly screen: 'import' }
  | { readonly screen: 'export' }
  | { readonly screen: 'directory' }
  | { readonly screen: 'history' }
  | { readonly screen: 'trash' }
  /** `printing`: the sheets to make rather than the answers. */
  | { readonly screen: 'forms'; readonly printing?: boolean }
  | { readonly screen: 'households' }
  | { readonly screen: 'returned' }
  | { readonly screen: 'settings' }

export type PlainScreen = Exclude<Route['screen'], 'record' | 'newRecord'>
const plainScreens = [
  'people',
  'groups',
  'dues',
  'letters',
  'consents',
  'import',
  'export',
  'directory',
  'history',
  'trash',
  'forms',
  'settings',
  'duplicates',
  'quality',
  'households',
  'returned',
] as const satisfies PlainScreen[]

/** Reads the fragment; anything unknown leads to the list. */
export function routeOf(fragment: string): Route {
  const [first = '', second = '', third = ''] = fragment.replace(/^#\/?/, '').split('/')
  if (first === 'people' && /^[1-9]\d{0,14}$/.test(second)) {
    return { screen: 'record', id: Number(second), editing: third === 'edit' }
  }
  if (first === 'people' && second === 'new') {
    return { screen: 'newRecord', kind: third === 'organisation' ? 'organisation' : 'person' }
  }
  const part = first === 'dues' ? duesParts.find((one) => one === second) : undefined
  if (part !== undefined) return { screen: 'dues', part }
  if (first === 'quality' && second === 'households') return { screen: 'quality', households: true }
  if (first === 'forms' && second === 'print') return { screen: 'forms', printing: true }
  return { screen: plainScreens.find((screen) => screen === first) ?? 'people' }
}

export function fragmentOf(route: Route): string {
  switch (route.screen) {
    case 'record':
      return `#/people/${route.id}${route.editing ? '/edit' : ''}`
    case 'newRecord':
      return `#/people/new/${route.kind}`
    case 'forms':
      return route.printing === true ? '#/forms/print' : '#/forms'
    case 'quality':
      return route.households === true ? '#/quality/households' : '#/quality'
    case 'dues':
      return route.part === undefined ? '#/dues' : `#/dues/${route.part}`
    default:
      return `#/${route.screen}`
  }
}

export function go(route: Route): void {
  window.location.hash = fragmentOf(route)
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash)
}
