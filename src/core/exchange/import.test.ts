import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office, openOffice } from '../office.ts'
import { contactInput } from '../people/people.requests.ts'
import type { ColumnTarget, Look, Preview, PreviewLine } from './exchange.requests.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
const options = { door: 'test', by: 'tests', today: () => '2026-11-22', resources } as const
let place: string
let office: Office

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-import-'))
  office = newOffice(join(place, 'Amis.amicale'), { name: 'Amis' }, options)
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const exchange = () => office.client.exchange

async function stage(bytes: Buffer | string, name = 'list.csv'): Promise<string> {
  const all = Buffer.from(bytes as string)
  let staging: string | undefined
  for (let at = 0; at < Math.max(1, all.length); at += 500_000) {
    const chunk = all.subarray(at, at + 500_000).toString('base64')
    staging = (await exchange().stage({ name, chunk, ...(staging === undefined ? {} : { staging }) })).staging
  }
  return staging as string
}

type Seen = {
  readonly staging: string
  readonly look: Look
  readonly preview: Preview
  readonly lines: readonly PreviewLine[]
}

async function previewed(bytes: Buffer | string, name = 'list.csv', mapping?: readonly ColumnTarget[]): Promise<Seen> {
  const staging = await stage(bytes, name)
  const look = await finish(await exchange().look({ staging }))
  const preview = await finish(
    await exchange().preview({ staging, mapping: [...(mapping ?? look.columns.map(({ target }) => target))] }),
  )
  const { lines } = await exchange().previewLines({ preview: preview.preview, limit: 200 })
  return { staging, look, preview, lines }
}

async function imported(bytes: Buffer | string, name = 'list.csv') {
  const { preview } = await previewed(bytes, name)
  return finish(await exchange().import({ preview: preview.preview, leaveRefused: true, evenIfSweeping: true }))
}

const everyone = async () => {
  const { rows } = await office.client.people.list({ limit: 500, deceased: true })
  return Promise.all(rows.map(({ id }) => office.client.people.read({ id })))
}
const rows = (...lines: readonly string[]) =>
  `Nom;Prénom;Courriel;N° d’adhérent;Ville;Téléphone;Observations\n${lines.join('\n')}\n`

describe('the sample', () => {
  test.each(['xlsx', 'csv'])(
    '%s: 300 created, then unchanged to the last line',
    { timeout: 120_000 },
    async (ending) => {
      const bytes = readFileSync(join(resources, `samples/amis-de-la-cite.${ending}`))
      const { counts, act } = await imported(bytes, `amis.${ending}`)
      expect(counts).toEqual({ created: 300, changed: 0, unchanged: 0, refused: 0 })
      expect((await office.client.people.list({ deceased: true })).total).toBe(300)
      const again = await previewed(bytes, `amis.${ending}`)
      expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 300, refused: 0 })
      const other = ending === 'xlsx' ? 'csv' : 'xlsx'
      const sister = await previewed(readFileSync(join(resources, `samples/amis-de-la-cite.${other}`)), `amis.${other}`)
      expect(sister.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 300, refused: 0 })
      await office.client.history.undo({ act })
      expect((await office.client.people.list({})).total).toBe(0)
    },
  )

  test.each(['xlsx', 'csv'] as const)(
    'taken out as %s, it comes back unchanged',
    { timeout: 120_000 },
    async (format) => {
      await imported(readFileSync(join(resources, 'samples/amis-de-la-cite.csv')), 'amis.csv')
      const paper = await finish(await exchange().export({ format, filter: { deceased: true } }))
      const pieces: Buffer[] = []
      for (let offset: number | undefined = 0; offset !== undefined; ) {
        const read: { chunk: string; next?: number } = await office.client.papers.read({ paper: paper.paper, offset })
        pieces.push(Buffer.from(read.chunk, 'base64'))
        offset = read.next
      }
      const { preview, lines, look } = await previewed(Buffer.concat(pieces), paper.name)
      expect(
        lines
          .filter(({ outcome }) => outcome !== 'unchanged')
          .map(({ line, changes, problems }) => ({ line, changes, problems })),
      ).toEqual([])
      expect(preview.counts).toEqual({ created: 0, changed: 0, unchanged: 300, refused: 0 })
      expect(look.columns.filter(({ because }) => because === 'none')).toEqual([])
    },
  )
})

