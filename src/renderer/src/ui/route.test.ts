import { expect, test } from 'vitest'
import type { Route } from './route.ts'
import { fragmentOf, routeOf } from './route.ts'

test('every screen has an address that leads back to it', () => {
  const routes: readonly Route[] = [
    { screen: 'people' },
    { screen: 'record', id: 12, editing: false },
    { screen: 'record', id: 12, editing: true },
    { screen: 'newRecord', kind: 'person' },
    { screen: 'newRecord', kind: 'organisation' },
    { screen: 'import' },
    { screen: 'settings' },
    { screen: 'quality' },
    { screen: 'quality', households: true },
  ]
  for (const route of routes) expect(routeOf(fragmentOf(route))).toEqual(route)
})

test('an unknown address leads to the list', () => {
  for (const fragment of [
    '',
    '#',
    '#/nowhere',
    '#/people/-1',
    '#/people/1e9',
    '#/people/0x12',
    '#/people/99999999999999999',
  ])
    expect(routeOf(fragment)).toEqual({ screen: 'people' })
})
