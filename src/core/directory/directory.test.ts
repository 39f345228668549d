import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finish, type Progress } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'
import { ordinaryFields } from '../people/consents/consents.rules.ts'
import { withProgram } from '../programs.fixture.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
const place = mkdtempSync(join(tmpdir(), 'amicale-directory-'))
const open: Office[] = []

function newAssociation(name: string): Office {
  const office = newOffice(
    join(place, `${name}-${open.length}.amicale`),
    { name },
    { door: 'test', by: 'test', today: () => '2026-03-01', resources },
  )
  open.push(office)
  return office
}

afterAll(async () => {
  for (const office of open) await office.close()
  rmSync(place, { recursive: true, force: true })
})

type Options = Parameters<Office['client']['directory']['typeset']>[0]

async function typeset(office: Office, options: Options = {}, progress: (progress: Progress) => void = () => {}) {
  return finish(await office.client.directory.typeset(options), progress)
}

async function fetched(office: Office, paper: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece: { chunk: string; next?: number } = await office.client.papers.read({ paper, offset })
    pieces.push(Buffer.from(piece.chunk, 'base64'))
    offset = piece.next
  }
  return Buffer.concat(pieces)
}

const person = (fields: Record<string, unknown>) => ({
  contact: { kind: 'person' as const, lastName: 'Dupont', ...fields },
})

