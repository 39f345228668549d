/** Verification forms on a real office: printed, found again, answered as one act, undone. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import { whole } from '../people.fixture.ts'
import { contactOfReference, formReference } from './forms.rules.ts'

const resources = join(import.meta.dirname, '../../../../resources')
let place = ''
let office: Office
let count = 0
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-forms-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeEach(() => {
  const options = { door: 'test', by: 'tester', today: () => '2026-03-01', resources } as const
  office = newOffice(join(place, `${++count}.amicale`), { name: 'Amicale des anciens de la Maison du Lac' }, options)
})
afterEach(() => office.close())

const person = async (more: Record<string, unknown> = {}): Promise<number> =>
  (await office.client.people.create({ contact: { kind: 'person', lastName: 'Durand', ...more } as never })).id
const print = async (asked: Parameters<typeof office.client.forms.print>[0] = {}) =>
  await finish(await office.client.forms.print(asked))
async function bytesOf(paper: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const { chunk, next } = await office.client.papers.read({ paper, offset })
    pieces.push(Buffer.from(chunk, 'base64'))
    offset = next
  }
  return Buffer.concat(pieces)
}
function textOf(bytes: Buffer, ...options: string[]): string {
  const file = join(place, `form-${count}.pdf`)
  writeFileSync(file, bytes)
  const said = spawnSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' })
  if (said.error !== undefined) throw said.error
  return said.stdout.normalize('NFC')
}
const refused = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: { data?: unknown }) => error.data,
  )

const world = async () => {
  await person({
    ...whole,
    lastName: 'Tour',
    status: 'member',
    phones: whole.phones,
    born: '1962-05-31',
    languages: ['fr'],
  })
  await person({
    lastName: 'Miller',
    firstName: 'Ann',
    civility: 'Ms',
    languages: ['en'],
    addresses: [{ street: '1 High Street', city: 'Oxford', postcode: 'OX1 4AA', country: 'GB' }],
  })
  await person({ lastName: 'القاهري', firstName: 'محمد', originalName: 'محمد القاهري' })
  await person({ lastName: '王', firstName: '芳', originalName: '王芳' })
}

it('the address on the screen is the one on the paper, wherever it stands in the sheet', async () => {
  const home = { street: '1 rue des Tilleuls', postcode: '75005', city: 'Paris', country: 'FR' }
  const winter = { ...home, street: '9 chemin du Lac', city: 'Annecy', seasonFrom: '11-01', seasonUntil: '03-31' }
  const former = { ...home, street: '4 rue du Puits', until: '2019' }
  const addressOf = async (...addresses: object[]) =>
    (await office.client.forms.of({ contact: await person({ addresses }) })).form.address
  expect(await addressOf(former, home, winter)).toBe(2)
  expect(await addressOf(former, home)).toBe(1)
  expect(await addressOf(former)).toBeUndefined()
})

describe('printed forms', () => {
  it('say what is known, in the language of each, placed for the window; the same forms give the same bytes', async () => {
    await world()
    const made = await print({ returnTo: 'Secrétariat\n3 quai du Lac\n74000 Annecy', returnBy: '2026-04-15' })
    expect(made).toMatchObject({ type: 'application/pdf', report: { printed: 4, withoutAddress: 2, missing: [] } })
    const bytes = await bytesOf(made.paper)
    const again = await bytesOf(
      (await print({ returnTo: 'Secrétariat\n3 quai du Lac\n74000 Annecy', returnBy: '2026-04-15' })).paper,
    )
    expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
    if (process.env.AMICALE_LOOK !== undefined) writeFileSync(process.env.AMICALE_LOOK, bytes)
    const text = textOf(bytes, '-layout')
    for (const said of [
      ...[
        'Amicale des anciens de la Maison du Lac',

        'Référence',
        'Mme Dr Hélène de La Tour II, à la naissance Đặng',
      ],
      ...['12 RUE DE L EGLISE', '75005 PARIS', '12 rue de l’Église', '06 12 34 56 78', 'helene@exemple.org'],
      ...['Maison de Norvège', 'Ingénieure', '31 mai 1962', 'avant le 15 avril 2026', '3 quai du Lac', 'CNIL'],
      ...['Ms Ann Miller', 'OXFORD', 'UNITED KINGDOM', 'What our register says of you', 'Your rights', 'محمد', '王芳'],
    ])
      expect(text, said).toContain(said)
    expect(text).toContain(formReference(1))
    expect(text).not.toContain('Première ligne')
  })

  it('say who of the list gets none and why, and carry the name of the list', async () => {
    const here = await person({ firstName: 'Anne' })
    const dead = await person({ firstName: 'Paul', died: '2020-01-01' })
    const { id: firm } = await office.client.people.create({ contact: { kind: 'organisation', name: 'Zoo' } })
    const { paper, name, report, leftOut } = await print({
      ...{ filter: { ids: [here, dead, firm], deceased: true }, list: 'Amis du Lac' },
    })
    expect(report.printed).toBe(1)
    expect(leftOut).toEqual({
      count: 2,
      first: [
        { id: dead, name: 'Durand Paul', why: 'deceased' },
        { id: firm, name: 'Zoo', why: 'organisation' },
      ],
    })
    expect(name).toContain('Amis-du-Lac')
    const file = join(place, 'title.pdf')
    writeFileSync(file, await bytesOf(paper))
    expect(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout).toMatch(/Title:.*Amis du Lac/)
  })

  it('are one page each, two when much is known; apostrophes are curved, but for those of e-mails', async () => {
    await person({
      ...{ civility: 'Mme', firstName: 'Anne', birthName: "D'Hondt", profession: "Maître d'œuvre", born: '1962-05-31' },
      addresses: [
        ...[
          { street: "4 rue de l'Arche", complement: 'Bât. C', postcode: '38520', city: "L'Alpe-d'Huez", country: 'FR' },
        ],
      ],
      phones: [{ number: '04 76 01 02 03' }, { number: '06 39 98 97 27' }],
      emails: [{ address: "anne.o'hara@exemple.org" }],
      groups: [{ name: 'Maison du Lac' }, { name: 'Section Rhône' }],
    })
    await person({})
    const returnTo = "Secrétariat\n3 quai de l'Isle\n74000 Annecy"
    const both = await print({ returnTo, returnBy: '2026-04-15' })
    expect(both.report).toMatchObject({ printed: 2, pages: 2 })
    const text = textOf(await bytesOf(both.paper))
    for (const said of ['à la naissance D’Hondt', 'Maître d’œuvre', 'rue de l’Arche', 'quai de l’Isle'])
      expect(text, said).toContain(said)
    expect(text.match(/.*'.*/g)).toEqual(["anne.o'hara@exemple.org"])
    await person({ emails: Array.from({ length: 12 }, (_, at) => ({ address: `anne${at}@exemple.org` })) })
    const vague = await print({ returnTo, returnBy: '2026-04' })
    expect(vague.report).toMatchObject({ printed: 3, pages: 4 })
    expect(textOf(await bytesOf(vague.paper)).replace(/\s+/g, ' ')).toContain('À rendre avant avril 2026')
  })

  it('draw every character: no box that stands for a missing one, every font embedded', async () => {
    await world()
    const bytes = await bytesOf((await print({})).paper)
    const file = join(place, 'fonts.pdf')
    writeFileSync(file, bytes)
    const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(4)
    for (const font of fonts) expect(font).toMatch(/\byes\s+yes\s+yes\b/)
    const lost = await person({ lastName: '𓀀' })
    expect(await refused(print({}))).toMatchObject({ code: 'glyphMissing', values: { id: lost } })
    expect((await print({ evenIfMissing: true })).report.missing).toHaveLength(1)
  })

  it('leave out organisations, the dead and the trash; nobody left is refused; the posts’ order is theirs', async () => {
    await office.client.people.create({ contact: { kind: 'organisation', name: 'Mairie' } })
    await person({ lastName: 'Mort', died: '2020' })
    const away = await person({ lastName: 'Parti' })
    await office.client.people.trash({ ids: [away] })
    expect(await refused(print({}))).toMatchObject({ code: 'nothingToPrint' })
    await person({
      lastName: 'Abel',
      addresses: [{ postcode: '75005', city: 'Paris', street: '1 rue A', country: 'FR' }],
    })
    await person({
      lastName: 'Zoé',
      addresses: [{ postcode: '01000', city: 'Bourg', street: '1 rue Z', country: 'FR' }],
    })
    const order = async (by: 'name' | 'post') =>
      textOf(await bytesOf((await print({ order: by })).paper)).match(/1 RUE [AZ]/g)
    expect(await order('name')).toEqual(['1 RUE A', '1 RUE Z'])
    expect(await order('post')).toEqual(['1 RUE Z', '1 RUE A'])
  })
})

