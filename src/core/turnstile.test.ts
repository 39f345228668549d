/** Several long orders at once, and short ones between them: each one whole, one after the other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactInput } from './people/people.requests.ts'
import { peopleStore } from './people/people.service.ts'
import { newRegister, type Register } from './register/register.ts'

let place: string
let register: Register
const options = { door: 'test', by: 'test', today: () => '2026-03-01' } as const

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-turnstile-'))
  register = newRegister(join(place, 'a.amicale'), { name: 'Amis' }, options)
})
afterEach(() => {
  register.close()
  rmSync(place, { recursive: true, force: true })
})

const contact = (lastName: string) => contactInput.parse({ kind: 'person', lastName })
const counted = (name: string): number =>
  Number(register.prepare('SELECT count(*) FROM contact WHERE last_name = ?').pluck().get(name))

test('orders that wait for the same turn pass one by one, and a broken one takes nobody else down', async () => {
  const store = peopleStore(register)
  const long = (name: string, people: number, breaks = false) => {
    function* steps() {
      for (let done = 1; done <= people; done += 1) {
        store.insert(contact(name))
        if (breaks && done === people) throw new Error('broken')
        yield { done, total: people }
      }
    }
    const desk = { signal: new AbortController().signal, progress: () => {} }
    return register.orderInSlices(name, '', steps, desk, 'working')
  }
  // As the office's binding does: wait, then act at once.
  const short = async (name: string) => {
    await register.whenFree()
    return register.order(name, '', () => store.insert(contact(name)))
  }
  const seen: number[] = []
  const look = async () => {
    await register.whenFree()
    seen.push(counted('Premier'))
  }
  const outcomes = await Promise.allSettled([
    long('Premier', 400),
    long('Deuxième', 300),
    long('Rompu', 200, true),
    short('Court'),
    long('Troisième', 250),
    look(),
    short('Bref'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect(['Premier', 'Deuxième', 'Rompu', 'Court', 'Troisième', 'Bref'].map(counted)).toEqual([400, 300, 0, 1, 250, 1])
  expect(seen).toEqual([400])
  // Each row stands under the act that wrote it.
  const strangers = register
    .prepare(
      `SELECT count(*) FROM journal_row JOIN journal_act ON journal_act.id = journal_row.act
       JOIN contact ON contact.id = journal_row.contact
       WHERE journal_row.table_name = 'contact' AND journal_act.name <> contact.last_name`,
    )
    .pluck()
    .get()
  expect(strangers).toBe(0)
})
