import { expect, test } from 'vitest'
import { changeOf, isEntered } from './bulk-actions.ts'

const nothing = { value: '', name: '', kind: 'house', languages: [], empty: false } as const

test('a field is emptied for many only when that is asked for, never by an entry left blank', () => {
  for (const action of ['category', 'left', 'city', 'setLanguages'] as const) {
    expect(isEntered(action, nothing), action).toBe(false)
    expect(isEntered(action, { ...nothing, empty: true }), action).toBe(true)
  }
  expect(isEntered('category', { ...nothing, value: '  ' })).toBe(false)
  expect(changeOf('category', { ...nothing, value: 'Actif', empty: true })).toMatchObject({ value: '' })
  expect(isEntered('country', { ...nothing, value: 'Narnia' })).toBe(false)
  expect(isEntered('country', { ...nothing, value: 'FR' })).toBe(true)
  // A day of beginning may be unknown, and a mark is no field.
  expect(isEntered('join', { ...nothing, name: 'Norvège' })).toBe(true)
})
