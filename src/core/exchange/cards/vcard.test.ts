/** Address cards: what goes out comes back, and what cards of all versions say is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Contact, ContactInput } from '../../people/people.requests.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import { anyContact, today } from './contact.fixture.ts'
import { contactsIn } from './contacts-file.ts'
import { writeCard } from './vcard-writer.ts'

const place = mkdtempSync(join(tmpdir(), 'amicale-cards-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
let files = 0

async function rowsOf(text: string | Buffer, name = 'cards.vcf'): Promise<ReadRow[]> {
  files += 1
  const path = join(place, `${files}`)
  writeFileSync(path, text)
  const file = await contactsIn({ path, name }, {})
  if (file === undefined) throw new Error('No cards were found')
  const rows: ReadRow[] = []
  await file.read(
    { country: 'FR', language: 'fr' },
    (row) => void rows.push(row),
    () => {},
  )
  rmSync(path)
  return rows
}
const contactOf = (row: ReadRow | undefined) =>
  row?.contact === undefined ? undefined : (JSON.parse(row.contact) as ContactInput)
async function one(...lines: string[]) {
  const [row] = await rowsOf(['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n'))
  return { row, contact: contactOf(row), codes: row?.problems.map(({ code }) => code) ?? [] }
}

/** A contact without what a register numbers, and what is about other records. */
const sheetOf = (contact: Contact | ContactInput): unknown => {
  const { id, revision, sortKey, displayName, trashed, mergedInto, ...sheet } = contact as Contact
  return {
    ...sheet,
    addresses: sheet.addresses.map((address) => ({ ...address, household: null })),
    ...(sheet.kind === 'organisation' ? { representatives: [] } : {}),
  }
}

const writing = { language: 'fr', day: today, uid: ({ id }: Contact) => `urn:uuid:${id}` } as const

