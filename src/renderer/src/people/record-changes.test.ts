import { expect, test } from 'vitest'
import type { JournalRow } from './record-changes.ts'
import { recordActs } from './record-changes.ts'

const row = (act: number, table: string, old: JournalRow['old'], now: JournalRow['new']): JournalRow => ({
  act,
  at: '2026-11-22T10:00:00.000Z',
  name: 'people.update',
  by: 'secretary',
  table,
  old,
  new: now,
})

test('a changed field is said once, old and new', () => {
  const [act] = recordActs([
    row(2, 'contact', { profession: 'Luthier', revision: 1 }, { profession: 'Organiste', revision: 2 }),
  ])
  expect(act?.changes).toEqual([{ field: 'field.profession', old: 'Luthier', new: 'Organiste' }])
})

test('lines taken out and put back the same are no change; one replaced is one', () => {
  const acts = recordActs([
    row(3, 'email', null, { address: 'new@example.org' }),
    row(3, 'email', { address: 'old@example.org' }, null),
    row(3, 'phone', null, { number: '+33600000000' }),
    row(3, 'phone', { number: '+33600000000' }, null),
  ])
  expect(acts).toHaveLength(1)
  expect(acts[0]?.changes).toEqual([{ field: 'field.email', old: 'old@example.org', new: 'new@example.org' }])
})

test('the act that made the record lists nothing', () => {
  const acts = recordActs([
    row(1, 'email', null, { address: 'a@example.org' }),
    row(1, 'contact', null, { last_name: 'A' }),
  ])
  expect(acts.map(({ changes }) => changes)).toEqual([[]])
})
