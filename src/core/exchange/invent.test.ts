import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { contactInput } from '../people/people.requests.ts'
import { inventPeople } from './invent.ts'
import { sampleColumns, sampleRows } from './invent-sheet.ts'

const samples = resolve(import.meta.dirname, '../../../resources/samples')

test('the same seed invents the same people, another seed others', () => {
  const first = [...inventPeople(200, 7)]
  expect([...inventPeople(200, 7)]).toEqual(first)
  expect([...inventPeople(200, 8)]).not.toEqual(first)
})

test('a longer list begins with the shorter one', () => {
  expect([...inventPeople(500, 1)].slice(0, 300)).toEqual([...inventPeople(300, 1)])
})

test('every invented contact is one the register accepts, as it stands', () => {
  for (const contact of inventPeople(5_000, 3)) expect(contactInput.parse(contact)).toEqual(contact)
})

test('the people are various: scripts, countries, houses, statuses, particles, organisations', () => {
  const people = [...inventPeople(300, 1)]
  const written = people.map((contact) => `${contact.originalName} ${contact.addresses[0]?.street ?? ''}`).join(' ')
  for (const script of [
    'Arabic',
    'Hebrew',
    'Han',
    'Hangul',
    'Greek',
    'Cyrillic',
    'Devanagari',
    'Thai',
    'Georgian',
    'Armenian',
  ]) {
    expect(written, script).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
  }
  const different = (values: readonly string[]) => new Set(values).size
  expect(different(people.map((contact) => contact.addresses[0]?.country ?? ''))).toBeGreaterThan(40)
  expect(different(people.flatMap((contact) => contact.groups.map((group) => group.name)))).toBe(12)
  expect(different(people.map((contact) => contact.status))).toBe(7)
  expect(people.filter((contact) => contact.kind === 'organisation').length).toBeGreaterThan(5)
  expect(people.filter((contact) => contact.kind === 'person' && contact.particle !== '').length).toBeGreaterThan(8)
})

test('the names that try a typesetter are there', () => {
  const people = JSON.stringify([...inventPeople(300, 1)])
  const names = `Cécile Marguerite Élisabeth François-Xavier Jean-Baptiste Geneviève Nguyễn Thị Ánh Łukasz Żółć İstanbul Đặng
    Adébáyọ̀ Ọlátúnjí Αθήνα Ελένη Москва القاهرة יעל ירושלים 東京 田中 서울 Þórdís`
  for (const name of names.split(/\s+/)) expect(people).toContain(name)
})

test('no address of mail could reach anybody', () => {
  const reserved = /@(example\.(org|net|com)|[a-z0-9.-]+\.example)$/
  for (const contact of inventPeople(5_000, 2)) {
    for (const email of contact.emails) expect(email.address).toMatch(reserved)
  }
})

test('French numbers are of the ranges kept for fiction', () => {
  const fiction = /^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$/
  const french = [...inventPeople(2_000, 1)]
    .flatMap((contact) => contact.phones)
    .filter(({ number }) => /^0\d \d\d \d\d \d\d \d\d$/.test(number))
  expect(french.length).toBeGreaterThan(500)
  for (const { number } of french) expect(number).toMatch(fiction)
})

test('the sample CSV is up to date: else run npm run samples', () => {
  const text = readFileSync(resolve(samples, 'amis-de-la-cite.csv'), 'utf8')
  const lines = text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  expect(lines).toEqual(sampleRows())
})

test('the sample XLSX is up to date: else run npm run samples', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(resolve(samples, 'amis-de-la-cite.xlsx'))
  const read: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    read.push(
      sampleColumns.map((column, at) => {
        const { value } = row.getCell(at + 1)
        if (typeof value !== 'number') return value === null ? '' : String(value)
        return column.number === 'amount' ? value.toFixed(2).replace('.', ',') : String(value)
      }),
    )
  })
  expect(read).toEqual(sampleRows())
})
