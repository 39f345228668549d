/** A record's life in words, and one field put back; on a real register. */
import { beforeEach, describe, expect, it } from 'vitest'
import {
  create,
  createAll,
  drafted,
  lastAct,
  list,
  read,
  refusal,
  register,
  rowsOf,
  trash,
  undo,
  update,
} from '../people.fixture.ts'
import { recordHistoryAnswers } from './history.service.ts'

let answers: ReturnType<typeof recordHistoryAnswers>
beforeEach(() => {
  answers = recordHistoryAnswers(register)
})

const life = (contact: number, limit = 20, before?: number) =>
  answers.record({ contact, limit, before }) as Exclude<ReturnType<typeof answers.record>, Promise<unknown>>
const revert = (asked: { contact: number; act: number; table: string; row: number; column?: string }) =>
  register.order('history.revertField', '', () =>
    answers.revertField({ ...asked, column: asked.column } as Parameters<typeof answers.revertField>[0]),
  )
const facts = (contact: number, at = 0) =>
  life(contact).acts[at]?.changes.flatMap((change) => change.facts.map(({ field, old, new: is }) => [field, old, is]))

describe('a record’s life', () => {
  it('is told by act, field by field, from what to what', () => {
    const id = create({ firstName: 'Jean', profession: 'Luthier', category: 'Actif' })
    update(id, { firstName: 'Jean', profession: 'Facteur d’orgues', category: 'Honoraire', status: 'friend' })
    const { acts, earlier } = life(id)
    expect(earlier).toBe(false)
    expect(acts.map(({ name, made, by }) => [name, made, by])).toEqual([
      ['people.update', false, 'tester'],
      ['people.create', true, 'tester'],
    ])
    expect(facts(id)).toEqual([
      ['status', 'member', 'friend'],
      ['category', 'Actif', 'Honoraire'],
      ['profession', 'Luthier', 'Facteur d’orgues'],
    ])
  })

  it('names a group as it was called then, renamed or gone', () => {
    const id = create({ groups: [{ name: 'Maison du Parc' }] })
    update(id, {})
    const group = Number(register.prepare('SELECT id FROM contact_group').pluck().get())
    register.order('groups.rename', '', () =>
      register
        .prepare("UPDATE contact_group SET name = 'Maison Neuve', folded = 'maison neuve' WHERE id = ?")
        .run(group),
    )
    update(id, { groups: [{ name: 'Maison Neuve' }] })
    expect(facts(id)).toEqual([['group', '', 'Maison Neuve']])
    expect(facts(id, 1)).toEqual([['group', 'Maison du Parc', '']])
    update(id, {})
    register.order('groups.remove', '', () => register.prepare('DELETE FROM contact_group WHERE id = ?').run(group))
    expect(facts(id)).toEqual([['group', 'Maison Neuve', '']])
    expect(facts(id, 2)).toEqual([['group', 'Maison du Parc', '']])
  })

  it('comes in pages, older acts on demand', () => {
    const id = create({ profession: '0' })
    for (let at = 1; at <= 5; at++) update(id, { profession: String(at) })
    const first = life(id, 3)
    expect([first.acts.length, first.earlier]).toEqual([3, true])
    const rest = life(id, 3, first.acts.at(-1)?.act)
    expect([rest.acts.length, rest.earlier]).toEqual([3, false])
    expect(rest.acts.at(-1)?.made).toBe(true)
  })

  it('says what was undone and what undid it', async () => {
    const id = create({ profession: 'A' })
    update(id, { profession: 'B' })
    const act = lastAct()
    await undo(act)
    const [undoing, undone] = life(id).acts
    expect(undoing?.undoes).toMatchObject({ act, name: 'people.update' })
    expect(undone?.undoneBy).toBe(undoing?.act)
  })

  it('tells what came from a record that was merged into it', () => {
    const [kept, absorbed] = createAll({ firstName: 'A' }, { firstName: 'B', emails: [{ address: 'b@exemple.org' }] })
    register.order('duplicates.merge', '', () => {
      register.prepare('UPDATE email SET contact_id = ? WHERE contact_id = ?').run(kept, absorbed)
      register.prepare('UPDATE contact SET trashed = 1, merged_into = ? WHERE id = ?').run(kept, absorbed)
    })
    const [merge] = life(Number(kept)).acts
    expect(merge).toMatchObject({ name: 'duplicates.merge', wider: true })
    expect(merge?.changes).toMatchObject([{ list: 'emails', how: 'came', line: 'b@exemple.org', revertible: false }])
    expect(facts(Number(absorbed))).toContainEqual(['mergedInto', '', 'Dupont A'])
  })

  it('refuses a record nobody knows', () => {
    expect(refusal(() => life(999))).toMatchObject({ code: 'notFound', field: 'contact' })
  })
})