describe('matching', () => {
  beforeEach(async () => {
    await imported(
      rows(
        'Martin;Zoë;zoe@a.example;A1;Pau;;',
        'Durand;Paul;paul@a.example;;Lyon;;',
        'Petit;Anne;;;Metz;;',
        'Petit;Luc;;;Nice;;',
      ),
    )
  })
  test('by number, then name and e-mail, then the name alone when it is unique', async () => {
    const { lines } = await previewed(
      rows(
        'Martin-Roy;Zoë;;A1;;;',
        'DURAND;Paul;PAUL@a.example;;;01 42 68 53 00;',
        'Petit;Anne;anne@a.example;;;;',
        'Neuf;Nouveau;;;;;',
      ),
    )
    expect(lines.map(({ outcome, matched }) => [outcome, matched?.because])).toEqual([
      ['changed', 'memberNumber'],
      ['changed', 'nameAndEmail'],
      ['changed', 'name'],
      ['created', undefined],
    ])
    expect(lines[0]?.changes).toEqual([{ field: 'lastName', old: 'Martin', new: 'Martin-Roy' }])
    expect(lines[1]?.changes).toContainEqual({ field: 'phone', old: '', new: '+33142685300' })
    expect(lines[2]?.changes).toEqual([{ field: 'email', old: '', new: 'anne@a.example' }])
  })
  test('empty cells erase nothing', async () => {
    const { lines } = await previewed(rows('Martin;Zoë;;A1;;;'))
    expect(lines.map(({ outcome }) => outcome)).toEqual(['unchanged'])
  })
  test('a number given to someone else is refused', async () => {
    const { lines } = await previewed(rows('Dupuis;Jean;;A1;;;'))
    expect(lines[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'numberOfAnother', line: 2 }] })
  })
  test('namesakes with numbers of their own stay apart', async () => {
    const { lines } = await previewed(rows('Martin;Zoë;;A2;;;'))
    expect(lines[0]).toMatchObject({ outcome: 'created' })
  })
  test('the trash is left alone', async () => {
    const { rows: found } = await office.client.people.list({ search: 'durand' })
    await office.client.people.trash({ ids: found.map(({ id }) => id) })
    const { lines } = await previewed(rows('Durand;Paul;paul@a.example;;;;'))
    expect(lines[0]).toMatchObject({ outcome: 'created' })
  })
  test('notes are added to, a new e-mail takes the place of the old, what is known stays', async () => {
    const [martin] = await everyone().then((all) => all.filter((one) => one.memberNumber === 'A1'))
    await office.client.people.update({
      id: martin?.id as number,
      revision: martin?.revision as number,
      contact: contactInput.parse({
        kind: 'person',
        lastName: 'Martin',
        firstName: 'Zoë',
        memberNumber: 'A1',
        notes: 'à nous',
        emails: [{ address: 'zoe@a.example' }, { address: 'z2@a.example' }],
      }),
    })
    const { preview, lines } = await previewed(rows('Martin;Zoë;neuf@a.example, z2@a.example;A1;;;de la liste'))
    expect(lines[0]?.changes).toEqual([
      { field: 'notes', old: '', new: 'de la liste' },
      { field: 'email', old: 'zoe@a.example', new: 'neuf@a.example' },
    ])
    await finish(await exchange().import({ preview: preview.preview, leaveRefused: false, evenIfSweeping: false }))
    const [after] = await everyone().then((all) => all.filter((one) => one.memberNumber === 'A1'))
    expect(after).toMatchObject({ notes: 'à nous\nde la liste' })
    expect(after?.emails.map(({ address }) => address)).toEqual(['neuf@a.example', 'z2@a.example'])
  })
})

