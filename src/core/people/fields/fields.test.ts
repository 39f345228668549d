/** The association's own fields on a real office: typed, renamed, given to columns that came, filled, undone. */
import { describe, expect, test } from 'vitest'
import { client, latestAct, person, refused, reopen, undoLatest } from '../../office.fixture.ts'

type Made = Parameters<typeof client.fields.define>[0]
const define = async (name: string, type: Made['type'], more: Partial<Made> = {}) =>
  (await client.fields.define({ name, type, ...more })).id
const extrasOf = async (id: number) =>
  (await client.people.read({ id })).extras.map(({ name, value }) => `${name}: ${value}`)
const fields = async () => (await client.fields.list({})).fields
const change = async (id: number, more: Record<string, unknown>) => {
  const revision = (await fields()).find((field) => field.id === id)?.revision ?? 0
  return client.fields.update({ id, revision, ...more })
}

describe('a field', () => {
  test('of each type is filled, written in its form, and refuses what does not suit, naming it', async () => {
    await define('Parts', 'number')
    await define('Visite', 'day')
    await define('Taille', 'choice', { choices: ['Petite', 'Grande'] })
    await define('Langues lues', 'choices', { choices: ['Français', 'Grec', 'Latin'] })
    await define('Abonné', 'yesNo')
    await define('Page', 'link')
    const given = [
      { name: 'parts', value: '1 200,5' },
      { name: 'Visite', value: '31/05/2024' },
      { name: 'Taille', value: 'grande' },
      { name: 'langues lues', value: 'latin ; GREC' },
      { name: 'Abonné', value: 'Yes' },
      { name: 'Page', value: 'https://exemple.org/durand' },
      { name: 'Libre', value: 'ce qu’on veut' },
    ]
    const id = await person('Durand', { extras: given })
    expect(await extrasOf(id)).toEqual([
      'Parts: 1 200,5',
      'Visite: 2024-05-31',
      'Taille: Grande',
      'Langues lues: Latin; Grec',
      'Abonné: oui',
      'Page: https://exemple.org/durand',
      'Libre: ce qu’on veut',
    ])
    const wrong = [
      ['Parts', 'beaucoup', 'notANumber'],
      ['Visite', '31/02/2024', 'notADay'],
      ['Taille', 'Moyenne', 'notAChoice'],
      ['Langues lues', 'Latin; Elfique', 'notAChoice'],
      ['Abonné', 'peut-être', 'notYesNo'],
      ['Page', 'javascript:alert(1)', 'notALink'],
    ] as const
    for (const [name, value, reason] of wrong) {
      expect(await refused(person('Petit', { extras: [given[6], { name, value }] })), value).toEqual({
        code: 'invalidInput',
        values: { reason },
        field: 'contact.extras.1.value',
      })
    }
    expect((await client.people.list({ search: 'grec' })).total).toBe(1)
  })

  test('is of persons, of organisations, or both', async () => {
    await define('SIREN', 'text', { applies: 'organisation' })
    expect(await refused(person('Durand', { extras: [{ name: 'SIREN', value: '123' }] }))).toMatchObject({
      values: { reason: 'notOfThisKind' },
      field: 'contact.extras.0.name',
    })
    const contact = { kind: 'organisation', name: 'Cité', extras: [{ name: 'SIREN', value: '123' }] } as const
    expect((await client.people.create({ contact: { ...contact, extras: [...contact.extras] } })).id).toBeGreaterThan(0)
  })

  test('of a repeatable group is filled several times over', async () => {
    await define('Revue', 'text', { repeatsIn: 'Publications' })
    await define('Parue en', 'day', { repeatsIn: 'Publications' })
    const filling = (occurrence: number, revue: string, day: string) => [
      { name: 'Revue', value: revue, occurrence },
      { name: 'Parue en', value: day, occurrence },
    ]
    const id = await person('Durand', { extras: [...filling(0, 'Annales', '1999'), ...filling(1, 'Cahiers', '2004')] })
    expect((await client.people.read({ id })).extras).toEqual([
      ...filling(0, 'Annales', '1999'),
      ...filling(1, 'Cahiers', '2004'),
    ])
  })

  test('refused: a name that is taken or invisible, choices without any, a choice with a semicolon', async () => {
    await define('Parts', 'number')
    expect(await refused(define('PARTS', 'text'))).toMatchObject({ values: { reason: 'nameTaken' }, field: 'name' })
    expect(await refused(define('\u200b', 'text'))).toMatchObject({ code: 'invalidInput', field: 'name' })
    expect(await refused(define('Taille', 'choice'))).toMatchObject({ field: 'choices' })
    expect(await refused(define('Taille', 'choice', { choices: ['a;b'] }))).toMatchObject({ field: 'choices.0' })
    expect(await refused(client.fields.update({ id: 99, revision: 1 }))).toMatchObject({ code: 'notFound' })
    expect(await refused(client.fields.update({ id: 1, revision: 9 }))).toMatchObject({ code: 'changedMeanwhile' })
    expect((await latestAct())?.name).toBe('fields.define')
  })
})

test('renamed: what is written follows in one act, and comes back with it', async () => {
  const id = await person('Durand', { extras: [{ name: 'chambre', value: '214' }] })
  const before = await client.people.read({ id })
  const field = await define('Chambre', 'text')
  expect(await extrasOf(id)).toEqual(['Chambre: 214'])
  await change(field, { name: 'N° de chambre' })
  await reopen()
  expect(await extrasOf(id)).toEqual(['N° de chambre: 214'])
  expect((await client.people.read({ id })).revision).toBeGreaterThan(before.revision)
  await undoLatest()
  expect(await extrasOf(id)).toEqual(['Chambre: 214'])
  await undoLatest()
  expect(await extrasOf(id)).toEqual(['chambre: 214'])
  expect(await fields()).toEqual([])
})

