import { expect, test } from 'vitest'
import type { Act } from '../../../core/register/register.requests.ts'
import { redoable, undoable } from './latest-acts.ts'

const act = (id: number, more: Partial<Act> = {}): Act => ({
  id,
  at: '2026-11-22T10:00:00.000Z',
  name: 'people.update',
  by: 'secretary',
  subject: '',
  rows: 1,
  ...more,
})

test('undo after undo goes further back, and never to the beginning', () => {
  const acts = [act(4, { undoes: 3 }), act(3, { undoneBy: 4 }), act(2), act(1, { name: 'association.new' })]
  expect(undoable(acts)?.id).toBe(2)
  expect(undoable(acts.slice(3))).toBeUndefined()
})

test('an undoing can be taken back until something else is done', () => {
  const undone = [act(3, { undoes: 2 }), act(2, { undoneBy: 3 })]
  expect(redoable(undone)?.id).toBe(3)
  expect(redoable([act(4), ...undone])).toBeUndefined()
})