describe('out and in again', () => {
  test.each(['4.0', '3.0'] as const)(
    'a contact comes back the same from a card of %s',
    { timeout: 120_000 },
    async (version) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyContact, { minLength: 1, maxLength: 5 }), async (contacts) => {
          const text = contacts.map((contact) => writeCard(contact, { ...writing, version })).join('')
          const rows = await rowsOf(text)
          const said = rows.flatMap(({ problems }) => problems.map(({ code }) => code))
          expect(said.filter((code) => code !== 'emailInvalid' && code !== 'lastNameMissing')).toEqual([])
          expect(rows.map((row) => sheetOf(contactOf(row) as ContactInput))).toEqual(contacts.map(sheetOf))
        }),
        { numRuns: Number(process.env.CARD_RUNS ?? 150) },
      )
    },
  )

  test('no line is longer than 75 octets, and none is cut inside a character', () => {
    fc.assert(
      fc.property(anyContact, (contact) => {
        for (const line of writeCard(contact, { ...writing, version: '4.0' }).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('what cards say', () => {
  test.each([
    ['19800322', '1980-03-22'],
    ['1980-03-22', '1980-03-22'],
    ['1985-01-28T00:00:00Z', '1985-01-28'],
    ['1962', '1962'],
    ['1962-05', '1962-05'],
    ['19531015T231000Z', '1953-10-15'],
  ])('born %s', async (written, born) => {
    expect((await one('FN:Jean Dupont', `BDAY:${written}`)).contact).toMatchObject({ born })
  })
  test.each(['--0203', '---03', 'circa 1800', '1604-02-03'])(
    'a day without a year, %s, stays aside and is said',
    async (written) => {
      const { contact, row } = await one('FN:Jean Dupont', `BDAY:${written}`)
      expect(contact).toMatchObject({ born: '', extras: [{ name: 'Naissance', value: written }] })
      expect(row?.problems).toEqual([{ line: 3, column: 'Naissance', code: 'dayUnread', text: written }])
    },
  )
  test('telephones as addresses, with their extensions', async () => {
    const { contact } = await one(
      'VERSION:4.0',
      'FN:J D',
      'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
    )
    expect(contact?.phones).toEqual([{ label: 'work', number: '+14186569254;ext=102' }])
  })
  test('a label of a group is the label, whatever the types say', async () => {
    const { contact } = await one('FN:J D', 'item1.EMAIL;TYPE=INTERNET:a@example.org', 'item1.X-ABLabel:Été')
    expect(contact?.emails).toEqual([{ label: 'Été', address: 'a@example.org' }])
  })
  test('a photo on the web is not fetched, and its address is kept', async () => {
    const { contact, codes, row } = await one('FN:J D', 'PHOTO;VALUE=uri:https://example.org/a.jpg')
    expect(codes).toEqual(['photoNotFetched'])
    expect(row?.photoBytes).toBeUndefined()
    expect(contact?.extras).toEqual([
      { name: 'Photo (adresse web)', value: 'https://example.org/a.jpg', occurrence: 0 },
    ])
  })
  test('a card inside a card is somebody else', async () => {
    const { row, contact } = await one(
      'VERSION:2.1',
      'N:Dupont;Jean',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:Anne Aide',
      'TEL:12',
      'END:VCARD',
      'TITLE:Maire',
    )
    expect(contact).toMatchObject({
      lastName: 'Dupont',
      profession: 'Maire',
      extras: [{ name: 'Assistant', value: 'Anne Aide, 12' }],
    })
    expect(row?.problems.map(({ code }) => code)).toEqual(['cardInside'])
  })
  test('a card that never ends is read, and the next one too', async () => {
    const rows = await rowsOf('BEGIN:VCARD\nFN:Jean Dupont\nBEGIN:VCARD\nFN:Marie Martin\nEND:VCARD\n')
    expect(rows.map(({ name }) => name)).toEqual(['Dupont Jean', 'Martin Marie'])
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['cardUnfinished'], []])
  })
  test('what has no field is kept under its own name', async () => {
    const { contact } = await one('FN:J D', 'X-SKYPE:jd', 'URL:https://example.org', 'X-MS-SPOUSE:Anne')
    expect(contact?.extras.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'SKYPE=jd',
      'Site web=https://example.org',
      'Conjoint=Anne',
    ])
  })
  test('names that are properties of every object are texts like others', async () => {
    const { contact } = await one(
      'FN:J D',
      '__proto__:a',
      'constructor:b',
      'toString.TEL:0612345678',
      'X-hasOwnProperty:c',
    )
    expect(contact?.phones).toEqual([{ label: '', number: '+33612345678' }])
    expect(contact?.extras.map(({ value }) => value)).toEqual(['b', 'c'])
  })
})

describe('hostile files', () => {
  const within = async (text: string | Buffer) => {
    const before = process.cpuUsage()
    const memory = process.memoryUsage().rss
    const outcome = await rowsOf(text).then(
      (rows) => rows,
      (error: { readonly code?: string }) => error.code,
    )
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(2)
    expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000)
    return outcome
  }
  test('a value of twenty megabytes on one line is cut, and said', async () => {
    const rows = await within(`BEGIN:VCARD\nFN:A B\nNOTE:${'x'.repeat(20_000_000)}\nEND:VCARD\n`)
    expect((rows as ReadRow[])[0]?.problems.map(({ code }) => code)).toContain('cellCut')
  })
  test('a hundred thousand folds', async () => {
    const rows = await within(`BEGIN:VCARD\nFN:A B\nNOTE:${'x\n '.repeat(100_000)}\nEND:VCARD\n`)
    expect(rows).toHaveLength(1)
  })
  test('soft breaks without end', async () => {
    expect(
      await within(`BEGIN:VCARD\nFN:A B\nNOTE;QUOTED-PRINTABLE:${'=\n'.repeat(500_000)}\nEND:VCARD\n`),
    ).toHaveLength(1)
  })
  test('a hundred thousand properties', async () => {
    expect(await within(`BEGIN:VCARD\nFN:A B\n${'TEL:1\n'.repeat(100_000)}END:VCARD\n`)).toBe('fileDangerous')
  })
  test('more properties than a card needs: the first are read, and it is said', async () => {
    const rows = await within(`BEGIN:VCARD\nFN:A B\n${'TEL:1\n'.repeat(10_000)}END:VCARD\n`)
    expect((rows as ReadRow[])[0]?.problems.map(({ code }) => code)).toContain('cardTooLarge')
  })
  test('cards nested without end', async () => {
    expect(await within('BEGIN:VCARD\nFN:A\nAGENT:\n'.repeat(10_000))).toBe('fileDangerous')
  })
  test('parameters without end', async () => {
    expect(await within(`BEGIN:VCARD\nFN:A B\nTEL${';TYPE=a,b,"c'.repeat(50_000)}:1\nEND:VCARD\n`)).toHaveLength(1)
  })
  test('semicolons and commas without end', async () => {
    expect(
      await within(`BEGIN:VCARD\nN:${';,'.repeat(500_000)}\nFN:A B\nADR:${',;'.repeat(500_000)}\nEND:VCARD\n`),
    ).toHaveLength(1)
  })
  test('a photo of ten megabytes is left, and said', async () => {
    const rows = await within(`BEGIN:VCARD\nFN:A B\nPHOTO;ENCODING=b:${'A'.repeat(13_000_000)}\nEND:VCARD\n`)
    expect((rows as ReadRow[])[0]?.problems.map(({ code }) => code)).toEqual(['photoTooBig'])
  })
})