describe('a column that came with a list', () => {
  const column = async () => {
    const values = ['31/05/1999', '2001', 'bientôt']
    const made = []
    for (const [at, value] of values.entries())
      made.push(await person(`Membre ${at}`, { extras: [{ name: 'Visite', value }] }))
    return made
  }

  test('is told how it would suit a type; refused with whom it does not; or keeps that as text', async () => {
    const [first = 0, , third = 0] = await column()
    expect((await client.fields.list({})).untyped).toEqual([{ name: 'Visite', count: 3 }])
    expect(await client.fields.check({ name: 'visite', type: 'day' })).toEqual({
      fit: 2,
      misfit: 1,
      examples: [{ id: third, displayName: 'Membre 2', value: 'bientôt' }],
    })
    const before = await latestAct()
    expect(await refused(define('Visite', 'day'))).toEqual({
      code: 'invalidInput',
      values: { reason: 'valuesDoNotFit', id: third, name: 'Membre 2', text: 'bientôt' },
      field: 'type',
    })
    expect(await latestAct()).toEqual(before)
    await define('Visite', 'day', { misfits: 'keep' })
    expect(await extrasOf(first)).toEqual(['Visite: 1999-05-31'])
    expect(await extrasOf(third)).toEqual(['Visite: bientôt'])
    expect((await client.fields.list({})).untyped).toEqual([])
    // The old value does not stand in the way of the rest of the record.
    const {
      id,
      revision,
      sortKey: _key,
      displayName: _name,
      trashed: _trashed,
      ...sheet
    } = await client.people.read({
      id: third,
    })
    await client.people.update({ id, revision, contact: { ...sheet, profession: 'Notaire' } })
    expect(await client.people.read({ id })).toMatchObject({ profession: 'Notaire', extras: [{ value: 'bientôt' }] })
    await undoLatest()
    await undoLatest()
    expect(await extrasOf(first)).toEqual(['Visite: 31/05/1999'])
  })

  test('another type later: as text, then with its choices', async () => {
    const [first = 0] = await column()
    const field = await define('Visite', 'text')
    await change(field, { type: 'choice', choices: ['31/05/1999', '2001', 'Bientôt'] })
    expect((await fields())[0]).toMatchObject({ type: 'choice', count: 3, choices: ['31/05/1999', '2001', 'Bientôt'] })
    expect(await refused(change(field, { choices: ['2001'] }))).toMatchObject({ values: { id: first }, field: 'type' })
  })
})

test('order, and removal that keeps what is written', async () => {
  const [a, b, c] = [await define('A', 'text'), await define('B', 'number'), await define('C', 'text')]
  const id = await person('Durand', { extras: [{ name: 'B', value: '12' }] })
  expect(await client.fields.order({ ids: [c, a] })).toEqual({ changed: true })
  expect((await fields()).map(({ name }) => name)).toEqual(['C', 'A', 'B'])
  expect(await client.fields.remove({ id: b })).toEqual({ kept: 1 })
  expect(await extrasOf(id)).toEqual(['B: 12'])
  expect((await client.fields.list({})).untyped).toEqual([{ name: 'B', count: 1 }])
  await undoLatest()
  await undoLatest()
  expect((await fields()).map(({ name }) => name)).toEqual(['A', 'B', 'C'])
})

test('a file is kept among the documents, and read back', async () => {
  await define('Diplôme', 'file')
  const bytes = Buffer.from('%PDF-1.7 diplôme').toString('base64')
  const { value } = await client.fields.keepFile({ name: 'diplôme.pdf', bytes })
  const id = await person('Durand', { extras: [{ name: 'Diplôme', value }] })
  expect(await client.fields.file({ value })).toEqual({ name: 'diplôme.pdf', bytes })
  expect(await extrasOf(id)).toEqual([`Diplôme: ${value}`])
  expect(await client.fields.file({ value: value.replace(/^./, '0').replace(/^../, '00') })).toBeNull()
  expect(await client.fields.file({ value: '../../register.db' })).toBeNull()
  expect(await refused(person('Petit', { extras: [{ name: 'Diplôme', value: 'diplôme.pdf' }] }))).toMatchObject({
    values: { reason: 'notAFile' },
  })
})

test('a field that is filled once is refused a second time, whatever its spelling; a repeated one within one filling', async () => {
  await client.fields.define({ name: 'Chambre', type: 'text' })
  await client.fields.define({ name: 'Revue', type: 'text', repeatsIn: 'Articles' })
  const twice = { code: 'invalidInput', field: 'contact.extras.1.name', values: { reason: 'saidTwice' } }
  const of = (...extras: object[]) => person('Durand', { extras })
  const room = { name: 'Chambre', value: '214' }
  expect(await refused(of(room, { name: 'CHAMBRE', value: '12', occurrence: 1 }))).toMatchObject(twice)
  expect(await refused(of(room, room))).toMatchObject(twice)
  expect(await refused(of({ name: 'Libre', value: 'a' }, { name: 'libre', value: 'b' }))).toMatchObject(twice)
  const review = { name: 'Revue', value: 'Annales' }
  expect(await refused(of(review, review))).toMatchObject(twice)
  const id = await of(review, { ...review, occurrence: 1 }, room, { name: 'Chambre', value: '' })
  expect(await extrasOf(id)).toEqual(['Revue: Annales', 'Revue: Annales', 'Chambre: 214'])
})
