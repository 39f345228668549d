import { expect, test } from 'vitest'
import type { Act } from '../../../core/register/register.requests.ts'
import { redoable, undoable, undoings } from './latest-acts.ts'

/** A journal as the office keeps it: an undoer counts unless it was undone itself. Acts are given latest first. */
function journal() {
  const kept: { readonly id: number; readonly name: string; readonly undoes?: number }[] = []
  const undoneBy = (id: number): number | undefined =>
    kept.findLast((act) => act.undoes === id && undoneBy(act.id) === undefined)?.id
  const add = (name: string, undoes?: number): void => {
    kept.push({ id: kept.length + 1, name, ...(undoes === undefined ? {} : { undoes }) })
  }
  const acts = (): readonly Act[] =>
    kept
      .map((act) => {
        const undoer = undoneBy(act.id)
        const more = undoer === undefined ? {} : { undoneBy: undoer }
        return { at: '2026-11-22T10:00:00.000Z', by: 'secretary', subject: '', rows: 1, ...act, ...more }
      })
      .reverse()
  const press = (id: number | undefined): void => {
    if (id === undefined) throw new Error('Nothing is offered')
    add('history.undo', id)
  }
  return {
    acts,
    act: (name = 'people.update') => add(name),
    undoAct: (id: number) => press(id),
    undo: () => press(undoable(acts())?.id),
    redo: () => press(redoable(acts())?.undoing.id),
    /** What is offered: the act to undo, the act to do again. */
    offers: () => [undoable(acts())?.id, redoable(acts())?.act.id],
  }
}

function threeActs() {
  const made = journal()
  made.act('association.new')
  made.act()
  made.act()
  return made
}

test('undo after undo goes further back, and never to the beginning', () => {
  const made = threeActs()
  expect(made.offers()).toEqual([3, undefined])
  made.undo()
  expect(made.offers()).toEqual([2, 3])
  made.undo()
  expect(made.offers()).toEqual([undefined, 2])
})

test('redo after redo goes forward only, and ends when everything stands again', () => {
  const made = threeActs()
  made.undo()
  made.undo()
  made.redo()
  expect(made.offers()).toEqual([2, 3])
  made.redo()
  expect(made.offers()).toEqual([3, undefined])
})

test('undo and redo may alternate as often as one likes', () => {
  const made = threeActs()
  for (let turn = 0; turn < 3; turn += 1) {
    made.undo()
    expect(made.offers()).toEqual([2, 3])
    made.redo()
    expect(made.offers()).toEqual([3, undefined])
  }
  made.undo()
  made.undo()
  made.redo()
  made.undo()
  expect(made.offers()).toEqual([undefined, 2])
  made.redo()
  made.redo()
  expect(made.offers()).toEqual([3, undefined])
})

test('a new act leaves nothing to do again', () => {
  const made = threeActs()
  made.undo()
  made.undo()
  made.redo()
  made.act()
  expect(made.offers()).toEqual([7, undefined])
  made.undo()
  expect(made.offers()).toEqual([2, 7])
})

test('a redo undone from the history is offered again', () => {
  const made = threeActs()
  made.undo()
  made.redo()
  made.undoAct(5)
  expect(made.offers()).toEqual([2, 3])
  made.redo()
  expect(made.offers()).toEqual([3, undefined])
})

test('an undoing is told from a redo', () => {
  const made = threeActs()
  made.undo()
  made.redo()
  expect([...undoings(made.acts())]).toEqual([4])
})