describe('one field put back', () => {
  it('is a new act, leaves the others as they are, and is undone', async () => {
    const id = create({ firstName: 'Jean', profession: 'Luthier' })
    update(id, { firstName: 'Jeanne', profession: 'Organiste' })
    const act = lastAct()
    revert({ contact: id, act, table: 'contact', row: id, column: 'profession' })
    expect(read(id)).toMatchObject({ firstName: 'Jeanne', profession: 'Luthier' })
    expect(list({ search: 'luthier' }).total).toBe(1)
    expect(rowsOf(lastAct()).filter(({ new: made }) => made !== '{}')).toHaveLength(1)
    await undo(lastAct())
    expect(read(id)).toMatchObject({ firstName: 'Jeanne', profession: 'Organiste' })
    expect(list({ search: 'luthier' }).total).toBe(0)
  })

  it('a name put back files the record under it again', () => {
    const id = create({ lastName: 'Martin' })
    update(id, { lastName: 'Zola' })
    revert({ contact: id, act: lastAct(), table: 'contact', row: id, column: 'last_name' })
    expect(read(id)).toMatchObject({ lastName: 'Martin', displayName: 'Martin' })
  })

  it('a line of a list comes back under its number, changes back, or goes', () => {
    const id = create({ emails: [{ address: 'a@exemple.org' }, { address: 'b@exemple.org' }] })
    update(id, { emails: [{ address: 'b@exemple.org' }] })
    const removal = life(id).acts[0]
    const gone = removal?.changes.find(({ how }) => how === 'removed')
    expect(gone).toMatchObject({ list: 'emails', line: 'a@exemple.org', revertible: true })
    revert({ contact: id, act: removal?.act ?? 0, table: 'email', row: gone?.row ?? 0 })
    expect(read(id).emails.map(({ address }) => address)).toEqual(['b@exemple.org', 'a@exemple.org'])
    expect(life(id).acts[1]?.changes.find(({ how }) => how === 'removed')?.revertible).toBe(false)

    update(id, { emails: [{ address: 'b@exemple.org' }, { address: 'nouveau@exemple.org' }] })
    const [change] = life(id).acts[0]?.changes ?? []
    expect(change).toMatchObject({ how: 'changed', facts: [{ old: 'a@exemple.org', new: 'nouveau@exemple.org' }] })
    revert({ contact: id, act: lastAct(), table: 'email', row: change?.row ?? 0, column: 'address' })
    expect(read(id).emails.map(({ address }) => address)).toEqual(['b@exemple.org', 'a@exemple.org'])

    update(id, { emails: read(id).emails, phones: [{ number: '+33612345678' }] })
    const [made] = life(id).acts[0]?.changes ?? []
    revert({ contact: id, act: lastAct(), table: 'phone', row: made?.row ?? 0 })
    expect(read(id).phones).toEqual([])
  })

  it('is refused with the reason when the value has no place any more', () => {
    const id = create({ groups: [{ name: 'Maison' }], emails: [{ address: 'a@exemple.org' }] })
    const [email] = register.prepare('SELECT id FROM email').pluck().all() as number[]
    update(id, { emails: [{ address: 'b@exemple.org' }] })
    const act = lastAct()
    const membership = life(id).acts[0]?.changes.find(({ table }) => table === 'membership')
    register.order('groups.remove', '', () => register.prepare('DELETE FROM contact_group').run())
    expect(refusal(() => revert({ contact: id, act, table: 'membership', row: membership?.row ?? 0 }))).toMatchObject({
      code: 'cannotRevert',
      values: { what: 'linkGone', name: 'Maison' },
    })
    update(id, { profession: 'X' })
    expect(refusal(() => revert({ contact: id, act, table: 'email', row: Number(email) }))).toMatchObject({
      code: 'cannotRevert',
      values: { what: 'gone', name: 'people.update' },
    })
    update(id, { emails: [{ address: 'A@exemple.org' }] })
    trash([id])
    for (const column of ['trashed', 'sort_key', 'revision', 'nothing'])
      expect(refusal(() => revert({ contact: id, act: lastAct(), table: 'contact', row: id, column }))).toMatchObject({
        code: 'cannotRevert',
      })
    expect(refusal(() => revert({ contact: id, act, table: 'consent', row: 1 }))).toMatchObject({
      code: 'cannotRevert',
    })
    expect(refusal(() => revert({ contact: id, act: 9999, table: 'email', row: 1 }))).toMatchObject({
      code: 'notFound',
    })
  })

  it('is refused when the sheet that comes of it cannot be', () => {
    const id = create({ born: '1950', firstName: 'A', lastName: '' })
    update(id, { born: '1980', lastName: 'B', firstName: '' })
    const act = lastAct()
    expect(refusal(() => revert({ contact: id, act, table: 'contact', row: id, column: 'last_name' }))).toMatchObject({
      code: 'invalidInput',
      values: { reason: 'too_small' },
      field: 'contact.lastName',
    })
    const dead = create({ died: '1990' })
    update(dead, { died: '', status: 'member' })
    update(dead, { born: '1995', status: 'member' })
    const then = lastAct() - 1
    expect(
      refusal(() => revert({ contact: dead, act: then, table: 'contact', row: dead, column: 'died' })),
    ).toMatchObject({ code: 'invalidInput', values: { reason: 'deathBeforeBirth' }, field: 'contact.died' })
  })

  it('is refused as the sheet itself would be: by the fields’ own types, and on a record merged away', () => {
    const id = create({ extras: [{ name: 'Visite', value: 'bientôt' }] })
    update(id, { extras: [] })
    const act = lastAct()
    const gone = life(id).acts[0]?.changes.find(({ how }) => how === 'removed')
    register.order('fields.define', '', () =>
      register
        .prepare(
          "INSERT INTO custom_field (name, folded, type, applies, choices) VALUES ('Visite', 'visite', 'day', 'both', '')",
        )
        .run(),
    )
    expect(refusal(() => revert({ contact: id, act, table: 'extra', row: gone?.row ?? 0 }))).toMatchObject({
      code: 'invalidInput',
      values: { reason: 'notADay' },
      field: 'contact.extras.0.value',
    })
    const kept = create({ firstName: 'Autre' })
    register.order('duplicates.merge', '', () =>
      register.prepare('UPDATE contact SET trashed = 1, merged_into = ? WHERE id = ?').run(kept, id),
    )
    expect(refusal(() => revert({ contact: id, act, table: 'extra', row: gone?.row ?? 0 }))).toMatchObject({
      code: 'cannotMerge',
      field: 'contact',
    })
    expect(drafted({}).kind).toBe('person')
  })
})