describe('a list that says less than the register', () => {
  test('a town alone changed keeps the street and postcode, and tells it', async () => {
    await imported(
      'Nom;Prénom;Adresse;Code postal;Ville\nMartin;Zoë;6 rue Haute;64000;Pau\nPetit;Luc;2 rue Basse;64000;Pau\n',
    )
    const problems = async (list: string) => (await previewed(list)).lines.map((line) => line.problems)
    expect(await problems('Nom;Prénom;Ville\nMartin;Zoë;Lyon\nPetit;Luc;Pau\n')).toEqual([
      [
        { line: 2, code: 'addressPartly', text: '6 rue Haute, 64000' },
        { line: 2, code: 'nameAlone', text: 'Martin Zoë' },
      ],
      [],
    ])
    expect(await problems('Nom;Prénom;Adresse;Code postal;Ville\nMartin;Zoë;1 quai Neuf;69001;Lyon\n')).toEqual([
      [{ line: 2, code: 'nameAlone', text: 'Martin Zoë' }],
    ])
  })

  test('nothing that changes is no act', async () => {
    const list = rows('Martin;Zoë;z@a.example;;Pau;;')
    expect((await imported(list)).act).toBeGreaterThan(0)
    const acts = async () => (await office.client.history.list({})).acts.length
    const before = await acts()
    expect(await imported(list)).toMatchObject({ act: 0, counts: { unchanged: 1 } })
    expect(await acts()).toBe(before)
  })
})

describe('doubles inside the file', () => {
  test('a line said twice is told, one that contradicts is refused, namesakes are both kept', async () => {
    const list = rows(
      'Martin;Zoë;z@a.example;;Pau;;',
      'Martin;Zoë;z@a.example;;Pau;;',
      'Martin;Zoë;z@a.example;;Lyon;;',
      'Petit;Luc;;;Nice;;',
      'Petit;Luc;;;Brest;;',
    )
    const { lines } = await previewed(list)
    expect(
      lines.map(({ outcome, problems }) => [outcome, problems.map(({ code, text }) => `${code} ${text}`)]),
    ).toEqual([
      ['created', []],
      ['unchanged', ['duplicateOfLine 2']],
      ['refused', ['duplicateOfLine 2']],
      ['created', []],
      ['created', ['sameNameOfLine 5']],
    ])
    await imported(list)
    const again = await previewed(list)
    expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 4, refused: 1 })
  })
})

describe('all or nothing', () => {
  test('refused lines stop an import unless they are left out', async () => {
    const { preview } = await previewed(rows('Martin;Zoë;;;;;', `Durand;Paul;${'x'.repeat(290)}@a.example;;;;`))
    expect(preview.counts).toMatchObject({ created: 1, refused: 1 })
    await expect(finish(await exchange().import({ preview: preview.preview }))).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'invalidInput', field: 'leaveRefused' },
    })
    expect((await office.client.people.list({})).total).toBe(0)
    const { lines } = await exchange().previewLines({ preview: preview.preview, outcome: 'refused' })
    expect(lines).toMatchObject([{ line: 3, problems: [{ line: 3, column: 'Courriel', code: 'emailTooLong' }] }])
    await finish(await exchange().import({ preview: preview.preview, leaveRefused: true }))
    expect((await office.client.people.list({})).total).toBe(1)
  })

  test('a register that changed since the preview refuses it', async () => {
    const { preview } = await previewed(rows('Martin;Zoë;;;;;'))
    await office.client.people.create({ contact: contactInput.parse({ kind: 'person', lastName: 'Autre' }) })
    await expect(finish(await exchange().import({ preview: preview.preview }))).rejects.toMatchObject({
      data: { code: 'importStale' },
    })
    await expect(finish(await exchange().import({ preview: 'f'.repeat(32) }))).rejects.toMatchObject({
      data: { code: 'importStale' },
    })
  })

  test('the brake: most of a register of twenty', async () => {
    const people = (city: string) => rows(...Array.from({ length: 20 }, (_, at) => `Nom${at};Zoë;;N${at};${city};;`))
    await imported(people('Pau'))
    const { preview } = await previewed(people('Lyon'))
    await expect(finish(await exchange().import({ preview: preview.preview }))).rejects.toMatchObject({
      data: { code: 'importTooSweeping', values: { changed: 20, total: 20 } },
    })
    const { act } = await finish(await exchange().import({ preview: preview.preview, evenIfSweeping: true }))
    const cities = async () => new Set((await everyone()).map((one) => one.addresses[0]?.city))
    expect(await cities()).toEqual(new Set(['Lyon']))
    await office.client.history.undo({ act })
    expect(await cities()).toEqual(new Set(['Pau']))
  })

  test('one cancelled half-way leaves nothing, and the next one works', async () => {
    const list = rows(...Array.from({ length: 3000 }, (_, at) => `Nom${at};Zoë;;N${at};Pau;;`))
    const { preview } = await previewed(list)
    const stopping = new AbortController()
    let half = false
    const running = finish(
      await exchange().import({ preview: preview.preview }, { signal: stopping.signal }),
      ({ phase, done }) => {
        if (phase !== 'importing' || done === 0) return
        half = true
        stopping.abort()
      },
    )
    await expect(running).rejects.toMatchObject({ data: { code: 'cancelled' } })
    expect(half).toBe(true)
    await office.register.whenFree()
    expect((await office.client.people.list({})).total).toBe(0)
    expect((await finish(await exchange().import({ preview: preview.preview }))).counts.created).toBe(3000)
    expect((await office.client.people.list({})).total).toBe(3000)
  })
})

