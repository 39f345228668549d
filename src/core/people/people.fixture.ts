/** A register of its own for each test of the people's room, and short words to write and ask. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { z } from 'zod'
import type { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { newRegister, openRegister, type Register } from '../register/register.ts'
import { byName } from './lists/columns.requests.ts'
import { refreshAfterUndo } from './people.refresh.ts'
import { type Contact, type ContactInput, type ContactRow, contactFilter, contactInput } from './people.requests.ts'
import { peopleAnswers } from './people.service.ts'

const options = { door: 'test', by: 'tester', today: () => '2026-03-01' } as const
let place = ''
export let register: Register
export let answers: ReturnType<typeof peopleAnswers>
let count = 0

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-people-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeEach(() => {
  count += 1
  register = newRegister(join(place, `${count}.amicale`), { name: 'Amis' }, options)
  refreshAfterUndo(register)
  answers = peopleAnswers(register)
})
afterEach(() => register.close())

export type Draft = Partial<z.input<typeof contactInput>> & Record<string, unknown>

export const drafted = (draft: Draft): ContactInput =>
  contactInput.parse({ kind: 'person', lastName: 'Dupont', ...draft })
export const create = (draft: Draft): number =>
  register.order('people.create', '', () => answers.create({ contact: drafted(draft) })).id
export const createAll = (...drafts: Draft[]): number[] => drafts.map(create)
export const read = (id: number): Contact => answers.read({ id }) as Contact
export const update = (
  id: number,
  draft: Draft,
  revision = read(id).revision,
  shared: 'all' | 'onlyMe' | 'leaveHousehold' = 'all',
) => register.order('people.update', '', () => answers.update({ id, revision, contact: drafted(draft), shared }))
export const trash = (ids: number[], trashed = true) =>
  register.order('people.trash', '', () => answers.trash({ ids, trashed }))

export const list = (asked: z.input<typeof contactFilter> & { offset?: number; limit?: number } = {}) => {
  const { offset = 0, limit = 100, ...filter } = asked
  const input = { ...contactFilter.parse(filter), offset, limit, sort: byName, columns: [] }
  return answers.list(input) as {
    readonly total: number
    readonly rows: readonly ContactRow[]
  }
}
export const found = (search: string): number[] => list({ search }).rows.map(({ id }) => id)

export const refusal = (act: () => unknown): Partial<Refusal> => {
  try {
    act()
  } catch (error) {
    return error as Refusal
  }
  return {}
}
export const lastAct = (): number => Number(register.prepare('SELECT max(id) FROM journal_act').pluck().get())
export const rowsOf = (act: number) =>
  register.prepare('SELECT table_name, old, new FROM journal_row WHERE act = ? ORDER BY id').all(act) as {
    table_name: string
    old: string | null
    new: string | null
  }[]
export const undo = (act: number) => register.undo(act, { signal: new AbortController().signal, progress: () => {} })

export const whole: Draft = {
  civility: 'Mme',
  title: 'Dr',
  firstName: 'Hélène',
  otherNames: 'Marie',
  particle: 'de La',
  lastName: 'Tour',
  birthName: 'Đặng',
  studiedName: 'Le Goff',
  nobility: 'comtesse',
  honours: [{ name: 'Palmes académiques', grade: 'officier', year: '1998' }],
  suffix: 'II',
  memberNumber: 'A-0042',
  status: 'friend',
  category: 'Bienfaiteur',
  groups: [
    { kind: 'house', name: 'Maison de Norvège' },
    { kind: 'committee', name: 'Bulletin' },
  ],
  joined: '1987',
  profession: 'Ingénieure',
  notes: 'Première ligne\nSeconde ligne',
  originalName: '山田',
  emails: [
    { label: 'domicile', address: 'helene@exemple.org' },
    { label: 'bureau', address: 'h.delatour@exemple.com' },
  ],
  phones: [{ label: 'mobile', number: '06 12 34 56 78' }, { number: '+49 30 901820' }],
  addresses: [
    { street: '12 rue de l’Église', postcode: '75005', city: 'Paris', country: 'FR' },
    { label: 'été', street: 'Am Markt 1', postcode: '10115', city: 'Berlin', country: 'DE' },
  ],
  extras: [{ name: 'Chambre', value: '214' }],
}

/** Closes the register and opens it again. */
export function reopen(): void {
  const { folder } = register
  register.close()
  register = openRegister(folder, options)
  answers = peopleAnswers(register)
}

/** What a long writing is handed. */
export const desk: WorkDesk = { signal: new AbortController().signal, progress: () => {} }
