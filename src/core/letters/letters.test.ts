/** Letters on a real office: who is reached and how, what the pages say and where, drafts, the log, undo. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { bytesOf, client, person, refused, undoLatest } from '../office.fixture.ts'
import { headerWords, quotedPrintable } from './eml.ts'
import type { KeptPaper } from './letters.requests.ts'

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-letters-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const textOf = async (paper: KeptPaper, ...more: string[]): Promise<string> => {
  const file = join(place, 'a.pdf')
  writeFileSync(file, await bytesOf(paper))
  return execFileSync('pdftotext', [...more, file, '-'], { encoding: 'utf8' })
}

const address = (street: string, postcode: string, city: string, country = 'FR') => ({
  street,
  postcode,
  city,
  country,
})
const head = {
  ...{ address: '17, boulevard Jourdan\n75014 Paris', reach: 'amis@exemple.org', legal: 'RNA W751234567' },
  ...{ place: 'Paris', signatory: 'Léa Roux', quality: 'La secrétaire', email: 'amis@exemple.org' },
  ...{ iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP', window: 'any' as const },
}
const write = async (more: object = {}) =>
  await finish(await client.letters.write({ subject: 'Vœux', body: 'Bonne année, {Prénom}.\n\nÀ bientôt.', ...more }))

describe('a run of letters', () => {
  it('reaches people by the post in its order, others by e-mail, and says who is reached by neither and why', async () => {
    await client.letters.setLetterhead(head)
    await person('Zola', { firstName: 'Émile', civility: 'M.', addresses: [address('3 rue B', '13001', 'Marseille')] })
    await person('Blanc', { firstName: 'Anne', civility: 'Mme', addresses: [address('1 rue A', '69001', 'Lyon')] })
    await person('Maes', {
      firstName: 'Jan',
      civility: 'M.',
      addresses: [address('Kerkstraat 2', '1000', 'Brussel', 'BE')],
    })
    await person('Roux', { firstName: 'Léa', emails: [{ address: 'lea@exemple.org' }] })
    await person('Noir', { firstName: 'Luc' })
    await person('Gris', { addresses: [{ ...address('9 rue C', '06000', 'Nice'), returned: '2026-01-05' }] })
    await person('Mort', { died: '2020', addresses: [address('9 rue C', '06000', 'Nice')] })
    const made = await write()
    expect(made.report).toMatchObject({ letters: 4, people: 4, post: 3, email: 1, pages: 3, unreached: 2, missing: [] })
    expect(made.report.nobody.map(({ name, why }) => [name, why])).toEqual([
      ['Gris', 'returned'],
      ['Noir Luc', 'noAddress'],
    ])
    const pages = (await textOf(made.post as KeptPaper, '-layout')).split('\f')
    expect(pages.map((page) => /(M\.|Mme) .*/.exec(page)?.[0]).slice(0, 3)).toEqual([
      'M. Émile Zola',
      'Mme Anne Blanc',
      'M. Jan Maes',
    ])
    expect(pages[0]).toMatch(/13001 MARSEILLE/)
    expect(pages[0]).toMatch(/Paris, le 1er mars 2026/)
    expect(pages[0]).toMatch(/Objet\s*: +Vœux/)
    expect(pages[0]).toMatch(/Bonne année, Émile\./)
    expect(pages[0]).toMatch(/La secrétaire\s+Léa Roux/)
    expect(pages[2]).toMatch(/BELGIQUE/)
    const message = (await bytesOf(made.drafts as KeptPaper)).toString('latin1')
    expect(message).toMatch(/^From: .*<amis@exemple\.org>\r\nTo: lea@exemple\.org\r\nSubject: =\?UTF-8\?B\?/)
    expect(message).toMatch(/X-Unsent: 1\r\n\r\n/)
    expect(message).toMatch(/Bonne ann=C3=A9e, L=C3=A9a\./)

    // Noted for each, and undone whole.
    const { mailings } = await client.letters.mailings({})
    expect(mailings).toMatchObject([{ kind: 'letter', subject: 'Vœux', post: 3, email: 1, day: '2026-03-01' }])
    expect((await client.letters.ofContact({ contact: 4 })).letters).toMatchObject([{ channel: 'email' }])
    expect(await undoLatest()).toBe('letters.write')
    expect((await client.letters.mailings({})).total).toBe(0)
    expect((await client.letters.ofContact({ contact: 4 })).letters).toEqual([])
  })

  it('puts the address in the window to the tenth of a millimetre, six and seven lines', async () => {
    await person('Blanc', { firstName: 'Anne', addresses: [address('1 rue A', '69001', 'Lyon')] })
    const complement = 'Appartement 12, escalier B, Résidence du Lac'
    await person('Zell', {
      ...{ firstName: 'Ida' },
      addresses: [{ ...address('1 rue A', '1000', 'Lausanne', 'CH'), complement, locality: 'Ouchy', region: 'VD' }],
    })
    const { post } = await write()
    const boxes = await textOf(post as KeptPaper, '-bbox')
    const words = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
      ([, x1, y1, x2, y2, text]) => ({ text, box: [x1, y1, x2, y2].map((points) => (Number(points) * 25.4) / 72) }),
    )
    const inWindow = words.filter(({ box: [x = 0, y = 0] }) => x > 105 && y > 50 && y < 80)
    expect(inWindow.map(({ text }) => text)).toEqual(expect.arrayContaining(['LYON', 'SUISSE']))
    for (const { box } of inWindow) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
      expect(x1).toBeGreaterThanOrEqual(109.9)
      expect(x2).toBeLessThanOrEqual(190)
      expect(y1).toBeGreaterThanOrEqual(52.5)
      // The box of a word goes down to the font’s descent, which capitals do not have: their ink ends 1.5 mm higher.
      expect(y2 - 1.4).toBeLessThanOrEqual(79)
    }
    const lefts = inWindow
      .filter(({ text }) => ['69001', '1000', 'SUISSE'].includes(text ?? ''))
      .map(({ box }) => box[0])
    for (const left of lefts) expect(left).toBeCloseTo(110, 1)
    // Nothing else may show beside it, whichever way the sheet slides (rules-fr.md 6.7).
    expect(words.filter(({ box: [x = 0, y = 0] }) => x >= 90 && x < 105 && y > 34 && y < 90)).toEqual([])
  })

  it('writes once to a household, and each way to those who want another', async () => {
    const [anne, paul] = [
      await person('Blanc', { firstName: 'Anne', civility: 'Mme', addresses: [address('1 rue A', '69001', 'Lyon')] }),
      await person('Blanc', { firstName: 'Paul', civility: 'M.', emails: [{ address: 'paul@exemple.org' }] }),
    ]
    await client.households.make({
      members: [{ contact: anne }, { contact: paul }],
      address: { contact: anne, position: 0 },
    })
    const once = await write()
    expect(once.report).toMatchObject({ letters: 1, people: 2 })
    expect(await textOf(once.post as KeptPaper)).toMatch(/M\. et Mme Paul Blanc|Mme et M\./)
    expect((await write({ byHousehold: false })).report).toMatchObject({ letters: 2, people: 2 })
    await client.letters.prefer({ contact: paul, channel: 'email' })
    expect((await write()).report).toMatchObject({ letters: 2, post: 1, email: 1 })
    await client.letters.prefer({ contact: paul, channel: 'nothing' })
    const { report } = await write()
    expect(report).toMatchObject({ letters: 1, unreached: 1 })
    expect(report.nobody).toMatchObject([{ id: paul, why: 'wish' }])
  })

  it('hides the addresses of one message to many; a personal text is a message each', async () => {
    for (let at = 0; at < 60; at++) await person(`N${at}`, { emails: [{ address: `n${at}@exemple.org` }] })
    const together = await write({ body: 'Réunion le 16 mai.', by: 'email', together: true })
    const files = unzipSync(await bytesOf(together.drafts as KeptPaper))
    const messages = Object.values(files).map((file) => strFromU8(file))
    expect(messages.map((message) => (message.match(/@exemple\.org/g) ?? []).length)).toEqual([50, 10])
    for (const message of messages) expect(message).toMatch(/^To: undisclosed-recipients:;\r\nBcc: n/)
    const each = await write({ by: 'email', together: true })
    expect(Object.keys(unzipSync(await bytesOf(each.drafts as KeptPaper)))).toHaveLength(60)
  })

  it('refuses a field that does not exist by its name, an empty run, and a wrong account number', async () => {
    await person('Blanc', { addresses: [address('1 rue A', '69001', 'Lyon')] })
    expect(await refused(write({ body: 'Cher {Prenom}, {Nom du chien}' }))).toEqual({
      ...{ code: 'invalidInput', field: 'body' },
      values: { reason: 'unknownField', name: 'Nom du chien' },
    })
    expect(await refused(write({ subject: '{Montant dû}' }))).toMatchObject({ field: 'subject' })
    expect(await refused(write({ filter: { search: 'personne' } }))).toMatchObject({ code: 'nothingToPrint' })
    const wrong = client.letters.setLetterhead({ ...head, iban: 'FR7630006000011234567890188' })
    expect(await refused(wrong)).toMatchObject({ field: 'iban', values: { reason: 'notAnIban' } })
    expect((await client.letters.mailings({})).total).toBe(0)
  })

  it('a proof notes nothing; a long letter goes on, its signature never alone', async () => {
    await client.letters.setLetterhead(head)
    await person('Blanc', { firstName: 'Anne', addresses: [address('1 rue A', '69001', 'Lyon')] })
    const proof = await write({ proof: true })
    expect(proof.mailing).toBe(0)
    expect((await client.letters.mailings({})).total).toBe(0)
    for (let paragraphs = 8; paragraphs < 15; paragraphs++) {
      const body = Array.from({ length: paragraphs }, () =>
        'Texte assez long pour tenir plusieurs lignes. '.repeat(6),
      ).join('\n\n')
      const made = await write({ body, proof: true })
      const pages = (await textOf(made.post as KeptPaper)).split('\f').filter((page) => page.trim() !== '')
      const last = pages.at(-1) ?? ''
      expect(last).toMatch(/Léa Roux/)
      expect(last).toMatch(/plusieurs lignes/)
    }
  })

  it('gives the same bytes for the same letters', async () => {
    await client.letters.setLetterhead(head)
    await person('Blanc', { addresses: [address('1 rue A', '69001', 'Lyon')] })
    const [one, other] = [await write(), await write()]
    expect((await bytesOf(one.post as KeptPaper)).equals(await bytesOf(other.post as KeptPaper))).toBe(true)
  })
})

describe('messages', () => {
  it('headers of any length and script are folded and read back', () => {
    const text = 'Assemblée générale du 16 mai — réservation 東京 '.repeat(4)
    const words = headerWords(text)
    expect(words.split('\r\n ').every((word) => word.length <= 75)).toBe(true)
    const back = words
      .split('\r\n ')
      .map((word) => Buffer.from(/\?B\?(.*)\?=/.exec(word)?.[1] ?? '', 'base64').toString('utf8'))
      .join('')
    expect(back).toBe(text)
  })
  it('lines of the text are at most 76 characters', () => {
    const lines = quotedPrintable(`${'é'.repeat(200)} \nfin = `).split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76)
    expect(lines.at(-1)).toBe('fin =3D=20')
  })
})