describe('what was chosen', () => {
  test('is remembered for files with the same headers, and forgotten with the undoing', async () => {
    const list = 'Nom;Truc\nMartin;violon\n'
    const { preview, look } = await previewed(list, 'list.csv', ['lastName', 'profession'])
    expect(look.columns.map(({ target }) => target)).toEqual(['lastName', 'extra'])
    const { act } = await finish(await exchange().import({ preview: preview.preview }))
    const next = await previewed('NOM ;truc\nDurand;piano\n')
    expect(next.look.columns.map(({ target, because }) => [target, because])).toEqual([
      ['lastName', 'remembered'],
      ['profession', 'remembered'],
    ])
    await office.client.history.undo({ act })
    expect((await previewed(list)).look.columns[1]).toMatchObject({ target: 'extra', because: 'none' })
  })
})

describe('staging', () => {
  test('is private, named by chance, forgotten after an import, a discard and a start', async () => {
    const folder = join(office.register.folder, 'staging')
    const staging = await stage('Nom\nMartin\n', '../../../etc/passwd')
    expect(readdirSync(folder)).toEqual([staging])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, staging)).mode & 0o777).toBe(0o600)
    expect(existsSync(join(place, 'etc'))).toBe(false)
    expect(await exchange().discard({ staging })).toEqual({ discarded: true })
    expect(existsSync(folder)).toBe(false)
    await imported('Nom\nMartin\n')
    expect(existsSync(folder)).toBe(false)
    await stage('Nom\nMartin\n')
    const at = office.register.folder
    await office.close()
    office = openOffice(at, options)
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  })
  test('refuses what it does not know, and more than it may hold', async () => {
    await expect(finish(await exchange().look({ staging: 'a'.repeat(32) }))).rejects.toMatchObject({
      data: { code: 'fileMissing' },
    })
    const chunk = Buffer.alloc(600_000).toString('base64')
    let { staging } = await exchange().stage({ name: 'big.csv', chunk })
    const fill = async () => {
      for (let at = 0; at < 200; at += 1) ({ staging } = await exchange().stage({ name: 'big.csv', staging, chunk }))
    }
    await expect(fill()).rejects.toMatchObject({ data: { code: 'fileTooLarge' } })
    expect(existsSync(join(office.register.folder, 'staging'))).toBe(false)
  })
})

test.each([
  ['no row', 'Nom;Ville\n', 'fileNoRows'],
  ['nothing', '', 'fileEmpty'],
  ['a page with an empty table', '<html><table></table></html>', 'fileUnknownFormat'],
  ['an open quote', 'Nom;Ville\n"Martin;Pau\n', 'fileMalformed'],
  ['a million columns', `Nom${';x'.repeat(1_000_000)}\n`, 'fileTooManyColumns'],
])('%s is refused and leaves nothing', async (_, bytes, code) => {
  const before = (await office.client.history.list({})).acts
  const staging = await stage(bytes)
  await expect(finish(await exchange().look({ staging }))).rejects.toMatchObject({ data: { code } })
  expect((await office.client.history.list({})).acts).toEqual(before)
})

test('names in any script, formulas and hostile headers go in and come out as text', async () => {
  await imported("Nom;Prénom;__proto__;constructor\nالأمين;محمد;x;y\n王;小明;;\n=cmd|' /C calc'!A0;Zoë;;\n")
  const all = await everyone()
  expect(new Set(all.map((one) => (one.kind === 'person' ? one.lastName : '')))).toEqual(
    new Set(['الأمين', '王', "=cmd|' /C calc'!A0"]),
  )
  expect(all.find((one) => one.extras.length > 0)?.extras).toEqual([
    { name: '__proto__', value: 'x', occurrence: 0 },
    { name: 'constructor', value: 'y', occurrence: 0 },
  ])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
