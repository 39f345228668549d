/** Sheets typed and not saved: there again when the folder is opened anew, forgotten when asked to be. */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { draftShelf } from '../../register/drafts.ts'
import { register, reopen } from '../people.fixture.ts'

it('keeps what was typed through a closing, privately, without an act', () => {
  const acts = register.changeCount()
  const shelf = draftShelf(register.folder)
  expect(shelf.all()).toEqual([])
  shelf.keep('12', '{"a":1}')
  shelf.keep('person', '{"b":2}')
  shelf.keep('12', '{"a":3}')
  expect(register.changeCount()).toBe(acts)
  reopen()
  const again = draftShelf(register.folder)
  expect(again.all().toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
    { name: '12', text: '{"a":3}' },
    { name: 'person', text: '{"b":2}' },
  ])
  expect(statSync(join(register.folder, 'drafts')).mode & 0o777).toBe(0o700)
  expect(statSync(join(register.folder, 'drafts', '12.json')).mode & 0o777).toBe(0o600)
  expect([again.forget('12'), again.forget('12')]).toEqual([true, false])
  expect(again.all()).toEqual([{ name: 'person', text: '{"b":2}' }])
})

it('holds a hundred, and takes nothing else in the folder for one', () => {
  const shelf = draftShelf(register.folder)
  for (let record = 1; record <= 103; record += 1) shelf.keep(String(record), String(record))
  writeFileSync(join(register.folder, 'drafts', 'Notes à moi.txt'), 'Rien')
  expect(shelf.all()).toHaveLength(100)
  expect(readdirSync(join(register.folder, 'drafts'))).toHaveLength(101)
})
