/** Editions as they are asked for: made with proposed sections, arranged, duplicated; bad input refused by its name. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'

let place = ''
let office: Office
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-editions-'))
  const options = {
    door: 'test' as const,
    by: 'tester',
    today: () => '2026-03-01',
    resources: join(import.meta.dirname, '../../../../resources'),
  }
  office = newOffice(join(place, 'Amis.amicale'), { name: 'Amis' }, options)
})
afterAll(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const read = (id: number) => office.client.editions.read({ id })
const refused = (asked: Promise<unknown>) => expect(asked).rejects

test('a new edition has the sections proposed, each once where there is one of it', async () => {
  const { id } = await office.client.editions.create({ name: '2026', cutoff: '2026-02-15' })
  const { sections, cutoff } = await read(id)
  expect([sections[0]?.kind, sections.at(-1)?.kind, cutoff]).toEqual(['cover', 'colophon', '2026-02-15'])
  expect(sections.filter(({ kind }) => kind === 'members')).toHaveLength(1)
  await refused(office.client.editions.create({ name: ' 2026 ' })).toMatchObject({
    data: { code: 'invalidInput', values: { reason: 'nameTaken' }, field: 'name' },
  })
})

test('sections are put in another order, switched off, given words; one undo gives one of them back', async () => {
  const { id } = await office.client.editions.create({ name: 'Essai' })
  const ids = (await read(id)).sections.map((section) => section.id)
  const { section } = await office.client.editions.addSection({
    edition: id,
    kind: 'text',
    at: 2,
    title: 'Éditorial',
    body: 'Chers amis,\n\n**Bonne lecture.**',
  })
  expect((await read(id)).sections.map(({ id }) => id)).toEqual([ids[0], ids[1], section, ...ids.slice(2)])
  await office.client.editions.orderSections({ edition: id, ids: [...ids, section].toReversed() })
  await office.client.editions.changeSection({ id: section, shown: false })
  const { acts } = await office.client.history.list({ limit: 2 })
  await office.client.history.undo({ act: acts[1]?.id ?? 0 })
  const after = (await read(id)).sections
  expect(after.map(({ id }) => id)).toEqual([ids[0], ids[1], section, ...ids.slice(2)])
  expect(after[2]).toMatchObject({ shown: false, title: 'Éditorial', body: 'Chers amis,\n\n**Bonne lecture.**' })
})

test('what does not suit is refused and named', async () => {
  const { id } = await office.client.editions.create({ name: 'Refus' })
  const { sections } = await read(id)
  const first = sections[0]?.id ?? 0
  await refused(office.client.editions.addSection({ edition: id, kind: 'members' })).toMatchObject({
    data: { code: 'invalidInput', values: { reason: 'saidTwice' }, field: 'kind' },
  })
  await refused(office.client.editions.changeSection({ id: first, options: { pages: 3 } })).toMatchObject({
    data: { code: 'invalidInput', field: 'options' },
  })
  await refused(office.client.editions.orderSections({ edition: id, ids: [first] })).toMatchObject({
    data: { code: 'changedMeanwhile' },
  })
  await refused(office.client.editions.change({ id, revision: 7, title: 'X' })).toMatchObject({
    data: { code: 'changedMeanwhile' },
  })
  await refused(office.client.editions.read({ id: 999 })).toMatchObject({ data: { code: 'notFound' } })
  await refused(office.client.editions.change({ id, template: { lines: [[]] } })).toMatchObject({
    data: { code: 'invalidInput' },
  })
})

test('last year’s edition is the beginning of this year’s', async () => {
  const { id } = await office.client.editions.create({ name: '2027' })
  await office.client.editions.change({ id, title: 'Livre des membres', template: { lines: [['town'], ['emails']] } })
  const { id: copy } = await office.client.editions.duplicate({ id, name: '2028', cutoff: '2028-01-31' })
  const [before, after] = [await read(id), await read(copy)]
  expect(after).toMatchObject({
    name: '2028',
    title: 'Livre des membres',
    cutoff: '2028-01-31',
    template: before.template,
  })
  const words = ({ kind, shown, options }: (typeof after.sections)[number]) => [kind, shown, options]
  expect(after.sections.map(words)).toEqual(before.sections.map(words))
  const { editions } = await office.client.editions.list({})
  expect(editions.find((edition) => edition.id === copy)).toMatchObject({ name: '2028' })
})

describe('printing for good', () => {
  const fetched = async ({ paper }: { readonly paper: string }): Promise<Buffer> => {
    const chunks: Buffer[] = []
    for (let offset: number | undefined = 0; offset !== undefined; ) {
      const piece: { readonly chunk: string; readonly next?: number } = await office.client.papers.read({
        paper,
        offset,
      })
      chunks.push(Buffer.from(piece.chunk, 'base64'))
      offset = piece.next
    }
    return Buffer.concat(chunks)
  }
  const person = (lastName: string) =>
    office.client.people.create({ contact: { kind: 'person', lastName, status: 'member' } as never })
  const fileOf = (name: string) => join(place, 'Amis.amicale', 'editions', name)

  test('keeps the bytes of each form; what changes afterwards is in none of them; the edition stays as it is', async () => {
    await person('Valette')
    const { id } = await office.client.editions.create({ name: 'Imprimée' })
    await office.client.editions.change({ id, title: 'Livre' })
    const [before] = (await office.client.history.list({ limit: 1 })).acts
    const { prints } = await finish(await office.client.editions.print({ id, forms: ['booklet', 'pages'] }))
    expect(prints.map(({ form, people, printedOn }) => [form, people, printedOn])).toEqual([
      ['pages', 1, '2026-03-01'],
      ['booklet', 1, '2026-03-01'],
    ])
    await person('Ultérieur')
    for (const { id: print, sha256, size } of prints) {
      const bytes = await fetched(await office.client.editions.printed({ print }))
      expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([sha256, size])
    }
    const { sections } = await read(id)
    const orders = [
      () => office.client.editions.change({ id, title: 'Autre' }),
      () => office.client.editions.changeSection({ id: sections[0]?.id ?? 0, shown: false }),
      () => office.client.editions.removeSection({ id: sections[0]?.id ?? 0 }),
      () => office.client.editions.orderSections({ edition: id, ids: sections.map((section) => section.id) }),
      () => office.client.editions.remove({ id }),
      async () => finish(await office.client.editions.print({ id })),
      async () => finish(await office.client.directory.typeset({ of: id })),
    ]
    for (const order of orders) await refused(order()).toMatchObject({ data: { code: 'editionFrozen' } })
    await refused(office.client.history.undo({ act: before?.id ?? 0 })).toMatchObject({
      data: { code: 'undoConflict', values: { what: 'edition' } },
    })
    expect((await read(id)).title).toBe('Livre')
    expect((await office.client.editions.duplicate({ id, name: 'Suivante' })).id).toBeGreaterThan(id)
  })

  test('a printing is undone, done again in other words, and each undoing finds its own file', async () => {
    const { id } = await office.client.editions.create({ name: 'Défaite' })
    const first = (await finish(await office.client.editions.print({ id }))).prints[0]
    const [printing] = (await office.client.history.list({ limit: 1 })).acts
    const undone = await office.client.history.undo({ act: printing?.id ?? 0 })
    expect((await read(id)).prints).toEqual([])
    await office.client.editions.change({ id, title: 'Tout autre' })
    const again = (await finish(await office.client.editions.print({ id }))).prints[0]
    expect(again?.file).not.toBe(first?.file)
    const reprinting = (await office.client.history.list({ limit: 1 })).acts[0]?.id ?? 0
    await office.client.history.undo({ act: reprinting })
    // On other settings the first printing would be of an edition nobody printed.
    await refused(office.client.history.undo({ act: undone.act })).toMatchObject({
      data: { code: 'undoConflict', values: { what: 'editionChanged' } },
    })
    const { acts } = await office.client.history.list({ limit: 10 })
    const changing = acts.find(({ name }) => name === 'editions.change')
    await office.client.history.undo({ act: changing?.id ?? 0 })
    await office.client.history.undo({ act: undone.act })
    const [back] = (await read(id)).prints
    expect(back?.sha256).toBe(first?.sha256)
    expect((await fetched(await office.client.editions.printed({ print: back?.id ?? 0 }))).length).toBe(first?.size)
  })

  test('who objects after the cut-off is not printed; nobody comes of age by a cut-off that lies ahead', async () => {
    const { id: opposed } = await person('Opposée')
    await office.client.consents.oppose({ contact: opposed, day: '2026-02-25' })
    await office.client.people.create({
      contact: { kind: 'person', lastName: 'Enfant', born: '2015-01-01', status: 'member' } as never,
    })
    for (const cutoff of ['2026-02-01', '9999-12-31']) {
      const { id } = await office.client.editions.create({ name: `Au ${cutoff}`, cutoff })
      const { proof } = await finish(await office.client.directory.typeset({ of: id }))
      expect(proof.left.map(({ name, why }) => [name, why])).toEqual([
        ['Enfant', 'minor'],
        ['Opposée', 'opposed'],
      ])
    }
  })

  test('when a file cannot be kept, none is, and the edition is not printed', async () => {
    const { id } = await office.client.editions.create({ name: 'Empêchée' })
    const folder = fileOf('')
    // Something that is no file stands where the booklet goes.
    mkdirSync(join(folder, `${id}-Annuaire-Empechee-livret.pdf`))
    const before = readdirSync(folder)
    await refused((async () => finish(await office.client.editions.print({ id, forms: ['booklet'] })))()).toMatchObject(
      {
        code: 'FAULT',
      },
    )
    expect(readdirSync(folder)).toEqual(before)
    expect((await read(id)).prints).toEqual([])
    rmSync(join(folder, `${id}-Annuaire-Empechee-livret.pdf`), { recursive: true })
    expect((await finish(await office.client.editions.print({ id, forms: ['booklet'] }))).prints).toHaveLength(2)
  })

  test('a file that is no longer what was printed is refused, not given', async () => {
    const { id } = await office.client.editions.create({ name: 'Abîmée' })
    const [print] = (await finish(await office.client.editions.print({ id }))).prints
    const path = fileOf(print?.file ?? '')
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(path, bytes)
    await refused(office.client.editions.printed({ print: print?.id ?? 0 })).toMatchObject({
      data: { code: 'paperMissing' },
    })
    rmSync(path)
    await refused(office.client.editions.printed({ print: print?.id ?? 0 })).toMatchObject({
      data: { code: 'paperMissing' },
    })
  })
})