describe('a directory of invented people', () => {
  const office = newAssociation('Anciens & Amis')
  let file: Buffer
  let made: Awaited<ReturnType<typeof typeset>>
  const phases = new Set<string>()

  beforeAll(async () => {
    await finish(await office.client.exchange.invent({ people: 400, seed: 7 }))
    made = await typeset(office, {}, ({ phase }) => phases.add(phase))
    file = await fetched(office, made.paper)
    writeFileSync(join(place, 'directory.pdf'), file)
  })

  const said = (...options: string[]) =>
    execFileSync('pdftotext', [...options, join(place, 'directory.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1e8 })

  test('is a PDF with its name, size and proof', async () => {
    expect(made).toMatchObject({ name: 'Annuaire-2026.pdf', type: 'application/pdf', size: file.length })
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    expect(made.report.pages % 4).toBe(0)
    const { printed, left } = await office.client.directory.summary()
    expect(made.proof.printed).toBe(printed)
    expect(made.proof.left).toHaveLength(left)
    expect(printed + left).toBe(400)
    expect(left).toBeGreaterThan(0)
    expect(made.proof.missing).toEqual([])
  })

  test('says what it is at', () => {
    for (const phase of ['gathering', 'typesetting', 'painting']) expect(phases).toContain(phase)
  })

  test('is the same, byte by byte, when it is made again', async () => {
    const again = await fetched(office, (await typeset(office)).paper)
    expect(again.equals(file)).toBe(true)
  })

  test('as a booklet: other bytes, the same pages, sheets counted', async () => {
    const booklet = await typeset(office, { imposition: 'booklet' })
    expect(booklet.name).toBe('Annuaire-2026-livret.pdf')
    expect(booklet.report).toEqual({ pages: made.report.pages, sheets: made.report.pages / 4, sheet: 'A4' })
  })

  test('in English, under another edition', async () => {
    const english = await typeset(office, { language: 'en', edition: '2026/27' })
    expect(english.name).toBe('Directory-2026-27.pdf')
  })

  withProgram('qpdf')('is sound (qpdf --check)', () => {
    expect(execFileSync('qpdf', ['--check', join(place, 'directory.pdf')], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors found',
    )
  })

  withProgram('pdftotext')('names everybody who is printed and nobody who is left out', async () => {
    const text = said('-raw').replace(/\s+/g, ' ')
    const { rows } = await office.client.people.list({ limit: 400 })
    const names = new Map(rows.map((row) => [row.id, row]))
    const left = new Set(made.proof.left.map(({ id }) => id))
    const mails = [...names.values()].filter(({ email }) => email !== '')
    const printedMails = mails.filter(({ id }) => !left.has(id))
    const solid = text.replaceAll(' ', '')
    expect(printedMails.length).toBeGreaterThan(200)
    expect(printedMails.filter(({ email }) => !solid.includes(email))).toEqual([])
    // Only those whose address no printed person has: invented addresses may coincide.
    const unprinted = mails.filter(
      ({ id, email }) => left.has(id) && !printedMails.some((other) => other.email.endsWith(email)),
    )
    expect(unprinted.length).toBeGreaterThan(10)
    expect(unprinted.filter(({ email }) => solid.includes(email))).toEqual([])
  })

  withProgram('pdftotext')('has its notice and its indexes', () => {
    const text = said()
    expect(text).toContain('Index des pays')
    expect(text).toContain('Index des Maisons')
    expect(text.replace(/\s+/g, ' ')).toContain('strictement personnel')
  })
})

describe('refusals', () => {
  test('nobody to print', async () => {
    const office = newAssociation('Vide')
    await expect(typeset(office)).rejects.toMatchObject({ data: { code: 'nothingToPrint' } })
    await office.client.people.create(person({ status: 'resigned' }))
    await expect(typeset(office)).rejects.toMatchObject({ data: { code: 'nothingToPrint' } })
    expect(await office.client.directory.summary()).toEqual({ printed: 0, left: 1, edition: '2026', choice: 'safe' })
  })

  test('a character no font has: whose, where, which; printed all the same when told so', async () => {
    const office = newAssociation('Écritures')
    const linearA = '𐘀𐘁'
    await office.client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })
    await office.client.people.create(person({ lastName: 'Avant', firstName: 'Anne' }))
    const { id } = await office.client.people.create(person({ firstName: 'Léa', profession: `Scribe ${linearA}` }))
    await expect(typeset(office)).rejects.toMatchObject({
      data: { code: 'glyphMissing', values: { id, name: 'Dupont Léa', field: 'profession' } },
    })
    const made = await typeset(office, { evenIfMissing: true })
    expect(made.proof.missing.map(({ id, field }) => ({ id, field }))).toContainEqual({ id, field: 'profession' })
    expect(made.proof.printed).toBe(2)
  })

  test('proof: why each is left out, in the trash too', async () => {
    const office = newAssociation('Épreuve')
    await office.client.people.create(person({ lastName: 'Présent' }))
    await office.client.people.create(person({ lastName: 'Défunt', status: 'deceased' }))
    const { id } = await office.client.people.create(person({ lastName: 'Jeté' }))
    await office.client.people.trash({ ids: [id] })
    const { proof } = await typeset(office)
    expect(proof.left.map(({ name, why }) => [name, why])).toEqual([
      ['Défunt', 'deceased'],
      ['Jeté', 'trashed'],
    ])
  })
})

describe('what people let be printed', () => {
  test('until the association chooses, names, groups and towns; whoever objects is out, and counted so', async () => {
    const office = newAssociation('Discrète')
    const { client } = office
    const emails = [{ address: 'visible@exemple.org' }]
    const made = []
    for (const lastName of ['Absent', 'Bref', 'Complet', 'Mineur']) {
      const born = lastName === 'Mineur' ? '2012' : ''
      const addresses = [{ street: '5 rue Haute', postcode: '69001', city: `Ville de ${lastName}`, country: 'FR' }]
      made.push((await client.people.create(person({ lastName, emails, addresses, born }))).id)
    }
    const [absent = 0, brief = 0, , minor = 0] = made
    await client.consents.oppose({ contact: absent })
    await client.consents.mode({ contacts: [brief], media: ['paper'], mode: 'nameOnly' })
    expect(await client.directory.summary()).toEqual({ printed: 2, left: 2, edition: '2026', choice: 'safe' })
    const safe = await typeset(office)
    expect(safe.proof).toMatchObject({
      printed: 2,
      left: [
        { id: absent, why: 'opposed' },
        { id: minor, why: 'minor' },
      ],
      withheld: [{ id: brief, fields: ['groups', 'city'] }],
    })
    await client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })
    const open = await typeset(office)
    expect(open.proof.withheld[0]?.fields).toHaveLength(ordinaryFields.length - 1)
    expect((await fetched(office, open.paper)).equals(await fetched(office, safe.paper))).toBe(false)
  })

  withProgram('pdftotext')('a doubtful e-mail is not printed and the proof says it; a promotion is', async () => {
    const office = newAssociation('Promotions')
    const { client } = office
    await client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })
    const groups = [{ kind: 'class' as const, name: 'Promotion 1978' }]
    const emails = ['pas d’e-mail', 'paul.gauthier(at)exemple.fr', 'paul@exemple.fr'].map((address) => ({ address }))
    const { id } = await client.people.create(person({ lastName: 'Gauthier', firstName: 'Paul', emails, groups }))
    const made = await typeset(office)
    expect(made.proof.doubtful.map(({ id: whose, email }) => [whose, email])).toEqual([
      [id, 'pas d’e-mail'],
      [id, 'paul.gauthier(at)exemple.fr'],
    ])
    const pdf = join(place, 'doubtful.pdf')
    writeFileSync(pdf, await fetched(office, made.paper))
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })
    expect(text).toContain('paul@exemple.fr')
    expect(text).not.toMatch(/pas d.e-mail|\(at\)/)
    expect(text.match(/Promotion 1978/g)).toHaveLength(2)
    expect(text).toContain('Index des promotions')
  })

  withProgram('pdftotext')('nobody’s refusal is on the pages', async () => {
    const office = newAssociation('Pages')
    const { client } = office
    await client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })
    const bref = { lastName: 'Bref', birthName: 'Zola', groups: [{ name: 'Maison cachée' }] }
    const { id } = await client.people.create(person({ ...bref, emails: [{ address: 'bref@exemple.org' }] }))
    const absent = await client.people.create(person({ lastName: 'Absent', birthName: 'Yvon' }))
    await client.people.create(person({ lastName: 'Complet', emails: [{ address: 'complet@exemple.org' }] }))
    await client.consents.mode({ contacts: [id], media: ['paper'], mode: 'nameOnly' })
    await client.consents.oppose({ contact: absent.id })
    const file = join(place, 'refusals.pdf')
    writeFileSync(file, await fetched(office, (await typeset(office)).paper))
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
    for (const said of ['Bref', 'Zola', 'complet@exemple.org']) expect(text).toContain(said)
    for (const unsaid of ['Absent', 'Yvon', 'bref@exemple.org', 'cachée']) expect(text).not.toContain(unsaid)
  })
})

describe('cancelling', () => {
  test('midway, then made whole', async () => {
    const office = newAssociation('Pressé')
    await finish(await office.client.exchange.invent({ people: 1500, seed: 2 }))
    const controller = new AbortController()
    const phases: string[] = []
    const running = async () =>
      finish(await office.client.directory.typeset({}, { signal: controller.signal }), ({ phase }) => {
        phases.push(phase)
        if (phase === 'typesetting') controller.abort()
      })
    await expect(running()).rejects.toThrow()
    expect(phases).toContain('typesetting')
    expect((await typeset(office)).report.pages).toBeGreaterThan(20)
  })
})
