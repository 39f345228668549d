/** Editions as they are asked for: made with proposed sections, arranged, duplicated; bad input refused by its name. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