describe('answers', () => {
  it('a reference leads back to its person, a mistyped figure nowhere', async () => {
    for (const id of [1, 2, 9, 128, 20_451, 99_999]) {
      const reference = formReference(id)
      expect(contactOfReference(reference)).toBe(id)
      expect(contactOfReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(id)
      for (const wrong of [reference.replace(/^\d/, (figure) => String((Number(figure) + 1) % 10)), `1${reference}`])
        expect(contactOfReference(wrong)).not.toBe(id)
    }
    const id = await person({ firstName: 'Anne' })
    const find = async (typed: string) => (await office.client.forms.find({ typed })).found.map((one) => one.id)
    expect(await find(formReference(id))).toEqual([id])
    expect(await find('dur')).toEqual([id])
    expect(await find('')).toEqual([])
  })

  it('the paper of a record that was merged leads to the one that was kept', async () => {
    const [absorb, keep, last] = [await person({}), await person({}), await person({})]
    await office.client.duplicates.merge({ keep, absorb, choices: {} })
    await office.client.duplicates.merge({ keep: last, absorb: keep, choices: {} })
    const { found } = await office.client.forms.find({ typed: formReference(absorb) })
    expect(found.map(({ id }) => id)).toEqual([last])
    // The control: a record in the trash of its own accord leads nowhere.
    await office.client.people.trash({ ids: [last] })
    expect((await office.client.forms.find({ typed: formReference(last) })).found).toEqual([])
  })

  it('as it was: one act that confirms, counted, undone', async () => {
    const id = await person({ firstName: 'Anne' })
    const { contact, form } = await office.client.forms.of({ contact: id })
    expect(form.rows.find(({ field }) => field === 'name')).toMatchObject({ published: { paper: true, web: false } })
    const before = (await office.client.history.list({})).acts.length
    await office.client.forms.answer({ contact: id, revision: contact.revision })
    const { acts } = await office.client.history.list({})
    expect(acts).toHaveLength(before + 1)
    expect(acts[0]).toMatchObject({ name: 'forms.answer', subject: 'Durand Anne' })
    expect((await office.client.people.read({ id })).confirmed).toBe('2026-03-01')
    expect(await office.client.forms.tally({})).toEqual({ today: 1 })
    await office.client.history.undo({ act: acts[0]?.id ?? 0 })
    expect(await office.client.forms.tally({})).toEqual({ today: 0 })
    expect((await office.client.people.read({ id })).confirmed).toBe('')
  })

  it('corrections and consents are one act, undone together', async () => {
    const id = await person({ firstName: 'Anne', emails: [{ address: 'a@exemple.org' }] })
    const { contact } = await office.client.forms.of({ contact: id })
    const { id: _id, revision, sortKey: _key, displayName: _name, trashed: _trashed, ...sheet } = contact
    await office.client.forms.answer({
      contact: id,
      revision,
      sheet: { ...sheet, profession: 'Luthière' } as never,
      answers: [
        { medium: 'paper', field: 'email', value: 'yes' },
        { medium: 'web', field: 'name', value: 'no' },
        { medium: 'register', field: 'keep', value: 'yes' },
      ],
      day: '2026-02-27',
      proof: 'classeur 2026',
    })
    const { form, contact: after } = await office.client.forms.of({ contact: id })
    expect(after).toMatchObject({ profession: 'Luthière', confirmed: '2026-02-27' })
    expect(form.keep).toBe(true)
    expect(form.rows.find(({ field }) => field === 'email')?.published.paper).toBe(true)
    const [answer] = (await office.client.history.list({ limit: 1 })).acts
    await office.client.history.undo({ act: answer?.id ?? 0 })
    const undone = await office.client.forms.of({ contact: id })
    expect(undone.contact).toMatchObject({ profession: '', confirmed: '' })
    expect(undone.form.keep).toBeUndefined()
    expect((await office.client.consents.of({ contact: id })).log).toEqual([])
  })

  it('is refused whole, with the field named, and nothing of it is kept', async () => {
    const id = await person({})
    const { contact } = await office.client.forms.of({ contact: id })
    const { id: _id, revision, sortKey: _key, displayName: _name, trashed: _trashed, ...sheet } = contact
    const ask = (more: object) => refused(office.client.forms.answer({ contact: id, revision, ...more }))
    expect(await ask({ day: '2026-03-02' })).toMatchObject({ code: 'invalidInput', field: 'day' })
    expect(await ask({ revision: revision + 1 })).toMatchObject({ code: 'changedMeanwhile' })
    expect(await ask({ sheet: { ...sheet, born: '1066' } })).toMatchObject({
      code: 'invalidInput',
      field: 'contact.born',
    })
    expect(await ask({ answers: [{ medium: 'paper', field: 'keep', value: 'yes' }] })).toMatchObject({
      code: 'invalidInput',
      field: 'answers.0.field',
    })
    expect(await refused(office.client.forms.answer({ contact: 99, revision: 0 }))).toMatchObject({ code: 'notFound' })
    expect((await office.client.people.read({ id })).confirmed).toBe('')
  })
})