describe('the trash', () => {
  it('says what lies there, since when and by whom; what was taken out is no longer there', () => {
    const [one = 0, two = 0] = createAll({ firstName: 'A' }, { firstName: 'B' })
    trash([one, two])
    const act = lastAct()
    register.order('groups.remove', 'Vide', () =>
      register.prepare("INSERT INTO tag (name, folded) VALUES ('x', 'x')").run(),
    )
    const lies = () =>
      answers.trash({ offset: 0, limit: 10 }) as Exclude<ReturnType<typeof answers.trash>, Promise<unknown>>
    expect(lies()).toMatchObject({
      total: 2,
      records: [
        { id: one, displayName: 'Dupont A', act, by: 'tester' },
        { id: two, act },
      ],
      removed: [{ name: 'groups.remove', subject: 'Vide' }],
    })
    trash([one], false)
    expect(lies()).toMatchObject({ total: 1, records: [{ id: two }] })
  })

  it('an act, and its undoing, lead to the one record they touched', async () => {
    const id = create({ firstName: 'A' })
    update(id, { firstName: 'B' })
    const act = lastAct()
    await undo(act)
    for (const one of [act, lastAct()])
      expect(answers.where({ act: one })).toMatchObject({ name: 'people.update', subject: 'Dupont B', contact: id })
    trash(createAll({}, {}))
    expect(answers.where({ act: lastAct() })).toMatchObject({ contact: null })
    expect(refusal(() => answers.where({ act: 999 }))).toMatchObject({ code: 'notFound' })
  })
})
