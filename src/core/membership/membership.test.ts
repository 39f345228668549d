/** Lists of members and cards on a real office: who is on them on a day, with how many votes, where cards stand on the sheet. */
import { spawnSync } from 'node:child_process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { bytesOf, client, person, refused } from '../office.fixture.ts'
import { cellPlace, cellsOf, formatNamed, paddingOf, sheetFormats } from '../sheets/sheets.rules.ts'
import { sharedVotes } from './votes.rules.ts'

const year = async (): Promise<number> =>
  (
    await client.dues.createYear({
      ...{ name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31', dueBy: '2026-02-15' },
      rates: [
        { category: 'Actif', cents: 4000 },
        { category: 'Couple', cents: 6000, persons: 2, votes: 2 },
        { category: 'Honoraire', exempt: true },
        { category: 'Étudiant', cents: 1000, votes: 0 },
      ],
    })
  ).id
const pay = (contact: number, of: number, receivedOn: string, cents = 4000) =>
  client.dues.recordPayment({
    ...{ mode: 'cheque', receivedOn, confirmed: ['overpaid'] },
    lines: [{ kind: 'due', contact, year: of, cents }],
  })
const textOf = async (file: { readonly paper: string }): Promise<string> =>
  spawnSync('pdftotext', ['-layout', '-', '-'], { input: await bytesOf(file), encoding: 'utf8' }).stdout

/** Anne paid in January, Bruno in February, Chloé not; a couple, an honorary member, a student, a friend. */
async function association() {
  const of = await year()
  const [anne, bruno, chloe] = [
    await person('Albe', { category: 'Actif', memberNumber: '12' }),
    await person('Bruc', { category: 'Actif' }),
    await person('Cres', { category: 'Actif' }),
  ]
  const couple = [await person('Lune', { category: 'Couple' }), await person('Marc', { category: 'Couple' })]
  await client.households.make({ members: couple.map((contact) => ({ contact })), address: null })
  const [honorary, student] = [
    await person('Noble', { category: 'Honoraire' }),
    await person('Plume', { category: 'Étudiant' }),
  ]
  await person('Zeste', { status: 'friend', category: 'Actif' })
  await client.dues.ask({ year: of })
  await pay(anne, of, '2026-01-10')
  await pay(bruno, of, '2026-02-10')
  await pay(couple[0] ?? 0, of, '2026-01-12', 6000)
  await pay(student, of, '2026-01-15', 1000)
  return { of, anne, bruno, chloe, couple, honorary, student }
}

it.each([
  [2, 2, [1, 1]],
  [1, 2, [1, 0]],
  [3, 2, [2, 1]],
  [2, 3, [1, 1, 0]],
  [0, 2, [0, 0]],
  [1, 1, [1, 0]],
])('%i votes for %i people', (votes, persons, expected) => {
  expect(expected.map((_, place) => sharedVotes(votes, persons, place))).toEqual(expected)
})

describe('lists', () => {
  it('say who was in good standing on a day, and who votes with how many votes', async () => {
    const { of, chloe, bruno } = await association()
    const names = async (asked: object) => {
      const { lines, total, votes } = await client.membership.roll({ kind: 'goodStanding', year: of, ...asked })
      expect(total).toBe(lines.length)
      return [lines.map(({ displayName }) => displayName).join(' '), votes]
    }
    expect(await names({})).toEqual(['Albe Bruc Lune Marc Noble Plume', 5])
    expect(await names({ day: '2026-02-01' })).toEqual(['Albe Lune Marc Noble Plume', 4])
    expect(await names({ kind: 'voters' })).toEqual(['Albe Bruc Lune Marc Noble', 5])
    expect(await names({ kind: 'voters', reserved: false })).toEqual(['Albe Bruc Cres Lune Marc Noble', 6])
    // A cheque that came back is of its day; who left since was a member before.
    const [{ id } = { id: 0 }] = (await client.dues.payments({ contact: bruno })).payments
    await client.dues.reverse({ payment: id, day: '2026-02-20' })
    expect(await names({})).toEqual(['Albe Lune Marc Noble Plume', 4])
    expect(await names({ day: '2026-02-15' })).toEqual(['Albe Bruc Lune Marc Noble Plume', 5])
    await pay(chloe, of, '2026-02-01')
    const { revision } = await client.people.read({ id: chloe })
    const gone = {
      kind: 'person',
      lastName: 'Cres',
      category: 'Actif',
      status: 'resigned',
      left: '2026-02-25',
    } as const
    await client.people.update({ id: chloe, revision, contact: gone })
    expect(await names({})).toEqual(['Albe Lune Marc Noble Plume', 4])
    expect(await names({ day: '2026-02-20' })).toEqual(['Albe Cres Lune Marc Noble Plume', 5])
  })

  it('go out as pages and as sheets, and an empty one is refused', async () => {
    const { of } = await association()
    const asked = { kind: 'voters', year: of, day: '2026-03-01' } as const
    const paper = await finish(await client.membership.printRoll(asked))
    expect(paper).toMatchObject({ name: 'Liste-electorale-2026-2026-03-01.pdf', rows: 5, votes: 5 })
    const text = await textOf(paper)
    for (const said of [
      'Liste électorale au 1er mars 2026',
      'Albe',
      '5 personnes, 5 voix',
      'réservé aux membres à jour',
    ])
      expect(text, said).toContain(said)
    expect(text).not.toContain('Cres')
    const again = await finish(await client.membership.printRoll(asked))
    expect(await bytesOf(again)).toEqual(await bytesOf(paper))
    const csv = await finish(await client.membership.printRoll({ ...asked, kind: 'goodStanding', format: 'csv' }))
    expect((await bytesOf(csv)).toString()).toBe(
      '\ufeffN°;Nom;Catégorie;Cotisation\r\n12;Albe;Actif;réglée\r\n;Bruc;Actif;réglée\r\n;Lune;Couple;réglée\r\n' +
        ';Marc;Couple;réglée\r\n;Noble;Honoraire;exonérée\r\n;Plume;Étudiant;réglée\r\n',
    )
    for (const format of ['xlsx', 'ods'] as const) {
      const sheet = await finish(await client.membership.printRoll({ ...asked, format }))
      expect((await bytesOf(sheet)).subarray(0, 2).toString()).toBe('PK')
    }
    const before = { name: '2019', kind: 'calendar', starts: '2019-01-01', ends: '2019-12-31' } as const
    const { id: empty } = await client.dues.createYear(before)
    const nobody = client.membership.printRoll({ kind: 'voters', year: empty })
    expect(await refused(finish(await nobody))).toMatchObject({ code: 'nothingToPrint' })
    expect(await refused(client.membership.roll({ ...asked, day: '2026-02-30' }))).toMatchObject({
      code: 'invalidInput',
    })
    expect(await refused(client.membership.roll({ ...asked, year: 99 }))).toMatchObject({ code: 'notFound' })
  })
})

describe('cards', () => {
  it.each(sheetFormats.filter(({ use }) => use === 'cards').map(({ code }) => code))(
    '%s: each card stands in its cell, its back behind it',
    async (code) => {
      const of = await year()
      const format = formatNamed(code)
      if (format === undefined) throw new Error(code)
      const people = cellsOf(format) + 1
      for (let at = 0; at < people; at++) {
        const one = await person(`Nom${String(at).padStart(2, '0')}`, { category: 'Actif', memberNumber: `N${at}` })
        await pay(one, of, '2026-01-10')
      }
      const { file, report } = await finish(
        await client.membership.cards({ year: of, format: code, first: 2, back: true, offset: { x: 5, y: 0 } }),
      )
      expect(report).toMatchObject({ cards: people, pages: 4, tooLong: [], missing: [] })
      const loading = getDocument({ data: Uint8Array.from(await bytesOf(file)), verbosity: 0 })
      const pdf = await loading.promise
      for (let at = 0; at < people; at++) {
        const sheet = Math.floor((at + 1) / cellsOf(format))
        for (const [side, words] of [
          ['front', `Nom${String(at).padStart(2, '0')}`],
          ['back', 'Amis'],
        ] as const) {
          const page = await pdf.getPage(sheet * 2 + (side === 'front' ? 1 : 2))
          const [, , , height = 0] = page.view
          const place = cellPlace(format, at + 1, side)
          const found = (await page.getTextContent()).items.some((item) => {
            if (!('str' in item) || !item.str.includes(words)) return false
            const [, , , , x = 0, y = 0] = item.transform as number[]
            const [left, top] = [(x * 25.4) / 72, ((height - y) * 25.4) / 72]
            const inside = paddingOf(format)
            return (
              left >= place.x + 0.5 + inside.x - 0.1 &&
              left <= place.x + 0.5 + format.cell.width - inside.x &&
              top >= place.y + inside.y &&
              top <= place.y + format.cell.height - inside.y
            )
          })
          expect(found, `${side} of ${at}`).toBe(true)
        }
      }
      await loading.destroy()
    },
  )

  it('are for those in good standing; say what does not hold, refuse small cells and nobody', async () => {
    const { of, bruno } = await association()
    const make = async (asked: object = {}) => finish(await client.membership.cards({ year: of, ...asked }))
    const { file, report } = await make()
    expect(report).toMatchObject({ cards: 6, pages: 1 })
    const text = await textOf(file)
    for (const said of ['Albe', 'Carte de membre', 'n° 12', 'Exercice 2026', '31 décembre 2026'])
      expect(text.replaceAll('\u00a0', ' '), said).toContain(said)
    expect(text).not.toContain('Cres')
    expect(text).not.toContain('Zeste')
    expect((await make({ filter: { ids: [bruno] } })).report.cards).toBe(1)
    const endless = await person('W'.repeat(70), { category: 'Honoraire' })
    await client.dues.ask({ year: of })
    expect((await make()).report.tooLong).toMatchObject([{ id: endless }])
    expect(await refused(make({ format: 'L7651' }))).toMatchObject({ values: { reason: 'cardTooSmall' } })
    expect(await refused(make({ first: 11 }))).toMatchObject({ values: { reason: 'noSuchCell' } })
    expect(await refused(make({ format: 'nothing' }))).toMatchObject({ code: 'notFound' })
    expect(await refused(make({ filter: { search: 'zzzz' } }))).toMatchObject({ code: 'nothingToPrint' })
  })

  it('have the whole name of the association, however long', async () => {
    const { of, bruno } = await association()
    const name = `Alliance ${'internationale des amis de la Cité '.repeat(4)}et de ses Maisons`
    await client.association.update({ ...(await client.association.read()), name })
    const { file } = await finish(await client.membership.cards({ year: of, filter: { ids: [bruno] } }))
    expect((await textOf(file)).replace(/\s+/g, ' ')).toContain(name)
  })
})
