/** Reminders on a real office: who stands before which rung, letters with their slip, stopping, the board, undo. */
import { describe, expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { client, person, refused, undoLatest } from '../office.fixture.ts'
import { daysAfter, nextRung, usualLadder } from './reminders.rules.ts'

const address = (street: string) => ({ street, postcode: '69001', city: 'Lyon', country: 'FR' })
const year = async (starts = '2026-01-01'): Promise<number> =>
  (
    await client.dues.createYear({
      ...{ name: '2026', kind: 'calendar', starts, ends: '2026-12-31', dueBy: '2026-02-15' },
      rates: [
        { category: 'Actif', cents: 3550 },
        { category: 'Couple', cents: 6000, persons: 2 },
        { category: 'Honoraire', exempt: true },
      ],
    })
  ).id
const rungs = async (of: number) =>
  Object.fromEntries(
    (await client.reminders.due({ year: of })).rungs.map(({ code, due, waiting, people, nextOn }) => [
      code,
      { due, waiting, nextOn, names: people.map(({ displayName }) => displayName) },
    ]),
  )
const write = async (of: number, rung: string, more: object = {}) =>
  await finish(await client.reminders.write({ year: of, rung, ...more }))

describe('the ladder', () => {
  const { fr: ladder } = usualLadder
  it.each([
    [undefined, 'call', '2026-01-01'],
    [{ rung: 'call', day: '2026-02-01' }, 'first', '2026-04-02'],
    [{ rung: 'notice', day: '2026-02-27' }, 'board', '2026-03-29'],
    [{ rung: 'gone', day: '2026-02-01' }, 'call', '2026-02-01'],
  ])('after %o comes %s on %s', (last, code, on) =>
    expect(nextRung(ladder, '2026-01-01', last)).toMatchObject({ rung: { code }, on }),
  )
  it('ends at the top, and counts days over a leap year', () => {
    expect(nextRung(ladder, '2026-01-01', { rung: 'board', day: '2026-02-01' })).toBeUndefined()
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01')
  })
})

describe('reminders', () => {
  it('are for those who owe; a run moves them up the ladder, its undo brings them back', async () => {
    const of = await year()
    const blanc = await person('Blanc', { category: 'Actif', addresses: [address('1 rue A')] })
    const noir = await person('Noir', { category: 'Actif', emails: [{ address: 'noir@exemple.org' }] })
    const gris = await person('Gris', { category: 'Actif', addresses: [address('3 rue A')] })
    await person('Honneur', { category: 'Honoraire', addresses: [address('4 rue A')] })
    await person('Mort', { category: 'Actif', died: '2026-01-10' })
    const stopped = await person('Stop', { category: 'Actif', addresses: [address('5 rue A')] })
    await client.dues.ask({ year: of })
    await client.dues.setDue({ contact: stopped, year: of, said: 'stopped', reason: 'Démission' })
    await client.dues.recordPayment({ mode: 'cash', lines: [{ kind: 'due', contact: gris, year: of, cents: 3550 }] })
    expect((await rungs(of)).call).toMatchObject({ due: 2, names: ['Blanc', 'Noir'] })

    const made = await write(of, 'call')
    expect(made.report).toMatchObject({ letters: 2, post: 1, email: 1, unreached: 0 })
    expect(await rungs(of)).toMatchObject({ call: { due: 0 }, first: { due: 0, waiting: 2, nextOn: '2026-04-30' } })
    expect((await client.letters.ofContact({ contact: noir })).letters).toMatchObject([
      { kind: 'reminder', rung: 'call', channel: 'email', yearName: '2026' },
    ])
    expect(await refused(write(of, 'call'))).toMatchObject({ code: 'nothingToPrint' })
    expect(await undoLatest()).toBe('reminders.write')
    expect((await rungs(of)).call).toMatchObject({ due: 2 })
    // To one alone; a proof notes nothing.
    await write(of, 'call', { proof: true })
    await write(of, 'call', { contacts: [blanc, gris] })
    expect(await rungs(of)).toMatchObject({ call: { due: 1, names: ['Noir'] }, first: { waiting: 1 } })
  })

  it('says partial amounts, the couple once for both, and stops when the rest is paid', async () => {
    const of = await year()
    const couple = [
      await person('Roux', { firstName: 'Anne', civility: 'Mme', category: 'Couple', addresses: [address('1 rue A')] }),
      await person('Roux', { firstName: 'Jean', civility: 'M.', category: 'Couple' }),
    ] as const
    await client.households.make({
      members: couple.map((contact) => ({ contact })),
      address: { contact: couple[0], position: 0 },
    })
    await client.dues.ask({ year: of })
    const pay = (cents: number) =>
      client.dues.recordPayment({ mode: 'cash', lines: [{ kind: 'due', contact: couple[0], year: of, cents }] })
    await pay(2000)
    const { rungs: standing } = await client.reminders.due({ year: of })
    expect(standing[0]).toMatchObject({ due: 1, owed: 4000 })
    expect((await write(of, 'call')).report).toMatchObject({ letters: 1, people: 2 })
    await pay(4000)
    expect((await rungs(of)).first).toMatchObject({ due: 0, waiting: 0 })
  })

  it('a ladder of one’s own: delays, the board’s list, bad fields refused by name; none brings back the usual one', async () => {
    const of = await year('2025-12-01')
    await person('Blanc', { category: 'Actif', addresses: [address('1 rue A')] })
    await client.dues.ask({ year: of })
    const rung = {
      code: 'call',
      name: 'Appel',
      does: 'letter' as const,
      afterDays: 10,
      subject: 'Appel',
      body: 'Merci.',
    }
    const board = { code: 'board', name: 'Bureau', does: 'board' as const, afterDays: 0, subject: '', body: '' }
    expect(await refused(client.reminders.setLadder({ rungs: [{ ...rung, body: '{Dette}' }] }))).toMatchObject({
      ...{ field: 'rungs.0.body', values: { reason: 'unknownField', name: 'Dette' } },
    })
    expect(await refused(client.reminders.setLadder({ rungs: [rung, rung] }))).toMatchObject({ field: 'rungs.1.code' })
    await client.reminders.setLadder({ rungs: [rung, board] })
    expect((await client.reminders.ladder({})).own).toBe(true)
    await write(of, 'call')
    expect((await rungs(of)).board).toMatchObject({ due: 1 })
    expect((await write(of, 'board')).report).toMatchObject({ people: 1, pages: 1 })
    expect(await client.reminders.due({ year: of })).toMatchObject({ done: 1 })
    await client.reminders.setLadder({ rungs: [] })
    expect((await client.reminders.ladder({})).own).toBe(false)
    expect(await refused(write(of, 'nowhere'))).toMatchObject({ code: 'notFound', field: 'rung' })
  })
})
