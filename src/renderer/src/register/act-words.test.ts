import { expect, test } from 'vitest'
import { officeRequests } from '../../../core/requests.ts'
import { known, reachKey } from './act-words.ts'

test('every order of the router has its words in the history', () => {
  const orders = Object.entries(officeRequests).flatMap(([room, requests]) =>
    Object.entries(requests)
      .filter(([, contract]) => contract['~orpc'].meta.kind === 'order')
      .map(([name]) => `${room}.${name}`),
  )
  // It keeps a file and leaves no act.
  expect(orders.filter((name) => known[name] === undefined && name !== 'fields.keepFile')).toEqual([])
  expect(orders.length).toBeGreaterThan(30)
})

test('taking a change to many back takes no record away; taking an import back does', () => {
  expect(reachKey({ name: 'lists.bulk' })).toBe('undo.reachBack')
  expect(reachKey({ name: 'exchange.import' })).toBe('undo.reach')
})
